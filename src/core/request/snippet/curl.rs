//! curl, in bash and in PowerShell.

use super::plan::{BODY_FILE, Content, Phrase, Piece, Plan, text_or_file};
use super::{Redaction, quote, shell};
use crate::core::request::message::{Part, PartValue, Request};

/// The shell that runs curl.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shell {
    Bash,
    PowerShell,
}

impl Shell {
    fn phrase(self, phrase: &Phrase) -> String {
        match self {
            Self::Bash => shell::bash(phrase),
            Self::PowerShell => shell::powershell(phrase),
        }
    }

    fn text(self, text: &str) -> String {
        match self {
            Self::Bash => quote::bash(text),
            Self::PowerShell => quote::powershell(text),
        }
    }

    fn word(self, word: &str) -> String {
        match self {
            Self::Bash => shell::bash_word(word),
            Self::PowerShell => quote::powershell(word),
        }
    }
}

/// curl reads the name of a field up to the first `=`.
fn can_write(part: &Part) -> bool {
    let has_nul = matches!(&part.value, PartValue::Text(text) if text.contains('\0'));
    !has_nul && !part.name.is_empty() && !part.name.contains(['=', '\0', '"', '\\', '\r', '\n'])
}

pub(super) fn write(request: &Request, redaction: Redaction, shell: Shell) -> String {
    let plan = Plan::new(request, redaction, can_write);
    let mut words = Vec::new();
    let mut first = "curl".to_owned();
    let has_data = plan.has_content();
    match plan.method {
        "HEAD" if !has_data => first.push_str(" --head"),
        "GET" if !has_data => {}
        "POST" if has_data => {}
        method => first.push_str(&format!(" --request {}", shell.word(method))),
    }
    let url = plan.url.text();
    if url.contains(['{', '}', '[', ']']) {
        first.push_str(" --globoff");
    }
    if plan.has_dot_segments() {
        first.push_str(" --path-as-is");
    }
    words.push(format!("{first} {}", shell.phrase(&plan.url)));
    for (name, value) in &plan.headers {
        // curl takes `Name:` for “do not send it” and `Name;` for an empty value.
        let header = if value.is_empty() {
            Phrase(vec![Piece::Text(format!("{name};"))])
        } else {
            value.after(&format!("{name}: "))
        };
        words.push(format!("--header {}", shell.phrase(&header)));
    }
    if has_data && !plan.has_header("content-type") && !matches!(plan.content, Content::Parts(_)) {
        words.push(format!("--header {}", shell.text("Content-Type:")));
    }
    let before = content(&plan, shell, &mut words);
    let continuation = if shell == Shell::Bash { "\\" } else { "`" };
    before + &shell::lines(&words, continuation)
}

/// Adds the words of the body; gives what stands before the command.
fn content(plan: &Plan<'_>, shell: Shell, words: &mut Vec<String>) -> String {
    let bytes = match &plan.content {
        Content::Nothing => return String::new(),
        Content::Text(text) => {
            words.push(format!("--data-raw {}", shell.text(text)));
            return String::new();
        }
        Content::File(name) => {
            words.push(format!("--data-binary {}", shell.text(&format!("@{name}"))));
            return String::new();
        }
        Content::Parts(parts) => {
            words.extend(parts.iter().map(|part| form(part, shell)));
            return String::new();
        }
        Content::Inline(encoded) => match shell {
            Shell::Bash => format!("base64 --decode <<< '{encoded}'"),
            Shell::PowerShell => format!("[Convert]::FromBase64String('{encoded}')"),
        },
        Content::Chunks(chunks) => match shell {
            Shell::Bash => super::shell::chunks(chunks),
            Shell::PowerShell => super::shell::powershell_chunks(chunks),
        },
    };
    match shell {
        Shell::Bash => {
            words.push("--data-binary @-".to_owned());
            format!("{bytes} | ")
        }
        Shell::PowerShell => {
            words.push(format!("--data-binary '@{BODY_FILE}'"));
            format!("[IO.File]::WriteAllBytes((Join-Path $PWD {BODY_FILE}), {bytes})\n")
        }
    }
}

fn form(part: &Part, shell: Shell) -> String {
    let mut options = part.content_type.iter().map(|media| format!(";type={media}")).collect::<String>();
    for (name, value) in &part.headers {
        options.push_str(&format!(";headers=\"{}\"", escaped(&format!("{name}: {value}"))));
    }
    match text_or_file(part) {
        Ok(text) if options.is_empty() => {
            format!("--form-string {}", shell.text(&format!("{}={text}", part.name)))
        }
        Ok(text) => format!("--form {}", shell.text(&format!("{}=\"{}\"{options}", part.name, escaped(text)))),
        Err(file) => format!("--form {}", shell.text(&format!("{}=@\"{}\"{options}", part.name, escaped(&file.name)))),
    }
}

/// What stands between the double quotes of curl's own syntax.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}
