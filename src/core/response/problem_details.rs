//! What an answer says went wrong: problem details (RFC 9457), and the shapes that services use instead.
//!
//! Never here: what a status means (`status`).

use super::media::MediaType;
use super::tree::{NodeKind, Tree};
use serde::{Deserialize, Serialize};

/// Longest text kept, in characters.
const LONGEST: usize = 2000;
/// Most messages or extensions kept.
const MOST: usize = 50;

/// What went wrong, in the words of the service.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErrorView {
    /// Whether it follows RFC 9457.
    pub standard: bool,
    /// The address that names the kind of problem.
    pub kind: Option<String>,
    /// What went wrong, in short.
    pub title: Option<String>,
    /// The status written in the body.
    pub status: Option<u16>,
    /// What went wrong this time.
    pub detail: Option<String>,
    /// The address that names this occurrence.
    pub instance: Option<String>,
    /// What is wrong in each place.
    pub messages: Vec<ErrorMessage>,
    /// The other members: names and values as written.
    pub extensions: Vec<(String, String)>,
}

/// What is wrong in one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErrorMessage {
    /// The field or pointer; empty when it is not said.
    pub place: String,
    /// What is wrong.
    pub text: String,
}

/// Members that name what went wrong, in short; the best first.
const TITLES: [&str; 6] = ["title", "error", "code", "error_code", "errorCode", "erreur"];
/// Members that say what went wrong.
const DETAILS: [&str; 9] = [
    "detail",
    "error_description",
    "message",
    "errorMessage",
    "error_message",
    "msg",
    "description",
    "hydra:description",
    "reason",
];
/// Members that list what is wrong in each place.
const LISTS: [&str; 7] = ["errors", "violations", "details", "detail", "invalid-params", "invalid_params", "erreurs"];
/// Members that say where.
const PLACES: [&str; 9] =
    ["pointer", "field", "path", "propertyPath", "name", "parameter", "loc", "property", "source"];

/// Reads what went wrong from the body of an answer: problem details whatever the status, other shapes from 400 on.
pub fn error_details(content_type: Option<&str>, status: u16, body: &Tree) -> Option<ErrorView> {
    let media = MediaType::parse(content_type.unwrap_or_default()).essence;
    let announced = media == "application/problem+json";
    if body.kind(0) != Some(NodeKind::Object) || (!announced && status < 400) {
        return None;
    }
    let text = |name: &str| body.member(0, name).and_then(|node| body.scalar(node, LONGEST));
    let mut view = ErrorView {
        standard: announced || (text("type").is_some() && text("title").is_some()),
        kind: text("type"),
        status: text("status").and_then(|status| status.parse().ok()),
        instance: text("instance"),
        ..ErrorView::default()
    };
    // `{"error": {"code": …, "message": …}}` is read as what it holds.
    let inner = body.member(0, "error").filter(|node| body.kind(*node) == Some(NodeKind::Object));
    for holder in [Some(0), inner].into_iter().flatten() {
        let first = |names: &[&str]| {
            names
                .iter()
                .find_map(|name| body.scalar(body.member(holder, name)?, LONGEST).filter(|text| !text.is_empty()))
        };
        view.title = view.title.or_else(|| first(&TITLES));
        view.detail = view.detail.or_else(|| first(&DETAILS));
        for list in LISTS.iter().filter_map(|name| body.member(holder, name)) {
            view.list(body, list);
        }
    }
    if !announced && view.title.is_none() && view.detail.is_none() && view.messages.is_empty() {
        return None;
    }
    view.extend(body);
    Some(view)
}

impl ErrorView {
    /// Messages of a list, or of an object by field.
    fn list(&mut self, body: &Tree, list: u32) {
        for item in body.children(list) {
            let keyed = body.key(item, LONGEST).unwrap_or_default();
            if body.kind(item) == Some(NodeKind::Array) {
                // `{"errors": {"field": ["one", "two"]}}`
                body.children(item).for_each(|text| self.message(body, text, keyed.clone()));
            } else {
                self.message(body, item, keyed);
            }
        }
    }

    fn message(&mut self, body: &Tree, item: u32, keyed: String) {
        if self.messages.len() >= MOST {
            return;
        }
        let found = DETAILS.iter().chain(&TITLES).find_map(|name| body.scalar(body.member(item, name)?, LONGEST));
        let Some(text) = body.scalar(item, LONGEST).or(found) else { return };
        let place = PLACES.iter().find_map(|name| body.member(item, name)).and_then(|node| place(body, node));
        self.messages.push(ErrorMessage { place: place.unwrap_or(keyed), text });
    }

    /// What is not said elsewhere in the view.
    fn extend(&mut self, body: &Tree) {
        let mut left = Vec::new();
        for member in body.children(0) {
            let Some(name) = body.key(member, 200) else { continue };
            let value = body.text(member, LONGEST).text;
            let shown = body.scalar(member, LONGEST);
            let used = ["type", "title", "status", "detail", "instance"].contains(&name.as_str())
                || LISTS.contains(&name.as_str())
                || (name == "error" && shown.is_none())
                || [&self.title, &self.detail].into_iter().any(|text| text.is_some() && *text == shown);
            if !used && left.len() < MOST {
                left.push((name, shown.unwrap_or(value)));
            }
        }
        self.extensions = left;
    }
}

/// `"a"`, `["body", "age"]`, `{"pointer": "/age"}`.
fn place(body: &Tree, node: u32) -> Option<String> {
    match body.kind(node)? {
        NodeKind::Array => {
            let parts: Vec<String> = body.children(node).take(20).filter_map(|part| body.scalar(part, 200)).collect();
            Some(parts.join("."))
        }
        NodeKind::Object => {
            ["pointer", "parameter", "header"].iter().find_map(|name| body.scalar(body.member(node, name)?, LONGEST))
        }
        _ => body.scalar(node, LONGEST),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    fn read(content_type: &str, status: u16, body: &str) -> Option<ErrorView> {
        error_details(Some(content_type), status, &Tree::read(Arc::new(body.as_bytes().to_vec())).0)
    }

    #[test]
    fn problem_details() {
        let body = r#"{"type":"https://a.fr/credit","title":"Crédit insuffisant","status":403,"detail":"Il faut 50.",
            "instance":"/c/1","balance":30,"accounts":["/a"],"errors":[{"detail":"trop","pointer":"/age"}]}"#;
        let view = read("application/problem+json; charset=utf-8", 403, body).unwrap();
        assert_eq!((view.standard, view.status, view.kind.as_deref()), (true, Some(403), Some("https://a.fr/credit")));
        assert_eq!((view.title.as_deref(), view.detail.as_deref()), (Some("Crédit insuffisant"), Some("Il faut 50.")));
        assert_eq!(view.messages, [ErrorMessage { place: "/age".into(), text: "trop".into() }]);
        assert_eq!(view.extensions, [("balance".into(), "30".into()), ("accounts".into(), r#"["/a"]"#.into())]);
    }

    #[test]
    fn common_shapes() {
        for (body, title, detail, messages) in [
            (r#"{"message":"Non"}"#, None, Some("Non"), ""),
            (r#"{"error":"invalid_grant","error_description":"Expiré"}"#, Some("invalid_grant"), Some("Expiré"), ""),
            (r#"{"error":{"code":12,"message":"Non"}}"#, Some("12"), Some("Non"), ""),
            (
                r#"{"errors":["a",{"message":"b","field":"x"},{"title":"c","source":{"pointer":"/d"}}]}"#,
                None,
                None,
                "=a x=b /d=c",
            ),
            (r#"{"errors":{"age":["trop","peu"],"nom":"vide"}}"#, None, None, "age=trop age=peu nom=vide"),
            (r#"{"detail":[{"loc":["body",0,"age"],"msg":"requis"}]}"#, None, None, "body.0.age=requis"),
        ] {
            let view = read("application/json", 400, body).unwrap_or_else(|| panic!("{body}"));
            assert_eq!((view.title.as_deref(), view.detail.as_deref()), (title, detail), "{body}");
            let found: Vec<_> = view.messages.iter().map(|one| format!("{}={}", one.place, one.text)).collect();
            assert_eq!((found.join(" ").as_str(), view.standard), (messages, false), "{body}");
        }
    }

    #[test]
    fn other_answers_are_no_error() {
        for (content_type, status, body) in [
            ("application/json", 200, r#"{"message":"Oui"}"#),
            ("application/json", 404, r#"{"a":1}"#),
            ("application/json", 500, "[]"),
            ("application/problem+json", 500, "oops"),
        ] {
            assert_eq!(read(content_type, status, body), None, "{body}");
        }
        assert!(read("application/problem+json", 200, "{}").is_some());
        let many = format!(r#"{{"errors":[{}0]}}"#, "\"e\",".repeat(500));
        assert_eq!(read("application/json", 400, &many).unwrap().messages.len(), MOST);
    }
}
