//! The keys of one old front matter, taken one by one. What is missing, empty or of another type is reported,
//! never fatal; what nobody took is reported at the end.

use super::report::Report;
use super::rule::Rule;
use crate::core::search::{distance, fold};
use crate::core::yaml::Yaml;
use serde_json::{Map, Value};
use std::collections::HashMap;

/// The keys of one front matter that are not taken yet.
pub(super) struct Fields<'a> {
    yaml: &'a Yaml,
    entries: Map<String, Value>,
    /// Added to pointers: rules of a list have their own fields.
    pointer: String,
    /// How misspelt keys are written in the file.
    written: HashMap<String, String>,
}

impl<'a> Fields<'a> {
    /// The keys of a file. `known` are those of its kind: a key that is nearly one of them is taken for it.
    pub(super) fn new(yaml: &'a Yaml, known: &[&str], report: &mut Report) -> Self {
        let mut fields = Self { yaml, entries: Map::new(), pointer: String::new(), written: HashMap::new() };
        let entries = yaml.value.as_object().cloned().unwrap_or_default();
        for (key, value) in &entries {
            let name = match nearest(key, known) {
                Some(near) if !known.contains(&key.as_str()) && !entries.contains_key(near) => {
                    report.add(Rule::KeyMisspelt, fields.line(key), key, key, near);
                    fields.written.insert(near.to_owned(), key.clone());
                    near
                }
                _ => key,
            };
            fields.entries.insert(name.to_owned(), value.clone());
        }
        fields
    }

    /// The keys of an object nested in a list.
    pub(super) fn nested(&self, pointer: String, value: &Value) -> Self {
        Self {
            yaml: self.yaml,
            entries: value.as_object().cloned().unwrap_or_default(),
            pointer,
            written: HashMap::new(),
        }
    }

    /// Line of a key in the source file.
    pub(super) fn line(&self, key: &str) -> Option<u32> {
        let written = self.written.get(key).map_or(key, String::as_str);
        self.yaml.place(&format!("{}/{written}", self.pointer)).map(|(line, _)| line)
    }

    /// Line on which a text of several lines begins: the one after its key.
    pub(super) fn text_line(&self, key: &str) -> u32 {
        self.line(key).map_or(1, |line| line.saturating_add(1))
    }

    /// Takes a value; `None` when it is absent, or empty, which is reported.
    pub(super) fn value(&mut self, key: &str, report: &mut Report) -> Option<Value> {
        let value = self.entries.shift_remove(key)?;
        let empty = match &value {
            Value::Null => true,
            Value::String(text) => text.trim().is_empty(),
            Value::Array(items) => items.is_empty(),
            _ => false,
        };
        if empty {
            report.add(Rule::NullValue, self.line(key), key, &shown(&value), "");
            return None;
        }
        Some(value)
    }

    /// Takes a text, with its line breaks: also those before it, which `text_line` counts on.
    pub(super) fn text(&mut self, key: &str, report: &mut Report) -> Option<String> {
        match self.value(key, report)? {
            Value::String(text) => Some(text.trim_end().to_owned()),
            value @ (Value::Number(_) | Value::Bool(_)) => Some(value.to_string()),
            value => {
                report.add(Rule::ValueInvalid, self.line(key), key, &shown(&value), "");
                None
            }
        }
    }

    /// Takes a text of one line.
    pub(super) fn line_text(&mut self, key: &str, report: &mut Report) -> Option<String> {
        Some(self.text(key, report)?.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Takes a list of texts. A single text is a list of one.
    pub(super) fn texts(&mut self, key: &str, report: &mut Report) -> Vec<String> {
        let line = self.line(key);
        let items = match self.value(key, report) {
            None => return Vec::new(),
            Some(Value::Array(items)) => items,
            Some(value) => {
                report.add(Rule::ScalarType, line, key, &shown(&value), "");
                vec![value]
            }
        };
        let mut texts = Vec::new();
        for (index, item) in items.into_iter().enumerate() {
            let line = self.line(&format!("{key}/{index}"));
            match item {
                Value::String(text) if !text.trim().is_empty() => {
                    texts.push(text.split_whitespace().collect::<Vec<_>>().join(" "));
                }
                Value::Null | Value::String(_) => report.add(Rule::NullItem, line, key, &shown(&item), ""),
                Value::Number(_) | Value::Bool(_) => {
                    report.add(Rule::ScalarType, line, key, &item.to_string(), &item.to_string());
                    texts.push(item.to_string());
                }
                other => report.add(Rule::ValueInvalid, line, key, &shown(&other), ""),
            }
        }
        texts
    }

    /// Takes a whole number.
    pub(super) fn integer(&mut self, key: &str, report: &mut Report) -> Option<i64> {
        let value = self.value(key, report)?;
        let number = value.as_i64().or_else(|| value.as_str()?.trim().parse().ok());
        if number.is_none() {
            report.add(Rule::ValueInvalid, self.line(key), key, &shown(&value), "");
        }
        number
    }

    /// Takes a number.
    pub(super) fn number(&mut self, key: &str, report: &mut Report) -> Option<f64> {
        let value = self.value(key, report)?;
        let number = value.as_f64().or_else(|| value.as_str()?.trim().replace(',', ".").parse().ok());
        if number.is_none() {
            report.add(Rule::ValueInvalid, self.line(key), key, &shown(&value), "");
        }
        number
    }

    /// Takes whether something is true.
    pub(super) fn flag(&mut self, key: &str, report: &mut Report) -> bool {
        self.value(key, report).is_some_and(|value| value == Value::Bool(true) || value == "true")
    }

    /// Reports what nobody took: `legacy` keys were read by nothing, `placeless` ones have no counterpart.
    pub(super) fn finish(self, legacy: &[&str], placeless: &[&str], report: &mut Report) {
        for (key, value) in &self.entries {
            let rule = if legacy.contains(&key.as_str()) {
                Rule::KeyLegacy
            } else if placeless.contains(&key.as_str()) {
                Rule::KeyWithoutPlace
            } else {
                Rule::KeyUnknown
            };
            report.add(rule, self.line(key), key, &shown(value), "");
        }
    }
}

/// The known key that `key` misspells, or `key` itself when it is known.
fn nearest<'a>(key: &str, known: &[&'a str]) -> Option<&'a str> {
    let plain = |name: &str| fold(name).replace(['_', '-'], "");
    let scored = known.iter().map(|known| (distance(&plain(key), &plain(known)), *known));
    scored.min_by_key(|(distance, _)| *distance).filter(|(distance, _)| *distance <= 2).map(|(_, known)| known)
}

/// A value as people wrote it, roughly.
fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => "null".to_owned(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::yaml;

    const KNOWN: &[&str] = &["title", "visits_2019", "external_site", "keywords", "uptime", "is_open"];

    fn read(source: &str, take: impl FnOnce(&mut Fields<'_>, &mut Report)) -> Vec<(Rule, Option<u32>, String)> {
        let (yaml, _) = yaml::read(source, "f");
        let mut report = Report::default();
        let mut fields = Fields::new(&yaml, KNOWN, &mut report);
        take(&mut fields, &mut report);
        fields.finish(&["layout"], &["visits_2019"], &mut report);
        report.entries.into_iter().map(|entry| (entry.rule, entry.line, entry.field)).collect()
    }

    #[test]
    fn takes_what_people_wrote() {
        let entries = read("title: 12\nuptime: 99,9\nis_open: '1'\nkeywords: one\n", |fields, report| {
            assert_eq!(fields.text("title", report).as_deref(), Some("12"));
            assert_eq!(fields.number("uptime", report), Some(99.9));
            assert_eq!(fields.integer("is_open", report), Some(1));
            assert_eq!(fields.texts("keywords", report), ["one"]);
            assert_eq!(fields.text("nothing", report), None);
        });
        assert_eq!(entries, [(Rule::ScalarType, Some(4), "keywords".into())]);
    }

    #[test]
    fn reports_what_is_empty_misspelt_or_left() {
        let entries = read(
            "visit_2019: 3\nextrenal_site: x\nkeywords:\n  -\n  - a\nuptime:\nlayout: b\nzzz: 1\n",
            |fields, report| {
                assert_eq!(fields.text("external_site", report).as_deref(), Some("x"));
                assert_eq!(fields.texts("keywords", report), ["a"]);
                assert_eq!(fields.number("uptime", report), None);
            },
        );
        let expected = [
            (Rule::KeyMisspelt, Some(1), "visit_2019"),
            (Rule::KeyMisspelt, Some(2), "extrenal_site"),
            (Rule::NullItem, Some(4), "keywords"),
            (Rule::NullValue, Some(6), "uptime"),
            (Rule::KeyWithoutPlace, Some(1), "visits_2019"),
            (Rule::KeyLegacy, Some(7), "layout"),
            (Rule::KeyUnknown, Some(8), "zzz"),
        ];
        let found: Vec<_> = entries.iter().map(|(rule, line, field)| (*rule, *line, field.as_str())).collect();
        assert_eq!(found, expected);
    }
}
