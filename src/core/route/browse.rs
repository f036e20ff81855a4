//! [`BrowseQuery`]: what a reader asks of the list of APIs, as the address says it.

use super::{name_of, pairs, word};
use crate::core::address::percent_encode;
use crate::core::catalogue::{AccessKind, Audience, Status};
use crate::core::id::Slug;
use serde::Serialize;

/// What a reader asks of the list of APIs. Several values of one field widen the list, several fields narrow it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BrowseQuery {
    /// Words to find.
    pub text: String,
    /// Themes wanted.
    pub themes: Vec<Slug>,
    /// Producers wanted.
    pub producers: Vec<Slug>,
    /// Kinds of access wanted.
    pub access: Vec<AccessKind>,
    /// Audiences that may use the API.
    pub audiences: Vec<Audience>,
    /// Statuses wanted.
    pub statuses: Vec<Status>,
    /// Only APIs with an OpenAPI document.
    pub openapi: bool,
    /// Only APIs used with FranceConnect.
    pub franceconnect: bool,
    /// Order of the list.
    pub sort: Sort,
    /// Page of the list, from 0.
    pub page: usize,
}

impl BrowseQuery {
    /// Whether anything narrows the list.
    pub fn is_filtered(&self) -> bool {
        *self != Self { sort: self.sort, page: self.page, ..Self::default() }
    }

    pub(super) fn parse(query: &str) -> Self {
        let mut parsed = Self::default();
        for (name, value) in pairs(query) {
            match name.as_str() {
                "q" => parsed.text = value,
                "theme" => parsed.themes.extend(Slug::parse(&value)),
                "producer" => parsed.producers.extend(Slug::parse(&value)),
                "access" => parsed.access.extend(word::<AccessKind>(&value)),
                "audience" => parsed.audiences.extend(word::<Audience>(&value)),
                "status" => parsed.statuses.extend(word::<Status>(&value)),
                "openapi" => parsed.openapi = value == "1",
                "franceconnect" => parsed.franceconnect = value == "1",
                "sort" => parsed.sort = word(&value).unwrap_or_default(),
                "page" => parsed.page = value.parse::<usize>().unwrap_or(1).saturating_sub(1),
                _ => {}
            }
        }
        parsed
    }

    /// The query string, with its `?`; empty when nothing is asked.
    pub(super) fn query_string(&self) -> String {
        let mut query = String::new();
        let mut push = |name: &str, value: &str| {
            query.push(if query.is_empty() { '?' } else { '&' });
            query.push_str(name);
            query.push('=');
            query.push_str(&percent_encode(value));
        };
        if !self.text.is_empty() {
            push("q", &self.text);
        }
        self.themes.iter().for_each(|theme| push("theme", theme.as_str()));
        self.producers.iter().for_each(|producer| push("producer", producer.as_str()));
        self.access.iter().for_each(|kind| push("access", kind.id()));
        self.audiences.iter().for_each(|audience| push("audience", audience.id()));
        self.statuses.iter().for_each(|status| push("status", &name_of(status)));
        if self.openapi {
            push("openapi", "1");
        }
        if self.franceconnect {
            push("franceconnect", "1");
        }
        if self.sort != Sort::default() {
            push("sort", &name_of(&self.sort));
        }
        if self.page > 0 {
            push("page", &self.page.saturating_add(1).to_string());
        }
        query
    }
}

/// Order of the list of APIs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    /// The best match first; by title when no word is asked.
    #[default]
    Relevance,
    /// By title.
    Title,
    /// The most recently reviewed first.
    Updated,
}

impl Sort {
    /// Every order.
    pub const ALL: [Self; 3] = [Self::Relevance, Self::Title, Self::Updated];
}
