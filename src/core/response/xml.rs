//! XML as indented text. Nothing is expanded, fetched or checked: entities stay as they are written.
//!
//! What is no well-formed sequence of tags is shown as it came. Never here: HTML, whose white space means something.

/// Deepest indentation, so that depth does not multiply the text.
const DEEPEST: usize = 40;
/// Longest declaration, in bytes.
const DECLARATION: usize = 200;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Open,
    Close,
    /// An element without content, a comment, an instruction, a declaration.
    Alone,
    Text,
}

struct Token<'a> {
    sort: Sort,
    text: &'a str,
    /// Where it begins.
    start: usize,
    /// For an opening tag: that its content is kept as it is. For others: nothing.
    mixed: bool,
    /// For an opening tag: the token that closes it.
    close: usize,
}

/// The lines of `text`, one element a line where white space does not matter.
pub fn pretty(text: &str) -> Vec<String> {
    match tokens(text).and_then(pair) {
        Some(tokens) => indent(text, &tokens),
        None => text.lines().map(str::to_owned).collect(),
    }
}

/// The encoding that the declaration of a document names, if it has one.
pub fn declared_encoding(body: &[u8]) -> Option<&str> {
    let start = body.get(..DECLARATION).unwrap_or(body);
    let end = start.windows(2).position(|end| end == b"?>")?;
    let declaration = std::str::from_utf8(start.get(..end)?).ok()?.strip_prefix("<?xml")?;
    let value = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
    value.get(1..)?.split_once(quote).map(|(name, _)| name)
}

fn tokens(text: &str) -> Option<Vec<Token<'_>>> {
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut tokens = Vec::new();
    while !rest.is_empty() {
        let (length, sort) =
            if rest.starts_with('<') { markup(rest)? } else { (rest.find('<').unwrap_or(rest.len()), Sort::Text) };
        let (token, after) = rest.split_at_checked(length)?;
        if sort != Sort::Text || !token.trim().is_empty() {
            let start = text.len() - rest.len();
            tokens.push(Token { sort, text: token, start, mixed: false, close: 0 });
        }
        rest = after;
    }
    tokens.iter().any(|token| token.sort != Sort::Text).then_some(tokens)
}

/// The length and sort of the markup that `rest` begins with.
fn markup(rest: &str) -> Option<(usize, Sort)> {
    for (start, end, sort) in
        [("<!--", "-->", Sort::Alone), ("<![CDATA[", "]]>", Sort::Text), ("<?", "?>", Sort::Alone)]
    {
        if let Some(inner) = rest.strip_prefix(start) {
            return Some((start.len() + inner.find(end)? + end.len(), sort));
        }
    }
    let declaration = rest.starts_with("<!");
    let (mut quote, mut depth) = (None, 0_usize);
    for (at, byte) in rest.bytes().enumerate().skip(1) {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') => quote = Some(byte),
            // The internal subset of a document type.
            (None, b'[') if declaration => depth += 1,
            (None, b']') if declaration => depth = depth.saturating_sub(1),
            (None, b'>') if depth == 0 => {
                let tag = rest.get(..=at)?;
                let sort = match tag.as_bytes() {
                    [_, b'/', ..] => Sort::Close,
                    [_, b'!', ..] | [.., b'/', _] => Sort::Alone,
                    [_, first, ..] if first.is_ascii_alphabetic() || *first == b'_' || *first >= 0x80 => Sort::Open,
                    _ => return None,
                };
                return Some((at + 1, sort));
            }
            (None, b'<') if !declaration => return None,
            _ => {}
        }
    }
    None
}

/// Finds what closes each element, and which hold text.
fn pair(mut tokens: Vec<Token<'_>>) -> Option<Vec<Token<'_>>> {
    let mut open: Vec<usize> = Vec::new();
    for index in 0..tokens.len() {
        let token = tokens.get(index)?;
        let (sort, text) = (token.sort, token.text);
        match sort {
            Sort::Open => {
                if text.contains("xml:space") {
                    tokens.get_mut(index)?.mixed = true;
                }
                open.push(index);
            }
            Sort::Close => {
                let opening = tokens.get_mut(open.pop()?)?;
                if name(opening.text.get(1..)?) != name(text.get(2..)?) {
                    return None;
                }
                opening.close = index;
            }
            Sort::Text => {
                // Text around the root is no XML.
                tokens.get_mut(*open.last()?)?.mixed = true;
            }
            Sort::Alone => {}
        }
    }
    open.is_empty().then_some(tokens)
}

fn name(tag: &str) -> &str {
    tag.split(|sign: char| sign.is_whitespace() || sign == '>' || sign == '/').next().unwrap_or_default()
}

fn indent(text: &str, tokens: &[Token<'_>]) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut index, mut depth) = (0, 0_usize);
    while let Some(token) = tokens.get(index) {
        let mut line = String::new();
        if token.sort == Sort::Close {
            depth = depth.saturating_sub(1);
        }
        (0..depth.min(DEEPEST)).for_each(|_| line.push_str("  "));
        let empty = token.sort == Sort::Open && token.close == index + 1;
        let last = if token.mixed || empty { token.close } else { index };
        let end = tokens.get(last).map_or(0, |end| end.start + end.text.len());
        line.push_str(text.get(token.start..end).unwrap_or(token.text));
        if token.sort == Sort::Open && last == index {
            depth += 1;
        }
        lines.extend(line.lines().map(str::to_owned));
        index = last + 1;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn elements_are_indented_and_text_is_kept() {
        for (text, expect) in [
            (
                "<?xml version=\"1.0\"?><a><b x='>'>1</b><c/><d></d></a>",
                "<?xml version=\"1.0\"?>/<a>/  <b x='>'>1</b>/  <c\u{2044}>/  <d></d>/</a>",
            ),
            ("<a>\n\t<b>\n</b>\n</a>\n", "<a>/  <b>/</b>/</a>"),
            ("<p>un <i>mot</i> là</p>", "<p>un <i>mot</i> là</p>"),
            ("<a><![CDATA[<b>]]></a>", "<a><![CDATA[<b>]]></a>"),
            ("<a><!-- <b> --><b/></a>", "<a>/  <!-- <b> -->/  <b\u{2044}>/</a>"),
            ("<a xml:space=\"preserve\"> <b/> </a>", "<a xml:space=\"preserve\"> <b\u{2044}> </a>"),
            (
                "<!DOCTYPE a [<!ENTITY b \"]>\"><!ENTITY c '&b;&b;'>]><a>&c;</a>",
                "<!DOCTYPE a [<!ENTITY b \"]>\"><!ENTITY c '&b;&b;'>]>/<a>&c;</a>",
            ),
            // As it came.
            ("<a><b></a>", "<a><b></a>"),
            ("<a", "<a"),
            ("<a></a></b>", "<a></a></b>"),
            ("text\n<a/>", "text/<a\u{2044}>"),
            ("<a b=\"></a>", "<a b=\"></a>"),
            ("plain", "plain"),
            ("", ""),
        ] {
            // Between lines a slash, so those of the text are written otherwise.
            let lines = pretty(text).join("\n").replace("/>", "\u{2044}>").replace('\n', "/");
            assert_eq!(lines, expect, "{text}");
        }
    }

    #[test]
    fn encodings_are_declared() {
        for (body, expect) in [
            (&b"<?xml version='1.0' encoding='ISO-8859-1'?><a>\xe9</a>"[..], Some("ISO-8859-1")),
            (b"<?xml version=\"1.0\" encoding = \"utf-8\" ?>", Some("utf-8")),
            (b"<?xml version=\"1.0\"?><a encoding='x'/>", None),
            (b"<?xml encoding=?>", None),
            (b"<?xml encoding='x?>", None),
            (b"<a/>", None),
            (b"", None),
        ] {
            assert_eq!(declared_encoding(body), expect, "{}", String::from_utf8_lossy(body));
        }
    }

    #[test]
    fn depth_does_not_multiply_the_text() {
        let deep = 20_000;
        let lines = pretty(&format!("{}{}", "<a>".repeat(deep), "</a>".repeat(deep)));
        assert_eq!(lines.len(), 2 * deep - 1);
        assert!(lines.iter().map(String::len).sum::<usize>() < 2 * deep * (2 * DEEPEST + 8));
    }

    proptest! {
        #[test]
        fn nothing_but_white_space_changes(text in "(<a>|</a>|<b x='1'/>|<!--|-->|<!\\[CDATA\\[|\\]\\]>|<\\?|\\?>|é| |\n|<|>|\"){0,20}") {
            let bare = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(bare(&pretty(&text).concat()), bare(&text));
        }
    }
}
