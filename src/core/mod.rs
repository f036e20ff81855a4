//! The product itself: pure functions over plain data, testable in milliseconds.
//!
//! Never here: the browser, the file system, the clock, randomness.

pub mod address;
pub mod apigouv;
pub mod call;
pub mod catalogue;
pub mod date;
pub mod explorer;
pub mod i18n;
pub mod id;
pub mod markdown;
pub mod openapi;
pub mod pointer;
pub mod problem;
pub mod remote;
pub mod request;
pub mod route;
pub mod search;
#[cfg(test)]
mod testing;
pub mod uri;
pub mod yaml;
