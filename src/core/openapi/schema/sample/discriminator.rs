//! The property that tells which form a value has (OpenAPI 3 §Discriminator Object).

use super::Sampler;
use super::given::fits_alone;
use crate::core::openapi::SchemaNode;
use crate::core::openapi::schema::compose::{Branch, Composed, Discriminator, component_name};
use serde_json::{Map, Value};

/// Gives the discriminating property a value that stands for `branch`.
pub(super) fn tell(discriminator: &Discriminator<'_>, branch: &Branch<'_>, value: &mut Value) {
    let (Some(members), Some(first)) = (value.as_object_mut(), branch.values.first()) else { return };
    let present = members.get(discriminator.property.as_ref()).and_then(Value::as_str);
    if present.is_none_or(|present| branch.values.iter().all(|value| value != present)) {
        set(members, &discriminator.property, Value::from(first.as_ref()));
    }
}

fn set(members: &mut Map<String, Value>, name: &str, value: Value) {
    match members.get_mut(name) {
        Some(member) => *member = value,
        None => drop(members.insert(name.to_owned(), value)),
    }
}

/// Gives the discriminating property the value that stands for the schema itself: the one mapped to it, or its name.
pub(super) fn tell_itself<'a>(sampler: &Sampler<'a>, composed: &Composed<'a>, members: &mut Map<String, Value>) {
    let Some(discriminator) = &composed.discriminator else { return };
    let property = composed.properties.iter().find(|property| property.name == discriminator.property);
    let Some(property) = property.filter(|property| members.contains_key(property.name.as_ref())) else { return };
    let described = sampler.compose(&property.parts);
    let mapped = composed.parts.iter().find_map(|part| {
        let is_part =
            |schema: &SchemaNode<'_>| std::ptr::eq(schema.document, part.document) && schema.pointer == part.pointer;
        discriminator.mapping.iter().find(|(_, schema)| is_part(schema)).map(|(value, _)| value.as_ref())
    });
    // The document may show another value, unless it maps this one in so many words.
    let is_free = described.examples.is_empty() && described.values.is_none();
    // What holds the discriminator stands for all the forms, unless there is nothing else.
    let forms = composed.parts.iter().filter(|part| is_free && part.value.get("discriminator").is_none());
    let named = { forms }.find_map(component_name).or(composed.name.clone().filter(|_| is_free));
    if let Some(value) = mapped.or(named.as_deref()).map(Value::from).filter(|value| fits_alone(&described, value)) {
        set(members, &discriminator.property, value);
    }
}
