//! What the Fetch standard asks of a server before a page of another site may read it: the preflight, the headers.
//!
//! Never here: whether the server does so.

use super::diagnosis::Facts;
use crate::core::i18n::Text;
use crate::core::request::{Body, Request, is_forbidden_in_browsers};

/// Longest value a header may have without a preflight.
const LONGEST_VALUE: usize = 128;
/// How long a browser may remember an answer to a preflight, in the advice given: ten minutes.
const MAX_AGE: &str = "600";

/// What makes a browser ask the server first, with `OPTIONS`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Preflight<'a> {
    /// The method, when it is not one of those that forms use.
    pub(super) method: Option<&'a str>,
    /// Headers a form could not send.
    pub(super) headers: Vec<&'a str>,
    /// The content type, when a form could not have it.
    pub(super) content_type: Option<&'a str>,
}

impl<'a> Preflight<'a> {
    /// What in `request` asks for a preflight.
    pub(super) fn of(request: &'a Request) -> Self {
        let mut preflight = Self::default();
        if !matches!(request.method.as_str(), "GET" | "HEAD" | "POST") {
            preflight.method = Some(&request.method);
        }
        for (name, value) in &request.headers {
            // What browsers drop is not asked for.
            if is_safelisted(name, value) || is_forbidden_in_browsers(name, value) {
                continue;
            }
            if name.eq_ignore_ascii_case("content-type") {
                preflight.content_type = (request.body != Body::None).then_some(value.as_str());
            }
            preflight.headers.push(name);
        }
        preflight
    }

    /// Whether a browser asks first.
    pub(super) fn is_needed(&self) -> bool {
        self.method.is_some() || !self.headers.is_empty()
    }

    /// What asks for it, in words.
    pub(super) fn reasons(&self) -> Text {
        let (mut fr, mut en) = (Vec::new(), Vec::new());
        if let Some(method) = self.method {
            fr.push(format!("la méthode {method}"));
            en.push(format!("the method {method}"));
        }
        for name in &self.headers {
            match self.content_type.filter(|_| name.eq_ignore_ascii_case("content-type")) {
                Some(media) => {
                    fr.push(format!("le type de contenu {media}"));
                    en.push(format!("the content type {media}"));
                }
                None => {
                    fr.push(format!("l’en-tête {name}"));
                    en.push(format!("the header {name}"));
                }
            }
        }
        Text::new(fr.join(", "), en.join(", "))
    }
}

/// Whether a form could send this header (“CORS-safelisted request-header”).
fn is_safelisted(name: &str, value: &str) -> bool {
    let is_unsafe = |byte: u8| (byte < 0x20 && byte != b'\t') || byte == 0x7f || b"\"():<>?@[\\]{}".contains(&byte);
    let is_language = |byte: u8| byte.is_ascii_alphanumeric() || b" *,-.;=".contains(&byte);
    let fits = value.len() <= LONGEST_VALUE;
    match name.to_ascii_lowercase().as_str() {
        "accept" => fits && !value.bytes().any(is_unsafe),
        "accept-language" | "content-language" => fits && value.bytes().all(is_language),
        "content-type" => {
            let essence = value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
            let form = ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"];
            fits && !value.bytes().any(is_unsafe) && form.contains(&essence.as_str())
        }
        "range" => {
            let bounds = value.strip_prefix("bytes=").and_then(|range| range.split_once('-'));
            let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
            bounds.is_some_and(|(from, to)| !from.is_empty() && is_number(from) && is_number(to))
        }
        _ => false,
    }
}

/// The headers to add to every answer, one a line; then those of the answer to `OPTIONS`, where it is asked for.
pub(super) fn lines(facts: &Facts<'_>) -> (String, String) {
    let preflight = Preflight::of(facts.request);
    let mut allow = String::new();
    let line = |text: &mut String, name: &str, value: &str| text.extend(["Access-Control-", name, ": ", value, "\n"]);
    // A page opened from a file has no origin of its own to name.
    line(&mut allow, "Allow-Origin", if facts.page == "null" { "*" } else { facts.page });
    if facts.credentials {
        line(&mut allow, "Allow-Credentials", "true");
    }
    let mut asked = String::new();
    if preflight.is_needed() {
        asked.push_str(&allow);
        line(&mut asked, "Allow-Methods", &facts.request.method);
        if !preflight.headers.is_empty() {
            line(&mut asked, "Allow-Headers", &preflight.headers.join(", "));
        }
        line(&mut asked, "Max-Age", MAX_AGE);
    }
    if !facts.exposed.is_empty() {
        line(&mut allow, "Expose-Headers", &facts.exposed.join(", "));
    }
    allow.push_str("Vary: Origin\n");
    (allow, asked)
}
