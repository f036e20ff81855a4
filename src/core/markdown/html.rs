//! Cuts HTML into tags and texts: what each is, never what becomes of it.

/// An element that Markdown texts may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Element {
    Details,
    Summary,
}

impl Element {
    /// Its name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Details => "details",
            Self::Summary => "summary",
        }
    }
}

/// What a piece of HTML is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Tag {
    Text,
    Comment,
    Break,
    Open(Element),
    Close(Element),
    /// An element that is not ours: its name, lower case.
    Other(String),
}

/// Cuts `html`; the sources, end to end, are `html` again.
pub(super) fn tags(html: &str) -> Vec<(Tag, &str)> {
    let mut pieces = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        let length = tag_length(rest).unwrap_or_else(|| text_length(rest));
        let (source, after) = rest.split_at(length);
        pieces.push((classify(source), source));
        rest = after;
    }
    pieces
}

/// Length of the text before the next tag, at least one character.
fn text_length(source: &str) -> usize {
    let candidates = source.match_indices('<').map(|(index, _)| index).skip_while(|index| *index == 0);
    let mut tags = candidates.filter(|index| tag_length(&source[*index..]).is_some());
    tags.next().unwrap_or(source.len())
}

/// Length of the tag or comment `source` starts with. A comment may never end; a tag does, before any other.
fn tag_length(source: &str) -> Option<usize> {
    if source.starts_with("<!--") {
        return Some(source.find("-->").map_or(source.len(), |start| start + 3));
    }
    let inside = source.strip_prefix('<')?;
    let name = inside.strip_prefix('/').unwrap_or(inside);
    let named = name.starts_with(|character: char| character.is_ascii_alphabetic());
    let end = inside.find(['<', '>']).filter(|end| named && inside[*end..].starts_with('>'))?;
    Some(end + 2)
}

fn classify(source: &str) -> Tag {
    if source.starts_with("<!--") {
        return Tag::Comment;
    }
    if tag_length(source) != Some(source.len()) {
        return Tag::Text;
    }
    let inside = source.trim_start_matches('<');
    let closing = inside.starts_with('/');
    let name = inside.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric);
    let name: String = name.map(|character| character.to_ascii_lowercase()).collect();
    match (name.as_str(), closing) {
        ("br", _) => Tag::Break,
        ("details", false) => Tag::Open(Element::Details),
        ("details", true) => Tag::Close(Element::Details),
        ("summary", false) => Tag::Open(Element::Summary),
        ("summary", true) => Tag::Close(Element::Summary),
        _ => Tag::Other(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_tags_and_texts() {
        let pieces = tags("a < 1<br/>b<3 <DETAILS open><summary>s</summary><!-- > --><script>x</details");
        let expected = [
            (Tag::Text, "a < 1"),
            (Tag::Break, "<br/>"),
            (Tag::Text, "b<3 "),
            (Tag::Open(Element::Details), "<DETAILS open>"),
            (Tag::Open(Element::Summary), "<summary>"),
            (Tag::Text, "s"),
            (Tag::Close(Element::Summary), "</summary>"),
            (Tag::Comment, "<!-- > -->"),
            (Tag::Other("script".into()), "<script>"),
            (Tag::Text, "x</details"),
        ];
        assert_eq!(pieces, expected);
        assert_eq!(tags("<!-- never"), [(Tag::Comment, "<!-- never")]);
    }

    proptest::proptest! {
        #[test]
        fn loses_nothing(html in "(<|>|!--|-->|/|br|details|é| |a){0,20}") {
            let joined: String = tags(&html).iter().map(|(_, source)| *source).collect();
            proptest::prop_assert_eq!(joined, html);
        }
    }
}
