//! Which generation of OpenAPI a document is written in.

use serde_json::Value;

/// A generation of OpenAPI.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Version {
    /// OpenAPI 2.0, also called Swagger.
    V2,
    /// OpenAPI 3.0.x.
    V3_0,
    /// OpenAPI 3.1.x.
    V3_1,
    /// OpenAPI 3.2.x.
    V3_2,
}

impl Version {
    /// The generation `document` says it is written in, or, where it does not say, the one it looks like.
    ///
    /// `None`: it is no OpenAPI document.
    pub fn of(document: &Value) -> Option<Self> {
        if let Some(declared) = declared(document) {
            return Self::parse(&declared);
        }
        let has = |key: &str| document.get(key).is_some();
        if !has("paths") && !has("webhooks") {
            None
        } else if ["definitions", "securityDefinitions", "host", "basePath", "swagger"].into_iter().any(has) {
            Some(Self::V2)
        } else {
            Some(Self::V3_1)
        }
    }

    /// The generation of a version number; one that does not exist yet is read as the last known.
    fn parse(text: &str) -> Option<Self> {
        let mut numbers = text.trim().split('.').map(|part| part.parse::<u32>().ok());
        let major = numbers.next().flatten()?;
        match (major, numbers.next().flatten()) {
            (2, _) => Some(Self::V2),
            (3, Some(0) | None) => Some(Self::V3_0),
            (3, Some(1)) => Some(Self::V3_1),
            (3.., _) => Some(Self::V3_2),
            _ => None,
        }
    }

    /// Whether schemas are JSON Schemas in full (`$id`, `$anchor`, siblings of `$ref`).
    pub fn has_json_schema(self) -> bool {
        self >= Self::V3_1
    }
}

/// The version number a document declares: `2.0`, `3.1.0`.
pub fn declared(document: &Value) -> Option<String> {
    ["openapi", "swagger"].iter().find_map(|key| scalar(document.get(key)?))
}

/// Text, or a number that YAML read where text was meant: `2.0`, `1`.
pub(crate) fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The language the schemas of a document are written in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dialect<'a> {
    /// The Schema Object of OpenAPI 2.0.
    OpenApi2,
    /// The Schema Object of OpenAPI 3.0.
    OpenApi3_0,
    /// The Schema Object of OpenAPI 3.1 and later: JSON Schema 2020-12 with the words of OpenAPI.
    OpenApi3_1,
    /// What `jsonSchemaDialect` names.
    Named(&'a str),
}

impl<'a> Dialect<'a> {
    /// The dialect of the schemas that do not name one themselves.
    pub fn of(document: &'a Value, version: Version) -> Self {
        match version {
            Version::V2 => Self::OpenApi2,
            Version::V3_0 => Self::OpenApi3_0,
            Version::V3_1 | Version::V3_2 => {
                let named = document.get("jsonSchemaDialect").and_then(Value::as_str);
                let own = |name: &&str| !name.starts_with("https://spec.openapis.org/oas/3.");
                named.filter(own).map_or(Self::OpenApi3_1, Self::Named)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn versions() {
        for (document, expected) in [
            (json!({"swagger": "2.0"}), Some(Version::V2)),
            (json!({"swagger": 2.0}), Some(Version::V2)),
            (json!({"openapi": "3.0.3"}), Some(Version::V3_0)),
            (json!({"openapi": 3}), Some(Version::V3_0)),
            (json!({"openapi": 3.1}), Some(Version::V3_1)),
            (json!({"openapi": "3.1.0-rc1"}), Some(Version::V3_1)),
            (json!({"openapi": "3.2.0"}), Some(Version::V3_2)),
            (json!({"openapi": "4.0.0"}), Some(Version::V3_2)),
            (json!({"swagger": "1.2", "paths": {}}), None),
            (json!({"openapi": "x"}), None),
            (json!({"paths": {}}), Some(Version::V3_1)),
            (json!({"paths": {}, "host": "a.fr"}), Some(Version::V2)),
            (json!({"404": "Not Found"}), None),
            (json!("text"), None),
        ] {
            assert_eq!(Version::of(&document), expected, "{document}");
        }
    }

    #[test]
    fn dialects() {
        let base = json!({"jsonSchemaDialect": "https://spec.openapis.org/oas/3.1/dialect/base"});
        let draft = json!({"jsonSchemaDialect": "http://json-schema.org/draft-07/schema#"});
        assert_eq!(Dialect::of(&base, Version::V3_1), Dialect::OpenApi3_1);
        assert_eq!(Dialect::of(&draft, Version::V3_1), Dialect::Named("http://json-schema.org/draft-07/schema#"));
        assert_eq!(Dialect::of(&draft, Version::V3_0), Dialect::OpenApi3_0);
        assert_eq!(Dialect::of(&draft, Version::V2), Dialect::OpenApi2);
    }
}
