//! Addresses of the site: the only place that reads or writes them.
//!
//! `Route::parse(route.href()) == Some(route)` for every route. Addresses are relative to the root of the
//! site; `browser` adds the folder the site is published under.

mod browse;

pub use browse::{BrowseQuery, Sort};

use crate::core::address::{percent_decode, percent_encode};
use crate::core::catalogue::Audience;
use crate::core::id::Slug;
use crate::core::wizard::questions::Step;
use serde::Serialize;
use serde::de::{DeserializeOwned, IntoDeserializer, value::StrDeserializer};

/// A page of the site, with everything its address says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// `/`
    Home,
    /// `/apis?…`: the list, filtered.
    Apis(BrowseQuery),
    /// `/apis/<slug>`
    Api(Slug),
    /// `/apis/<slug>/access?audience=…`: whether one may use it, and how.
    Access {
        /// The API.
        api: Slug,
        /// Who asks; `None` until they say.
        audience: Option<Audience>,
    },
    /// `/apis/<slug>/explorer?…`: the operations of one of its OpenAPI documents, and one of them.
    Explorer {
        /// The API.
        api: Slug,
        /// Rank of the document among those of the API, from 0.
        document: usize,
        /// Name of the operation.
        operation: Option<String>,
    },
    /// `/apis/<slug>/explorer?view=fields&…`: every field of one of its documents.
    Fields {
        /// The API.
        api: Slug,
        /// Rank of the document.
        document: usize,
    },
    /// `/apis/<slug>/explorer?view=comparison&before=0&document=1`: what changes from one document to another.
    Comparison {
        /// The API.
        api: Slug,
        /// Rank of the old document.
        before: usize,
        /// Rank of the new one.
        document: usize,
    },
    /// `/producers`
    Producers,
    /// `/producers/<slug>`
    Producer(Slug),
    /// `/guides`
    Guides,
    /// `/guides/<slug>`
    Guide(Slug),
    /// `/documentation`: every technical documentation.
    Documentation,
    /// `/authorization`: where authorization servers send people back. What they add to it is no part of the route.
    Authorization,
    /// `/explorer?url=…`: any OpenAPI document, and one of its operations.
    Document {
        /// Where it is; `None` for one that the reader gives.
        url: Option<String>,
        /// Name of the operation.
        operation: Option<String>,
    },
    /// `/reference?draft=…&step=…`: the wizard that references an API, one of its drafts and a step of it.
    Reference {
        /// Identifier of the draft on this device; `None` where all of them are listed.
        draft: Option<String>,
        /// The step; the first one where none is said.
        step: Option<Step>,
    },
    /// `/reference/reviews`: several drafts at once, for those who review them.
    Reviews,
    /// `/about`, `/accessibility`, `/legal`
    Text(TextName),
}

/// A page of the site itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TextName {
    /// What the site is.
    About,
    /// Accessibility statement.
    Accessibility,
    /// Legal notice.
    Legal,
}

impl TextName {
    /// Every page.
    pub const ALL: [Self; 3] = [Self::About, Self::Accessibility, Self::Legal];

    /// Its name in addresses and files.
    pub fn id(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::Accessibility => "accessibility",
            Self::Legal => "legal",
        }
    }
}

impl Route {
    /// Reads a path (`/apis/api-geo`) and a query string (with or without `?`). `None`: no such page.
    pub fn parse(path: &str, query: &str) -> Option<Self> {
        let segments: Vec<String> = tidy(path).trim_matches('/').split('/').map(percent_decode).collect();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        match segments.as_slice() {
            [""] => Some(Self::Home),
            ["apis"] => Some(Self::Apis(BrowseQuery::parse(query))),
            ["apis", slug] => Slug::parse(slug).map(Self::Api),
            ["apis", slug, "access"] => {
                let audience = value_of(query, "audience").and_then(|name| word(&name));
                Some(Self::Access { api: Slug::parse(slug)?, audience })
            }
            ["apis", slug, "explorer"] => Some(Self::explorer(Slug::parse(slug)?, query)),
            ["producers"] => Some(Self::Producers),
            ["producers", slug] => Slug::parse(slug).map(Self::Producer),
            ["guides"] => Some(Self::Guides),
            ["guides", slug] => Slug::parse(slug).map(Self::Guide),
            ["documentation"] => Some(Self::Documentation),
            ["authorization"] => Some(Self::Authorization),
            ["explorer"] => Some(Self::document(query)),
            ["reference"] => Some(Self::Reference {
                draft: value_of(query, "draft").filter(|draft| !draft.is_empty()),
                step: value_of(query, "step").and_then(|step| Step::parse(&step)),
            }),
            ["reference", "reviews"] => Some(Self::Reviews),
            [name] => TextName::ALL.into_iter().find(|page| page.id() == *name).map(Self::Text),
            _ => None,
        }
    }

    /// The same page of the explorer, for another operation; other pages have none.
    #[must_use]
    pub fn at_operation(&self, other: Option<String>) -> Self {
        let mut route = self.clone();
        if let Self::Explorer { operation, .. } | Self::Document { operation, .. } = &mut route {
            *operation = other;
        }
        route
    }

    fn document(query: &str) -> Self {
        let value = |key: &str| value_of(query, key).filter(|value| !value.is_empty());
        Self::Document { url: value("url"), operation: value("operation") }
    }

    fn explorer(api: Slug, query: &str) -> Self {
        let value = |key: &str| value_of(query, key);
        let rank = |key: &str| value(key).and_then(|rank| rank.parse().ok()).unwrap_or_default();
        let document = rank("document");
        match value("view").as_deref() {
            Some("fields") => return Self::Fields { api, document },
            Some("comparison") => return Self::Comparison { api, before: rank("before"), document },
            _ => {}
        }
        Self::Explorer { api, document, operation: value("operation").filter(|name| !name.is_empty()) }
    }

    /// The address, from the root of the site: `/apis?theme=eau`.
    pub fn href(&self) -> String {
        match self {
            Self::Home => "/".into(),
            Self::Apis(query) => format!("/apis{}", query.query_string()),
            Self::Api(slug) => format!("/apis/{slug}"),
            Self::Access { api, audience } => {
                let audience = audience.map(|audience| format!("audience={}", audience.id()));
                queried(format!("/apis/{api}/access"), [audience, None, None])
            }
            Self::Explorer { api, document, operation } => {
                let operation = operation.as_ref().map(|name| format!("operation={}", percent_encode(name)));
                explorer_href(api, [None, ranked("document", *document), operation])
            }
            Self::Fields { api, document } => {
                explorer_href(api, [Some("view=fields".into()), ranked("document", *document), None])
            }
            Self::Comparison { api, before, document } => {
                let view = Some("view=comparison".into());
                explorer_href(api, [view, ranked("before", *before), ranked("document", *document)])
            }
            Self::Producers => "/producers".into(),
            Self::Producer(slug) => format!("/producers/{slug}"),
            Self::Guides => "/guides".into(),
            Self::Guide(slug) => format!("/guides/{slug}"),
            Self::Documentation => "/documentation".into(),
            Self::Authorization => "/authorization".into(),
            Self::Document { url, operation } => {
                let named = |name: &str, value: &Option<String>| {
                    value.as_ref().map(|value| format!("{name}={}", percent_encode(value)))
                };
                queried("/explorer".into(), [named("url", url), named("operation", operation), None])
            }
            Self::Reference { draft, step } => {
                let draft = draft.as_ref().map(|draft| format!("draft={}", percent_encode(draft)));
                queried("/reference".into(), [draft, step.map(|step| format!("step={}", step.id())), None])
            }
            Self::Reviews => "/reference/reviews".into(),
            Self::Text(name) => format!("/{}", name.id()),
        }
    }
}

/// The first value of `key` in a query.
fn value_of(query: &str, key: &str) -> Option<String> {
    pairs(query).find(|(name, _)| name == key).map(|(_, value)| value)
}

/// A rank in an address; the first one goes without saying.
fn ranked(name: &str, rank: usize) -> Option<String> {
    (rank > 0).then(|| format!("{name}={rank}"))
}

fn explorer_href(api: &Slug, query: [Option<String>; 3]) -> String {
    queried(format!("/apis/{api}/explorer"), query)
}

fn queried(path: String, query: [Option<String>; 3]) -> String {
    let query: Vec<String> = query.into_iter().flatten().collect();
    let mark = if query.is_empty() { "" } else { "?" };
    format!("{path}{mark}{}", query.join("&"))
}

/// The path of a page without what static hosts add: `/apis/` and `/apis/index.html` are `/apis`.
pub fn tidy(path: &str) -> &str {
    let path = path.strip_suffix("/index.html").unwrap_or(path).trim_end_matches('/');
    if path.is_empty() { "/" } else { path }
}

/// The name serde gives a variant without content.
fn name_of<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

/// The variant of that name.
fn word<T: DeserializeOwned>(name: &str) -> Option<T> {
    let deserializer: StrDeserializer<'_, serde::de::value::Error> = name.into_deserializer();
    T::deserialize(deserializer).ok()
}

/// Name and value pairs of a query string (`application/x-www-form-urlencoded`).
fn pairs(query: &str) -> impl Iterator<Item = (String, String)> + '_ {
    let decode = |text: &str| percent_decode(&text.replace('+', " "));
    query.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty()).map(move |pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decode(name), decode(value))
    })
}

#[cfg(test)]
mod tests;
