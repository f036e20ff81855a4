//! What a call must prove: security schemes, and the combinations of them that are accepted.

use crate::core::openapi::reader::{Reader, Resolved};
use crate::core::openapi::reference::{self, Node};
use crate::core::openapi::report;
use crate::core::openapi::version::Version;
use crate::core::uri;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::HashMap;

/// Schemes that are needed together; empty when nothing is needed.
#[derive(Debug, Clone, Default)]
pub struct Requirement<'a> {
    /// The schemes.
    pub schemes: Vec<SchemeUse<'a>>,
}

/// A scheme that a call needs.
#[derive(Debug, Clone)]
pub struct SchemeUse<'a> {
    /// The name it is called by.
    pub name: &'a str,
    /// The scheme; `None` where the document does not describe it.
    pub scheme: Option<Scheme<'a>>,
    /// The scopes or roles needed.
    pub scopes: Vec<&'a str>,
}

/// One way to prove who calls.
#[derive(Debug, Clone)]
pub struct Scheme<'a> {
    /// Its name in the document.
    pub name: &'a str,
    /// How it works.
    pub kind: SchemeKind<'a>,
    /// Markdown.
    pub description: Option<&'a str>,
    /// Whether it should no longer be used (3.2).
    pub deprecated: bool,
    /// The object as written, with its extensions.
    pub value: &'a Value,
}

/// How a scheme works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SchemeKind<'a> {
    /// A key under a name.
    ApiKey {
        /// Name of the header, parameter or cookie.
        name: &'a str,
        /// Where it goes.
        location: KeyLocation,
    },
    /// The `Authorization` header.
    Http {
        /// Name of the scheme (RFC 9110), lower case: `basic`, `bearer`, `digest`…
        scheme: String,
        /// What bearer tokens are: `JWT`.
        bearer_format: Option<&'a str>,
    },
    /// OAuth 2.
    OAuth2 {
        /// The ways to get a token.
        flows: Vec<Flow<'a>>,
        /// Address of the metadata of the server (RFC 8414; 3.2).
        metadata_url: Option<String>,
    },
    /// OpenID Connect.
    OpenIdConnect {
        /// Address of the discovery document.
        url: String,
    },
    /// A client certificate (3.1).
    MutualTls,
}

/// Where a key goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyLocation {
    /// In a header.
    Header,
    /// In the query.
    Query,
    /// In a cookie.
    Cookie,
}

/// One way to get a token of OAuth 2. Addresses are absolute where that of the document is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flow<'a> {
    /// Which way.
    pub kind: FlowKind,
    /// Where people agree.
    pub authorization_url: Option<String>,
    /// Where tokens are given.
    pub token_url: Option<String>,
    /// Where tokens are renewed.
    pub refresh_url: Option<String>,
    /// Where a device asks for its code (3.2).
    pub device_authorization_url: Option<String>,
    /// Name and description of the scopes.
    pub scopes: Vec<(&'a str, &'a str)>,
}

/// The ways to get a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FlowKind {
    /// RFC 6749 §4.2, no longer recommended.
    Implicit,
    /// RFC 6749 §4.3, no longer recommended.
    Password,
    /// RFC 6749 §4.4.
    ClientCredentials,
    /// RFC 6749 §4.1.
    AuthorizationCode,
    /// RFC 8628 (3.2).
    DeviceAuthorization,
}

impl FlowKind {
    /// Each with its name in OpenAPI 3.
    const NAMES: [(&str, Self); 5] = [
        ("implicit", Self::Implicit),
        ("password", Self::Password),
        ("clientCredentials", Self::ClientCredentials),
        ("authorizationCode", Self::AuthorizationCode),
        ("deviceAuthorization", Self::DeviceAuthorization),
    ];

    /// Its name in OpenAPI 3.
    pub fn id(self) -> &'static str {
        Self::NAMES.into_iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }
}

impl<'a> Reader<'a> {
    /// Every scheme the document describes.
    pub(crate) fn schemes(&mut self) -> Vec<Scheme<'a>> {
        let root = self.root();
        let (holder, key) = self.holder(root);
        let Some(holder) = holder else { return Vec::new() };
        let entries = self.entries(&holder, key);
        entries.into_iter().filter_map(|(name, node)| self.scheme(name, node)).collect()
    }

    fn holder(&mut self, root: Node<'a>) -> (Option<Node<'a>>, &'static str) {
        if self.version == Version::V2 {
            (Some(root), "securityDefinitions")
        } else {
            (self.object(&root, "components"), "securitySchemes")
        }
    }

    /// What an operation needs: one of these combinations. None at all: nothing.
    pub(crate) fn security(&mut self, operation: &Node<'a>) -> Vec<Requirement<'a>> {
        let root = self.root();
        let written = operation.value.get("security");
        let own = self.items(operation, "security");
        let items = if written.is_some_and(Value::is_array) { own } else { self.items(&root, "security") };
        let mut known: HashMap<&'a str, Option<Scheme<'a>>> = HashMap::new();
        let mut requirements = Vec::new();
        for item in items {
            if !item.value.is_object() {
                self.not_an_object(&item);
            }
            let named = match item.value {
                Value::Object(_) => self.members(&item),
                // The bare name of a scheme leaves no doubt.
                Value::String(name) => vec![(name.as_str(), item.clone())],
                // Read as a combination of nothing, it would say that anyone may call.
                _ => continue,
            };
            let mut schemes = Vec::new();
            for (name, node) in named {
                let scheme = match known.get(name) {
                    Some(scheme) => scheme.clone(),
                    None => {
                        let scheme = self.named_scheme(name, &node);
                        known.insert(name, scheme.clone());
                        scheme
                    }
                };
                schemes.push(SchemeUse { name, scheme, scopes: self.texts(&item, name) });
            }
            requirements.push(Requirement { schemes });
        }
        requirements
    }

    fn named_scheme(&mut self, name: &'a str, node: &Node<'a>) -> Option<Scheme<'a>> {
        let root = self.root();
        let (holder, key) = self.holder(root);
        let found = holder.and_then(|holder| holder.child(key)).and_then(|schemes| schemes.child(name));
        // Since 3.2 the name may be a reference to the scheme.
        let found = found.or_else(|| {
            let is_reference = self.version >= Version::V3_2 && name.contains(['#', '/']);
            is_reference.then(|| reference::target(node, name, self.documents).ok()).flatten()
        });
        match found {
            Some(found) => self.scheme(name, found),
            None => {
                self.report(report::unknown_scheme(name), node);
                None
            }
        }
    }

    fn scheme(&mut self, name: &'a str, node: Node<'a>) -> Option<Scheme<'a>> {
        let Resolved { node, description, .. } = self.resolve(node)?;
        let kind = match self.required_text(&node, "type")? {
            "apiKey" => SchemeKind::ApiKey {
                name: self.required_text(&node, "name")?,
                location: match self.required_text(&node, "in")? {
                    "header" => KeyLocation::Header,
                    "query" => KeyLocation::Query,
                    "cookie" => KeyLocation::Cookie,
                    other => {
                        self.report(report::unknown_value("in", other, "header, query, cookie"), &node);
                        return None;
                    }
                },
            },
            "basic" => SchemeKind::Http { scheme: "basic".to_owned(), bearer_format: None },
            "http" => SchemeKind::Http {
                scheme: self.required_text(&node, "scheme")?.to_ascii_lowercase(),
                bearer_format: self.text(&node, "bearerFormat"),
            },
            "oauth2" => {
                let metadata_url = self.address(&node, "oauth2MetadataUrl");
                SchemeKind::OAuth2 { flows: self.flows(&node), metadata_url }
            }
            "openIdConnect" => {
                self.required_text(&node, "openIdConnectUrl")?;
                SchemeKind::OpenIdConnect { url: self.address(&node, "openIdConnectUrl")? }
            }
            "mutualTLS" => SchemeKind::MutualTls,
            other => {
                let known = "apiKey, http, mutualTLS, oauth2, openIdConnect";
                self.report(report::unknown_value("type", other, known), &node);
                return None;
            }
        };
        Some(Scheme {
            name,
            kind,
            description: description.or_else(|| self.text(&node, "description")),
            deprecated: self.flag(&node, "deprecated").unwrap_or_default(),
            value: node.value,
        })
    }

    fn flows(&mut self, node: &Node<'a>) -> Vec<Flow<'a>> {
        if self.version == Version::V2 {
            return self.flow_of_scheme(node).into_iter().collect();
        }
        let mut flows = Vec::new();
        for (name, node) in self.entries(node, "flows") {
            match FlowKind::NAMES.into_iter().find(|(known, _)| *known == name) {
                Some((_, kind)) if node.value.is_object() => flows.push(self.flow(kind, &node)),
                Some(_) => {}
                None => {
                    let known = FlowKind::NAMES.map(|(name, _)| name).join(", ");
                    self.report(report::unknown_value("flows", name, &known), &node);
                }
            }
        }
        flows
    }

    pub(crate) fn flow(&mut self, kind: FlowKind, node: &Node<'a>) -> Flow<'a> {
        let scopes = self.entries(node, "scopes");
        Flow {
            kind,
            authorization_url: self.address(node, "authorizationUrl"),
            token_url: self.address(node, "tokenUrl"),
            refresh_url: self.address(node, "refreshUrl"),
            device_authorization_url: self.address(node, "deviceAuthorizationUrl"),
            scopes: scopes.into_iter().map(|(name, node)| (name, node.value.as_str().unwrap_or_default())).collect(),
        }
    }

    /// An address, resolved against that of the document.
    fn address(&mut self, node: &Node<'a>, key: &str) -> Option<String> {
        self.text(node, key).map(|written| uri::join(node.document.url(), written))
    }
}
