//! Finishes a built site: one HTML file per address, the 404 page, the security policy.
//!
//! Static hosts answer an address with a file: without one per page, a shared address would be a 404. The policy
//! names the hash of the one inline script the build injects, so that no other inline script can ever run.

use super::build::write;
use crate::core::catalogue::wire::{self, Catalogue};
use crate::core::i18n::{Language, Text};
use crate::core::request::base64;
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
    let hashed = hashed_files(dist);
    write(&dist.join("_headers"), headers(&policy, &hashed).as_bytes())?;
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
    let explored = catalogue.apis.iter().filter(|api| api.operations > 0);
    pages.extend(explored.map(|api| {
        let route = Route::Explorer { api: api.slug.clone(), document: 0, operation: None };
        (route, titled(&(messages.explorer_of)(&api.title)), api.tagline.clone())
    }));
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
        .map(|script| format!(" 'sha256-{}'", base64::encode(&Sha256::digest(script.as_bytes()))))
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

/// The files at the root of `dist` whose name holds the hash of their content: they never change.
fn hashed_files(dist: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(dist).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let mut hashed: Vec<String> = names.filter(|name| is_hashed(name)).collect();
    hashed.sort();
    hashed
}

/// Whether Trunk named the file: `app-0123456789abcdef.js`, `app-0123456789abcdef_bg.wasm`; leading zeros are left out.
fn is_hashed(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let hash = stem.trim_end_matches("_bg").rsplit_once('-').map_or("", |(_, hash)| hash);
    hash.len() >= 12 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The `_headers` file of Netlify, Cloudflare Pages and others.
///
/// Hosts add up the headers of every block that matches: each file gets one `Cache-Control` at most.
fn headers(policy: &str, hashed: &[String]) -> String {
    let others: String = OTHER_HEADERS.iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
    let for_ever: String =
        hashed.iter().map(|name| format!("/{name}\n  Cache-Control: public, max-age=31536000, immutable\n")).collect();
    format!(
        "/*\n  Content-Security-Policy: {policy}; frame-ancestors 'none'\n{others}{for_ever}\
         /data/*\n  Cache-Control: no-cache\n/icons.svg\n  Cache-Control: public, max-age=86400\n"
    )
}

/// Directives for a `server` of nginx. `expires`, unlike `add_header`, leaves the headers of the level above alone.
fn nginx(policy: &str) -> String {
    let others: String =
        OTHER_HEADERS.iter().map(|(name, value)| format!("add_header {name} \"{value}\" always;\n")).collect();
    format!(
        "add_header Content-Security-Policy \"{policy}; frame-ancestors 'none'\" always;\n{others}\
         location ~ \"-[0-9a-f]{{12,}}(_bg)?\\.(js|css|wasm)$\" {{ expires 1y; }}\n\
         location ~ \"/data/.*\\.json$\" {{ expires -1; }}\nlocation ~ \"/icons\\.svg$\" {{ expires 1d; }}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn only_names_with_a_hash_are_kept_for_ever() {
        for (name, expected) in [
            ("app-7ea4f1a46bb5e1a0.js", true),
            ("app-7ea4f1a46bb5e1a0_bg.wasm", true),
            ("site-a46bb5e1a07ea4f1.css", true),
            ("app-8da1227820a1a1b.js", true),
            ("before-paint.js", false),
            ("icons.svg", false),
            ("headers.nginx.conf", false),
            ("", false),
        ] {
            assert_eq!(is_hashed(name), expected, "{name}");
        }
        let headers = headers("default-src 'none'", &["app-7ea4f1a46bb5e1a0.js".to_owned()]);
        assert!(headers.contains("/app-7ea4f1a46bb5e1a0.js\n  Cache-Control: public, max-age=31536000, immutable\n"));
    }

    #[test]
    fn titles_are_escaped() {
        let page = with_head("<title></title><meta name=\"description\" content=\"\">", "a<b", "\"c\"");
        assert_eq!(page, "<title>a&lt;b</title><meta name=\"description\" content=\"&quot;c&quot;\">");
    }
}
