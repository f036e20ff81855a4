//! Writes the data files of the site (see [`crate::core::catalogue::wire`]).

use super::content::Loaded;
use super::{explored, lint};
use crate::core::catalogue::consistency::Source;
use crate::core::catalogue::front_matter::{Kind, schema};
use crate::core::catalogue::wire::{
    self, ApiPage, ApiSummary, Catalogue, GuidePage, GuideSummary, ProducerPage, ProducerSummary, TextPage,
};
use crate::core::catalogue::{Api, Audience, AudienceRule, Partner, likeness};
use crate::core::i18n::{Language, Text};
use crate::core::id::Slug;
use crate::core::markdown;
use crate::core::openapi::{Document, Outline, outline};
use crate::core::search::fold;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;
use walkdir::WalkDir;

/// Writes every data file below `out`, only where bytes change, and removes those of pages that are gone.
pub(super) fn build(loaded: &Loaded, out: &Path) -> Result<(), Text> {
    let mut files = BTreeMap::new();
    let content = &loaded.content;
    let language = content.site.as_ref().map(|site| site.content_language).unwrap_or_default();
    let text = |body: &str| markdown::read(body, language);
    for api in &content.apis {
        let outlines = outlines(api, loaded);
        for (index, document) in documents_of(api, loaded) {
            files.insert(format!("openapi/{}/{index}.json", api.slug), json(document.value())?);
        }
        explored::explore(api, &documents_of(api, loaded), &loaded.documents, language, &mut files)?;
        files.insert(format!("quality/{}.json", api.slug), envelope(lint::judge(api, loaded))?);
        let page = api_page(api, outlines, language);
        files.insert(format!("apis/{}.json", api.slug), envelope(page)?);
    }
    for producer in &content.producers {
        let page =
            ProducerPage { slug: producer.slug.clone(), producer: producer.head.clone(), body: text(&producer.body) };
        files.insert(format!("producers/{}.json", producer.slug), envelope(page)?);
    }
    for guide in content.guides.iter().filter(|guide| !guide.head.draft) {
        let page = GuidePage { slug: guide.slug.clone(), guide: guide.head.clone(), body: text(&guide.body) };
        files.insert(format!("guides/{}.json", guide.slug), envelope(page)?);
    }
    for page in &content.pages {
        let name = page.file.trim_start_matches("pages/").trim_end_matches(".md");
        let language = name.rsplit_once('.').and_then(|(_, tag)| Language::parse(tag)).unwrap_or(language);
        let page = TextPage { title: page.head.title.clone(), body: markdown::read(&page.body, language) };
        files.insert(format!("pages/{name}.json"), envelope(page)?);
    }
    files.insert("catalogue.json".to_owned(), envelope(catalogue(loaded)?)?);
    for (name, bytes) in &files {
        write(&out.join(name), bytes)?;
    }
    remove_others(out, &files)
}

/// The documents of an API that are files, each with its rank.
pub(super) fn documents_of<'l>(api: &Source<Api>, loaded: &'l Loaded) -> Vec<(usize, &'l Document)> {
    let find = |file: &String| loaded.documents.get(&format!("apis/{}/{file}", api.slug));
    let sources = api.head.openapi.iter().enumerate();
    sources.filter_map(|(index, source)| Some((index, source.file.as_ref().and_then(find)?))).collect()
}

/// The page of an API, its Markdown parsed.
fn api_page(api: &Source<Api>, outlines: Vec<Option<Outline>>, language: Language) -> ApiPage {
    let mut head = api.head.clone();
    let explanation = |rule: &mut AudienceRule| rule.text.take().map(|text| markdown::read(&text, language));
    let explanations = head.access.audiences.iter_mut().map(|rule| explanation(rule).unwrap_or_default()).collect();
    ApiPage { slug: api.slug.clone(), api: head, body: markdown::read(&api.body, language), explanations, outlines }
}

/// Writes the JSON Schemas of the front matters below `out`.
pub(super) fn schemas(out: &Path) -> Result<(), Text> {
    for kind in Kind::ALL {
        let mut text = format!("{:#}", schema(kind));
        text.push('\n');
        write(&out.join(format!("{}.schema.json", kind.id())), text.as_bytes())?;
    }
    Ok(())
}

fn catalogue(loaded: &Loaded) -> Result<Catalogue, Text> {
    let content = &loaded.content;
    let site = content.site.clone().ok_or_else(|| Text::new("site.json manque.", "site.json is missing."))?;
    let mut apis: Vec<ApiSummary> = content.apis.iter().map(|api| api_summary(api, &outlines(api, loaded))).collect();
    apis.sort_by_cached_key(|api| fold(&api.title));
    let partner_of = |slug: &Slug| {
        let slug = Partner::Producer(slug.clone());
        let apis = content.apis.iter().filter(|api| api.head.partners.contains(&slug));
        apis.map(|api| api.slug.clone()).collect()
    };
    let mut producers: Vec<ProducerSummary> = content
        .producers
        .iter()
        .map(|producer| ProducerSummary {
            slug: producer.slug.clone(),
            name: producer.head.name.clone(),
            acronym: producer.head.acronym.clone(),
            kind: producer.head.kind,
            partner_of: partner_of(&producer.slug),
        })
        .collect();
    producers.sort_by_cached_key(|producer| fold(&producer.name));
    let mut guides: Vec<GuideSummary> = content
        .guides
        .iter()
        .filter(|guide| !guide.head.draft)
        .map(|guide| GuideSummary {
            slug: guide.slug.clone(),
            title: guide.head.title.clone(),
            tagline: guide.head.tagline.clone(),
            kind: guide.head.kind,
            apis: guide.head.apis.clone(),
            updated: guide.head.updated,
        })
        .collect();
    guides.sort_by_cached_key(|guide| fold(&guide.title));
    Ok(Catalogue { site, themes: content.themes.clone(), apis, producers, guides })
}

fn api_summary(api: &Source<Api>, outlines: &[Option<Outline>]) -> ApiSummary {
    let head = &api.head;
    let audiences = Audience::ALL.into_iter().filter_map(|audience| Some((audience, head.access.verdict(audience)?)));
    ApiSummary {
        slug: api.slug.clone(),
        title: head.title.clone(),
        tagline: head.tagline.clone(),
        producer: head.producer.clone(),
        themes: head.themes.clone(),
        keywords: head.keywords.clone(),
        aliases: head.aliases.clone(),
        status: head.status,
        access: head.access.kind,
        franceconnect: head.access.franceconnect,
        bundle: head.access.bundle.clone(),
        audiences: audiences.collect(),
        documents: head.openapi.len(),
        operations: outlines.iter().flatten().map(|outline| outline.operations.len()).sum(),
        marks: likeness::marks(
            &likeness::addresses(head.base_url.as_ref(), outlines.iter().flatten()),
            &likeness::signatures(outlines.iter().flatten()),
        ),
        updated: head.updated,
    }
}

fn outlines(api: &Source<Api>, loaded: &Loaded) -> Vec<Option<Outline>> {
    let read = |file: &String| loaded.documents.get(&format!("apis/{}/{file}", api.slug)).and_then(outline);
    api.head.openapi.iter().map(|source| source.file.as_ref().and_then(read)).collect()
}

pub(super) fn envelope(content: impl Serialize) -> Result<Vec<u8>, Text> {
    wire::write(content).map_err(|error| failed("catalogue", &error))
}

fn json(value: &serde_json::Value) -> Result<Vec<u8>, Text> {
    serde_json::to_vec(value).map_err(|error| failed("openapi", &error))
}

/// Writes a file, only when its bytes change: the development server rebuilds on every write.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), Text> {
    if std::fs::read(path).is_ok_and(|known| known == bytes) {
        return Ok(());
    }
    let name = path.display().to_string();
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|error| failed(&name, &error))?;
    }
    std::fs::write(path, bytes).map_err(|error| failed(&name, &error))
}

/// Data files of pages that are gone would still answer.
fn remove_others(out: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), Text> {
    for folder in ["apis", "producers", "guides", "pages", "openapi", "explorer"] {
        for entry in WalkDir::new(out.join(folder)).into_iter().filter_map(Result::ok) {
            let path = entry.path();
            let name = path.strip_prefix(out).unwrap_or(path).to_string_lossy().replace('\\', "/");
            let ours = entry.file_type().is_file() && path.extension().is_some_and(|end| end == "json");
            if ours && !files.contains_key(&name) {
                std::fs::remove_file(path).map_err(|error| failed(&name, &error))?;
            }
        }
    }
    Ok(())
}

pub(super) fn failed(name: &str, error: &dyn std::fmt::Display) -> Text {
    Text::new(format!("{name} ne peut pas être écrit\u{202f}: {error}."), format!("{name} cannot be written: {error}."))
}
