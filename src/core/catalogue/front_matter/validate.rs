//! Compares a value with its shape: every difference is a problem with its line, and what is wrong is dropped.

use super::shape::{Field, Shape};
use crate::core::address::{Email, HttpUrl};
use crate::core::catalogue::SecureUrl;
use crate::core::date::Date;
use crate::core::i18n::Text;
use crate::core::id::Slug;
use crate::core::path::RelativePath;
use crate::core::pointer;
use crate::core::problem::{Place, Problem, Severity};
use crate::core::search::{distance, fold};
use crate::core::yaml::Yaml;
use serde_json::{Map, Value};

/// The part of a document that fits `shape` (`None` when nothing does), and what does not.
pub(super) fn validate(shape: &Shape, yaml: &Yaml, file: &str) -> (Option<Value>, Vec<Problem>) {
    let mut validator = Validator { yaml, file, problems: Vec::new() };
    let clean = validator.value(&yaml.value, shape, &mut String::new());
    (clean, validator.problems)
}

struct Validator<'a> {
    yaml: &'a Yaml,
    file: &'a str,
    problems: Vec<Problem>,
}

impl Validator<'_> {
    fn value(&mut self, value: &Value, shape: &Shape, pointer: &mut String) -> Option<Value> {
        match (shape, value) {
            (Shape::Object(fields), Value::Object(entries)) => Some(self.object(entries, fields, pointer)),
            (Shape::Tagged(key, kinds), Value::Object(entries)) => self.tagged(entries, key, kinds, pointer),
            (Shape::List(item, least), Value::Array(values)) => self.list(values, item, *least, pointer),
            (Shape::Object(_) | Shape::Tagged(..) | Shape::List(..), other) => self.wrong(shape, other, pointer),
            (Shape::Flag, Value::Bool(_)) => Some(value.clone()),
            (Shape::Integer(least, most), Value::Number(number)) => {
                let fits =
                    number.as_u64().is_some_and(|number| (u64::from(*least)..=u64::from(*most)).contains(&number));
                if fits { Some(value.clone()) } else { self.wrong(shape, value, pointer) }
            }
            (Shape::Percent, Value::Number(number)) => {
                let fits = number.as_f64().is_some_and(|number| (0.0..=100.0).contains(&number));
                if fits { Some(value.clone()) } else { self.wrong(shape, value, pointer) }
            }
            (Shape::Flag | Shape::Integer(..) | Shape::Percent, other) => self.wrong(shape, other, pointer),
            (shape, Value::String(text)) => self.text(text, shape, pointer),
            // `acronym: 1789` is a text that YAML took for a number.
            (Shape::Text, Value::Number(number)) => Some(Value::String(number.to_string())),
            (shape, other) => self.wrong(shape, other, pointer),
        }
    }

    fn object(&mut self, entries: &Map<String, Value>, fields: &[Field], pointer: &mut String) -> Value {
        let mut clean = Map::new();
        for (key, value) in entries {
            let length = pointer.len();
            pointer::push(pointer, key);
            match fields.iter().find(|field| field.key == key) {
                None => self.unknown_key(key, fields, pointer),
                Some(_) if value.is_null() => self.empty(key, pointer),
                Some(field) => {
                    if let Some(value) = self.value(value, &field.shape, pointer) {
                        clean.insert(key.clone(), value);
                    }
                }
            }
            pointer.truncate(length);
        }
        for field in fields.iter().filter(|field| field.required && entries.get(field.key).is_none_or(Value::is_null)) {
            self.missing(field, pointer);
        }
        Value::Object(clean)
    }

    /// The keys that the word under `key` asks for; nothing where one of them is missing or wrong, for what is left
    /// would be something else.
    fn tagged(
        &mut self,
        entries: &Map<String, Value>,
        key: &str,
        kinds: &[(&str, &[Field])],
        pointer: &mut String,
    ) -> Option<Value> {
        let word = entries.get(key).and_then(Value::as_str);
        let known = kinds.iter().find(|(kind, _)| Some(*kind) == word);
        // Without a known word, the first description says what is wrong with the key itself.
        let fields = known.or(kinds.first()).map_or(&[][..], |(_, fields)| *fields);
        let problems = self.problems.len();
        let clean = if known.is_some() {
            self.object(entries, fields, pointer)
        } else {
            let tag: Vec<Field> = fields.iter().filter(|field| field.key == key).copied().collect();
            let entry = entries.get_key_value(key).map(|(key, value)| (key.clone(), value.clone()));
            self.object(&entry.into_iter().collect(), &tag, pointer)
        };
        let is_whole = self.problems[problems..].iter().all(|problem| problem.severity != Severity::Error);
        (known.is_some() && is_whole).then_some(clean)
    }

    fn list(&mut self, values: &[Value], item: &Shape, least: usize, pointer: &mut String) -> Option<Value> {
        let mut clean = Vec::new();
        for (index, value) in values.iter().enumerate() {
            let length = pointer.len();
            pointer.push_str(&format!("/{index}"));
            if value.is_null() {
                self.empty(&index.to_string(), pointer);
            } else {
                clean.extend(self.value(value, item, pointer));
            }
            pointer.truncate(length);
        }
        if clean.len() < least {
            self.push(
                Severity::Error,
                "list-too-short",
                pointer,
                Text::new(
                    format!("La liste doit avoir au moins {least} valeur(s)."),
                    format!("The list must have at least {least} value(s)."),
                ),
                Text::new("Ajouter une valeur.", "Add a value."),
            );
            return None;
        }
        Some(Value::Array(clean))
    }

    fn text(&mut self, text: &str, shape: &Shape, pointer: &str) -> Option<Value> {
        if text.trim().is_empty() {
            self.empty(pointer.rsplit('/').next().unwrap_or_default(), pointer);
            return None;
        }
        self.placeholder(text, pointer);
        let fits = match shape {
            Shape::Slug => Slug::parse(text).is_some(),
            Shape::Date => Date::parse(text).is_some(),
            Shape::Url | Shape::UrlTemplate => HttpUrl::parse(text).is_some(),
            Shape::SecureUrl => SecureUrl::parse(text).is_some(),
            Shape::Path(least, most) => {
                RelativePath::parse(text).is_some_and(|path| (*least..=*most).contains(&path.depth()))
            }
            Shape::Email => Email::parse(text).is_some(),
            Shape::SlugOrUrl => Slug::parse(text).is_some() || HttpUrl::parse(text).is_some(),
            Shape::Choice(words) => words.contains(&text),
            _ => true,
        };
        if !fits {
            return self.wrong(shape, &Value::String(text.to_owned()), pointer);
        }
        let is_url = matches!(shape, Shape::Url | Shape::UrlTemplate);
        if is_url && HttpUrl::parse(text).is_some_and(|url| !url.is_secure()) {
            self.push(
                Severity::Warning,
                "insecure-address",
                pointer,
                Text::new(
                    format!("L’adresse «\u{202f}{text}\u{202f}» n’est pas chiffrée."),
                    format!("The address `{text}` is not encrypted."),
                ),
                Text::new("Écrire https:// si le site le permet.", "Write https:// if the site allows it."),
            );
        }
        Some(Value::String(text.to_owned()))
    }

    fn placeholder(&mut self, text: &str, pointer: &str) {
        if let Some(word) = placeholder(text) {
            self.push(
                Severity::Warning,
                "placeholder",
                pointer,
                Text::new(
                    format!("«\u{202f}{word}\u{202f}» est un texte provisoire."),
                    format!("`{word}` is placeholder text."),
                ),
                Text::new("Écrire la valeur définitive ou retirer la clé.", "Write the real value or remove the key."),
            );
        }
    }

    fn wrong(&mut self, shape: &Shape, value: &Value, pointer: &str) -> Option<Value> {
        let shown = match value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let shown: String = shown.chars().take(60).collect();
        let (code, mend) = expectation(shape, &shown);
        let what = if matches!(shape, Shape::Email) && shown.matches('@').count() > 1 {
            Text::new(
                format!("Deux adresses dans un seul champ\u{202f}: «\u{202f}{shown}\u{202f}»."),
                format!("Two addresses in one field: `{shown}`."),
            )
        } else {
            Text::new(
                format!("La valeur «\u{202f}{shown}\u{202f}» ne convient pas."),
                format!("The value `{shown}` does not fit."),
            )
        };
        self.push(Severity::Error, code, pointer, what, mend);
        None
    }

    fn unknown_key(&mut self, key: &str, fields: &[Field], pointer: &str) {
        let keys: Vec<&str> = fields.iter().map(|field| field.key).collect();
        let mend = match nearest(key, &keys) {
            Some(near) => Text::new(format!("Écrire «\u{202f}{near}\u{202f}»."), format!("Write `{near}`.")),
            None => Text::new(
                format!("Retirer la clé. Clés possibles\u{202f}: {}.", keys.join(", ")),
                format!("Remove the key. Possible keys: {}.", keys.join(", ")),
            ),
        };
        let what = Text::new(
            format!("La clé «\u{202f}{key}\u{202f}» n’existe pas."),
            format!("The key `{key}` does not exist."),
        );
        self.push(Severity::Warning, "unknown-key", pointer, what, mend);
    }

    fn missing(&mut self, field: &Field, pointer: &str) {
        let what = Text::new(
            format!("La clé «\u{202f}{}\u{202f}» manque.", field.key),
            format!("The key `{}` is missing.", field.key),
        );
        let mend = Text::new(format!("L’ajouter. {}", field.fr), format!("Add it. {}", field.en));
        self.push(Severity::Error, "missing-key", pointer, what, mend);
    }

    fn empty(&mut self, key: &str, pointer: &str) {
        let what = Text::new(format!("«\u{202f}{key}\u{202f}» n’a pas de valeur."), format!("`{key}` has no value."));
        let mend = Text::new("Écrire une valeur ou retirer la ligne.", "Write a value or remove the line.");
        self.push(Severity::Warning, "empty-value", pointer, what, mend);
    }

    fn push(&mut self, severity: Severity, code: &'static str, pointer: &str, what: Text, mend: Text) {
        let place = place(self.yaml, self.file, pointer);
        self.problems.push(Problem { code, severity, place, what, mend });
    }
}

/// Where a key is: its line, or that of the nearest key around it.
pub(super) fn place(yaml: &Yaml, file: &str, pointer: &str) -> Place {
    let mut around = pointer;
    let mut place = Place::file(file).at_pointer(pointer);
    loop {
        if let Some((line, column)) = yaml.place(around) {
            place.column = Some(column);
            return place.at_line(line);
        }
        match around.rfind('/') {
            Some(end) => around = &around[..end],
            None => return place.at_line(1),
        }
    }
}

/// What should have been written, in words, with the code of the problem.
fn expectation(shape: &Shape, shown: &str) -> (&'static str, Text) {
    match shape {
        Shape::Date => ("bad-date", Text::new("Écrire une date aaaa-mm-jj.", "Write a date yyyy-mm-dd.")),
        Shape::Url | Shape::UrlTemplate => {
            ("bad-address", Text::new("Écrire une adresse complète, https://….", "Write a whole address, https://…."))
        }
        Shape::SecureUrl => (
            "bad-address",
            Text::new(
                "Écrire une adresse complète et chiffrée, https://….",
                "Write a whole, encrypted address, https://….",
            ),
        ),
        Shape::Path(least, _) => {
            let example = if *least > 1 { "equipe/catalogue" } else { "public" };
            (
                "bad-path",
                Text::new(
                    format!("Écrire des noms sans espace ni accent, comme {example}."),
                    format!("Write names without spaces or accents, such as {example}."),
                ),
            )
        }
        Shape::Email => {
            ("bad-email", Text::new("Écrire une seule adresse, nom@domaine.fr.", "Write one address, name@domain.org."))
        }
        Shape::Slug | Shape::SlugOrUrl => (
            "bad-slug",
            Text::new(
                "Écrire un nom en minuscules, chiffres et tirets simples.",
                "Write a name in lower-case letters, digits and single hyphens.",
            ),
        ),
        Shape::Choice(words) => {
            let words_list = words.join(", ");
            let near = nearest(shown, words).unwrap_or(words_list.as_str());
            (
                "bad-choice",
                Text::new(
                    format!("Écrire «\u{202f}{near}\u{202f}». Valeurs possibles\u{202f}: {words_list}."),
                    format!("Write `{near}`. Possible values: {words_list}."),
                ),
            )
        }
        Shape::Integer(least, most) => (
            "bad-number",
            Text::new(
                format!("Écrire un nombre entier de {least} à {most}."),
                format!("Write a whole number from {least} to {most}."),
            ),
        ),
        Shape::Percent => ("bad-number", Text::new("Écrire un nombre de 0 à 100.", "Write a number from 0 to 100.")),
        Shape::Flag => ("bad-type", Text::new("Écrire true ou false.", "Write true or false.")),
        Shape::Text => ("bad-type", Text::new("Écrire un texte.", "Write a text.")),
        Shape::List(..) => ("bad-type", Text::new("Écrire une liste\u{202f}: [a, b].", "Write a list: [a, b].")),
        Shape::Object(_) | Shape::Tagged(..) => {
            ("bad-type", Text::new("Écrire des clés et leurs valeurs.", "Write keys and their values."))
        }
    }
}

/// The word nearest to `word`, if one is near.
pub(crate) fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let word = fold(word);
    let scored = known.iter().map(|known| (distance(&word, known), *known));
    let (distance, near) = scored.min_by_key(|(distance, _)| *distance)?;
    (distance <= 2.max(word.len() / 3)).then_some(near)
}

/// The first placeholder a text holds.
pub(crate) fn placeholder(text: &str) -> Option<&'static str> {
    const ANYWHERE: [&str; 5] = ["todo", "lorem ipsum", "xxx", "to-be-defined", "example.com"];
    // "The fields à renseigner" is a sentence; after a colon or a bracket the same words are a gap.
    const ALONE: [&str; 2] = ["à compléter", "à renseigner"];
    let lower = text.to_lowercase();
    let anywhere = |start: usize, word: &str| {
        let before = lower[..start].chars().next_back();
        let after = lower[start + word.len()..].chars().next();
        // `title:(XXX)` shows where a value goes: a notation.
        let noted = matches!((before, after), (Some('('), Some(')')) | (Some('{'), Some('}')));
        !noted && !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    };
    let alone = |start: usize| {
        let before = lower[..start].trim_end_matches([' ', '\u{a0}', '\u{202f}', '*', '_']);
        before.is_empty() || before.ends_with(['\n', ':', '[', '(', '|', '-'])
    };
    let gap = ANYWHERE.into_iter().find(|word| lower.match_indices(word).any(|(start, _)| anywhere(start, word)));
    gap.or_else(|| ALONE.into_iter().find(|word| lower.match_indices(word).any(|(start, _)| alone(start))))
}
