//! [`Types`]: sets of JSON types.

use serde_json::Value;

/// A JSON type (JSON Schema 2020-12 Validation §6.1.1). `null` is apart: [`super::Composed::nullable`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SchemaType {
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Integer,
    /// Any number.
    Number,
    /// A text.
    String,
    /// A list.
    Array,
    /// Names with values.
    Object,
    /// The content of a file (OpenAPI 2.0).
    File,
}

impl SchemaType {
    /// Every type, with its name in schemas.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Boolean, "boolean"),
        (Self::Integer, "integer"),
        (Self::Number, "number"),
        (Self::String, "string"),
        (Self::Array, "array"),
        (Self::Object, "object"),
        (Self::File, "file"),
    ];

    /// Its name in schemas.
    pub fn id(self) -> &'static str {
        Self::ALL.iter().find(|(one, _)| *one == self).map_or("", |(_, name)| name)
    }

    fn bits(self) -> u8 {
        match self {
            Self::Boolean => 1,
            Self::Integer => 2,
            // Every whole number is a number.
            Self::Number => 2 | 4,
            Self::String => 8,
            Self::Array => 16,
            Self::Object => 32,
            Self::File => 64,
        }
    }
}

/// A set of types; one that holds [`SchemaType::Number`] holds [`SchemaType::Integer`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Types(u8);

impl Types {
    /// No type.
    pub const NONE: Self = Self(0);
    /// Every type of JSON: what a schema that names none allows.
    pub const ANY: Self = Self(63);

    /// The types a `type` keyword names; `None` where it names none that is known. Whether `null` is among them.
    pub(super) fn read(value: &Value) -> Option<(Self, bool)> {
        let names = match value {
            Value::Array(items) => items.as_slice(),
            one => std::slice::from_ref(one),
        };
        let names = names.iter().filter_map(Value::as_str);
        names.fold(None, |sum, name| {
            let (types, null) = sum.unwrap_or((Self::NONE, false));
            match SchemaType::ALL.iter().find(|(_, known)| *known == name) {
                Some((one, _)) => Some((types.with(*one), null)),
                None if name == "null" => Some((types, true)),
                None => sum,
            }
        })
    }

    /// The type of a value; none for null.
    pub(super) fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::NONE,
            Value::Bool(_) => SchemaType::Boolean.into(),
            Value::Number(number) if number.is_f64() => SchemaType::Number.into(),
            Value::Number(_) => SchemaType::Integer.into(),
            Value::String(_) => SchemaType::String.into(),
            Value::Array(_) => SchemaType::Array.into(),
            Value::Object(_) => SchemaType::Object.into(),
        }
    }

    /// The set with one more type.
    #[must_use]
    pub fn with(self, one: SchemaType) -> Self {
        Self(self.0 | one.bits())
    }

    /// The types of either set.
    #[must_use]
    pub(super) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The types of both sets; `file`, which is no type of JSON, where nothing was named before.
    #[must_use]
    pub(super) fn and_named(self, named: Self) -> Self {
        if self == Self::ANY { named } else { self.and(named) }
    }

    /// The types of both sets.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether the set holds `one`.
    pub fn has(self, one: SchemaType) -> bool {
        self.0 & one.bits() == one.bits()
    }

    /// Whether no value but null has a type of the set.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The types, integer left out where any number will do.
    pub fn iter(self) -> impl Iterator<Item = SchemaType> {
        let whole = move |one: SchemaType| one == SchemaType::Integer && self.has(SchemaType::Number);
        SchemaType::ALL.into_iter().map(|(one, _)| one).filter(move |one| self.has(*one) && !whole(*one))
    }

    /// The one type of the set; `None` where there are several or none.
    pub fn single(self) -> Option<SchemaType> {
        let mut types = self.iter();
        types.next().filter(|_| types.next().is_none())
    }
}

impl From<SchemaType> for Types {
    fn from(one: SchemaType) -> Self {
        Self(one.bits())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn type_keywords() {
        for (written, expected) in [
            (json!("string"), Some((vec!["string"], false))),
            (json!(["integer", "null"]), Some((vec!["integer"], true))),
            (json!(["integer", "number", "file"]), Some((vec!["number", "file"], false))),
            (json!("null"), Some((vec![], true))),
            (json!(["text", 3, "array"]), Some((vec!["array"], false))),
            (json!("text"), None),
            (json!([]), None),
            (json!({}), None),
        ] {
            let read = Types::read(&written);
            let read = read.map(|(types, null)| (types.iter().map(SchemaType::id).collect::<Vec<_>>(), null));
            assert_eq!(read, expected, "{written}");
        }
    }

    #[test]
    fn whole_numbers_are_numbers() {
        let both = Types::from(SchemaType::Number).and(SchemaType::Integer.into());
        assert_eq!(both.single(), Some(SchemaType::Integer));
        assert_eq!(Types::ANY.and(Types::of(&json!(1.5))).single(), Some(SchemaType::Number));
        assert_eq!(Types::ANY.single(), None);
        assert!(Types::from(SchemaType::String).and(SchemaType::Array.into()).is_empty());
        assert!(!Types::ANY.has(SchemaType::File));
    }
}
