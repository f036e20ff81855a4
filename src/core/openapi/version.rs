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
}
