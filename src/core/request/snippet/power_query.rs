//! The M language of Power Query, in Excel and Power BI.

use super::plan::{Content, Phrase, Plan, Run};
use super::{Redaction, quote};
use crate::core::request::message::Request;

pub(super) fn write(request: &Request, redaction: Redaction) -> String {
    let plan = Plan::new(request, redaction, |_| false);
    let phrase = |phrase: &Phrase| phrase.render(quote::power_query, str::to_owned, " & ");
    let mut code = String::new();
    let sent = if plan.has_content() { "POST" } else { "GET" };
    if plan.method != sent {
        code.push_str(&format!("// Power Query sends {sent} here: it knows no other way to make this call.\n"));
    }
    code.push_str("let\n");
    for name in plan.variables() {
        code.push_str(&format!("    {name} = {}, // to be replaced\n", quote::power_query(name)));
    }
    let mut options = Vec::new();
    if !plan.headers.is_empty() {
        let headers: Vec<_> = plan
            .headers
            .iter()
            .map(|(name, value)| format!("            #{} = {}", quote::power_query(name), phrase(value)))
            .collect();
        options.push(format!("        Headers = [\n{}\n        ]", headers.join(",\n")));
    }
    let content = match &plan.content {
        Content::Nothing | Content::Parts(_) => None,
        Content::Text(text) => Some(bytes(text)),
        Content::File(name) => Some(read(name)),
        Content::Inline(encoded) => Some(format!("Binary.FromText(\"{encoded}\", BinaryEncoding.Base64)")),
        Content::Chunks(chunks) => {
            let runs: Vec<_> = chunks
                .iter()
                .map(|chunk| match chunk {
                    Run::Text(text) => bytes(text),
                    Run::File(file) => read(&file.name),
                    Run::Variable(name) => format!("Text.ToBinary({name})"),
                })
                .collect();
            Some(format!("Binary.Combine({{\n            {}\n        }})", runs.join(",\n            ")))
        }
    };
    options.extend(content.map(|content| format!("        Content = {content}")));
    let options = match options.is_empty() {
        true => String::new(),
        false => format!(", [\n{}\n    ]", options.join(",\n")),
    };
    code.push_str(&format!("    Source = Web.Contents({}{options})\n", phrase(&plan.url)));
    code + "in\n    Text.FromBinary(Source, TextEncoding.Utf8)\n"
}

fn bytes(text: &str) -> String {
    format!("Text.ToBinary({}, TextEncoding.Utf8)", quote::power_query(text))
}

fn read(name: &str) -> String {
    format!("File.Contents({})", quote::power_query(name))
}
