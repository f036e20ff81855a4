//! The list of APIs that a query asks for, and how many APIs each facet would leave.

use super::wire::{ApiSummary, Catalogue};
use super::{AccessKind, Audience, FranceConnect, Status, Verdict};
use crate::core::id::Slug;
use crate::core::route::{BrowseQuery, Sort};
use crate::core::search::{SearchIndex, fold};
use std::cmp::Reverse;
use std::collections::HashMap;

/// Number of APIs on one page of the list.
pub const PAGE_SIZE: usize = 24;

/// What a query found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Results {
    /// APIs found, as indices of the catalogue, in the order asked.
    pub matches: Vec<usize>,
    /// Number of APIs found.
    pub total: usize,
    /// Number of APIs each facet would leave.
    pub facets: Facets,
}

/// Number of APIs each facet would leave, the other groups of facets being as they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets(HashMap<Facet, usize>);

impl Facets {
    /// Number of APIs that `facet` would leave.
    pub fn count(&self, facet: &Facet) -> usize {
        self.0.get(facet).copied().unwrap_or_default()
    }
}

/// One value a reader may ask for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Facet {
    /// A theme.
    Theme(Slug),
    /// A producer.
    Producer(Slug),
    /// A kind of access.
    Access(AccessKind),
    /// An audience that may use the API, with or without conditions.
    Audience(Audience),
    /// A status.
    Status(Status),
    /// An OpenAPI document.
    OpenApi,
    /// Use with FranceConnect.
    FranceConnect,
}

impl Facet {
    /// Everything a query asks for, but words.
    pub fn asked(query: &BrowseQuery) -> Vec<Self> {
        let mut facets = Vec::new();
        facets.extend(query.audiences.iter().copied().map(Self::Audience));
        facets.extend(query.access.iter().copied().map(Self::Access));
        facets.extend(query.themes.iter().cloned().map(Self::Theme));
        facets.extend(query.producers.iter().cloned().map(Self::Producer));
        facets.extend(query.statuses.iter().copied().map(Self::Status));
        facets.extend(query.openapi.then_some(Self::OpenApi));
        facets.extend(query.franceconnect.then_some(Self::FranceConnect));
        facets
    }

    /// Every facet an API has.
    fn of(api: &ApiSummary) -> Vec<Self> {
        let usable = api.audiences.iter().filter(|(_, verdict)| *verdict != Verdict::No);
        let mut facets = vec![Self::Producer(api.producer.clone()), Self::Access(api.access), Self::Status(api.status)];
        facets.extend(api.themes.iter().cloned().map(Self::Theme));
        facets.extend(usable.map(|(audience, _)| Self::Audience(*audience)));
        facets.extend((api.documents > 0).then_some(Self::OpenApi));
        facets.extend((api.franceconnect != FranceConnect::None).then_some(Self::FranceConnect));
        facets
    }

    /// Whether a query asks for it.
    pub fn is_asked(&self, query: &BrowseQuery) -> bool {
        match self {
            Self::Theme(theme) => query.themes.contains(theme),
            Self::Producer(producer) => query.producers.contains(producer),
            Self::Access(kind) => query.access.contains(kind),
            Self::Audience(audience) => query.audiences.contains(audience),
            Self::Status(status) => query.statuses.contains(status),
            Self::OpenApi => query.openapi,
            Self::FranceConnect => query.franceconnect,
        }
    }

    /// Asks for it, or no more.
    pub fn toggle(&self, query: &mut BrowseQuery) {
        fn flip<T: Clone + PartialEq>(values: &mut Vec<T>, value: &T) {
            match values.iter().position(|known| known == value) {
                Some(index) => drop(values.remove(index)),
                None => values.push(value.clone()),
            }
        }
        match self {
            Self::Theme(theme) => flip(&mut query.themes, theme),
            Self::Producer(producer) => flip(&mut query.producers, producer),
            Self::Access(kind) => flip(&mut query.access, kind),
            Self::Audience(audience) => flip(&mut query.audiences, audience),
            Self::Status(status) => flip(&mut query.statuses, status),
            Self::OpenApi => query.openapi = !query.openapi,
            Self::FranceConnect => query.franceconnect = !query.franceconnect,
        }
    }

    /// Facets of one group widen each other.
    fn same_group(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// The APIs that `query` asks for. `index` is the words of the same catalogue.
pub fn browse(catalogue: &Catalogue, index: &SearchIndex, query: &BrowseQuery) -> Results {
    let scores = index.scores(&query.text);
    let asked = Facet::asked(query);
    let mut results = Results::default();
    for (position, api) in catalogue.apis.iter().enumerate() {
        let found = scores.as_ref().is_none_or(|scores| scores.get(position).copied().flatten().is_some());
        if !found {
            continue;
        }
        let facets = Facet::of(api);
        let missing: Vec<&Facet> = asked
            .iter()
            .filter(|facet| !asked.iter().any(|other| other.same_group(facet) && facets.contains(other)))
            .collect();
        if missing.is_empty() {
            results.matches.push(position);
        }
        // An API that one group alone keeps out would come in with another value of that group.
        for facet in facets {
            if missing.iter().all(|absent| absent.same_group(&facet)) {
                *results.facets.0.entry(facet).or_default() += 1;
            }
        }
    }
    order(&mut results.matches, catalogue, scores.as_deref(), query.sort);
    results.total = results.matches.len();
    results
}

fn order(matches: &mut [usize], catalogue: &Catalogue, scores: Option<&[Option<u32>]>, sort: Sort) {
    let api = |index: &usize| catalogue.apis.get(*index);
    let title = |index: &usize| api(index).map(|api| fold(&api.title)).unwrap_or_default();
    // What can still be used comes before what cannot.
    let ended = |index: &usize| api(index).is_some_and(|api| api.status >= Status::Deprecated);
    match sort {
        Sort::Title => matches.sort_by_cached_key(title),
        Sort::Updated => matches.sort_by_cached_key(|index| (Reverse(api(index).map(|api| api.updated)), title(index))),
        Sort::Relevance => {
            let score = |index: &usize| scores.and_then(|scores| scores.get(*index).copied().flatten()).unwrap_or(0);
            matches.sort_by_cached_key(|index| (ended(index), Reverse(score(index)), title(index)));
        }
    }
}

#[cfg(test)]
mod tests;
