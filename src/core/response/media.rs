//! Media types and lists of parameters as headers write them (RFC 9110 §5.6, §8.3).

/// A media type: `text/csv; charset=utf-8`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct MediaType {
    /// `type/subtype`, lower case; empty when there is none.
    pub(super) essence: String,
    /// Names in lower case, values as they are.
    pub(super) parameters: Vec<(String, String)>,
}

impl MediaType {
    /// Reads a `Content-Type`; what is no media type has no essence.
    pub(super) fn parse(header: &str) -> Self {
        let (essence, rest) = header.split_at(header.find(';').unwrap_or(header.len()));
        let essence = essence.trim().to_ascii_lowercase();
        let valid = essence.split_once('/').is_some_and(|(kind, sub)| is_token(kind) && is_token(sub));
        if valid { Self { essence, parameters: parameters(rest) } } else { Self::default() }
    }

    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// Whether its structure is `suffix`: `application/geo+json` is `json`.
    pub(super) fn is(&self, suffix: &str) -> bool {
        let sub = self.essence.split_once('/').map_or("", |(_, sub)| sub);
        sub == suffix || sub.rsplit_once('+').is_some_and(|(_, end)| end == suffix)
    }
}

/// Reads `; name=value; name="quoted"` up to its end.
pub(super) fn parameters(text: &str) -> Vec<(String, String)> {
    let mut rest = text;
    let mut found = Vec::new();
    while let Some(parameter) = next_parameter(&mut rest) {
        found.push(parameter);
    }
    found
}

/// Reads one `; name=value`; leaves what follows, or what is no parameter.
pub(super) fn next_parameter(rest: &mut &str) -> Option<(String, String)> {
    loop {
        *rest = rest.trim_start().strip_prefix(';')?.trim_start();
        let end = rest.find(['=', ';', ',', '"']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let name = name.trim().to_ascii_lowercase();
        let Some(after) = after.strip_prefix('=') else {
            *rest = after;
            if name.is_empty() {
                continue;
            }
            return Some((name, String::new()));
        };
        let after = after.trim_start();
        let (value, after) = match after.strip_prefix('"') {
            Some(quoted) => quoted_string(quoted),
            None => {
                let (value, after) = after.split_at(after.find([';', ',']).unwrap_or(after.len()));
                (value.trim().to_owned(), after)
            }
        };
        *rest = after;
        return Some((name, value));
    }
}

/// Reads a quoted string whose first quote is read; gives what follows its end.
pub(super) fn quoted_string(text: &str) -> (String, &str) {
    let mut value = String::new();
    let mut characters = text.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return (value, text.get(at + 1..).unwrap_or_default()),
            '\\' => value.extend(characters.next().map(|(_, escaped)| escaped)),
            other => value.push(other),
        }
    }
    (value, "")
}

pub(super) fn is_token(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

/// The value of the header `name`, whatever its case.
pub(super) fn header<'h>(headers: &'h [(String, String)], name: &str) -> Option<&'h str> {
    headers.iter().find(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn media_types() {
        for (header, essence, charset) in [
            ("text/html", "text/html", None),
            (" Text/CSV ;\u{20}Charset=UTF-8 ;\u{20}header=present", "text/csv", Some("UTF-8")),
            (r#"text/plain;;x; charset="a\"b;c""#, "text/plain", Some("a\"b;c")),
            ("multipart/mixed; boundary=x; charset=\"open", "multipart/mixed", Some("open")),
            ("nonsense", "", None),
            ("a/b c; charset=x", "", None),
            ("", "", None),
        ] {
            let media = MediaType::parse(header);
            assert_eq!((media.essence.as_str(), media.parameter("charset")), (essence, charset), "{header}");
        }
        assert!(MediaType::parse("application/vnd.x+json").is("json") && MediaType::parse("text/xml").is("xml"));
    }

    proptest::proptest! {
        #[test]
        fn ends_whatever_is_written(text in "[a-z;=,\"\\\\ é/]{0,40}") {
            let _ = (MediaType::parse(&text), parameters(&text));
        }
    }
}
