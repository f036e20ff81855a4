//! Front matter: the YAML between two lines `---` at the head of a Markdown file.

use super::{Yaml, read_from, write};
use crate::core::i18n::Text;
use crate::core::problem::{Place, Problem};
use serde_json::Value;

/// The Markdown under a front matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Body<'a> {
    /// The text.
    pub text: &'a str,
    /// Line of the file on which it begins, from 1.
    pub first_line: u32,
}

/// Splits a Markdown file and reads its front matter; places are lines of the file.
///
/// Without front matter, everything is body. When it is not closed, it ends at the first empty line.
pub fn front_matter<'a>(source: &'a str, file: &str) -> (Yaml, Body<'a>, Vec<Problem>) {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let mut lines = Lines { rest: source, number: 0 };
    if lines.next_line().is_none_or(|line| line.trim_end() != "---") {
        let problem = Problem::error(
            "front-matter-missing",
            Place::file(file).at_line(1),
            Text::new("Le fichier ne commence pas par un en-tête.", "The file does not start with a front matter."),
            Text::new(
                "Écrire l’en-tête YAML entre deux lignes « --- », tout en haut du fichier.",
                "Write the YAML front matter between two lines `---`, at the very top of the file.",
            ),
        );
        return (Yaml::default(), Body { text: source, first_line: 1 }, vec![problem]);
    }
    let after_fence = lines.rest;
    let mut empty_line = None;
    while let Some(line) = lines.next_line() {
        let length = after_fence.len() - lines.rest.len() - line.len();
        if matches!(line.trim_end(), "---" | "...") {
            let (yaml, problems) = read_from(&after_fence[..length], file, 2);
            return (yaml, Body { text: lines.rest, first_line: lines.number + 1 }, problems);
        }
        if line.trim().is_empty() && empty_line.is_none() {
            empty_line = Some((length, lines.rest, lines.number + 1));
        }
    }
    let (length, text, first_line) = empty_line.unwrap_or((after_fence.len(), "", lines.number + 1));
    let (yaml, mut problems) = read_from(&after_fence[..length], file, 2);
    let unclosed = Problem::error(
        "front-matter-open",
        Place::file(file).at_line(1),
        Text::new("L’en-tête n’est pas refermé.", "The front matter is not closed."),
        Text::new("Ajouter une ligne « --- » après la dernière clé.", "Add a line `---` after the last key."),
    );
    problems.insert(0, unclosed);
    (yaml, Body { text, first_line }, problems)
}

/// Writes a Markdown file: the front matter, then each of the texts that says something, an empty line before it.
pub fn with_front_matter<'a>(head: &Value, texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut file = format!("---\n{}---\n", write(head));
    for text in texts.into_iter().filter(|text| !text.is_empty()) {
        file.push('\n');
        file.push_str(text);
        file.push('\n');
    }
    file
}

/// Lines with their line breaks, and how many were taken.
struct Lines<'a> {
    rest: &'a str,
    number: u32,
}

impl<'a> Lines<'a> {
    fn next_line(&mut self) -> Option<&'a str> {
        if self.rest.is_empty() {
            return None;
        }
        let end = self.rest.find('\n').map_or(self.rest.len(), |end| end + 1);
        let (line, rest) = self.rest.split_at(end);
        self.rest = rest;
        self.number += 1;
        Some(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(source: &str, value: &Value, body: (&str, u32), codes: &[&str]) {
        let (yaml, found, problems) = front_matter(source, "f.md");
        assert_eq!(&yaml.value, value, "{source:?}");
        assert_eq!((found.text, found.first_line), body, "{source:?}");
        let found: Vec<_> = problems.iter().map(|problem| problem.code).collect();
        assert_eq!(found, codes, "{source:?}");
    }

    #[test]
    fn splits_head_and_body() {
        check("---\na: 1\n---\n\n## T\n", &json!({"a": 1}), ("\n## T\n", 4), &[]);
        check("\u{feff}--- \r\na: 1\r\n---\r\nb", &json!({"a": 1}), ("b", 4), &[]);
        check("---\na: 1\n---", &json!({"a": 1}), ("", 4), &[]);
        check("---\n---\n---\nb", &Value::Null, ("---\nb", 3), &[]);
        check("---\na: |\n  x\n\n  y\n...\nb", &json!({"a": "x\n\ny\n"}), ("b", 7), &[]);
    }

    #[test]
    fn says_when_there_is_no_head() {
        check("## T\n", &Value::Null, ("## T\n", 1), &["front-matter-missing"]);
        check("", &Value::Null, ("", 1), &["front-matter-missing"]);
        check("\n---\na: 1\n---\n", &Value::Null, ("\n---\na: 1\n---\n", 1), &["front-matter-missing"]);
        check("---\na: 1\n\n## T\n", &json!({"a": 1}), ("## T\n", 4), &["front-matter-open"]);
        check("---\na: 1\n", &json!({"a": 1}), ("", 3), &["front-matter-open"]);
    }

    #[test]
    fn places_are_lines_of_the_file() {
        let (yaml, _, problems) = front_matter("---\na: 1\nb: x: y\n---\nbody", "f.md");
        assert_eq!(yaml.places.get("/a"), Some(&(2, 1)));
        let place = problems.first().map(|problem| problem.place.to_string());
        assert_eq!(place.as_deref(), Some("f.md:3:5"));
    }
}
