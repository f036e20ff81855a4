//! Rust: reqwest, blocking.

use super::plan::{Content, Phrase, Plan, Run, text_or_file};
use super::{Redaction, quote};
use crate::core::request::message::{Part, Request};

fn can_write(part: &Part) -> bool {
    part.headers.is_empty() && !part.name.contains(['\\', '\r', '\n'])
}

pub(super) fn write(request: &Request, redaction: Redaction) -> String {
    let plan = Plan::new(request, redaction, can_write);
    let phrase = |phrase: &Phrase| {
        let variable = |name: &str| format!("&env::var({})?", quote::rust(name));
        let expression = phrase.render(quote::rust, variable, ", ");
        if phrase.variables().next().is_some() { format!("[{expression}].concat()") } else { expression }
    };
    let (mut features, mut before) = (vec!["blocking"], String::new());
    let body = match &plan.content {
        Content::Nothing => String::new(),
        Content::Text(text) => format!("        .body({})\n", quote::rust(text)),
        Content::File(name) => format!("        .body({})\n", read(name)),
        Content::Inline(encoded) => {
            before.push_str("    use base64::Engine as _;\n");
            format!("        .body(base64::prelude::BASE64_STANDARD.decode(\"{encoded}\")?)\n")
        }
        Content::Parts(parts) => {
            features.push("multipart");
            before.push_str("    use reqwest::blocking::multipart::{Form, Part};\n");
            before.push_str("    let form = Form::new()\n        .percent_encode_noop()\n");
            before.push_str(&parts.iter().map(add).collect::<Vec<_>>().join("\n"));
            before.push_str(";\n");
            "        .multipart(form)\n".to_owned()
        }
        Content::Chunks(chunks) => {
            let runs: Vec<_> = chunks
                .iter()
                .map(|chunk| match chunk {
                    Run::Text(text) => format!("            {}.as_bytes(),\n", quote::rust(text)),
                    Run::File(file) => format!("            &{},\n", read(&file.name)),
                    Run::Variable(name) => format!("            env::var({})?.as_bytes(),\n", quote::rust(name)),
                })
                .collect();
            format!("        .body([\n{}        ].concat())\n", runs.concat())
        }
    };
    let features: Vec<_> = features.iter().map(|feature| format!("\"{feature}\"")).collect();
    let mut code =
        format!("// [dependencies]\n// reqwest = {{ version = \"0.12\", features = [{}] }}\n", features.join(", "));
    if matches!(plan.content, Content::Inline(_)) {
        code.push_str("// base64 = \"0.22\"\n");
    }
    let uses =
        [("env", !plan.variables().is_empty()), ("fs", before.contains("fs::read") || body.contains("fs::read"))];
    for (module, _) in uses.into_iter().filter(|(_, is_used)| *is_used) {
        code.push_str(&format!("use std::{module};\n"));
    }
    code.push_str("\nfn main() -> Result<(), Box<dyn std::error::Error>> {\n");
    code.push_str(&before);
    code.push_str("    let response = reqwest::blocking::Client::new()\n");
    let method = quote::rust(plan.method);
    code.push_str(&format!("        .request({method}.parse()?, {})\n", phrase(&plan.url)));
    for (name, value) in &plan.headers {
        code.push_str(&format!("        .header({}, {})\n", quote::rust(name), phrase(value)));
    }
    code.push_str(&body);
    code + "        .send()?;\n    println!(\"{} {}\", response.status(), response.text()?);\n    Ok(())\n}\n"
}

fn read(name: &str) -> String {
    format!("fs::read({})?", quote::rust(name))
}

fn add(part: &Part) -> String {
    let media = part.content_type.as_deref();
    let media = media.map(|media| format!(".mime_str({})?", quote::rust(media))).unwrap_or_default();
    let value = match text_or_file(part) {
        Ok(text) => format!("Part::text({})", quote::rust(text)),
        Err(file) => format!("Part::bytes({}).file_name({})", read(&file.name), quote::rust(&file.name)),
    };
    format!("        .part({}, {value}{media})", quote::rust(&part.name))
}
