//! Samples of the schemas of real documents and of the official JSON Schema suite, and `catalogue openapi samples` as
//! its users run it.

use crate::json_schema::{json_files, read, suite};
use crate::openapi::{documents_in, run};
use catalogue::core::openapi::schema::check::{Dialect, Schemas};
use catalogue::core::openapi::schema::sample::{Options, Sampler, is_json};
use catalogue::core::openapi::{Document, NoDocuments, SchemaNode};
use serde_json::{Value, json};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Schemas sampled in each document: the largest ones count more than a thousand.
const SCHEMAS: usize = 40;

/// Schemas of real documents that no sample fits, and why.
const IMPOSSIBLE: [(&str, &str); 7] = [
    ("redoc-demo-openapi-3-1.yaml Cat", "a skill that is a number and a text"),
    ("rest-api-spec-openapi-openapi.yaml ConnectorNode", "holds a ConnectorEndpoint"),
    ("rest-api-spec-openapi-openapi.yaml ConnectorEndpoint", "exactly one of two forms that accept the same values"),
    ("api-statut-etudiant-ecriture.json ErrorSchema400", "the type json does not exist"),
    ("api-statut-etudiant-ecriture.json ErrorSchema401", "the type json does not exist"),
    ("api-statut-etudiant-ecriture.json ErrorSchema404", "the type json does not exist"),
    ("api-statut-etudiant-ecriture.json ErrorSchema500", "the type json does not exist"),
];

/// Schemas that no sample fits because the examples of their texts do not match the patterns beside them: patterns that
/// are not of ECMA-262, or that stand between slashes and match nothing.
const UNMATCHED: [&str; 3] = [
    "api-tiers-de-prestation.json InputParticulierDTO",
    "redoc-demo-openapi-3-1.yaml User",
    "redoc-demo-openapi.yaml User",
];

/// Schemas of the official suite that have valid values, none of which is found, and why.
const NOT_FOUND: [(&str, &str); 3] = [
    (
        "item is evaluated in an uncle schema to unevaluatedItems",
        "`unevaluatedItems` of another schema is not foreseen",
    ),
    ("items does not look in applicators, valid case", "`items` of another schema is not foreseen"),
    ("collect annotations inside a 'not', even if collection is disabled", "`not` is met by chance only"),
];

#[test]
fn samples_of_real_schemas_fit() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<PathBuf> = documents_in(&root.join("public/apis"));
    let shared = [root.join("../shared"), root.join("../../shared")].into_iter().find(|folder| folder.exists());
    match &shared {
        Some(shared) => {
            files.extend(documents_in(&shared.join("specs")));
            files.extend(documents_in(&shared.join("data/apigouv/openapi")));
        }
        None => println!("skipped in part: the folder of real documents is absent"),
    }
    let (mut number, mut failed) = (0, BTreeSet::new());
    for file in files {
        let (document, _) = Document::read(&fs::read(&file).unwrap(), &file.to_string_lossy());
        let schemas = Schemas::new(document.value(), document.dialect());
        let sampler = Sampler::new(&document, &NoDocuments);
        let root = document.value();
        let named = ["/components/schemas", "/definitions"].into_iter().filter_map(|holder| {
            Some(root.pointer(holder)?.as_object()?.iter().map(move |(name, value)| (holder, name, value)))
        });
        let named: Vec<_> = named.flatten().collect();
        for (holder, name, value) in named.iter().step_by(named.len().div_ceil(SCHEMAS).max(1)) {
            let pointer = format!("{holder}/{}", name.replace('~', "~0").replace('/', "~1"));
            let schema = SchemaNode { document: &document, pointer: pointer.clone(), value: Cow::Borrowed(*value) };
            let sample = sampler.sample(&[schema], &Options::default());
            number += 1;
            if !schemas.check(&pointer, &sample.value).is_empty() {
                failed.insert(format!("{} {name}", file.file_name().unwrap().display()));
            }
        }
    }
    println!("samples of {} of {number} schemas fit, all but {failed:?}", number - failed.len());
    let excepted = |name: &str| IMPOSSIBLE.iter().any(|(known, _)| *known == name) || UNMATCHED.contains(&name);
    let unforeseen: Vec<&String> = failed.iter().filter(|name| !excepted(name)).collect();
    assert!(unforeseen.is_empty() && number > 100, "{unforeseen:?}");
}

#[test]
fn every_body_of_our_documents_can_be_written() {
    let mut number = 0;
    for file in documents_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("public/apis")) {
        let (document, _) = Document::read(&fs::read(&file).unwrap(), &file.to_string_lossy());
        let sampler = Sampler::new(&document, &NoDocuments);
        let (entries, _) = document.operations(&NoDocuments);
        for entry in &entries {
            let (operation, _) = document.open(entry, &NoDocuments);
            let sent = operation.request_body.iter().flat_map(|body| &body.content);
            let given = operation.responses.iter().flat_map(|response| &response.content);
            for media in sent.chain(given) {
                let written = sampler.sample_text(media, &Options::default());
                let is_right = match media.name.as_ref() {
                    name if is_json(name) => serde_json::from_str::<Value>(&written.text).is_ok(),
                    name if name.ends_with("xml") => written.text.trim_start().starts_with('<'),
                    _ => !written.text.is_empty(),
                };
                assert!(is_right && !written.cut, "{} {} {}", file.display(), entry.path, written.text);
                number += 1;
            }
        }
    }
    assert!(number > 50, "{number}");
}

#[test]
fn samples_of_the_official_suite_fit() {
    let (mut number, mut failed) = (0, BTreeSet::new());
    for path in json_files(&suite().join("tests/draft2020-12")) {
        let groups = read(&path);
        let possible = |group: &&Value| group["tests"].as_array().unwrap().iter().any(|test| test["valid"] == true);
        for group in groups.as_array().unwrap().iter().filter(possible) {
            let document = Document::new(group["schema"].clone(), "");
            let value = Cow::Borrowed(document.value());
            let schema = SchemaNode { document: &document, pointer: String::new(), value };
            let schemas = Schemas::new(document.value(), Dialect::Draft202012);
            for seed in 0..2 {
                let options = Options { seed, ..Options::default() };
                let sample = Sampler::new(&document, &NoDocuments).sample(std::slice::from_ref(&schema), &options);
                let failures = schemas.check("", &sample.value);
                // What refers to another document cannot be met without it.
                let is_known = failures.iter().all(|failure| !failure.message.en.contains("not loaded"));
                number += usize::from(is_known);
                if is_known && !failures.is_empty() {
                    failed.insert(group["description"].as_str().unwrap().to_owned());
                }
            }
        }
    }
    let excepted: BTreeSet<String> = NOT_FOUND.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(failed, excepted);
    assert!(number > 600, "{number}");
}

fn answers(cases: &[Value]) -> Vec<Value> {
    let input: String = cases.iter().map(|case| format!("{case}\n")).collect();
    let output = run(&["samples"], &input);
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{text}");
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn samples_are_made_a_line_each() {
    let pet = json!({ "type": "object", "xml": { "name": "pet" }, "required": ["name"], "properties": {
        "id": { "type": "integer", "readOnly": true, "xml": { "attribute": true } },
        "name": { "type": "string", "example": "Rex & fils" },
        "key": { "type": "string", "writeOnly": true },
    }});
    let document = json!({ "openapi": "3.0.3", "components": { "schemas": { "Pet": pet } } });
    let case = |more: Value| {
        let mut case = json!({ "id": 1, "schema": "#/components/schemas/Pet", "doc": document });
        case.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        case
    };
    let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<pet id=\"1\">\n  <name>Rex &amp; fils</name>\n</pet>\n";
    let cases = [
        (case(json!({})), json!({ "id": 1, "name": "Rex & fils", "key": "texte" })),
        (case(json!({ "direction": "request" })), json!({ "name": "Rex & fils", "key": "texte" })),
        (case(json!({ "direction": "response", "mediaType": "application/xml" })), json!(xml)),
        (
            case(json!({ "direction": "request", "mediaType": "application/x-www-form-urlencoded" })),
            json!("name=Rex+%26+fils&key=texte"),
        ),
        (
            case(json!({ "variant": "minimal", "mediaType": "application/problem+json" })),
            json!({ "name": "Rex & fils" }),
        ),
        (case(json!({ "schema": "/components/schemas/Pet/properties/name" })), json!("Rex & fils")),
        (
            case(
                json!({ "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Pet" } }, "variant": "minimal" }),
            ),
            json!([{ "name": "Rex & fils" }]),
        ),
        (case(json!({ "schema": true, "doc": null })), json!("texte")),
        (
            case(json!({ "schema": { "properties": { "a": { "$ref": "#/x" } }, "x": { "const": 3 } }, "doc": null })),
            json!({ "a": 3 }),
        ),
        (case(json!({ "schema": { "enum": ["a", "b"] }, "seed": 0 })), json!("a")),
        (case(json!({ "schema": { "type": "integer" }, "doc": "public/apis/api-geo/openapi.json" })), json!(1)),
    ];
    let found = answers(&cases.iter().map(|(case, _)| case.clone()).collect::<Vec<_>>());
    assert_eq!(found.len(), cases.len());
    for ((case, expected), answer) in cases.iter().zip(&found) {
        assert_eq!((&answer["sample"], &answer["id"]), (expected, &json!(1)), "{case}");
    }
}

#[test]
fn lines_without_sample_say_why() {
    let cases = [
        json!({ "id": "a" }),
        json!({ "id": "a", "schema": "#/absent", "doc": {} }),
        json!({ "id": "a", "schema": "#/absent" }),
        json!({ "id": "a", "schema": {}, "doc": "no-such-file" }),
        json!({ "id": "a", "schema": {}, "doc": [1] }),
        json!({ "id": "a", "schema": {}, "direction": "sideways" }),
        json!({ "id": "a", "schema": {}, "variant": "huge" }),
    ];
    for (case, answer) in cases.iter().zip(answers(&cases)) {
        let is_explained = answer["error"].as_str().is_some_and(|error| error.len() > 20);
        assert!(is_explained && answer.get("sample").is_none() && answer["id"] == "a", "{case} {answer}");
    }
}
