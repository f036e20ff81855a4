//! Who may use an API, and how to ask.

use super::api::{Alternative, is_default};
use crate::core::address::HttpUrl;
use crate::core::id::Slug;
use serde::{Deserialize, Serialize};

/// Who may use an API, and how to ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Access {
    /// Open, account or restricted.
    pub kind: AccessKind,
    /// Where to create the account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_url: Option<HttpUrl>,
    /// Where to ask for the right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_url: Option<HttpUrl>,
    /// The longest wait for an answer, in days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_delay_days: Option<u32>,
    /// API of the catalogue through which this one is delivered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bundle: Option<Slug>,
    /// Whether the person identifies through FranceConnect.
    #[serde(default, skip_serializing_if = "is_default")]
    pub franceconnect: FranceConnect,
    /// Answers per audience.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub audiences: Vec<AudienceRule>,
}

impl Access {
    /// The rule that speaks of `audience`, if one does.
    pub fn rule(&self, audience: Audience) -> Option<&AudienceRule> {
        self.audiences.iter().find(|rule| rule.who.contains(&audience))
    }

    /// Whether `audience` may use the API. Without a rule, an API that is not restricted is for everyone and
    /// a restricted one does not say.
    pub fn verdict(&self, audience: Audience) -> Option<Verdict> {
        match self.rule(audience) {
            Some(rule) => Some(rule.verdict),
            None if self.kind == AccessKind::Restricted => None,
            None => Some(Verdict::Yes),
        }
    }
}

/// How an API is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AccessKind {
    /// By anyone, without formality.
    Open,
    /// By anyone who creates an account or asks for a key.
    Account,
    /// By those who have a right to it ("habilitation").
    Restricted,
}

impl AccessKind {
    /// Every kind, the most open first.
    pub const ALL: [Self; 3] = [Self::Open, Self::Account, Self::Restricted];

    /// Its name in content and addresses.
    pub fn id(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Account => "account",
            Self::Restricted => "restricted",
        }
    }
}

/// Whether a person identifies through FranceConnect.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FranceConnect {
    /// Not used.
    #[default]
    None,
    /// May be used.
    Compatible,
    /// Must be used.
    Required,
}

/// What the answer for some audiences is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AudienceRule {
    /// Audiences the rule speaks of, at least one.
    pub who: Vec<Audience>,
    /// Whether they may use the API.
    pub verdict: Verdict,
    /// The text of law that gives the right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_basis: Option<String>,
    /// Explanation, in Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Where these audiences ask, when it differs from the API's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_url: Option<HttpUrl>,
    /// What to use instead.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<Alternative>,
}

/// A kind of user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// A private person ("particulier").
    Individual,
    /// A company.
    Company,
    /// A non-profit association.
    Association,
    /// A State administration or public body.
    Administration,
    /// A commune, department, region… ("collectivité").
    LocalAuthority,
    /// A publisher of software for one of the others.
    SoftwarePublisher,
}

impl Audience {
    /// Every audience.
    pub const ALL: [Self; 6] = [
        Self::Individual,
        Self::Company,
        Self::Association,
        Self::Administration,
        Self::LocalAuthority,
        Self::SoftwarePublisher,
    ];

    /// Its name in content and addresses.
    pub fn id(self) -> &'static str {
        match self {
            Self::Individual => "individual",
            Self::Company => "company",
            Self::Association => "association",
            Self::Administration => "administration",
            Self::LocalAuthority => "local-authority",
            Self::SoftwarePublisher => "software-publisher",
        }
    }
}

/// Whether an audience may use an API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It may.
    Yes,
    /// It may under conditions.
    Conditional,
    /// It may not.
    No,
}
