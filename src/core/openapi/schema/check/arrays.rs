//! `minItems`, `maxItems`, `uniqueItems`, and what applies schemas to elements.

use super::Dialect;
use super::message::{Bound, size};
use super::run::{Here, Outcome, Run};
use super::strings::{outside, whole};
use crate::core::i18n::Text;
use crate::core::openapi::schema::equal::duplicate;
use crate::core::openapi::schema::quote::count;
use serde_json::{Map, Value, json};

/// What the keyword reproaches to the value; nothing when it holds or does not apply.
pub(super) fn check(keyword: &str, limit: &Value, instance: &Value) -> Option<Text> {
    let items = instance.as_array()?;
    let bound = match keyword {
        "minItems" => Bound::Least,
        "maxItems" => Bound::Most,
        "uniqueItems" if *limit == Value::Bool(true) => {
            let (first, second) = duplicate(items)?;
            let (first, second) = (first + 1, second + 1);
            return Some(Text::new(
                format!("Les éléments {first} et {second} sont les mêmes."),
                format!("Elements {first} and {second} are the same."),
            ));
        }
        _ => return None,
    };
    outside(bound, limit, items.len()).then(|| size(bound, &whole(limit), items.len(), "élément", "element"))
}

impl<'d> Run<'d> {
    /// `prefixItems`, `items`, `additionalItems`, `contains`.
    pub(super) fn array_keyword<'i>(
        &mut self,
        here: &Here<'_, 'd, 'i>,
        keyword: &'d str,
        value: &'d Value,
        schema: &'d Map<String, Value>,
        outcome: &mut Outcome<'i>,
    ) {
        let Some(items) = here.instance.as_array() else {
            return;
        };
        let modern = here.dialect == Dialect::Draft202012;
        match (keyword, value) {
            ("prefixItems", Value::Array(schemas)) if modern => self.each(here, keyword, schemas, items, outcome),
            ("items", Value::Array(schemas)) if !modern => self.each(here, keyword, schemas, items, outcome),
            ("items", schema_of_all) => {
                let prefix = if modern { schema.get("prefixItems") } else { None };
                let start = prefix.and_then(Value::as_array).map_or(0, Vec::len);
                self.rest(here, keyword, schema_of_all, start, outcome);
            }
            ("additionalItems", schema_of_rest) if here.dialect == Dialect::Draft4 => {
                if let Some(Value::Array(schemas)) = schema.get("items") {
                    self.rest(here, keyword, schema_of_rest, schemas.len(), outcome);
                }
            }
            ("contains", wanted) if modern => self.contains(here, wanted, schema, outcome),
            _ => {}
        }
    }

    fn each<'i>(
        &mut self,
        here: &Here<'_, 'd, 'i>,
        keyword: &'d str,
        schemas: &'d [Value],
        items: &'i [Value],
        outcome: &mut Outcome<'i>,
    ) {
        let path = here.schema_path.key(keyword);
        for (index, (schema, item)) in schemas.iter().zip(items).enumerate() {
            let inner = here.child(schema, path.index(index), item, here.instance_path.index(index));
            outcome.valid &= self.apply(&inner).valid;
        }
        outcome.seen.items_before(schemas.len());
    }

    /// Applies one schema to every element from `start` on.
    fn rest<'i>(
        &mut self,
        here: &Here<'_, 'd, 'i>,
        keyword: &'d str,
        schema: &'d Value,
        start: usize,
        outcome: &mut Outcome<'i>,
    ) {
        let items = here.instance.as_array().map(Vec::as_slice).unwrap_or_default();
        for (index, item) in items.iter().enumerate().skip(start) {
            let path = here.schema_path.key(keyword);
            let inner = here.child(schema, path, item, here.instance_path.index(index));
            outcome.valid &= self.apply(&inner).valid;
            if self.stopped() {
                break;
            }
        }
        outcome.seen.items_before(usize::MAX);
    }

    fn contains<'i>(
        &mut self,
        here: &Here<'_, 'd, 'i>,
        wanted: &'d Value,
        schema: &'d Map<String, Value>,
        outcome: &mut Outcome<'i>,
    ) {
        let items = here.instance.as_array().map(Vec::as_slice).unwrap_or_default();
        let path = here.schema_path.key("contains");
        let mut found = 0;
        for (index, item) in items.iter().enumerate() {
            let inner = here.child(wanted, path, item, here.instance_path.index(index));
            if self.quietly(|run| run.apply(&inner)).valid {
                found += 1;
                outcome.seen.items.push(index);
            }
            if self.stopped() {
                return;
            }
        }
        let one = json!(1);
        let least = if here.validates { schema.get("minContains").unwrap_or(&one) } else { &one };
        if outside(Bound::Least, least, found) {
            let keyword = if schema.contains_key("minContains") { "minContains" } else { "contains" };
            self.fail(here, keyword, matching("au moins", "At least", &whole(least), found), outcome);
        }
        if let Some(most) = schema.get("maxContains").filter(|most| here.validates && outside(Bound::Most, most, found))
        {
            self.fail(here, "maxContains", matching("au plus", "At most", &whole(most), found), outcome);
        }
    }
}

fn matching(fr: &str, en: &str, needed: &str, found: usize) -> Text {
    let needed = count(needed, "élément", "element");
    Text::new(
        format!("Il faut {fr} {} de la forme demandée, pas {found}.", needed.fr),
        format!("{en} {} of the form asked for needed, not {found}.", needed.en),
    )
}
