//! What is near: pages whose name resembles a bad address, APIs that resemble an API.

use super::words::{likeness, telling, words};
use crate::core::address::percent_decode;
use crate::core::catalogue::wire::{ApiSummary, Catalogue};
use crate::core::id::Slug;
use crate::core::route::Route;

/// A page that a bad address may have meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// Title of the page.
    pub title: String,
    /// The page.
    pub route: Route,
}

/// At most five pages whose name resembles the end of `path`, the best first. Addresses of the former
/// api.gouv.fr (`/les-api/x`, `/les-api/x/y`) are understood.
pub fn suggest(catalogue: &Catalogue, path: &str) -> Vec<Suggestion> {
    let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    let kind = segments.iter().rev().find(|segment| KINDS.contains(segment)).copied().unwrap_or_default();
    let names = segments.iter().rev().filter(|segment| !KINDS.contains(segment)).take(2);
    let wanted: Vec<Vec<String>> = names
        .map(|segment| telling(words(percent_decode(segment).trim_end_matches(".html"))))
        .filter(|words| !words.is_empty())
        .collect();
    let mut found: Vec<(u32, Suggestion)> = Vec::new();
    let mut consider = |names: &[&str], title: &str, route: Route, of_kind: bool| {
        // The last segment tells more than the one before.
        let scores = wanted.iter().zip([0, 10]).flat_map(|(wanted, penalty)| {
            let score = |name: &&str| resemblance(wanted, &telling(words(name)));
            names.iter().map(score).map(move |score| score.saturating_sub(penalty))
        });
        let score = scores.max().unwrap_or(0);
        if score >= 40 {
            let bonus = if of_kind { 5 } else { 0 };
            found.push((score + bonus, Suggestion { title: title.to_owned(), route }));
        }
    };
    for api in &catalogue.apis {
        let mut names = vec![api.slug.as_str(), api.title.as_str()];
        names.extend(api.aliases.iter().map(Slug::as_str));
        let of_kind = matches!(kind, "les-api" | "apis" | "documentation");
        consider(&names, &api.title, Route::Api(api.slug.clone()), of_kind);
    }
    for producer in &catalogue.producers {
        let names = [producer.slug.as_str(), producer.name.as_str(), producer.short_name()];
        let of_kind = matches!(kind, "producteurs" | "producers");
        consider(&names, &producer.name, Route::Producer(producer.slug.clone()), of_kind);
    }
    for guide in &catalogue.guides {
        let names = [guide.slug.as_str(), guide.title.as_str()];
        let of_kind = matches!(kind, "guides" | "service");
        consider(&names, &guide.title, Route::Guide(guide.slug.clone()), of_kind);
    }
    found.sort_by(|left, right| right.0.cmp(&left.0).then_with(|| left.1.title.cmp(&right.1.title)));
    found.into_iter().take(5).map(|(_, suggestion)| suggestion).collect()
}

/// First segments of addresses, of this site and of the former api.gouv.fr.
const KINDS: [&str; 7] = ["les-api", "apis", "documentation", "producteurs", "producers", "guides", "service"];

/// From 0 to 100: the share of words two names have in common, or the nearness of their letters.
fn resemblance(left: &[String], right: &[String]) -> u32 {
    let common = left.iter().filter(|word| right.iter().any(|other| likeness(other, word).is_some())).count();
    let longest = left.len().max(right.len()).max(1);
    let by_words = common * 100 / longest;
    let (left, right) = (left.join("-"), right.join("-"));
    let letters = left.chars().count().max(right.chars().count()).max(1);
    let by_letters = 100 - distance(&left, &right).min(letters) * 100 / letters;
    // Two long names share many letters by chance.
    let by_letters = if by_letters >= 70 { by_letters } else { 0 };
    u32::try_from(by_words.max(by_letters)).unwrap_or(0)
}

/// At most six other APIs near this one, the nearest first, as indices of the catalogue.
pub fn related(catalogue: &Catalogue, slug: &Slug) -> Vec<usize> {
    let Some(api) = catalogue.api(slug) else { return Vec::new() };
    let mut scored: Vec<(usize, usize)> = catalogue
        .apis
        .iter()
        .enumerate()
        .filter(|(_, other)| other.slug != *slug)
        .map(|(index, other)| (nearness(api, other), index))
        .filter(|(score, _)| *score >= 3)
        .collect();
    scored.sort_by_key(|(score, index)| (std::cmp::Reverse(*score), *index));
    scored.into_iter().take(6).map(|(_, index)| index).collect()
}

fn nearness(api: &ApiSummary, other: &ApiSummary) -> usize {
    let bundled = api.bundle.is_some() && api.bundle == other.bundle
        || api.bundle.as_ref() == Some(&other.slug)
        || other.bundle.as_ref() == Some(&api.slug);
    let themes = api.themes.iter().filter(|theme| other.themes.contains(theme)).count();
    let has = |keyword: &&String| other.keywords.iter().any(|theirs| super::fold(theirs) == super::fold(keyword));
    let keywords = api.keywords.iter().filter(has).count();
    usize::from(bundled) * 6 + keywords * 3 + themes * 2 + usize::from(api.producer == other.producer)
}

/// Number of letters to add, remove or change to go from one text to the other (Levenshtein).
pub fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (line, from) in left.chars().enumerate() {
        let mut diagonal = line;
        if let Some(first) = row.first_mut() {
            *first = line + 1;
        }
        for (column, to) in right.iter().enumerate() {
            let above = row.get(column + 1).copied().unwrap_or_default();
            let before = row.get(column).copied().unwrap_or_default();
            let change = diagonal + usize::from(from != *to);
            if let Some(cell) = row.get_mut(column + 1) {
                *cell = change.min(above + 1).min(before + 1);
            }
            diagonal = above;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        let check = |left: &str, right: &str, expected: usize| assert_eq!(distance(left, right), expected);
        check("", "abc", 3);
        check("kitten", "sitting", 3);
        check("été", "ete", 2);
        check("a", "a", 0);
    }
}
