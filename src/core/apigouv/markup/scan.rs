//! Where code spans and links of Markdown end.

/// Longest label of a link, in bytes: bounds the search for its end.
const LABEL_LIMIT: usize = 2_000;

/// Length of the code span `source` begins with, or of its backticks when it has no end in the paragraph.
pub(super) fn code_span(source: &str) -> usize {
    let ticks = source.bytes().take_while(|byte| *byte == b'`').count();
    let paragraph = source.find("\n\n").unwrap_or(source.len());
    let mut position = ticks;
    while let Some(start) = source.get(position..paragraph).and_then(|rest| rest.find('`')) {
        let start = position + start;
        let run = source.bytes().skip(start).take_while(|byte| *byte == b'`').count();
        position = start + run;
        if run == ticks {
            return position;
        }
    }
    ticks
}

/// Where the label of a link ends: before its `]`.
pub(super) fn closing_bracket(source: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut position = 0;
    while position < source.len().min(LABEL_LIMIT) {
        let rest = source.get(position..)?;
        match rest.chars().next()? {
            '`' => position += code_span(rest) - 1,
            '\\' => position += rest.get(1..)?.chars().next()?.len_utf8(),
            '\n' if rest.starts_with("\n\n") => return None,
            '[' => depth += 1,
            ']' => match depth.checked_sub(1) {
                Some(less) => depth = less,
                None => return Some(position),
            },
            _ => {}
        }
        position += source.get(position..)?.chars().next()?.len_utf8();
    }
    None
}

/// The address and the title of a link, and their length with the closing parenthesis.
pub(super) fn target(source: &str) -> Option<(&str, Option<&str>, usize)> {
    let trimmed = source.trim_start();
    let (address, after) = match trimmed.strip_prefix('<') {
        Some(inside) => inside.split_once('>').filter(|(address, _)| !address.contains('\n'))?,
        None => {
            let mut depth = 0_i32;
            let end = trimmed.find(|character: char| {
                depth += i32::from(character == '(') - i32::from(character == ')');
                character.is_whitespace() || depth < 0
            })?;
            trimmed.split_at(end)
        }
    };
    let after = after.trim_start();
    let (title, after) = match after.chars().next()? {
        quote @ ('"' | '\'') => {
            let (title, after) = after.get(1..)?.split_once(quote)?;
            (Some(title), after.trim_start())
        }
        _ => (None, after),
    };
    let end = after.strip_prefix(')')?;
    Some((address, title, source.len() - end.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_ends() {
        for (source, length) in [("`a`b", 3), ("``a`b`` c", 7), ("`a\n\nb`", 1), ("```", 3)] {
            assert_eq!(code_span(source), length, "{source:?}");
        }
        for (source, end) in
            [("a]b", Some(1)), ("a[b]c]", Some(5)), ("`]`]", Some(3)), ("\\]]", Some(2)), ("a\n\n]", None)]
        {
            assert_eq!(closing_bracket(source), end, "{source:?}");
        }
        for (source, expected) in [
            ("a)b", Some(("a", None, 2))),
            ("a(b)c) d", Some(("a(b)c", None, 6))),
            (" <a b> 't' )", Some(("a b", Some("t"), 12))),
            ("a \"button\")", Some(("a", Some("button"), 11))),
            ("a b)", None),
            ("a", None),
        ] {
            assert_eq!(target(source), expected, "{source:?}");
        }
    }
}
