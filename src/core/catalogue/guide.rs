//! [`Guide`]: an article that helps to use or to publish APIs, or shows a real use of them.

use super::api::is_default;
use crate::core::address::HttpUrl;
use crate::core::date::Date;
use crate::core::id::Slug;
use serde::{Deserialize, Serialize};

/// An article, as its front matter states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// Title.
    pub title: String,
    /// One sentence: what the reader will know.
    pub tagline: String,
    /// Guide or use case.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: GuideKind,
    /// APIs it speaks of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub apis: Vec<Slug>,
    /// Free words that help to find it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    /// Address of the service, for a use case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<HttpUrl>,
    /// Written but not published.
    #[serde(default, skip_serializing_if = "is_default")]
    pub draft: bool,
    /// Day of publication.
    pub created: Date,
    /// Day of the last review.
    pub updated: Date,
}

/// Kind of article.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GuideKind {
    /// How to do something.
    #[default]
    Guide,
    /// A service or project that uses APIs.
    UseCase,
}
