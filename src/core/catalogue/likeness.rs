//! What tells an API whatever its name: where it answers and what it offers, in the few numbers that a list has room for.

use crate::core::address::HttpUrl;
use crate::core::openapi::Outline;
use std::collections::BTreeSet;

/// How many operations leave a mark: APIs of the same operations have the same smallest ones, in any order.
const OPERATIONS: usize = 4;
/// The bits of a mark: enough for a catalogue of thousands, and few signs in JSON.
const BITS: u32 = 24;

/// The addresses at which an API answers, written alike: its root, and the servers of its documents.
pub fn addresses<'a>(base_url: Option<&HttpUrl>, outlines: impl Iterator<Item = &'a Outline>) -> BTreeSet<String> {
    let servers = outlines.flat_map(|outline| &outline.servers).filter(|server| !server.contains(['{', '}']));
    let servers = servers.filter_map(|server| HttpUrl::parse(server));
    base_url.cloned().into_iter().chain(servers).map(|url| written_alike(&url)).collect()
}

/// Neither the scheme nor a last slash makes another API.
fn written_alike(url: &HttpUrl) -> String {
    let text = url.as_str().trim_end_matches('/').to_lowercase();
    text.split_once("://").map_or(text.clone(), |(_, rest)| rest.to_owned())
}

/// An operation without the names of its parameters: `/x/{id}` and `/x/{number}` are one place.
pub fn signature(method: &str, path: &str) -> String {
    let mut signature = format!("{method} ");
    let mut inside = false;
    for character in path.trim_end_matches('/').chars() {
        match character {
            '{' => {
                inside = true;
                signature.push_str("{}");
            }
            '}' => inside = false,
            _ if inside => {}
            other => signature.push(other),
        }
    }
    signature
}

/// The signatures of every operation.
pub fn signatures<'a>(outlines: impl Iterator<Item = &'a Outline>) -> BTreeSet<String> {
    let operations = outlines.flat_map(|outline| &outline.operations);
    operations.map(|operation| signature(&operation.method, &operation.path)).collect()
}

/// The marks of an API: two that have none in common are not the same, two that have one are worth comparing.
pub fn marks(addresses: &BTreeSet<String>, signatures: &BTreeSet<String>) -> Vec<u32> {
    let least: BTreeSet<u32> = signatures.iter().map(|text| mark(text)).collect();
    let all: BTreeSet<u32> =
        addresses.iter().map(|text| mark(text)).chain(least.into_iter().take(OPERATIONS)).collect();
    all.into_iter().collect()
}

/// FNV-1a, folded to [`BITS`]. It resists no one who means to deceive, and protects nothing.
fn mark(text: &str) -> u32 {
    let hash = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash >> BITS) ^ (hash & ((1 << BITS) - 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn set(texts: &[&str]) -> BTreeSet<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn the_same_place_is_written_in_many_ways() {
        let url = |text: &str| HttpUrl::parse(text).unwrap();
        for other in ["https://API.fr/v1/", "http://api.fr/v1"] {
            assert_eq!(written_alike(&url(other)), "api.fr/v1");
        }
        assert_ne!(written_alike(&url("https://api.fr/v2")), "api.fr/v1");
        assert_eq!(signature("GET", "/x/{id}/"), signature("GET", "/x/{number}"));
        assert_ne!(signature("GET", "/x/{id}"), signature("POST", "/x/{id}"));
    }

    #[test]
    fn what_is_alike_shares_a_mark_and_what_is_not_does_not() {
        let marks_of = |addresses: &[&str], operations: &[&str]| marks(&set(addresses), &set(operations));
        let share = |one: &[u32], other: &[u32]| one.iter().any(|mark| other.contains(mark));
        let mine = marks_of(&["a.fr"], &["GET /a", "GET /b", "GET /c", "GET /d", "GET /e"]);
        assert!(mine.len() <= OPERATIONS + 1);
        assert!(share(&mine, &marks_of(&[], &["GET /e", "GET /d", "GET /c", "GET /b", "GET /a"])));
        assert!(share(&mine, &marks_of(&["a.fr", "b.fr"], &[])));
        assert!(!share(&mine, &marks_of(&["b.fr"], &["GET /x", "GET /y"])));
        assert!(marks_of(&[], &[]).is_empty());
    }

    proptest! {
        /// What holds most of what another one holds shares a mark with it.
        #[test]
        fn one_more_operation_hides_nothing(operations in prop::collection::btree_set("[A-Z]{3} /[a-z]{1,6}", 1..30), more in "[A-Z]{3} /[a-z]{1,6}") {
            let before = marks(&BTreeSet::new(), &operations);
            let mut grown = operations;
            grown.insert(more);
            let after = marks(&BTreeSet::new(), &grown);
            prop_assert!(before.len() == 1 || before.iter().any(|mark| after.contains(mark)));
            prop_assert!(after.iter().all(|mark| *mark < 1 << BITS));
        }
    }
}
