//! Old guides, and services that used APIs, as guides of the catalogue.

use super::directory::Directory;
use super::fields::Fields;
use super::markup::Converter;
use super::page::{Page, SourcePage, address, undated};
use super::report::Report;
use super::rule::Rule;
use crate::core::catalogue::{Guide, GuideKind};
use crate::core::id::Slug;
use serde_json::Value;

const GUIDE_KEYS: &[&str] = &["title", "tagline", "tags", "image", "noindex", "publish", "api", "related_guides"];
const SERVICE_KEYS: &[&str] = &["title", "link", "description", "api", "screenshot", "noindex"];
const PLACELESS: &[&str] = &["image", "screenshot", "noindex", "related_guides"];

/// Converts a guide. `linked`: a page leads to it, although it is not listed.
pub(super) fn guide(source: &SourcePage<'_>, linked: bool, directory: &Directory, report: &mut Report) -> Page {
    let mut fields = Fields::new(&source.yaml, GUIDE_KEYS, report);
    let title = title(&mut fields, source.old, report);
    let tagline = fields.line_text("tagline", report).unwrap_or_else(|| {
        report.add(Rule::ValueMissing, None, "tagline", "", &title);
        title.clone()
    });
    let listed = fields.value("publish", report) != Some(Value::Bool(false));
    if !listed && linked {
        report.add(Rule::GuideLinked, fields.line("publish"), "publish", "false", "true");
    }
    let day = undated(report);
    let guide = Guide {
        kind: GuideKind::Guide,
        apis: references(&mut fields, directory, report),
        keywords: keywords(&mut fields, report),
        url: None,
        draft: !listed && !linked,
        created: day,
        updated: day,
        title,
        tagline,
    };
    finish(source, fields, &guide, directory, report)
}

/// Converts a service that uses APIs: a use case.
pub(super) fn service(source: &SourcePage<'_>, directory: &Directory, report: &mut Report) -> Page {
    let mut fields = Fields::new(&source.yaml, SERVICE_KEYS, report);
    let title = title(&mut fields, source.old, report);
    let tagline = fields.line_text("description", report).unwrap_or_else(|| {
        report.add(Rule::ValueMissing, None, "description", "", &title);
        title.clone()
    });
    let day = undated(report);
    let guide = Guide {
        kind: GuideKind::UseCase,
        apis: references(&mut fields, directory, report),
        keywords: Vec::new(),
        url: address(&mut fields, "link", report),
        draft: false,
        created: day,
        updated: day,
        title,
        tagline,
    };
    finish(source, fields, &guide, directory, report)
}

fn finish(
    source: &SourcePage<'_>,
    fields: Fields<'_>,
    guide: &Guide,
    directory: &Directory,
    report: &mut Report,
) -> Page {
    let text = Converter::new(directory, report, "body", source.body_line).convert(source.body).markdown;
    fields.finish(&[], PLACELESS, report);
    Page::new(&format!("guides/{}.md", source.slug), guide, &[text], None)
}

fn title(fields: &mut Fields<'_>, old: &str, report: &mut Report) -> String {
    fields.line_text("title", report).unwrap_or_else(|| {
        report.add(Rule::ValueMissing, None, "title", "", old);
        old.to_owned()
    })
}

/// Titles of APIs as names of pages. A title that no API bears stays visible, for `check` to warn of.
fn references(fields: &mut Fields<'_>, directory: &Directory, report: &mut Report) -> Vec<Slug> {
    let mut slugs = Vec::new();
    for (index, title) in fields.texts("api", report).iter().enumerate() {
        let line = fields.line(&format!("api/{index}"));
        let found = directory.api_by_title(title).cloned();
        let rule = if found.is_some() { Rule::ReferenceTitle } else { Rule::ReferenceUnmatched };
        if let Some(slug) = found.or_else(|| directory.unresolved(title)).filter(|slug| !slugs.contains(slug)) {
            report.add(rule, line, "api", title, slug.as_str());
            slugs.push(slug);
        }
    }
    slugs
}

/// `one, two,three`
fn keywords(fields: &mut Fields<'_>, report: &mut Report) -> Vec<String> {
    let mut keywords: Vec<String> = Vec::new();
    for text in fields.texts("tags", report) {
        for word in text.split(',').map(str::trim).filter(|word| !word.is_empty()) {
            if !keywords.iter().any(|known| known == word) {
                keywords.push(word.to_owned());
            }
        }
    }
    keywords
}
