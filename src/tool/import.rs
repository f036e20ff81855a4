//! `catalogue import apigouv`: a folder of the former api.gouv.fr, written as content of this catalogue.
//!
//! Reads and writes files; what becomes of each is [`crate::core::apigouv`]'s.

use super::build::write;
use super::report::say;
use crate::core::apigouv::{Conversion, Report, Rule, Source, convert};
use crate::core::i18n::{Language, Text};
use std::path::Path;
use walkdir::WalkDir;

/// Imports `source` into `out`, writes the report where asked, and prints a summary.
pub(super) fn run(source: &Path, out: &Path, report: Option<&Path>, language: Language) -> Result<(), Text> {
    let read = read(source)?;
    if !read.pages.keys().any(|path| path.starts_with("api/")) {
        let folder = source.display();
        return Err(Text::new(
            format!(
                "{folder} n’a pas de fiche dans api/\u{202f}: donner le dossier qui contient api, producteurs et guides."
            ),
            format!("{folder} has no page in api/: give the folder that holds api, producteurs and guides."),
        ));
    }
    let conversion = convert(&read);
    for (name, text) in &conversion.files {
        write(&out.join(name), text.as_bytes())?;
    }
    for (from, to) in &conversion.copies {
        let bytes = std::fs::read(source.join(from)).map_err(|error| unreadable(from, &error))?;
        write(&out.join(to), &bytes)?;
    }
    if let Some(path) = report {
        write(path, format!("{:#}\n", conversion.report.to_json()).as_bytes())?;
    }
    say(summary(&conversion, out, report).get(language));
    Ok(())
}

/// The pages of the folder, and the names of its OpenAPI files.
fn read(folder: &Path) -> Result<Source, Text> {
    let mut source = Source::default();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| {
            let name = error.path().unwrap_or(folder).display().to_string();
            unreadable(&name, &error)
        })?;
        if !entry.file_type().is_file() {
            continue;
        }
        let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let parts: Vec<String> =
            path.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
        let name = parts.join("/");
        if let Some(document) = name.strip_prefix("openapi/") {
            source.documents.insert(document.to_owned());
        } else if parts.len() == 2 && name.ends_with(".md") {
            let bytes = std::fs::read(entry.path()).map_err(|error| unreadable(&name, &error))?;
            source.pages.insert(name, String::from_utf8_lossy(&bytes).into_owned());
        }
    }
    Ok(source)
}

fn unreadable(name: &str, error: &dyn std::fmt::Display) -> Text {
    Text::new(format!("{name} ne peut pas être lu\u{202f}: {error}."), format!("{name} cannot be read: {error}."))
}

/// What a person wants to know at the end: how much came in, what was changed, where to read more.
fn summary(conversion: &Conversion, out: &Path, report: Option<&Path>) -> Text {
    let [apis, producers, guides, services] = conversion.counts;
    let copied = conversion.copies.len();
    let folder = out.display();
    let mut text = Text::new(
        format!(
            "{apis} API, {producers} producteurs, {guides} guides et {services} services repris dans {folder}, \
             avec {copied} descriptions OpenAPI.\n"
        ),
        format!(
            "{apis} APIs, {producers} producers, {guides} guides and {services} services brought into {folder}, \
             with {copied} OpenAPI documents.\n"
        ),
    );
    for (rule, count) in counts(&conversion.report) {
        let note = rule.note();
        text.fr.push_str(&format!("{count:>6}  {:<24} {}\n", rule.id(), note.fr));
        text.en.push_str(&format!("{count:>6}  {:<24} {}\n", rule.id(), note.en));
    }
    if let Some(path) = report {
        let path = path.display();
        text.fr.push_str(&format!("Détail de chaque changement\u{202f}: {path}\n"));
        text.en.push_str(&format!("Each change in detail: {path}\n"));
    }
    text.fr.push_str(&format!("Ensuite\u{202f}: catalogue check --content {folder}\n"));
    text.en.push_str(&format!("Next: catalogue check --content {folder}\n"));
    text
}

/// Rules that changed something, in the order they are described.
fn counts(report: &Report) -> Vec<(Rule, usize)> {
    let counts = report.counts();
    Rule::ALL.iter().filter_map(|rule| Some((*rule, *counts.get(rule.id())?))).collect()
}
