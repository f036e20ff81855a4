//! [`Filter`]: the operations that hold what a reader types.

use super::{ContentsView, EntryView, GroupView};
use crate::core::search::fold;

/// What of each operation of a list is looked into, whatever case and accents: method, path, summary, name, tag,
/// parameters and fields.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// By group, as in the list: of each operation, its rank in the document and its text.
    groups: Vec<Vec<(usize, String)>>,
}

impl Filter {
    /// All that a list says.
    pub fn of(contents: &ContentsView) -> Self {
        let text = |group: &GroupView, entry: &EntryView| {
            let text = [&entry.method, &entry.path, &entry.summary, &entry.id, &group.name, &entry.names];
            (entry.rank, fold(&text.map(String::as_str).join(" ")))
        };
        let texts = |group: &GroupView| group.operations.iter().map(|entry| text(group, entry)).collect();
        Self { groups: contents.groups.iter().map(texts).collect() }
    }

    /// Adds the names of operations, from the one of rank `first`.
    pub fn learn(&mut self, first: usize, names: &[String]) {
        for (rank, text) in self.groups.iter_mut().flatten() {
            if let Some(names) = rank.checked_sub(first).and_then(|place| names.get(place)) {
                text.push(' ');
                text.push_str(&fold(names));
            }
        }
    }

    /// The operations that hold every word of `words`: of each group that has some, its position and theirs.
    pub fn find(&self, words: &str) -> Vec<(usize, Vec<usize>)> {
        let words = fold(words);
        let words: Vec<&str> = words.split_whitespace().collect();
        let found = self.groups.iter().map(|texts| {
            let texts = texts.iter().enumerate();
            let found = texts.filter(|(_, (_, text))| words.iter().all(|word| text.contains(word)));
            found.map(|(position, _)| position).collect()
        });
        found.enumerate().filter(|(_, operations): &(usize, Vec<usize>)| !operations.is_empty()).collect()
    }
}

impl GroupView {
    fn find(&self, id: &str) -> Option<&EntryView> {
        self.operations.iter().find(|entry| entry.id == id)
    }
}

impl ContentsView {
    /// The operation called `id`, and its group.
    pub fn entry(&self, id: &str) -> Option<(&GroupView, &EntryView)> {
        let find = |group| GroupView::find(group, id).map(|entry| (group, entry));
        self.groups.iter().find_map(find)
    }

    /// Notes the names of operations, from the one of rank `first`.
    pub fn know(&mut self, first: usize, names: Vec<String>) {
        let mut names: Vec<Option<String>> = names.into_iter().map(Some).collect();
        for entry in self.groups.iter_mut().flat_map(|group| &mut group.operations) {
            if let Some(names) = entry.rank.checked_sub(first).and_then(|place| names.get_mut(place)?.take()) {
                entry.names = names;
            }
        }
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
            let found = Filter::of(&contents).find(words);
            let entry = |group: usize, position: usize| contents.groups[group].operations[position].id.as_str();
            let found: Vec<&str> =
                found.iter().flat_map(|(group, all)| all.iter().map(|one| entry(*group, *one))).collect();
            assert_eq!(found, expected, "{words}");
        }
    }

    #[test]
    fn names_that_come_later_are_looked_into() {
        let mut contents = contents();
        for (rank, entry) in contents.groups.iter_mut().flat_map(|group| &mut group.operations).enumerate() {
            (entry.rank, entry.names) = (rank, String::new());
        }
        let mut filter = Filter::of(&contents);
        assert_eq!(filter.find("siren"), []);
        filter.learn(1, &["Siren".to_owned(), "data siren".to_owned(), "beyond".to_owned()]);
        assert_eq!(filter.find("siren"), [(1, vec![0, 1])]);
        filter.learn(0, &["code siren".to_owned()]);
        assert_eq!(filter.find("siren"), [(0, vec![0]), (1, vec![0, 1])]);
        contents.know(1, vec!["Siren".to_owned(), "data siren".to_owned()]);
        assert_eq!(contents.entry("csv").map(|(_, entry)| entry.names.as_str()), Some("data siren"));
        assert_eq!(Filter::of(&contents).find("siren"), [(1, vec![0, 1])]);
    }

    #[test]
    fn operations_are_found_by_their_name() {
        assert_eq!(contents().count(), 3);
        assert_eq!(contents().entry("csv").map(|(_, entry)| entry.path.as_str()), Some("/search/csv"));
        assert_eq!(contents().entry("absent"), None);
    }
}
