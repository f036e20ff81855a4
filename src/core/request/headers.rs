//! Headers: one of each name, values that cannot break out of their line, and what a browser refuses to send.

use crate::core::i18n::Text;
use crate::core::problem::{Place, Problem};

/// Names a page may not set (Fetch standard, “forbidden request-header”), in lower case.
const FORBIDDEN: [&str; 22] = [
    "accept-charset",
    "accept-encoding",
    "access-control-request-headers",
    "access-control-request-method",
    "access-control-request-private-network",
    "connection",
    "content-length",
    "cookie",
    "cookie2",
    "date",
    "dnt",
    "expect",
    "host",
    "keep-alive",
    "origin",
    "referer",
    "set-cookie",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "via",
];

/// Headers that carry another method: forbidden when that method is.
const METHOD_OVERRIDES: [&str; 3] = ["x-http-method", "x-http-method-override", "x-method-override"];

/// Whether a browser refuses to send this header for a page.
pub fn is_forbidden_in_browsers(name: &str, value: &str) -> bool {
    let name = name.to_ascii_lowercase();
    FORBIDDEN.contains(&name.as_str())
        || name.starts_with("proxy-")
        || name.starts_with("sec-")
        || (METHOD_OVERRIDES.contains(&name.as_str())
            && value.split(',').any(|method| is_method_forbidden_in_browsers(method.trim())))
}

/// Whether a browser refuses this method for a page.
pub fn is_method_forbidden_in_browsers(method: &str) -> bool {
    ["CONNECT", "TRACE", "TRACK"].iter().any(|forbidden| method.eq_ignore_ascii_case(forbidden))
}

/// Whether `name` is a token (RFC 9110 §5.6.2): the only thing a header or a method may be called.
pub(super) fn is_token(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

/// The headers of a request while it is built.
#[derive(Debug, Default)]
pub(super) struct Headers {
    pub(super) list: Vec<(String, String)>,
}

impl Headers {
    /// Adds a header; a second one of the same name is joined to the first, as HTTP allows.
    pub(super) fn add(&mut self, name: &str, value: &str, place: &Place, problems: &mut Vec<Problem>) {
        if !is_token(name) || value.chars().any(|character| character.is_control() && character != '\t') {
            problems.push(unwritable(name, place));
            return;
        }
        let value = value.trim_matches([' ', '\t']);
        if !value.is_ascii() {
            problems.push(not_ascii(name, place));
        }
        if is_forbidden_in_browsers(name, value) {
            problems.push(forbidden(name, place));
        }
        match self.list.iter_mut().find(|(other, _)| other.eq_ignore_ascii_case(name)) {
            Some((_, present)) => {
                let separator = if name.eq_ignore_ascii_case("cookie") { "; " } else { ", " };
                *present = format!("{present}{separator}{value}");
            }
            None => self.list.push((name.to_owned(), value.to_owned())),
        }
    }

    /// Whether a header of this name is there.
    pub(super) fn has(&self, name: &str) -> bool {
        self.list.iter().any(|(other, _)| other.eq_ignore_ascii_case(name))
    }
}

fn unwritable(name: &str, place: &Place) -> Problem {
    let what = Text::new(
        format!("L’en-tête «\u{202f}{name}\u{202f}» contient un caractère interdit\u{202f}: il n’est pas envoyé."),
        format!("The header `{name}` holds a forbidden character: it is not sent."),
    );
    let mend = Text::new(
        "Retirez les retours à la ligne et les caractères de contrôle\u{202f}; le nom n’a ni espace ni accent.",
        "Remove line breaks and control characters; a name has no space and no accent.",
    );
    Problem::error("header-unwritable", place.clone(), what, mend)
}

fn not_ascii(name: &str, place: &Place) -> Problem {
    let what = Text::new(
        format!(
            "La valeur de l’en-tête «\u{202f}{name}\u{202f}» n’est pas en ASCII\u{202f}: chaque logiciel l’envoie à sa façon."
        ),
        format!("The value of the header `{name}` is not ASCII: each program sends it in its own way."),
    );
    let mend = Text::new(
        "Écrivez la valeur sans accent, ou encodée comme le producteur le demande.",
        "Write the value without accents, or encoded as the producer asks.",
    );
    Problem::warning("header-not-ascii", place.clone(), what, mend)
}

fn forbidden(name: &str, place: &Place) -> Problem {
    let what = Text::new(
        format!("Un navigateur n’envoie pas l’en-tête «\u{202f}{name}\u{202f}» pour le compte d’une page."),
        format!("A browser does not send the header `{name}` for a page."),
    );
    let mend = Text::new(
        "Copiez l’exemple de code et lancez-le hors du navigateur\u{202f}: l’en-tête y figure.",
        "Copy the code sample and run it outside the browser: it has the header.",
    );
    Problem::warning("header-forbidden-in-browsers", place.clone(), what, mend)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_keep_some_names_for_themselves() {
        for (name, value, expect) in [
            ("Cookie", "a=b", true),
            ("HOST", "x", true),
            ("Sec-Fetch-Mode", "x", true),
            ("Proxy-Authorization", "x", true),
            ("Authorization", "x", false),
            ("User-Agent", "x", false),
            ("X-HTTP-Method-Override", "PATCH", false),
            ("X-HTTP-Method-Override", "get, trace", true),
        ] {
            assert_eq!(is_forbidden_in_browsers(name, value), expect, "{name}: {value}");
        }
        assert!(is_method_forbidden_in_browsers("trace") && !is_method_forbidden_in_browsers("PATCH"));
    }

    #[test]
    fn no_value_opens_a_new_line() {
        let check = |name: &str, value: &str, expect: &[&str]| {
            let (mut headers, mut problems) = (Headers::default(), Vec::new());
            headers.add(name, value, &Place::default(), &mut problems);
            let codes: Vec<_> = problems.iter().map(|problem| problem.code).collect();
            assert_eq!(codes, expect, "{name}: {value}");
            headers.list
        };
        assert!(check("X", "a\r\nEvil: b", &["header-unwritable"]).is_empty());
        assert!(check("X Y", "a", &["header-unwritable"]).is_empty());
        assert!(check("", "a", &["header-unwritable"]).is_empty());
        assert_eq!(check("X", " a\tb ", &[]), [("X".into(), "a\tb".into())]);
        assert_eq!(check("X", "é", &["header-not-ascii"]).len(), 1);
        assert_eq!(check("cookie", "a=b", &["header-forbidden-in-browsers"]).len(), 1);
    }

    #[test]
    fn a_name_stands_once() {
        let (mut headers, mut problems) = (Headers::default(), Vec::new());
        for (name, value) in [("Cookie", "a=1"), ("X", "1"), ("cookie", "b=2"), ("x", "2")] {
            headers.add(name, value, &Place::default(), &mut problems);
        }
        assert_eq!(headers.list, [("Cookie".into(), "a=1; b=2".into()), ("X".into(), "1, 2".into())]);
        assert!(headers.has("COOKIE"));
    }
}
