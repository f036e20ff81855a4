//! [`Run`]: one check of one value. Applies a schema to a value, keyword by keyword, within bounds.

use super::documents::{Documents, Target};
use super::path::Path;
use super::pattern::{Pattern, Refusal};
use super::references::Following;
use super::unevaluated::Seen;
use super::{Dialect, Failure, arrays, format, message, numbers, objects, strings, types};
use crate::core::i18n::Text;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Schemas applied inside one another: what a browser's stack bears, with a margin.
pub(super) const DEEPEST: usize = 300;
/// Work of one check, in steps of a pattern. A schema applied counts for [`APPLYING`].
pub(super) const MOST_STEPS: u32 = 20_000_000;
const APPLYING: u32 = 10;

/// A schema about to be applied to a value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Here<'p, 'd, 'i> {
    pub(super) schema: &'d Value,
    pub(super) schema_path: Path<'p>,
    pub(super) instance: &'i Value,
    pub(super) instance_path: Path<'p>,
    pub(super) resource: usize,
    pub(super) dialect: Dialect,
    /// Whether the keywords that only assert (`type`, `minimum`…) count.
    pub(super) validates: bool,
    /// Whether `format` asserts.
    pub(super) formats: bool,
}

impl<'p, 'd, 'i> Here<'p, 'd, 'i> {
    /// Another schema for another value, in the same resource.
    pub(super) fn child<'q, 'j>(
        &self,
        schema: &'d Value,
        schema_path: Path<'q>,
        instance: &'j Value,
        instance_path: Path<'q>,
    ) -> Here<'q, 'd, 'j> {
        let Self { resource, dialect, validates, formats, .. } = *self;
        Here { schema, schema_path, instance, instance_path, resource, dialect, validates, formats }
    }
}

/// What applying a schema says.
#[derive(Debug)]
pub(super) struct Outcome<'i> {
    pub(super) valid: bool,
    pub(super) seen: Seen<'i>,
}

impl<'i> Outcome<'i> {
    fn valid() -> Self {
        Self { valid: true, seen: Seen::default() }
    }

    /// What does not fit: what it looked at counts for nothing.
    pub(super) fn invalid() -> Self {
        Self { valid: false, seen: Seen::default() }
    }

    /// Adds what another schema says of the same value.
    pub(super) fn merge(&mut self, other: Self) {
        self.valid &= other.valid;
        self.seen.extend(other.seen);
    }
}

/// The state of one check.
pub(super) struct Run<'d> {
    pub(super) documents: &'d Documents<'d>,
    pub(super) failures: Vec<Failure>,
    /// What could not be checked: never lost, even where failures do not count.
    pub(super) broken: Vec<Failure>,
    /// Resources entered, outermost first, each once.
    pub(super) scope: Vec<usize>,
    pub(super) following: Vec<Following>,
    pub(super) targets: BTreeMap<(usize, usize), Result<Rc<Target<'d>>, Text>>,
    patterns: BTreeMap<&'d str, Rc<Result<Pattern, Refusal>>>,
    formats: bool,
    pub(super) quiet: bool,
    depth: usize,
    pub(super) steps: u32,
    pub(super) halt: Option<Failure>,
}

impl<'d> Run<'d> {
    /// A check that has not begun.
    pub(super) fn new(documents: &'d Documents<'d>, formats: bool, steps: u32) -> Self {
        Self {
            documents,
            failures: Vec::new(),
            broken: Vec::new(),
            scope: Vec::new(),
            following: Vec::new(),
            targets: BTreeMap::new(),
            patterns: BTreeMap::new(),
            formats,
            quiet: false,
            depth: 0,
            steps,
            halt: None,
        }
    }

    /// Checks a value against a schema that stands at `pointer` in a resource.
    pub(super) fn check(mut self, schema: &'d Value, pointer: &str, resource: usize, instance: &Value) -> Vec<Failure> {
        let start = Here {
            schema,
            schema_path: Path::from(pointer),
            instance,
            instance_path: Path::from(""),
            resource,
            dialect: Dialect::Draft202012,
            validates: true,
            formats: self.formats,
        };
        let here = self.entering(start, resource);
        self.apply(&here);
        self.failures.extend(self.broken);
        self.failures.extend(self.halt);
        self.failures
    }

    /// The same place, under the rules of a resource.
    pub(super) fn entering<'p, 'i>(&self, here: Here<'p, 'd, 'i>, resource: usize) -> Here<'p, 'd, 'i> {
        let dialect = self.documents.resources.get(resource).map_or(here.dialect, |resource| resource.dialect);
        let asks = |name: &str| self.documents.vocabulary(resource, name);
        let validates = asks("validation").unwrap_or(true);
        let formats = self.formats || asks("format-assertion") == Some(true);
        Here { resource, dialect, validates, formats, ..here }
    }

    /// Applies a schema.
    pub(super) fn apply<'i>(&mut self, here: &Here<'_, 'd, 'i>) -> Outcome<'i> {
        if self.stopped() {
            return Outcome::invalid();
        }
        if self.depth >= DEEPEST {
            return self.stop(here, message::too_deep(DEEPEST));
        }
        match here.schema {
            Value::Bool(true) => Outcome::valid(),
            Value::Bool(false) => self.refuse(here),
            Value::Object(schema) if self.spend(APPLYING) => {
                self.depth += 1;
                let outcome = match self.documents.resource_at(here.schema) {
                    Some(resource) => self.keywords(&self.entering(*here, resource), schema),
                    None => self.keywords(here, schema),
                };
                self.depth -= 1;
                outcome
            }
            Value::Object(_) => self.stop(here, message::too_long()),
            _ => {
                let mut outcome = Outcome::invalid();
                self.broken(here, "", message::not_a_schema(), &mut outcome);
                outcome
            }
        }
    }

    fn keywords<'i>(&mut self, here: &Here<'_, 'd, 'i>, schema: &'d Map<String, Value>) -> Outcome<'i> {
        let entered = !self.scope.contains(&here.resource);
        if entered {
            self.scope.push(here.resource);
        }
        let mut outcome = Outcome::valid();
        let modern = here.dialect == Dialect::Draft202012;
        match schema.get_key_value("$ref").filter(|(_, value)| !modern && value.is_string()) {
            Some((keyword, value)) => self.reference(here, keyword, value, &mut outcome),
            None => {
                for (keyword, value) in schema {
                    self.keyword(here, keyword, value, schema, &mut outcome);
                }
                // They speak of what no other keyword has looked at.
                for name in ["unevaluatedItems", "unevaluatedProperties"] {
                    if let Some((keyword, value)) = schema.get_key_value(name).filter(|_| modern) {
                        self.unevaluated_keyword(here, keyword, value, &mut outcome);
                    }
                }
            }
        }
        if entered {
            self.scope.pop();
        }
        if outcome.valid { outcome } else { Outcome::invalid() }
    }

    fn keyword<'i>(
        &mut self,
        here: &Here<'_, 'd, 'i>,
        keyword: &'d str,
        value: &'d Value,
        schema: &'d Map<String, Value>,
        outcome: &mut Outcome<'i>,
    ) {
        match keyword {
            "$ref" => self.reference(here, keyword, value, outcome),
            "$dynamicRef" if here.dialect == Dialect::Draft202012 => self.reference(here, keyword, value, outcome),
            "allOf" | "anyOf" | "oneOf" | "not" | "if" => self.combining_keyword(here, keyword, value, schema, outcome),
            "properties" | "patternProperties" | "additionalProperties" | "propertyNames" | "dependentSchemas" => {
                self.object_keyword(here, keyword, value, schema, outcome);
            }
            "items" | "prefixItems" | "additionalItems" | "contains" => {
                self.array_keyword(here, keyword, value, schema, outcome);
            }
            "dependencies" => {
                self.assertion(here, keyword, value, schema, outcome);
                self.object_keyword(here, keyword, value, schema, outcome);
            }
            _ if here.validates || keyword == "format" => self.assertion(here, keyword, value, schema, outcome),
            _ => {}
        }
    }

    /// The keywords that look at the value alone.
    fn assertion(
        &mut self,
        here: &Here<'_, 'd, '_>,
        keyword: &'d str,
        value: &'d Value,
        schema: &'d Map<String, Value>,
        outcome: &mut Outcome<'_>,
    ) {
        let instance = here.instance;
        let reproach = match keyword {
            "type" | "const" => types::check(keyword, value, schema, here.dialect, instance),
            "enum" => {
                let length = value.as_array().map_or(0, Vec::len);
                self.spend(u32::try_from(length).unwrap_or(u32::MAX));
                types::check(keyword, value, schema, here.dialect, instance)
            }
            "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf" => {
                numbers::check(keyword, value, schema, here.dialect, instance)
            }
            "minLength" | "maxLength" => strings::check(keyword, value, instance),
            "minItems" | "maxItems" | "uniqueItems" => arrays::check(keyword, value, instance),
            "format" if here.formats => value.as_str().and_then(|name| format::check(name, instance)),
            "pattern" => match (value.as_str(), instance.as_str()) {
                (Some(pattern), Some(text)) => {
                    let found = self.matches(here, pattern, text, outcome);
                    (found == Some(false)).then(|| strings::no_match(pattern))
                }
                _ => None,
            },
            _ => {
                for text in objects::check(keyword, value, here.dialect, instance) {
                    self.fail(here, keyword, text, outcome);
                }
                None
            }
        };
        if let Some(text) = reproach {
            self.fail(here, keyword, text, outcome);
        }
    }

    /// Whether a pattern matches a text; nothing when the pattern cannot be used, which breaks the check.
    pub(super) fn matches(
        &mut self,
        here: &Here<'_, 'd, '_>,
        pattern: &'d str,
        text: &str,
        outcome: &mut Outcome<'_>,
    ) -> Option<bool> {
        let read = self.patterns.entry(pattern).or_insert_with(|| Rc::new(Pattern::parse(pattern)));
        let read = Rc::clone(read);
        let found = match read.as_ref() {
            Ok(pattern) => pattern.is_match(text, &mut self.steps),
            Err(refusal) => Err(*refusal),
        };
        match found {
            Ok(found) => Some(found),
            Err(Refusal::TooLong) => {
                self.stop(here, message::too_long());
                outcome.valid = false;
                None
            }
            Err(Refusal::Unreadable) => {
                self.broken(here, "pattern", message::unreadable_pattern(pattern), outcome);
                None
            }
        }
    }
}
