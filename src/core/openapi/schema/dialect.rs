//! [`Dialect`]: which language a schema is written in.

use crate::core::openapi::version::Version;
use serde_json::Value;

/// A version of JSON Schema. A `$schema` inside a schema prevails over that of its document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// OpenAPI 3.0, and 2.0: `nullable` beside `type`, flags for exclusive limits, nothing beside `$ref`, `type: file`.
    /// The keywords that OpenAPI 3.0 does not have are ignored, and 1.0 is an integer.
    OpenApi30,
    /// Draft 4, in which 1.0 is not an integer.
    Draft4,
    /// Draft 2020-12: OpenAPI 3.1 and 3.2.
    Draft202012,
}

impl Dialect {
    /// The dialect of the schemas of a document: since 3.1 the one `jsonSchemaDialect` names (OpenAPI 3.1 §Schema
    /// Object, “Specifying Schema Dialects”), 2020-12 where it names none or one that is not known.
    pub fn of_document(document: &Value, version: Version) -> Self {
        if !version.has_json_schema() {
            return Self::OpenApi30;
        }
        let named = document.get("jsonSchemaDialect").and_then(Value::as_str);
        named.and_then(Self::named).unwrap_or(Self::Draft202012)
    }

    /// The dialect that an address names (`$schema`, `jsonSchemaDialect`), when it is a known one.
    pub fn named(address: &str) -> Option<Self> {
        // The dialects of OpenAPI are 2020-12 with words that say nothing of what is valid.
        const OPENAPI: [&str; 2] =
            ["https://spec.openapis.org/oas/3.1/dialect/", "https://spec.openapis.org/oas/3.2/dialect/"];
        match address.trim().trim_end_matches('#') {
            "https://json-schema.org/draft/2020-12/schema" => Some(Self::Draft202012),
            "http://json-schema.org/draft-04/schema" => Some(Self::Draft4),
            other => OPENAPI.iter().any(|start| other.starts_with(start)).then_some(Self::Draft202012),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::openapi::Document;
    use serde_json::json;

    #[test]
    fn a_document_says_it_by_its_version_or_by_name() {
        let draft4 = "http://json-schema.org/draft-04/schema#";
        for (document, expected) in [
            (json!({"swagger": "2.0"}), Dialect::OpenApi30),
            (json!({"swagger": "2.0", "jsonSchemaDialect": draft4}), Dialect::OpenApi30),
            (json!({"openapi": "3.0.3"}), Dialect::OpenApi30),
            (json!({"openapi": "3.0.3", "jsonSchemaDialect": draft4}), Dialect::OpenApi30),
            (json!({"openapi": "3.1.0"}), Dialect::Draft202012),
            (json!({"openapi": "3.2.0"}), Dialect::Draft202012),
            (json!({"openapi": "3.1.0", "jsonSchemaDialect": draft4}), Dialect::Draft4),
            (
                json!({"openapi": "3.2.0", "jsonSchemaDialect": " http://json-schema.org/draft-04/schema "}),
                Dialect::Draft4,
            ),
            (
                json!({"openapi": "3.1.0", "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema"}),
                Dialect::Draft202012,
            ),
            // One that is not known, and what is no name at all.
            (
                json!({"openapi": "3.1.0", "jsonSchemaDialect": "http://json-schema.org/draft-07/schema#"}),
                Dialect::Draft202012,
            ),
            (json!({"openapi": "3.1.0", "jsonSchemaDialect": 4}), Dialect::Draft202012),
            (json!({"type": "object"}), Dialect::Draft202012),
        ] {
            assert_eq!(Document::new(document.clone(), "").dialect(), expected, "{document}");
        }
    }

    #[test]
    fn names() {
        for (address, expected) in [
            ("https://spec.openapis.org/oas/3.1/dialect/base", Some(Dialect::Draft202012)),
            ("https://spec.openapis.org/oas/3.1/dialect/2024-11-10", Some(Dialect::Draft202012)),
            ("https://spec.openapis.org/oas/3.2/dialect/2025-09-17", Some(Dialect::Draft202012)),
            ("https://json-schema.org/draft/2020-12/schema#", Some(Dialect::Draft202012)),
            ("http://json-schema.org/draft-04/schema", Some(Dialect::Draft4)),
            ("http://json-schema.org/draft-06/schema#", None),
            ("https://example.fr/dialect", None),
            ("", None),
        ] {
            assert_eq!(Dialect::named(address), expected, "{address}");
        }
    }
}
