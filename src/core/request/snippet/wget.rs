//! Wget, in bash.

use super::plan::{BODY_FILE, Content, Plan};
use super::{Redaction, quote, shell};
use crate::core::request::message::Request;

pub(super) fn write(request: &Request, redaction: Redaction) -> String {
    let plan = Plan::new(request, redaction, |_| false);
    let method = shell::bash_word(plan.method);
    let mut words = vec![format!("wget --quiet --output-document=- --content-on-error --method={method}")];
    for (name, value) in &plan.headers {
        words.push(format!("--header={}", shell::bash(&value.after(&format!("{name}: ")))));
    }
    let mut before = String::new();
    match &plan.content {
        Content::Nothing | Content::Parts(_) => {}
        Content::Text(text) => words.push(format!("--body-data={}", quote::bash(text))),
        Content::File(name) => words.push(format!("--body-file={}", quote::bash(name))),
        Content::Inline(encoded) => {
            before = format!("base64 --decode <<< '{encoded}' > {BODY_FILE}\n");
            words.push(format!("--body-file={BODY_FILE}"));
        }
        Content::Chunks(chunks) => {
            before = format!("{} > {BODY_FILE}\n", shell::chunks(chunks));
            words.push(format!("--body-file={BODY_FILE}"));
        }
    }
    words.push(shell::bash(&plan.url));
    before + &shell::lines(&words, "\\")
}
