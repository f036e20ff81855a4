//! Where an answer leads. A way to a page of the catalogue exists only when the catalogue has that page.

use super::Reason;
use crate::core::address::{Href, HttpUrl};
use crate::core::catalogue::wire::{ApiPage, ApiSummary, Catalogue};
use crate::core::catalogue::{AccessKind, Alternative, Audience, AudienceRule, GuideKind, Status, Verdict};
use crate::core::id::Slug;
use crate::core::route::{BrowseQuery, Route};
use crate::core::search::related;

/// APIs of the catalogue that are suggested beside what a page names.
const SUGGESTED: usize = 3;

/// Guides that are suggested.
const GUIDES: usize = 2;

/// A place to go to, and what is done there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// What is done there.
    pub action: Action,
    /// Which one, in the words of the content: a title, a host, an address.
    pub name: Option<String>,
    /// Where it is.
    pub href: Href,
}

/// What is done at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Read and call the operations.
    Explore,
    /// Read the documentation.
    Read,
    /// Create an account.
    CreateAccount,
    /// Ask for the right.
    Request,
    /// Ask for it by the bundle.
    RequestBundle,
    /// Fill in a form made for those who get no access.
    OtherForm,
    /// Write to those who answer.
    Write,
    /// Ask by their form.
    Contact,
    /// See the producer.
    SeeProducer,
    /// Use another API.
    UseApi,
    /// Use the API that replaces this one.
    UseSuccessor,
    /// Read a guide.
    ReadGuide,
    /// Go to another site.
    GoTo,
    /// List the APIs of the same themes that this audience may use.
    ListTheme,
    /// List the APIs that this audience may use.
    List,
    /// Go back to the page of the API, which says all that is known.
    SeePage,
}

impl Action {
    /// Every action.
    pub const ALL: [Self; 16] = [
        Self::Explore,
        Self::Read,
        Self::CreateAccount,
        Self::Request,
        Self::RequestBundle,
        Self::OtherForm,
        Self::Write,
        Self::Contact,
        Self::SeeProducer,
        Self::UseApi,
        Self::UseSuccessor,
        Self::ReadGuide,
        Self::GoTo,
        Self::ListTheme,
        Self::List,
        Self::SeePage,
    ];
}

impl Way {
    fn page(action: Action, name: Option<&str>, route: &Route) -> Self {
        Self { action, name: name.map(str::to_owned), href: Href::Internal(route.href()) }
    }

    fn web(action: Action, url: &HttpUrl) -> Self {
        Self { action, name: Some(url.host()), href: Href::Web(url.clone()) }
    }
}

/// What the ways of one answer follow from.
pub(super) struct Ways<'a> {
    pub(super) page: &'a ApiPage,
    pub(super) catalogue: &'a Catalogue,
    pub(super) audience: Audience,
}

impl Ways<'_> {
    /// Where those who may use the API, or may ask, go next.
    pub(super) fn onward(&self, reason: Reason) -> Way {
        let access = &self.page.api.access;
        let account = || access.account_url.as_ref().map(|url| Way::web(Action::CreateAccount, url));
        let way = match (reason, access.kind) {
            (Reason::Unstated, _) => self.contact().or_else(|| self.request()),
            (Reason::Everyone, _) => self.documentation(),
            (Reason::WithAccount, _) => account().or_else(|| self.request()).or_else(|| self.documentation()),
            (_, AccessKind::Open) => self.request().or_else(|| self.documentation()),
            (_, AccessKind::Account) => self.request().or_else(account),
            (_, AccessKind::Restricted) => self.request(),
        };
        way.or_else(|| self.contact())
            .or_else(|| self.documentation())
            .or_else(|| self.producer())
            .unwrap_or_else(|| Way::page(Action::SeePage, None, &Route::Api(self.page.slug.clone())))
    }

    /// What exists for those who may not use the API: first the best of it, then the rest. What the page itself names
    /// comes before what the catalogue suggests.
    pub(super) fn instead(&self, reason: Reason) -> (Way, Vec<Way>) {
        let mut ways: Vec<Way> = self.successor().into_iter().collect();
        if let Some(rule) = self.rule().filter(|_| reason == Reason::Refused) {
            ways.extend(rule.request_url.as_ref().map(|url| Way::web(Action::OtherForm, url)));
            ways.extend(self.alternatives(rule));
        }
        ways.extend(self.bundle().filter(|bundle| self.may_use(bundle)).map(|bundle| self.api(bundle)));
        let first = if ways.is_empty() { self.list() } else { ways.remove(0) };
        let near = related(self.catalogue, &self.page.slug);
        let near = near.into_iter().filter_map(|index| self.catalogue.apis.get(index));
        ways.extend(near.filter(|api| self.may_use(api)).take(SUGGESTED).map(|api| self.api(api)));
        ways.extend(self.guides());
        ways.extend(self.contact().or_else(|| self.producer()));
        ways.push(self.list());
        let mut others: Vec<Way> = Vec::new();
        for way in ways {
            if way.href != first.href && others.iter().all(|other| other.href != way.href) {
                others.push(way);
            }
        }
        (first, others)
    }

    /// The API that replaces this one.
    pub(super) fn successor(&self) -> Option<Way> {
        let api = self.known(self.page.api.replacement.as_ref()?)?;
        Some(Way::page(Action::UseSuccessor, Some(&api.title), &Route::Api(api.slug.clone())))
    }

    fn rule(&self) -> Option<&AudienceRule> {
        self.page.api.access.rule(self.audience)
    }

    /// Where this audience asks for the right.
    fn request(&self) -> Option<Way> {
        let own = self.rule().and_then(|rule| rule.request_url.as_ref());
        let url = own.or(self.page.api.access.request_url.as_ref());
        url.map(|url| Way::web(Action::Request, url)).or_else(|| {
            let bundle = self.bundle()?;
            let route = Route::Access { api: bundle.slug.clone(), audience: Some(self.audience) };
            Some(Way::page(Action::RequestBundle, Some(&bundle.title), &route))
        })
    }

    /// Operations that the site shows come before the documentation of the producer, and this before a document elsewhere,
    /// which browsers may not be allowed to read.
    fn documentation(&self) -> Option<Way> {
        let shown = self
            .page
            .outlines
            .iter()
            .position(|outline| outline.as_ref().is_some_and(|outline| !outline.operations.is_empty()));
        let explorer = |document| {
            Way::page(
                Action::Explore,
                None,
                &Route::Explorer { api: self.page.slug.clone(), document, operation: None },
            )
        };
        let elsewhere = || {
            let url = self.page.api.openapi.iter().find_map(|source| source.url.as_ref())?;
            let route = Route::Document { url: Some(url.as_str().to_owned()), operation: None };
            Some(Way::page(Action::Explore, None, &route))
        };
        let read = || self.page.api.documentation.as_ref().map(|url| Way::web(Action::Read, url));
        shown.map(explorer).or_else(read).or_else(elsewhere)
    }

    fn contact(&self) -> Option<Way> {
        let contact = &self.page.api.contact;
        let mail = contact.email.as_ref().map(|email| Way {
            action: Action::Write,
            name: Some(email.as_str().to_owned()),
            href: Href::Mail(email.mailto()),
        });
        mail.or_else(|| contact.form.as_ref().map(|url| Way::web(Action::Contact, url)))
    }

    fn producer(&self) -> Option<Way> {
        let slug = &self.page.api.producer;
        let producer = self.catalogue.producers.iter().find(|producer| producer.slug == *slug)?;
        Some(Way::page(Action::SeeProducer, Some(&producer.name), &Route::Producer(slug.clone())))
    }

    /// What the page names instead. APIs that refuse this audience too come last.
    fn alternatives(&self, rule: &AudienceRule) -> Vec<Way> {
        let mut ways: Vec<(bool, Way)> = rule
            .alternatives
            .iter()
            .filter_map(|alternative| match alternative {
                Alternative::Api(slug) => {
                    let api = self.known(slug)?;
                    Some((!self.may_use(api), self.api(api)))
                }
                Alternative::Web(url) => Some((false, Way::web(Action::GoTo, url))),
            })
            .collect();
        ways.sort_by_key(|(refuses, _)| *refuses);
        ways.into_iter().map(|(_, way)| way).collect()
    }

    fn guides(&self) -> impl Iterator<Item = Way> {
        let guides = self.catalogue.guides.iter();
        let guides = guides.filter(|guide| guide.kind == GuideKind::Guide && guide.apis.contains(&self.page.slug));
        guides
            .take(GUIDES)
            .map(|guide| Way::page(Action::ReadGuide, Some(&guide.title), &Route::Guide(guide.slug.clone())))
    }

    /// The APIs that this audience may use: of the same themes where there are any, else all; else the whole catalogue.
    fn list(&self) -> Way {
        let usable = || self.catalogue.apis.iter().filter(|api| api.slug != self.page.slug && self.may_use(api));
        let themes = &self.page.api.themes;
        let mut query = BrowseQuery { audiences: vec![self.audience], ..BrowseQuery::default() };
        if usable().any(|api| api.themes.iter().any(|theme| themes.contains(theme))) {
            query.themes.clone_from(themes);
            return Way::page(Action::ListTheme, None, &Route::Apis(query));
        }
        if usable().next().is_none() {
            query.audiences.clear();
        }
        Way::page(Action::List, None, &Route::Apis(query))
    }

    fn api(&self, api: &ApiSummary) -> Way {
        Way::page(Action::UseApi, Some(&api.title), &Route::Api(api.slug.clone()))
    }

    /// The API of that name, or that had it; never the one of the page.
    fn known(&self, slug: &Slug) -> Option<&ApiSummary> {
        let api = self.catalogue.api(slug);
        let api = api.or_else(|| self.catalogue.apis.iter().find(|api| api.aliases.contains(slug)));
        api.filter(|api| api.slug != self.page.slug)
    }

    fn bundle(&self) -> Option<&ApiSummary> {
        self.known(self.page.api.access.bundle.as_ref()?)
    }

    fn may_use(&self, api: &ApiSummary) -> bool {
        let says = |verdict| api.audiences.contains(&(self.audience, verdict));
        api.status != Status::Retired && (says(Verdict::Yes) || says(Verdict::Conditional))
    }
}
