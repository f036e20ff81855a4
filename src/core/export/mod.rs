//! Requests as files for other tools: HAR 1.2, a Bruno collection, a Postman collection v2.1.
//!
//! Secrets and the origin of servers are variables in all of them; the values of secrets are in none. cURL is in
//! [`snippet`](crate::core::request::snippet). Never here: saving files, running what they hold.

mod bruno;
mod har;
mod postman;
#[cfg(test)]
mod tests;

use super::history::Answer;
use super::request::Request;
use super::secret::{Redactor, public_address};

/// What files are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// HTTP Archive 1.2: one file, with answers.
    Har,
    /// A folder of `.bru` files.
    Bruno,
    /// Postman Collection v2.1: one file.
    Postman,
}

/// One request to export.
#[derive(Debug, Clone, Copy)]
pub struct Item<'a> {
    /// Name of the operation.
    pub name: &'a str,
    /// Its tag; empty where it has none.
    pub folder: &'a str,
    /// When it was sent, in milliseconds since 1970; now where it was not.
    pub when: u64,
    /// What is sent.
    pub request: &'a Request,
    /// What came back.
    pub answer: Option<Answer<'a>>,
}

/// The files of a collection named `title`: paths and contents.
pub fn export(format: Format, title: &str, items: &[Item<'_>]) -> Vec<(String, String)> {
    let title = if title.trim().is_empty() { "API" } else { title.trim() };
    match format {
        Format::Har => vec![(file_name(title) + ".har", har::write(items))],
        Format::Postman => vec![(file_name(title) + ".postman_collection.json", postman::write(title, items))],
        Format::Bruno => bruno::write(title, items),
    }
}

/// A request as collections write it.
struct Prepared<'a> {
    item: &'a Item<'a>,
    redactor: Redactor,
    /// `{{base_url}}`
    base: String,
    /// From the first `/`, secrets replaced.
    path: String,
    /// What follows `?`, secrets replaced.
    query: Option<String>,
    headers: Vec<(String, String)>,
}

/// What all requests of a collection share.
struct Collection<'a> {
    requests: Vec<Prepared<'a>>,
    /// Origins of servers, each with the name of its variable.
    origins: Vec<(String, String)>,
    /// Names of the variables that stand for secrets.
    secrets: Vec<String>,
}

impl<'a> Collection<'a> {
    fn new(items: &'a [Item<'a>]) -> Self {
        let mut collection = Self { requests: Vec::new(), origins: Vec::new(), secrets: Vec::new() };
        for item in items {
            let redactor = Redactor::new(&item.request.secrets);
            let url = public_address(&redactor.text(&item.request.url));
            let start = url.find("://").map_or(0, |at| at + 3);
            let end = url.get(start..).and_then(|rest| rest.find(['/', '?'])).map_or(url.len(), |at| start + at);
            let (origin, rest) = url.split_at(end);
            let (path, query) =
                rest.split_once('?').map_or((rest, None), |(path, query)| (path, Some(query.to_owned())));
            let base = ["{{", &collection.origin(origin), "}}"].concat();
            // Both tools take `:name` for a parameter.
            let path = path.replace("/:", "/%3A");
            let headers = super::history::headers(&item.request.headers, &redactor);
            for (_, value) in &headers {
                collection.note(value);
            }
            collection.note(rest);
            for secret in &item.request.secrets {
                collection.note(&["{{", &secret.variable, "}}"].concat());
            }
            collection.requests.push(Prepared { item, redactor, base, path, query, headers });
        }
        collection
    }

    /// The variable of an origin.
    fn origin(&mut self, origin: &str) -> String {
        if let Some((_, name)) = self.origins.iter().find(|(known, _)| known == origin) {
            return name.clone();
        }
        let name = match self.origins.len() {
            0 => "base_url".to_owned(),
            others => format!("base_url_{}", others + 1),
        };
        self.origins.push((origin.to_owned(), name.clone()));
        name
    }

    /// Adds the variables that `text` refers to.
    fn note(&mut self, text: &str) {
        for piece in text.split("{{").skip(1) {
            if let Some((name, _)) = piece.split_once("}}")
                && !self.secrets.iter().any(|known| known == name)
            {
                self.secrets.push(name.to_owned());
            }
        }
    }
}

/// The value of `Content-Type`, in lower case.
fn media_type(request: &Request) -> String {
    request.header("content-type").unwrap_or_default().to_ascii_lowercase()
}

/// A name that is one on every system.
fn file_name(name: &str) -> String {
    let is_refused = |one: char| one.is_control() || "/\\:*?\"<>|".contains(one);
    let name: String = name.chars().map(|one| if is_refused(one) { '-' } else { one }).take(80).collect();
    let name = name.trim_matches(|one: char| one == '.' || one.is_whitespace());
    // Names that Windows keeps for devices, whatever follows a dot.
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let is_device = matches!(stem.as_str(), "con" | "prn" | "aux" | "nul")
        || stem.len() == 4 && (stem.starts_with("com") || stem.starts_with("lpt"));
    match name {
        "" => "-".to_owned(),
        name if is_device => ["-", name].concat(),
        name => name.to_owned(),
    }
}
