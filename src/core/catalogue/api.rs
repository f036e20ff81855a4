//! [`Api`]: one entry of the catalogue, as its front matter states it.

use super::access::Access;
use crate::core::address::{Email, HttpUrl};
use crate::core::date::Date;
use crate::core::id::Slug;
use serde::{Deserialize, Serialize};

/// One API of the catalogue. The Markdown body is beside it (see [`super::wire::ApiPage`]).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Api {
    /// Name, unique in the catalogue.
    pub title: String,
    /// One sentence: what it gives.
    pub tagline: String,
    /// Who answers for it.
    pub producer: Slug,
    /// Themes, at least one.
    pub themes: Vec<Slug>,
    /// Free words that help to find it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    /// Earlier slugs of the same API.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Slug>,
    /// Where it is in its life.
    #[serde(default, skip_serializing_if = "is_default")]
    pub status: Status,
    /// Day it stops answering (the `Sunset` header of RFC 8594), for deprecated and retired APIs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sunset: Option<Date>,
    /// API to use instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replacement: Option<Slug>,
    /// Who may use it and how to ask.
    pub access: Access,
    /// OpenAPI documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub openapi: Vec<OpenApiSource>,
    /// Documentation for humans, elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub documentation: Option<HttpUrl>,
    /// Root of the calls.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_url: Option<HttpUrl>,
    /// Who answers questions.
    #[serde(default, skip_serializing_if = "is_default")]
    pub contact: Contact,
    /// What the producer commits to.
    #[serde(default, skip_serializing_if = "is_default")]
    pub service_level: ServiceLevel,
    /// Licence of the data: an SPDX identifier where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// Terms of use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms_url: Option<HttpUrl>,
    /// How often the data change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub update_frequency: Option<Frequency>,
    /// Territory the data cover, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coverage: Option<String>,
    /// Where to test without real data or rights.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sandbox: Option<HttpUrl>,
    /// Datasets it gives access to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub datasets: Vec<Dataset>,
    /// Organisations that take part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<Partner>,
    /// Day it entered the catalogue.
    pub created: Date,
    /// Day its page was last reviewed.
    pub updated: Date,
}

/// Where an API is in its life.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// In service.
    #[default]
    Active,
    /// In service, may still change without notice.
    Beta,
    /// Still answers, will stop.
    Deprecated,
    /// Does not answer any more.
    Retired,
}

/// Where an OpenAPI document is: a file beside the page or an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenApiSource {
    /// File name, in the folder of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Public address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<HttpUrl>,
    /// Title, where there are several documents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

/// Who answers questions: an address, a form, or both.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Generic e-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
    /// Contact form or help page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<HttpUrl>,
}

/// What the producer commits to, and where it is measured.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceLevel {
    /// Share of time the API answers, in percent (0 to 100).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub availability: Option<f64>,
    /// Mean response time, in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response_time_ms: Option<u32>,
    /// Limits on calls.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rate_limits: Vec<RateLimit>,
    /// What the structure cannot say, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate_limit_note: Option<String>,
    /// Page that shows whether the API answers now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_url: Option<HttpUrl>,
    /// Usage statistics.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usage_url: Option<HttpUrl>,
}

/// At most `count` calls per `every` × `period`, counted by `per`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RateLimit {
    /// Number of calls, at least 1.
    pub count: u32,
    /// Unit of time.
    pub period: Period,
    /// Number of periods (10 for "per 10 minutes"), at least 1.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub every: u32,
    /// Who is counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per: Option<LimitScope>,
}

/// Unit of time of a rate limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are the whole meaning")]
pub enum Period {
    Second,
    Minute,
    Hour,
    Day,
    Month,
    Year,
}

/// Who a rate limit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LimitScope {
    /// Each calling IP address.
    Ip,
    /// Each access token.
    Token,
    /// Each user account.
    Account,
}

/// How often data change (a subset of the EU vocabulary behind `dct:accrualPeriodicity`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are the whole meaning")]
pub enum Frequency {
    Continuous,
    Daily,
    Weekly,
    Monthly,
    Quarterly,
    Biannual,
    Annual,
    Irregular,
}

/// A dataset the API gives access to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dataset {
    /// Its title.
    pub title: String,
    /// Its page.
    pub url: HttpUrl,
}

/// An organisation that takes part: a producer of the catalogue, or a free name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Partner {
    /// Written as a slug; `check` says when no producer has it.
    Producer(Slug),
    /// Any other name.
    Named(String),
}

impl From<String> for Partner {
    fn from(text: String) -> Self {
        Slug::parse(&text).map_or_else(|| Self::Named(text), Self::Producer)
    }
}

impl From<Partner> for String {
    fn from(partner: Partner) -> Self {
        match partner {
            Partner::Producer(slug) => slug.into(),
            Partner::Named(name) => name,
        }
    }
}

/// What to use instead: an API of the catalogue or an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Alternative {
    /// An API of the catalogue.
    Api(Slug),
    /// Anything else on the web.
    Web(HttpUrl),
}

impl TryFrom<String> for Alternative {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Slug::parse(&text)
            .map(Self::Api)
            .or_else(|| HttpUrl::parse(&text).map(Self::Web))
            .ok_or_else(|| format!("`{text}` is neither a slug nor an address"))
    }
}

impl From<Alternative> for String {
    fn from(alternative: Alternative) -> Self {
        match alternative {
            Alternative::Api(slug) => slug.into(),
            Alternative::Web(url) => url.into(),
        }
    }
}

fn one() -> u32 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde calls")]
fn is_one(number: &u32) -> bool {
    *number == 1
}

/// Whether a value says nothing and need not be written.
pub(in crate::core) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
