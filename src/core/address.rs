//! Addresses that are safe to put in a page: [`HttpUrl`], [`Email`], [`Href`].
//!
//! Content is hostile until parsed: a link that is not one of these types cannot be rendered.

use serde::{Deserialize, Serialize};
use std::fmt;

/// An absolute `http:` or `https:` address with a host, without white space or control characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct HttpUrl(String);

impl HttpUrl {
    /// Parses an absolute address (RFC 3986, schemes `http` and `https` only).
    pub fn parse(text: &str) -> Option<Self> {
        let (scheme, rest) = text.split_once("://")?;
        let known = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let host = authority.rsplit('@').next().unwrap_or_default();
        let name = host.split(':').next().unwrap_or_default();
        let named = !name.is_empty()
            && !name.starts_with('.')
            && name.chars().all(|character| character.is_alphanumeric() || matches!(character, '.' | '-' | '_'));
        // A literal IPv6 host, `[::1]`, is the one form with more colons.
        let literal = host.starts_with('[') && host.contains(']');
        // Browsers read `\` as `/`: what follows it would pass for the host, and lead elsewhere.
        let single = !authority.contains('\\');
        (known && (named || literal) && single && !text.chars().any(is_unsafe)).then(|| Self(text.to_owned()))
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host, without user, port or case: `api.gouv.fr`.
    pub fn host(&self) -> String {
        let rest = self.0.split_once("://").map_or("", |(_, rest)| rest);
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let host = authority.rsplit('@').next().unwrap_or_default();
        host.split(':').next().unwrap_or_default().to_ascii_lowercase()
    }

    /// Whether the address is encrypted (`https`).
    pub fn is_secure(&self) -> bool {
        self.0.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("https:"))
    }
}

/// An e-mail address: `local@domain.tld` (the practical subset of RFC 5322 that HTML forms accept).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

impl Email {
    /// Parses one address; `None` for several, for a display name or for a `mailto:`.
    pub fn parse(text: &str) -> Option<Self> {
        let (local, domain) = text.split_once('@')?;
        let local_valid = !local.is_empty()
            && local
                .chars()
                .all(|character| character.is_ascii_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(character));
        let domain_valid = domain.contains('.')
            && domain.split('.').all(|label| {
                !label.is_empty()
                    && !label.starts_with('-')
                    && !label.ends_with('-')
                    && label.chars().all(|character| character.is_ascii_alphanumeric() || character == '-')
            });
        (local_valid && domain_valid).then(|| Self(text.to_owned()))
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address as a link (RFC 6068 §2): `?`, `%` and others mean something else there.
    pub fn mailto(&self) -> String {
        let (local, domain) = self.0.split_once('@').unwrap_or_default();
        format!("mailto:{}@{domain}", percent_encode(local))
    }
}

/// Where a link in content may lead. Every other scheme (`javascript:`, `data:`, `vbscript:`…) has no value here.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Href {
    /// Another site, over `http` or `https`.
    Web(HttpUrl),
    /// `mailto:` with its whole value (`mailto:a@b.fr?subject=…`).
    Mail(String),
    /// `tel:` with its whole value.
    Telephone(String),
    /// A path of this site, from its root: `/apis/api-geo?x=y#z`.
    Internal(String),
    /// A heading of the same page, without `#`, percent-decoded.
    Anchor(String),
}

impl Href {
    /// Parses the target of a link written in content. `None`: drop the link, keep its text, report it.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.chars().any(is_unsafe) {
            return None;
        }
        if let Some(anchor) = text.strip_prefix('#') {
            return Some(Self::Anchor(percent_decode(anchor)));
        }
        // `//host` and `/\host` lead to another origin in browsers.
        if text.starts_with('/') {
            return (!text.starts_with("//") && !text.contains('\\')).then(|| Self::Internal(text.to_owned()));
        }
        let (scheme, rest) = text.split_once(':')?;
        if scheme.eq_ignore_ascii_case("mailto") {
            let address = percent_decode(rest.split('?').next().unwrap_or_default());
            return Email::parse(&address).map(|_| Self::Mail(text.to_owned()));
        }
        if scheme.eq_ignore_ascii_case("tel") {
            let valid = !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit() || "+-.()".contains(c));
            return valid.then(|| Self::Telephone(text.to_owned()));
        }
        HttpUrl::parse(text).map(Self::Web)
    }
}

/// The address as it is written in content: [`Href::parse`] reads it back.
impl From<Href> for String {
    fn from(href: Href) -> Self {
        match href {
            Href::Web(url) => url.into(),
            Href::Mail(text) | Href::Telephone(text) | Href::Internal(text) => text,
            Href::Anchor(id) => format!("#{}", percent_encode(&id)),
        }
    }
}

impl TryFrom<String> for Href {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("not an address of content")
    }
}

/// Decodes `%XX` sequences; what is not valid UTF-8 or not a sequence stays as written.
pub fn percent_decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut index = 0;
    while let Some(&byte) = bytes.get(index) {
        let pair = bytes.get(index + 1..index + 3).and_then(|pair| std::str::from_utf8(pair).ok());
        // A number may have a sign, two digits may not.
        let pair = pair.filter(|pair| byte == b'%' && pair.bytes().all(|digit| digit.is_ascii_hexdigit()));
        match pair.and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
            Some(value) => {
                decoded.push(value);
                index += 3;
            }
            None => {
                decoded.push(byte);
                index += 1;
            }
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| text.to_owned())
}

/// Encodes everything but unreserved characters (RFC 3986 §2.3) as UTF-8 `%XX`.
pub fn percent_encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            for nibble in [byte >> 4, byte & 15] {
                encoded.push(char::from(b"0123456789ABCDEF"[usize::from(nibble)]));
            }
        }
    }
    encoded
}

fn is_unsafe(character: char) -> bool {
    character.is_whitespace() || character.is_control()
}

macro_rules! text_conversions {
    ($($type:ident: $what:literal),*) => {$(
        impl fmt::Display for $type {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl TryFrom<String> for $type {
            type Error = String;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                Self::parse(&text).ok_or_else(|| format!("`{text}` is not {}", $what))
            }
        }

        impl From<$type> for String {
            fn from(value: $type) -> Self {
                value.0
            }
        }
    )*};
}

text_conversions!(HttpUrl: "an http(s) address", Email: "an e-mail address");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn http_urls() {
        for good in
            ["https://api.gouv.fr", "http://a.b:80/x?y#z", "HTTPS://A.fr/é", "http://[::1]:8080/", "https://u@h.fr"]
        {
            assert!(HttpUrl::parse(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "ftp://a.b",
            "https://",
            "https:///x",
            "javascript://%0aalert(1)",
            "https://a b",
            "api.gouv.fr",
            "https://a.fr/\n",
            "https://evil.example\\@datapass.api.gouv.fr/",
            "https://[::1]\\@a.fr",
        ] {
            assert!(HttpUrl::parse(bad).is_none(), "{bad}");
        }
        let url = HttpUrl::parse("HTTPS://user@API.gouv.fr:443/x").unwrap();
        assert_eq!((url.host().as_str(), url.is_secure()), ("api.gouv.fr", true));
    }

    #[test]
    fn emails_are_one_address() {
        for good in ["a@b.fr", "api-particulier@api.gouv.fr", "x.y+z@sub.domain.org"] {
            assert!(Email::parse(good).is_some(), "{good}");
        }
        for bad in ["a@b", "a@b.fr, c@d.fr", "mailto:a@b.fr", "A <a@b.fr>", "@b.fr", "a@.fr", "a@b.fr ", "a@b@c.fr"] {
            assert!(Email::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn hrefs_have_a_safe_scheme_or_none() {
        for bad in [
            "javascript:alert(1)",
            " JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "//evil.example",
            "/\\evil.example",
            "contact@gouv.fr",
            "mailto:not-an-address",
            "file:///etc/passwd",
            "relative/path",
            "\u{1}javascript:alert(1)",
        ] {
            assert_eq!(Href::parse(bad), None, "{bad:?}");
        }
        assert_eq!(Href::parse("/apis/api-geo#x"), Some(Href::Internal("/apis/api-geo#x".into())));
        assert_eq!(Href::parse("#caf%C3%A9"), Some(Href::Anchor("café".into())));
        assert_eq!(Href::parse("mailto:a@b.fr?subject=x"), Some(Href::Mail("mailto:a@b.fr?subject=x".into())));
        assert_eq!(Href::parse("tel:+33123456789"), Some(Href::Telephone("tel:+33123456789".into())));
        assert!(matches!(Href::parse("https://a.fr"), Some(Href::Web(_))));
    }

    #[test]
    fn only_two_digits_are_an_octet() {
        assert_eq!(percent_decode("%41%+A%-1%4"), "A%+A%-1%4");
    }

    proptest::proptest! {
        #[test]
        fn percent_round_trip(text in ".*") {
            proptest::prop_assert_eq!(percent_decode(&percent_encode(&text)), text);
        }

        #[test]
        fn parsing_never_panics(text in ".*") {
            let _ = (HttpUrl::parse(&text), Email::parse(&text), Href::parse(&text), percent_decode(&text));
        }
    }
}
