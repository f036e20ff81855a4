//! `openapi outline`: what a document contains, as JSON.

use super::files::{self, Files};
use crate::core::i18n::{Language, Text};
use crate::core::openapi::{OperationKind, declared};
use crate::core::problem::Severity;
use crate::tool::report::{row, say};
use serde_json::{Value, json};
use std::path::Path;

/// Lists the contents of `file`; says whether it has no errors.
pub(super) fn run(file: &Path, language: Language) -> Result<bool, Text> {
    let (document, mut problems) = files::read(file)?;
    let others = Files::beside(&document);
    let (contents, found) = document.contents(&others);
    problems.extend(found);
    let servers = contents.servers.iter().map(|server| json!({ "url": server.url, "description": server.description }));
    let operations = contents.operations.iter().filter(|operation| operation.kind == OperationKind::Path);
    let webhooks = contents.operations.iter().filter(|operation| operation.kind == OperationKind::Webhook);
    let entry = |operation: &crate::core::openapi::OperationEntry<'_>| -> Value {
        json!({
            "id": operation.id.as_str(),
            "method": operation.method,
            "path": operation.path,
            "tags": operation.tags,
            "summary": operation.summary,
            "deprecated": operation.deprecated,
        })
    };
    let listed = json!({
        "version": declared(document.value()),
        "title": contents.info.title,
        "apiVersion": contents.info.version,
        "servers": servers.collect::<Vec<_>>(),
        "operations": operations.map(entry).collect::<Vec<_>>(),
        "webhooks": webhooks.map(entry).collect::<Vec<_>>(),
        "problems": problems.iter().map(|problem| row(problem, language)).collect::<Vec<_>>(),
    });
    say(&format!("{listed:#}"));
    Ok(problems.iter().all(|problem| problem.severity != Severity::Error))
}
