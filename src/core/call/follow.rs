//! [`follow`]: the draft that asks for another page of the same operation, from the address that an answer gives.
//!
//! The address is a guess of the service about our request: it counts only where the draft made of it asks for that very
//! address. Never here: reading links in answers.

use super::draft::{Draft, ParameterKey};
use super::{composed, request};
use crate::core::address::percent_decode;
use crate::core::openapi::schema::compose::SchemaType;
use crate::core::openapi::{Documents, KeyLocation, Operation, Parameter, SchemeKind};
use crate::core::request::style::Location;
use serde_json::{Number, Value};
use std::collections::BTreeMap;

/// The draft that asks for `address`, all but its query parameters as in `draft`. `None` where the operation cannot ask
/// for it: another server, another path, parameters it does not have.
pub fn follow<'a>(
    operation: &Operation<'a>,
    draft: &Draft,
    address: &str,
    documents: &'a dyn Documents,
) -> Option<Draft> {
    let (place, pairs) = parts(address);
    let mut next = Draft { credentials: BTreeMap::new(), ..draft.clone() };
    for parameter in operation.parameters.iter().filter(|one| one.location == Location::Query) {
        let texts: Vec<&str> =
            pairs.iter().filter(|(name, _)| name == parameter.name).map(|(_, text)| text.as_str()).collect();
        match value(parameter, &texts, documents) {
            Some(value) => next.parameters.insert(ParameterKey::of(parameter), value),
            None => next.parameters.remove(&ParameterKey::of(parameter)),
        };
    }
    let (asked_place, mut asked) = parts(&request(operation, &next, documents).0.url);
    // A key that the service repeats is not ours to fill in: it goes with the call by itself.
    let is_key = |name: &str| {
        let schemes = operation.security.iter().flat_map(|one| &one.schemes).filter_map(|one| one.scheme.as_ref());
        let mut keys = schemes.map(|scheme| &scheme.kind);
        keys.any(|kind| matches!(kind, SchemeKind::ApiKey { name: key, location: KeyLocation::Query } if *key == name))
    };
    let mut wanted: Vec<_> = pairs.iter().filter(|(name, _)| !is_key(name)).cloned().collect();
    wanted.sort();
    asked.sort();
    (asked_place == place && asked == wanted).then(|| Draft { credentials: draft.credentials.clone(), ..next })
}

/// The address without its query, and the names and values of that.
fn parts(address: &str) -> (String, Vec<(String, String)>) {
    let address = address.split('#').next().unwrap_or_default();
    let (place, query) = address.split_once('?').unwrap_or((address, ""));
    let decoded = |text: &str| percent_decode(&text.replace('+', " "));
    let pairs = query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decoded(name), decoded(value))
    });
    (percent_decode(place), pairs.collect())
}

/// The value written as `texts`; `None` where nothing is.
fn value<'a>(parameter: &Parameter<'a>, texts: &[&str], documents: &'a dyn Documents) -> Option<Value> {
    let first = texts.first()?;
    let schema = composed(parameter.schema.as_ref(), documents);
    let types = schema.map(|schema| schema.likely_types());
    let has = |one: SchemaType| types.as_ref().is_some_and(|types| types.has(one) && !types.has(SchemaType::String));
    if has(SchemaType::Array) {
        let items: Vec<Value> = match parameter.explode {
            false => first.split(',').map(Value::from).collect(),
            true => texts.iter().map(|text| Value::from(*text)).collect(),
        };
        return Some(Value::Array(items));
    }
    Some(typed(parameter, first, documents))
}

/// A text as the kind of value that a parameter takes; the text itself where it is none.
pub(super) fn typed<'a>(parameter: &Parameter<'a>, text: &str, documents: &'a dyn Documents) -> Value {
    let schema = composed(parameter.schema.as_ref(), documents);
    let types = schema.map(|schema| schema.likely_types());
    let has = |one: SchemaType| types.as_ref().is_some_and(|types| types.has(one) && !types.has(SchemaType::String));
    let number = || serde_json::from_str::<Number>(text).ok().map(Value::Number);
    let typed = if has(SchemaType::Integer) || has(SchemaType::Number) {
        number()
    } else if has(SchemaType::Boolean) {
        text.parse().ok().map(Value::Bool)
    } else {
        None
    };
    typed.unwrap_or_else(|| Value::from(text))
}

#[cfg(test)]
mod tests {
    use super::super::Given;
    use super::*;
    use crate::core::openapi::{Document, NoDocuments};
    use serde_json::json;

    #[test]
    fn pages_of_the_same_operation_only() {
        let document = json!({"openapi": "3.1.0", "servers": [{"url": "https://a.fr"}],
            "components": {"securitySchemes": {"key": {"type": "apiKey", "in": "query", "name": "key"}}},
            "paths": {"/é/{id}": {"get": {"security": [{"key": []}], "parameters": [
                {"name": "id", "in": "path", "required": true, "schema": {"type": "string"}},
                {"name": "page", "in": "query", "schema": {"type": "integer"}},
                {"name": "q", "in": "query", "schema": {"type": "string"}},
                {"name": "full", "in": "query", "schema": {"type": "boolean"}},
                {"name": "tag", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}},
                {"name": "one", "in": "query", "explode": false, "schema": {"type": "array", "items": {"type": "string"}}}]}}}});
        let document = Document::new(document, "https://docs.fr/openapi.json");
        let (entries, _) = document.operations(&NoDocuments);
        let (operation, _) = document.open(&entries[0], &NoDocuments);
        let key = |location, name: &str| ParameterKey { location, name: name.to_owned() };
        let query = |name: &str| key(Location::Query, name);
        let mut draft = Draft::default();
        draft.credentials.insert("key".into(), Given::Value("s3cr3t".into()));
        draft.parameters.insert(key(Location::Path, "id"), json!("a b"));
        draft.parameters.insert(query("page"), json!(1));
        draft.parameters.insert(query("q"), json!("x"));
        for (address, expect) in [
            ("https://a.fr/%C3%A9/a%20b?page=2&q=x+y", Some(json!({"page": 2, "q": "x y"}))),
            ("https://a.fr/é/a%20b?q=7&full=true&page=3#top", Some(json!({"page": 3, "q": "7", "full": true}))),
            ("https://a.fr/%C3%A9/a%20b?tag=a&tag=b%26&one=c,d", Some(json!({"tag": ["a", "b&"], "one": ["c", "d"]}))),
            ("https://a.fr/%C3%A9/a%20b?page=2&key=shown", Some(json!({"page": 2}))),
            ("https://a.fr/%C3%A9/a%20b", Some(json!({}))),
            ("https://a.fr/%C3%A9/a%20b?cursor=2", None),
            ("https://a.fr/%C3%A9/other?page=2", None),
            ("https://b.fr/%C3%A9/a%20b?page=2", None),
            ("http://a.fr/%C3%A9/a%20b?page=2", None),
            ("https://a.fr@b.fr/%C3%A9/a%20b?page=2", None),
        ] {
            let found = follow(&operation, &draft, address, &NoDocuments);
            let expect = expect.map(|expect| {
                let mut draft = Draft { credentials: draft.credentials.clone(), ..Draft::default() };
                draft.parameters.insert(key(Location::Path, "id"), json!("a b"));
                for (name, value) in expect.as_object().unwrap() {
                    draft.parameters.insert(query(name), value.clone());
                }
                draft
            });
            assert_eq!(found, expect, "{address}");
        }
    }
}
