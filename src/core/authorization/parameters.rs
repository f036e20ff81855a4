//! Names and values in the form of RFC 6749, appendix B (`application/x-www-form-urlencoded`): read and written.
//!
//! Never here: what they mean.

use crate::core::request::percent::{decode_form, encode_form};

/// Characters read of a return address or an answer: what is longer is no answer to a request for authorization.
pub(super) const LONGEST: usize = 64 * 1024;
/// Parameters read.
const MOST: usize = 100;

/// Parameters as they were received.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// Reads a query, a fragment or a body, with or without `?` or `#` before it.
    pub(super) fn parse(text: &str) -> Self {
        let text = text.trim_start_matches(['?', '#']);
        if text.len() > LONGEST {
            return Self::default();
        }
        let pairs = text.split('&').filter(|pair| !pair.is_empty()).take(MOST);
        Self(pairs.map(pair).collect())
    }

    /// The value of a parameter. RFC 6749 §3.1: one without a value is left out, one that stands twice has none.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let mut found = self.0.iter().filter(|(other, _)| other == name).map(|(_, value)| value.as_str());
        let value = found.next().filter(|value| !value.is_empty());
        if found.next().is_some() { None } else { value }
    }
}

fn pair(pair: &str) -> (String, String) {
    let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
    (decode_form(name), decode_form(value))
}

/// Writes `pairs`; one without a value is left out.
pub(super) fn write<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut text = String::new();
    for (name, value) in pairs.into_iter().filter(|(_, value)| !value.is_empty()) {
        if !text.is_empty() {
            text.push('&');
        }
        text.push_str(&encode_form(name));
        text.push('=');
        text.push_str(&encode_form(value));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_stands_twice_has_no_value() {
        let read = Parameters::parse("?code=a+b%26&state=&x=1&x=1&&=&é");
        assert_eq!(read.get("code"), Some("a b&"));
        for name in ["state", "x", "absent", "é", ""] {
            assert_eq!(read.get(name), None, "{name}");
        }
        assert_eq!(Parameters::parse(&format!("code={}", "a".repeat(LONGEST))).get("code"), None);
    }

    proptest! {
        #[test]
        fn reading_undoes_writing(name in ".{1,8}", value in ".{1,20}") {
            let text = write([(name.as_str(), value.as_str()), ("other~", "")]);
            let read = Parameters::parse(&text);
            prop_assert_eq!(read.get(&name), Some(value.as_str()));
        }
    }
}
