//! Postman Collection v2.1 (<https://schema.postman.com/collection/json/v2.1.0/draft-07/docs/index.html>).
//!
//! Texts of a request that hold `{{name}}` are read by Postman as variables: the format has no way to write them.

use super::{Collection, Item, Prepared, media_type};
use crate::core::history::{Answer, headers};
use crate::core::request::{Body, PartValue};
use serde_json::{Value, json};

const SCHEMA: &str = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

pub(super) fn write(title: &str, items: &[Item<'_>]) -> String {
    let collection = Collection::new(items);
    let mut list: Vec<Value> = Vec::new();
    let mut folders: Vec<(&str, Vec<Value>)> = Vec::new();
    for prepared in &collection.requests {
        let folder = prepared.item.folder;
        match folders.iter_mut().find(|(name, _)| *name == folder) {
            Some((_, inside)) => inside.push(item(prepared)),
            None if folder.is_empty() => list.push(item(prepared)),
            None => folders.push((folder, vec![item(prepared)])),
        }
    }
    let folders = folders.into_iter().map(|(name, inside)| json!({"name": name, "item": inside}));
    let list: Vec<Value> = folders.chain(list).collect();
    let origins = collection.origins.iter().map(|(origin, name)| json!({"key": name, "value": origin}));
    let secrets = collection.secrets.iter().map(|name| json!({"key": name, "value": ""}));
    let variables: Vec<Value> = origins.chain(secrets).collect();
    let info = json!({"name": title, "schema": SCHEMA});
    format!("{:#}\n", json!({"info": info, "item": list, "variable": variables}))
}

fn item(prepared: &Prepared<'_>) -> Value {
    let request = request(prepared);
    let examples: Vec<Value> =
        prepared.item.answer.iter().filter_map(|answer| example(prepared, answer, &request)).collect();
    json!({"name": prepared.item.name, "request": request, "response": examples})
}

fn request(prepared: &Prepared<'_>) -> Value {
    let Prepared { item, redactor, base, path, query, headers } = prepared;
    let mut raw = [base.as_str(), path].concat();
    let segments: Vec<&str> = path.strip_prefix('/').map(|path| path.split('/').collect()).unwrap_or_default();
    let mut url = json!({"host": [base], "path": segments});
    if let Some(query) = query {
        raw.push('?');
        raw.push_str(query);
        let pairs = query.split('&').map(|pair| match pair.split_once('=') {
            Some((name, value)) => json!({"key": name, "value": value}),
            None => json!({"key": pair, "value": null}),
        });
        url["query"] = pairs.collect();
    }
    url["raw"] = json!(raw);
    // Credentials are among the headers: nothing may be inherited beside them.
    let mut written =
        json!({"method": item.request.method, "auth": {"type": "noauth"}, "header": pairs_of(headers), "url": url});
    let body = match &item.request.body {
        Body::None => return written,
        Body::Text(text) => {
            let media = media_type(item.request);
            let language = ["json", "xml", "html"].into_iter().find(|language| media.contains(language));
            let options = json!({"raw": {"language": language.unwrap_or("text")}});
            json!({"mode": "raw", "raw": redactor.text(text), "options": options})
        }
        Body::Bytes(file) => json!({"mode": "file", "file": {"src": file.name}}),
        Body::Form(parts) => {
            let fields = parts.iter().map(|part| {
                let mut field = match &part.value {
                    PartValue::Text(text) => json!({"key": part.name, "type": "text", "value": redactor.text(text)}),
                    PartValue::File(file) => json!({"key": part.name, "type": "file", "src": file.name}),
                };
                if let Some(media) = &part.content_type {
                    field["contentType"] = json!(media);
                }
                field
            });
            json!({"mode": "formdata", "formdata": fields.collect::<Vec<_>>()})
        }
    };
    written["body"] = body;
    written
}

/// An answer as a saved example; a binary one has no body.
fn example(prepared: &Prepared<'_>, answer: &Answer<'_>, request: &Value) -> Option<Value> {
    // Postman wants a status that a server may give.
    (100..600).contains(&answer.status).then(|| {
        let body = answer.text(usize::MAX).map(|text| prepared.redactor.text(text));
        json!({
            "name": answer.status.to_string(),
            "originalRequest": request,
            "code": answer.status,
            "header": pairs_of(&headers(answer.headers, &prepared.redactor)),
            "body": body,
        })
    })
}

fn pairs_of(headers: &[(String, String)]) -> Vec<Value> {
    headers.iter().map(|(name, value)| json!({"key": name, "value": value})).collect()
}
