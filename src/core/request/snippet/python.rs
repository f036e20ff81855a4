//! Python: requests and HTTPX.

use super::plan::{Content, Phrase, Plan, Run, text_or_file};
use super::{Redaction, quote};
use crate::core::request::message::{Part, Request};

/// The library that sends.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Library {
    Requests,
    Httpx,
}

/// Both escape a backslash or a quote of a name in their own way.
fn can_write(part: &Part) -> bool {
    let file_name = text_or_file(part).err().map(|file| file.name.as_str()).unwrap_or_default();
    !part.name.contains(['\\', '\r', '\n']) && !file_name.contains(['\\', '\r', '\n'])
}

pub(super) fn write(request: &Request, redaction: Redaction, library: Library) -> String {
    let plan = Plan::new(request, redaction, can_write);
    let phrase =
        |phrase: &Phrase| phrase.render(quote::python, |name| format!("os.environ[{}]", quote::python(name)), " + ");
    let (module, data) = match library {
        Library::Requests => ("requests", "data"),
        Library::Httpx => ("httpx", "content"),
    };
    let mut code = String::new();
    if matches!(plan.content, Content::Inline(_)) {
        code.push_str("import base64\n");
    }
    if !plan.variables().is_empty() {
        code.push_str("import os\n");
    }
    if !code.is_empty() {
        code.push('\n');
    }
    code.push_str(&format!("import {module}\n\nresponse = {module}.request(\n"));
    code.push_str(&format!("    {},\n    {},\n", quote::python(plan.method), phrase(&plan.url)));
    if !plan.headers.is_empty() {
        code.push_str("    headers={\n");
        for (name, value) in &plan.headers {
            code.push_str(&format!("        {}: {},\n", quote::python(name), phrase(value)));
        }
        code.push_str("    },\n");
    }
    let body = match &plan.content {
        Content::Nothing => String::new(),
        Content::Text(text) => format!("    {data}={}.encode(),\n", quote::python(text)),
        Content::File(name) => format!("    {data}={},\n", read(name)),
        Content::Inline(encoded) => format!("    {data}=base64.b64decode(\"{encoded}\"),\n"),
        Content::Parts(parts) => {
            format!("    files=[\n{}    ],\n", parts.iter().map(field).collect::<String>())
        }
        Content::Chunks(chunks) => {
            let runs = chunks.iter().map(|chunk| match chunk {
                Run::Text(text) => format!("        {}.encode(),\n", quote::python(text)),
                Run::File(file) => format!("        {},\n", read(&file.name)),
                Run::Variable(name) => format!("        os.environ[{}].encode(),\n", quote::python(name)),
            });
            format!("    {data}=b\"\".join([\n{}    ]),\n", runs.collect::<String>())
        }
    };
    code + &body + ")\nprint(response.status_code, response.text)\n"
}

fn read(name: &str) -> String {
    format!("open({}, \"rb\").read()", quote::python(name))
}

fn field(part: &Part) -> String {
    let (file_name, value) = match text_or_file(part) {
        Ok(text) => ("None".to_owned(), quote::python(text)),
        Err(file) => (quote::python(&file.name), format!("open({}, \"rb\")", quote::python(&file.name))),
    };
    let mut tuple = format!("{file_name}, {value}");
    let headers: Vec<_> =
        part.headers.iter().map(|(name, value)| format!("{}: {}", quote::python(name), quote::python(value))).collect();
    if part.content_type.is_some() || !headers.is_empty() {
        tuple.push_str(&format!(", {}", part.content_type.as_deref().map_or("None".to_owned(), quote::python)));
    }
    if !headers.is_empty() {
        tuple.push_str(&format!(", {{{}}}", headers.join(", ")));
    }
    format!("        ({}, ({tuple})),\n", quote::python(&part.name))
}
