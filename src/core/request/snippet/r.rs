//! R: httr2.

use super::plan::{Content, Phrase, Plan, Run, text_or_file};
use super::{Redaction, quote};
use crate::core::request::message::{Part, Request};

fn can_write(part: &Part) -> bool {
    let has_nul = text_or_file(part).is_ok_and(|text| text.contains('\0'));
    part.headers.is_empty() && !has_nul && !part.name.is_empty() && !part.name.contains(['"', '\\', '\r', '\n', '\0'])
}

pub(super) fn write(request: &Request, redaction: Redaction) -> String {
    let plan = Plan::new(request, redaction, can_write);
    let phrase = |phrase: &Phrase| {
        let expression = phrase.render(quote::r, |name| format!("Sys.getenv({})", quote::r(name)), ", ");
        if phrase.0.len() > 1 { format!("paste0({expression})") } else { expression }
    };
    let mut steps = vec![format!("response <- request({})", phrase(&plan.url))];
    steps.push(format!("req_method({})", quote::r(plan.method)));
    // The type of a body is an argument of the body.
    let is_type = |name: &str| plan.has_content() && name.eq_ignore_ascii_case("content-type");
    let headers: Vec<_> = plan
        .headers
        .iter()
        .filter(|(name, _)| !is_type(name))
        .map(|(name, value)| format!("{} = {}", quote::r(name), phrase(value)))
        .collect();
    if !headers.is_empty() {
        steps.push(format!("req_headers(\n    {}\n  )", headers.join(",\n    ")));
    }
    let media = plan.headers.iter().find(|(name, _)| is_type(name)).map(|(_, value)| phrase(value));
    let typed = |body: String| {
        let media = media.as_ref().map(|media| format!(", type = {media}")).unwrap_or_default();
        format!("req_body_raw({body}{media})")
    };
    match &plan.content {
        Content::Nothing => {}
        Content::Text(text) => steps.push(typed(format!("charToRaw({})", quote::r(text)))),
        Content::File(name) => steps.push(typed(read(name))),
        Content::Inline(encoded) => steps.push(typed(format!("openssl::base64_decode(\"{encoded}\")"))),
        Content::Parts(parts) => {
            let fields: Vec<_> = parts.iter().map(field).collect();
            steps.push(format!("req_body_multipart(\n    {}\n  )", fields.join(",\n    ")));
        }
        Content::Chunks(chunks) => {
            let runs: Vec<_> = chunks
                .iter()
                .map(|chunk| match chunk {
                    Run::Text(text) => run(text),
                    Run::File(file) => read(&file.name),
                    Run::Variable(name) => format!("charToRaw(Sys.getenv({}))", quote::r(name)),
                })
                .collect();
            steps.push(typed(format!("c({})", runs.join(", "))));
        }
    }
    steps.push("req_perform()".to_owned());
    format!("library(httr2)\n\n{}\ncat(resp_status(response), resp_body_string(response))\n", steps.join(" |>\n  "))
}

fn read(name: &str) -> String {
    let name = quote::r(name);
    format!("readBin({name}, \"raw\", file.size({name}))")
}

fn run(text: &str) -> String {
    if text.contains('\0') {
        let encoded = crate::core::request::base64::encode(text.as_bytes());
        return format!("openssl::base64_decode(\"{encoded}\")");
    }
    format!("charToRaw({})", quote::r(text))
}

fn field(part: &Part) -> String {
    let media = part.content_type.as_deref().map(|media| format!(", type = {}", quote::r(media))).unwrap_or_default();
    let value = match text_or_file(part) {
        Ok(text) if media.is_empty() => quote::r(text),
        Ok(text) => format!("curl::form_data({}{media})", quote::r(text)),
        Err(file) => format!("curl::form_file({}{media})", quote::r(&file.name)),
    };
    format!("{} = {value}", quote::r(&part.name))
}
