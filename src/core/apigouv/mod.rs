//! The former api.gouv.fr as content of this catalogue: texts in, texts out.
//!
//! Every defect of the source is survived and every change reported (see [`Report`]). Never here: files, nor
//! what makes a page right, which `core::catalogue` says.

mod access;
mod api;
mod audience;
mod contact;
mod directory;
mod document;
mod fields;
mod guide;
mod level;
mod link;
mod markup;
mod normalise;
mod page;
mod producer;
mod rate_limit;
mod report;
mod rule;
mod site;
mod theme;

pub(in crate::core) use rate_limit::parse as rate_limit;
pub use report::{Entry, Report};
pub use rule::Rule;

use crate::core::yaml::{self, Yaml};
use directory::{Directory, Kind};
use page::SourcePage;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A folder of the former site, read.
#[derive(Debug, Clone, Default)]
pub struct Source {
    /// Pages: path (`api/x.md`, `producteurs/…`, `guides/…`, `service/…`) and text.
    pub pages: BTreeMap<String, String>,
    /// Files of `openapi/`, by path inside it.
    pub documents: BTreeSet<String>,
}

/// What an import writes, and what it changed.
#[derive(Debug, Clone, Default)]
pub struct Conversion {
    /// Text of each file of the catalogue, by path.
    pub files: BTreeMap<String, String>,
    /// Files to copy: path in the source folder, path in the catalogue.
    pub copies: Vec<(String, String)>,
    /// Number of APIs, producers, guides and services.
    pub counts: [usize; 4],
    /// Every change.
    pub report: Report,
}

/// A page of the source, normalised and cut.
struct Draft<'a> {
    kind: Kind,
    path: &'a str,
    old: &'a str,
    text: String,
}

/// Converts a folder.
pub fn convert(source: &Source) -> Conversion {
    let mut report = Report::default();
    let drafts: Vec<Draft<'_>> =
        source.pages.iter().filter_map(|(path, text)| draft(path, text, &mut report)).collect();
    let mut directory = Directory::default();
    let mut read = Vec::new();
    for draft in &drafts {
        report.enter(draft.path);
        let (yaml, body, problems) = yaml::front_matter(&draft.text, draft.path);
        let unreadable = !yaml.value.is_object();
        for problem in &problems {
            let rule = if unreadable { Rule::FileUnreadable } else { Rule::YamlProblem };
            report.add(rule, problem.place.line, "", &problem.what.fr, "");
        }
        if unreadable {
            if problems.is_empty() {
                report.add(Rule::FileUnreadable, Some(1), "", "", "");
            }
            continue;
        }
        let text = |key: &str| yaml.value.get(key).and_then(Value::as_str).unwrap_or_default().trim().to_owned();
        let title = if draft.kind == Kind::Producer { text("name") } else { text("title") };
        let slug = directory.add(draft.kind, draft.old, &title, &text("acronym"), &mut report);
        read.push((draft, SourcePage { old: draft.old, slug, yaml, body: body.text, body_line: body.first_line }));
    }
    let listed: Vec<&Draft<'_>> =
        read.iter().filter(|(_, page)| !is_unlisted(&page.yaml)).map(|(draft, _)| *draft).collect();
    let mut conversion = Conversion::default();
    for (draft, page) in &read {
        report.enter(draft.path);
        let written = match draft.kind {
            Kind::Api => api::convert(page, &directory, &source.documents, &mut report),
            Kind::Producer => producer::convert(page, &directory, &mut report),
            Kind::Guide => guide::guide(page, is_linked(draft, &listed), &directory, &mut report),
            Kind::Service => guide::service(page, &directory, &mut report),
        };
        if let Some(count) = conversion.counts.get_mut(draft.kind as usize) {
            *count += 1;
        }
        conversion.copies.extend(written.copy);
        conversion.files.insert(written.path, written.text);
    }
    conversion.files.insert("themes.yaml".to_owned(), yaml::write(&theme::vocabulary()));
    conversion.files.insert("site.json".to_owned(), format!("{:#}\n", site::settings()));
    conversion.report = report;
    conversion
}

/// The normalised text of a page, when its folder is known.
fn draft<'a>(path: &'a str, text: &str, report: &mut Report) -> Option<Draft<'a>> {
    let (folder, name) = path.split_once('/')?;
    let kind = match folder {
        "api" => Kind::Api,
        "producteurs" => Kind::Producer,
        "guides" => Kind::Guide,
        "service" => Kind::Service,
        _ => return None,
    };
    report.enter(path);
    let (text, changes) = normalise::normalise(text);
    for (rule, count) in changes {
        report.add(rule, None, "", &count.to_string(), "");
    }
    Some(Draft { kind, path, old: name.strip_suffix(".md")?, text })
}

fn is_unlisted(yaml: &Yaml) -> bool {
    yaml.value.get("publish") == Some(&Value::Bool(false))
}

/// Whether another page has a link to a guide.
fn is_linked(guide: &Draft<'_>, listed: &[&Draft<'_>]) -> bool {
    let path = format!("/guides/{}", guide.old);
    let mut others = listed.iter().filter(|page| page.path != guide.path);
    others.any(|page| {
        page.text.match_indices(&path).any(|(start, _)| {
            let before = page.text.get(..start).unwrap_or_default();
            let before =
                before.trim_end_matches("api.gouv.fr").trim_end_matches("https://").trim_end_matches("http://");
            let after = page.text.get(start + path.len()..).unwrap_or_default();
            before.ends_with(['(', '"', '\'']) && after.starts_with([')', '"', '\'', '#', '?', ' '])
        })
    })
}

#[cfg(test)]
mod tests;
