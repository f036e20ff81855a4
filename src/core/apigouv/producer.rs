//! One old page of a producer as a page of the catalogue.

use super::contact;
use super::directory::Directory;
use super::fields::Fields;
use super::markup::Converter;
use super::page::{Page, SourcePage, address};
use super::report::Report;
use super::rule::Rule;
use crate::core::catalogue::{Producer, ProducerKind};
use crate::core::search::fold;

const KEYS: &[&str] = &[
    "name",
    "acronym",
    "nameWithPronoun",
    "logo",
    "type",
    "site",
    "short",
    "description",
    "data",
    "contact",
    "annuaire",
    "siteOpenData",
    "siteAPI",
];
const PLACELESS: &[&str] = &["nameWithPronoun", "logo"];

/// Converts a page.
pub(super) fn convert(source: &SourcePage<'_>, directory: &Directory, report: &mut Report) -> Page {
    let mut fields = Fields::new(&source.yaml, KEYS, report);
    let name = fields.line_text("name", report).unwrap_or_else(|| {
        report.add(Rule::ValueMissing, None, "name", "", source.old);
        source.old.to_owned()
    });
    let mut extras = Vec::new();
    let contact = contact::read(&mut fields, "contact", &mut extras, report);
    let producer = Producer {
        acronym: fields.line_text("acronym", report),
        kind: kind(&mut fields, &name, report),
        website: address(&mut fields, "site", report),
        open_data: address(&mut fields, "siteOpenData", report),
        api_portal: address(&mut fields, "siteAPI", report),
        directory: address(&mut fields, "annuaire", report),
        contact,
        name,
    };
    let mut texts = Vec::new();
    for (key, heading) in [("short", ""), ("description", ""), ("data", "## Données\n\n")] {
        let line = fields.text_line(key);
        if let Some(text) = fields.text(key, report) {
            let converted = Converter::new(directory, report, key, line).convert(&text).markdown;
            texts.push(format!("{heading}{converted}"));
        }
    }
    texts.push(Converter::new(directory, report, "body", source.body_line).convert(source.body).markdown);
    texts.push(extras.join("\n\n"));
    fields.finish(&[], PLACELESS, report);
    Page::new(&format!("producers/{}.md", source.slug), &producer, &texts, None)
}

fn kind(fields: &mut Fields<'_>, name: &str, report: &mut Report) -> ProducerKind {
    let line = fields.line("type");
    let text = fields.line_text("type", report).unwrap_or_default();
    if let Some(kind) = kind_of(&text) {
        return kind;
    }
    let guessed = if fold(name).starts_with("ministere") { ProducerKind::Ministry } else { ProducerKind::Other };
    report.add(Rule::ProducerKind, line, "type", &text, &format!("{guessed:?}"));
    guessed
}

fn kind_of(text: &str) -> Option<ProducerKind> {
    Some(match fold(text).as_str() {
        "ministere" => ProducerKind::Ministry,
        "etablissement public" => ProducerKind::PublicBody,
        "groupement d'interet public" => ProducerKind::Gip,
        "entreprise de service public" => ProducerKind::PublicCompany,
        "association avec mission de service public" => ProducerKind::Association,
        "juridiction" => ProducerKind::Court,
        "departement" | "collectivite" | "region" | "commune" => ProducerKind::LocalAuthority,
        "autre" => ProducerKind::Other,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_every_kind() {
        use ProducerKind::{Association, Court, Gip, LocalAuthority, Ministry, Other, PublicBody, PublicCompany};
        for (text, expected) in [
            ("Etablissement public", Some(PublicBody)),
            ("Ministère", Some(Ministry)),
            ("Groupement d'intérêt public", Some(Gip)),
            ("Entreprise de service public", Some(PublicCompany)),
            ("autre", Some(Other)),
            ("Association avec mission de service public", Some(Association)),
            ("Juridiction", Some(Court)),
            ("Département", Some(LocalAuthority)),
            ("Collectivité", Some(LocalAuthority)),
            ("", None),
        ] {
            assert_eq!(kind_of(text), expected, "{text}");
        }
    }
}
