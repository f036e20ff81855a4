//! [`Site`]: what an organisation edits to make the catalogue its own; [`Theme`]: its vocabulary.

use super::channel::Channel;
use crate::core::address::HttpUrl;
use crate::core::i18n::{Language, Text};
use crate::core::id::Slug;
use serde::{Deserialize, Serialize};

/// `public/site.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// Name, in the header and in every page's title.
    pub name: Text,
    /// One sentence on the home page.
    pub tagline: Text,
    /// Language of the content.
    pub content_language: Language,
    /// Languages offered, the default one first.
    pub languages: Vec<Language>,
    /// Who publishes the site.
    pub publisher: Publisher,
    /// Groups of links at the bottom of every page.
    #[serde(default)]
    pub footer: Vec<FooterGroup>,
    /// APIs shown on the home page.
    #[serde(default)]
    pub featured: Vec<Slug>,
    /// What may carry calls that browsers block; none unless the organisation runs one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxy: Option<Proxy>,
    /// How pages that producers write reach the team; none where it takes none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub publication: Vec<Channel>,
}

/// A server of the organisation that makes calls for visitors who agree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proxy {
    /// `https://proxy.example.fr/?url={url}`, or a beginning that the whole address follows.
    pub url: HttpUrl,
    /// Whether keys, tokens and passwords may go through it.
    #[serde(default)]
    pub credentials: bool,
}

/// Who publishes the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publisher {
    /// Name.
    pub name: String,
    /// Web site, where there is one.
    #[serde(default)]
    pub url: Option<HttpUrl>,
}

/// Links under one heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FooterGroup {
    /// Heading.
    pub title: Text,
    /// Links.
    pub links: Vec<LabelledLink>,
}

/// One link of the footer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LabelledLink {
    /// Text of the link.
    pub label: Text,
    /// `https://…`, `mailto:…` or a path of the site.
    pub href: String,
}

/// One theme of `public/themes.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Its name in content and addresses.
    pub slug: Slug,
    /// Its name for readers.
    pub name: Text,
}
