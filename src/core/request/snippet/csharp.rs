//! C#: `HttpClient`.

use super::plan::{Content, Phrase, Plan, Run, text_or_file};
use super::{Redaction, quote};
use crate::core::request::body::quoted;
use crate::core::request::message::{Part, Request};

/// The headers that .NET files with the content.
fn is_content_header(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.starts_with("content-") || ["allow", "expires", "last-modified"].contains(&name.as_str())
}

pub(super) fn write(request: &Request, redaction: Redaction) -> String {
    let plan = Plan::new(request, redaction, |_| true);
    let variable = |name: &str| format!("Environment.GetEnvironmentVariable({})", quote::csharp(name));
    let phrase = |phrase: &Phrase| phrase.render(quote::csharp, variable, " + ");
    let mut code = String::from("using System.Net.Http;\nusing System.Text;\n\nusing var client = new HttpClient();\n");
    let (method, url) = (quote::csharp(plan.method), phrase(&plan.url));
    code.push_str(&format!("using var request = new HttpRequestMessage(new HttpMethod({method}), {url});\n"));
    let content = match &plan.content {
        // A header of the content needs a content.
        Content::Nothing if plan.headers.iter().any(|(name, _)| is_content_header(name)) => {
            Some("new ByteArrayContent(Array.Empty<byte>())".to_owned())
        }
        Content::Nothing => None,
        Content::Text(text) => Some(bytes(text)),
        Content::File(name) => Some(read(name)),
        Content::Inline(encoded) => Some(format!("new ByteArrayContent(Convert.FromBase64String(\"{encoded}\"))")),
        Content::Parts(parts) => {
            code.push_str("var form = new MultipartContent(\"form-data\");\n");
            for (index, part) in parts.iter().enumerate() {
                code.push_str(&add(part, index + 1));
            }
            Some("form".to_owned())
        }
        Content::Chunks(chunks) => {
            code = code.replacen("using System.Net.Http;", "using System.Linq;\nusing System.Net.Http;", 1);
            let runs = chunks.iter().map(|chunk| match chunk {
                Run::Text(text) => encoded(&quote::csharp(text)),
                Run::File(file) => format!("File.ReadAllBytes({})", quote::csharp(&file.name)),
                Run::Variable(name) => encoded(&variable(name)),
            });
            let runs: String = runs.map(|run| format!("    {run},\n")).collect();
            Some(format!("new ByteArrayContent(new[] {{\n{runs}}}.SelectMany(run => run).ToArray())"))
        }
    };
    if let Some(content) = content {
        code.push_str(&format!("request.Content = {content};\n"));
    }
    for (name, value) in &plan.headers {
        let owner = if is_content_header(name) { "request.Content" } else { "request" };
        let (name, value) = (quote::csharp(name), phrase(value));
        code.push_str(&format!("{owner}.Headers.TryAddWithoutValidation({name}, {value});\n"));
    }
    code.push_str("using var response = await client.SendAsync(request);\n");
    code + "Console.WriteLine($\"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}\");\n"
}

fn bytes(text: &str) -> String {
    format!("new ByteArrayContent({})", encoded(&quote::csharp(text)))
}

fn encoded(expression: &str) -> String {
    format!("Encoding.UTF8.GetBytes({expression})")
}

fn read(name: &str) -> String {
    format!("new ByteArrayContent(File.ReadAllBytes({}))", quote::csharp(name))
}

fn add(part: &Part, number: usize) -> String {
    let mut disposition = format!("form-data; name=\"{}\"", quoted(&part.name));
    let content = match text_or_file(part) {
        Ok(text) => bytes(text),
        Err(file) => {
            disposition.push_str(&format!("; filename=\"{}\"", quoted(&file.name)));
            read(&file.name)
        }
    };
    let mut code = format!("var part{number} = {content};\n");
    let media = part.content_type.as_deref().map(|media| ("Content-Type", media));
    let own = part.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    for (name, value) in [("Content-Disposition", disposition.as_str())].into_iter().chain(media).chain(own) {
        let (name, value) = (quote::csharp(name), quote::csharp(value));
        code.push_str(&format!("part{number}.Headers.TryAddWithoutValidation({name}, {value});\n"));
    }
    code + &format!("form.Add(part{number});\n")
}
