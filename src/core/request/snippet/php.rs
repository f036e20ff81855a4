//! PHP: its curl extension.

use super::plan::{Content, Phrase, Piece, Plan, Run};
use super::{Redaction, quote};
use crate::core::request::message::Request;

pub(super) fn write(request: &Request, redaction: Redaction) -> String {
    // An array of fields holds each name once: forms are laid out by hand.
    let plan = Plan::new(request, redaction, |_| false);
    let phrase = |phrase: &Phrase| phrase.render(quote::php, |name| format!("getenv({})", quote::php(name)), " . ");
    let mut code = format!("<?php\n$curl = curl_init({});\ncurl_setopt_array($curl, [\n", phrase(&plan.url));
    if plan.method == "HEAD" && !plan.has_content() {
        code.push_str("    CURLOPT_NOBODY => true,\n");
    } else {
        code.push_str(&format!("    CURLOPT_CUSTOMREQUEST => {},\n", quote::php(plan.method)));
    }
    code.push_str("    CURLOPT_RETURNTRANSFER => true,\n");
    if plan.has_dot_segments() {
        code.push_str("    CURLOPT_PATH_AS_IS => true,\n");
    }
    let mut headers: Vec<_> = plan
        .headers
        .iter()
        .map(|(name, value)| match value.is_empty() {
            // `Name;` is an empty value, `Name:` would remove the header.
            true => Phrase(vec![Piece::Text(format!("{name};"))]),
            false => value.after(&format!("{name}: ")),
        })
        .collect();
    if plan.has_content() && !plan.has_header("content-type") {
        headers.push(Phrase(vec![Piece::Text("Content-Type:".to_owned())]));
    }
    if !headers.is_empty() {
        code.push_str("    CURLOPT_HTTPHEADER => [\n");
        for header in &headers {
            code.push_str(&format!("        {},\n", phrase(header)));
        }
        code.push_str("    ],\n");
    }
    let body = match &plan.content {
        Content::Nothing | Content::Parts(_) => None,
        Content::Text(text) => Some(quote::php(text)),
        Content::File(name) => Some(read(name)),
        Content::Inline(encoded) => Some(format!("base64_decode('{encoded}')")),
        Content::Chunks(chunks) => {
            let runs = chunks.iter().map(|chunk| match chunk {
                Run::Text(text) => quote::php(text),
                Run::File(file) => read(&file.name),
                Run::Variable(name) => format!("getenv({})", quote::php(name)),
            });
            Some(runs.collect::<Vec<_>>().join("\n        . "))
        }
    };
    if let Some(body) = body {
        code.push_str(&format!("    CURLOPT_POSTFIELDS => {body},\n"));
    }
    code + "]);\n$response = curl_exec($curl);\necho curl_getinfo($curl, CURLINFO_RESPONSE_CODE), ' ', $response, PHP_EOL;\n"
}

fn read(name: &str) -> String {
    format!("file_get_contents({})", quote::php(name))
}
