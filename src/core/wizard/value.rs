//! Texts as typed to values: the one place where an answer of one cell is understood.

use super::questions::Kind;
use crate::core::address::{Email, HttpUrl};
use crate::core::catalogue::{Alternative, Partner};
use crate::core::date::Date;
use crate::core::id::Slug;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The text without what surrounds it, its line breaks those of Unix; `None` when nothing is left.
pub(super) fn text(typed: &str) -> Option<String> {
    let text = line_breaks(typed);
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// A Markdown text without the empty lines around it: the spaces of its first line mean something.
pub(super) fn markdown(typed: &str) -> Option<String> {
    let text = line_breaks(typed);
    let mut rest = text.trim_end();
    while let Some((_, after)) = rest.split_once('\n').filter(|(line, _)| line.trim().is_empty()) {
        rest = after;
    }
    (!rest.is_empty()).then(|| rest.to_owned())
}

fn line_breaks(typed: &str) -> String {
    typed.replace("\r\n", "\n").replace('\r', "\n")
}

/// An address.
pub(super) fn url(typed: &str) -> Option<HttpUrl> {
    HttpUrl::parse(typed.trim())
}

/// An e-mail address.
pub(super) fn email(typed: &str) -> Option<Email> {
    Email::parse(typed.trim())
}

/// The name of a page.
pub(super) fn slug(typed: &str) -> Option<Slug> {
    Slug::parse(typed.trim())
}

/// A day, as ISO or as French people write it.
pub(super) fn date(typed: &str) -> Option<Date> {
    Date::parse(typed.trim()).or_else(|| Date::parse_french(typed.trim()))
}

/// A share: `99,9 %`, `99.9`.
pub(super) fn percent(typed: &str) -> Option<f64> {
    let typed = typed.trim();
    let number = typed.strip_suffix('%').unwrap_or(typed).trim_end().replace(',', ".");
    let digits = number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let value = number.parse::<f64>().ok().filter(|_| digits)?;
    (0.0..=100.0).contains(&value).then_some(value)
}

/// A whole number between bounds: `1 000`.
pub(super) fn integer(typed: &str, least: u32, most: u32) -> Option<u32> {
    let digits: String = typed.chars().filter(|character| !character.is_whitespace()).collect();
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|number| plain && (least..=most).contains(number))
}

/// A word of a vocabulary of the catalogue.
pub(super) fn choice<T: DeserializeOwned>(typed: &str) -> Option<T> {
    serde_json::from_value(Value::from(typed.trim())).ok()
}

/// The word of a value of a vocabulary.
pub(super) fn word<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(word)) => word,
        _ => String::new(),
    }
}

/// A partner; `None` for nothing.
pub(super) fn partner(typed: &str) -> Option<Partner> {
    text(typed).map(Partner::from)
}

/// APIs and addresses separated by spaces.
pub(super) fn targets(typed: &str) -> Vec<Alternative> {
    typed.split_whitespace().filter_map(target).collect()
}

fn target(typed: &str) -> Option<Alternative> {
    Alternative::try_from(typed.to_owned()).ok()
}

/// Whether a cell that says something can be understood as what `kind` asks for.
pub(super) fn fits(kind: Kind, typed: &str) -> bool {
    match kind {
        Kind::Line | Kind::Markdown | Kind::Words | Kind::Rows(_) | Kind::Documents => true,
        Kind::Slug | Kind::Picks(_) => slug(typed).is_some(),
        Kind::Pick(page) => slug(typed).is_some() || page.may_be_new(typed.trim()),
        Kind::Url => url(typed).is_some(),
        Kind::Email | Kind::Emails => email(typed).is_some(),
        Kind::Date => date(typed).is_some(),
        Kind::Percent => percent(typed).is_some(),
        Kind::Integer(least, most) => integer(typed, least, most).is_some(),
        Kind::Choice(words) | Kind::Choices(words) => words.contains(&typed.trim()),
        Kind::Targets => typed.split_whitespace().all(|word| target(word).is_some()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_people_write_them() {
        for (typed, value) in [("99,9 %", Some(99.9)), (" 100", Some(100.0)), ("0", Some(0.0)), ("99.95%", Some(99.95))]
        {
            assert_eq!(percent(typed), value, "{typed}");
        }
        for typed in ["", "100,1", "-1", "NaN", "1e1", "99,9,9", "%", "24 h"] {
            assert_eq!(percent(typed), None, "{typed}");
        }
        for (typed, value) in [("1\u{202f}000", Some(1000)), (" 15 ", Some(15)), ("4294967295", Some(u32::MAX))] {
            assert_eq!(integer(typed, 1, u32::MAX), value, "{typed}");
        }
        for typed in ["", "0", "+5", "1.5", "4294967296", "dix"] {
            assert_eq!(integer(typed, 1, u32::MAX), None, "{typed}");
        }
    }

    #[test]
    fn what_surrounds_a_text_is_nothing() {
        assert_eq!(text(" a\r\nb "), Some("a\nb".into()));
        assert_eq!(text(" \r\n"), None);
        assert_eq!(markdown("\n \n    code\r\n\r\ntext \n\n"), Some("    code\n\ntext".into()));
        assert_eq!(markdown(" \n\t\n"), None);
    }

    #[test]
    fn kinds_know_what_fits() {
        use crate::core::wizard::questions::Page;
        for (kind, good, bad) in [
            (Kind::Slug, "api-x", "API X"),
            (Kind::Pick(Page::Producer), "+", "Insee !"),
            (Kind::Pick(Page::Api), "api-x", "+"),
            (Kind::Url, " https://a.fr ", "a.fr"),
            (Kind::Email, "a@b.fr", "a@b"),
            (Kind::Date, "31/12/2026", "2026-13-01"),
            (Kind::Percent, "99,9", "x"),
            (Kind::Integer(1, 5), "5", "6"),
            (Kind::Choice(&["a"]), "a", "b"),
            (Kind::Targets, "api-x https://a.fr", "api-x, b"),
        ] {
            assert!(fits(kind, good) && !fits(kind, bad), "{kind:?}");
        }
    }
}
