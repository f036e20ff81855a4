//! Finishes a built site: the parts of the application, one HTML file per address, the 404 page, the security policy.
//!
//! Static hosts answer an address with a file: without one per page, a shared address would be a 404. The policy
//! names the hash of the one inline script the build injects, so that no other inline script can ever run.

use super::build::write;
use super::parts;
use crate::core::catalogue::wire::{self, Catalogue};
use crate::core::i18n::{Language, Text, access_title};
use crate::core::request::base64;
use crate::core::route::{BrowseQuery, Route, TextName};
use sha2::{Digest, Sha256};
use std::path::Path;

/// Seals the site in `dist`. Doing it twice changes nothing.
pub(super) fn seal(dist: &Path) -> Result<(), Text> {
    parts::install(dist, Path::new("target/split"))?;
    let index = dist.join("index.html");
    let html = std::fs::read_to_string(&index).map_err(|error| unreadable(&index, &error))?;
    let data = dist.join("data/catalogue.json");
    let bytes = std::fs::read(&data).map_err(|error| unreadable(&data, &error))?;
    let catalogue: Catalogue = wire::read(&bytes).map_err(|_| unreadable(&data, &"wire format"))?;
    let policy = policy(&html);
    let template = parts::with_loader(&with_policy(&html, &policy), dist);
    for (route, title, description) in pages(&catalogue) {
        let mut page = with_head(&template, &title, &description);
        if matches!(route, Route::Explorer { .. } | Route::Document { .. }) {
            page = parts::with_part(&page, dist, "explorer");
        }
        if matches!(route, Route::Access { .. }) {
            page = parts::with_part(&page, dist, "access");
        }
        if route == Route::Authorization {
            page = without_trace(&page);
        }
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

/// What cannot be read, and why.
pub(super) fn unreadable(path: &Path, error: &dyn std::fmt::Display) -> Text {
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
    let trying = crate::core::i18n::trying(language);
    let drafting = crate::core::i18n::drafting(language);
    let tagline = catalogue.site.tagline.get(language);
    let titled = |title: &str| format!("{title} – {site}");
    let mut pages = vec![
        (Route::Home, titled(tagline), tagline.to_owned()),
        (Route::Apis(BrowseQuery::default()), titled(messages.apis_title), messages.apis_intro.to_owned()),
        (Route::Producers, titled(messages.producers_title), messages.producers_intro.to_owned()),
        (Route::Guides, titled(messages.guides_title), messages.guides_intro.to_owned()),
        (Route::Documentation, titled(messages.documentation_title), messages.documentation_intro.to_owned()),
        (Route::Authorization, titled(messages.authorization_title), messages.authorization_intro.to_owned()),
        (
            Route::Document { url: None, operation: None },
            titled(trying.document_title),
            trying.document_intro.to_owned(),
        ),
        (Route::Reference { draft: None, step: None }, titled(drafting.title), drafting.introduction.to_owned()),
        (Route::Reviews, titled(drafting.reviews), drafting.reviews_hint.to_owned()),
    ];
    pages.extend(TextName::ALL.map(|name| (Route::Text(name), site.to_owned(), tagline.to_owned())));
    pages.extend(
        catalogue.apis.iter().map(|api| (Route::Api(api.slug.clone()), titled(&api.title), api.tagline.clone())),
    );
    pages.extend(catalogue.apis.iter().map(|api| {
        let route = Route::Access { api: api.slug.clone(), audience: None };
        (route, titled(&access_title(&api.title, language)), api.tagline.clone())
    }));
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
///
/// `blob:` is what an API answered, already in the page: images, sound and film are shown from there, and from nowhere else.
/// In these places nothing of it can run; there is none for frames and objects, which would run it as a page of ours.
fn policy(html: &str) -> String {
    let hashes: Vec<String> = inline_scripts(html)
        .into_iter()
        .map(|script| format!(" 'sha256-{}'", base64::encode(&Sha256::digest(script.as_bytes()))))
        .collect();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{}; style-src 'self'; img-src 'self' data: blob:; \
         font-src 'self'; media-src blob:; connect-src 'self' https: http:; manifest-src 'self'; base-uri 'self'; form-action 'self'",
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

/// The page whose address holds a secret until it is read: no file it asks for is told that address, no search engine
/// keeps it.
fn without_trace(html: &str) -> String {
    let tags = "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"robots\" content=\"noindex\">\n";
    html.replacen(POLICY_START, &format!("{tags}{POLICY_START}"), 1)
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
pub(super) fn is_hashed(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let hash = stem.trim_end_matches("_bg").rsplit_once('-').map_or("", |(_, hash)| hash);
    hash.len() >= 12 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The files of the worker, whose names Trunk leaves without a hash: an old one would not understand a new page.
const WORKER_FILES: [&str; 3] = ["reader.js", "reader_loader.js", "reader_bg.wasm"];

/// The `_headers` file of Netlify, Cloudflare Pages and others.
///
/// Hosts add up the headers of every block that matches: each file gets one `Cache-Control` at most.
fn headers(policy: &str, hashed: &[String]) -> String {
    let others: String = OTHER_HEADERS.iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
    let for_ever: String =
        hashed.iter().map(|name| format!("/{name}\n  Cache-Control: public, max-age=31536000, immutable\n")).collect();
    let asked_again: String = WORKER_FILES.iter().map(|name| format!("/{name}\n  Cache-Control: no-cache\n")).collect();
    format!(
        "/*\n  Content-Security-Policy: {policy}; frame-ancestors 'none'\n{others}{for_ever}{asked_again}\
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
         location ~ \"/reader(_loader|_bg)?\\.(js|wasm)$\" {{ expires -1; }}\n\
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

    /// The explorer calls APIs, documents and token servers that nobody knows in advance, on any port: `connect-src`
    /// admits every address, while scripts, styles and frames of other sites stay out.
    #[test]
    fn calls_may_go_anywhere_and_nothing_else_may() {
        let policy = policy("");
        let directive = |name: &str| {
            let mut directives = policy.split("; ").filter_map(|directive| directive.split_once(' '));
            directives.find(|(other, _)| *other == name).map(|(_, sources)| sources)
        };
        for (name, expected) in [
            ("connect-src", Some("'self' https: http:")),
            ("default-src", Some("'none'")),
            ("script-src", Some("'self' 'wasm-unsafe-eval'")),
            ("img-src", Some("'self' data: blob:")),
            ("media-src", Some("blob:")),
            ("frame-src", None),
            ("object-src", None),
            ("worker-src", None),
        ] {
            assert_eq!(directive(name), expected, "{name}");
        }
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
        for name in WORKER_FILES {
            assert!(headers.contains(&format!("/{name}\n  Cache-Control: no-cache\n")), "{name}");
        }
    }

    #[test]
    fn the_return_page_tells_its_address_to_nobody() {
        let page = without_trace(&with_policy("<head><link href=\"a.css\"></head>", "default-src 'none'"));
        let (referrer, link) = (page.find("no-referrer"), page.find("<link"));
        assert!(referrer.is_some() && referrer < link && page.contains("noindex"), "{page}");
        assert_eq!(page.matches(POLICY_START).count(), 1);
    }

    #[test]
    fn titles_are_escaped() {
        let page = with_head("<title></title><meta name=\"description\" content=\"\">", "a<b", "\"c\"");
        assert_eq!(page, "<title>a&lt;b</title><meta name=\"description\" content=\"&quot;c&quot;\">");
    }
}
