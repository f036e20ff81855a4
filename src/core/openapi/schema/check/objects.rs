//! `required`, the sizes of objects, and what applies schemas to members.

use super::Dialect;
use super::message::{self, Bound, size};
use super::run::{Here, Outcome, Run};
use super::strings::{outside, whole};
use crate::core::i18n::Text;
use crate::core::openapi::schema::quote::quoted;
use serde_json::{Map, Value};

/// What the keyword reproaches to the value: one sentence for each missing member.
pub(super) fn check(keyword: &str, limit: &Value, dialect: Dialect, instance: &Value) -> Vec<Text> {
    let Some(members) = instance.as_object() else {
        return Vec::new();
    };
    let bound = match keyword {
        "minProperties" => Bound::Least,
        "maxProperties" => Bound::Most,
        "required" => return missing(limit, members).map(message::missing).collect(),
        "dependentRequired" if dialect == Dialect::Draft202012 => return dependencies(limit, members),
        "dependencies" if dialect == Dialect::Draft4 => return dependencies(limit, members),
        _ => return Vec::new(),
    };
    let wrong = outside(bound, limit, members.len());
    wrong.then(|| size(bound, &whole(limit), members.len(), "propriété", "property")).into_iter().collect()
}

fn missing<'d>(names: &'d Value, members: &Map<String, Value>) -> impl Iterator<Item = &'d str> {
    let names = names.as_array().map(Vec::as_slice).unwrap_or_default();
    names.iter().filter_map(Value::as_str).filter(|name| !members.contains_key(*name))
}

fn dependencies(rules: &Value, members: &Map<String, Value>) -> Vec<Text> {
    let rules = rules.as_object().into_iter().flatten().filter(|(name, _)| members.contains_key(*name));
    rules
        .flat_map(|(name, names)| missing(names, members).map(move |lacking| (name, lacking)))
        .map(|(name, lacking)| {
            let (name, lacking) = (quoted(name), quoted(lacking));
            Text::new(
                format!("Il manque {}, que {} demande.", lacking.fr, name.fr),
                format!("{} is missing: {} needs it.", lacking.en, name.en),
            )
        })
        .collect()
}

impl<'d> Run<'d> {
    /// `properties`, `patternProperties`, `additionalProperties`, `propertyNames`, and the dependent schemas.
    pub(super) fn object_keyword<'i>(
        &mut self,
        here: &Here<'_, 'd, 'i>,
        keyword: &'d str,
        value: &'d Value,
        schema: &'d Map<String, Value>,
        outcome: &mut Outcome<'i>,
    ) {
        let Some(members) = here.instance.as_object() else {
            return;
        };
        let modern = here.dialect == Dialect::Draft202012;
        match (keyword, value) {
            ("properties", Value::Object(schemas)) => {
                for (key, schema) in schemas {
                    if let Some((name, member)) = members.get_key_value(key) {
                        self.member(here, keyword, Some(key), schema, (name, member), outcome);
                    }
                }
            }
            ("patternProperties", Value::Object(schemas)) if here.dialect != Dialect::OpenApi30 => {
                for (pattern, schema) in schemas {
                    for (name, member) in members {
                        if self.matches(here, pattern, name, outcome) == Some(true) {
                            self.member(here, keyword, Some(pattern), schema, (name, member), outcome);
                        }
                    }
                }
            }
            ("additionalProperties", additional) => {
                let named = schema.get("properties").and_then(Value::as_object);
                let patterns = schema.get("patternProperties").and_then(Value::as_object);
                let patterns = patterns.filter(|_| here.dialect != Dialect::OpenApi30);
                for (name, member) in members {
                    let known = named.is_some_and(|named| named.contains_key(name))
                        || patterns.into_iter().flat_map(Map::keys).any(|pattern| {
                            // A member that an unusable pattern may cover is not blamed as well.
                            self.matches(here, pattern, name, outcome) != Some(false)
                        });
                    if !known {
                        self.member(here, keyword, None, additional, (name, member), outcome);
                    }
                }
            }
            ("propertyNames", names) if modern => self.names(here, names, members, outcome),
            ("dependentSchemas", Value::Object(schemas)) if modern => {
                self.dependent(here, keyword, schemas, members, outcome);
            }
            ("dependencies", Value::Object(schemas)) if here.dialect == Dialect::Draft4 => {
                self.dependent(here, keyword, schemas, members, outcome);
            }
            _ => {}
        }
    }

    fn member<'i>(
        &mut self,
        here: &Here<'_, 'd, 'i>,
        keyword: &'d str,
        step: Option<&'d str>,
        schema: &'d Value,
        (name, member): (&'i str, &'i Value),
        outcome: &mut Outcome<'i>,
    ) {
        let above = here.schema_path.key(keyword);
        let path = step.map_or(above, |step| above.key(step));
        let inner = here.child(schema, path, member, here.instance_path.key(name));
        outcome.valid &= self.apply(&inner).valid;
        outcome.seen.members.push(name);
    }

    fn names<'i>(
        &mut self,
        here: &Here<'_, 'd, 'i>,
        names: &'d Value,
        members: &Map<String, Value>,
        outcome: &mut Outcome<'i>,
    ) {
        for name in members.keys() {
            let text = Value::String(name.clone());
            let inner = here.child(names, here.schema_path.key("propertyNames"), &text, here.instance_path);
            if !self.quietly(|run| run.apply(&inner)).valid {
                let name = quoted(name);
                let text = Text::new(
                    format!("Une propriété ne peut pas s’appeler {}.", name.fr),
                    format!("A property cannot be called {}.", name.en),
                );
                self.fail(here, "propertyNames", text, outcome);
            }
        }
    }

    fn dependent<'i>(
        &mut self,
        here: &Here<'_, 'd, 'i>,
        keyword: &'d str,
        schemas: &'d Map<String, Value>,
        members: &Map<String, Value>,
        outcome: &mut Outcome<'i>,
    ) {
        let above = here.schema_path.key(keyword);
        for (name, schema) in schemas.iter().filter(|(name, rule)| members.contains_key(*name) && !rule.is_array()) {
            let inner = here.child(schema, above.key(name), here.instance, here.instance_path);
            let applied = self.apply(&inner);
            outcome.merge(applied);
        }
    }
}
