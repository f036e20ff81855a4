//! What came back from a call, in forms people can read: a tree, a table, a drawing, events, words.
//!
//! Bodies are hostile: everything ends, within a bound, and nothing that came is ever run or fetched. Answers are small
//! views, for a page that leaves the body in a worker. Never here: sending, deciding what is shown, the page.

mod file_name;
mod geojson;
mod headers;
mod kind;
mod lines;
mod links;
mod media;
mod problem_details;
mod sniff;
mod status;
mod stream;
mod table;
mod text;
mod tree;
mod xml;

pub use file_name::file_name;
pub use geojson::{Drawing, GridLine, MapOptions, Projection, ScaleBar, Shape, ShapeKind, draw};
pub use headers::{RateLimitView, Reset, header_meaning, rate_limit};
pub use kind::{ImageKind, Kind};
pub use lines::{LineRow, Lines};
pub use links::{PageLink, Relation, page_links};
pub use problem_details::{ErrorMessage, ErrorView, error_details};
pub use status::{StatusView, status};
pub use stream::{Stream, StreamEntry, StreamState};
pub use table::{CsvOptions, Table, TableCell, TablePage, TableView};
pub use text::{decode, decode_bytes};
pub use tree::{JsonProblem, NodeKind, NodePath, RawText, Tree, TreeRow};
pub use xml::{declared_encoding, pretty};
