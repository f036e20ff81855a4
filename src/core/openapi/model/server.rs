//! Servers: addresses with variables.

use crate::core::openapi::document::Document;
use crate::core::openapi::reader::Reader;
use crate::core::openapi::reference::Node;
use crate::core::openapi::report;
use crate::core::openapi::version::{Version, scalar};
use crate::core::uri;
use serde_json::Value;
use std::borrow::Cow;
use std::collections::HashSet;

/// Where an API answers.
#[derive(Debug, Clone)]
pub struct Server<'a> {
    /// Template of the address as written: `https://{region}.a.fr/v1`, `/v1`.
    pub url: Cow<'a, str>,
    /// A short name (3.2).
    pub name: Option<&'a str>,
    /// Markdown.
    pub description: Option<&'a str>,
    /// The variables of the template.
    pub variables: Vec<Variable<'a>>,
    /// What a relative address is relative to.
    base: &'a Document,
    /// The object as written; `None` for a server that the document only implies.
    pub value: Option<&'a Value>,
}

/// A variable of a server's address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variable<'a> {
    /// Its name in the template.
    pub name: &'a str,
    /// The value used when none is chosen.
    pub default: String,
    /// The values it may have; any when empty.
    pub values: Vec<String>,
    /// Markdown.
    pub description: Option<&'a str>,
}

impl<'a> Server<'a> {
    /// A server that a document implies: `/`, or what OpenAPI 2.0 wrote in parts.
    pub(crate) fn implied(url: impl Into<Cow<'a, str>>, base: &'a Document) -> Self {
        Self { url: url.into(), name: None, description: None, variables: Vec::new(), base, value: None }
    }

    /// What a relative address is relative to: the address of the document.
    pub fn base_url(&self) -> &'a str {
        self.base.url()
    }

    /// The address: each variable replaced by what `choose` gives for its name, else by its default; a relative
    /// address resolved against that of the document. Without `/` at its end: paths begin with one.
    pub fn address(&self, choose: impl Fn(&str) -> Option<String>) -> String {
        let mut address = String::new();
        let mut rest: &str = &self.url;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((name, next)) = after.split_once('}') else { break };
            address.push_str(before);
            let default = || self.variables.iter().find(|one| one.name == name).map(|one| one.default.clone());
            match choose(name).or_else(default) {
                Some(value) => address.push_str(&value),
                None => address.extend(["{", name, "}"]),
            }
            rest = next;
        }
        address.push_str(rest);
        uri::join(self.base.url(), &address).trim_end_matches('/').to_owned()
    }
}

/// The names between braces in a template.
pub(crate) fn template_names(template: &str) -> impl Iterator<Item = &str> {
    template.split('{').skip(1).filter_map(|part| part.split_once('}').map(|(name, _)| name))
}

impl<'a> Reader<'a> {
    /// The servers of the document.
    pub(crate) fn document_servers(&mut self) -> Vec<Server<'a>> {
        let root = self.root();
        if self.version == Version::V2 {
            return self.servers_of_parts(None);
        }
        self.servers(&root).unwrap_or_else(|| vec![Server::implied("/", root.document)])
    }

    /// The servers a part gives; `None` where it gives none, so that those of the level above apply.
    pub(crate) fn servers(&mut self, node: &Node<'a>) -> Option<Vec<Server<'a>>> {
        let items = self.items(node, "servers");
        let servers: Vec<Server<'a>> = items.iter().filter_map(|item| self.server(item)).collect();
        (!servers.is_empty()).then_some(servers)
    }

    pub(crate) fn server(&mut self, node: &Node<'a>) -> Option<Server<'a>> {
        let url = self.required_text(node, "url")?;
        let mut variables = Vec::new();
        for (name, variable) in self.entries(node, "variables") {
            let values: Vec<String> =
                self.items(&variable, "enum").iter().filter_map(|item| scalar(item.value)).collect();
            let default = match self.scalar(&variable, "default") {
                Some(default) => default,
                None => {
                    self.report(report::missing("default"), &variable);
                    values.first().cloned().unwrap_or_default()
                }
            };
            if !values.is_empty() && !values.contains(&default) {
                self.report(report::default_not_in_enum(name), &variable);
            }
            let description = self.text(&variable, "description");
            variables.push(Variable { name, default, values, description });
        }
        let declared: HashSet<&str> = variables.iter().map(|one| one.name).collect();
        for name in template_names(url).filter(|name| !declared.contains(name)) {
            self.report(report::undeclared_variable(name), node);
        }
        Some(Server {
            url: Cow::Borrowed(url),
            name: self.text(node, "name"),
            description: self.text(node, "description"),
            variables,
            base: node.document,
            value: Some(node.value),
        })
    }
}
