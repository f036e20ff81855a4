//! JSON pointers (RFC 6901) as text. Never here: what they point to.

/// `pointer` with one more token, escaped.
pub fn child(pointer: &str, token: &str) -> String {
    let mut longer = String::with_capacity(pointer.len() + 1 + token.len());
    longer.push_str(pointer);
    push(&mut longer, token);
    longer
}

/// Adds one token to `pointer`, escaped.
pub fn push(pointer: &mut String, token: &str) {
    pointer.push('/');
    for character in token.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

/// The tokens of a pointer, unescaped. A text that does not begin with `/` is read as if it did.
pub fn tokens(pointer: &str) -> impl Iterator<Item = String> {
    let parts = (!pointer.is_empty()).then(|| pointer.strip_prefix('/').unwrap_or(pointer).split('/'));
    parts.into_iter().flatten().map(|part| part.replace("~1", "/").replace("~0", "~"))
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn tokens_undo_child(names in proptest::collection::vec(".*", 0..4)) {
            let pointer = names.iter().fold(String::new(), |pointer, name| child(&pointer, name));
            proptest::prop_assert_eq!(tokens(&pointer).collect::<Vec<_>>(), names);
        }
    }

    #[test]
    fn escapes() {
        assert_eq!(child("/paths", "/a~b"), "/paths/~1a~0b");
        assert_eq!(tokens("").count(), 0);
        assert_eq!(tokens("/").collect::<Vec<_>>(), [""]);
    }
}
