//! The old rules of eligibility as audiences with a verdict.
//!
//! An old rule speaks of labels; here each of the six audiences has one answer. Audiences that share their answers
//! share a rule; an audience that got several answers gets them all, under conditions.

mod answer;
mod old_rule;

use super::directory::Directory;
use super::fields::Fields;
use super::report::Report;
use super::rule::Rule;
use crate::core::address::HttpUrl;
use crate::core::catalogue::AudienceRule;
use crate::core::id::Slug;
use old_rule::OldRule;
use serde_json::Value;

/// What the rules of one API say.
#[derive(Debug, Default)]
pub(super) struct Eligibility {
    /// Answers per audience.
    pub(super) audiences: Vec<AudienceRule>,
    /// Where to ask, for most of them.
    pub(super) request_url: Option<HttpUrl>,
}

/// Reads `access_page`. `request_url` is the address the page itself gives.
pub(super) fn read(
    fields: &mut Fields<'_>,
    slug: &Slug,
    request_url: Option<HttpUrl>,
    directory: &Directory,
    report: &mut Report,
) -> Eligibility {
    let Some(value) = fields.value("access_page", report) else {
        return Eligibility { audiences: Vec::new(), request_url };
    };
    let values = match value {
        Value::Array(values) => values,
        single => vec![single],
    };
    let rules: Vec<OldRule> = values
        .iter()
        .enumerate()
        .map(|(index, value)| {
            let nested = fields.nested(format!("/access_page/{index}"), value);
            OldRule::read(nested, slug, request_url.as_ref(), directory, report)
        })
        .collect();
    let line = fields.line("access_page");
    let found: Vec<&HttpUrl> = rules.iter().filter_map(OldRule::written_request).collect();
    // What follows `?` chooses a model of request, not another form.
    let form = |url: &HttpUrl| url.as_str().split('?').next().unwrap_or_default().to_owned();
    if let Some(url) =
        request_url.as_ref().filter(|url| !found.is_empty() && found.iter().all(|other| form(other) != form(url)))
    {
        report.add(Rule::RequestDiffers, fields.line("datapass_link").or(line), "datapass_link", url.as_str(), "");
    }
    let most_frequent = || {
        let count = |url: &HttpUrl| found.iter().filter(|other| **other == url).count();
        // The first of equals.
        found.iter().rev().max_by_key(|url| count(url)).map(|url| (*url).clone())
    };
    let request_url = request_url.or_else(most_frequent);
    Eligibility { audiences: answer::audiences(&rules, request_url.as_ref(), line, report), request_url }
}

#[cfg(test)]
mod tests;
