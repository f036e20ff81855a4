//! Finishes a built site: one HTML file per address, the 404 page, the security policy.
//!
//! Static hosts answer an address with a file: without one per page, a shared address would be a 404. The policy
//! names the hash of the one inline script the build injects, so that no other inline script can ever run.

use super::build::write;
use crate::core::catalogue::wire::{self, Catalogue};
use crate::core::i18n::{Language, Text};
use crate::core::route::{BrowseQuery, Route, TextName};
use sha2::{Digest, Sha256};
use std::path::Path;

/// Seals the site in `dist`. Doing it twice changes nothing.
pub(super) fn seal(dist: &Path) -> Result<(), Text> {
    let index = dist.join("index.html");
    let html = std::fs::read_to_string(&index).map_err(|error| unreadable(&index, &error))?;
    let data = dist.join("data/catalogue.json");
    let bytes = std::fs::read(&data).map_err(|error| unreadable(&data, &error))?;
    let catalogue: Catalogue = wire::read(&bytes).map_err(|_| unreadable(&data, &"wire format"))?;
    let policy = policy(&html);
    let template = with_policy(&html, &policy);
    for (route, title, description) in pages(&catalogue) {
        let page = with_head(&template, &title, &description);
        let folder = route.href();
        let folder = folder.trim_start_matches('/');
        write(&dist.join(folder).join("index.html"), page.as_bytes())?;
    }
    let name = catalogue.site.name.get(catalogue.site.content_language);
    write(&dist.join("404.html"), with_head(&template, name, "").as_bytes())?;
    write(&dist.join("_headers"), headers(&policy).as_bytes())?;
    write(&dist.join("headers.nginx.conf"), nginx(&policy).as_bytes())
}

fn unreadable(path: &Path, error: &dyn std::fmt::Display) -> Text {
    let name = path.display();
    Text::new(
        format!("{name} ne peut pas être lu\u{202f}: {error}. Construire d’abord le site."),
        format!("{name} cannot be read: {error}. Build the site first."),
    )
}

/// Address, title and description of every page.
fn pages(catalogue: &Catalogue) -> Vec<(Route, String, String)> {
    let language: Language = catalogue.site.content_language;
    let site = catalogue.site.name.get(language);
    let messages = crate::core::i18n::messages(language);
    let tagline = catalogue.site.tagline.get(language);
    let titled = |title: &str| format!("{title} – {site}");
    let mut pages = vec![
        (Route::Home, titled(tagline), tagline.to_owned()),
        (Route::Apis(BrowseQuery::default()), titled(messages.apis_title), messages.apis_intro.to_owned()),
        (Route::Producers, titled(messages.producers_title), messages.producers_intro.to_owned()),
        (Route::Guides, titled(messages.guides_title), messages.guides_intro.to_owned()),
        (Route::Documentation, titled(messages.documentation_title), messages.documentation_intro.to_owned()),
    ];
    pages.extend(TextName::ALL.map(|name| (Route::Text(name), site.to_owned(), tagline.to_owned())));
    pages.extend(
        catalogue.apis.iter().map(|api| (Route::Api(api.slug.clone()), titled(&api.title), api.tagline.clone())),
    );
    pages.extend(catalogue.producers.iter().map(|producer| {
        (Route::Producer(producer.slug.clone()), titled(&producer.name), (messages.published_by)(&producer.name))
    }));
    pages.extend(
        catalogue
            .guides
            .iter()
            .map(|guide| (Route::Guide(guide.slug.clone()), titled(&guide.title), guide.tagline.clone())),
    );
    pages
}

/// The Content-Security-Policy (CSP level 3) of the site. Calls to APIs may go anywhere; nothing else may.
fn policy(html: &str) -> String {
    let hashes: Vec<String> = inline_scripts(html)
        .into_iter()
        .map(|script| format!(" 'sha256-{}'", base64(&Sha256::digest(script.as_bytes()))))
        .collect();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{}; style-src 'self'; img-src 'self' data:; \
         font-src 'self'; connect-src 'self' https: http:; manifest-src 'self'; base-uri 'self'; form-action 'self'",
        hashes.concat()
    )
}

/// Contents of the scripts that are in the page itself.
fn inline_scripts(html: &str) -> Vec<&str> {
    let mut scripts = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find("<script") {
        let tag = &rest[start..];
        let Some(open) = tag.find('>') else { break };
        let Some(close) = tag.find("</script>") else { break };
        if !tag[..open].contains(" src=") {
            scripts.push(&tag[open + 1..close]);
        }
        rest = &tag[close..];
    }
    scripts
}

const POLICY_START: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";

fn with_policy(html: &str, policy: &str) -> String {
    let tag = format!("{POLICY_START}{policy}\">");
    match html.find(POLICY_START) {
        Some(start) => {
            let end = html[start..].find('>').map_or(html.len(), |end| start + end + 1);
            format!("{}{tag}{}", &html[..start], &html[end..])
        }
        None => html.replacen("<head>", &format!("<head>\n{tag}"), 1),
    }
}

fn with_head(html: &str, title: &str, description: &str) -> String {
    let html = replace_between(html, "<title>", "</title>", &escape(title));
    replace_between(&html, "<meta name=\"description\" content=\"", "\"", &escape(description))
}

fn replace_between(html: &str, before: &str, after: &str, text: &str) -> String {
    let Some(start) = html.find(before).map(|start| start + before.len()) else { return html.to_owned() };
    let Some(length) = html[start..].find(after) else { return html.to_owned() };
    format!("{}{text}{}", &html[..start], &html[start + length..])
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// What only a header can say, for every host.
const OTHER_HEADERS: [(&str, &str); 4] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ("X-Frame-Options", "DENY"),
];

/// The `_headers` file of Netlify, Cloudflare Pages and others.
fn headers(policy: &str) -> String {
    let others: String = OTHER_HEADERS.iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
    format!("/*\n  Content-Security-Policy: {policy}; frame-ancestors 'none'\n{others}")
}

fn nginx(policy: &str) -> String {
    let others: String =
        OTHER_HEADERS.iter().map(|(name, value)| format!("add_header {name} \"{value}\" always;\n")).collect();
    format!("add_header Content-Security-Policy \"{policy}; frame-ancestors 'none'\" always;\n{others}")
}

/// Base64 with padding (RFC 4648 §4).
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut encoded = String::new();
    for chunk in bytes.chunks(3) {
        let number = chunk.iter().fold(0_u32, |number, byte| number << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for position in 0..4 {
            if position <= chunk.len() {
                let index = (number >> (18 - 6 * position)) & 63;
                encoded.push(char::from(ALPHABET[index as usize]));
            } else {
                encoded.push('=');
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_vectors_of_rfc_4648() {
        for (text, expected) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")] {
            assert_eq!(base64(text.as_bytes()), expected);
        }
    }

    #[test]
    fn the_policy_names_inline_scripts_only() {
        let html = "<head><script src=\"a.js\"></script><script type=\"module\">x</script></head>";
        assert_eq!(inline_scripts(html), ["x"]);
        let policy = policy(html);
        assert!(policy.contains("'sha256-LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE='"), "{policy}");
        let once = with_policy(html, &policy);
        assert_eq!(with_policy(&once, &policy), once);
    }

    #[test]
    fn titles_are_escaped() {
        let page = with_head("<title></title><meta name=\"description\" content=\"\">", "a<b", "\"c\"");
        assert_eq!(page, "<title>a&lt;b</title><meta name=\"description\" content=\"&quot;c&quot;\">");
    }
}
