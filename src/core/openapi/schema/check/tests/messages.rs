//! The sentences, one keyword after the other.

use super::{check, french};
use crate::core::openapi::schema::check::{Dialect, Schemas};
use serde_json::json;

#[test]
fn each_keyword_says_what_is_wrong() {
    for (schema, instance, fr, en) in [
        (r#"{"required":["name"]}"#, "{}", "Il manque «\u{202f}name\u{202f}».", "“name” is missing."),
        (r#"{"type":"string"}"#, "1.5", "Il faut un texte, pas 1.5.", "This must be a text, not 1.5."),
        (
            r#"{"type":["integer","null"]}"#,
            r#""a""#,
            "Il faut un nombre entier ou null, pas un texte.",
            "This must be a whole number or null, not a text.",
        ),
        (
            r#"{"enum":["a",1,[1],{}]}"#,
            "2",
            "Il faut l’une de ces valeurs\u{202f}: «\u{202f}a\u{202f}», 1, […], {}.",
            "One of these values is needed: “a”, 1, […], {}.",
        ),
        (r#"{"enum":["a"]}"#, "2", "Il faut exactement «\u{202f}a\u{202f}».", "Exactly “a” is needed."),
        (r#"{"const":{"a":1}}"#, "2", "Il faut exactement {…}.", "Exactly {…} is needed."),
        (r#"{"minimum":3}"#, "2", "Il faut au moins 3.", "At least 3 is needed."),
        (r#"{"exclusiveMaximum":2.5}"#, "2.5", "Il faut moins de 2.5.", "Less than 2.5 is needed."),
        (r#"{"multipleOf":0.01}"#, "0.075", "Il faut un multiple de 0.01.", "A multiple of 0.01 is needed."),
        (
            r#"{"minLength":2}"#,
            r#""é""#,
            "Il faut au moins 2 caractères, pas 1.",
            "At least 2 characters needed, not 1.",
        ),
        (
            r#"{"maxLength":1.0}"#,
            r#""😀a""#,
            "Il faut au plus 1 caractère, pas 2.",
            "At most 1 character needed, not 2.",
        ),
        (
            r#"{"pattern":"^a$"}"#,
            r#""b""#,
            "Le texte ne suit pas le modèle «\u{202f}^a$\u{202f}».",
            "The text does not match “^a$”.",
        ),
        (
            r#"{"pattern":"a++"}"#,
            r#""b""#,
            "Le modèle «\u{202f}a++\u{202f}» n’est pas une expression rationnelle ECMA-262 lisible.",
            "The pattern “a++” is not a readable ECMA-262 regular expression.",
        ),
        (r#"{"maxItems":0}"#, "[1]", "Il faut au plus 0 élément, pas 1.", "At most 0 elements needed, not 1."),
        (
            r#"{"uniqueItems":true}"#,
            r#"[1,{"a":1,"b":2},1.5,{"b":2.0,"a":1}]"#,
            "Les éléments 2 et 4 sont les mêmes.",
            "Elements 2 and 4 are the same.",
        ),
        (
            r#"{"contains":{"type":"null"}}"#,
            "[1]",
            "Il faut au moins 1 élément de la forme demandée, pas 0.",
            "At least 1 element of the form asked for needed, not 0.",
        ),
        (
            r#"{"minProperties":2}"#,
            "{}",
            "Il faut au moins 2 propriétés, pas 0.",
            "At least 2 properties needed, not 0.",
        ),
        (
            r#"{"dependentRequired":{"a":["b"]}}"#,
            r#"{"a":1}"#,
            "Il manque «\u{202f}b\u{202f}», que «\u{202f}a\u{202f}» demande.",
            "“b” is missing: “a” needs it.",
        ),
        (
            r#"{"propertyNames":{"maxLength":1}}"#,
            r#"{"ab":1}"#,
            "Une propriété ne peut pas s’appeler «\u{202f}ab\u{202f}».",
            "A property cannot be called “ab”.",
        ),
        (
            r#"{"additionalProperties":false}"#,
            r#"{"a":1}"#,
            "«\u{202f}a\u{202f}» n’est pas prévu.",
            "“a” is not expected.",
        ),
        (
            r#"{"prefixItems":[true],"unevaluatedItems":false}"#,
            "[1,2]",
            "L’élément 2 n’est pas prévu.",
            "Element 2 is not expected.",
        ),
        ("false", "1", "Aucune valeur n’est permise ici.", "No value is allowed here."),
        (
            r#"{"not":{}}"#,
            "1",
            "Cette valeur fait partie de celles que le schéma exclut.",
            "This value is among those that the schema excludes.",
        ),
        (
            r#"{"oneOf":[{},{},false]}"#,
            "1",
            "Les formes 1 et 2 conviennent toutes deux\u{202f}: il en faut une seule.",
            "Forms 1 and 2 both fit: exactly one must.",
        ),
        (
            r#"{"anyOf":[{"type":"string"},{"type":"null"}]}"#,
            "1",
            "Aucune des 2 formes possibles ne convient.",
            "None of the 2 possible forms fits.",
        ),
        (
            r#"{"$ref":"https://a.fr/b.json#/c"}"#,
            "1",
            "Le schéma renvoie à «\u{202f}https://a.fr/b.json\u{202f}», un document qui n’a pas été chargé.",
            "The schema refers to “https://a.fr/b.json”, a document that was not loaded.",
        ),
        (
            r##"{"$ref":"#/nowhere"}"##,
            "1",
            "Le renvoi «\u{202f}#/nowhere\u{202f}» ne mène à rien.",
            "The reference “#/nowhere” leads nowhere.",
        ),
        (
            r##"{"allOf":[{"$ref":"#"}]}"##,
            "1",
            "Le schéma tourne en rond\u{202f}: «\u{202f}#\u{202f}» ramène à lui-même sans avancer dans la valeur.",
            "The schema goes in circles: “#” leads back to itself without going into the value.",
        ),
        (
            r#"{"properties":{"a":3}}"#,
            r#"{"a":1}"#,
            "Ce n’est pas un schéma\u{202f}: il faut un objet, true ou false.",
            "This is not a schema: an object, true or false is needed.",
        ),
    ] {
        let failures = check(Dialect::Draft202012, schema, instance);
        let said: Vec<_> =
            failures.iter().map(|failure| (failure.message.fr.as_str(), failure.message.en.as_str())).collect();
        assert_eq!(said, [(fr, en)], "{schema} {instance}");
    }
}

#[test]
fn formats_speak_only_when_asked() {
    for (format, good, bad, fr) in [
        ("date", json!("2024-02-29"), json!("2025-02-29"), "Il faut une date, comme 2025-01-31."),
        (
            "date-time",
            json!("2025-01-31T12:30:00+02:00"),
            json!("2025-01-31 12:30"),
            "Il faut une date et une heure, comme 2025-01-31T12:30:00Z.",
        ),
        ("email", json!("a@b.fr"), json!("a@"), "Il faut une adresse électronique."),
        ("uuid", json!("2EB8AA08-aa98-11ea-b4aa-73b441d16380"), json!("2eb8aa08"), "Il faut un UUID."),
        ("uri", json!("https://a.fr/x?y#z"), json!("/x"), "Il faut une adresse complète (URI)."),
        ("ipv4", json!("127.0.0.1"), json!("127.0.0.256"), "Il faut une adresse IPv4."),
        ("ipv6", json!("::1"), json!("1::2::3"), "Il faut une adresse IPv6."),
        ("int32", json!(-2_147_483_648_i64), json!(2_147_483_648_i64), "Il faut un entier sur 32 bits."),
        ("int64", json!(i64::MIN), json!(u64::MAX), "Il faut un entier sur 64 bits."),
    ] {
        let schema = json!({ "format": format });
        let schemas = Schemas::new(&schema, Dialect::Draft202012);
        assert_eq!(schemas.check("", &bad), [], "{format}");
        let schemas = schemas.with_formats();
        assert_eq!(schemas.check("", &good), [], "{format}");
        assert_eq!(schemas.check("", &json!([])), [], "{format}");
        assert_eq!(french(&schemas.check("", &bad)), [fr], "{format}");
    }
}

#[test]
fn places_are_pointers() {
    let schema = r##"{"properties":{"a/b":{"items":{"$ref":"#/$defs/x~0y"}},"c":{"$ref":"https://a.fr/d#e"}},
        "$defs":{"x~y":{"type":"string"}}}"##;
    let schema: serde_json::Value = serde_json::from_str(schema).unwrap();
    let other = json!({ "$defs": { "f": { "$anchor": "e", "minimum": 1 } } });
    let schemas = Schemas::new(&schema, Dialect::Draft202012).with("https://a.fr/d", &other);
    let failures = schemas.check("", &json!({ "a/b": ["", 1], "c": 0 }));
    let places: Vec<_> =
        failures.iter().map(|f| (f.instance.as_str(), f.schema.as_str(), f.keyword.as_str())).collect();
    assert_eq!(
        places,
        [("/a~1b/1", "/$defs/x~0y/type", "type"), ("/c", "https://a.fr/d#/$defs/f/minimum", "minimum"),]
    );
    let refused =
        Schemas::new(&json!({ "additionalProperties": false }), Dialect::OpenApi30).check("", &json!({ "é": 1 }));
    let place = refused.first().map(|f| (f.instance.clone(), f.schema.clone(), f.keyword.clone()));
    assert_eq!(place, Some(("/é".into(), "/additionalProperties".into(), "additionalProperties".into())));
}

#[test]
fn the_form_that_was_meant_explains_itself() {
    let schema = r#"{"oneOf":[
        {"properties":{"kind":{"const":"a"},"size":{"type":"integer"}}},
        {"properties":{"kind":{"const":"b"},"name":{"type":"string"}}}, {"type":"null"}]}"#;
    let failures = check(Dialect::Draft202012, schema, r#"{"kind":"b","name":1}"#);
    assert_eq!(french(&failures), ["Aucune des 3 formes possibles ne convient.", "Il faut un texte, pas 1."]);
    assert_eq!(failures.get(1).map(|failure| failure.schema.as_str()), Some("/oneOf/1/properties/name/type"));
}

#[test]
fn what_cannot_be_checked_is_never_a_success() {
    for schema in [
        r#"{"not":{"$ref":"other.yaml"}}"#,
        r#"{"oneOf":[{"$ref":"other.yaml"},{}]}"#,
        r#"{"if":{"$ref":"other.yaml"},"else":{}}"#,
        r#"{"not":{"pattern":"("}}"#,
        r##"{"not":{"$ref":"#"}}"##,
    ] {
        assert!(!check(Dialect::Draft202012, schema, r#""a""#).is_empty(), "{schema}");
    }
    let fits = r#"{"anyOf":[{"$ref":"other.yaml"},{"type":"string"}]}"#;
    assert_eq!(check(Dialect::Draft202012, fits, r#""a""#), []);
}
