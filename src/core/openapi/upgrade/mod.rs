//! OpenAPI 2.0 seen as OpenAPI 3: each part is turned into the model when it is read, never the whole document.
//!
//! | 2.0 | model |
//! |---|---|
//! | `host`, `basePath`, `schemes` | servers |
//! | `in: body`, `in: formData`, `consumes` | request body by media type |
//! | `produces`, `schema`, `examples` of an answer | its media types |
//! | `type`, `items`… of a parameter or header | a schema |
//! | `collectionFormat` | style and explode |
//! | `accessCode`, `application` | authorization code and client credentials flows |

mod body;
mod parameter;
#[cfg(test)]
mod tests;

use super::model::{Flow, FlowKind, Server};
use super::reader::Reader;
use super::reference::Node;
use super::report;
use crate::core::uri;

impl<'a> Reader<'a> {
    /// The servers that `schemes` (of the operation, else of the document), `host` and `basePath` make.
    pub(crate) fn servers_of_parts(&mut self, operation: Option<&Node<'a>>) -> Vec<Server<'a>> {
        let root = self.root();
        let host = self.text(&root, "host").unwrap_or_default().trim_end_matches('/');
        let base = self.text(&root, "basePath").unwrap_or_default();
        let base = if base.is_empty() || base.starts_with('/') { base.to_owned() } else { format!("/{base}") };
        let mut schemes = operation.map(|node| self.texts(node, "schemes")).unwrap_or_default();
        if schemes.is_empty() {
            schemes = self.texts(&root, "schemes");
        }
        // People write the whole address in `host`.
        let host = match host.split_once("://") {
            Some((scheme, host)) => {
                schemes = vec![scheme];
                host
            }
            None => host,
        };
        let url = root.document.url();
        let implied = |url: String| Server::implied(url, root.document);
        let address = match host {
            "" if !uri::is_absolute(url) => {
                return vec![implied(if base.is_empty() { "/".to_owned() } else { base })];
            }
            "" => uri::join(url, if base.is_empty() { "/" } else { &base }),
            host => uri::join(url, &format!("//{host}{base}")),
        };
        // Without `schemes`, that of the address the document comes from.
        let (scheme, rest) = address.split_once("//").unwrap_or(("", &address));
        if schemes.is_empty() {
            let scheme = if scheme.is_empty() { "https:" } else { scheme };
            return vec![implied(format!("{scheme}//{rest}"))];
        }
        schemes.iter().map(|scheme| implied(format!("{scheme}://{rest}"))).collect()
    }

    /// The one flow of a scheme.
    pub(crate) fn flow_of_scheme(&mut self, node: &Node<'a>) -> Option<Flow<'a>> {
        let kind = match self.required_text(node, "flow")? {
            "implicit" => FlowKind::Implicit,
            "password" => FlowKind::Password,
            "application" => FlowKind::ClientCredentials,
            "accessCode" => FlowKind::AuthorizationCode,
            other => {
                self.report(report::unknown_value("flow", other, "implicit, password, application, accessCode"), node);
                return None;
            }
        };
        Some(self.flow(kind, node))
    }
}
