//! The languages of the interface, and every sentence it says.
//!
//! A sentence is a field of [`Messages`]: a language that lacks one does not compile. Texts that are content
//! (titles, descriptions) are not here: they come from the content folder, in its own language.

mod access;
mod credentials;
mod drafting;
mod en;
mod fr;
mod judging;
mod keeping;
mod messages;
mod publishing;
mod reading;
mod table;
mod trying;
pub mod wizard;
pub mod words;

pub use access::{AccessWords, access_title, access_words, audience_hint, delay};
pub use credentials::{CredentialWords, credential_words};
pub use drafting::{Drafting, drafting};
pub use judging::{Judging, judging};
pub use keeping::{Keeping, keeping};
pub use messages::{Messages, messages};
pub use publishing::{Publishing, publishing};
pub use reading::{Reading, reading};
pub use trying::{Trying, trying};

use serde::{Deserialize, Serialize};

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// French: the first language of the product.
    #[default]
    Fr,
    /// English.
    En,
}

impl Language {
    /// Every language, first one first.
    pub const ALL: [Self; 2] = [Self::Fr, Self::En];

    /// BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// The language of a BCP 47 tag: `fr`, `en-GB`…
    pub fn parse(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or(tag);
        Self::ALL.into_iter().find(|language| primary.eq_ignore_ascii_case(language.tag()))
    }
}

/// One text in every language of the interface.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// French.
    pub fr: String,
    /// English.
    pub en: String,
}

impl Text {
    /// Both versions of a text.
    pub fn new(fr: impl Into<String>, en: impl Into<String>) -> Self {
        Self { fr: fr.into(), en: en.into() }
    }

    /// The version in `language`.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Fr => &self.fr,
            Language::En => &self.en,
        }
    }
}
