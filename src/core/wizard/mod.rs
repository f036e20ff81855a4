//! The wizard that references an API: from what a producer knows to the files of the content folder.
//!
//! ```text
//! OpenAPI document, page, old page ─ prefill ─▶ Draft ◀─ answers typed
//!                                               Draft ─ check ─▶ findings, by question
//!                                               Draft ─ emit ──▶ files ─ read_folder ─▶ Draft
//! ```
//!
//! [`questions`] is what is asked, as data; [`draft`] what was answered, as typed: nothing is lost because it is
//! not finished. Typed values exist only on the way out ([`emit`]) and in [`check`]. Never here: storage, the
//! address bar, the network, the rules that judge a page, the channels by which a draft leaves.

mod body;
pub mod check;
pub mod compare;
pub mod draft;
mod emit;
mod folder;
mod gain;
mod import;
mod page;
pub mod prefill;
pub mod questions;
pub mod returned;
pub mod scopes;
pub mod share;
pub mod summary;
pub mod tabs;
mod value;

pub use check::Finding;
pub use draft::{Answer, Draft};
pub use emit::{File, Folder, emit};
pub use folder::{read_archive, read_folder};
pub use gain::gains;
pub use page::{Page, ProducerPage, page, slug};
pub use questions::{Question, Step};

#[cfg(test)]
mod tests;
