//! An OpenAPI Overlay (1.0.0) that adds to a document what the page knows and the document lacks.
//!
//! It only adds: what the document says stays, and applying the overlay twice would add nothing. Never here: applying it.

mod path;
#[cfg(test)]
mod tests;

use super::Entry;
use super::licence::licence;
use super::object;
use crate::core::i18n::{Language, Text, words};
use crate::core::openapi::Version;
use crate::core::uri;
use path::{ROOT, member};
use serde_json::{Map, Value, json};

/// Keys of a path item that hold an operation.
const METHODS: [&str; 9] = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/// What the page adds to `document`, found at `url` if it has an address; `None` when there is nothing to add or the
/// document is none.
pub fn overlay(entry: &Entry<'_>, document: &Value, url: Option<&str>, language: Language) -> Option<Value> {
    let version = Version::of(document)?;
    let mut actions = Actions { document, version, language, list: Vec::new() };
    actions.info(entry);
    actions.servers(entry);
    actions.documentation(entry);
    actions.limits(entry);
    if actions.list.is_empty() {
        return None;
    }
    let title = Text::new(
        format!("Ce que la fiche «\u{202f}{}\u{202f}» ajoute au document", entry.api.title),
        format!("What the page “{}” adds to the document", entry.api.title),
    );
    let overlay = object([
        ("overlay", json!("1.0.0")),
        ("info", json!({"title": title.get(language), "version": entry.api.updated})),
        ("extends", json!(url)),
        ("actions", Value::Array(actions.list)),
    ]);
    Some(Value::Object(overlay))
}

struct Actions<'a> {
    document: &'a Value,
    version: Version,
    language: Language,
    list: Vec<Value>,
}

impl Actions<'_> {
    fn push(&mut self, target: String, why: &Text, update: Value) {
        self.list.push(json!({"target": target, "description": why.get(self.language), "update": update}));
    }

    /// Whether the document says nothing at `pointer`.
    fn lacks(&self, pointer: &str) -> bool {
        match self.document.pointer(pointer) {
            None | Some(Value::Null) => true,
            Some(Value::String(text)) => text.trim().is_empty(),
            Some(Value::Array(items)) => items.is_empty(),
            Some(Value::Object(entries)) => entries.is_empty(),
            Some(_) => false,
        }
    }

    fn info(&mut self, entry: &Entry<'_>) {
        let api = entry.api;
        let mut info = Map::new();
        let contact = object([
            ("name", json!(entry.producer.map_or(api.title.as_str(), |producer| producer.name.as_str()))),
            ("email", json!(api.contact.email)),
            ("url", json!(api.contact.form)),
        ]);
        let lacks_contact = self.lacks("/info/contact/email") && self.lacks("/info/contact/url");
        if lacks_contact && contact.len() > 1 {
            info.insert("contact".to_owned(), Value::Object(contact));
        }
        if let Some(licence) = api.licence.as_deref().filter(|_| self.lacks("/info/license")) {
            info.insert("license".to_owned(), license(licence, self.version));
        }
        if let Some(terms) = api.terms_url.as_ref().filter(|_| self.lacks("/info/termsOfService")) {
            info.insert("termsOfService".to_owned(), json!(terms));
        }
        if self.lacks("/info/description") {
            info.insert("description".to_owned(), json!(api.tagline));
        }
        if info.is_empty() {
            return;
        }
        let why = Text::new(
            "Qui répond, sous quelle licence, et ce qu’est l’API.",
            "Who answers, under which licence, and what the API is.",
        );
        // Without an object there, a target would select nothing.
        if self.document.get("info").is_some_and(Value::is_object) {
            self.push(member(ROOT, "info"), &why, Value::Object(info));
        } else {
            info.insert("title".to_owned(), json!(api.title));
            info.insert("version".to_owned(), json!("1.0.0"));
            self.push(ROOT.to_owned(), &why, json!({"info": info}));
        }
    }

    fn servers(&mut self, entry: &Entry<'_>) {
        let why = Text::new("Adresse des appels.", "Address of the calls.");
        let api = entry.api;
        if self.version == Version::V2 {
            let parts = api.base_url.as_ref().and_then(|url| url.as_str().split_once("://"));
            if let Some((scheme, rest)) = parts.filter(|_| self.lacks("/host")) {
                let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
                let mut update = object([("host", json!(host)), ("schemes", json!([scheme.to_ascii_lowercase()]))]);
                if self.lacks("/basePath") && !path.trim_matches('/').is_empty() {
                    update.insert("basePath".to_owned(), json!(path.trim_end_matches('/')));
                }
                self.push(ROOT.to_owned(), &why, Value::Object(update));
            }
            return;
        }
        let sandbox = Text::new("Environnement de test.", "Test environment.");
        let test = api.sandbox.as_ref().map(|url| json!({"url": url, "description": sandbox.get(self.language)}));
        let written = self.document.get("servers").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let urls: Vec<&str> = written.iter().filter_map(|server| server.get("url").and_then(Value::as_str)).collect();
        let has = |url: &str| urls.iter().any(|known| known.trim_end_matches('/') == url.trim_end_matches('/'));
        let is_absolute = urls.iter().any(|url| uri::is_absolute(url));
        if urls.is_empty() {
            let base = api.base_url.as_ref().map(|url| json!({"url": url}));
            let servers: Vec<Value> = base.into_iter().chain(test).collect();
            if !servers.is_empty() {
                self.push(ROOT.to_owned(), &why, json!({"servers": servers}));
            }
            return;
        }
        // An update of an array is appended to it (Overlay 1.0 §4.4.3).
        if let Some(url) = api.base_url.as_ref().filter(|_| !is_absolute) {
            self.push(member(ROOT, "servers"), &why, json!({"url": url}));
        }
        if let Some(test) = test.filter(|_| api.sandbox.as_ref().is_some_and(|url| !has(url.as_str()))) {
            self.push(member(ROOT, "servers"), &sandbox, test);
        }
    }

    fn documentation(&mut self, entry: &Entry<'_>) {
        if let Some(url) = entry.api.documentation.as_ref().filter(|_| self.lacks("/externalDocs/url")) {
            let why = Text::new("Documentation pour les personnes.", "Documentation for people.");
            self.push(ROOT.to_owned(), &why, json!({"externalDocs": {"url": url}}));
        }
    }

    /// The answer to too many calls, for each operation that has none.
    fn limits(&mut self, entry: &Entry<'_>) {
        let limits: Vec<String> =
            entry.api.service_level.rate_limits.iter().map(|limit| words::rate_limit(limit, self.language)).collect();
        if limits.is_empty() {
            return;
        }
        let answer = too_many(&limits.join(", "), self.version, self.language);
        let why = Text::new("Réponse au-delà de la limite d’appels.", "Answer beyond the limit of calls.");
        let document = self.document;
        let paths = document.get("paths").and_then(Value::as_object);
        for (name, item) in paths.into_iter().flatten() {
            for method in METHODS {
                let Some(operation) = item.get(method).filter(|operation| operation.is_object()) else { continue };
                let target = member(&member(&member(ROOT, "paths"), name), method);
                match operation.get("responses").and_then(Value::as_object) {
                    Some(answers) if answers.keys().any(|status| matches!(status.as_str(), "429" | "4XX" | "4xx")) => {}
                    Some(_) => self.push(member(&target, "responses"), &why, json!({"429": answer})),
                    None => self.push(target, &why, json!({"responses": {"429": answer}})),
                }
            }
        }
    }
}

/// A licence: its name, and its identifier or address as each version writes it.
pub(super) fn license(text: &str, version: Version) -> Value {
    match licence(text) {
        Some(known) if version >= Version::V3_1 => json!({"name": known.name, "identifier": known.spdx}),
        Some(known) => json!({"name": known.name, "url": known.url}),
        None => json!({"name": text}),
    }
}

/// The Response Object of 429.
pub(super) fn too_many(limits: &str, version: Version, language: Language) -> Value {
    let description =
        Text::new(format!("Trop d’appels\u{202f}: {limits} au plus."), format!("Too many calls: {limits} at most."));
    let wait = Text::new("Secondes à attendre avant de rappeler.", "Seconds to wait before calling again.");
    let wait = wait.get(language);
    let header = if version == Version::V2 {
        json!({"type": "integer", "description": wait})
    } else {
        json!({"description": wait, "schema": {"type": "integer"}})
    };
    json!({"description": description.get(language), "headers": {"Retry-After": header}})
}
