//! Schemas of the resources, and examples of what they describe.

use super::Generation;
use super::random::Random;
use super::words;
use serde_json::{Map, Value, json};

/// How deep objects are written inside objects.
const NESTING: usize = 3;

/// Writes schemas in the words of one generation.
pub(super) struct Schemas<'a> {
    pub(super) generation: Generation,
    pub(super) random: &'a mut Random,
    /// Names of the resources that schemas refer to.
    pub(super) names: &'a [String],
}

/// A schema and a value that fits it.
struct Sampled {
    schema: Value,
    sample: Value,
}

impl Schemas<'_> {
    /// The schemas of the resource `name`: short form, whole, input, events.
    pub(super) fn resource(&mut self, name: &str, schemas: &mut Map<String, Value>, examples: &mut Map<String, Value>) {
        let count = 14 + self.random.below(9);
        let short = self.object(name, count, NESTING);
        let count = 14 + self.random.below(9);
        let mut more = self.object(name, count, NESTING);
        // A resource holds others of its kind: real schemas are full of circles.
        if let Some(properties) = more.schema.get_mut("properties").and_then(Value::as_object_mut) {
            properties.insert("parent".to_owned(), self.nullable_reference(name));
            properties.insert("owner".to_owned(), self.nullable_reference("simple-user"));
            let children = json!({ "type": "array", "items": reference(&format!("{name}-simple")), "maxItems": 100 });
            properties.insert("children".to_owned(), children);
        }
        let mut whole = short.sample.clone();
        if let (Some(whole), Value::Object(members)) = (whole.as_object_mut(), more.sample) {
            whole.extend(members);
            whole.insert("parent".to_owned(), Value::Null);
        }
        let description = words::sentences(self.random, 2);
        schemas.insert(format!("{name}-simple"), short.schema);
        schemas.insert(
            name.to_owned(),
            json!({ "title": name, "description": description, "allOf": [reference(&format!("{name}-simple")), more.schema] }),
        );
        let count = 6 + self.random.below(6);
        let input = self.object(name, count, 1);
        schemas.insert(format!("{name}-input"), input.schema);
        self.events(name, schemas);
        examples.insert(format!("{name}-input"), json!({ "summary": "A usual request", "value": input.sample }));
        examples.insert(format!("{name}-items"), json!({ "value": [short.sample] }));
        examples.insert(name.to_owned(), json!({ "summary": "A usual answer", "value": whole }));
    }

    fn events(&mut self, name: &str, schemas: &mut Map<String, Value>) {
        let actions = ["created", "edited", "deleted"];
        let mut mapping = Map::new();
        let mut choices = Vec::new();
        for action in actions {
            let own = format!("{name}-{action}");
            let count = 2 + self.random.below(4);
            let mut added = self.object(name, count, 1).schema;
            if let Some(properties) = added.get_mut("properties").and_then(Value::as_object_mut) {
                properties.insert("action".to_owned(), self.constant(action));
                properties.insert("subject".to_owned(), reference(name));
            }
            schemas.insert(own.clone(), json!({ "title": own, "allOf": [reference("base-event"), added] }));
            choices.push(reference(&own));
            mapping.insert(action.to_owned(), Value::from(format!("#/components/schemas/{own}")));
        }
        let discriminator = json!({ "propertyName": "action", "mapping": mapping });
        schemas.insert(format!("{name}-event"), json!({ "oneOf": choices, "discriminator": discriminator }));
    }

    fn object(&mut self, name: &str, count: usize, depth: usize) -> Sampled {
        let mut properties = Map::new();
        let mut sample = Map::new();
        for _ in 0..count {
            let key = words::property(self.random);
            if !properties.contains_key(&key) {
                let Sampled { schema, sample: value } = self.property(depth);
                properties.insert(key.clone(), schema);
                sample.insert(key, value);
            }
        }
        let required: Vec<_> = properties.keys().filter(|_| self.random.chance(60)).cloned().collect();
        let mut schema = json!({ "title": name, "type": "object", "properties": properties });
        // Draft 4 refuses an empty list.
        if !required.is_empty() {
            schema["required"] = Value::from(required);
        }
        Sampled { schema, sample: Value::Object(sample) }
    }

    fn property(&mut self, depth: usize) -> Sampled {
        let kind = self.random.below(if depth > 0 { 14 } else { 10 });
        let (mut schema, sample) = match kind {
            0 | 1 => (json!({ "type": "string" }), json!(words::sentences(self.random, 1))),
            2 => {
                let address =
                    format!("https://api.example.com/{}/{}", words::word(self.random), self.random.below(9_999));
                (json!({ "type": "string", "format": "uri" }), json!(address))
            }
            3 => {
                let date = format!(
                    "20{}-0{}-1{}T09:30:00Z",
                    10 + self.random.below(15),
                    1 + self.random.below(9),
                    self.random.below(9)
                );
                (json!({ "type": "string", "format": "date-time" }), json!(date))
            }
            4 => (self.integer(), json!(1 + self.random.below(1_000_000))),
            5 => (json!({ "type": "boolean", "default": false }), json!(self.random.chance(50))),
            6 => {
                let values = ["all", "none", "mine", "team"];
                (json!({ "type": "string", "enum": values, "default": "all" }), json!(self.random.pick(&values)))
            }
            7 => (
                json!({ "type": "string", "pattern": "^[a-z0-9_-]+$", "minLength": 1, "maxLength": 100 }),
                json!(words::property(self.random)),
            ),
            8 => (
                json!({ "type": "array", "items": { "type": "string" }, "uniqueItems": true }),
                json!([words::word(self.random)]),
            ),
            9 => (
                json!({ "type": "object", "additionalProperties": { "type": "string" } }),
                json!({ words::word(self.random): "x" }),
            ),
            10 => {
                let other = self.random.below(self.names.len());
                let name = self.names.get(other).map_or("simple-user", String::as_str);
                return Sampled { schema: reference(&format!("{name}-simple")), sample: json!({}) };
            }
            11 => return Sampled { schema: self.nullable_reference("simple-user"), sample: Value::Null },
            12 => {
                let items = self.object("item", 4, depth - 1);
                (json!({ "type": "array", "items": items.schema }), json!([items.sample]))
            }
            _ => {
                let Sampled { schema, sample } = self.object("part", 5, depth - 1);
                (schema, sample)
            }
        };
        if self.random.chance(60) {
            let count = 1 + self.random.below(2);
            schema["description"] = json!(words::sentences(self.random, count));
        }
        if kind < 5 && self.random.chance(30) {
            self.make_nullable(&mut schema);
        } else if kind < 4 && self.random.chance(40) {
            match self.generation {
                Generation::V3_0 => schema["example"] = sample.clone(),
                Generation::V3_1 => schema["examples"] = json!([sample]),
            }
        }
        Sampled { schema, sample }
    }

    fn integer(&mut self) -> Value {
        match self.generation {
            Generation::V3_0 => json!({ "type": "integer", "minimum": 0, "exclusiveMinimum": true }),
            Generation::V3_1 => json!({ "type": "integer", "exclusiveMinimum": 0 }),
        }
    }

    fn constant(&self, value: &str) -> Value {
        match self.generation {
            Generation::V3_0 => json!({ "type": "string", "enum": [value] }),
            Generation::V3_1 => json!({ "type": "string", "const": value }),
        }
    }

    fn make_nullable(&self, schema: &mut Value) {
        match self.generation {
            Generation::V3_0 => schema["nullable"] = Value::Bool(true),
            Generation::V3_1 => schema["type"] = json!([schema["type"], "null"]),
        }
    }

    fn nullable_reference(&self, name: &str) -> Value {
        match self.generation {
            Generation::V3_0 => json!({ "nullable": true, "allOf": [reference(name)] }),
            Generation::V3_1 => json!({ "anyOf": [{ "type": "null" }, reference(name)] }),
        }
    }
}

/// A reference to a shared schema.
pub(super) fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}
