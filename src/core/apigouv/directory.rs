//! Every page of the source folder by its old name, title or acronym, and the clean name it gets.

use super::report::Report;
use super::rule::Rule;
use crate::core::id::Slug;
use crate::core::search::fold;
use std::collections::BTreeSet;

/// Spellings of producers that neither name nor acronym explain, folded.
const PRODUCER_SPELLINGS: &[(&str, &str)] = &[
    ("ministere de l'economie et des finances", "mefr"),
    ("enseignement superieur, recherche et innovation", "mesri"),
    ("le reseau des carif-oref", "carif-oref"),
];

/// A page and its names.
#[derive(Debug, Clone)]
pub(super) struct Page {
    /// File name in the source, without `.md`.
    pub(super) old: String,
    /// Its name in the catalogue.
    pub(super) slug: Slug,
    /// Title of an API, name of a producer.
    pub(super) title: String,
    /// Acronym of a producer.
    pub(super) acronym: String,
}

/// A kind of page of the former site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Api,
    Producer,
    /// Guides and services share one folder in the catalogue.
    Guide,
    Service,
}

/// Every page.
#[derive(Debug, Clone, Default)]
pub(super) struct Directory {
    apis: Vec<Page>,
    producers: Vec<Page>,
    guides: Vec<Page>,
    services: Vec<Page>,
    taken: [BTreeSet<String>; 3],
}

impl Directory {
    /// Adds a page and gives it a clean name that no other page of its folder has.
    pub(super) fn add(&mut self, kind: Kind, old: &str, title: &str, acronym: &str, report: &mut Report) -> Slug {
        let folder = match kind {
            Kind::Api => 0,
            Kind::Producer => 1,
            Kind::Guide | Kind::Service => 2,
        };
        let (slug, taken) = free_slug(old, self.taken.get(folder));
        if taken {
            report.add(Rule::SlugTaken, None, "slug", old, slug.as_str());
        } else if slug.as_str() != old {
            report.add(Rule::SlugClean, None, "slug", old, slug.as_str());
        }
        if let Some(taken) = self.taken.get_mut(folder) {
            taken.insert(slug.as_str().to_owned());
        }
        let page =
            Page { old: old.to_owned(), slug: slug.clone(), title: title.to_owned(), acronym: acronym.to_owned() };
        self.pages_mut(kind).push(page);
        slug
    }

    fn pages_mut(&mut self, kind: Kind) -> &mut Vec<Page> {
        match kind {
            Kind::Api => &mut self.apis,
            Kind::Producer => &mut self.producers,
            Kind::Guide => &mut self.guides,
            Kind::Service => &mut self.services,
        }
    }

    /// The page that had a name on the former site.
    pub(super) fn page(&self, kind: Kind, old: &str) -> Option<&Slug> {
        let pages = match kind {
            Kind::Api => &self.apis,
            Kind::Producer => &self.producers,
            Kind::Guide => &self.guides,
            Kind::Service => &self.services,
        };
        pages.iter().find(|page| page.old == old).map(|page| &page.slug)
    }

    /// Whether an API of the catalogue has this name.
    pub(super) fn has_api(&self, slug: &Slug) -> bool {
        self.apis.iter().any(|page| page.slug == *slug)
    }

    /// The API that has exactly this title: how the former site resolved references.
    pub(super) fn api_by_title(&self, title: &str) -> Option<&Slug> {
        self.apis.iter().find(|page| page.title == title).map(|page| &page.slug)
    }

    /// A name for a title that no API bears, which is no API's name: it must not resolve by chance, for a title
    /// that resembles another does not prove that it is the same API.
    pub(super) fn unresolved(&self, title: &str) -> Option<Slug> {
        let slug = Slug::from_text(title)?;
        if self.has_api(&slug) { Slug::parse(&format!("title-{slug}")) } else { Some(slug) }
    }

    /// The producer that a text names: by name on the former site, by name or by acronym.
    pub(super) fn producer(&self, text: &str) -> Option<&Slug> {
        let (long, short) = split_acronym(text);
        let spelling = PRODUCER_SPELLINGS.iter().find(|(known, _)| *known == long).map(|(_, slug)| *slug);
        let named = |wanted: &str, page: &Page| {
            page.old == wanted
                || fold(&page.old) == wanted
                || fold(&page.title) == wanted
                || acronyms(&page.acronym).any(|acronym| acronym == wanted)
        };
        let find = |wanted: &str| self.producers.iter().find(|page| named(wanted, page)).map(|page| &page.slug);
        self.page(Kind::Producer, text)
            .or_else(|| spelling.and_then(find))
            .or_else(|| find(&long))
            .or_else(|| short.as_deref().and_then(find))
    }
}

/// `Ministère de la Santé (MSS)`: the folded name and the folded acronym.
fn split_acronym(text: &str) -> (String, Option<String>) {
    let folded = fold(text.trim()).replace('’', "'");
    let split = folded.strip_suffix(')').and_then(|inside| inside.rsplit_once(" ("));
    match split {
        Some((long, short)) => (long.trim().to_owned(), Some(short.trim().to_owned())),
        None => (folded, None),
    }
}

/// `CNAM / Ameli`, `Cnaf & MSA`: each of them, folded, and the whole.
fn acronyms(text: &str) -> impl Iterator<Item = String> {
    let whole = fold(text.trim());
    let parts: Vec<String> = whole.split(['/', '&']).map(|part| part.trim().to_owned()).collect();
    parts.into_iter().chain([whole]).filter(|part| !part.is_empty())
}

/// The slug nearest to an old name that is free, and whether another page had taken it.
fn free_slug(old: &str, taken: Option<&BTreeSet<String>>) -> (Slug, bool) {
    let base: String = Slug::from_text(old).map_or_else(|| "page".to_owned(), String::from).chars().take(100).collect();
    let base = base.trim_end_matches('-');
    let mut number = 1_u32;
    loop {
        let name = if number == 1 { base.to_owned() } else { format!("{base}-{number}") };
        let free = Slug::parse(&name).filter(|slug| taken.is_none_or(|taken| !taken.contains(slug.as_str())));
        if let Some(slug) = free {
            return (slug, number > 1);
        }
        number = number.saturating_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn directory() -> (Directory, Report) {
        let (mut directory, mut report) = (Directory::default(), Report::default());
        for (kind, old, title, acronym) in [
            (Kind::Api, "api_geo", "API Géo", ""),
            (Kind::Api, "API-geo", "API Géo 2", ""),
            (Kind::Producer, "mesri", "Ministère de l'Enseignement Supérieur", "MESR"),
            (Kind::Producer, "cnaf-msa", "Caisse (CNAF) & (MSA)", "Cnaf & MSA"),
            (Kind::Producer, "cnam", "Caisse Nationale", "CNAM / Ameli"),
            (Kind::Producer, "mss", "Ministère des Solidarités et de la Santé", ""),
            (Kind::Producer, "mefr", "Ministère de l'économie, des finances", "MEFR"),
            (Kind::Producer, "securite_sociale", "Sécurité sociale (Cnam…)", "Sécurité sociale"),
            (Kind::Guide, "camino", "Guide", ""),
            (Kind::Service, "camino", "Service", ""),
        ] {
            directory.add(kind, old, title, acronym, &mut report);
        }
        (directory, report)
    }

    #[test]
    fn names_are_clean_and_unique() {
        let (directory, report) = directory();
        let slug = |kind, old: &str| directory.page(kind, old).map(Slug::as_str);
        assert_eq!(slug(Kind::Api, "api_geo"), Some("api-geo"));
        assert_eq!(slug(Kind::Api, "API-geo"), Some("api-geo-2"));
        assert_eq!(slug(Kind::Service, "camino"), Some("camino-2"));
        assert_eq!(slug(Kind::Api, "api-geo"), None);
        let rules: Vec<Rule> = report.entries.iter().map(|entry| entry.rule).collect();
        assert_eq!(rules, [Rule::SlugClean, Rule::SlugTaken, Rule::SlugClean, Rule::SlugTaken]);
    }

    #[test]
    fn producers_are_found_by_name_or_acronym() {
        let (directory, _) = directory();
        for (text, expected) in [
            ("mesri", Some("mesri")),
            ("mesr", Some("mesri")),
            ("MSA", Some("cnaf-msa")),
            ("CNAF", Some("cnaf-msa")),
            ("Ameli", Some("cnam")),
            ("Ministère des Solidarités et de la Santé (MSS)", Some("mss")),
            ("Ministère de l'Economie et des Finances (MEF)", Some("mefr")),
            ("Enseignement supérieur, Recherche et Innovation", Some("mesri")),
            ("Sécurité sociale", Some("securite-sociale")),
            ("securite_sociale", Some("securite-sociale")),
            ("La Poste", None),
            ("", None),
        ] {
            assert_eq!(directory.producer(text).map(Slug::as_str), expected, "{text}");
        }
    }

    #[test]
    fn a_title_nobody_bears_never_resolves() {
        let (directory, _) = directory();
        assert_eq!(directory.api_by_title("API Géo").map(Slug::as_str), Some("api-geo"));
        assert_eq!(directory.api_by_title("API Geo"), None);
        assert_eq!(directory.unresolved("API Geo").as_ref().map(Slug::as_str), Some("title-api-geo"));
        assert_eq!(directory.unresolved("API perdue").as_ref().map(Slug::as_str), Some("api-perdue"));
    }
}
