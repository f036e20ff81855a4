//! [`filter`]: the operations that hold what a reader types.

use super::{ContentsView, EntryView, GroupView};
use crate::core::search::fold;

/// The groups with the operations whose method, path, summary, name, tag, parameters or fields hold every word of
/// `words`, whatever case and accents. Groups without any are left out.
pub fn filter<'v>(contents: &'v ContentsView, words: &str) -> Vec<(&'v GroupView, Vec<&'v EntryView>)> {
    let words = fold(words);
    let words: Vec<&str> = words.split_whitespace().collect();
    let found = contents.groups.iter().map(|group| {
        let holds = |entry: &&EntryView| {
            let text = [&entry.method, &entry.path, &entry.summary, &entry.id, &group.name, &entry.names];
            let text = fold(&text.map(String::as_str).join(" "));
            words.iter().all(|word| text.contains(word))
        };
        (group, group.operations.iter().filter(holds).collect::<Vec<_>>())
    });
    found.filter(|(_, operations)| !operations.is_empty()).collect()
}

impl ContentsView {
    /// The operation called `id`.
    pub fn entry(&self, id: &str) -> Option<&EntryView> {
        self.groups.iter().flat_map(|group| &group.operations).find(|entry| entry.id == id)
    }

    /// How many operations there are.
    pub fn count(&self) -> usize {
        self.groups.iter().map(|group| group.operations.len()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contents() -> ContentsView {
        let entry = |id: &str, method: &str, path: &str, summary: &str, names: &str| EntryView {
            id: id.into(),
            method: method.into(),
            path: path.into(),
            summary: summary.into(),
            names: names.into(),
            ..EntryView::default()
        };
        let group = |name: &str, operations| GroupView { name: name.into(), operations, ..GroupView::default() };
        let communes = entry("communes", "GET", "/communes/{code}", "Une commune, par son code", "code nom siren");
        let search = entry("search", "GET", "/search", "Chercher une adresse", "q limit citycode");
        let upload = entry("csv", "POST", "/search/csv", "Fichier", "data");
        ContentsView {
            groups: vec![group("Découpage", vec![communes]), group("", vec![search, upload])],
            ..ContentsView::default()
        }
    }

    #[test]
    fn every_word_counts_wherever_it_stands() {
        for (words, expected) in [
            ("", vec!["communes", "search", "csv"]),
            ("  ", vec!["communes", "search", "csv"]),
            ("post", vec!["csv"]),
            ("/search", vec!["search", "csv"]),
            ("search get", vec!["search"]),
            ("DECOUPAGE", vec!["communes"]),
            ("siren", vec!["communes"]),
            ("cherch", vec!["search"]),
            ("nothing", vec![]),
        ] {
            let contents = contents();
            let found = filter(&contents, words);
            let found: Vec<&str> =
                found.iter().flat_map(|(_, entries)| entries).map(|entry| entry.id.as_str()).collect();
            assert_eq!(found, expected, "{words}");
        }
    }

    #[test]
    fn operations_are_found_by_their_name() {
        assert_eq!(contents().count(), 3);
        assert_eq!(contents().entry("csv").map(|entry| entry.path.as_str()), Some("/search/csv"));
        assert_eq!(contents().entry("absent"), None);
    }
}
