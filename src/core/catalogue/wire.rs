//! The files the tool writes and the site fetches, under `data/`.
//!
//! | file | type | fetched |
//! |---|---|---|
//! | `catalogue.json` | [`Catalogue`] | once, at start |
//! | `apis/<slug>.json` | [`ApiPage`] | when the page is opened |
//! | `producers/<slug>.json` | [`ProducerPage`] | when the page is opened |
//! | `guides/<slug>.json` | [`GuidePage`] | when the page is opened |
//! | `pages/<name>.<language>.json` | [`TextPage`] | when the page is opened |
//! | `explorer/<slug>/<index>/contents.json` | [`ContentsView`](crate::core::explorer::ContentsView) | by the explorer |
//! | `explorer/<slug>/<index>/<rank>.json` | [`OperationView`](crate::core::explorer::OperationView) | by the explorer |
//! | `explorer/<slug>/<index>/fields.json` | [`FieldsView`](crate::core::explorer::FieldsView) | by the dictionary |
//! | `explorer/<slug>/<new>/since-<old>.json` | [`ComparisonView`](crate::core::explorer::ComparisonView) | by the comparison |
//! | `openapi/<slug>/<index>.json` | the OpenAPI document itself | by the explorer, for a call |
//!
//! Every file but the last is an [`Envelope`]: a version beside its content, so that a page of one release
//! never misreads data of another.

use super::{
    AccessKind, Api, Audience, FranceConnect, Guide, GuideKind, Producer, ProducerKind, Site, Status, Theme, Verdict,
};
use crate::core::date::Date;
use crate::core::i18n::Language;
use crate::core::id::Slug;
use crate::core::markdown::Document;
use crate::core::openapi::Outline;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Version of the wire format. Raise it with every change that an older page would misread.
pub const VERSION: u32 = 2;

/// A version beside the content it describes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Envelope<T> {
    /// [`VERSION`] of the tool that wrote the file.
    pub version: u32,
    /// The content.
    pub content: T,
}

/// Why a data file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WireError {
    /// Not JSON: an HTML page, a truncated file… with the parser's words.
    NotJson(String),
    /// JSON of another version of the format.
    Version {
        /// What the file says; `None` when it says nothing.
        found: Option<u32>,
    },
    /// JSON of the right version that lacks something, with the parser's words.
    Shape(String),
}

/// Writes `content` with its version, as JSON with one trailing newline.
pub fn write<T: Serialize>(content: T) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = serde_json::to_vec(&Envelope { version: VERSION, content })?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Reads what [`write`] wrote.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, WireError> {
    match serde_json::from_slice::<Envelope<T>>(bytes) {
        Ok(envelope) if envelope.version == VERSION => Ok(envelope.content),
        Ok(envelope) => Err(WireError::Version { found: Some(envelope.version) }),
        Err(error) => Err(explain(bytes, &error)),
    }
}

/// Says why reading failed; only run when it has, so its second parse costs nothing to healthy pages.
fn explain(bytes: &[u8], error: &serde_json::Error) -> WireError {
    #[derive(Deserialize)]
    struct OnlyVersion {
        version: Option<u32>,
    }
    if error.is_syntax() || error.is_eof() || serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_err() {
        return WireError::NotJson(error.to_string());
    }
    match serde_json::from_slice::<OnlyVersion>(bytes) {
        Ok(OnlyVersion { version: Some(VERSION) }) => WireError::Shape(error.to_string()),
        Ok(OnlyVersion { version }) => WireError::Version { found: version },
        Err(_) => WireError::Version { found: None },
    }
}

/// Everything the lists, the search and the navigation need.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Catalogue {
    /// The organisation's settings.
    pub site: Site,
    /// Vocabulary of themes, in display order.
    pub themes: Vec<Theme>,
    /// Every API, by title.
    pub apis: Vec<ApiSummary>,
    /// Every producer, by name.
    pub producers: Vec<ProducerSummary>,
    /// Every published guide, by title.
    pub guides: Vec<GuideSummary>,
}

impl Catalogue {
    /// The API of that name.
    pub fn api(&self, slug: &Slug) -> Option<&ApiSummary> {
        self.apis.iter().find(|api| api.slug == *slug)
    }

    /// The producer's name; its slug when the catalogue does not have it.
    pub fn producer_name<'a>(&'a self, slug: &'a Slug) -> &'a str {
        let producer = self.producers.iter().find(|producer| producer.slug == *slug);
        producer.map_or(slug.as_str(), |producer| &producer.name)
    }

    /// The theme's name; its slug when the catalogue does not have it.
    pub fn theme_name<'a>(&'a self, slug: &'a Slug, language: Language) -> &'a str {
        let theme = self.themes.iter().find(|theme| theme.slug == *slug);
        theme.map_or(slug.as_str(), |theme| theme.name.get(language))
    }
}

/// What lists show of an API, and what search and facets read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ApiSummary {
    /// Its page.
    pub slug: Slug,
    /// See [`Api::title`].
    pub title: String,
    /// See [`Api::tagline`].
    pub tagline: String,
    /// See [`Api::producer`].
    pub producer: Slug,
    /// See [`Api::themes`].
    pub themes: Vec<Slug>,
    /// See [`Api::keywords`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    /// See [`Api::aliases`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Slug>,
    /// See [`Api::status`].
    #[serde(default, skip_serializing_if = "super::api::is_default")]
    pub status: Status,
    /// See [`super::Access::kind`].
    pub access: AccessKind,
    /// See [`super::Access::franceconnect`].
    #[serde(default, skip_serializing_if = "super::api::is_default")]
    pub franceconnect: FranceConnect,
    /// See [`super::Access::bundle`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bundle: Option<Slug>,
    /// Audiences with a verdict other than none (see [`super::Access::verdict`]).
    pub audiences: Vec<(Audience, Verdict)>,
    /// Number of OpenAPI documents.
    #[serde(default, skip_serializing_if = "super::api::is_default")]
    pub documents: usize,
    /// Number of operations in the documents that are files.
    #[serde(default, skip_serializing_if = "super::api::is_default")]
    pub operations: usize,
    /// See [`super::likeness::marks`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<u32>,
    /// See [`Api::updated`].
    pub updated: Date,
}

/// What lists show of a producer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProducerSummary {
    /// Its page.
    pub slug: Slug,
    /// See [`Producer::name`].
    pub name: String,
    /// See [`Producer::acronym`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acronym: Option<String>,
    /// See [`Producer::kind`].
    pub kind: ProducerKind,
    /// APIs it takes part in without producing them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partner_of: Vec<Slug>,
}

impl ProducerSummary {
    /// The acronym when there is one, else the name.
    pub fn short_name(&self) -> &str {
        self.acronym.as_deref().unwrap_or(&self.name)
    }
}

/// What lists show of a guide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuideSummary {
    /// Its page.
    pub slug: Slug,
    /// See [`Guide::title`].
    pub title: String,
    /// See [`Guide::tagline`].
    pub tagline: String,
    /// See [`Guide::kind`].
    #[serde(default, skip_serializing_if = "super::api::is_default")]
    pub kind: GuideKind,
    /// See [`Guide::apis`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub apis: Vec<Slug>,
    /// See [`Guide::updated`].
    pub updated: Date,
}

/// One API page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ApiPage {
    /// Its slug.
    pub slug: Slug,
    /// Its front matter; the explanations of its audiences are apart.
    pub api: Api,
    /// Its text.
    pub body: Document,
    /// The explanation of each of [`super::Access::audiences`], in their order; without blocks where there is none.
    pub explanations: Vec<Document>,
    /// What its OpenAPI files contain, in the order of [`Api::openapi`]; `None` for an address elsewhere.
    pub outlines: Vec<Option<Outline>>,
}

/// One producer page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProducerPage {
    /// Its slug.
    pub slug: Slug,
    /// Its front matter.
    pub producer: Producer,
    /// Its text.
    pub body: Document,
}

/// One guide page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GuidePage {
    /// Its slug.
    pub slug: Slug,
    /// Its front matter.
    pub guide: Guide,
    /// Its text.
    pub body: Document,
}

/// A page of the site itself: about, accessibility, legal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextPage {
    /// Its title.
    pub title: String,
    /// Its text.
    pub body: Document,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::markdown;

    #[test]
    fn says_why_a_file_cannot_be_read() {
        let page = TextPage { title: "À propos".into(), body: Document::default() };
        let good = write(&page).unwrap();
        assert_eq!(read::<TextPage>(&good), Ok(page));
        assert!(matches!(read::<TextPage>(b"<!doctype html>"), Err(WireError::NotJson(_))));
        assert!(matches!(read::<TextPage>(&good[..good.len() - 6]), Err(WireError::NotJson(_))));
        assert!(matches!(read::<TextPage>(b""), Err(WireError::NotJson(_))));
        assert_eq!(read::<TextPage>(b"[]"), Err(WireError::Version { found: None }));
        assert_eq!(read::<TextPage>(br#"{"version":0,"content":{}}"#), Err(WireError::Version { found: Some(0) }));
        let other = br#"{"version":0,"content":{"title":"","body":""}}"#;
        assert_eq!(read::<TextPage>(other), Err(WireError::Version { found: Some(0) }));
        assert!(matches!(read::<TextPage>(br#"{"version":2,"content":{}}"#), Err(WireError::Shape(_))));
    }

    /// A page as it is after its way through a file.
    fn there_and_back(markdown: &str) -> Result<Document, WireError> {
        let page = TextPage { title: String::new(), body: markdown::read(markdown, Language::Fr) };
        let read = read::<TextPage>(&write(&page).unwrap())?.body;
        assert_eq!(read, page.body, "{markdown}");
        Ok(read)
    }

    #[test]
    fn texts_of_every_form_come_through() {
        let every = "# T\n\na *b* **c** ~~d~~ `e` [f](https://a.fr/?x=1#y) ![g](/images/g.svg)\\\nh\n\n3. i\n\n- [x] j\n\n> [!TIP]\n> k\n\n            > l\n\n| m | n |\n|:-|-:|\n| o | p |\n\n```sh\nq\n```\n\n---\n\n[r](/apis \"button\")\n\n[s](mailto:a@b.fr)\n[t](#l’été)\n\n            <details><summary>u</summary>\n\nv\n\n</details>\n";
        assert!(there_and_back(every).unwrap().blocks.len() > 12);
        for nested in ["> ", "- ", "1. ", "> - ", "*"] {
            assert!(there_and_back(&format!("{}x", nested.repeat(500))).is_ok(), "{nested}");
        }
    }

    #[test]
    fn an_address_that_runs_code_is_no_page() {
        let page = br#"{"version":2,"content":{"title":"","body":{"blocks":[{"paragraph":[{"link":{"href":"javascript:x","content":[]}}]}]}}}"#;
        assert!(matches!(read::<TextPage>(page), Err(WireError::Shape(_))));
    }

    proptest::proptest! {
        #[test]
        fn any_text_comes_through(text in "([*_`~#>|\\[\\]()<!\\-]|https://a.fr|mailto:|\\n|\\n\\n|  |a|é|1\\. ){0,60}") {
            proptest::prop_assert!(there_and_back(&text).is_ok());
        }
    }
}
