//! [`write_xml`]: a value as XML, named by the `xml` objects of its schema (OpenAPI 3.0 to 3.2).

use crate::core::i18n::Text;
use crate::core::pointer::tokens;
use crate::core::problem::{Place, Problem};
use crate::core::request::style::scalar;
use serde_json::Value;

/// How many `$ref` and composition steps are followed: more is a loop.
const STEPS: usize = 32;

/// How a schema appears in XML (`nodeType` of OpenAPI 3.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Node {
    Element,
    Attribute,
    Text,
    Cdata,
    Without,
}

/// Writes `value` as an XML document. `$ref` in `schema` point into `schema` itself; `root` names the root element
/// when the schema does not.
pub fn write_xml(value: &Value, schema: &Value, root: &str) -> (String, Vec<Problem>) {
    let mut writer = Writer { schema, text: String::new(), problems: Vec::new() };
    let resolved = writer.resolve(schema);
    let name = match xml(resolved, "name") {
        Some(name) => name.to_owned(),
        None => last_reference(schema).unwrap_or_else(|| root.to_owned()),
    };
    writer.text.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    match value {
        Value::Array(items) => {
            let open = writer.open(&name, resolved, &[]);
            let item_schema = writer.resolve(resolved.get("items").unwrap_or(&Value::Null));
            let item_name = xml(item_schema, "name").unwrap_or("item").to_owned();
            for item in items {
                writer.element(&item_name, item, item_schema, 1);
            }
            if !items.is_empty() {
                writer.break_line(0);
            }
            writer.close(&open);
        }
        value => writer.element(&name, value, resolved, 0),
    }
    writer.text.push('\n');
    (writer.text, writer.problems)
}

fn xml<'a>(schema: &'a Value, key: &str) -> Option<&'a str> {
    schema.get("xml")?.get(key)?.as_str().filter(|text| !text.is_empty())
}

fn last_reference(schema: &Value) -> Option<String> {
    let reference = schema.get("$ref")?.as_str()?;
    tokens(reference.trim_start_matches('#')).last()
}

fn flag(schema: &Value, key: &str) -> bool {
    schema.get("xml").and_then(|xml| xml.get(key)).and_then(Value::as_bool) == Some(true)
}

fn node(schema: &Value, is_array: bool) -> Node {
    match xml(schema, "nodeType") {
        Some("attribute") => Node::Attribute,
        Some("text") => Node::Text,
        Some("cdata") => Node::Cdata,
        Some("none") => Node::Without,
        Some("element") => Node::Element,
        _ if flag(schema, "attribute") => Node::Attribute,
        _ if is_array && !flag(schema, "wrapped") => Node::Without,
        _ => Node::Element,
    }
}

/// Text as it stands in an element.
pub(super) fn escape(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    // A bare carriage return is read as a line feed.
    text.replace('\r', "&#13;")
}

struct Writer<'a> {
    schema: &'a Value,
    text: String,
    problems: Vec<Problem>,
}

impl<'a> Writer<'a> {
    /// Follows `$ref` inside the schema.
    fn resolve(&self, mut schema: &'a Value) -> &'a Value {
        for _ in 0..STEPS {
            let Some(reference) = schema.get("$ref").and_then(Value::as_str) else { break };
            let target = reference.strip_prefix('#').and_then(|pointer| self.schema.pointer(pointer));
            match target {
                Some(target) => schema = target,
                None => break,
            }
        }
        schema
    }

    /// The schema of the member `name`, looked for through compositions.
    fn property(&self, schema: &'a Value, name: &str, steps: usize) -> Option<&'a Value> {
        let schema = self.resolve(schema);
        if let Some(found) = schema.get("properties").and_then(|properties| properties.get(name)) {
            return Some(self.resolve(found));
        }
        let steps = steps.checked_sub(1)?;
        let branches = ["allOf", "oneOf", "anyOf"].into_iter().filter_map(|key| schema.get(key)?.as_array()).flatten();
        branches.filter_map(|branch| self.property(branch, name, steps)).next()
    }

    fn member(&self, schema: &'a Value, name: &str) -> &'a Value {
        // Four compositions deep is more than schemas have, and bounds the search.
        let found = self.property(schema, name, 4);
        found.or_else(|| schema.get("additionalProperties")).map_or(&Value::Null, |found| self.resolve(found))
    }

    fn element(&mut self, name: &str, value: &Value, schema: &'a Value, depth: usize) {
        let mut attributes = Vec::new();
        if let Value::Object(members) = value {
            for (member, value) in members {
                let member_schema = self.member(schema, member);
                if node(member_schema, value.is_array()) == Node::Attribute && !value.is_null() {
                    let text = value
                        .as_array()
                        .map_or_else(|| scalar(value), |items| items.iter().map(scalar).collect::<Vec<_>>().join(" "));
                    attributes.push((qualified(member, member_schema), text, namespace(member_schema)));
                }
            }
        }
        if value.is_null() {
            attributes.push(("xsi:nil".to_owned(), "true".to_owned(), None));
            attributes.push(("xmlns:xsi".to_owned(), "http://www.w3.org/2001/XMLSchema-instance".to_owned(), None));
        }
        if depth > 0 {
            self.break_line(depth);
        }
        let open = self.open(name, schema, &attributes);
        let before = self.text.len();
        self.content(name, value, schema, depth);
        if matches!(value, Value::Object(_) | Value::Array(_)) && self.text.get(before..).is_some_and(ends_in_element) {
            self.break_line(depth);
        }
        self.close(&open);
    }

    fn content(&mut self, name: &str, value: &Value, schema: &'a Value, depth: usize) {
        match value {
            Value::Null => {}
            Value::Object(members) => {
                for (member, value) in members {
                    let member_schema = self.member(schema, member);
                    match node(member_schema, value.is_array()) {
                        Node::Attribute => {}
                        Node::Text => self.push_text(&scalar(value)),
                        Node::Cdata => self.push_cdata(&scalar(value)),
                        Node::Without => self.content(member, value, member_schema, depth),
                        Node::Element => {
                            let name = xml(member_schema, "name").unwrap_or(member).to_owned();
                            self.element(&name, value, member_schema, depth + 1);
                        }
                    }
                }
            }
            Value::Array(items) => {
                let item_schema = self.resolve(schema.get("items").unwrap_or(&Value::Null));
                let name = xml(item_schema, "name").unwrap_or(name).to_owned();
                for item in items {
                    self.element(&name, item, item_schema, depth + 1);
                }
            }
            value if xml(schema, "nodeType") == Some("cdata") => self.push_cdata(&scalar(value)),
            value => self.push_text(&scalar(value)),
        }
    }

    /// Opens an element; gives its qualified name.
    fn open(&mut self, name: &str, schema: &Value, attributes: &[(String, String, Option<String>)]) -> String {
        let name = qualified_name(name, xml(schema, "prefix"));
        self.check_name(&name);
        self.text.push_str(&format!("<{name}"));
        let own = namespace(schema).into_iter();
        let mut declared: Vec<String> = Vec::new();
        for declaration in own.chain(attributes.iter().filter_map(|(_, _, namespace)| namespace.clone())) {
            if !declared.contains(&declaration) {
                self.text.push_str(&format!(" {declaration}"));
                declared.push(declaration);
            }
        }
        for (name, value, _) in attributes {
            self.check_name(name);
            let value = self.escape(value).replace('"', "&quot;").replace('\n', "&#10;").replace('\t', "&#9;");
            self.text.push_str(&format!(" {name}=\"{value}\""));
        }
        self.text.push('>');
        name
    }

    fn close(&mut self, name: &str) {
        self.text.push_str(&format!("</{name}>"));
    }

    fn push_text(&mut self, text: &str) {
        let text = self.escape(text);
        self.text.push_str(&text);
    }

    fn push_cdata(&mut self, text: &str) {
        let text = self.allowed(text).replace("]]>", "]]]]><![CDATA[>");
        self.text.push_str(&format!("<![CDATA[{text}]]>"));
    }

    fn escape(&mut self, text: &str) -> String {
        escape(&self.allowed(text))
    }

    /// The text without the characters XML 1.0 cannot carry at all.
    fn allowed(&mut self, text: &str) -> String {
        let is_allowed = |character: char| {
            let is_control = character.is_ascii_control() && !"\t\r\n\u{7f}".contains(character);
            !is_control && !matches!(character, '\u{fffe}' | '\u{ffff}')
        };
        if !text.chars().all(is_allowed) {
            let what = Text::new(
                "Le texte contient un caractère que XML ne peut pas transporter\u{202f}: il est retiré.",
                "The text holds a character that XML cannot carry: it is removed.",
            );
            let mend = Text::new("Retirez les caractères de contrôle.", "Remove control characters.");
            self.warn("xml-character", what, mend);
        }
        text.chars().filter(|character| is_allowed(*character)).collect()
    }

    fn check_name(&mut self, name: &str) {
        let good = name.starts_with(|first: char| first.is_alphabetic() || first == '_')
            && name.chars().all(|character| character.is_alphanumeric() || "_-.:·".contains(character));
        if !good {
            let what = Text::new(
                format!("«\u{202f}{name}\u{202f}» n’est pas un nom d’élément XML."),
                format!("`{name}` is not the name of an XML element."),
            );
            let mend = Text::new(
                "Demandez au producteur de donner un nom dans l’objet «\u{202f}xml\u{202f}» du schéma, ou écrivez le corps vous-même.",
                "Ask the producer to give a name in the `xml` object of the schema, or write the body yourself.",
            );
            self.warn("xml-name", what, mend);
        }
    }

    fn warn(&mut self, code: &'static str, what: Text, mend: Text) {
        if self.problems.iter().all(|problem| problem.what != what) {
            self.problems.push(Problem::warning(code, Place::default().at_pointer("/body"), what, mend));
        }
    }

    fn break_line(&mut self, depth: usize) {
        self.text.push('\n');
        self.text.push_str(&"  ".repeat(depth));
    }
}

/// Whether what was written ends with an element: only then may white space follow without changing a text.
fn ends_in_element(content: &str) -> bool {
    content.starts_with('\n') && content.ends_with('>') && !content.ends_with("]]>")
}

fn qualified(member: &str, schema: &Value) -> String {
    qualified_name(xml(schema, "name").unwrap_or(member), xml(schema, "prefix"))
}

fn qualified_name(name: &str, prefix: Option<&str>) -> String {
    prefix.map_or_else(|| name.to_owned(), |prefix| format!("{prefix}:{name}"))
}

/// The declaration of the namespace of a schema: `xmlns:p="…"`.
fn namespace(schema: &Value) -> Option<String> {
    let address = xml(schema, "namespace")?.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    let prefix = xml(schema, "prefix").map(|prefix| format!(":{prefix}")).unwrap_or_default();
    Some(format!("xmlns{prefix}=\"{address}\""))
}
