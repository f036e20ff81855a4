//! The message itself, as editors read it in `.http` files: `{{NAME}}` is a variable, `< name` a file.

use super::Redaction;
use super::plan::{Content, Phrase, Plan, Run};
use crate::core::request::message::Request;

pub(super) fn write(request: &Request, redaction: Redaction) -> String {
    let plan = Plan::new(request, redaction, |_| false);
    let render = |phrase: &Phrase| phrase.render(str::to_owned, |name| format!("{{{{{name}}}}}"), "");
    let url = render(&plan.url);
    let rest = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
    let (host, target) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
    let target = if target.starts_with('/') { target.to_owned() } else { format!("/{target}") };
    let mut text = format!("{} {target} HTTP/1.1\n", plan.method);
    if !plan.has_header("host") {
        text.push_str(&format!("Host: {host}\n"));
    }
    for (name, value) in &plan.headers {
        text.push_str(&format!("{name}: {}\n", render(value)));
    }
    match &plan.content {
        Content::Nothing | Content::Parts(_) => {}
        Content::Text(body) => text.push_str(&format!("Content-Length: {}\n\n{body}\n", body.len())),
        Content::File(name) => text.push_str(&format!("\n< {name}\n")),
        Content::Inline(encoded) => text.push_str(&format!("\n(Base64) {encoded}\n")),
        Content::Chunks(chunks) => {
            text.push('\n');
            for chunk in chunks {
                match chunk {
                    Run::Text(run) => text.push_str(&run.replace("\r\n", "\n")),
                    Run::File(file) => text.push_str(&format!("< {}", file.name)),
                    Run::Variable(name) => text.push_str(&format!("{{{{{name}}}}}")),
                }
            }
        }
    }
    text
}
