//! Go: `net/http`.

use super::plan::{Content, Phrase, Plan, Run, text_or_file};
use super::{Redaction, quote};
use crate::core::request::body::quoted;
use crate::core::request::message::{Part, Request};

const CHECK: &str = "\tif err != nil {\n\t\tlog.Fatal(err)\n\t}\n";

pub(super) fn write(request: &Request, redaction: Redaction) -> String {
    let plan = Plan::new(request, redaction, |_| true);
    let phrase = |phrase: &Phrase| phrase.render(quote::go, |name| format!("os.Getenv({})", quote::go(name)), " + ");
    let mut imports = vec!["fmt", "io", "log", "net/http"];
    if !plan.variables().is_empty() {
        imports.push("os");
    }
    let mut code = String::new();
    let body = match &plan.content {
        Content::Nothing => "nil",
        Content::Text(text) => {
            imports.push("strings");
            code.push_str(&format!("\tbody := strings.NewReader({})\n", quote::go(text)));
            "body"
        }
        Content::File(name) => {
            imports.extend(["bytes", "os"]);
            code.push_str(&format!("\tdata, err := os.ReadFile({})\n{CHECK}", quote::go(name)));
            "bytes.NewReader(data)"
        }
        Content::Inline(encoded) => {
            imports.extend(["bytes", "encoding/base64"]);
            code.push_str(&format!("\tdata, err := base64.StdEncoding.DecodeString(\"{encoded}\")\n{CHECK}"));
            "bytes.NewReader(data)"
        }
        Content::Parts(parts) => {
            imports.extend(["bytes", "mime/multipart", "net/textproto"]);
            code.push_str("\tbody := &bytes.Buffer{}\n\tform := multipart.NewWriter(body)\n");
            for part in *parts {
                if text_or_file(part).is_err() {
                    imports.push("os");
                }
                code.push_str(&add(part));
            }
            code.push_str("\tform.Close()\n");
            "body"
        }
        Content::Chunks(chunks) => {
            imports.extend(["bytes", "os"]);
            code.push_str("\tbody := &bytes.Buffer{}\n");
            code.extend(chunks.iter().map(|chunk| match chunk {
                Run::Text(text) => format!("\tbody.WriteString({})\n", quote::go(text)),
                Run::Variable(name) => format!("\tbody.WriteString(os.Getenv({}))\n", quote::go(name)),
                Run::File(file) => block(&format!("{}\tbody.Write(data)\n", read(&file.name))),
            }));
            "body"
        }
    };
    let (method, url) = (quote::go(plan.method), phrase(&plan.url));
    code.push_str(&format!("\trequest, err := http.NewRequest({method}, {url}, {body})\n{CHECK}"));
    for (name, value) in &plan.headers {
        match name.eq_ignore_ascii_case("host") {
            true => code.push_str(&format!("\trequest.Host = {}\n", phrase(value))),
            false => code.push_str(&format!("\trequest.Header.Set({}, {})\n", quote::go(name), phrase(value))),
        }
    }
    if matches!(plan.content, Content::Parts(_)) {
        code.push_str("\trequest.Header.Set(\"Content-Type\", form.FormDataContentType())\n");
    }
    code.push_str(&format!(
        "\tresponse, err := http.DefaultClient.Do(request)\n{CHECK}\tdefer response.Body.Close()\n"
    ));
    code.push_str(&format!("\ttext, err := io.ReadAll(response.Body)\n{CHECK}"));
    code.push_str("\tfmt.Println(response.Status, string(text))\n");
    imports.sort_unstable();
    imports.dedup();
    let imports: String = imports.iter().map(|name| format!("\t\"{name}\"\n")).collect();
    format!("package main\n\nimport (\n{imports})\n\nfunc main() {{\n{code}}}\n")
}

/// One part, in a block of its own: the same names serve for each.
fn add(part: &Part) -> String {
    let mut disposition = format!("form-data; name=\"{}\"", quoted(&part.name));
    if let Err(file) = text_or_file(part) {
        disposition.push_str(&format!("; filename=\"{}\"", quoted(&file.name)));
    }
    let media = part.content_type.as_deref().map(|media| ("Content-Type", media));
    let own = part.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let headers = [("Content-Disposition", disposition.as_str())].into_iter().chain(media).chain(own);
    let headers: Vec<_> =
        headers.map(|(name, value)| format!("{}: {{{}}}", quote::go_line(name), quote::go_line(value))).collect();
    let header = format!("textproto.MIMEHeader{{{}}}", headers.join(", "));
    let value = match text_or_file(part) {
        Ok(text) => format!("\tio.WriteString(part, {})\n", quote::go_line(text)),
        Err(file) => format!("{}\tpart.Write(data)\n", read(&file.name)),
    };
    block(&format!("\tpart, err := form.CreatePart({header})\n{CHECK}{value}"))
}

fn read(name: &str) -> String {
    format!("\tdata, err := os.ReadFile({})\n{CHECK}", quote::go_line(name))
}

/// Statements with names of their own.
fn block(code: &str) -> String {
    let code: String = code.lines().map(|line| format!("\t{line}\n")).collect();
    format!("\t{{\n{code}\t}}\n")
}
