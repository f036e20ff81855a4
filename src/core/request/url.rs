//! The address of a request: server, its variables, path template, query.
//!
//! A value never changes which route is called: what would is kept out, and said. Never here: styles.

use super::percent::{self, Set};
use crate::core::i18n::Text;
use crate::core::problem::{Place, Problem};
use crate::core::uri;

/// A server of the description, with what the person chose for its variables.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Server {
    /// `https://{region}.example.fr/v1`, or relative to the document.
    pub url: String,
    /// The variables of `url`.
    pub variables: Vec<ServerVariable>,
}

/// A variable of a server address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ServerVariable {
    /// Its name in the braces.
    pub name: String,
    /// The chosen value, or the default of the description.
    pub value: String,
    /// The only values allowed; empty when all are.
    pub allowed: Vec<String>,
}

/// The address of `server`, its variables replaced, relative to `base` when it has no scheme.
pub fn server_url(server: &Server, base: Option<&str>) -> (String, Vec<Problem>) {
    let mut problems = Vec::new();
    let place = Place::default().at_pointer("/server");
    let url = expand(&server.url, |name| {
        let Some(variable) = server.variables.iter().find(|variable| variable.name == name) else {
            problems.push(unknown_variable(name, &place));
            return None;
        };
        if !variable.allowed.is_empty() && !variable.allowed.contains(&variable.value) {
            problems.push(value_not_allowed(variable, &place));
        }
        Some(variable.value.clone())
    });
    // What the document was asked with is no part of where the API is.
    let base = visible(base.unwrap_or_default());
    let (base, _) = split(&base);
    let url = uri::join(base, &visible(&url));
    let host = ["http://", "https://"].into_iter().find_map(|scheme| url.strip_prefix(scheme));
    let host = host.and_then(|rest| rest.split(['/', '?']).next());
    if host.is_none_or(|host| host.is_empty() || host.contains(char::is_whitespace)) {
        problems.push(not_absolute(&url, &place));
    }
    (url, problems)
}

/// An address without the white space around it and the controls that browsers would drop in silence.
fn visible(url: &str) -> String {
    url.trim().chars().filter(|character| !character.is_control()).collect()
}

/// Joins a server address, a path template whose expressions `values` replaces (already encoded), and a query
/// (already encoded). The query of the server stays first; fragments go.
pub fn join_url(server: &str, path: &str, values: &[(String, String)], query: &str) -> (String, Vec<Problem>) {
    let mut problems = Vec::new();
    let (server_base, server_query) = split(server);
    let (template, path_query) = split(path);
    let path = expand(&encode_template(template), |name| {
        let found = values.iter().find(|(other, _)| other == name);
        if found.is_none_or(|(_, value)| value.is_empty()) {
            problems.push(empty_in_path(name));
        }
        Some(found.map(|(_, value)| value.clone()).unwrap_or_default())
    });
    for segment in path.split('/') {
        let decoded = segment.to_ascii_lowercase().replace("%2e", ".");
        if decoded == "." || decoded == ".." {
            problems.push(dot_segment(&decoded));
        }
    }
    let separator = if path.starts_with('/') || path.is_empty() { "" } else { "/" };
    let (scheme, rest) =
        server_base.split_once("://").filter(|(scheme, _)| uri::is_scheme(scheme)).unwrap_or(("", server_base));
    let (authority, base_path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    // No host holds one: said where the server is read.
    let authority = authority.replace(char::is_whitespace, "%20");
    let base_path = percent::encode(base_path.trim_end_matches('/'), Set::WrittenPath);
    let scheme = if scheme.is_empty() { String::new() } else { format!("{scheme}://") };
    let mut url = format!("{scheme}{authority}{base_path}{separator}{path}");
    // An address of a host alone is sent as `/` anyway: shown as it is sent.
    if base_path.is_empty() && path.is_empty() {
        url.push('/');
    }
    let written = [server_query, path_query].map(|query| percent::encode(query, Set::ReservedInQuery));
    let queries: Vec<_> = written.iter().map(String::as_str).chain([query]).filter(|query| !query.is_empty()).collect();
    if !queries.is_empty() {
        url.push('?');
        url.push_str(&queries.join("&"));
    }
    (url, problems)
}

/// What stands before `?`, and after it, without fragment.
fn split(url: &str) -> (&str, &str) {
    let url = url.split('#').next().unwrap_or_default();
    url.split_once('?').unwrap_or((url, ""))
}

/// Encodes what the author wrote outside the braces.
fn encode_template(template: &str) -> String {
    let mut encoded = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        encoded.push_str(&percent::encode(before, Set::WrittenPath));
        encoded.push_str(&format!("{{{name}}}"));
        rest = after;
    }
    encoded + &percent::encode(rest, Set::WrittenPath)
}

/// Replaces `{name}` in one pass: a value that holds braces or `$&` is only text.
fn expand(template: &str, mut value: impl FnMut(&str) -> Option<String>) -> String {
    let mut expanded = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        expanded.push_str(before);
        expanded.push_str(&value(name).unwrap_or_else(|| format!("{{{name}}}")));
        rest = after;
    }
    expanded + rest
}

fn unknown_variable(name: &str, place: &Place) -> Problem {
    let what = Text::new(
        format!("L’adresse du serveur contient «\u{202f}{{{name}}}\u{202f}», qui n’est pas décrit."),
        format!("The address of the server holds `{{{name}}}`, which is not described."),
    );
    let mend = Text::new(
        "Choisissez un autre serveur ou écrivez son adresse vous-même.",
        "Choose another server or write its address yourself.",
    );
    Problem::error("unknown-server-variable", place.clone(), what, mend)
}

fn value_not_allowed(variable: &ServerVariable, place: &Place) -> Problem {
    let ServerVariable { name, value, allowed } = variable;
    let what = Text::new(
        format!("«\u{202f}{value}\u{202f}» n’est pas une valeur prévue de «\u{202f}{name}\u{202f}»."),
        format!("`{value}` is not a value that `{name}` may have."),
    );
    let allowed = allowed.join(", ");
    let mend = Text::new(format!("Choisissez parmi\u{202f}: {allowed}."), format!("Choose one of: {allowed}."));
    Problem::warning("server-variable-value", place.clone(), what, mend)
}

fn not_absolute(url: &str, place: &Place) -> Problem {
    let what = Text::new(
        format!("L’adresse du serveur, «\u{202f}{url}\u{202f}», n’est pas une adresse http(s) complète."),
        format!("The address of the server, `{url}`, is not a whole http(s) address."),
    );
    let mend = Text::new(
        "Écrivez l’adresse complète du serveur, par exemple https://api.exemple.fr.",
        "Write the whole address of the server, for instance https://api.example.fr.",
    );
    Problem::error("server-not-absolute", place.clone(), what, mend)
}

fn empty_in_path(name: &str) -> Problem {
    let what = Text::new(
        format!("«\u{202f}{name}\u{202f}» est vide\u{202f}: la requête irait à une autre adresse."),
        format!("`{name}` is empty: the request would go to another address."),
    );
    let mend = Text::new(format!("Donnez une valeur à «\u{202f}{name}\u{202f}»."), format!("Give `{name}` a value."));
    Problem::error("empty-path-parameter", Place::default().at_pointer(format!("/path/{name}")), what, mend)
}

fn dot_segment(segment: &str) -> Problem {
    let what = Text::new(
        format!(
            "Un élément du chemin vaut «\u{202f}{segment}\u{202f}»\u{202f}: navigateurs et serveurs y lisent un changement de dossier."
        ),
        format!("A segment of the path is `{segment}`: browsers and servers read it as a change of folder."),
    );
    let mend = Text::new(
        "Donnez une autre valeur au paramètre\u{202f}: aucune écriture de celle-ci n’arriverait intacte.",
        "Give the parameter another value: no way of writing this one would arrive unchanged.",
    );
    Problem::error("dot-segment", Place::default().at_pointer("/path"), what, mend)
}

#[cfg(test)]
mod tests;
