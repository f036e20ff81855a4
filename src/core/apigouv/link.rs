//! Addresses written in texts of the former site, as addresses of the catalogue.
//!
//! A page of the former site becomes the page it is here; a file that is not in the archive keeps its whole
//! address on the former site; what led nowhere there still leads nowhere, for `check` to warn of.

use super::directory::{Directory, Kind};
use super::rule::Rule;
use crate::core::address::{Email, Href, HttpUrl, percent_decode, percent_encode};
use crate::core::search::fold;

/// The former site, whose files are not in the archive.
const FORMER_SITE: &str = "https://api.gouv.fr";

/// Files whose address was wrong on the former site too (a capital letter).
const DEAD_FILES: &[&str] = &["/resources/DataPass_presentation_new.pdf"];

/// First segments of the former site's paths, for those written without their leading `/`.
const SEGMENTS: [&str; 13] = [
    "les-api",
    "documentation",
    "producteurs",
    "guides",
    "service",
    "services",
    "rechercher-api",
    "resources",
    "images",
    "swaggers",
    "nouvelle-api",
    "parcours-client",
    "contact",
];

/// An address, rewritten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rewritten {
    /// The address; `None`: drop the link, keep its text.
    pub(super) href: Option<String>,
    /// What changed, if anything did.
    pub(super) rule: Option<Rule>,
}

fn rewritten(href: impl Into<String>, rule: Option<Rule>) -> Rewritten {
    Rewritten { href: Some(href.into()), rule }
}

/// Rewrites one address.
pub(super) fn rewrite(address: &str, directory: &Directory) -> Rewritten {
    let address = address.trim().replace("&amp;", "&");
    if let Some(anchor) = address.strip_prefix('#') {
        return rewritten(format!("#{}", encode_invalid(anchor)), None);
    }
    if let Some(email) = Email::parse(&address) {
        return rewritten(email.mailto(), Some(Rule::LinkMail));
    }
    if let Some(path) = former_path(&address) {
        return page(path, directory);
    }
    if address.starts_with('/') && !address.starts_with("//") {
        return page(&address, directory);
    }
    if !address.contains("://") && !address.contains(':') {
        let path = address.trim_start_matches("../").trim_start_matches("./");
        let first = path.split(['/', '#', '?']).next().unwrap_or_default();
        if SEGMENTS.contains(&first) {
            let rule = Some(Rule::LinkRelative);
            return Rewritten { rule, ..page(&format!("/{path}"), directory) };
        }
        return HttpUrl::parse(&format!("https://{path}"))
            .filter(|url| url.host().contains('.') && !path.starts_with('.'))
            .map_or(Rewritten { href: None, rule: Some(Rule::LinkDropped) }, |url| {
                rewritten(url.as_str(), Some(Rule::LinkRelative))
            });
    }
    elsewhere(&address)
}

/// `http:`, `mailto:`, `tel:`: what another scheme would hold is dropped.
fn elsewhere(address: &str) -> Rewritten {
    let safe = |text: &str| matches!(Href::parse(text), Some(Href::Web(_) | Href::Mail(_) | Href::Telephone(_)));
    if safe(address) {
        return rewritten(address, None);
    }
    let encoded = encode_invalid(address);
    if safe(&encoded) {
        return rewritten(encoded, Some(Rule::LinkEncoded));
    }
    Rewritten { href: None, rule: Some(Rule::LinkDropped) }
}

/// The path of an address of the former site other than its home page.
fn former_path(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once("://")?;
    let known = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let (host, _) = rest.split_once(['/', '?', '#'])?;
    let path = &rest[host.len()..];
    let ours = matches!(host.to_ascii_lowercase().as_str(), "api.gouv.fr" | "www.api.gouv.fr");
    (known && ours && path.starts_with('/') && path.len() > 1).then_some(path)
}

/// A path of the former site.
fn page(path: &str, directory: &Directory) -> Rewritten {
    let (before, fragment) = path.split_once('#').map_or((path, None), |(before, anchor)| (before, Some(anchor)));
    let plain = before.split('?').next().unwrap_or_default();
    let anchor = fragment.map(|anchor| format!("#{}", encode_invalid(anchor))).unwrap_or_default();
    let to = |page: &str| rewritten(format!("{page}{anchor}"), Some(Rule::LinkInternal));
    let segments: Vec<String> = plain.trim_matches('/').split('/').map(percent_decode).collect();
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    let find = |kind, folder: &str, old: &str, section: Option<&str>| match directory.page(kind, old) {
        Some(slug) => {
            let anchor = section.map_or_else(|| anchor.clone(), |section| format!("#{section}"));
            rewritten(format!("/{folder}/{slug}{anchor}"), Some(Rule::LinkInternal))
        }
        None => rewritten(format!("/{folder}/{}{anchor}", percent_encode(old)), Some(Rule::LinkDead)),
    };
    match segments.as_slice() {
        ["les-api" | "rechercher-api"] => to("/apis"),
        ["documentation"] => to("/documentation"),
        ["producteurs"] => to("/producers"),
        ["guides" | "services"] => to("/guides"),
        ["les-api", old] => {
            // The former site listed the guides of an API under this heading of its own.
            let examples = fragment.is_some_and(|anchor| fold(&percent_decode(anchor)).starts_with("exemples-d"));
            find(Kind::Api, "apis", old, examples.then_some("guides"))
        }
        ["les-api", old, "demande-acces"] => find(Kind::Api, "apis", old, Some("access")),
        ["documentation", old] => find(Kind::Api, "apis", old, Some("technical")),
        ["producteurs", old] => find(Kind::Producer, "producers", old, None),
        ["guides", old] => find(Kind::Guide, "guides", old, None),
        ["service", old] => find(Kind::Service, "guides", old, None),
        _ if DEAD_FILES.contains(&plain) => rewritten(plain, Some(Rule::LinkDead)),
        _ => rewritten(format!("{FORMER_SITE}{}", encode_invalid(path)), Some(Rule::LinkFormerSite)),
    }
}

/// White space, control characters and backslashes, which no address holds, as `%XX`.
fn encode_invalid(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_whitespace() || character.is_control() || character == '\\' {
            encoded.push_str(&percent_encode(character.encode_utf8(&mut [0; 4])));
        } else {
            encoded.push(character);
        }
    }
    encoded
}

/// A Markdown link; `button` makes it a call to action.
pub(super) fn markdown(label: &str, href: &str, button: bool) -> String {
    let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
    let label = if brackets_match(&label) { label } else { label.replace('[', "\\[").replace(']', "\\]") };
    let title = if button { " \"button\"" } else { "" };
    format!("[{label}]({}{title})", destination(href))
}

/// An address as the destination of a Markdown link, also inside a table.
pub(super) fn destination(href: &str) -> String {
    let href = href.replace('|', "%7C").replace('<', "%3C").replace('>', "%3E").replace('\\', "%5C");
    let opened = href.matches('(').count();
    if opened == href.matches(')').count() && opened < 8 && !href.contains(")(") && parentheses_match(&href) {
        href
    } else {
        href.replace('(', "%28").replace(')', "%29")
    }
}

fn parentheses_match(text: &str) -> bool {
    pairs_match(text, '(', ')')
}

fn brackets_match(text: &str) -> bool {
    pairs_match(text, '[', ']')
}

fn pairs_match(text: &str, open: char, close: char) -> bool {
    let mut depth = 0_usize;
    for character in text.chars() {
        if character == open {
            depth += 1;
        } else if character == close {
            match depth.checked_sub(1) {
                Some(less) => depth = less,
                None => return false,
            }
        }
    }
    depth == 0
}

#[cfg(test)]
mod tests {
    use super::super::report::Report;
    use super::*;

    fn directory() -> Directory {
        let mut directory = Directory::default();
        for (kind, old) in [
            (Kind::Api, "api_geo"),
            (Kind::Producer, "hub-eau"),
            (Kind::Guide, "doctrine-api"),
            (Kind::Service, "demarches.fr"),
        ] {
            directory.add(kind, old, old, "", &mut Report::default());
        }
        directory
    }

    #[test]
    fn rewrites_every_form() {
        use Rule::{LinkDead, LinkDropped, LinkEncoded, LinkFormerSite, LinkInternal, LinkMail, LinkRelative};
        let directory = directory();
        for (address, expected, rule) in [
            ("/les-api/api_geo", "/apis/api-geo", Some(LinkInternal)),
            ("https://api.gouv.fr/les-api/api_geo", "/apis/api-geo", Some(LinkInternal)),
            ("http://www.api.gouv.fr/les-api/api_geo/", "/apis/api-geo", Some(LinkInternal)),
            ("/les-api/api_geo#données", "/apis/api-geo#données", Some(LinkInternal)),
            ("/les-api/api_geo#exemples-d%E2%80%99application", "/apis/api-geo#guides", Some(LinkInternal)),
            ("/les-api/api_geo/demande-acces", "/apis/api-geo#access", Some(LinkInternal)),
            ("/documentation/api_geo", "/apis/api-geo#technical", Some(LinkInternal)),
            ("/documentation", "/documentation", Some(LinkInternal)),
            ("/producteurs/hub-eau", "/producers/hub-eau", Some(LinkInternal)),
            ("/guides/doctrine-api#a", "/guides/doctrine-api#a", Some(LinkInternal)),
            ("/service/demarches.fr", "/guides/demarches-fr", Some(LinkInternal)),
            ("/rechercher-api", "/apis", Some(LinkInternal)),
            ("les-api#\\", "/apis#%5C", Some(LinkRelative)),
            ("../les-api/api_geo", "/apis/api-geo", Some(LinkRelative)),
            ("les-api/api_geo", "/apis/api-geo", Some(LinkRelative)),
            ("/les-api/api-rncs", "/apis/api-rncs", Some(LinkDead)),
            ("https://api.gouv.fr/les-api/api-geo.html", "/apis/api-geo.html", Some(LinkDead)),
            ("/resources/DataPass_presentation_new.pdf", "/resources/DataPass_presentation_new.pdf", Some(LinkDead)),
            ("/resources/a b.pdf", "https://api.gouv.fr/resources/a%20b.pdf", Some(LinkFormerSite)),
            ("/parcours-client?source=x", "https://api.gouv.fr/parcours-client?source=x", Some(LinkFormerSite)),
            ("https://api.gouv.fr", "https://api.gouv.fr", None),
            ("https://api.gouv.fr/", "https://api.gouv.fr/", None),
            ("https://entreprise.api.gouv.fr/x", "https://entreprise.api.gouv.fr/x", None),
            ("contact@a.fr", "mailto:contact@a.fr", Some(LinkMail)),
            ("%20?x@a.fr", "mailto:%2520%3Fx@a.fr", Some(LinkMail)),
            ("mailto:a@b.fr?subject=x y&body=z", "mailto:a@b.fr?subject=x%20y&body=z", Some(LinkEncoded)),
            ("https://a.fr/x?a=1&amp;b=2", "https://a.fr/x?a=1&b=2", None),
            ("https://a.fr/x y", "https://a.fr/x%20y", Some(LinkEncoded)),
            ("www.a.fr/x", "https://www.a.fr/x", Some(LinkRelative)),
            ("#un-titre", "#un-titre", None),
        ] {
            assert_eq!(rewrite(address, &directory), rewritten(expected, rule), "{address}");
        }
        for address in ["javascript:alert(1)", "", "nulle-part", "//evil.fr", "data:x", "../x", "mailto:", "https://"] {
            assert_eq!(rewrite(address, &directory), Rewritten { href: None, rule: Some(LinkDropped) }, "{address}");
        }
    }

    #[test]
    fn writes_links_that_markdown_reads_back() {
        for (label, href) in [
            ("a [b] c", "https://a.fr/x_(y)"),
            ("a ] b", "https://a.fr/x)y"),
            ("a", "https://a.fr/?a=<b>|c"),
            ("a\nb", "#l'été-(où-?)"),
        ] {
            let parsed = crate::core::markdown::parse(&markdown(label, href, true), "f", 1);
            assert!(parsed.problems.is_empty(), "{:?}", parsed.problems);
            assert_eq!(parsed.links.len(), 1, "{label} {href}");
            assert!(
                matches!(parsed.document.blocks.as_slice(), [crate::core::markdown::Block::Button { .. }]),
                "{href}"
            );
        }
    }

    proptest::proptest! {
        #[test]
        fn what_comes_out_is_safe(address in "(https://|http:|//|/|api\\.gouv\\.fr|les-api|#|\\.\\./|javascript:|@|a\\.fr| |é|%20|.){0,8}") {
            if let Some(href) = rewrite(&address, &directory()).href {
                proptest::prop_assert!(Href::parse(&href).is_some(), "{href:?}");
            }
        }
    }
}
