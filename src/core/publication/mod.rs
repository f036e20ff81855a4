//! Publication: how a page that a producer wrote reaches those who publish it, by the channels that `site.json` declares.
//!
//! Requests are made here and answers are read here; delays are returned and the time is given. A token goes through
//! and is never kept. Whatever fails, the files are still there and sending goes on where it stopped. Never here:
//! sending, storing, writing the page.

pub mod copies;
mod digest;
mod failure;
mod mail;
pub mod merge_request;
mod new_file;
mod post;
mod proposal;
mod receipt;
mod submission;
#[cfg(test)]
pub(in crate::core) mod testing;

pub use failure::{Failure, Outcome, Reason, Silence};
pub use mail::Mail;
pub use new_file::{Content, NewFile, new_files};
pub use post::{Post, PostProgress};
pub use proposal::proposal;
pub use receipt::{Receipt, SentFile, Way};
pub use submission::{File, Submission};
