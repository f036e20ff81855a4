//! [`Slug`]: the name of a page in its address. Never anything that needs escaping in a URL or a path.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A page's name in addresses and file paths: lower-case ASCII letters and digits, single hyphens between.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

impl Slug {
    /// Parses a slug; `None` when `text` has any other character or a hyphen at an end or doubled.
    pub fn parse(text: &str) -> Option<Self> {
        let valid = !text.is_empty()
            && text.len() <= 120
            && text.split('-').all(|part| {
                !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
            });
        valid.then(|| Self(text.to_owned()))
    }

    /// The slug nearest to any text: accents folded, everything else than letters and digits to hyphens.
    /// `None` when nothing is left.
    pub fn from_text(text: &str) -> Option<Self> {
        let mut slug = String::new();
        for character in crate::core::search::fold(text).chars() {
            if character.is_ascii_alphanumeric() {
                slug.push(character);
            } else if !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
        }
        Self::parse(slug.trim_end_matches('-'))
    }

    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl TryFrom<String> for Slug {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or_else(|| format!("`{text}` is not a slug"))
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> Self {
        slug.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepts_only_url_safe_names() {
        for good in ["api", "api-geo", "a1-2"] {
            assert!(Slug::parse(good).is_some(), "{good}");
        }
        for bad in ["", "-a", "a-", "a--b", "A", "é", "a_b", "a/b", "a b", ".."] {
            assert!(Slug::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn makes_a_slug_of_any_text() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(Slug::from_text(text).as_ref().map(Slug::as_str), expected, "{text}");
        };
        check("API_Ingres_Noyau", Some("api-ingres-noyau"));
        check("L’annuaire de l'éducation !", Some("l-annuaire-de-l-education"));
        check("Œuvres", Some("oeuvres"));
        check("…", None);
    }
}
