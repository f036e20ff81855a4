//! [`Composed`]: what several schemas say of one value.

use super::alternatives::{Alternatives, Discriminator};
use super::bounds::{Count, Range};
use super::identity::Identity;
use super::types::{SchemaType, Types};
use super::values::EnumValue;
use crate::core::openapi::model::{ExternalDocs, SchemaNode};
use crate::core::openapi::reference::Broken;
use serde_json::Value;
use std::borrow::Cow;

/// What all the schemas that apply to one value say together.
///
/// Lists of [`SchemaNode`] are conjunctions too: to be given to [`super::compose`] when the reader goes there.
#[derive(Debug, Clone)]
pub struct Composed<'a> {
    /// The schemas that were put together, nearest first: for whoever needs other keywords of theirs.
    pub parts: Vec<SchemaNode<'a>>,
    /// Which schema this is: equal identities are the same schema, met again.
    pub identity: Identity,
    /// Name of the component it comes from: `Pet` for `#/components/schemas/Pet`.
    pub name: Option<String>,
    /// The types allowed beside null (`type`); [`Types::ANY`] where none is named.
    pub types: Types,
    /// Whether null is allowed in so many words. A schema that names no type allows it too, without saying so.
    pub nullable: bool,
    /// Whether one of the schemas is `false`: nothing is allowed.
    pub refused: bool,
    /// `title`. As for `default`, `examples` and `xml`, not that of a schema that is only one part among others, behind a
    /// reference in `allOf`.
    pub title: Option<Cow<'a, str>>,
    /// `description`: Markdown.
    pub description: Option<Cow<'a, str>>,
    /// `format`.
    pub format: Option<Cow<'a, str>>,
    /// The values allowed beside null, where they are listed: `enum`, or alternatives that are constants.
    pub values: Option<Vec<EnumValue<'a>>>,
    /// `const`.
    pub constant: Option<Cow<'a, Value>>,
    /// `default`.
    pub default: Option<Cow<'a, Value>>,
    /// `examples` and `example` of the nearest schema that has some.
    pub examples: Vec<Cow<'a, Value>>,
    /// Bounds of numbers.
    pub range: Range,
    /// `minLength`, `maxLength`: characters.
    pub length: Count,
    /// `pattern`: regular expressions (ECMA-262) that all match.
    pub patterns: Vec<Cow<'a, str>>,
    /// What a text holds.
    pub content: Content<'a>,
    /// The properties described, in document order.
    pub properties: Vec<Property<'a>>,
    /// Names that `required` asks for and no property describes.
    pub required: Vec<Cow<'a, str>>,
    /// `minProperties`, `maxProperties`.
    pub property_count: Count,
    /// `patternProperties`.
    pub pattern_properties: Vec<PatternProperties<'a>>,
    /// `additionalProperties`.
    pub additional_properties: Rest<'a>,
    /// `unevaluatedProperties`.
    pub unevaluated_properties: Rest<'a>,
    /// `propertyNames`: what names are like.
    pub property_names: Vec<SchemaNode<'a>>,
    /// Names that must be there once another is: `dependentRequired`, `dependencies`.
    pub dependent_required: Vec<(Cow<'a, str>, Vec<Cow<'a, str>>)>,
    /// What applies once a name is there: `dependentSchemas`, `dependencies`.
    pub dependent_schemas: Vec<(Cow<'a, str>, SchemaNode<'a>)>,
    /// What the first items are like, one by one: `prefixItems`, or `items` as a list.
    pub prefix_items: Vec<Vec<SchemaNode<'a>>>,
    /// What the other items are like: `items`, or `additionalItems` after `items` as a list.
    pub items: Rest<'a>,
    /// `unevaluatedItems`.
    pub unevaluated_items: Rest<'a>,
    /// `contains`: items that must be there.
    pub contains: Vec<Contains<'a>>,
    /// `minItems`, `maxItems`.
    pub item_count: Count,
    /// `uniqueItems`.
    pub unique_items: bool,
    /// Schemas the value must not fit (`not`), one by one.
    pub not: Vec<SchemaNode<'a>>,
    /// `if`, `then`, `else`.
    pub conditions: Vec<Condition<'a>>,
    /// `oneOf` and `anyOf`, each of which applies.
    pub alternatives: Vec<Alternatives<'a>>,
    /// The property that tells the alternatives apart.
    pub discriminator: Option<Discriminator<'a>>,
    /// Only in answers.
    pub read_only: bool,
    /// Only in requests.
    pub write_only: bool,
    /// Should no longer be used.
    pub deprecated: bool,
    /// The XML Object, as written.
    pub xml: Option<Cow<'a, Value>>,
    /// More to read.
    pub external_docs: Option<ExternalDocs<'a>>,
    /// References that lead nowhere: what they stand for is missing from all the rest.
    pub broken: Vec<BrokenReference>,
    /// Whether there was too much to read everything.
    pub incomplete: bool,
}

/// A property of an object.
#[derive(Debug, Clone)]
pub struct Property<'a> {
    /// Its name.
    pub name: Cow<'a, str>,
    /// All that describes it.
    pub parts: Vec<SchemaNode<'a>>,
    /// Whether it must be there.
    pub required: bool,
}

/// The properties whose names match a pattern.
#[derive(Debug, Clone)]
pub struct PatternProperties<'a> {
    /// Regular expression (ECMA-262).
    pub pattern: Cow<'a, str>,
    /// All that describes them.
    pub parts: Vec<SchemaNode<'a>>,
}

/// What is said of the properties or items that nothing else describes.
#[derive(Debug, Clone, Default)]
pub enum Rest<'a> {
    /// Nothing: they are allowed.
    #[default]
    Unsaid,
    /// `true`: they are allowed, in so many words.
    Allowed,
    /// `false`: there are none.
    Refused,
    /// They are like this.
    Like(Vec<SchemaNode<'a>>),
}

impl<'a> Rest<'a> {
    /// The schemas they follow; none where they are not described.
    pub fn parts(&self) -> &[SchemaNode<'a>] {
        if let Self::Like(parts) = self { parts } else { &[] }
    }

    pub(super) fn add(&mut self, schema: SchemaNode<'a>) {
        match (&mut *self, schema.value.as_bool()) {
            (Self::Refused, _) | (Self::Like(_), Some(true)) => {}
            (_, Some(false)) => *self = Self::Refused,
            (_, Some(true)) => *self = Self::Allowed,
            (Self::Like(parts), None) => parts.push(schema),
            (_, None) => *self = Self::Like(vec![schema]),
        }
    }
}

/// Items that must be in a list.
#[derive(Debug, Clone)]
pub struct Contains<'a> {
    /// What they are like.
    pub schema: SchemaNode<'a>,
    /// How many there are: at least one unless `minContains` says otherwise.
    pub count: Count,
}

/// What applies depending on whether the value fits a schema.
#[derive(Debug, Clone)]
pub struct Condition<'a> {
    /// `if`.
    pub test: SchemaNode<'a>,
    /// `then`.
    pub then: Option<SchemaNode<'a>>,
    /// `else`.
    pub otherwise: Option<SchemaNode<'a>>,
}

/// What a text holds (Validation §8).
#[derive(Debug, Clone, Default)]
pub struct Content<'a> {
    /// `contentEncoding`: `base64`…
    pub encoding: Option<Cow<'a, str>>,
    /// `contentMediaType`.
    pub media_type: Option<Cow<'a, str>>,
    /// `contentSchema`.
    pub schema: Option<SchemaNode<'a>>,
}

/// A reference that leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokenReference {
    /// As written.
    pub reference: String,
    /// JSON pointer of the schema that holds it.
    pub pointer: String,
    /// Why it leads nowhere.
    pub why: Broken,
}

impl Composed<'_> {
    /// The types the value most likely has: those named, else those of the values listed, else those the other keywords
    /// are about. [`Types::ANY`] where nothing tells.
    pub fn likely_types(&self) -> Types {
        if self.types != Types::ANY {
            return self.types;
        }
        let listed = self.values.iter().flatten().map(|one| Types::of(&one.value));
        let known = listed.chain(self.constant.as_deref().map(Types::of)).fold(Types::NONE, Types::or);
        if !known.is_empty() {
            return known;
        }
        let has = |rest: &Rest<'_>| !matches!(rest, Rest::Unsaid);
        let object = !self.properties.is_empty()
            || !self.required.is_empty()
            || !self.pattern_properties.is_empty()
            || !self.property_names.is_empty()
            || !self.property_count.is_open()
            || has(&self.additional_properties)
            || has(&self.unevaluated_properties)
            || self.discriminator.is_some();
        let array = !self.prefix_items.is_empty()
            || !self.contains.is_empty()
            || !self.item_count.is_open()
            || self.unique_items
            || has(&self.items)
            || has(&self.unevaluated_items);
        let string = !self.length.is_open() || !self.patterns.is_empty() || self.content.encoding.is_some();
        let number = self.range != Range::default();
        let told = [
            (object, SchemaType::Object),
            (array, SchemaType::Array),
            (string, SchemaType::String),
            (number, SchemaType::Number),
        ];
        let told = told.into_iter().filter(|(is, _)| *is).fold(Types::NONE, |sum, (_, one)| sum.with(one));
        if told.is_empty() { Types::ANY } else { told }
    }
}
