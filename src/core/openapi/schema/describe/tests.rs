//! Schemas in words, in both languages.

use super::{describe, label, summary};
use crate::core::i18n::Text;
use crate::core::openapi::schema::compose::compose;
use crate::core::openapi::schema::tree::{self, Row};
use crate::core::openapi::{Document, NoDocuments, SchemaNode};
use serde_json::{Value, json};
use std::borrow::Cow;

fn document(schema: &Value) -> Document {
    let schemas = json!({ "S": schema, "Pet": { "type": "object", "properties": { "name": { "type": "string" } } },
        "Adresse": { "type": "object" }, "Code": { "type": "string", "pattern": "^[A-Z]$" } });
    Document::new(
        json!({ "openapi": "3.1.0", "paths": {}, "components": { "schemas": schemas } }),
        "https://a.fr/api.json",
    )
}

/// The schema as a component `S`, which is not its name in sentences.
fn node(document: &Document) -> SchemaNode<'_> {
    let pointer = "/components/schemas/S";
    SchemaNode {
        document,
        pointer: pointer.to_owned(),
        value: Cow::Borrowed(document.value().pointer(pointer).unwrap()),
    }
}

/// The row of property `p` with `schema`.
fn with_row(schema: &Value, required: bool, ask: impl Fn(&Row<'_>) -> Text) -> Text {
    let required = if required { json!(["p"]) } else { json!([]) };
    let document = document(&json!({ "properties": { "p": schema }, "required": required }));
    let root = tree::root(&[node(&document)], &NoDocuments).unwrap();
    let rows = tree::children(&root, &NoDocuments).rows;
    ask(&rows[0])
}

/// A schema, its summary, and its description as an optional property, in French and English.
type Case = (&'static str, [&'static str; 2], [&'static str; 2]);

const CASES: &[Case] = &[
    (r#"{}"#, ["toute valeur", "any value"], ["Toute valeur. Facultatif.", "Any value. Optional."]),
    (r#"true"#, ["toute valeur", "any value"], ["Toute valeur. Facultatif.", "Any value. Optional."]),
    (r#"false"#, ["aucune valeur", "no value"], ["Aucune valeur. Facultatif.", "No value. Optional."]),
    (r#"{"type":"null"}"#, ["nul", "null"], ["Nul. Facultatif.", "Null. Optional."]),
    (
        r#"{"type":"string","format":"date-time","minLength":1,"maxLength":40,"pattern":"^[A-Z]+$"}"#,
        [
            "texte · date-heure · 1 à 40 caractères · motif ^[A-Z]+$",
            "string · date-time · 1–40 chars · pattern ^[A-Z]+$",
        ],
        [
            "Texte de 1 à 40 caractères, date et heure, comme 2025-01-31T12:30:00Z, suivant le motif ^[A-Z]+$. Facultatif.",
            "Text of 1 to 40 characters, date and time, like 2025-01-31T12:30:00Z, matching the pattern ^[A-Z]+$. Optional.",
        ],
    ),
    (
        r#"{"type":"string","minLength":5,"maxLength":5,"format":"siret"}"#,
        ["texte · format siret · 5 caractères", "string · format siret · 5 chars"],
        ["Texte de 5 caractères, format siret. Facultatif.", "Text of 5 characters, format siret. Optional."],
    ),
    (r#"{"type":"boolean"}"#, ["booléen", "boolean"], ["Vrai ou faux. Facultatif.", "True or false. Optional."]),
    (
        r#"{"type":["boolean","string"],"maxItems":3}"#,
        ["booléen ou texte", "boolean or string"],
        ["Booléen ou texte. Facultatif.", "Boolean or text. Optional."],
    ),
    (
        r#"{"type":["integer","null"],"minimum":1,"maximum":5,"multipleOf":2}"#,
        ["nombre entier · 1 à 5 · multiple de 2 · ou nul", "integer · 1 to 5 · multiple of 2 · or null"],
        [
            "Nombre entier de 1 à 5, multiple de 2. Facultatif. Peut être nul.",
            "Whole number from 1 to 5, multiple of 2. Optional. Can be null.",
        ],
    ),
    (
        r#"{"type":"number","exclusiveMinimum":0,"maximum":1.5}"#,
        ["nombre · > 0 · ≤ 1.5", "number · > 0 · ≤ 1.5"],
        [
            "Nombre supérieur à 0 et au plus égal à 1.5. Facultatif.",
            "Number greater than 0 and no more than 1.5. Optional.",
        ],
    ),
    (
        r#"{"type":"number","minimum":0}"#,
        ["nombre · ≥ 0", "number · ≥ 0"],
        ["Nombre au moins égal à 0. Facultatif.", "Number no less than 0. Optional."],
    ),
    (
        r#"{"type":"integer","exclusiveMaximum":9,"format":"int64","default":3,"examples":[4]}"#,
        ["nombre entier · 64 bits · < 9", "integer · int64 · < 9"],
        [
            "Nombre entier inférieur à 9, sur 64 bits. Facultatif. Par défaut\u{202f}: 3. Exemple\u{202f}: 4.",
            "Whole number less than 9, 64-bit. Optional. By default: 3. Example: 4.",
        ],
    ),
    (r#"{"type":"array"}"#, ["liste", "array"], ["Liste. Facultatif.", "List. Optional."]),
    (
        r#"{"type":"array","items":{"type":"string"}}"#,
        ["liste de textes", "array of strings"],
        ["Liste de textes. Facultatif.", "List of texts. Optional."],
    ),
    (
        r#"{"type":"array","items":{"type":"string","format":"date"},"minItems":1}"#,
        ["liste de textes · au moins 1 élément", "array of strings · at least 1 item"],
        [
            "Liste d’au moins 1 élément, chacun\u{202f}: texte, date au format AAAA-MM-JJ. Facultatif.",
            "List of at least 1 item, each: text, date written YYYY-MM-DD. Optional.",
        ],
    ),
    (
        r#"{"type":"array","items":{"type":"object"},"uniqueItems":true,"maxItems":3}"#,
        ["liste d’objets · au plus 3 éléments · sans doublon", "array of objects · at most 3 items · no duplicates"],
        [
            "Liste d’au plus 3 éléments, sans doublon, chacun\u{202f}: objet. Facultatif.",
            "List of at most 3 items, no duplicates, each: object. Optional.",
        ],
    ),
    (
        r##"{"type":"array","items":{"$ref":"#/components/schemas/Adresse"}}"##,
        ["liste d’Adresse", "array of Adresse"],
        ["Liste, chaque élément\u{202f}: objet Adresse. Facultatif.", "List, each item: object Adresse. Optional."],
    ),
    (
        r##"{"type":"array","items":{"$ref":"#/components/schemas/Code"}}"##,
        ["liste de textes", "array of strings"],
        [
            "Liste, chaque élément\u{202f}: texte, suivant le motif ^[A-Z]$. Facultatif.",
            "List, each item: text, matching the pattern ^[A-Z]$. Optional.",
        ],
    ),
    (
        r#"{"type":"array","items":{"type":"array","items":{"type":["integer","string"]}}}"#,
        ["liste de listes de nombres entiers ou de textes", "array of arrays of integers or strings"],
        [
            "Liste, chaque élément\u{202f}: liste de nombres entiers ou de textes. Facultatif.",
            "List, each item: list of whole numbers or texts. Optional.",
        ],
    ),
    (
        r#"{"type":"array","prefixItems":[{},{}],"items":false}"#,
        ["liste", "array"],
        [
            "Liste, dont les 2 premiers éléments sont décrits un à un. Facultatif. Aucun autre élément.",
            "List, whose first 2 items are described one by one. Optional. No other item.",
        ],
    ),
    (
        r#"{"additionalProperties":{"type":"array","items":{"type":"number"}}}"#,
        ["dictionnaire de listes de nombres", "map of arrays of numbers"],
        [
            "Dictionnaire, chaque valeur\u{202f}: liste de nombres. Facultatif.",
            "Map, each value: list of numbers. Optional.",
        ],
    ),
    (
        r##"{"type":"object","additionalProperties":{"$ref":"#/components/schemas/Pet"},"maxProperties":2}"##,
        ["dictionnaire de Pet · au plus 2 propriétés à la fois", "map of Pet · at most 2 properties at a time"],
        [
            "Dictionnaire, au plus 2 propriétés à la fois, chaque valeur\u{202f}: objet Pet de 1 propriété. Facultatif.",
            "Map, at most 2 properties at a time, each value: object Pet with 1 property. Optional.",
        ],
    ),
    (
        r##"{"$ref":"#/components/schemas/Pet"}"##,
        ["objet", "object"],
        ["Objet Pet de 1 propriété. Facultatif.", "Object Pet with 1 property. Optional."],
    ),
    (
        r#"{"properties":{"a":{},"b":{}},"required":["a","b","c"],"additionalProperties":false}"#,
        ["objet", "object"],
        [
            "Objet de 3 propriétés, toutes obligatoires. Facultatif. Aucune autre propriété.",
            "Object with 3 properties, all required. Optional. No other property.",
        ],
    ),
    (
        r#"{"properties":{"a":{}},"additionalProperties":true,"dependentRequired":{"a":["b","c"]}}"#,
        ["objet", "object"],
        [
            "Objet de 1 propriété. Facultatif. D’autres propriétés sont possibles. «\u{202f}a\u{202f}» demande aussi «\u{202f}b\u{202f}» et «\u{202f}c\u{202f}».",
            "Object with 1 property. Optional. Other properties are possible. “a” also needs “b” and “c”.",
        ],
    ),
    (
        r#"{"enum":["a",null],"x-enumDescriptions":{"a":"Premier"}}"#,
        ["texte · toujours «\u{202f}a\u{202f}» · ou nul", "string · always “a” · or null"],
        [
            "Texte. Facultatif. Peut être nul. Toujours «\u{202f}a\u{202f}» (Premier).",
            "Text. Optional. Can be null. Always “a” (Premier).",
        ],
    ),
    (
        r#"{"type":"integer","enum":[1,2,3,4,5,6,7,8,9],"nullable":true}"#,
        [
            "nombre entier · parmi 1, 2, 3, 4, 5, 6, 7, 8, … · ou nul",
            "integer · one of 1, 2, 3, 4, 5, 6, 7, 8, … · or null",
        ],
        [
            "Nombre entier. Facultatif. Peut être nul. L’une de ces valeurs\u{202f}: 1, 2, 3, 4, 5, 6, 7, 8 et 1 de plus.",
            "Whole number. Optional. Can be null. One of these values: 1, 2, 3, 4, 5, 6, 7, 8 and 1 more.",
        ],
    ),
    (
        r#"{"oneOf":[{"const":"a","title":"A"},{"const":"b"}]}"#,
        ["texte · parmi «\u{202f}a\u{202f}», «\u{202f}b\u{202f}»", "string · one of “a”, “b”"],
        [
            "Texte. Facultatif. L’une de ces valeurs\u{202f}: «\u{202f}a\u{202f}» (A), «\u{202f}b\u{202f}».",
            "Text. Optional. One of these values: “a” (A), “b”.",
        ],
    ),
    (
        r#"{"const":{"a":1}}"#,
        ["objet · toujours {…}", "object · always {…}"],
        ["Objet. Facultatif. Toujours {…}.", "Object. Optional. Always {…}."],
    ),
    (r#"{"enum":[null]}"#, ["nul", "null"], ["Nul. Facultatif.", "Null. Optional."]),
    (r#"{"enum":[]}"#, ["aucune valeur", "no value"], ["Aucune valeur. Facultatif.", "No value. Optional."]),
    (
        r##"{"oneOf":[{"type":"string","format":"date"},{"$ref":"#/components/schemas/Pet"},{"title":"T"},{"type":"null"}]}"##,
        ["3 formes possibles · ou nul", "3 possible forms · or null"],
        [
            "L’une de ces 3 formes\u{202f}: texte (date), Pet, T. Facultatif. Peut être nul.",
            "One of these 3 forms: text (date), Pet, T. Optional. Can be null.",
        ],
    ),
    (
        r##"{"type":"object","anyOf":[{"$ref":"#/components/schemas/Pet"},{"$ref":"#/components/schemas/Adresse"}],"discriminator":{"propertyName":"kind"}}"##,
        ["objet · 2 formes possibles", "object · 2 possible forms"],
        [
            "Objet. L’une au moins de ces 2 formes\u{202f}: Pet, Adresse. La propriété «\u{202f}kind\u{202f}» dit laquelle. Facultatif.",
            "Object. At least one of these 2 forms: Pet, Adresse. The property “kind” tells which. Optional.",
        ],
    ),
    (
        r#"{"type":"string","contentEncoding":"base64","contentMediaType":"image/png","readOnly":true,"deprecated":true,"writeOnly":true}"#,
        ["texte · codé en base64 · contenant\u{202f}: image/png", "string · encoded in base64 · holding: image/png"],
        [
            "Texte, codé en base64, contenant\u{202f}: image/png. Facultatif. Seulement dans les réponses. Seulement dans les requêtes. À ne plus employer.",
            "Text, encoded in base64, holding: image/png. Optional. Only in responses. Only in requests. No longer to be used.",
        ],
    ),
    (
        r##"{"allOf":[{"$ref":"nowhere.json"},{"$ref":"#/nowhere"}]}"##,
        ["toute valeur", "any value"],
        [
            "Toute valeur. Facultatif. Une partie est décrite dans «\u{202f}https://a.fr/nowhere.json\u{202f}», qui n’a pas été lu.",
            "Any value. Optional. Part of it is described in “https://a.fr/nowhere.json”, which was not read.",
        ],
    ),
    (
        r##"{"$ref":"#/nowhere"}"##,
        ["toute valeur", "any value"],
        [
            "Toute valeur. Facultatif. Une partie manque\u{202f}: le renvoi «\u{202f}#/nowhere\u{202f}» ne mène à rien.",
            "Any value. Optional. Part of it is missing: the reference “#/nowhere” leads nowhere.",
        ],
    ),
    (
        r##"{"$ref":"#/components/schemas/S/properties/p"}"##,
        ["toute valeur", "any value"],
        [
            "Toute valeur. Facultatif. Une partie manque\u{202f}: le renvoi «\u{202f}#/components/schemas/S/properties/p\u{202f}» tourne en rond.",
            "Any value. Optional. Part of it is missing: the reference “#/components/schemas/S/properties/p” goes in circles.",
        ],
    ),
];

#[test]
fn schemas_in_words() {
    for (schema, short, long) in CASES {
        let schema: Value = serde_json::from_str(schema).unwrap();
        let document = document(&schema);
        let text = summary(&compose(&[node(&document)], &NoDocuments), &NoDocuments);
        assert_eq!([text.fr, text.en], *short, "{schema}");
        let text = with_row(&schema, false, |row| describe(row, &NoDocuments));
        assert_eq!([text.fr, text.en], *long, "{schema}");
    }
}

#[test]
fn what_must_be_there_is_said() {
    let text = with_row(&json!({ "type": "string" }), true, |row| describe(row, &NoDocuments));
    assert_eq!([text.fr, text.en], ["Texte. Obligatoire.", "Text. Required."]);
}

#[test]
fn rows_have_names() {
    let pet = json!({ "$ref": "#/components/schemas/Pet" });
    let mapping = json!({ "propertyName": "kind", "mapping": { "pet": "Pet", "animal": "Pet" } });
    for (schema, fr, en) in [
        (json!({ "properties": { "a b": {} } }), "a b", "a b"),
        (json!({ "patternProperties": { "^x-": {} } }), "nom suivant ^x-", "name matching ^x-"),
        (json!({ "additionalProperties": {} }), "toute autre propriété", "any other property"),
        (json!({ "propertyNames": {} }), "nom de propriété", "property name"),
        (json!({ "items": {} }), "chaque élément", "each item"),
        (json!({ "prefixItems": [{}] }), "élément 1", "item 1"),
        (json!({ "unevaluatedItems": {} }), "tout autre élément", "any other item"),
        (
            json!({ "contains": {}, "maxContains": 3 }),
            "éléments exigés (1 à 3 éléments)",
            "items needed (1 to 3 items)",
        ),
        (json!({ "contains": {}, "minContains": 0 }), "éléments exigés", "items needed"),
        (json!({ "oneOf": [{ "type": "string" }, pet] }), "forme 1", "form 1"),
        (json!({ "oneOf": [{ "title": "Titre" }, pet] }), "Titre", "Titre"),
        (
            json!({ "anyOf": [pet, {}], "discriminator": mapping }),
            "Pet («\u{202f}pet\u{202f}», «\u{202f}animal\u{202f}»)",
            "Pet (“pet”, “animal”)",
        ),
        (json!({ "anyOf": [pet, {}], "discriminator": { "propertyName": "kind" } }), "Pet", "Pet"),
        (json!({ "not": {} }), "exclu", "excluded"),
        (json!({ "if": {}, "then": {} }), "si la valeur est", "if the value is"),
        (json!({ "dependentSchemas": { "a": {} } }), "avec «\u{202f}a\u{202f}»", "with “a”"),
        (json!({ "contentSchema": {} }), "contenu du texte", "content of the text"),
    ] {
        let document = document(&schema);
        let root = tree::root(&[node(&document)], &NoDocuments).unwrap();
        let text = label(&tree::children(&root, &NoDocuments).rows[0]);
        assert_eq!([text.fr.as_str(), &text.en], [fr, en], "{schema}");
    }
}

#[test]
fn conditions_are_sentences() {
    let schema = json!({ "if": { "type": "string" }, "then": { "minLength": 2 }, "else": false, "not": { "const": 3 },
        "dependentSchemas": { "a": { "required": ["b"] } } });
    let document = document(&schema);
    let root = tree::root(&[node(&document)], &NoDocuments).unwrap();
    let rows = tree::children(&root, &NoDocuments).rows;
    let said: Vec<Text> = rows.iter().map(|row| describe(row, &NoDocuments)).collect();
    let french: Vec<&str> = said.iter().map(|text| text.fr.as_str()).collect();
    assert_eq!(
        french,
        [
            "Exclu\u{202f}: nombre entier. Toujours 3.",
            "Si la valeur est\u{202f}: texte.",
            "Alors\u{202f}: texte d’au moins 2 caractères.",
            "Sinon\u{202f}: aucune valeur.",
            "Avec «\u{202f}a\u{202f}»\u{202f}: objet de 1 propriété, dont 1 obligatoire.",
        ]
    );
    assert_eq!(said[3].en, "Otherwise: no value.");
}
