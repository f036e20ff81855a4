//! Kotlin: OkHttp.

use super::plan::{Content, Phrase, Plan, Run, text_or_file};
use super::{Redaction, quote};
use crate::core::request::message::{Part, Request};

fn can_write(part: &Part) -> bool {
    part.headers.is_empty()
}

pub(super) fn write(request: &Request, redaction: Redaction) -> String {
    let plan = Plan::new(request, redaction, can_write);
    let phrase =
        |phrase: &Phrase| phrase.render(quote::kotlin, |name| format!("System.getenv({})", quote::kotlin(name)), " + ");
    let is_type = |name: &str| plan.has_content() && name.eq_ignore_ascii_case("content-type");
    let media = plan.headers.iter().find(|(name, _)| is_type(name));
    let media = media.map(|(_, value)| format!("{}.toMediaType()", phrase(value))).unwrap_or_default();
    let body = match &plan.content {
        // OkHttp refuses these methods without a body.
        Content::Nothing if matches!(plan.method, "POST" | "PUT" | "PATCH") => {
            "ByteArray(0).toRequestBody()".to_owned()
        }
        Content::Nothing => "null".to_owned(),
        Content::Text(text) => format!("{}.toRequestBody({media})", bytes(text)),
        Content::File(name) => format!("File({}).asRequestBody({media})", quote::kotlin(name)),
        Content::Inline(encoded) => {
            format!("java.util.Base64.getDecoder().decode(\"{encoded}\").toRequestBody({media})")
        }
        Content::Parts(parts) => {
            let added: String = parts.iter().map(add).collect();
            format!("MultipartBody.Builder()\n        .setType(MultipartBody.FORM){added}\n        .build()")
        }
        Content::Chunks(chunks) => {
            let runs: Vec<_> = chunks
                .iter()
                .map(|chunk| match chunk {
                    Run::Text(text) => bytes(text),
                    Run::File(file) => format!("File({}).readBytes()", quote::kotlin(&file.name)),
                    Run::Variable(name) => format!("System.getenv({}).toByteArray()", quote::kotlin(name)),
                })
                .collect();
            format!("({})\n        .toRequestBody({media})", runs.join("\n        + "))
        }
    };
    let mut code =
        String::from("import java.io.File\nimport okhttp3.*\nimport okhttp3.MediaType.Companion.toMediaType\n");
    code.push_str("import okhttp3.RequestBody.Companion.asRequestBody\n");
    code.push_str("import okhttp3.RequestBody.Companion.toRequestBody\n\nfun main() {\n");
    code.push_str(&format!("    val body = {body}\n    val request = Request.Builder()\n"));
    code.push_str(&format!(
        "        .url({})\n        .method({}, body)\n",
        phrase(&plan.url),
        quote::kotlin(plan.method)
    ));
    for (name, value) in plan.headers.iter().filter(|(name, _)| !is_type(name)) {
        code.push_str(&format!("        .header({}, {})\n", quote::kotlin(name), phrase(value)));
    }
    code.push_str("        .build()\n    OkHttpClient().newCall(request).execute().use { response ->\n");
    code + "        println(\"${response.code} ${response.body?.string()}\")\n    }\n}\n"
}

/// OkHttp adds a charset to the type of a text, not to the type of bytes.
fn bytes(text: &str) -> String {
    format!("{}.toByteArray()", quote::kotlin(text))
}

fn add(part: &Part) -> String {
    let name = quote::kotlin(&part.name);
    let media = part.content_type.as_deref();
    let media = media.map(|media| format!("{}.toMediaType()", quote::kotlin(media))).unwrap_or_default();
    let (file_name, body) = match text_or_file(part) {
        Ok(text) => ("null".to_owned(), format!("{}.toRequestBody({media})", bytes(text))),
        Err(file) => {
            let name = quote::kotlin(&file.name);
            (name.clone(), format!("File({name}).asRequestBody({media})"))
        }
    };
    format!("\n        .addFormDataPart({name}, {file_name}, {body})")
}
