//! `catalogue gen`: an OpenAPI document as large as one likes, to measure and to try things on.
//!
//! Built like the large documents of real producers: many tags, shared schemas that refer to each other in circles,
//! long descriptions, examples. The same request gives the same bytes.

mod document;
mod paths;
mod random;
mod schema;
mod words;

use super::build::failed;
use crate::core::i18n::Text;
use std::io::Write;
use std::path::Path;

/// Most operations of one document: some 100 MB.
const MOST_OPERATIONS: usize = 10_000;

/// The generation a document is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Generation {
    V3_0,
    V3_1,
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Asked {
    operations: usize,
    generation: Generation,
    seed: u64,
}

impl Asked {
    /// What the options ask for: `--openapi-operations`, `--openapi`, `--seed`.
    pub(super) fn parse(operations: Option<&str>, generation: Option<&str>, seed: Option<&str>) -> Result<Self, Text> {
        let operations = operations.and_then(|written| written.parse().ok());
        let operations = operations.filter(|count| (1..=MOST_OPERATIONS).contains(count)).ok_or_else(|| {
            Text::new(
                format!("gen attend --openapi-operations N, de 1 à {MOST_OPERATIONS}."),
                format!("gen takes --openapi-operations N, from 1 to {MOST_OPERATIONS}."),
            )
        })?;
        let generation = match generation {
            None | Some("3.1") => Generation::V3_1,
            Some("3.0") => Generation::V3_0,
            Some(_) => return Err(Text::new("--openapi attend 3.0 ou 3.1.", "--openapi takes 3.0 or 3.1.")),
        };
        let seed = seed.map_or(Ok(1), str::parse);
        let seed = seed.map_err(|_| Text::new("--seed attend un nombre entier.", "--seed takes a whole number."))?;
        Ok(Self { operations, generation, seed })
    }
}

/// Writes the document asked for to `out`, or on the standard output.
pub(super) fn run(asked: &Asked, out: Option<&Path>) -> Result<(), Text> {
    let text = format!("{:#}\n", document::document(asked));
    match out {
        Some(path) => std::fs::write(path, text).map_err(|error| failed(&path.display().to_string(), &error)),
        None => {
            // A reader that has gone has had enough.
            let _ = std::io::stdout().write_all(text.as_bytes());
            Ok(())
        }
    }
}

/// What the command takes and gives.
pub(super) fn help() -> Text {
    Text::new(
        "Usage : catalogue gen --openapi-operations N [--openapi 3.0|3.1] [--seed S] [--out FICHIER]\n\nÉcrit un document OpenAPI inventé, en JSON, qui ressemble à celui d’une grande API : N opérations\n(environ 10 ko chacune : 1000 donnent 10 Mo, 2000 donnent 20 Mo). Mêmes options, mêmes octets.\nSans --out, le document va sur la sortie standard.\n",
        "Usage: catalogue gen --openapi-operations N [--openapi 3.0|3.1] [--seed S] [--out FILE]\n\nWrites a made-up OpenAPI document, in JSON, that looks like that of a large API: N operations\n(about 10 kB each: 1000 give 10 MB, 2000 give 20 MB). Same options, same bytes.\nWithout --out, the document goes to the standard output.\n",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::openapi::{Document, NoDocuments, OperationKind, Version};

    fn asked(operations: &str, generation: &str, seed: &str) -> Asked {
        Asked::parse(Some(operations), Some(generation), Some(seed)).unwrap()
    }

    fn text(asked: &Asked) -> String {
        document::document(asked).to_string()
    }

    #[test]
    fn documents_are_sound() {
        for (generation, version) in [("3.0", Version::V3_0), ("3.1", Version::V3_1)] {
            for count in [1, 5, 6, 130] {
                let text = text(&asked(&count.to_string(), generation, "7"));
                let (document, problems) = Document::read(text.as_bytes(), "generated.json");
                assert_eq!((document.version(), problems), (Some(version), Vec::new()));
                let (contents, problems) = document.contents(&NoDocuments);
                assert_eq!(problems, []);
                let listed = contents.operations.iter().filter(|entry| entry.kind == OperationKind::Path).count();
                assert_eq!(listed, count);
                for entry in &contents.operations {
                    let (operation, problems) = document.open(entry, &NoDocuments);
                    assert_eq!(problems, [], "{}", operation.id);
                    assert!(operation.responses.iter().all(|response| response.description.is_some()));
                    for media in operation.responses.iter().flat_map(|response| &response.content) {
                        let schema = media.schema.as_ref().unwrap();
                        assert_eq!(schema.resolve(&NoDocuments).1, []);
                    }
                }
            }
        }
    }

    #[test]
    fn every_reference_leads_somewhere() {
        for generation in ["3.0", "3.1"] {
            let document = document::document(&asked("60", generation, "3"));
            let mut left = vec![&document];
            let mut references = 0;
            while let Some(value) = left.pop() {
                if let Some(reference) = value.get("$ref").and_then(serde_json::Value::as_str) {
                    references += 1;
                    assert!(reference == "#error" || document.pointer(&reference[1..]).is_some(), "{reference}");
                }
                left.extend(value.as_object().into_iter().flat_map(|entries| entries.values()));
                left.extend(value.as_array().into_iter().flatten());
            }
            assert!(references > 300, "{references}");
        }
    }

    #[test]
    fn the_same_request_gives_the_same_bytes() {
        assert_eq!(text(&asked("20", "3.1", "1")), text(&asked("20", "3.1", "1")));
        assert_ne!(text(&asked("20", "3.1", "1")), text(&asked("20", "3.1", "2")));
        assert_ne!(text(&asked("20", "3.1", "1")), text(&asked("20", "3.0", "1")));
    }

    #[test]
    fn options_are_checked() {
        for (operations, generation, seed) in [
            (None, None, None),
            (Some("0"), None, None),
            (Some("10001"), None, None),
            (Some("x"), None, None),
            (Some("5"), Some("2.0"), None),
            (Some("5"), None, Some("-1")),
        ] {
            assert!(Asked::parse(operations, generation, seed).is_err(), "{operations:?} {generation:?} {seed:?}");
        }
        let usual = Asked { operations: 5, generation: Generation::V3_1, seed: 1 };
        assert_eq!(Asked::parse(Some("5"), None, None), Ok(usual));
    }
}
