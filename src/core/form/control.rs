//! From schemas to what a value is filled in with.

use super::view::{Choice, Control, FieldForm, TextKind};
use crate::core::openapi::schema::compose::{Composed, EnumValue, Identity, Rest, SchemaType, Types, compose};
use crate::core::openapi::schema::describe;
use crate::core::openapi::{Documents, Example, ExampleValue, SchemaNode};
use serde_json::Value;

/// Objects and lists inside one another beyond which a value is typed as JSON: a form as deep helps nobody.
const DEEPEST: usize = 6;

/// Most fields of one form; the rest is typed as JSON.
const FIELDS: usize = 600;

/// Most values to choose from; beyond, one types.
const CHOICES: usize = 500;

/// Most forms to choose from.
const ALTERNATIVES: usize = 30;

/// Longest hint, in characters.
const HINT: usize = 240;

/// Makes the fields of one form, and counts them.
pub(super) struct Fields<'a> {
    documents: &'a dyn Documents,
    left: usize,
    /// The schemas around the field that is made: one that holds itself is typed as JSON.
    above: Vec<Identity>,
}

impl<'a> Fields<'a> {
    pub(super) fn new(documents: &'a dyn Documents) -> Self {
        Self { documents, left: FIELDS, above: Vec::new() }
    }

    /// The first example that holds a value.
    pub(super) fn example(examples: &[Example<'a>]) -> Option<Value> {
        examples.iter().find_map(|example| match &example.value {
            ExampleValue::Data(value) => Some(value.as_ref().clone()),
            ExampleValue::Serialized(_) | ExampleValue::Address(_) => None,
        })
    }

    /// The fields of a body that is a form: an object, whatever else its schema says.
    pub(super) fn form(&mut self, parts: Vec<SchemaNode<'a>>) -> FieldForm {
        let composed = compose(&parts, self.documents);
        let mut field = self.field("", false, parts);
        if !matches!(field.control, Control::Object { .. }) {
            field.control = self.object(&composed);
        }
        if let Control::Object { fields, .. } = &mut field.control {
            for field in fields {
                let property = composed.properties.iter().find(|property| property.name == field.name);
                if let Some(several) = property.and_then(|property| self.files(&property.parts)) {
                    field.control = Control::File { several };
                }
            }
        }
        field
    }

    /// Whether `parts` describe a file (`false`), a list of files (`true`), or no file.
    fn files(&self, parts: &[SchemaNode<'a>]) -> Option<bool> {
        let composed = compose(parts, self.documents);
        if composed.likely_types().single() == Some(SchemaType::Array) {
            return is_file(&compose(composed.items.parts(), self.documents)).then_some(true);
        }
        is_file(&composed).then_some(false)
    }

    /// The field called `name`, which all of `parts` describe.
    pub(super) fn field(&mut self, name: &str, required: bool, parts: Vec<SchemaNode<'a>>) -> FieldForm {
        self.left = self.left.saturating_sub(1);
        let composed = compose(&parts, self.documents);
        let is_inside_itself = self.above.contains(&composed.identity);
        let control = if is_inside_itself || self.above.len() >= DEEPEST || self.left == 0 {
            leaf(&composed)
        } else {
            self.above.push(composed.identity.clone());
            let control = self.control(&composed);
            self.above.pop();
            control
        };
        FieldForm {
            name: name.to_owned(),
            summary: describe::summary(&composed, self.documents),
            hint: plain(composed.description.as_deref().unwrap_or_default()),
            required,
            deprecated: composed.deprecated,
            control,
            default: composed.default.as_deref().cloned(),
            example: composed.examples.first().map(|value| value.as_ref().clone()),
        }
    }

    fn control(&mut self, composed: &Composed<'a>) -> Control {
        let types = composed.likely_types();
        let is_listed = composed.values.is_some() || composed.constant.is_some();
        match types.single() {
            _ if is_listed => leaf(composed),
            Some(SchemaType::Object) if composed.alternatives.is_empty() => self.object(composed),
            Some(SchemaType::Array) => self.list(composed),
            _ if !composed.alternatives.is_empty() => self.alternatives(composed),
            _ => leaf(composed),
        }
    }

    fn object(&mut self, composed: &Composed<'a>) -> Control {
        let mut fields = Vec::new();
        for property in &composed.properties {
            let inside = compose(&property.parts, self.documents);
            // Sent by the server only.
            if inside.read_only {
                continue;
            }
            fields.push(self.field(&property.name, property.required, property.parts.clone()));
        }
        let others = match &composed.additional_properties {
            Rest::Like(parts) => Some(Box::new(self.field("", false, parts.clone()))),
            Rest::Allowed => Some(Box::new(self.field("", false, Vec::new()))),
            Rest::Unsaid if fields.is_empty() => Some(Box::new(self.field("", false, Vec::new()))),
            Rest::Unsaid | Rest::Refused => None,
        };
        Control::Object { fields, others }
    }

    fn list(&mut self, composed: &Composed<'a>) -> Control {
        // Items that differ by position are typed as they are.
        if !composed.prefix_items.is_empty() {
            return Control::Json;
        }
        Control::List { item: Box::new(self.field("", false, composed.items.parts().to_vec())) }
    }

    fn alternatives(&mut self, composed: &Composed<'a>) -> Control {
        let [alternatives] = composed.alternatives.as_slice() else { return leaf(composed) };
        // What stands beside the alternatives holds for each of them.
        let around: Vec<SchemaNode<'a>> = composed.parts.clone();
        let mut forms = Vec::new();
        for branch in alternatives.branches.iter().take(ALTERNATIVES) {
            let mut parts = vec![branch.schema.clone()];
            parts.extend(around.iter().filter(|part| part.value.get("properties").is_some()).cloned());
            let mut form = self.branch(parts);
            form.name = branch.name.clone().unwrap_or_default();
            forms.push(form);
        }
        match forms.len() {
            0 => leaf(composed),
            1 => forms.remove(0).control,
            _ => Control::Alternatives(forms),
        }
    }

    /// A form among several. The alternatives around it are not read again with it.
    fn branch(&mut self, parts: Vec<SchemaNode<'a>>) -> FieldForm {
        let (first, around) = parts.split_at(1);
        let mut field = self.field("", false, first.to_vec());
        if let Control::Object { fields, .. } = &mut field.control {
            for part in around {
                let composed = compose(std::slice::from_ref(part), self.documents);
                for property in &composed.properties {
                    if fields.iter().all(|known| known.name != property.name) {
                        fields.push(self.field(&property.name, property.required, property.parts.clone()));
                    }
                }
            }
        }
        field
    }
}

/// What a value without anything inside is filled in with.
fn leaf(composed: &Composed<'_>) -> Control {
    let constant = composed.constant.as_deref().map(|value| Choice { value: value.clone(), label: String::new() });
    if let Some(constant) = constant {
        return Control::Choice(vec![constant]);
    }
    if let Some(values) = composed.values.as_ref().filter(|values| values.len() <= CHOICES) {
        let choice = |one: &EnumValue<'_>| Choice {
            value: one.value.as_ref().clone(),
            label: one.title.as_deref().or(one.description.as_deref()).map(plain).unwrap_or_default(),
        };
        return Control::Choice(values.iter().map(choice).collect());
    }
    let types = composed.likely_types();
    match types.single() {
        Some(SchemaType::String) => text(composed),
        Some(SchemaType::Boolean) => Control::Boolean,
        Some(SchemaType::Integer) => Control::Number { integer: true },
        Some(SchemaType::Number) => Control::Number { integer: false },
        Some(SchemaType::Object | SchemaType::Array | SchemaType::File) => Control::Json,
        None if types != Types::ANY && types.has(SchemaType::String) => text(composed),
        None => Control::Json,
    }
}

fn text(composed: &Composed<'_>) -> Control {
    let kind = match composed.format.as_deref() {
        Some("password") => TextKind::Password,
        Some("date") => TextKind::Date,
        Some("date-time") => TextKind::DateTime,
        Some("email" | "idn-email") => TextKind::Email,
        Some("uri" | "url" | "iri") => TextKind::Url,
        None if composed.length.maximum.is_some_and(|most| most > 200) => TextKind::Lines,
        Some(_) | None => TextKind::Line,
    };
    Control::Text { kind, shortest: composed.length.minimum, longest: composed.length.maximum }
}

/// Whether a value is the content of a file: bytes as they are, or as Base64.
fn is_file(composed: &Composed<'_>) -> bool {
    let types = composed.likely_types();
    if types.has(SchemaType::File) && types != Types::ANY {
        return true;
    }
    let content = &composed.content;
    let is_binary = matches!(composed.format.as_deref(), Some("binary" | "byte" | "base64"));
    types.has(SchemaType::String) && (is_binary || content.encoding.is_some() || content.media_type.is_some())
}

/// The beginning of a description, as one line without the signs of Markdown.
pub(super) fn plain(description: &str) -> String {
    let first = description.trim().split("\n\n").next().unwrap_or_default();
    let (mut text, mut hidden) = (String::new(), false);
    let mut before = ' ';
    for character in first.chars() {
        match character {
            '`' | '*' | '#' | '[' => {}
            // The address of a link: its words are enough here.
            '(' if before == ']' => hidden = true,
            ')' if hidden => hidden = false,
            ']' => {}
            _ if hidden => {}
            space if space.is_whitespace() => {
                if !text.ends_with(' ') {
                    text.push(' ');
                }
            }
            other => text.push(other),
        }
        before = character;
    }
    let text = text.trim();
    match text.char_indices().nth(HINT) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}
