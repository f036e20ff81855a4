//! References within and across documents.

use super::*;
use serde_json::json;
use std::collections::HashMap;

struct Shelf(HashMap<String, Document>);

impl Documents for Shelf {
    fn document(&self, url: &str) -> Option<&Document> {
        self.0.get(url)
    }
}

fn shelf(documents: &[(&str, Value)]) -> Shelf {
    Shelf(documents.iter().map(|(url, value)| ((*url).to_owned(), Document::new(value.clone(), url))).collect())
}

/// Pointer and document of what the value at `pointer` of `main` leads to.
fn check(main: &Value, others: &Shelf, pointer: &str, expected: Result<(&str, &str), Broken>) {
    let document = Document::new(main.clone(), "https://a.fr/v1/api.json");
    let value = document.value().pointer(pointer).unwrap();
    let node = Node { document: &document, pointer: pointer.to_owned(), value };
    let found = resolve(node, others).map(|node| (node.document.url().to_owned(), node.pointer));
    let expected = expected.map(|(url, pointer)| (url.to_owned(), pointer.to_owned()));
    assert_eq!(found, expected, "{pointer}");
}

const HERE: &str = "https://a.fr/v1/api.json";

#[test]
fn local_pointers_are_decoded() {
    let main = json!({"openapi": "3.0.0", "paths": {"/a b/{c}~d": {"x": 1}}, "é": [0, {"k": 2}],
        "r1": {"$ref": "#/paths/~1a%20b~1%7Bc%7D~0d/x"}, "r2": {"$ref": "#/%C3%A9/1"}, "r3": {"$ref": "#/r2"},
        "r4": {"$ref": "#/paths/~1a b~1{c}~0d/x"}, "r5": {"$ref": "#/nope"}, "r6": {"$ref": "#"}, "r7": {"$ref": 3},
        "through": {"$ref": "#/r2/k"}, "own": {"$ref": "api.json#/é"}, "bare": {"$ref": "#Pet"}});
    let none = shelf(&[]);
    for (pointer, expected) in [
        ("/r1", Ok((HERE, "/paths/~1a b~1{c}~0d/x"))),
        ("/r2", Ok((HERE, "/é/1"))),
        ("/r3", Ok((HERE, "/é/1"))),
        ("/r4", Ok((HERE, "/paths/~1a b~1{c}~0d/x"))),
        ("/r5", Err(Broken::Place)),
        ("/r6", Ok((HERE, ""))),
        ("/r7", Ok((HERE, "/r7"))),
        ("/through", Ok((HERE, "/é/1/k"))),
        ("/own", Ok((HERE, "/é"))),
        ("/bare", Err(Broken::Place)),
    ] {
        check(&main, &none, pointer, expected);
    }
}

#[test]
fn circles_end() {
    let main = json!({"a": {"$ref": "#/b"}, "b": {"$ref": "#/a"}, "c": {"$ref": "#/c"}, "d": {"$ref": "#/d/x"}});
    for pointer in ["/a", "/b", "/c", "/d"] {
        check(&main, &shelf(&[]), pointer, Err(Broken::Cycle));
    }
    let mut chain = serde_json::Map::new();
    for number in 0..1_000 {
        chain.insert(number.to_string(), json!({"$ref": format!("#/{}", number + 1)}));
    }
    check(&Value::Object(chain), &shelf(&[]), "/0", Err(Broken::Cycle));
}

#[test]
fn other_documents_are_relative_to_the_one_that_names_them() {
    let main = json!({"a": {"$ref": "common/types.yaml#/Pet"}, "b": {"$ref": "https://b.fr/x.json#/y"},
        "c": {"$ref": "absent.json#/y"}});
    let others = shelf(&[
        ("https://a.fr/v1/common/types.yaml", json!({"Pet": {"$ref": "more.yaml"}})),
        ("https://a.fr/v1/common/more.yaml", json!({"type": "object"})),
        ("https://b.fr/x.json", json!({"y": 1})),
    ]);
    check(&main, &others, "/a", Ok(("https://a.fr/v1/common/more.yaml", "")));
    check(&main, &others, "/b", Ok(("https://b.fr/x.json", "/y")));
    check(&main, &others, "/c", Err(Broken::Document("https://a.fr/v1/absent.json".into())));
}

#[test]
fn schemas_have_names_of_their_own_since_3_1() {
    let schemas = json!({
        "Tree": {"$id": "https://x.fr/tree", "$defs": {"leaf": {"$anchor": "leaf"}, "r": {"$ref": "#/$defs/leaf"}},
            "s": {"$ref": "#leaf"}, "sibling": {"$ref": "twig#tip"}},
        "Twig": {"$id": "https://x.fr/twig", "properties": {"a": {"$dynamicAnchor": "tip"}}},
        "byId": {"$ref": "https://x.fr/twig"},
        "byAnchor": {"$ref": "#top"},
        "Top": {"$anchor": "top", "example": {"$anchor": "other"}},
        "data": {"$ref": "#other"},
    });
    let main = json!({"openapi": "3.1.0", "schemas": schemas});
    let none = shelf(&[]);
    for (pointer, expected) in [
        ("/schemas/Tree/$defs/r", Ok((HERE, "/schemas/Tree/$defs/leaf"))),
        ("/schemas/Tree/s", Ok((HERE, "/schemas/Tree/$defs/leaf"))),
        ("/schemas/Tree/sibling", Ok((HERE, "/schemas/Twig/properties/a"))),
        ("/schemas/byId", Ok((HERE, "/schemas/Twig"))),
        ("/schemas/byAnchor", Ok((HERE, "/schemas/Top"))),
        ("/schemas/data", Err(Broken::Place)),
    ] {
        check(&main, &none, pointer, expected);
    }
    let whole = json!({"$id": "https://x.fr/tree", "a": {"$ref": "twig"}, "b": {"$ref": "#/a"},
        "$defs": {"twig": {"$id": "twig"}}});
    check(&whole, &none, "/a", Ok((HERE, "/$defs/twig")));
    check(&whole, &none, "/b", Ok((HERE, "/$defs/twig")));
    let old = json!({"openapi": "3.0.0", "schemas": schemas});
    check(&old, &none, "/schemas/Tree/$defs/r", Err(Broken::Place));
}
