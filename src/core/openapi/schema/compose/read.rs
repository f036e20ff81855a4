//! From the schemas that apply to what they say together, keyword by keyword.

use super::access::{is_schema, is_set, items, listed_schemas, members, named_schemas, text, texts, under};
use super::alternatives::{self, Group};
use super::bounds::whole;
use super::gather::{Gathered, Part};
use super::model::{Composed, Condition, Contains, Content, PatternProperties, Property, Rest};
use super::types::Types;
use super::values::{self, EnumValue};
use super::{Count, Identity, Range};
use crate::core::openapi::model::{ExternalDocs, SchemaNode};
use crate::core::openapi::reference::Documents;
use serde_json::Value;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// What is known once some parts were read.
struct Reading<'a> {
    composed: Composed<'a>,
    /// Positions of properties by name.
    properties: HashMap<Cow<'a, str>, usize>,
    required: Vec<Cow<'a, str>>,
    null: Null,
}

/// What parts say of null.
#[derive(Default)]
struct Null {
    /// One allows it, beside what it names.
    allowed: bool,
    /// One names types or values, null not among them.
    refused: bool,
    /// One is `nullable`: in all the documents that write it on a wrapper, it is meant for the whole.
    meant: bool,
}

pub(super) fn read<'a>(gathered: Gathered<'a>, documents: &'a dyn Documents) -> Composed<'a> {
    let mut reading =
        Reading { composed: empty(), properties: HashMap::new(), required: Vec::new(), null: Null::default() };
    let Gathered { parts, identity, name, broken, incomplete } = gathered;
    let mut groups = Vec::new();
    // The first part whose discriminator has no alternatives beside it.
    let mut parent = None;
    for mut part in parts {
        reading.part(&part);
        if let Some(found) = alternatives::discriminator(&part.node, documents) {
            if part.groups.is_empty() && !part.extended && parent.is_none() {
                parent = Some((part.node.clone(), found.clone()));
            }
            reading.composed.discriminator.get_or_insert(found);
        }
        groups.append(&mut part.groups);
        reading.composed.parts.push(part.node);
    }
    if groups.is_empty() {
        groups.extend(parent.and_then(|(node, discriminator)| alternatives::heirs(&node, &discriminator, documents)));
    }
    for group in groups {
        reading.group(group, documents);
    }
    let mut composed = reading.finish();
    (composed.identity, composed.name, composed.broken, composed.incomplete) = (identity, name, broken, incomplete);
    composed
}

impl<'a> Reading<'a> {
    fn part(&mut self, part: &Part<'a>) {
        let node = &part.node;
        if node.value.as_bool() == Some(false) && part.beside_null {
            self.composed.types = Types::NONE;
        } else if node.value.as_bool() == Some(false) {
            self.composed.refused = true;
        }
        self.null.allowed |= part.allows_null;
        for (key, value) in members(&node.value) {
            self.keyword(part, &key, value);
        }
        self.items(node);
        if let Some(test) = node.child("if").filter(|test| is_schema(&test.value)) {
            let branch = |key: &str| node.child(key).filter(|branch| is_schema(&branch.value));
            let condition = Condition { test, then: branch("then"), otherwise: branch("else") };
            self.composed.conditions.push(condition);
        }
    }

    fn keyword(&mut self, part: &Part<'a>, key: &str, value: Cow<'a, Value>) {
        let node = &part.node;
        let composed = &mut self.composed;
        let schema = || is_schema(&value).then(|| under(node, key, &value));
        match key {
            "type" => {
                if let Some((types, null)) = Types::read(&value) {
                    composed.types = composed.types.and_named(types);
                    self.says_null(null, part);
                }
            }
            // `nullable` (3.0) and `x-nullable` (2.0) are found in documents of every generation, where they mean nothing
            // else.
            "nullable" | "x-nullable" => self.null.meant |= is_set(&value),
            "enum" => self.listed(values::listed(node).unwrap_or_default(), value.is_array(), part),
            "const" => {
                composed.constant.get_or_insert_with(|| value.clone());
                self.says_null(value.is_null(), part);
            }
            // What is said of one part as a whole would be wrong of all of them together.
            "title" | "default" | "examples" | "example" | "x-example" | "xml" if part.foreign => {}
            "title" => keep(&mut composed.title, text(&value)),
            "description" => keep(&mut composed.description, text(&value)),
            "format" => keep(&mut composed.format, text(&value)),
            "default" => keep(&mut composed.default, Some(value.clone())),
            "examples" | "example" | "x-example" if composed.examples.is_empty() => {
                composed.examples =
                    if value.is_array() && key == "examples" { items(&value) } else { vec![value.clone()] };
            }
            "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf" => {
                composed.range.read(key, &value, &node.value);
            }
            "minLength" => composed.length.raise(&value),
            "maxLength" => composed.length.lower(&value),
            "minItems" => composed.item_count.raise(&value),
            "maxItems" => composed.item_count.lower(&value),
            "minProperties" => composed.property_count.raise(&value),
            "maxProperties" => composed.property_count.lower(&value),
            "uniqueItems" => composed.unique_items |= is_set(&value),
            "pattern" => {
                composed.patterns.extend(text(&value).filter(|pattern| !composed.patterns.contains(pattern)));
            }
            "contentEncoding" => keep(&mut composed.content.encoding, text(&value)),
            "contentMediaType" => keep(&mut composed.content.media_type, text(&value)),
            "contentSchema" => keep(&mut composed.content.schema, schema()),
            "properties" => self.described(node),
            "required" => self.required.extend(texts(&value)),
            "patternProperties" => named_schemas(node, key).into_iter().for_each(|(pattern, schema)| {
                match composed.pattern_properties.iter_mut().find(|known| known.pattern == pattern) {
                    Some(known) => known.parts.push(schema),
                    None => composed.pattern_properties.push(PatternProperties { pattern, parts: vec![schema] }),
                }
            }),
            "additionalProperties" => schema().into_iter().for_each(|one| composed.additional_properties.add(one)),
            "unevaluatedProperties" => schema().into_iter().for_each(|one| composed.unevaluated_properties.add(one)),
            "unevaluatedItems" => schema().into_iter().for_each(|one| composed.unevaluated_items.add(one)),
            "propertyNames" => composed.property_names.extend(schema()),
            "not" => composed.not.extend(schema()),
            "contains" => {
                let count = |key: &str| node.value.get(key).and_then(whole);
                let count = Count { minimum: count("minContains"), maximum: count("maxContains") };
                composed.contains.extend(schema().map(|schema| Contains { schema, count }));
            }
            "dependentRequired" | "dependentSchemas" | "dependencies" => self.dependencies(node, key),
            "readOnly" => composed.read_only |= is_set(&value),
            "writeOnly" => composed.write_only |= is_set(&value),
            "deprecated" | "x-deprecated" => composed.deprecated |= is_set(&value),
            "xml" if value.is_object() => keep(&mut composed.xml, Some(value.clone())),
            "externalDocs" => keep(&mut composed.external_docs, external_docs(&value)),
            _ => {}
        }
    }

    /// A part that names types or values says something of null, unless null is allowed beside it.
    fn says_null(&mut self, allowed: bool, part: &Part<'a>) {
        self.null.allowed |= allowed;
        self.null.refused |= !allowed && !part.beside_null && !part.allows_null;
    }

    fn listed(&mut self, mut listed: Vec<EnumValue<'a>>, is_list: bool, part: &Part<'a>) {
        if !is_list {
            return;
        }
        let all = listed.len();
        listed.retain(|one| !one.value.is_null());
        self.says_null(listed.len() < all, part);
        values::intersect(&mut self.composed.values, listed);
    }

    fn described(&mut self, node: &SchemaNode<'a>) {
        let properties = &mut self.composed.properties;
        for (name, schema) in named_schemas(node, "properties") {
            let position = *self.properties.entry(name.clone()).or_insert(properties.len());
            match properties.get_mut(position) {
                Some(known) => known.parts.push(schema),
                None => properties.push(Property { name, parts: vec![schema], required: false }),
            }
        }
    }

    /// `items` and its companions, which depend on each other's form (2020-12 §10.3.1; draft 4 §5.3.1).
    fn items(&mut self, node: &SchemaNode<'a>) {
        let is_list = node.value.get("items").is_some_and(Value::is_array);
        let (first, rest) = if is_list { ("items", "additionalItems") } else { ("prefixItems", "items") };
        for (index, schema) in listed_schemas(node, first).into_iter().enumerate() {
            match self.composed.prefix_items.get_mut(index) {
                Some(known) => known.push(schema),
                None => self.composed.prefix_items.push(vec![schema]),
            }
        }
        if let Some(rest) = node.child(rest).filter(|rest| is_schema(&rest.value)) {
            self.composed.items.add(rest);
        }
    }

    fn dependencies(&mut self, node: &SchemaNode<'a>, key: &str) {
        let members = node.child(key).map(|holder| members(&holder.value)).unwrap_or_default();
        for (name, needed) in members.into_iter().filter(|(_, needed)| needed.is_array()) {
            let needed = texts(&needed);
            match self.composed.dependent_required.iter_mut().find(|(known, _)| *known == name) {
                Some((_, known)) => known.extend(needed),
                None => self.composed.dependent_required.push((name, needed)),
            }
        }
        self.composed.dependent_schemas.extend(named_schemas(node, key));
    }

    fn group(&mut self, group: Group<'a>, documents: &'a dyn Documents) {
        if group.branches.is_empty() {
            // Every branch is null.
            self.composed.types = Types::NONE;
        } else if let Some(constants) = values::constants(&group.branches, documents) {
            let constants = constants.into_iter().filter(|one| !one.value.is_null()).collect();
            values::intersect(&mut self.composed.values, constants);
        } else {
            let alternatives = alternatives::named(group, self.composed.discriminator.as_ref(), documents);
            self.composed.alternatives.push(alternatives);
        }
    }

    fn finish(self) -> Composed<'a> {
        let Self { mut composed, properties, required, null } = self;
        let nothing = composed.values.as_ref().is_some_and(Vec::is_empty);
        if nothing || composed.constant.as_deref().is_some_and(Value::is_null) {
            composed.types = Types::NONE;
        }
        composed.nullable = null.meant || (null.allowed && !null.refused);
        let mut known = HashSet::new();
        for name in required.into_iter().filter(|name| known.insert(name.clone())) {
            let property = properties.get(&name).and_then(|position| composed.properties.get_mut(*position));
            match property {
                Some(property) => property.required = true,
                None => composed.required.push(name),
            }
        }
        composed
    }
}

fn keep<T>(known: &mut Option<T>, new: Option<T>) {
    if known.is_none() {
        *known = new;
    }
}

fn external_docs<'a>(value: &Cow<'a, Value>) -> Option<ExternalDocs<'a>> {
    let Cow::Borrowed(value) = value else { return None };
    let description = value.get("description").and_then(Value::as_str);
    Some(ExternalDocs { url: value.get("url")?.as_str()?, description })
}

/// What is said where nothing is.
fn empty<'a>() -> Composed<'a> {
    Composed {
        parts: Vec::new(),
        identity: Identity::default(),
        name: None,
        types: Types::ANY,
        nullable: false,
        refused: false,
        title: None,
        description: None,
        format: None,
        values: None,
        constant: None,
        default: None,
        examples: Vec::new(),
        range: Range::default(),
        length: Count::default(),
        patterns: Vec::new(),
        content: Content::default(),
        properties: Vec::new(),
        required: Vec::new(),
        property_count: Count::default(),
        pattern_properties: Vec::new(),
        additional_properties: Rest::Unsaid,
        unevaluated_properties: Rest::Unsaid,
        property_names: Vec::new(),
        dependent_required: Vec::new(),
        dependent_schemas: Vec::new(),
        prefix_items: Vec::new(),
        items: Rest::Unsaid,
        unevaluated_items: Rest::Unsaid,
        contains: Vec::new(),
        item_count: Count::default(),
        unique_items: false,
        not: Vec::new(),
        conditions: Vec::new(),
        alternatives: Vec::new(),
        discriminator: None,
        read_only: false,
        write_only: false,
        deprecated: false,
        xml: None,
        external_docs: None,
        broken: Vec::new(),
        incomplete: false,
    }
}
