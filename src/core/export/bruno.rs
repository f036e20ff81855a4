//! A Bruno collection: `bruno.json`, an environment, and a `.bru` file for each request (grammar: `@usebruno/lang`).
//!
//! The format escapes little: values are one line, or lines between `'''`. Never here: scripts, tests.

use super::{Collection, Item, Prepared, file_name, media_type};
use crate::core::request::{Body, Part, PartValue};
use crate::core::secret::Redactor;
use serde_json::json;

/// Methods with a block of their own.
const METHODS: [&str; 9] = ["get", "post", "put", "delete", "patch", "options", "head", "connect", "trace"];

pub(super) fn write(title: &str, items: &[Item<'_>]) -> Vec<(String, String)> {
    let collection = Collection::new(items);
    let root = file_name(title);
    let description = json!({"version": "1", "name": title, "type": "collection", "ignore": []});
    let mut files = vec![
        (root.clone() + "/bruno.json", format!("{description:#}\n")),
        (format!("{root}/environments/{root}.bru"), environment(&collection)),
    ];
    let mut folders: Vec<(&str, String)> = Vec::new();
    // Names that mean something to Bruno.
    let mut taken: Vec<String> =
        ["environments", "folder.bru", "collection.bru"].map(|name| format!("{root}/{name}").to_lowercase()).into();
    for (index, prepared) in collection.requests.iter().enumerate() {
        let tag = prepared.item.folder;
        let known = folders.iter().find(|(name, _)| *name == tag).map(|(_, path)| path.clone());
        let folder = match known {
            Some(path) => path,
            None if tag.is_empty() => root.clone(),
            None => {
                let path = free(&mut taken, &format!("{root}/{}", file_name(tag)), "", index + 1);
                files.push((path.clone() + "/folder.bru", block("meta", &[("name".to_owned(), line(tag))])));
                taken.push((path.clone() + "/folder.bru").to_lowercase());
                folders.push((tag, path.clone()));
                path
            }
        };
        let path = free(&mut taken, &format!("{folder}/{}", file_name(prepared.item.name)), ".bru", index + 1);
        files.push((path, request(prepared, index + 1)));
    }
    files
}

/// `path`, or `path 2` where it is taken: systems do not all tell cases apart. Numbers start at the rank of the request,
/// so that a thousand requests of one name do not try a thousand numbers each.
fn free(taken: &mut Vec<String>, path: &str, extension: &str, rank: usize) -> String {
    let mut candidate = [path, extension].concat();
    let mut number = rank;
    while taken.contains(&candidate.to_lowercase()) {
        candidate = format!("{path} {number}{extension}");
        number += 1;
    }
    taken.push(candidate.to_lowercase());
    candidate
}

fn environment(collection: &Collection<'_>) -> String {
    let origins: Vec<_> = collection.origins.iter().map(|(origin, name)| (name.clone(), line(origin))).collect();
    let mut text = block("vars", &origins);
    if !collection.secrets.is_empty() {
        text.push_str(&format!("vars:secret [\n  {}\n]\n", collection.secrets.join(",\n  ")));
    }
    text
}

fn request(prepared: &Prepared<'_>, rank: usize) -> String {
    let Prepared { item, redactor, base, path, query, headers } = prepared;
    let media = media_type(item.request);
    let (mode, body) = match &item.request.body {
        Body::None => ("none", String::new()),
        Body::Text(text) => {
            let mode = ["json", "xml"].into_iter().find(|mode| media.contains(mode)).unwrap_or("text");
            (mode, format!("body:{mode} {{\n{}\n}}\n", indented(&redactor.text(text))))
        }
        Body::Bytes(file) => {
            let media = if media.is_empty() { "application/octet-stream" } else { &media };
            let value = format!("@file({}) @contentType({media})", line(&file.name));
            ("file", block("body:file", &[("file".to_owned(), value)]))
        }
        Body::Form(parts) => {
            let fields: Vec<_> = parts.iter().map(|part| (key(&part.name), field(part, redactor))).collect();
            ("multipartForm", block("body:multipart-form", &fields))
        }
    };
    let pair = |name: &str, value: String| (name.to_owned(), value);
    let mut url = [base.as_str(), path].concat();
    if let Some(query) = query {
        url.push('?');
        url.push_str(query);
    }
    let method = item.request.method.to_ascii_lowercase();
    let mut call = vec![pair("url", line(&url)), pair("body", mode.to_owned()), pair("auth", "none".to_owned())];
    let is_known = METHODS.contains(&method.as_str());
    if !is_known {
        call.insert(0, pair("method", line(&item.request.method)));
    }
    let meta = [pair("name", line(item.name)), pair("type", "http".to_owned()), pair("seq", rank.to_string())];
    let mut blocks = vec![block("meta", &meta), block(if is_known { &method } else { "http" }, &call)];
    if let Some(query) = query {
        let pairs = query.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        let pairs: Vec<_> = pairs.map(|(name, value)| (key(name), value_of(value))).collect();
        blocks.push(block("params:query", &pairs));
    }
    if !headers.is_empty() {
        let headers: Vec<_> = headers.iter().map(|(name, value)| (key(name), value_of(value))).collect();
        blocks.push(block("headers", &headers));
    }
    blocks.push(body);
    // The address is encoded already.
    blocks.push(block("settings", &[pair("encodeUrl", "false".to_owned())]));
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n")
}

fn field(part: &Part, redactor: &Redactor) -> String {
    let mut value = match &part.value {
        PartValue::Text(text) => value_of(&redactor.text(text)),
        PartValue::File(file) => format!("@file({})", line(&file.name)),
    };
    if let Some(media) = &part.content_type {
        value.push_str(&format!(" @contentType({})", line(media)));
    }
    value
}

/// A block of keys and values, already escaped.
fn block(name: &str, pairs: &[(String, String)]) -> String {
    let mut text = format!("{name} {{\n");
    for (key, value) in pairs {
        text.extend(["  ", key, ": ", value, "\n"]);
    }
    text + "}\n"
}

/// A key: in quotes where it holds what ends one.
fn key(name: &str) -> String {
    let name = line(name);
    match name.contains([':', '"', '{', '}', ' ']) {
        true => format!("\"{}\"", name.replace('"', "\\\"")),
        false => name,
    }
}

/// A value: on one line, or on lines between `'''`. What would open or end such lines cannot be escaped: it is cut by
/// a space.
fn value_of(value: &str) -> String {
    let has_lines = value.contains(['\n', '\r']);
    let value = match has_lines || value.trim_start().starts_with("'''") {
        true => value.replace("'''", "'' '"),
        false => value.to_owned(),
    };
    if has_lines { format!("'''\n{}\n  '''", indented_by(&value, "    ")) } else { value }
}

/// A text on one line.
fn line(text: &str) -> String {
    text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

fn indented(text: &str) -> String {
    indented_by(text, "  ")
}

fn indented_by(text: &str, indent: &str) -> String {
    let lines = text.split('\n').map(|line| [indent, line.strip_suffix('\r').unwrap_or(line)].concat());
    lines.collect::<Vec<_>>().join("\n")
}
