//! A page of the source and the page written for it.

use super::fields::Fields;
use super::report::Report;
use super::rule::Rule;
use crate::core::address::HttpUrl;
use crate::core::date::Date;
use crate::core::id::Slug;
use crate::core::yaml::{self, Yaml};
use serde::Serialize;

/// A page of the source folder, read.
pub(super) struct SourcePage<'a> {
    /// File name without `.md`.
    pub(super) old: &'a str,
    /// Its name in the catalogue.
    pub(super) slug: Slug,
    pub(super) yaml: Yaml,
    pub(super) body: &'a str,
    /// Line of the file on which the body begins.
    pub(super) body_line: u32,
}

/// A page of the catalogue: where it goes, its text, and a file to copy beside it.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) path: String,
    pub(super) text: String,
    pub(super) copy: Option<(String, String)>,
}

impl Page {
    /// Writes a front matter and the Markdown under it.
    pub(super) fn new<T: Serialize>(path: &str, head: &T, texts: &[String], copy: Option<(String, String)>) -> Self {
        // The types of the catalogue have text keys and finite numbers: nothing in them fails to be JSON.
        let head = serde_json::to_value(head).unwrap_or_default();
        let text = yaml::with_front_matter(&head, texts.iter().map(|part| part.trim()));
        Self { path: path.to_owned(), text, copy }
    }
}

/// The day of the archive of the former site, for what has no date.
#[expect(clippy::expect_used, reason = "a constant day that exists")]
pub(super) fn undated(report: &mut Report) -> Date {
    let day = Date::new(2026, 1, 7).expect("a day of January");
    report.add(Rule::DateMissing, None, "updated", "", &day.to_string());
    day
}

/// The slug nearest to a text, `page` for want of letters.
#[expect(clippy::expect_used, reason = "a constant slug")]
pub(super) fn slug_of(text: &str) -> Slug {
    Slug::from_text(text).unwrap_or_else(|| Slug::parse("page").expect("a slug"))
}

/// Takes an address; what is none is reported and dropped.
pub(super) fn address(fields: &mut Fields<'_>, key: &str, report: &mut Report) -> Option<HttpUrl> {
    let line = fields.line(key);
    let text = fields.line_text(key, report)?;
    let url = HttpUrl::parse(&text);
    // A host without a dot is no public name: `http://page-stats-dusage-de-lapi`.
    let named = url.as_ref().is_some_and(|url| url.host().contains('.'));
    if named {
        return url;
    }
    let rule = if url.is_some() || is_unfinished(&text) { Rule::Placeholder } else { Rule::ValueInvalid };
    report.add(rule, line, key, &text, "");
    None
}

/// Whether somebody left a note to finish a value: `https://contact.example.fr/ TODO`.
pub(super) fn is_unfinished(text: &str) -> bool {
    text.split(|character: char| !character.is_alphanumeric()).any(|word| word.eq_ignore_ascii_case("todo"))
}
