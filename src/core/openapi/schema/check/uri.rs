//! References between documents (RFC 3986): joining one to a base, and splitting its fragment off.

/// The five parts of a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Parts<'a> {
    scheme: Option<&'a str>,
    authority: Option<&'a str>,
    path: &'a str,
    query: Option<&'a str>,
    fragment: Option<&'a str>,
}

impl<'a> Parts<'a> {
    fn of(text: &'a str) -> Self {
        let (text, fragment) = match text.split_once('#') {
            Some((text, fragment)) => (text, Some(fragment)),
            None => (text, None),
        };
        let (text, query) = match text.split_once('?') {
            Some((text, query)) => (text, Some(query)),
            None => (text, None),
        };
        let (scheme, text) = match text.split_once(':').filter(|(scheme, _)| is_scheme(scheme)) {
            Some((scheme, text)) => (Some(scheme), text),
            None => (None, text),
        };
        let (authority, path) = match text.strip_prefix("//") {
            Some(rest) => {
                let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
                (Some(authority), path)
            }
            None => (None, text),
        };
        Self { scheme, authority, path, query, fragment }
    }
}

/// Whether a text may stand before the first `:` of an absolute address.
pub(super) fn is_scheme(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.chars().all(|character| character.is_ascii_alphanumeric() || "+-.".contains(character))
}

/// The absolute address of `reference` seen from `base`, without fragment, and the fragment (RFC 3986 §5.2).
pub(super) fn join(base: &str, reference: &str) -> (String, String) {
    let (target, base) = (Parts::of(reference), Parts::of(base));
    let fragment = target.fragment.unwrap_or_default().to_owned();
    let path;
    let (mut scheme, mut authority, mut query) = (target.scheme, target.authority, target.query);
    if target.scheme.is_some() || target.authority.is_some() {
        // An opaque path (`urn:a:b`) has no segments.
        path = if target.authority.is_some() { without_dots(target.path) } else { target.path.to_owned() };
        scheme = scheme.or(base.scheme);
    } else {
        (scheme, authority) = (base.scheme, base.authority);
        if target.path.is_empty() {
            path = base.path.to_owned();
            query = target.query.or(base.query);
        } else if target.path.starts_with('/') {
            path = without_dots(target.path);
        } else {
            let folder = base.path.rfind('/').map_or("", |slash| &base.path[..=slash]);
            let folder = if folder.is_empty() && base.authority.is_some() { "/" } else { folder };
            path = without_dots(&format!("{folder}{}", target.path));
        }
    }
    let mut joined = String::new();
    if let Some(scheme) = scheme {
        joined.push_str(&scheme.to_ascii_lowercase());
        joined.push(':');
    }
    if let Some(authority) = authority {
        joined.push_str("//");
        joined.push_str(authority);
    }
    joined.push_str(&path);
    if let Some(query) = query {
        joined.push('?');
        joined.push_str(query);
    }
    (joined, fragment)
}

/// RFC 3986 §5.2.4.
fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let segments: Vec<&str> = path.split('/').collect();
    for (index, segment) in segments.iter().enumerate() {
        let last = index + 1 == segments.len();
        match *segment {
            "." | ".." => {
                if *segment == ".." && kept.len() > usize::from(path.starts_with('/')) {
                    kept.pop();
                }
                if last {
                    kept.push("");
                }
            }
            other => kept.push(other),
        }
    }
    kept.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_join_their_base() {
        let base = "http://a/b/c/d;p?q";
        for (reference, expected) in [
            ("g:h", "g:h"),
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"),
            ("", "http://a/b/c/d;p?q"),
            (".", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../../../g", "http://a/g"),
            ("HTTP://x/./y", "http://x/y"),
            ("a:b", "a:b"),
        ] {
            assert_eq!(join(base, reference), (expected.to_owned(), String::new()), "{reference}");
        }
        assert_eq!(join("", "#/a"), (String::new(), "/a".to_owned()));
        assert_eq!(join("", "other.yaml#x"), ("other.yaml".to_owned(), "x".to_owned()));
        assert_eq!(join("urn:a:b", "#c"), ("urn:a:b".to_owned(), "c".to_owned()));
        assert_eq!(join("http://a", "b"), ("http://a/b".to_owned(), String::new()));
        assert_eq!(join("apis/x/openapi.yaml", "../y.yaml").0, "apis/y.yaml");
    }
}
