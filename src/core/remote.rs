//! Why a file of the site could not be shown, and how to say it.

use super::catalogue::wire::{VERSION, WireError};
use super::i18n::Messages;

/// Why a file of the site could not be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FetchError {
    /// The browser says it has no network.
    Offline,
    /// The server could not be reached.
    Unreachable,
    /// No such file (404, 410).
    Missing,
    /// The server answered with an error status.
    Status(u16),
    /// The file came, but cannot be read.
    Data(WireError),
    /// A part of the application did not come: no network, or a newer site has replaced it.
    Part,
}

impl FetchError {
    /// What happened, in words.
    pub fn explain(&self, messages: &Messages) -> String {
        match self {
            Self::Offline => messages.failure_offline.into(),
            Self::Unreachable => messages.failure_unreachable.into(),
            Self::Missing => messages.failure_missing.into(),
            Self::Status(status) => (messages.status_error)(*status),
            Self::Part => messages.failure_part.into(),
            Self::Data(WireError::NotJson(_)) => messages.failure_not_json.into(),
            Self::Data(WireError::Shape(_)) => messages.failure_shape.into(),
            Self::Data(WireError::Version { found }) => (messages.version_error)(found.unwrap_or_default(), VERSION),
        }
    }

    /// The parser's own words, for whoever mends the file.
    pub fn detail(&self) -> Option<&str> {
        match self {
            Self::Data(WireError::NotJson(detail) | WireError::Shape(detail)) => Some(detail),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::i18n::{Language, messages};

    #[test]
    fn every_failure_says_something_of_its_own() {
        let failures = [
            FetchError::Offline,
            FetchError::Unreachable,
            FetchError::Missing,
            FetchError::Status(503),
            FetchError::Part,
            FetchError::Data(WireError::NotJson("eof".into())),
            FetchError::Data(WireError::Shape("missing field".into())),
            FetchError::Data(WireError::Version { found: Some(0) }),
        ];
        for language in Language::ALL {
            let mut said: Vec<String> = failures.iter().map(|error| error.explain(messages(language))).collect();
            said.sort();
            said.dedup();
            assert_eq!(said.len(), failures.len());
        }
    }
}
