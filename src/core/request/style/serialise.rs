//! [`serialise`]: a value, written in the style of its parameter.

use super::flat::{Flat, ascii_json, flatten, scalar};
use super::{Location, ParameterShape, Pieces, Style};
use crate::core::i18n::Text;
use crate::core::problem::Problem;
use crate::core::request::percent::{self, Set};
use serde_json::Value;

/// Writes `value` as `shape` asks. `None` is a parameter that is not given; JSON `null` and the empty string are
/// values. What the specification leaves open is written in the most common way, and said.
pub fn serialise(shape: &ParameterShape, value: Option<&Value>) -> (Pieces, Vec<Problem>) {
    let Some(value) = value else {
        return (Pieces::Absent, Vec::new());
    };
    if shape.content_type.is_some() || shape.location == Location::Querystring {
        return (content(shape, value), Vec::new());
    }
    let mut writer = Writer { shape, problems: Vec::new() };
    let pieces = writer.write(value);
    (pieces, writer.problems)
}

/// A parameter described by `content`: the media type decides, then the place encodes.
fn content(shape: &ParameterShape, value: &Value) -> Pieces {
    let media = shape.content_type.as_deref().unwrap_or("application/x-www-form-urlencoded");
    let media = media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let is_json = media.ends_with("/json") || media.ends_with("+json");
    if shape.location == Location::Querystring {
        return Pieces::Text(match value {
            Value::Object(members) if !is_json => {
                let pairs = members.iter().flat_map(|(name, value)| match value {
                    Value::Array(items) => items.iter().map(|item| (name, item)).collect(),
                    value => vec![(name, value)],
                });
                let pairs = pairs.map(|(name, value)| {
                    format!("{}={}", percent::encode_form(name), percent::encode_form(&scalar(value)))
                });
                pairs.collect::<Vec<_>>().join("&")
            }
            // A query the person wrote as a whole keeps what they already encoded.
            Value::String(text) if !is_json => percent::encode(text, Set::ReservedInQuery),
            value => percent::encode(&value.to_string(), Set::Unreserved),
        });
    }
    let text = match (is_json, shape.location) {
        (true, Location::Header) => ascii_json(&value.to_string()),
        (true, _) => value.to_string(),
        (false, _) => scalar(value),
    };
    match shape.location {
        Location::Path => Pieces::Text(percent::encode(&text, Set::Unreserved)),
        Location::Header | Location::Querystring => Pieces::Text(text),
        Location::Query => pair(percent::encode(&shape.name, Set::Unreserved), percent::encode(&text, Set::Unreserved)),
        Location::Cookie => pair(shape.name.clone(), percent::encode(&text, Set::Unreserved)),
    }
}

fn pair(name: String, value: String) -> Pieces {
    Pieces::Pairs(vec![(name, value)])
}

struct Writer<'a> {
    shape: &'a ParameterShape,
    problems: Vec<Problem>,
}

impl Writer<'_> {
    fn write(&mut self, value: &Value) -> Pieces {
        if self.shape.style == Style::DeepObject {
            if let Value::Object(members) = value {
                let mut pairs = Vec::new();
                for (name, value) in members {
                    self.deep(format!("{}[{name}]", self.shape.name), value, 1, &mut pairs);
                }
                return if pairs.is_empty() { Pieces::Absent } else { Pieces::Pairs(pairs) };
            }
            self.warn_unfit();
        }
        let (flat, lost) = flatten(value);
        if lost.null || flat == Flat::Null {
            self.warn_null();
        }
        if lost.nested {
            self.warn_nested();
        }
        let is_collection = matches!(flat, Flat::List(_) | Flat::Members(_));
        if self.delimiter().is_some() && (self.shape.explode || !is_collection) {
            self.warn_unfit();
        }
        match self.shape.location {
            Location::Path => self.path(flat),
            Location::Header => self.header(flat),
            Location::Query | Location::Cookie | Location::Querystring => self.pairs(flat),
        }
    }

    /// The delimiter of a non-exploded list, encoded, when it is not the comma.
    fn delimiter(&self) -> Option<&'static str> {
        match self.shape.style {
            Style::SpaceDelimited => Some("%20"),
            Style::TabDelimited => Some("%09"),
            Style::PipeDelimited => Some("%7C"),
            _ => None,
        }
    }

    fn encode(&self, text: &str) -> String {
        let set = match (self.shape.allow_reserved, self.shape.location) {
            (_, Location::Header) => return text.to_owned(),
            (_, Location::Cookie) if self.shape.style == Style::Cookie => return text.to_owned(),
            (true, Location::Path) => Set::ReservedInPath,
            (true, Location::Query) => Set::ReservedInQuery,
            _ => Set::Unreserved,
        };
        percent::encode(text, set)
    }

    fn name(&self, name: &str) -> String {
        match self.shape.style {
            Style::Cookie if self.shape.location == Location::Cookie => name.to_owned(),
            _ => percent::encode(name, Set::Unreserved),
        }
    }

    /// Items, or members as `name{between}value`, in one text. `None`: nothing to write (RFC 6570 §2.3).
    fn joined(&self, flat: &Flat, separator: &str, between: &str) -> Option<String> {
        let texts: Vec<_> = match flat {
            Flat::Null => vec![String::new()],
            Flat::Text(text) => vec![self.encode(text)],
            Flat::List(items) => items.iter().map(|item| self.encode(item)).collect(),
            Flat::Members(members) => members
                .iter()
                .map(|(name, value)| format!("{}{between}{}", self.encode(name), self.encode(value)))
                .collect(),
        };
        (!texts.is_empty()).then(|| texts.join(separator))
    }

    fn path(&self, flat: Flat) -> Pieces {
        let explode = self.shape.explode;
        let between = if explode { "=" } else { "," };
        let text = match self.shape.style {
            Style::Label => self.joined(&flat, if explode { "." } else { "," }, between).map(|text| format!(".{text}")),
            Style::Matrix => self.matrix(&flat),
            _ => match self.delimiter() {
                Some(delimiter) => self.joined(&flat, delimiter, delimiter),
                None => self.joined(&flat, ",", between),
            },
        };
        text.map_or(Pieces::Absent, Pieces::Text)
    }

    fn matrix(&self, flat: &Flat) -> Option<String> {
        // RFC 6570 §3.2.7: an empty value has no `=`.
        let expression = |name: &str, value: String| match value.as_str() {
            "" => format!(";{}", self.name(name)),
            value => format!(";{}={value}", self.name(name)),
        };
        let name = self.shape.name.as_str();
        let texts: Vec<_> = match flat {
            Flat::List(items) if self.shape.explode => {
                items.iter().map(|item| expression(name, self.encode(item))).collect()
            }
            Flat::Members(members) if self.shape.explode => {
                members.iter().map(|(member, value)| expression(member, self.encode(value))).collect()
            }
            flat => return self.joined(flat, ",", ",").map(|text| expression(name, text)),
        };
        (!texts.is_empty()).then(|| texts.concat())
    }

    fn header(&self, flat: Flat) -> Pieces {
        let between = if self.shape.explode { "=" } else { "," };
        // OpenAPI 2.0 allows the other delimiters in headers, where nothing is percent-encoded.
        let text = match self.shape.style {
            Style::SpaceDelimited => self.joined(&flat, " ", " "),
            Style::TabDelimited => self.joined(&flat, "\t", "\t"),
            Style::PipeDelimited => self.joined(&flat, "|", "|"),
            _ => self.joined(&flat, ",", between),
        };
        text.map_or(Pieces::Absent, Pieces::Text)
    }

    fn pairs(&self, flat: Flat) -> Pieces {
        let name = self.name(&self.shape.name);
        let pairs: Vec<_> = match &flat {
            Flat::List(items) if self.shape.explode => {
                items.iter().map(|item| (name.clone(), self.encode(item))).collect()
            }
            Flat::Members(members) if self.shape.explode => {
                members.iter().map(|(member, value)| (self.name(member), self.encode(value))).collect()
            }
            flat => {
                let delimiter = self.delimiter().unwrap_or(",");
                self.joined(flat, delimiter, delimiter).map(|text| (name.clone(), text)).into_iter().collect()
            }
        };
        match pairs.is_empty() {
            true if self.shape.allow_empty_value => pair(name, String::new()),
            true => Pieces::Absent,
            false => Pieces::Pairs(pairs),
        }
    }

    /// `deepObject` below its first level: brackets, a repeated name for lists of texts, an index otherwise.
    fn deep(&mut self, name: String, value: &Value, depth: usize, pairs: &mut Vec<(String, String)>) {
        if depth == 2 || value.is_array() {
            self.warn_deep();
        }
        match value {
            Value::Null => self.warn_null(),
            Value::Object(members) => {
                for (member, value) in members {
                    self.deep(format!("{name}[{member}]"), value, depth + 1, pairs);
                }
            }
            Value::Array(items) => {
                let nested = items.iter().any(|item| item.is_array() || item.is_object());
                for (index, item) in items.iter().enumerate() {
                    let name = if nested { format!("{name}[{index}]") } else { name.clone() };
                    self.deep(name, item, depth + 1, pairs);
                }
            }
            value => pairs.push((self.name(&name), self.encode(&scalar(value)))),
        }
    }

    fn warn(&mut self, code: &'static str, what: Text, mend: Text) {
        if self.problems.iter().all(|problem| problem.code != code) {
            self.problems.push(Problem::warning(code, self.shape.place(), what, mend));
        }
    }

    fn warn_null(&mut self) {
        let name = &self.shape.name;
        let what = Text::new(
            format!("«\u{202f}{name}\u{202f}» contient null, qui n’a pas d’écriture dans un paramètre."),
            format!("`{name}` holds null, which a parameter cannot write."),
        );
        let mend = Text::new(
            "Seul, null est envoyé comme un texte vide\u{202f}; dans une liste ou un objet, il est omis. Retirez la valeur pour \
             ne rien envoyer.",
            "Alone, null is sent as an empty text; in a list or an object, it is left out. Remove the value to send nothing.",
        );
        self.warn("null-in-parameter", what, mend);
    }

    fn warn_nested(&mut self) {
        let name = &self.shape.name;
        let what = Text::new(
            format!(
                "«\u{202f}{name}\u{202f}» contient une liste ou un objet imbriqué\u{202f}: ce style ne le prévoit pas."
            ),
            format!("`{name}` holds a nested list or object: this style does not provide for it."),
        );
        let mend = Text::new(
            "La partie imbriquée est envoyée en JSON. Demandez au producteur d’écrire la forme attendue.",
            "The nested part is sent as JSON. Ask the producer which form they expect.",
        );
        self.warn("nested-in-parameter", what, mend);
    }

    fn warn_deep(&mut self) {
        let name = &self.shape.name;
        let what = Text::new(
            format!(
                "«\u{202f}{name}\u{202f}» a plusieurs niveaux\u{202f}: OpenAPI ne définit deepObject que pour un seul."
            ),
            format!("`{name}` has several levels: OpenAPI defines deepObject for one only."),
        );
        let mend = Text::new(
            "La forme à crochets la plus courante est envoyée\u{202f}: nom[a][b]=1. Vérifiez que le serveur la lit.",
            "The most common bracket form is sent: name[a][b]=1. Check that the server reads it.",
        );
        self.warn("nested-deep-object", what, mend);
    }

    fn warn_unfit(&mut self) {
        let name = &self.shape.name;
        let what = Text::new(
            format!("Le style de «\u{202f}{name}\u{202f}» n’est pas défini pour cette valeur."),
            format!("The style of `{name}` is not defined for this value."),
        );
        let mend = Text::new(
            "La valeur est envoyée comme dans le style «\u{202f}form\u{202f}». Demandez au producteur de corriger la description.",
            "The value is sent as in the `form` style. Ask the producer to mend the description.",
        );
        self.warn("style-does-not-fit", what, mend);
    }
}
