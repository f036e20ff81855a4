//! Which rows are under a schema, before what they say is read.

use super::RowKind;
use crate::core::openapi::model::SchemaNode;
use crate::core::openapi::schema::compose::{Alternatives, Composed, Keyword};
use crate::core::pointer;
use std::borrow::Cow;

/// A row to be.
pub(super) struct Draft<'a> {
    pub(super) kind: RowKind<'a>,
    pub(super) parts: Vec<SchemaNode<'a>>,
    pub(super) required: bool,
    /// Its path below that of the row above.
    pub(super) path: String,
}

/// The rows under a schema, in the order a reader needs them: what is there, then what is there under conditions.
/// No more than `most`.
pub(super) fn drafts<'a>(composed: &Composed<'a>, most: usize) -> Drafts<'a> {
    let mut drafts = Drafts { drafts: Vec::new(), left_out: 0, most };
    for one in &composed.properties {
        drafts.property(one.name.clone(), &one.parts, one.required);
    }
    for name in &composed.required {
        // Nothing describes it but what is said of all the others.
        drafts.property(name.clone(), composed.additional_properties.parts(), true);
    }
    for one in &composed.pattern_properties {
        drafts.add(RowKind::PatternProperty(one.pattern.clone()), &one.parts, &["patternProperties", &one.pattern]);
    }
    let rest = &composed.additional_properties;
    drafts.add(RowKind::AdditionalProperty, rest.parts(), &["additionalProperties"]);
    drafts.add(RowKind::UnevaluatedProperty, composed.unevaluated_properties.parts(), &["unevaluatedProperties"]);
    drafts.add(RowKind::PropertyName, &composed.property_names, &["propertyNames"]);
    for (index, parts) in composed.prefix_items.iter().enumerate() {
        drafts.add(RowKind::PrefixItem(index), parts, &["prefixItems", &index.to_string()]);
    }
    drafts.add(RowKind::Item, composed.items.parts(), &["items"]);
    drafts.add(RowKind::UnevaluatedItem, composed.unevaluated_items.parts(), &["unevaluatedItems"]);
    for (index, one) in composed.contains.iter().enumerate() {
        let key = numbered("contains", index);
        drafts.add(RowKind::Contains(one.count), std::slice::from_ref(&one.schema), &[&key]);
    }
    for (group, alternatives) in composed.alternatives.iter().enumerate() {
        let before = composed.alternatives.iter().take(group);
        let rank = before.filter(|other| other.keyword == alternatives.keyword).count();
        drafts.alternatives(alternatives, group, &numbered(alternatives.keyword.id(), rank));
    }
    for (index, schema) in composed.not.iter().enumerate() {
        drafts.add(RowKind::Not, std::slice::from_ref(schema), &[&numbered("not", index)]);
    }
    for (index, one) in composed.conditions.iter().enumerate() {
        for (kind, key, schema) in [
            (RowKind::If, "if", Some(&one.test)),
            (RowKind::Then, "then", one.then.as_ref()),
            (RowKind::Else, "else", one.otherwise.as_ref()),
        ] {
            drafts.add(kind, schema.map_or(&[], std::slice::from_ref), &[&numbered(key, index)]);
        }
    }
    for (index, (name, schema)) in composed.dependent_schemas.iter().enumerate() {
        let before = composed.dependent_schemas.iter().take(index);
        let key = numbered("dependentSchemas", before.filter(|(other, _)| other == name).count());
        drafts.add(RowKind::DependentSchema(name.clone()), std::slice::from_ref(schema), &[&key, name]);
    }
    let content = composed.content.schema.as_ref().map_or(&[] as &[_], std::slice::from_ref);
    drafts.add(RowKind::ContentSchema, content, &["contentSchema"]);
    drafts
}

/// The keyword, or where several schemas put together each have one: `not`, `not2`, `not3`.
fn numbered(keyword: &str, index: usize) -> Cow<'_, str> {
    if index == 0 { Cow::Borrowed(keyword) } else { Cow::Owned(format!("{keyword}{}", index + 1)) }
}

/// Rows to be, and how many more there are.
pub(super) struct Drafts<'a> {
    pub(super) drafts: Vec<Draft<'a>>,
    pub(super) left_out: usize,
    most: usize,
}

impl<'a> Drafts<'a> {
    /// A row for what `parts` say, unless there are none.
    fn add(&mut self, kind: RowKind<'a>, parts: &[SchemaNode<'a>], path: &[&str]) {
        if !parts.is_empty() {
            self.push(kind, parts, path, false);
        }
    }

    fn property(&mut self, name: Cow<'a, str>, parts: &[SchemaNode<'a>], required: bool) {
        self.push(RowKind::Property(name.clone()), parts, &["properties", &name], required);
    }

    fn push(&mut self, kind: RowKind<'a>, parts: &[SchemaNode<'a>], path: &[&str], required: bool) {
        if self.drafts.len() >= self.most {
            self.left_out += 1;
            return;
        }
        let path = path.iter().fold(String::new(), |path, token| pointer::child(&path, token));
        self.drafts.push(Draft { kind, parts: parts.to_vec(), required, path });
    }

    fn alternatives(&mut self, alternatives: &Alternatives<'a>, group: usize, key: &str) {
        let Alternatives { keyword, branches, .. } = alternatives;
        for (index, branch) in branches.iter().enumerate() {
            let before = branches.iter().take(index);
            let token = match (keyword, &branch.name) {
                (Keyword::Inheritance, Some(name)) if before.into_iter().all(|one| one.name != branch.name) => {
                    name.clone()
                }
                (Keyword::Inheritance, _) => index.to_string(),
                // Forms are known by their position as written, from which null is missing here.
                _ => pointer::tokens(&branch.schema.pointer).last().unwrap_or_default(),
            };
            let (name, values) = (branch.name.clone(), branch.values.clone());
            let kind = RowKind::Alternative { keyword: *keyword, group, index, of: branches.len(), name, values };
            self.add(kind, std::slice::from_ref(&branch.schema), &[key, &token]);
        }
    }
}
