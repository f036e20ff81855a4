//! Security: which proofs of identity are enough, and how each scheme works.

use super::comparison::{Comparison, Places, Side, Whole};
use super::pairing::{self, Pair};
use super::words::{COMMA, OR, Word, list, quoted};
use super::{Impact, Kind};
use crate::core::i18n::Text;
use crate::core::openapi::model::{Flow, Requirement, Scheme, SchemeKind, SchemeUse};
use crate::core::openapi::version::Version;
use crate::core::pointer;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// One combination of schemes that is enough: scopes by scheme.
struct Way<'r, 'a> {
    requirement: &'r Requirement<'a>,
    scopes: BTreeMap<String, BTreeSet<&'a str>>,
}

impl<'r, 'a> Way<'r, 'a> {
    fn of(requirement: &'r Requirement<'a>, shared: &HashSet<&str>) -> Self {
        let mut scopes: BTreeMap<String, BTreeSet<&'a str>> = BTreeMap::new();
        for one in &requirement.schemes {
            scopes.entry(identity(one, shared)).or_default().extend(&one.scopes);
        }
        Self { requirement, scopes }
    }

    fn key(&self) -> String {
        self.scopes.keys().map(String::as_str).collect::<Vec<_>>().join("\n")
    }

    /// Whether a client that satisfies `other` satisfies this one.
    fn is_within(&self, other: &Self) -> bool {
        self.scopes
            .iter()
            .all(|(scheme, scopes)| other.scopes.get(scheme).is_some_and(|owned| owned.is_superset(scopes)))
    }

    /// `key` and `oauth` (a, b).
    fn words(&self) -> Text {
        let one = |one: &SchemeUse<'_>| {
            let name = quoted(one.name);
            let scopes: Vec<Text> = one.scopes.iter().map(|scope| quoted(scope)).collect();
            let scopes = list(&scopes, COMMA);
            if one.scopes.is_empty() {
                return name;
            }
            Text::new(format!("{} ({})", name.fr, scopes.fr), format!("{} ({})", name.en, scopes.en))
        };
        list(&self.requirement.schemes.iter().map(one).collect::<Vec<_>>(), (" + ", " + "))
    }
}

/// What tells a scheme from others: its name where both documents have one of that name, else how it works, so that
/// another name for the same scheme changes nothing.
fn identity(one: &SchemeUse<'_>, shared: &HashSet<&str>) -> String {
    match &one.scheme {
        Some(scheme) if !shared.contains(one.name) => describe(&scheme.kind),
        _ => one.name.to_owned(),
    }
}

/// How a scheme works, in the words of the specification; flows are told apart.
fn describe(kind: &SchemeKind<'_>) -> String {
    match kind {
        SchemeKind::ApiKey { name, location } => format!("apiKey {location:?} {name}").to_lowercase(),
        SchemeKind::Http { scheme, bearer_format: None } => format!("http {scheme}"),
        SchemeKind::Http { scheme, bearer_format: Some(format) } => format!("http {scheme} {format}"),
        SchemeKind::OAuth2 { flows, .. } => {
            let flows: Vec<&str> = flows.iter().map(|flow| flow.kind.id()).collect();
            format!("oauth2 {}", flows.join(" "))
        }
        SchemeKind::OpenIdConnect { url } => format!("openIdConnect {url}"),
        SchemeKind::MutualTls => "mutualTLS".to_owned(),
    }
}

/// Whether nothing is needed.
fn is_open(requirements: &[Requirement<'_>]) -> bool {
    requirements.is_empty() || requirements.iter().any(|one| one.schemes.is_empty())
}

impl<'a> Comparison<'a> {
    /// What changes about the proofs that are needed: one of several combinations of schemes.
    pub(super) fn security(&mut self, old: &[Requirement<'a>], new: &[Requirement<'a>], places: &Places) {
        let names = |list: &[Requirement<'a>]| -> HashSet<&'a str> {
            list.iter().flat_map(|one| &one.schemes).map(|one| one.name).collect()
        };
        let (before, after) = (names(old), names(new));
        let shared: HashSet<&str> = before.intersection(&after).copied().collect();
        let (was_open, is_now_open) = (is_open(old), is_open(new));
        let old: Vec<Way<'_, 'a>> =
            old.iter().filter(|one| !one.schemes.is_empty()).map(|one| Way::of(one, &shared)).collect();
        let new: Vec<Way<'_, 'a>> =
            new.iter().filter(|one| !one.schemes.is_empty()).map(|one| Way::of(one, &shared)).collect();
        let any = |ways: &[Way<'_, 'a>]| list(&ways.iter().map(Way::words).collect::<Vec<_>>(), OR);
        match (was_open, is_now_open) {
            (true, false) => {
                self.report(Kind::SecurityRequired, Impact::Breaking, places.clone(), &[Word::Text(&any(&new))]);
            }
            (false, true) => {
                self.report(Kind::SecurityLifted, Impact::Compatible, places.clone(), &[Word::Text(&any(&old))]);
            }
            // Where nothing is needed, proofs only give more: what changes about them refuses no one.
            (true, true) => {}
            (false, false) => self.ways(&old, &new, places),
        }
    }

    fn ways(&mut self, old: &[Way<'_, 'a>], new: &[Way<'_, 'a>], places: &Places) {
        let pairs = pairing::entries(old, new, Way::key);
        let removed = || pairs.iter().filter_map(|pair| if let Pair::Removed(way) = pair { Some(*way) } else { None });
        let added = || pairs.iter().filter_map(|pair| if let Pair::Added(way) = pair { Some(*way) } else { None });
        for pair in &pairs {
            match pair {
                Pair::Kept(old, new) => self.scopes(old, new, places),
                Pair::Removed(gone) => {
                    if let Some(way) = added().find(|way| way.is_within(gone)) {
                        let words = [Word::Text(&gone.words()), Word::Text(&way.words())];
                        self.report(Kind::SecurityLoosened, Impact::Compatible, places.clone(), &words);
                    } else if let Some(way) = added().find(|way| gone.is_within(way)) {
                        let words = [Word::Text(&gone.words()), Word::Text(&way.words())];
                        self.report(Kind::SecurityTightened, Impact::Breaking, places.clone(), &words);
                    } else {
                        let impact = match new.iter().any(|way| way.is_within(gone)) {
                            true => Impact::Compatible,
                            false => Impact::Breaking,
                        };
                        let words = [Word::Text(&gone.words())];
                        self.report(Kind::SecurityOptionRemoved, impact, places.clone(), &words);
                    }
                }
                Pair::Added(way) => {
                    let told = removed().any(|gone| gone.is_within(way) || way.is_within(gone));
                    if !told {
                        let words = [Word::Text(&way.words())];
                        self.report(Kind::SecurityOptionAdded, Impact::Compatible, places.clone(), &words);
                    }
                }
            }
        }
    }

    fn scopes(&mut self, old: &Way<'_, 'a>, new: &Way<'_, 'a>, places: &Places) {
        for ((scheme, before), after) in old.scopes.iter().zip(new.scopes.values()) {
            let name = Word::Name(scheme);
            for scope in before.difference(after) {
                self.report(Kind::ScopeRemoved, Impact::Compatible, places.clone(), &[name, Word::Name(scope)]);
            }
            for scope in after.difference(before) {
                self.report(Kind::ScopeAdded, Impact::Breaking, places.clone(), &[name, Word::Name(scope)]);
            }
        }
    }

    /// What changes about how schemes of the same name work. Those of one version only matter where they are used.
    pub(super) fn schemes(&mut self, before: &Whole<'a>, after: &Whole<'a>) {
        for pair in pairing::entries(&before.schemes, &after.schemes, |scheme| scheme.name.to_owned()) {
            if let Pair::Kept(old, new) = pair {
                self.scheme(old, new);
            }
        }
    }

    fn scheme(&mut self, old: &Scheme<'a>, new: &Scheme<'a>) {
        let places = Places { old: place(self.old, old), new: place(self.new, new) };
        match (&old.kind, &new.kind) {
            (SchemeKind::OAuth2 { flows: before, .. }, SchemeKind::OAuth2 { flows: after, .. }) => {
                self.flows(new.name, before, after, &places);
            }
            // `bearerFormat` is a hint: tokens are opaque to clients.
            (SchemeKind::Http { scheme: before, .. }, SchemeKind::Http { scheme: after, .. })
                if before == after && old.kind != new.kind =>
            {
                self.scheme_changed(new.name, Impact::Note, (describe(&old.kind), describe(&new.kind)), &places);
            }
            (before, after) if describe(before) != describe(after) => {
                self.scheme_changed(new.name, Impact::Breaking, (describe(before), describe(after)), &places);
            }
            _ => {}
        }
    }

    fn scheme_changed(&mut self, name: &str, impact: Impact, change: (String, String), places: &Places) {
        let words = [Word::Name(name), Word::Name(&change.0), Word::Name(&change.1)];
        self.report(Kind::SchemeChanged, impact, places.clone(), &words);
    }

    fn flows(&mut self, name: &str, old: &[Flow<'a>], new: &[Flow<'a>], places: &Places) {
        for pair in pairing::entries(old, new, |flow| flow.kind.id().to_owned()) {
            match pair {
                Pair::Removed(gone) => {
                    let words = [Word::Name(name), Word::Name(gone.kind.id())];
                    self.report(Kind::FlowRemoved, Impact::Breaking, places.clone(), &words);
                }
                Pair::Added(more) => {
                    let words = [Word::Name(name), Word::Name(more.kind.id())];
                    self.report(Kind::FlowAdded, Impact::Compatible, places.clone(), &words);
                }
                Pair::Kept(before, after) => {
                    let addresses = |flow: &Flow<'a>| {
                        [&flow.authorization_url, &flow.token_url, &flow.device_authorization_url].map(Clone::clone)
                    };
                    for (before, after) in addresses(before).into_iter().zip(addresses(after)) {
                        if before != after {
                            let change = (before.unwrap_or_default(), after.unwrap_or_default());
                            self.scheme_changed(name, Impact::Breaking, change, places);
                        }
                    }
                }
            }
        }
    }
}

/// Where a scheme is, when the document itself holds it.
fn place(side: Side<'_>, scheme: &Scheme<'_>) -> Option<String> {
    let holder = match side.document.generation() {
        Version::V2 => "/securityDefinitions",
        Version::V3_0 | Version::V3_1 | Version::V3_2 => "/components/securitySchemes",
    };
    let pointer = pointer::child(holder, scheme.name);
    side.place(&pointer, None)
}
