//! JavaScript: `fetch`, in a page and in Node.js.

use super::plan::{Content, Phrase, Plan, Run, text_or_file};
use super::{Redaction, quote};
use crate::core::request::is_forbidden_in_browsers;
use crate::core::request::message::{Part, Request};

/// Where the code runs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Runtime {
    Browser,
    Node,
}

impl Runtime {
    /// What stands for a secret.
    fn variable(self, name: &str) -> String {
        match self {
            Self::Browser => name.to_owned(),
            Self::Node => format!("process.env.{name}"),
        }
    }
}

/// `FormData` gives a file name to every part that has a type, no other header to any, and rewrites line breaks.
fn can_write(part: &Part) -> bool {
    let is_kept = text_or_file(part).is_ok_and(|text| !text.replace("\r\n", "").contains(['\r', '\n']));
    part.headers.is_empty() && (text_or_file(part).is_err() || (part.content_type.is_none() && is_kept))
}

pub(super) fn write(request: &Request, redaction: Redaction, runtime: Runtime) -> String {
    let plan = Plan::new(request, redaction, can_write);
    let phrase = |phrase: &Phrase| phrase.render(quote::javascript, |name| runtime.variable(name), " + ");
    let mut code = String::new();
    let reads_file = match &plan.content {
        Content::File(_) => true,
        Content::Parts(parts) => parts.iter().any(|part| text_or_file(part).is_err()),
        Content::Chunks(chunks) => chunks.iter().any(|chunk| matches!(chunk, Run::File(_))),
        _ => false,
    };
    match runtime {
        Runtime::Node if reads_file => code.push_str("import { readFile } from \"node:fs/promises\";\n\n"),
        Runtime::Node => {}
        Runtime::Browser => {
            for name in plan.variables() {
                code.push_str(&format!("const {name} = prompt(\"{name}\");\n"));
            }
            if reads_file {
                code.push_str("// The files chosen in the page.\n");
                code.push_str("const { files } = document.querySelector(\"input[type=file]\");\n");
            }
        }
    }
    let is_bodiless = matches!(plan.method, "GET" | "HEAD");
    if is_bodiless && plan.has_content() {
        code.push_str(&format!("// fetch sends no body with {}.\n", plan.method));
    }
    let body = if is_bodiless { None } else { body(&plan, runtime, &mut code) };
    code.push_str(&format!("const response = await fetch({}, {{\n", phrase(&plan.url)));
    code.push_str(&format!("  method: {},\n", quote::javascript(plan.method)));
    if !plan.headers.is_empty() {
        code.push_str("  headers: {\n");
        for (name, value) in &plan.headers {
            let is_refused = runtime == Runtime::Browser && is_forbidden_in_browsers(name, &value.text());
            let start = if is_refused { "// Refused by browsers: " } else { "" };
            code.push_str(&format!("    {start}{}: {},\n", quote::javascript(name), phrase(value)));
        }
        code.push_str("  },\n");
    }
    if let Some(body) = body {
        code.push_str(&format!("  body: {body},\n"));
    }
    code + "});\nconsole.log(response.status, await response.text());\n"
}

/// The expression of the body; declares what it needs before.
fn body(plan: &Plan<'_>, runtime: Runtime, code: &mut String) -> Option<String> {
    let mut number = 0;
    let mut file = |name: &str| match runtime {
        Runtime::Node => format!("await readFile({})", quote::javascript(name)),
        Runtime::Browser => {
            number += 1;
            format!("files[{}]", number - 1)
        }
    };
    Some(match &plan.content {
        Content::Nothing => return None,
        Content::Text(text) => quote::javascript(text),
        Content::File(name) => file(name),
        Content::Inline(encoded) if runtime == Runtime::Node => format!("Buffer.from(\"{encoded}\", \"base64\")"),
        Content::Inline(encoded) => {
            format!("Uint8Array.from(atob(\"{encoded}\"), (character) => character.charCodeAt(0))")
        }
        Content::Parts(parts) => {
            code.push_str("const form = new FormData();\n");
            for part in *parts {
                let name = quote::javascript(&part.name);
                let append = match text_or_file(part) {
                    Ok(text) => format!("form.append({name}, {});\n", quote::javascript(text)),
                    Err(found) => {
                        let media = part.content_type.as_deref().unwrap_or("application/octet-stream");
                        let (source, media) = (file(&found.name), quote::javascript(media));
                        let blob = format!("new Blob([{source}], {{ type: {media} }})");
                        format!("form.append({name}, {blob}, {});\n", quote::javascript(&found.name))
                    }
                };
                code.push_str(&append);
            }
            "form".to_owned()
        }
        Content::Chunks(chunks) => {
            let runs = chunks.iter().map(|chunk| match chunk {
                Run::Text(text) => quote::javascript(text),
                Run::File(found) => file(&found.name),
                Run::Variable(name) => runtime.variable(name),
            });
            format!("new Blob([{}])", runs.collect::<Vec<_>>().join(", "))
        }
    })
}
