//! [`RelativePath`]: a path inside a folder or a repository, never one that leaves it or needs escaping.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The longest path: what the strictest file systems and forges take.
const LONGEST: usize = 240;

/// Names joined by `/`: ASCII letters, digits, `_`, `-`, and dots inside a name. Right as it is in an address, in the
/// name of a branch and on every file system.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RelativePath(String);

impl RelativePath {
    /// What [`RelativePath::parse`] accepts, as a regular expression of a name: JSON Schemas say the same.
    pub const NAME: &str = "[A-Za-z0-9_][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)*";

    /// Parses a path. `None` for an empty name, a hidden one (`.git`), `..`, a leading `/`, and any other character.
    pub fn parse(text: &str) -> Option<Self> {
        (text.len() <= LONGEST && text.split('/').all(is_name)).then(|| Self(text.to_owned()))
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How many names it joins, at least one.
    pub fn depth(&self) -> usize {
        self.0.split('/').count()
    }

    /// This path, inside `folder`; `None` where both are too long together.
    pub fn inside(&self, folder: Option<&Self>) -> Option<Self> {
        match folder {
            Some(folder) => Self::parse(&[folder.as_str(), "/", &self.0].concat()),
            None => Some(self.clone()),
        }
    }
}

fn is_name(name: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    !name.starts_with('-') && name.split('.').all(|part| !part.is_empty() && part.bytes().all(is_plain))
}

impl fmt::Display for RelativePath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl TryFrom<String> for RelativePath {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or_else(|| format!("`{text}` is not a path of plain names"))
    }
}

impl From<RelativePath> for String {
    fn from(path: RelativePath) -> Self {
        path.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepts_only_paths_that_stay_inside() {
        for good in ["a", "apis/api-geo/index.md", "public", "Owner_1/repo.name", "a.b.c", "_x"] {
            assert!(RelativePath::parse(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "/",
            "/a",
            "a/",
            "a//b",
            "..",
            "a/../b",
            ".git/config",
            "a/.b",
            "a..b",
            "a.",
            "-a",
            "a b",
            "é",
            "a\\b",
            "a\n",
            "a:b",
            "C:",
            "a?b",
            "a#b",
            "a%2fb",
        ] {
            assert!(RelativePath::parse(bad).is_none(), "{bad}");
        }
        assert!(RelativePath::parse(&"a".repeat(LONGEST + 1)).is_none());
    }

    #[test]
    fn folders_come_first() {
        let path = |text: &str| RelativePath::parse(text).unwrap();
        assert_eq!(path("a/b").inside(Some(&path("public"))), Some(path("public/a/b")));
        assert_eq!(path("a/b").inside(None), Some(path("a/b")));
        assert_eq!(path("a").inside(Some(&path(&"b".repeat(LONGEST)))), None);
    }

    proptest::proptest! {
        #[test]
        fn the_regular_expression_says_the_same(text in "[aA0_./é -]{0,8}") {
            let schema = serde_json::json!({"pattern": format!("^{name}(/{name})*$", name = RelativePath::NAME)});
            let is_valid = jsonschema::is_valid(&schema, &serde_json::json!(text));
            proptest::prop_assert_eq!(RelativePath::parse(&text).is_some(), is_valid, "{}", text);
        }
    }
}
