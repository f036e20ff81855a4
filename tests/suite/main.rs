//! Native integration tests: the tool as its users run it, and the architecture.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod access;
mod apigouv;
mod architecture;
mod compare;
mod differential;
mod explorer;
mod exports;
mod json_schema;
mod lint;
mod openapi;
mod publication;
mod real_texts;
mod requests;
mod samples;
mod schemas;
mod snippets;
mod tool;
mod wizard;
