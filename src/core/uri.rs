//! Addresses as references to one another (RFC 3986): resolution (§5.2), for bases that are addresses or plain paths.
//!
//! Never here: which addresses are safe to put in a page (`address`), writing a request (`request`).

/// The five components of a reference (§3), delimiters left out.
struct Parts<'a> {
    scheme: Option<&'a str>,
    authority: Option<&'a str>,
    path: &'a str,
    query: Option<&'a str>,
    fragment: Option<&'a str>,
}

fn parse(text: &str) -> Parts<'_> {
    let (rest, fragment) = split(text, '#');
    let (rest, query) = split(rest, '?');
    let (scheme, rest) = match rest.split_once(':').filter(|(scheme, _)| is_scheme(scheme)) {
        Some((scheme, rest)) => (Some(scheme), rest),
        None => (None, rest),
    };
    let (authority, path) = match rest.strip_prefix("//") {
        Some(rest) => {
            let end = rest.find('/').unwrap_or(rest.len());
            (Some(&rest[..end]), &rest[end..])
        }
        None => (None, rest),
    };
    Parts { scheme, authority, path, query, fragment }
}

fn split(text: &str, sign: char) -> (&str, Option<&str>) {
    text.split_once(sign).map_or((text, None), |(before, after)| (before, Some(after)))
}

/// What `reference` means where `base` is the address of the document it stands in.
pub fn join(base: &str, reference: &str) -> String {
    let target = parse(reference);
    let base = parse(base);
    let mut joined = Parts { fragment: target.fragment, ..target };
    let path;
    if joined.scheme.is_some() || joined.authority.is_some() {
        path = without_dots(joined.path);
        joined.scheme = joined.scheme.or(base.scheme);
    } else {
        if joined.path.is_empty() {
            path = without_dots(base.path);
            joined.query = joined.query.or(base.query);
        } else if joined.path.starts_with('/') {
            path = without_dots(joined.path);
        } else if base.authority.is_some() && base.path.is_empty() {
            path = without_dots(&format!("/{}", joined.path));
        } else {
            let folder = base.path.rfind('/').map_or("", |slash| &base.path[..=slash]);
            path = without_dots(&format!("{folder}{}", joined.path));
        }
        joined.scheme = base.scheme;
        joined.authority = base.authority;
    }
    let mut text = String::new();
    if let Some(scheme) = joined.scheme {
        // §6.2.2.1: the case of a scheme means nothing, and two spellings of one address must be equal.
        text.push_str(&scheme.to_ascii_lowercase());
        text.push(':');
    }
    if let Some(authority) = joined.authority {
        text.extend(["//", authority]);
    }
    text.push_str(&path);
    for (before, part) in [("?", joined.query), ("#", joined.fragment)] {
        if let Some(part) = part {
            text.extend([before, part]);
        }
    }
    text
}

/// Whether the address says which host it is on, or at least which scheme.
pub fn is_absolute(text: &str) -> bool {
    parse(text).scheme.is_some()
}

/// Whether `text` may stand before the first `:` of an address (§3.1).
pub fn is_scheme(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.chars().all(|character| character.is_ascii_alphanumeric() || "+-.".contains(character))
}

/// An address without what follows `#`.
pub fn without_fragment(address: &str) -> &str {
    address.split('#').next().unwrap_or_default()
}

/// §5.2.4; a relative path keeps the `..` that lead out of it.
fn without_dots(path: &str) -> String {
    let absolute = path.starts_with('/');
    let mut kept: Vec<&str> = Vec::new();
    let mut segments = path.strip_prefix('/').unwrap_or(path).split('/').peekable();
    while let Some(segment) = segments.next() {
        let last = segments.peek().is_none();
        match segment {
            "." => {}
            ".." if kept.last().is_some_and(|segment| *segment != "..") => {
                kept.pop();
            }
            ".." if absolute => {}
            other => {
                kept.push(other);
                continue;
            }
        }
        if last && !kept.is_empty() {
            kept.push("");
        }
    }
    format!("{}{}", if absolute { "/" } else { "" }, kept.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_of_rfc_3986() {
        for (reference, expected) in [
            ("g:h", "g:h"),
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"),
            ("#s", "http://a/b/c/d;p?q#s"),
            ("g#s", "http://a/b/c/g#s"),
            ("g?y#s", "http://a/b/c/g?y#s"),
            (";x", "http://a/b/c/;x"),
            ("", "http://a/b/c/d;p?q"),
            (".", "http://a/b/c/"),
            ("./", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../..", "http://a/"),
            ("../../../g", "http://a/g"),
            ("/./g", "http://a/g"),
            ("/../g", "http://a/g"),
            ("g.", "http://a/b/c/g."),
            ("..g", "http://a/b/c/..g"),
            ("./g/.", "http://a/b/c/g/"),
            ("g;x=1/../y", "http://a/b/c/y"),
            ("g?y/../x", "http://a/b/c/g?y/../x"),
            ("g?y/./x", "http://a/b/c/g?y/./x"),
            ("g#s/../x", "http://a/b/c/g#s/../x"),
            ("g/../h", "http://a/b/c/h"),
            ("a:b", "a:b"),
            ("http://x/y", "http://x/y"),
            ("HTTP://x/./y", "http://x/y"),
        ] {
            assert_eq!(join("http://a/b/c/d;p?q", reference), expected, "{reference}");
        }
    }

    #[test]
    fn bases_may_be_paths() {
        for (base, reference, expected) in [
            ("apis/x/openapi.yaml", "schemas/pet.yaml#/a", "apis/x/schemas/pet.yaml#/a"),
            ("apis/x/openapi.yaml", "../y/b.json", "apis/y/b.json"),
            ("openapi.yaml", "../b.json", "../b.json"),
            ("", "./b.json", "b.json"),
            ("a.json", "#/x", "a.json#/x"),
            ("", "#/a", "#/a"),
            ("", "other.yaml#x", "other.yaml#x"),
            ("urn:a:b", "#c", "urn:a:b#c"),
            ("https://a.fr", "v1", "https://a.fr/v1"),
            ("https://a.fr/spec.json", "/", "https://a.fr/"),
            ("/data/a.json", "https://b.fr/c", "https://b.fr/c"),
        ] {
            assert_eq!(join(base, reference), expected, "{base} {reference}");
        }
    }

    proptest::proptest! {
        #[test]
        fn never_panics(base in ".{0,30}", reference in "([a-z:/?#.é]|\\.\\.|.){0,30}") {
            let _ = join(&base, &reference);
        }
    }
}
