//! Where to go on: the pages that an answer says come next, before, first and last.
//!
//! Only `http` and `https` addresses. Never here: whether credentials may go there (they may not by themselves).

use super::media::{header, next_parameter};
use super::tree::{NodeKind, Tree};
use crate::core::address::HttpUrl;
use crate::core::uri;
use serde::{Deserialize, Serialize};

/// Longest address read.
const LONGEST: usize = 8192;
/// Most links read in a header or list.
const MOST: usize = 100;

/// What a link leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// The first page.
    First,
    /// The page before.
    Prev,
    /// The page after.
    Next,
    /// The last page.
    Last,
}

/// A page to ask for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageLink {
    /// What it is.
    pub relation: Relation,
    /// Its absolute address.
    pub address: String,
    /// Where it is written: `Link`, or a JSON pointer in the body.
    pub place: String,
}

const RELATIONS: [(Relation, &[&str]); 4] = [
    (Relation::First, &["first", "start"]),
    (Relation::Prev, &["prev", "previous"]),
    (Relation::Next, &["next"]),
    (Relation::Last, &["last"]),
];

/// Objects that hold links by relation, and whether what they hold is an address for sure.
const HOLDERS: [(&[&str], bool); 11] = [
    (&["_links"], true),
    (&["links"], true),
    (&["pagination", "links"], true),
    (&["meta", "pagination", "links"], true),
    (&["meta", "links"], true),
    (&["pagination"], false),
    (&["paging"], false),
    (&["meta", "pagination"], false),
    (&["meta"], false),
    (&["page"], false),
    (&[], false),
];

/// Members for the page after or before, beside the names of relations.
const OTHER_NAMES: [(&str, Relation); 14] = [
    ("next_page", Relation::Next),
    ("nextPage", Relation::Next),
    ("next_url", Relation::Next),
    ("nextUrl", Relation::Next),
    ("next_page_url", Relation::Next),
    ("nextLink", Relation::Next),
    ("@odata.nextLink", Relation::Next),
    ("@nextLink", Relation::Next),
    ("hydra:next", Relation::Next),
    ("previous_page", Relation::Prev),
    ("previousPage", Relation::Prev),
    ("prev_page", Relation::Prev),
    ("prev_page_url", Relation::Prev),
    ("hydra:previous", Relation::Prev),
];

/// The pages that an answer from `address` leads to, one a relation: the header first, then the body.
pub fn page_links(headers: &[(String, String)], body: Option<&Tree>, address: &str) -> Vec<PageLink> {
    let mut found = Found { links: Vec::new(), address };
    if let Some(value) = header(headers, "link") {
        found.header(value);
    }
    if let Some(tree) = body {
        found.body(tree);
    }
    found.links
}

struct Found<'a> {
    links: Vec<PageLink>,
    address: &'a str,
}

impl Found<'_> {
    fn add(&mut self, relation: Relation, reference: &str, place: &str) {
        let reference = reference.trim();
        if self.links.iter().any(|link| link.relation == relation) || reference.is_empty() || reference.len() > LONGEST
        {
            return;
        }
        let address = uri::join(self.address, reference);
        // An answer that names itself leads nowhere.
        let same = uri::without_fragment(&address) == uri::without_fragment(self.address);
        if let Some(address) = HttpUrl::parse(&address).filter(|_| !same || relation == Relation::First) {
            self.links.push(PageLink { relation, address: address.into(), place: place.to_owned() });
        }
    }

    /// RFC 8288 §3.
    fn header(&mut self, value: &str) {
        let mut rest = value;
        for _ in 0..MOST {
            let Some((target, after)) = rest.split_once('<').and_then(|(_, rest)| rest.split_once('>')) else { return };
            rest = after;
            let (mut relations, mut elsewhere) = (None, false);
            while let Some((name, value)) = next_parameter(&mut rest) {
                match name.as_str() {
                    // The first one counts.
                    "rel" if relations.is_none() => relations = Some(value),
                    "anchor" => elsewhere = true,
                    _ => {}
                }
            }
            for name in relations.as_deref().unwrap_or_default().split_ascii_whitespace().filter(|_| !elsewhere) {
                if let Some(relation) = relation(name) {
                    self.add(relation, target, "Link");
                }
            }
        }
    }

    fn body(&mut self, tree: &Tree) {
        for (path, sure) in HOLDERS {
            let Some(holder) = tree.descend(0, path) else { continue };
            match tree.kind(holder) {
                Some(NodeKind::Array) => self.list(tree, holder),
                Some(NodeKind::Object) => self.members(tree, holder, sure),
                _ => {}
            }
        }
        if let Some(view) = tree.member(0, "hydra:view").or_else(|| tree.member(0, "view")) {
            self.members(tree, view, false);
        }
    }

    fn members(&mut self, tree: &Tree, holder: u32, sure: bool) {
        let names = RELATIONS.iter().flat_map(|(relation, names)| names.iter().map(|name| (*name, *relation)));
        for (name, relation) in names.chain(OTHER_NAMES) {
            let Some(node) = tree.member(holder, name) else { continue };
            let inner = tree.member(node, "href").or_else(|| tree.member(node, "url"));
            let Some(reference) = tree.string(inner.unwrap_or(node), LONGEST + 1) else { continue };
            // A cursor or the number of a page is no address.
            if sure || inner.is_some() || looks_like_address(&reference) {
                self.add(relation, &reference, &tree.path(inner.unwrap_or(node)).pointer);
            }
        }
    }

    /// `[{"rel": "next", "href": "…"}]`, as OGC API and STAC answer.
    fn list(&mut self, tree: &Tree, list: u32) {
        for link in tree.children(list).take(MOST) {
            let name = tree.member(link, "rel").and_then(|node| tree.string(node, 40)).unwrap_or_default();
            let method = tree.member(link, "method").and_then(|node| tree.string(node, 10));
            let href = tree.member(link, "href");
            if let (Some(relation), Some(href), None | Some("GET")) = (relation(&name), href, method.as_deref()) {
                let reference = tree.string(href, LONGEST + 1).unwrap_or_default();
                self.add(relation, &reference, &tree.path(href).pointer);
            }
        }
    }
}

fn relation(name: &str) -> Option<Relation> {
    let found = RELATIONS.iter().find(|(_, names)| names.iter().any(|other| other.eq_ignore_ascii_case(name)));
    found.map(|(relation, _)| *relation)
}

fn looks_like_address(text: &str) -> bool {
    text.starts_with(['/', '?']) || text.starts_with("./") || text.starts_with("../") || HttpUrl::parse(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    const ADDRESS: &str = "https://a.fr/v1/x?page=2";

    fn links(header: &str, body: &str) -> String {
        let headers = [("Link".to_owned(), header.to_owned())];
        let (tree, _) = Tree::read(Arc::new(body.as_bytes().to_vec()));
        let line = |link: &PageLink| format!("{:?} {} {}", link.relation, link.address, link.place);
        page_links(&headers, Some(&tree), ADDRESS).iter().map(line).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn headers() {
        for (header, expect) in [
            (
                "<?page=3>; rel=\"next\", </v1/x?page=1>; title=\"a, <b>\"; rel=\"prev first\"",
                "Next https://a.fr/v1/x?page=3 Link, Prev https://a.fr/v1/x?page=1 Link, First https://a.fr/v1/x?page=1 Link",
            ),
            ("<https://b.fr/?a,b;c>;rel=NEXT", "Next https://b.fr/?a,b;c Link"),
            ("<y>; rel=next; rel=last", "Next https://a.fr/v1/y Link"),
            ("<y>; rel=next; anchor=\"#z\"", ""),
            ("<javascript:alert(1)>; rel=next", ""),
            ("<>; rel=next", ""),
            ("<y; rel=next", ""),
            ("<y>; rel=\"next", "Next https://a.fr/v1/y Link"),
        ] {
            assert_eq!(links(header, "{}"), expect, "{header}");
        }
    }

    #[test]
    fn bodies() {
        for (body, expect) in [
            (
                r#"{"_links":{"next":{"href":"x?page=3"},"self":{"href":"x"}}}"#,
                "Next https://a.fr/v1/x?page=3 /_links/next/href",
            ),
            (
                r#"{"links":{"next":"?page=3","prev":null,"last":{"href":"/z"}}}"#,
                "Next https://a.fr/v1/x?page=3 /links/next, Last https://a.fr/z /links/last/href",
            ),
            (
                r#"{"next":"https://b.fr/3","previous":"/1"}"#,
                "Prev https://a.fr/1 /previous, Next https://b.fr/3 /next",
            ),
            (r#"{"next":"eyJhIjoxfQ==","next_page":3}"#, ""),
            (r#"{"pagination":{"next":"/3"}}"#, "Next https://a.fr/3 /pagination/next"),
            (r#"{"@odata.nextLink":"https://a.fr/3"}"#, "Next https://a.fr/3 /@odata.nextLink"),
            (
                r#"{"links":[{"rel":"self","href":"/s"},{"rel":"next","href":"/n"},{"rel":"prev","href":"/p","method":"POST"}]}"#,
                "Next https://a.fr/n /links/1/href",
            ),
            (r#"{"next":"ftp://a.fr","links":{"next":"data:text/html,x"}}"#, ""),
            (r#"{"next":"/v1/x?page=2"}"#, ""),
            (r#"[{"next":"/a"}]"#, ""),
        ] {
            assert_eq!(links("", body), expect, "{body}");
        }
        assert_eq!(links("<?h>; rel=next", r#"{"next":"/body"}"#), "Next https://a.fr/v1/x?h Link");
    }

    proptest::proptest! {
        #[test]
        fn headers_end(value in "[<>;,=\"a rel next]{0,40}") {
            let _ = links(&value, "");
        }
    }
}
