//! The few HTML elements that Markdown texts may hold. Everything else is text.

/// A piece of an HTML event.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Tag<'a> {
    Text(&'a str),
    Comment,
    Break,
    OpenDetails,
    CloseDetails,
    OpenSummary,
    CloseSummary,
    /// An element that is not ours: its name, lower case, and its source, to be shown as text.
    Other {
        name: String,
        source: &'a str,
    },
}

/// Cuts `html` into tags and texts, each with its offset.
pub(super) fn tags(html: &str) -> Vec<(Tag<'_>, usize)> {
    let mut pieces = Vec::new();
    let mut position = 0;
    while let Some(rest) = html.get(position..).filter(|rest| !rest.is_empty()) {
        let length = match rest.find('<') {
            Some(0) => tag_length(rest),
            Some(next) => next,
            None => rest.len(),
        };
        let (source, _) = rest.split_at(length);
        let piece = if source.starts_with('<') { classify(source) } else { Tag::Text(source) };
        pieces.push((piece, position));
        position += length;
    }
    pieces
}

fn tag_length(source: &str) -> usize {
    let end = if source.starts_with("<!--") { "-->" } else { ">" };
    source.find(end).map_or(source.len(), |start| start + end.len())
}

fn classify(source: &str) -> Tag<'_> {
    if source.starts_with("<!--") {
        return Tag::Comment;
    }
    let inside = source.trim_start_matches('<').trim_end_matches('>');
    let closing = inside.starts_with('/');
    let name: String = inside
        .trim_start_matches('/')
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .map(|character| character.to_ascii_lowercase())
        .collect();
    match (name.as_str(), closing) {
        ("br", _) => Tag::Break,
        ("details", false) => Tag::OpenDetails,
        ("details", true) => Tag::CloseDetails,
        ("summary", false) => Tag::OpenSummary,
        ("summary", true) => Tag::CloseSummary,
        _ => Tag::Other { name, source },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_tags_and_texts() {
        let pieces: Vec<_> = tags("a<br/>b<DETAILS open><summary>s</summary><!-- > --><script>x").into_iter().collect();
        let kinds: Vec<&Tag<'_>> = pieces.iter().map(|(tag, _)| tag).collect();
        assert_eq!(
            kinds,
            [
                &Tag::Text("a"),
                &Tag::Break,
                &Tag::Text("b"),
                &Tag::OpenDetails,
                &Tag::OpenSummary,
                &Tag::Text("s"),
                &Tag::CloseSummary,
                &Tag::Comment,
                &Tag::Other { name: "script".into(), source: "<script>" },
                &Tag::Text("x"),
            ]
        );
    }
}
