//! [`Held`]: the answer of the last call, kept where it is read, so that the page shows views and never the whole of it.
//!
//! Views are made when they are first asked for. Never here: what the answer should be (`conformance`), what is drawn.

mod message;
#[cfg(test)]
mod tests;

pub use message::{Found, ResponseAnswer, ResponseQuestion, ResponseView, RowMarks};

use crate::core::authorization::Origin;
use crate::core::i18n::Text;
use crate::core::response::{
    Kind, Lines, MapOptions, Projection, Stream, Table, Tree, declared_encoding, decode_bytes, draw, error_details,
    file_name, page_links, pretty, rate_limit,
};
use std::sync::Arc;

/// Most rows, lines or entries in one answer.
const MOST_ROWS: u32 = 1000;
/// Longest value copied, in bytes.
const LONGEST_COPY: usize = 4_000_000;
/// Most entries of a stream that are kept.
const MOST_ENTRIES: u32 = 10_000;
/// Most points and shapes of a map: what a page draws without delay.
const MOST_POINTS: u32 = 60_000;
const MOST_SHAPES: u32 = 2000;

/// The answer of a call and the views made of it so far.
#[derive(Debug, Default)]
pub(super) struct Held {
    kind: Option<Kind>,
    body: Arc<Vec<u8>>,
    tree: Option<Tree>,
    /// Nodes marked, by the position of their pointer.
    marks: Vec<Option<u32>>,
    table: Option<Table>,
    raw: Option<Lines>,
    indented: Option<Lines>,
    stream: Option<Stream>,
}

impl Held {
    /// Answers; `bytes` is what the question carries, and bytes may come with the answer.
    pub(super) fn answer(
        &mut self,
        question: ResponseQuestion,
        bytes: &[u8],
    ) -> Result<(ResponseAnswer, Vec<u8>), Text> {
        let answer = match question {
            ResponseQuestion::Receive { status, headers, url } => self.receive(status, &headers, &url, bytes),
            ResponseQuestion::Table { first, count } => self.page(first, count),
            ResponseQuestion::Sort { column, descending } => {
                if let Some(table) = self.table() {
                    table.sort(column, descending);
                }
                self.page(0, 0)
            }
            ResponseQuestion::Unsort => {
                if let Some(table) = self.table() {
                    table.unsort();
                }
                self.page(0, 0)
            }
            ResponseQuestion::Csv(options) => {
                let csv = self.table().ok_or_else(nothing_here)?.csv(options);
                return Ok((ResponseAnswer::Bytes, csv.into_bytes()));
            }
            ResponseQuestion::Lines { raw, first, count } => {
                let lines = self.lines(raw);
                ResponseAnswer::Lines { total: lines.count(), rows: lines.rows(first, count.min(MOST_ROWS)) }
            }
            ResponseQuestion::StreamStart { kind } => {
                *self = Self { stream: Some(Stream::new(kind, MOST_ENTRIES)), ..Self::default() };
                self.entries(0, 0)
            }
            ResponseQuestion::StreamChunk => {
                self.stream().push(bytes);
                self.entries(0, 0)
            }
            ResponseQuestion::StreamEnd => {
                self.stream().finish();
                self.entries(0, 0)
            }
            ResponseQuestion::StreamEntries { first, count } => self.entries(first, count),
            question => self.look(question).ok_or_else(nothing_here)?,
        };
        Ok((answer, Vec::new()))
    }

    fn receive(&mut self, status: u16, headers: &[(String, String)], url: &str, bytes: &[u8]) -> ResponseAnswer {
        let content_type = headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("content-type"));
        let content_type = content_type.map(|(_, value)| value.as_str());
        let kind = Kind::of(content_type, bytes);
        // RFC 7303 §3: where the header does not say how XML is encoded, its declaration does.
        let declared = match content_type {
            Some(said) if kind == Kind::Xml && !said.to_ascii_lowercase().contains("charset") => {
                declared_encoding(bytes).map(|encoding| format!("{said}; charset={encoding}"))
            }
            _ => None,
        };
        let encoding = declared.as_deref().or(content_type);
        // The page shows what is no text by itself.
        let body = if kind.is_text() { decode_bytes(encoding, bytes.to_vec()) } else { Vec::new() };
        *self = Self { kind: Some(kind), body: Arc::new(body), ..Self::default() };
        let mut problem = None;
        if matches!(kind, Kind::Json | Kind::GeoJson) {
            let (tree, found) = Tree::read(self.body.clone());
            problem = found;
            self.tree = (!tree.is_empty()).then_some(tree);
        }
        let tree = self.tree.as_ref();
        let links = page_links(headers, tree, url).into_iter().map(|link| {
            let origin = Origin::parse(&link.address);
            let is_same = origin.is_some() && origin == Origin::parse(url);
            (link, is_same)
        });
        ResponseAnswer::Received(Box::new(ResponseView {
            kind,
            rows: tree.map_or(0, Tree::count),
            has_table: kind == Kind::Csv || tree.is_some_and(Table::is_in),
            problem,
            error: tree.and_then(|tree| error_details(content_type, status, tree)),
            rate_limit: rate_limit(headers),
            links: links.collect(),
            file_name: file_name(headers, url, kind),
        }))
    }

    /// Answers about the tree; `None` where there is none.
    fn look(&mut self, question: ResponseQuestion) -> Option<ResponseAnswer> {
        let tree = self.tree.as_mut()?;
        match question {
            ResponseQuestion::Rows { first, count } => return Some(rows(tree, &self.marks, first, count)),
            ResponseQuestion::Search { words, from } => {
                let node = tree.search(&words, from);
                return Some(ResponseAnswer::Found(node.and_then(|node| found(tree, node))));
            }
            ResponseQuestion::Find { pointer } => {
                let node = tree.find(&pointer);
                return Some(ResponseAnswer::Found(node.and_then(|node| found(tree, node))));
            }
            ResponseQuestion::Path { node } => return Some(ResponseAnswer::Path(tree.path(node))),
            ResponseQuestion::Text { node } => return Some(ResponseAnswer::Text(tree.text(node, LONGEST_COPY))),
            ResponseQuestion::Map { width, height } => {
                let options = MapOptions {
                    width,
                    height,
                    projection: Projection::Equirectangular,
                    most_points: MOST_POINTS,
                    most_shapes: MOST_SHAPES,
                };
                return Some(ResponseAnswer::Map(draw(tree, &options).map(Box::new)));
            }
            ResponseQuestion::Mark { pointers } => {
                self.marks = pointers.iter().map(|pointer| tree.find(pointer)).collect();
            }
            ResponseQuestion::Fold { node } => tree.fold(node),
            ResponseQuestion::Unfold { node } => tree.unfold(node),
            ResponseQuestion::FoldTo { depth } => tree.fold_to(depth),
            ResponseQuestion::UnfoldAll => tree.unfold_all(),
            _ => return None,
        }
        Some(ResponseAnswer::Total(tree.count()))
    }

    fn table(&mut self) -> Option<&mut Table> {
        if self.table.is_none() {
            self.table = match self.kind? {
                Kind::Csv => Table::of_csv(self.body.clone()),
                _ => Table::of_json(self.tree.as_ref()?),
            };
        }
        self.table.as_mut()
    }

    fn page(&mut self, first: u32, count: u32) -> ResponseAnswer {
        ResponseAnswer::Table(self.table().map(|table| (table.view(), table.page(first, count.min(MOST_ROWS)))))
    }

    fn lines(&mut self, raw: bool) -> &Lines {
        let body = &self.body;
        if self.kind == Some(Kind::Xml) && !raw {
            let indented = || Arc::new(pretty(&String::from_utf8_lossy(body)).join("\n").into_bytes());
            return self.indented.get_or_insert_with(|| Lines::of(indented()));
        }
        self.raw.get_or_insert_with(|| Lines::of(body.clone()))
    }

    fn stream(&mut self) -> &mut Stream {
        let (kind, body) = (self.kind.unwrap_or(Kind::Text), &self.body);
        self.stream.get_or_insert_with(|| {
            let mut stream = Stream::new(kind, MOST_ENTRIES);
            stream.push(body);
            stream.finish();
            stream
        })
    }

    fn entries(&mut self, first: u32, count: u32) -> ResponseAnswer {
        let stream = self.stream();
        let entries = stream.entries(first, count.min(MOST_ROWS));
        ResponseAnswer::Stream { state: stream.state(), entries, pending: stream.pending() }
    }
}

fn found(tree: &mut Tree, node: u32) -> Option<Found> {
    tree.reveal(node);
    Some(Found { node, row: tree.rank(node)?, total: tree.count() })
}

fn rows(tree: &Tree, marks: &[Option<u32>], first: u32, count: u32) -> ResponseAnswer {
    let count = count.min(MOST_ROWS);
    // One more: what lies between a row and the next is inside it.
    let mut rows = tree.visible(first, count.saturating_add(1));
    let mut marked = Vec::new();
    for (index, row) in rows.iter().enumerate().take(count as usize) {
        let next = rows.get(index + 1).map_or(u32::MAX, |next| next.node);
        let mut found = RowMarks { node: row.node, own: Vec::new(), inside: 0 };
        for (position, mark) in (0_u32..).zip(marks) {
            match mark {
                Some(node) if *node == row.node => found.own.push(position),
                Some(node) if *node > row.node && *node < next => found.inside += 1,
                _ => {}
            }
        }
        if found.inside > 0 || !found.own.is_empty() {
            marked.push(found);
        }
    }
    rows.truncate(count as usize);
    ResponseAnswer::Rows { total: tree.count(), rows, marks: marked }
}

fn nothing_here() -> Text {
    Text::new(
        "Cette forme de la réponse n’existe pas\u{202f}: refaites l’appel.",
        "The answer has no such form: call again.",
    )
}
