//! [`DocumentFacts`]: what rules ask of an OpenAPI document, read once.

use crate::core::openapi::schema::check::Schemas;
use crate::core::openapi::{Document, ExampleValue, MediaType, NoDocuments, Operation, OperationKind, Status};
use crate::core::problem::{Problem, Severity};
use crate::core::request::style::Location;

/// How much of something there is, and where it is not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Those that have it, or how much of all they make.
    pub covered: usize,
    /// All.
    pub all: usize,
    /// JSON pointers of those that have it not, the first ones.
    pub places: Vec<String>,
}

impl Coverage {
    fn note(&mut self, holds: bool, place: impl FnOnce() -> String) {
        self.all += 1;
        if holds {
            self.covered += 1;
        } else if self.places.len() < super::PLACES {
            self.places.push(place());
        }
    }

    /// Notes a whole by its parts, of which some have it: it counts as much as any other, however many parts it has, so
    /// that one that is added never takes from what the others earn.
    fn note_parts(&mut self, parts: impl Iterator<Item = (bool, String)>) {
        let (mut covered, mut all) = (0, 0);
        for (holds, place) in parts {
            all += 1;
            covered += usize::from(holds);
            if !holds && self.places.len() < super::PLACES {
                self.places.push(place);
            }
        }
        if let Some(share) = (WHOLE * covered).checked_div(all) {
            self.all += WHOLE;
            self.covered += share;
        }
    }
}

/// What a whole counts, where its parts have something or not.
const WHOLE: usize = 1_000;

/// What rules ask of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocumentFacts {
    /// `info.title`.
    pub title: String,
    /// `info.version`.
    pub version: String,
    /// Whether `info.description` says something.
    pub has_description: bool,
    /// Whether there is an address or an e-mail in `info.contact`.
    pub has_contact: bool,
    /// Whether there is an `info.license`.
    pub has_licence: bool,
    /// Addresses of its servers.
    pub servers: Vec<String>,
    /// Whether it describes how callers prove who they are.
    pub has_schemes: bool,
    /// Operations that need credentials.
    pub secured: usize,
    /// How many operations there are.
    pub operations: usize,
    /// Whether it is written in OpenAPI 3.1 or later.
    pub is_modern: bool,
    /// How many of its problems are errors.
    pub errors: usize,
    /// Operations with a summary or a description.
    pub described: Coverage,
    /// Operations with an `operationId`.
    pub named: Coverage,
    /// Operations with a tag.
    pub tagged: Coverage,
    /// Parameters with a description.
    pub parameters: Coverage,
    /// Parameters with a type.
    pub typed_parameters: Coverage,
    /// Successful answers that may have a body, with a schema.
    pub typed_responses: Coverage,
    /// Operations that describe an error.
    pub error_responses: Coverage,
    /// Operations that say what happens above a limit (429).
    pub limit_responses: Coverage,
    /// Bodies with an example.
    pub examples: Coverage,
    /// Examples that follow their schema.
    pub valid_examples: Coverage,
    /// Properties of bodies with a description or a title: each body counts alike.
    pub properties: Coverage,
}

/// Reads a document.
pub(super) fn facts(document: &Document) -> DocumentFacts {
    let (contents, problems) = document.contents(&NoDocuments);
    let info = &contents.info;
    let said = |text: Option<&str>| text.is_some_and(|text| !text.trim().is_empty());
    let mut facts = DocumentFacts {
        title: info.title.unwrap_or_default().to_owned(),
        version: info.version.clone().unwrap_or_default(),
        has_description: said(info.description),
        has_contact: info.contact.as_ref().is_some_and(|contact| said(contact.email) || said(contact.url)),
        has_licence: info.license.is_some(),
        servers: contents
            .servers
            .iter()
            .filter(|server| server.value.is_some())
            .map(|server| server.address(|_| None))
            .collect(),
        has_schemes: !contents.schemes.is_empty(),
        is_modern: document
            .value()
            .get("openapi")
            .and_then(|version| version.as_str())
            .is_some_and(|version| !version.starts_with("3.0")),
        errors: count(&problems),
        ..DocumentFacts::default()
    };
    let schemas = Schemas::of(document, &NoDocuments);
    for entry in contents.operations.iter().filter(|entry| entry.kind == OperationKind::Path) {
        let (operation, problems) = document.open(entry, &NoDocuments);
        facts.errors += count(&problems);
        read(&operation, entry.pointer(), &schemas, &mut facts);
    }
    facts
}

fn count(problems: &[Problem]) -> usize {
    problems.iter().filter(|problem| problem.severity == Severity::Error).count()
}

fn read(operation: &Operation<'_>, pointer: &str, schemas: &Schemas<'_>, facts: &mut DocumentFacts) {
    let here = || pointer.to_owned();
    let said = |text: Option<&str>| text.is_some_and(|text| !text.trim().is_empty());
    facts.operations += 1;
    facts.secured += usize::from(operation.security.iter().any(|way| !way.schemes.is_empty()));
    facts.described.note(said(operation.summary) || said(operation.description), here);
    facts.named.note(operation.value.get("operationId").is_some(), here);
    facts.tagged.note(!operation.tags.is_empty(), here);
    let is_own = |one: &&crate::core::openapi::Parameter<'_>| one.location != Location::Cookie;
    for parameter in operation.parameters.iter().filter(is_own) {
        facts.parameters.note(said(parameter.description), || parameter.pointer.clone());
        facts
            .typed_parameters
            .note(parameter.schema.is_some() || parameter.content.is_some(), || parameter.pointer.clone());
    }
    let has = |code: u16| operation.responses.iter().any(|one| one.status == Status::Code(code));
    let is_error = |status: Status| match status {
        Status::Code(code) => code >= 400,
        Status::Range(hundreds) => hundreds >= 4,
        Status::Default => true,
    };
    facts.error_responses.note(operation.responses.iter().any(|one| is_error(one.status)), here);
    facts.limit_responses.note(has(429), here);
    for response in operation.responses.iter().filter(|one| one.status.is_success()) {
        if !matches!(response.status, Status::Code(204 | 205)) {
            let is_typed = response.content.iter().any(|media| media.schema.is_some() || media.item_schema.is_some());
            facts.typed_responses.note(is_typed, here);
            if !is_typed {
                // What its schema and its example would say is lost meanwhile: to give them takes nothing away.
                facts.properties.note_parts(std::iter::once((false, response.pointer.clone())));
                if response.content.is_empty() {
                    facts.examples.note(false, here);
                }
            }
        }
        response.content.iter().take(1).for_each(|media| body(media, pointer, schemas, facts));
    }
    let sent = operation.request_body.iter().flat_map(|body| body.content.first());
    sent.for_each(|media| body(media, pointer, schemas, facts));
}

fn body(media: &MediaType<'_>, pointer: &str, schemas: &Schemas<'_>, facts: &mut DocumentFacts) {
    facts.examples.note(!media.examples.is_empty(), || pointer.to_owned());
    let Some(schema) = &media.schema else { return };
    for example in &media.examples {
        if let ExampleValue::Data(value) = &example.value {
            facts.valid_examples.note(schemas.check_node(schema, value).is_empty(), || pointer.to_owned());
        }
    }
    let properties = schema.value.get("properties").and_then(|properties| properties.as_object());
    facts.properties.note_parts(properties.into_iter().flatten().map(|(name, property)| {
        let is_described = ["description", "title", "$ref"].iter().any(|key| property.get(*key).is_some());
        (is_described, format!("{}/properties/{name}", schema.pointer))
    }));
}
