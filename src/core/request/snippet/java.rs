//! Java: `java.net.http`.

use super::plan::{Content, Phrase, Plan, Run};
use super::{Redaction, quote};
use crate::core::request::message::Request;

/// Headers the client keeps for itself.
const KEPT: [&str; 5] = ["connection", "content-length", "expect", "host", "upgrade"];

pub(super) fn write(request: &Request, redaction: Redaction) -> String {
    let plan = Plan::new(request, redaction, |_| false);
    let phrase =
        |phrase: &Phrase| phrase.render(quote::java, |name| format!("System.getenv({})", quote::java(name)), " + ");
    let body = match &plan.content {
        Content::Nothing | Content::Parts(_) => "BodyPublishers.noBody()".to_owned(),
        Content::Text(text) => of_string(text),
        Content::File(name) => of_file(name),
        Content::Inline(encoded) => {
            format!("BodyPublishers.ofByteArray(java.util.Base64.getDecoder().decode(\"{encoded}\"))")
        }
        Content::Chunks(chunks) => {
            let runs: Vec<_> = chunks
                .iter()
                .map(|chunk| match chunk {
                    Run::Text(text) => of_string(text),
                    Run::File(file) => of_file(&file.name),
                    Run::Variable(name) => {
                        format!("BodyPublishers.ofString(System.getenv({}))", quote::java(name))
                    }
                })
                .collect();
            format!("BodyPublishers.concat(\n                {})", runs.join(",\n                "))
        }
    };
    let mut code = "import java.net.URI;\nimport java.net.http.HttpClient;\nimport java.net.http.HttpRequest;\n\
        import java.net.http.HttpRequest.BodyPublishers;\nimport java.net.http.HttpResponse.BodyHandlers;\n"
        .to_owned();
    if body.contains("Path.of(") {
        code.push_str("import java.nio.file.Path;\n");
    }
    code.push_str("\npublic class Call {\n    public static void main(String[] arguments) throws Exception {\n");
    code.push_str(&format!("        var request = HttpRequest.newBuilder(URI.create({}))\n", phrase(&plan.url)));
    code.push_str(&format!("            .method({}, {body})\n", quote::java(plan.method)));
    for (name, value) in &plan.headers {
        let is_kept = KEPT.iter().any(|kept| name.eq_ignore_ascii_case(kept));
        let start = if is_kept { "// Kept by the client: " } else { "" };
        code.push_str(&format!("            {start}.header({}, {})\n", quote::java(name), phrase(value)));
    }
    code + "            .build();\n        var response = HttpClient.newHttpClient().send(request, \
        BodyHandlers.ofString());\n        System.out.println(response.statusCode() + \" \" + response.body());\n    }\n}\n"
}

fn of_string(text: &str) -> String {
    format!("BodyPublishers.ofString({})", quote::java(text))
}

fn of_file(name: &str) -> String {
    format!("BodyPublishers.ofFile(Path.of({}))", quote::java(name))
}
