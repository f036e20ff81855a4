//! The kind of access that the security of a document suggests.

use crate::core::openapi::{Contents, OperationKind, SchemeKind};
use serde_json::Value;

pub(in crate::core::wizard) const OPEN: &str = "open";
const ACCOUNT: &str = "account";
const RESTRICTED: &str = "restricted";

/// `None` for a document without operations, which says nothing. Keys and tokens are taken for those of an account:
/// whether the right to have one is limited, a document does not say.
pub(in crate::core::wizard) fn access(contents: &Contents<'_>) -> Option<&'static str> {
    let operations: Vec<_> = contents.operations.iter().filter(|entry| entry.kind == OperationKind::Path).collect();
    let by_default = !contents.security.is_empty() && contents.security.iter().all(|one| !one.schemes.is_empty());
    let guarded = operations.iter().filter(|entry| match entry.node.value.get("security") {
        Some(Value::Array(ways)) => {
            !ways.is_empty() && ways.iter().all(|way| way.as_object().is_some_and(|way| !way.is_empty()))
        }
        _ => by_default,
    });
    let guarded = guarded.count();
    if operations.is_empty() {
        None
    } else if guarded * 2 <= operations.len() {
        Some(OPEN)
    } else if is_franceconnect(contents) || contents.schemes.iter().any(|scheme| scheme.kind == SchemeKind::MutualTls) {
        Some(RESTRICTED)
    } else {
        Some(ACCOUNT)
    }
}

/// Whether tokens come from FranceConnect.
pub(super) fn is_franceconnect(contents: &Contents<'_>) -> bool {
    contents.schemes.iter().any(|scheme| match &scheme.kind {
        SchemeKind::OAuth2 { .. } | SchemeKind::OpenIdConnect { .. } => {
            scheme.value.to_string().to_lowercase().contains("franceconnect")
        }
        _ => false,
    })
}
