//! One old page of an API as a page of the catalogue.

use super::access::{self, Eligibility};
use super::contact;
use super::directory::{Directory, Kind};
use super::document;
use super::fields::Fields;
use super::level;
use super::markup::Converter;
use super::page::{Page, SourcePage, address, slug_of, undated};
use super::report::Report;
use super::rule::Rule;
use super::theme;
use crate::core::address::HttpUrl;
use crate::core::catalogue::{Access, AccessKind, Api, Dataset, FranceConnect, Partner, Status};
use crate::core::date::Date;
use crate::core::id::Slug;
use std::collections::BTreeSet;

/// Keys that the former site read, or that its template asked for.
const KEYS: &[&str] = &[
    "title",
    "tagline",
    "producer",
    "is_open",
    "is_france_connected",
    "keywords",
    "themes",
    "last_update",
    "contact_link",
    "external_site",
    "doc_tech_link",
    "doc_tech_external",
    "visits_2019",
    "partners",
    "content_intro",
    "rate_limiting_resume",
    "rate_limiting_description",
    "rate_limiting_link",
    "access_page",
    "datagouv_uuid",
    "uptime",
    "category",
    "datapass_link",
    "account_link",
    "monitoring_link",
    "monitoring_description",
    "stat",
    "stats_detail_resume",
    "stats_detail_description",
    "stats_detail_link",
    "useSwaggerProxy",
    "clients",
    "hide_pre_footer",
    "layout",
    "additional_css",
];
/// Keys that nothing read any more.
const LEGACY: &[&str] = &["category", "stat", "clients", "layout", "additional_css"];
/// Keys without a counterpart here.
const PLACELESS: &[&str] = &["visits_2019", "hide_pre_footer"];

/// Converts a page. `documents` are the OpenAPI files of the source folder.
pub(super) fn convert(
    source: &SourcePage<'_>,
    directory: &Directory,
    documents: &BTreeSet<String>,
    report: &mut Report,
) -> Page {
    let mut fields = Fields::new(&source.yaml, KEYS, report);
    let title = fields.line_text("title", report).unwrap_or_else(|| missing("title", source.old, report));
    let tagline = fields.line_text("tagline", report).unwrap_or_else(|| missing("tagline", &title, report));
    let day = last_update(&mut fields, report);
    let mut extras = Vec::new();
    let contact = contact::read(&mut fields, "contact_link", &mut extras, report);
    let mut access = access(&mut fields, &source.slug, directory, report);
    access.bundle = bundle(&title, directory, report);
    let documentation = document::read(&mut fields, &source.slug, documents, &mut extras, report);
    let service_level = level::read(&mut fields, &mut extras, report);
    let api = Api {
        producer: producer(&mut fields, directory, report),
        themes: themes(&mut fields, report),
        keywords: fields.texts("keywords", report),
        aliases: Vec::new(),
        status: Status::Active,
        sunset: None,
        replacement: None,
        access,
        openapi: documentation.openapi,
        documentation: documentation.page,
        base_url: None,
        contact,
        service_level,
        licence: None,
        terms_url: None,
        update_frequency: None,
        coverage: None,
        sandbox: None,
        datasets: datasets(&mut fields, report),
        partners: partners(&mut fields, directory, report),
        created: day,
        updated: day,
        title,
        tagline,
    };
    let intro_line = fields.text_line("content_intro");
    let intro = fields.text("content_intro", report).unwrap_or_default();
    let mut texts = vec![
        Converter::new(directory, report, "content_intro", intro_line).convert(&intro).markdown,
        Converter::new(directory, report, "body", source.body_line).convert(source.body).markdown,
    ];
    if !extras.is_empty() {
        let items: Vec<String> = extras.iter().map(|extra| format!("- {extra}")).collect();
        texts.push(format!("### Informations complémentaires\n\n{}", items.join("\n")));
    }
    fields.finish(LEGACY, PLACELESS, report);
    Page::new(&format!("apis/{}/index.md", source.slug), &api, &texts, documentation.copy)
}

/// What stands for a value that must be there.
fn missing(field: &str, value: &str, report: &mut Report) -> String {
    report.add(Rule::ValueMissing, None, field, "", value);
    value.to_owned()
}

fn last_update(fields: &mut Fields<'_>, report: &mut Report) -> Date {
    let line = fields.line("last_update");
    let Some(text) = fields.line_text("last_update", report) else {
        return undated(report);
    };
    if let Some(date) = Date::parse(&text) {
        return date;
    }
    let start: String = text.chars().take(10).collect();
    match Date::parse_french(&text)
        .map(|date| (date, Rule::DateFormat))
        .or_else(|| Some((Date::parse_french(&start)?, Rule::DateDirty)))
    {
        Some((date, rule)) => {
            report.add(rule, line, "last_update", &text, &date.to_string());
            date
        }
        None => {
            report.add(Rule::ValueInvalid, line, "last_update", &text, "");
            undated(report)
        }
    }
}

fn access(fields: &mut Fields<'_>, slug: &Slug, directory: &Directory, report: &mut Report) -> Access {
    let line = fields.line("is_open");
    let kind = match fields.integer("is_open", report) {
        Some(1) => AccessKind::Open,
        Some(0) => AccessKind::Account,
        Some(-1) => AccessKind::Restricted,
        other => {
            let before = other.map(|number| number.to_string()).unwrap_or_default();
            report.add(Rule::ValueMissing, line, "is_open", &before, "open");
            AccessKind::Open
        }
    };
    let line = fields.line("is_france_connected");
    let franceconnect = match fields.integer("is_france_connected", report) {
        Some(1) => FranceConnect::Compatible,
        Some(2) => FranceConnect::Required,
        None | Some(0) => FranceConnect::None,
        Some(other) => {
            report.add(Rule::FranceconnectSpelling, line, "is_france_connected", &other.to_string(), "none");
            FranceConnect::None
        }
    };
    let datapass = address(fields, "datapass_link", report);
    let Eligibility { audiences, request_url } = access::read(fields, slug, datapass, directory, report);
    let line = fields.line("account_link");
    let mut account_url = address(fields, "account_link", report);
    if let Some(url) = account_url.clone() {
        if kind != AccessKind::Account {
            report.add(Rule::AccountUnused, line, "account_link", url.as_str(), "");
            account_url = None;
        } else if document::is_page(&url) {
            report.add(Rule::AccountDoubtful, line, "account_link", url.as_str(), url.as_str());
        }
    }
    Access { kind, account_url, request_url, max_delay_days: None, bundle: None, franceconnect, audiences }
}

fn producer(fields: &mut Fields<'_>, directory: &Directory, report: &mut Report) -> Slug {
    let line = fields.line("producer");
    let text = fields.line_text("producer", report).unwrap_or_default();
    if let Some(slug) = directory.page(Kind::Producer, &text).or_else(|| directory.producer(&text)) {
        return slug.clone();
    }
    let slug = slug_of(&text);
    report.add(Rule::ProducerUnknown, line, "producer", &text, slug.as_str());
    slug
}

fn themes(fields: &mut Fields<'_>, report: &mut Report) -> Vec<Slug> {
    let line = fields.line("themes");
    let labels = fields.texts("themes", report);
    let mut themes: BTreeSet<Slug> = BTreeSet::new();
    for label in &labels {
        let (slug, rule) =
            theme::theme(label).map_or((theme::FALLBACK, Rule::ThemeUnknown), |slug| (slug, Rule::ThemeMapped));
        if slug != label {
            report.add(rule, line, "themes", label, slug);
        }
        themes.extend(Slug::parse(slug));
    }
    if themes.is_empty() {
        report.add(Rule::ValueMissing, line, "themes", "", theme::FALLBACK);
        themes.extend(Slug::parse(theme::FALLBACK));
    }
    themes.into_iter().collect()
}

/// `API Statut étudiant | Bouquet API Particulier`
fn bundle(title: &str, directory: &Directory, report: &mut Report) -> Option<Slug> {
    let (_, name) = title.rsplit_once("| Bouquet ")?;
    let slug = directory.api_by_title(name.trim())?.clone();
    report.add(Rule::BundleFromTitle, None, "title", title, slug.as_str());
    Some(slug)
}

fn datasets(fields: &mut Fields<'_>, report: &mut Report) -> Vec<Dataset> {
    let line = fields.line("datagouv_uuid");
    let mut datasets = Vec::new();
    for id in fields.texts("datagouv_uuid", report) {
        let plain = id.chars().all(|character| character.is_ascii_alphanumeric() || character == '-');
        match HttpUrl::parse(&format!("https://www.data.gouv.fr/datasets/{id}/")).filter(|_| plain) {
            Some(url) => {
                report.add(Rule::DatasetLinked, line, "datagouv_uuid", &id, url.as_str());
                datasets.push(Dataset { title: format!("Jeu de données {id}"), url });
            }
            None => report.add(Rule::ValueInvalid, line, "datagouv_uuid", &id, ""),
        }
    }
    datasets
}

fn partners(fields: &mut Fields<'_>, directory: &Directory, report: &mut Report) -> Vec<Partner> {
    let line = fields.line("partners");
    let mut partners = Vec::new();
    for name in fields.texts("partners", report) {
        let partner = match directory.producer(&name) {
            Some(slug) => {
                if slug.as_str() != name {
                    report.add(Rule::PartnerMatched, line, "partners", &name, slug.as_str());
                }
                Partner::Producer(slug.clone())
            }
            None => {
                report.add(Rule::PartnerNamed, line, "partners", &name, &name);
                Partner::Named(name)
            }
        };
        if !partners.contains(&partner) {
            partners.push(partner);
        }
    }
    partners
}
