//! The product itself: pure functions over plain data, testable in milliseconds.
//!
//! Never here: the browser, the file system, the clock, randomness.

pub mod access;
pub mod address;
pub mod apigouv;
pub mod authorization;
pub mod call;
pub mod catalogue;
pub mod conformance;
mod csv;
pub mod date;
pub mod environment;
pub mod exchange;
pub mod explorer;
pub mod export;
pub mod form;
pub mod history;
pub mod i18n;
pub mod id;
pub mod markdown;
pub mod openapi;
pub mod path;
pub mod pointer;
pub mod problem;
pub mod publication;
pub mod quality;
pub mod remote;
pub mod request;
pub mod response;
pub mod route;
pub mod search;
pub mod secret;
pub mod session;
pub mod sharing;
#[cfg(test)]
mod testing;
pub mod uri;
pub mod wizard;
pub mod yaml;
pub mod zip;
