//! Sentences with names in braces, replaced in one pass: what replaces a name is never read again.

use crate::core::i18n::{Language, Text};

/// A name that may stand in braces, and what it stands for.
pub(super) type Value<'a> = (&'static str, &'a Text);

/// `template` in both languages, its names replaced by `values`; others stay as they are.
pub(super) fn fill(template: (&str, &str), values: &[Value<'_>]) -> Text {
    Text::new(one(template.0, values, Language::Fr), one(template.1, values, Language::En))
}

fn one(template: &str, values: &[Value<'_>], language: Language) -> String {
    let mut filled = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let named = after.split_once('}').and_then(|(name, next)| {
            let (_, value) = values.iter().find(|(other, _)| *other == name)?;
            Some((value.get(language), next))
        });
        match named {
            Some((value, next)) => {
                filled.push_str(value);
                rest = next;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}
