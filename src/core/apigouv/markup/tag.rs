//! Reads one tag as people wrote them: HTML and JSX attributes, forgotten `=`, several lines.

/// A tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag {
    /// Its name, lower case.
    pub(super) name: String,
    /// `</name>`
    pub(super) closing: bool,
    /// `<name />`
    pub(super) self_closing: bool,
    attributes: Vec<(String, String)>,
    /// Length of its source.
    pub(super) length: usize,
}

impl Tag {
    /// Reads the tag that `source` begins with.
    pub(super) fn read(source: &str) -> Option<Self> {
        let mut rest = source.strip_prefix('<')?;
        let closing = rest.starts_with('/');
        rest = rest.strip_prefix('/').unwrap_or(rest);
        let name_length = rest.find(|character: char| !character.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let (name, after) = rest.split_at(name_length);
        if !name.starts_with(|character: char| character.is_ascii_alphabetic()) {
            return None;
        }
        let mut tag =
            Self { name: name.to_ascii_lowercase(), closing, self_closing: false, attributes: Vec::new(), length: 0 };
        // `<a@b.fr>` and `<https://…>` are no tags.
        if !after.starts_with(|character: char| character.is_whitespace() || matches!(character, '>' | '/')) {
            return None;
        }
        rest = after;
        loop {
            rest = rest.trim_start();
            if let Some(end) = rest.strip_prefix('>') {
                tag.length = source.len() - end.len();
                return Some(tag);
            }
            if let Some(after) = rest.strip_prefix('/') {
                tag.self_closing = after.trim_start().starts_with('>');
                rest = after;
                continue;
            }
            rest = tag.attribute(rest)?;
        }
    }

    /// Reads one attribute; returns what follows it.
    fn attribute<'a>(&mut self, source: &'a str) -> Option<&'a str> {
        let is_name = |character: char| character.is_alphanumeric() || matches!(character, '-' | '_' | ':' | '.');
        let length = source.find(|character: char| !is_name(character)).unwrap_or(source.len());
        let (name, after) = source.split_at(length);
        if name.is_empty() {
            return None;
        }
        let trimmed = after.trim_start();
        // `href"…"` lacks its sign, and is understood.
        let value = match trimmed.strip_prefix('=') {
            Some(value) => value.trim_start(),
            None if after.starts_with(['"', '\'']) => after,
            None => {
                self.attributes.push((name.to_ascii_lowercase(), String::new()));
                return Some(after);
            }
        };
        let (value, rest) = match value.chars().next()? {
            quote @ ('"' | '\'') => value.get(1..)?.split_once(quote)?,
            '{' => value.get(1..)?.split_once('}')?,
            _ => value.split_at(value.find(|character: char| character.is_whitespace() || character == '>')?),
        };
        self.attributes.push((name.to_ascii_lowercase(), value.to_owned()));
        Some(rest)
    }

    /// The value of an attribute that says something.
    pub(super) fn attribute_value(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// Whether a boolean attribute is set: `alt`, `is_editeur={true}`.
    pub(super) fn flag(&self, name: &str) -> bool {
        self.attributes.iter().any(|(known, value)| known == name && value != "false")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_way_to_write_attributes() {
        for (source, name, value) in [
            ("<External href=\"https://a.fr/?a=1&b=>\">x", "href", Some("https://a.fr/?a=1&b=>")),
            ("<Button href='https://a.fr' alt>", "href", Some("https://a.fr")),
            ("<NextSteps is_editeur={true} service_description=\"de x\"/>", "service_description", Some("de x")),
            ("<External href\"https://a.fr\">", "href", Some("https://a.fr")),
            ("<iframe id=\"a\"\n  src=\"https://a.fr\">", "src", Some("https://a.fr")),
            ("<img src=/a.png/>", "src", Some("/a.png/")),
            ("<img alt= \"a b\" src='x'/>", "alt", Some("a b")),
            ("<p>", "href", None),
        ] {
            let tag = Tag::read(source).unwrap();
            assert_eq!(tag.attribute_value(name), value, "{source}");
        }
        let next = Tag::read("<NextSteps is_editeur={true}/>").unwrap();
        assert!(next.flag("is_editeur") && next.self_closing && !next.flag("alt"));
        let close = Tag::read("</Button>tail").unwrap();
        assert_eq!((close.closing, close.name.as_str(), close.length), (true, "button", 9));
    }

    #[test]
    fn other_angle_brackets_are_no_tags() {
        for source in ["<https://a.fr>", "<a@b.fr>", "< p>", "<1>", "<a href=\"x>", "<p", "<", "<é>", "<a <b>"] {
            assert_eq!(Tag::read(source), None, "{source}");
        }
    }

    proptest::proptest! {
        #[test]
        fn never_panics(source in "<(/|a|p|href|=|\"|'|\\{|\\}|>| |\n|é){0,20}") {
            if let Some(tag) = Tag::read(&source) {
                proptest::prop_assert!(source.get(..tag.length).is_some_and(|tag| tag.ends_with('>')));
            }
        }
    }
}
