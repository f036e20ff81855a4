//! [`EnumValue`]: values that are listed, with what is said of each.

use super::access::{items, listed_schemas, members, resolved, text, texts};
use crate::core::openapi::model::SchemaNode;
use crate::core::openapi::reference::Documents;
use crate::core::openapi::schema::equal::same;
use serde_json::Value;
use std::borrow::Cow;

/// Comparisons made to find the values that two lists share; real lists hold a few hundred.
const COMPARISONS: usize = 1_000_000;

/// A value among those allowed.
#[derive(Debug, Clone, PartialEq)]
pub struct EnumValue<'a> {
    /// The value.
    pub value: Cow<'a, Value>,
    /// A short name: `title` of a constant, `x-enum-varnames`, `x-enumNames`.
    pub title: Option<Cow<'a, str>>,
    /// What it means: `description` of a constant, `x-enumDescriptions`, `x-enum-descriptions`.
    pub description: Option<Cow<'a, str>>,
    /// Whether it should no longer be used.
    pub deprecated: bool,
}

/// Extensions that name or explain the values of `enum`: a list in the same order, or an object by value.
const TITLES: [&str; 3] = ["x-enum-varnames", "x-enumNames", "x-enum-names"];
const DESCRIPTIONS: [&str; 3] = ["x-enumDescriptions", "x-enum-descriptions", "x-enum-description"];

/// The values of `enum` in a schema, null included.
pub(super) fn listed<'a>(node: &SchemaNode<'a>) -> Option<Vec<EnumValue<'a>>> {
    let list = node.child("enum").filter(|list| list.value.is_array())?;
    let extension = |keys: &[&str]| keys.iter().find_map(|key| node.child(key)).map(|found| found.value);
    let (titles, descriptions) = (extension(&TITLES), extension(&DESCRIPTIONS));
    let words = |extension: &Option<Cow<'a, Value>>, index: usize, value: &Value| {
        let holder = extension.as_ref()?;
        match holder {
            holder if holder.is_array() => items(holder).get(index).and_then(text),
            holder => {
                let key = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                members(holder).iter().find(|(name, _)| *name == key).and_then(|(_, value)| text(value))
            }
        }
    };
    let values = items(&list.value).into_iter().enumerate().map(|(index, value)| {
        let value_is_simple = !value.is_array() && !value.is_object();
        let words = |extension| value_is_simple.then(|| words(extension, index, &value)).flatten();
        let (title, description) = (words(&titles), words(&descriptions));
        EnumValue { title, description, deprecated: false, value }
    });
    Some(values.collect())
}

/// Keywords of a branch that is nothing but its constants.
const CONSTANT_KEYWORDS: [&str; 11] = [
    "const",
    "enum",
    "type",
    "title",
    "summary",
    "description",
    "deprecated",
    "$comment",
    "example",
    "examples",
    "nullable",
];

/// The values that branches list, where all of them are constants.
pub(super) fn constants<'a>(branches: &[SchemaNode<'a>], documents: &'a dyn Documents) -> Option<Vec<EnumValue<'a>>> {
    let mut values = Vec::new();
    for branch in branches {
        let found = resolved(branch, documents)?;
        let keys = found.value.as_object()?.keys();
        if !keys.into_iter().all(|key| key.starts_with("x-") || CONSTANT_KEYWORDS.contains(&key.as_str())) {
            return None;
        }
        let constant = found.child("const").map(|constant| constant.value);
        let mut own = match constant {
            Some(value) => vec![EnumValue { value, title: None, description: None, deprecated: false }],
            None => listed(&found)?,
        };
        if let [only] = own.as_mut_slice() {
            let word = |key: &str| [branch, &found].iter().find_map(|node| text(&node.child(key)?.value));
            only.title = word("title").or(only.title.take());
            only.description = word("description").or(only.description.take());
            only.deprecated = found.value.get("deprecated") == Some(&Value::Bool(true));
        }
        values.extend(own);
    }
    (!values.is_empty()).then_some(values)
}

/// Keeps the values of both lists, with the words of the first that has some.
pub(super) fn intersect<'a>(known: &mut Option<Vec<EnumValue<'a>>>, new: Vec<EnumValue<'a>>) {
    let Some(old) = known else {
        *known = Some(new);
        return;
    };
    if old.len().saturating_mul(new.len()) > COMPARISONS {
        return;
    }
    old.retain_mut(|one| {
        let Some(other) = new.iter().find(|other| same(&other.value, &one.value)) else { return false };
        one.title = one.title.take().or_else(|| other.title.clone());
        one.description = one.description.take().or_else(|| other.description.clone());
        one.deprecated |= other.deprecated;
        true
    });
}

/// The values a schema allows a property to have, where it says so at first sight.
pub(super) fn of_property<'a>(node: &SchemaNode<'a>, property: &str) -> Vec<Cow<'a, str>> {
    let Some(schema) = node.child("properties").and_then(|properties| properties.child(property)) else {
        return Vec::new();
    };
    match (schema.child("const"), schema.child("enum")) {
        (Some(constant), _) => text(&constant.value).into_iter().collect(),
        (None, Some(list)) => texts(&list.value),
        (None, None) => Vec::new(),
    }
}

/// Whether a schema allows null and nothing else.
pub(super) fn is_null(node: &SchemaNode<'_>) -> bool {
    let only_null =
        |value: &Value| value.as_array().is_some_and(|all| !all.is_empty() && all.iter().all(Value::is_null));
    let is_named_null = |value: &Value| value.as_str() == Some("null");
    let says = |key: &str, test: &dyn Fn(&Value) -> bool| node.value.get(key).is_some_and(test);
    says("const", &Value::is_null)
        || says("enum", &only_null)
        || says("type", &is_named_null)
        || says("type", &|value| {
            value.as_array().is_some_and(|names| names.len() == 1 && names.iter().all(is_named_null))
        })
}

/// The branches of a group, without those that are null; and whether some were.
pub(super) fn without_null<'a>(
    node: &SchemaNode<'a>,
    keyword: &str,
    documents: &'a dyn Documents,
) -> (Vec<SchemaNode<'a>>, bool) {
    let mut branches = listed_schemas(node, keyword);
    let all = branches.len();
    branches.retain(|branch| !resolved(branch, documents).is_some_and(|found| is_null(&found)));
    let has_null = branches.len() < all;
    (branches, has_null)
}
