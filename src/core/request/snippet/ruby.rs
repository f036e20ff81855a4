//! Ruby: `net/http`.

use super::plan::{Content, Phrase, Plan, Run, text_or_file};
use super::{Redaction, quote};
use crate::core::request::message::{Part, Request};

/// The methods that have a class of their own.
const CLASSES: [&str; 8] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"];

/// `set_form` gives a type to files only.
fn can_write(part: &Part) -> bool {
    let is_typed_text = part.content_type.is_some() && text_or_file(part).is_ok();
    let file_name = text_or_file(part).err().map(|file| file.name.as_str()).unwrap_or_default();
    let is_plain = |name: &str| !name.contains(['"', '\\', '\r', '\n']);
    part.headers.is_empty() && !is_typed_text && is_plain(&part.name) && is_plain(file_name)
}

pub(super) fn write(request: &Request, redaction: Redaction) -> String {
    let plan = Plan::new(request, redaction, can_write);
    let phrase =
        |phrase: &Phrase| phrase.render(quote::ruby, |name| format!("ENV.fetch({})", quote::ruby(name)), " + ");
    let mut code = format!("require \"net/http\"\n\nuri = URI({})\n", phrase(&plan.url));
    if CLASSES.contains(&plan.method) {
        let (first, rest) = plan.method.split_at(1);
        code.push_str(&format!("request = Net::HTTP::{first}{}.new(uri)\n", rest.to_ascii_lowercase()));
    } else {
        let method = quote::ruby(plan.method);
        code.push_str(&format!("request = Net::HTTPGenericRequest.new({method}, true, true, uri)\n"));
    }
    for (name, value) in &plan.headers {
        code.push_str(&format!("request[{}] = {}\n", quote::ruby(name), phrase(value)));
    }
    match &plan.content {
        Content::Nothing => {}
        Content::Text(text) => code.push_str(&format!("request.body = {}\n", quote::ruby(text))),
        Content::File(name) => code.push_str(&format!("request.body = {}\n", read(name))),
        Content::Inline(encoded) => code.push_str(&format!("request.body = \"{encoded}\".unpack1(\"m\")\n")),
        Content::Parts(parts) => {
            let fields: Vec<_> = parts.iter().map(field).collect();
            code.push_str(&format!(
                "request.set_form([\n  {}\n], \"multipart/form-data\", charset: \"UTF-8\")\n",
                fields.join(",\n  ")
            ));
        }
        Content::Chunks(chunks) => {
            let runs: Vec<_> = chunks
                .iter()
                .map(|chunk| match chunk {
                    Run::Text(text) => format!("{}.b", quote::ruby(text)),
                    Run::File(file) => read(&file.name),
                    Run::Variable(name) => format!("ENV.fetch({}).b", quote::ruby(name)),
                })
                .collect();
            code.push_str(&format!("request.body = [\n  {}\n].join\n", runs.join(",\n  ")));
        }
    }
    code.push_str("response = Net::HTTP.start(uri.host, uri.port, use_ssl: uri.scheme == \"https\") do |http|\n");
    code + "  http.request(request)\nend\nputs response.code, response.body\n"
}

fn read(name: &str) -> String {
    format!("File.binread({})", quote::ruby(name))
}

fn field(part: &Part) -> String {
    let name = quote::ruby(&part.name);
    match text_or_file(part) {
        Ok(text) => format!("[{name}, {}]", quote::ruby(text)),
        Err(file) => {
            let media = part.content_type.as_deref().unwrap_or("application/octet-stream");
            let (file_name, media) = (quote::ruby(&file.name), quote::ruby(media));
            format!("[{name}, File.open({file_name}, \"rb\"), {{ filename: {file_name}, content_type: {media} }}]")
        }
    }
}
