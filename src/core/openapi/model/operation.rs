//! [`Operation`]: all that is needed to show one operation and to call it.

use super::server::template_names;
use super::{
    Callback, ExternalDocs, Location, OperationEntry, OperationId, OperationKind, Parameter, RequestBody, Requirement,
    Response, SchemaNode, Server, Style,
};
use crate::core::openapi::reader::{Reader, Resolved};
use crate::core::openapi::reference::Node;
use crate::core::openapi::report;
use crate::core::openapi::version::Version;
use serde_json::{Value, json};
use std::collections::HashSet;

/// One operation, opened.
#[derive(Debug, Clone)]
pub struct Operation<'a> {
    /// Its name.
    pub id: OperationId,
    /// The generation its document is written in.
    pub version: Version,
    /// Who calls.
    pub kind: OperationKind,
    /// HTTP method.
    pub method: String,
    /// Path template; name of a webhook; runtime expression of a callback.
    pub path: &'a str,
    /// Tags.
    pub tags: Vec<&'a str>,
    /// One line: its own, or that of its path.
    pub summary: Option<&'a str>,
    /// Markdown: its own, or that of its path.
    pub description: Option<&'a str>,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// More to read.
    pub external_docs: Option<ExternalDocs<'a>>,
    /// Where it answers: its own servers, else those of its path, else those of the document.
    pub servers: Vec<Server<'a>>,
    /// Those of the path, then its own, which replace those of the same name and location.
    pub parameters: Vec<Parameter<'a>>,
    /// What it takes beside parameters.
    pub request_body: Option<RequestBody<'a>>,
    /// The media types its answers may have, whether or not they are described (2.0 `produces`).
    pub produces: Vec<&'a str>,
    /// Its answers.
    pub responses: Vec<Response<'a>>,
    /// The calls it makes itself.
    pub callbacks: Vec<Callback<'a>>,
    /// What it needs: one of these combinations. None: nothing.
    pub security: Vec<Requirement<'a>>,
    /// JSON pointer.
    pub pointer: String,
    /// The object as written, with its extensions.
    pub value: &'a Value,
    /// Documents it refers to that were not at hand; with them, it may hold more.
    pub missing: Vec<String>,
}

/// A parameter whose references were followed, in the form of its generation.
pub(crate) struct Written<'a> {
    pub(crate) name: &'a str,
    /// The value of `in`.
    pub(crate) place: &'a str,
    pub(crate) resolved: Resolved<'a>,
}

impl<'a> Reader<'a> {
    /// Opens an operation; `missing` is left to [`Reader::finish`].
    pub(crate) fn operation(&mut self, entry: &OperationEntry<'a>) -> Operation<'a> {
        let node = &entry.node;
        let written = self.written_parameters(entry);
        let mut parameters = Vec::new();
        let request_body = if self.version == Version::V2 {
            self.split_parameters(node, &written, &mut parameters)
        } else {
            self.locate_parameters(&written, &mut parameters);
            self.request_body(node)
        };
        if entry.kind == OperationKind::Path {
            self.match_path(entry, &written, &mut parameters);
        }
        let of_item = |key: &str| entry.items.iter().find_map(|item| item.value.get(key)?.as_str());
        Operation {
            id: entry.id.clone(),
            version: self.version,
            kind: entry.kind,
            method: entry.method.clone(),
            path: entry.path,
            tags: entry.tags.clone(),
            summary: entry.summary,
            description: self.text(node, "description").or_else(|| of_item("description")),
            deprecated: entry.deprecated,
            external_docs: self.external_docs(node),
            servers: self.operation_servers(entry),
            parameters,
            request_body,
            produces: if self.version == Version::V2 { self.produces(node) } else { Vec::new() },
            responses: self.responses(node),
            callbacks: self.callbacks(node),
            security: if entry.kind == OperationKind::Path || node.value.get("security").is_some() {
                self.security(node)
            } else {
                Vec::new()
            },
            pointer: node.pointer.clone(),
            value: node.value,
            missing: Vec::new(),
        }
    }

    fn operation_servers(&mut self, entry: &OperationEntry<'a>) -> Vec<Server<'a>> {
        // Webhooks and callbacks are called at an address of the client's own.
        if entry.kind != OperationKind::Path {
            return self.servers(&entry.node).unwrap_or_default();
        }
        if self.version == Version::V2 {
            return self.servers_of_parts(Some(&entry.node));
        }
        if let Some(servers) = self.servers(&entry.node) {
            return servers;
        }
        entry.items.iter().find_map(|item| self.servers(item)).unwrap_or_else(|| self.document_servers())
    }

    /// Parameters of the path and of the operation, the latter in place of the former.
    fn written_parameters(&mut self, entry: &OperationEntry<'a>) -> Vec<Written<'a>> {
        let mut known = HashSet::new();
        let mut levels = Vec::new();
        for level in std::iter::once(&entry.node).chain(&entry.items) {
            let mut here = HashSet::new();
            let mut written = Vec::new();
            for item in self.items(level, "parameters") {
                let Some(parameter) = self.written(item) else { continue };
                let key = identity(&parameter);
                if !here.insert(key.clone()) {
                    self.report(report::duplicate_parameter(parameter.name), &parameter.resolved.node);
                } else if known.insert(key) {
                    written.push(parameter);
                }
            }
            levels.push(written);
        }
        levels.into_iter().rev().flatten().collect()
    }

    fn written(&mut self, item: Node<'a>) -> Option<Written<'a>> {
        let resolved = self.resolve(item)?;
        let place = self.required_text(&resolved.node, "in")?;
        let name = match place {
            // One of them is the whole: its name is only for readers.
            "body" | "querystring" => self.text(&resolved.node, "name").unwrap_or_default(),
            _ => self.required_text(&resolved.node, "name")?,
        };
        Some(Written { name, place, resolved })
    }

    fn locate_parameters(&mut self, written: &[Written<'a>], parameters: &mut Vec<Parameter<'a>>) {
        for Written { name, place, resolved } in written {
            match Location::parse(place) {
                Some(location) => {
                    let parameter = self.parameter(resolved, name, location);
                    parameters.push(parameter);
                }
                None => {
                    let known = "path, query, header, cookie, querystring";
                    self.report(report::unknown_value("in", place, known), &resolved.node);
                }
            }
        }
    }

    /// Every name in the path has a parameter (one is made where the document has none), and the reverse.
    fn match_path(&mut self, entry: &OperationEntry<'a>, written: &[Written<'a>], parameters: &mut Vec<Parameter<'a>>) {
        let names: HashSet<&str> = template_names(entry.path).collect();
        let in_path = |parameter: &Parameter<'a>| parameter.location == Location::Path;
        for one in written.iter().filter(|one| one.place == "path" && !names.contains(one.name)) {
            self.report(report::path_parameter_not_in_path(one.name), &one.resolved.node);
        }
        parameters.retain(|parameter| !in_path(parameter) || names.contains(parameter.name));
        let described: HashSet<&str> =
            parameters.iter().filter(|one| in_path(one)).map(|parameter| parameter.name).collect();
        let mut made = HashSet::new();
        for name in template_names(entry.path).filter(|name| !described.contains(name)) {
            if !made.insert(name) {
                continue;
            }
            self.report(report::undeclared_path_parameter(name), &entry.node);
            let style = Style::default_in(Location::Path);
            parameters.push(Parameter {
                name,
                location: Location::Path,
                description: None,
                required: true,
                deprecated: false,
                allow_empty_value: false,
                allow_reserved: false,
                style,
                explode: style.explodes_by_default(),
                schema: Some(SchemaNode::made(&entry.node, json!({"type": "string"}))),
                content: None,
                examples: Vec::new(),
                pointer: entry.node.pointer.clone(),
                value: entry.node.value,
            });
        }
    }
}

/// What makes two parameters the same: location and name; headers have no case.
fn identity(parameter: &Written<'_>) -> (String, String) {
    let name = match parameter.place {
        "header" => parameter.name.to_ascii_lowercase(),
        "body" | "querystring" => String::new(),
        _ => parameter.name.to_owned(),
    };
    (parameter.place.to_owned(), name)
}
