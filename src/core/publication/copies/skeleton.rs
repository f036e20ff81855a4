//! An OpenAPI 3.1 document to begin with, for those who have none: what the page knows, and one operation to copy.

use super::overlay::{license, too_many};
use super::{Entry, object};
use crate::core::catalogue::AccessKind;
use crate::core::i18n::{Language, Text, words};
use crate::core::openapi::Version;
use crate::core::yaml;
use serde_json::{Value, json};

/// The document, in YAML.
pub fn skeleton(entry: &Entry<'_>, language: Language) -> String {
    yaml::write(&document(entry, language))
}

fn document(entry: &Entry<'_>, language: Language) -> Value {
    let api = entry.api;
    let say = |fr: &str, en: &str| Text::new(fr, en).get(language).to_owned();
    let producer = entry.producer.map_or(api.title.as_str(), |producer| producer.name.as_str());
    let has_contact = api.contact.email.is_some() || api.contact.form.is_some();
    let contact = object([
        ("name", json!(has_contact.then_some(producer))),
        ("email", json!(api.contact.email)),
        ("url", json!(api.contact.form)),
    ]);
    let info = object([
        ("title", json!(api.title)),
        ("summary", json!(api.tagline)),
        ("description", json!(entry.body.trim())),
        ("termsOfService", json!(api.terms_url)),
        ("contact", Value::Object(contact)),
        ("license", json!(api.licence.as_deref().map(|licence| license(licence, Version::V3_1)))),
        ("version", json!("1.0.0")),
    ]);
    let base = api.base_url.as_ref().map(|url| json!({"url": url, "description": say("Production", "Production")}));
    let test = api
        .sandbox
        .as_ref()
        .map(|url| json!({"url": url, "description": say("Environnement de test", "Test environment")}));
    let is_open = api.access.kind == AccessKind::Open;
    let components = object([
        ("securitySchemes", json!((!is_open).then(|| json!({"token": {"type": "http", "scheme": "bearer"}})))),
        ("schemas", json!({"Item": item(&say), "Problem": problem(&say)})),
    ]);
    let document = object([
        ("openapi", json!("3.1.0")),
        ("info", Value::Object(info)),
        ("externalDocs", json!(api.documentation.as_ref().map(|url| json!({"url": url})))),
        ("servers", json!(base.into_iter().chain(test).collect::<Vec<_>>())),
        ("security", json!((!is_open).then(|| json!([{"token": []}])))),
        ("paths", json!({"/items/{id}": {"get": operation(entry, language, &say)}})),
        ("components", Value::Object(components)),
    ]);
    Value::Object(document)
}

/// One operation, with everything that readers look for.
fn operation(entry: &Entry<'_>, language: Language, say: &dyn Fn(&str, &str) -> String) -> Value {
    let level = &entry.api.service_level;
    let limits: Vec<String> = level.rate_limits.iter().map(|limit| words::rate_limit(limit, language)).collect();
    let failure = |description: String| json!({"description": description, "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}});
    let content = json!({"application/json": {"schema": {"$ref": "#/components/schemas/Item"}}});
    let responses = object([
        ("200", json!({"description": say("L’élément demandé.", "The item that was asked for."), "content": content})),
        ("404", failure(say("Aucun élément n’a cet identifiant.", "No item has this identifier."))),
        ("429", json!((!limits.is_empty()).then(|| too_many(&limits.join(", "), Version::V3_1, language)))),
        ("default", failure(say("Toute autre erreur.", "Any other error."))),
    ]);
    json!({
        "operationId": "readItem",
        "summary": say("Lire un élément", "Read an item"),
        "description": say(
            "Exemple à remplacer par une opération de votre API\u{202f}: dites ce qu’elle rend, et à quoi elle sert.",
            "Example to replace by an operation of your API: say what it gives, and what it is for.",
        ),
        "parameters": [{
            "name": "id", "in": "path", "required": true,
            "description": say("Identifiant de l’élément.", "Identifier of the item."),
            "schema": {"type": "string"}, "example": "a1",
        }],
        "responses": responses,
    })
}

fn item(say: &dyn Fn(&str, &str) -> String) -> Value {
    json!({"type": "object", "required": ["id"], "properties": {
        "id": {"type": "string", "description": say("Identifiant.", "Identifier."), "examples": ["a1"]},
        "name": {"type": "string", "description": say("Nom.", "Name."), "examples": [say("Exemple", "Example")]},
    }})
}

/// Problem Details (RFC 9457).
fn problem(say: &dyn Fn(&str, &str) -> String) -> Value {
    json!({"type": "object", "properties": {
        "type": {"type": "string", "format": "uri-reference", "description": say("Adresse qui nomme ce problème.", "Address that names this problem.")},
        "title": {"type": "string", "description": say("Le problème, en bref.", "The problem, in short.")},
        "status": {"type": "integer", "description": say("Statut HTTP.", "HTTP status.")},
        "detail": {"type": "string", "description": say("Le problème, cette fois-ci.", "The problem, this time.")},
    }})
}

#[cfg(test)]
mod tests {
    use super::super::overlay;
    use super::super::testing::{api, entry};
    use super::*;
    use crate::core::openapi::{Document, NoDocuments};

    #[test]
    fn it_opens_without_problems_and_lacks_nothing() {
        let mut api = api();
        for kind in [AccessKind::Open, AccessKind::Account, AccessKind::Restricted] {
            api.access.kind = kind;
            for language in Language::ALL {
                let text = skeleton(&entry(&api), language);
                let (read, problems) = Document::read(text.as_bytes(), "openapi.yaml");
                assert_eq!(problems, [], "{text}");
                let (contents, problems) = read.contents(&NoDocuments);
                assert_eq!((contents.operations.len(), problems), (1, Vec::new()), "{text}");
                for operation in &contents.operations {
                    let (_, problems) = read.operation(&operation.id, &NoDocuments).unwrap();
                    assert_eq!(problems, []);
                }
                assert_eq!(overlay(&entry(&api), read.value(), None, language), None, "{text}");
            }
        }
    }

    #[test]
    fn the_schema_of_the_example_is_a_schema() {
        let api = api();
        let written = document(&entry(&api), Language::Fr);
        for name in ["Item", "Problem"] {
            let schema = &written["components"]["schemas"][name];
            assert!(jsonschema::draft202012::meta::is_valid(schema), "{schema}");
        }
    }
}
