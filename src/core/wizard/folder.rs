//! Files of a content folder as a draft: what [`super::emit`] does, undone.

use super::draft::{Answer, Attached, Draft, Origin, Source};
use super::emit::{File, TEAM_FORMAT, TeamFile};
use super::import;
use super::page::ProducerPage;
use crate::core::catalogue::{Api, front_matter};
use crate::core::i18n::Text;
use crate::core::id::Slug;
use crate::core::problem::{Place, Problem};
use crate::core::yaml;
use crate::core::zip;
use std::collections::HashMap;

/// Reads the files of one API. Nothing is there when no page of an API can be read; the problems say what was left out.
///
/// Documents that are not among the files lie beside the page already. The caller says whether the page is one of the
/// catalogue ([`Draft::updates`]): files do not.
pub fn read_folder(id: &str, files: &[File]) -> (Option<Draft>, Vec<Problem>) {
    let texts: HashMap<&str, &str> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let pages: Vec<(&str, Slug)> = texts
        .keys()
        .filter_map(|path| {
            let name = path.strip_prefix("apis/")?.strip_suffix("/index.md")?;
            Some((*path, Slug::parse(name)?))
        })
        .collect();
    let [(path, slug)] = pages.as_slice() else { return (None, vec![not_one_page(pages.len())]) };
    let (yaml, body, mut problems) = yaml::front_matter(texts.get(path).copied().unwrap_or_default(), path);
    let (api, found) = front_matter::read_api(&yaml, path);
    problems.extend(found);
    let Some(api) = api else { return (None, problems) };
    let mut draft = of_page(id, slug, &api, body.text);
    for document in &mut draft.documents {
        if let Source::Published { name } = &document.source
            && let Some(text) = texts.get(format!("apis/{slug}/{name}").as_str())
        {
            document.source = Source::Text { name: name.clone(), text: (*text).to_owned() };
        }
    }
    let producer_path = format!("producers/{}.md", api.producer);
    if let Some(text) = texts.get(producer_path.as_str()) {
        problems.extend(producer(&mut draft, &api.producer, &producer_path, text));
    }
    let team_path = format!("team/{slug}.json");
    if let Some(text) = texts.get(team_path.as_str())
        && let Err(detail) = team(&mut draft, text)
    {
        problems.push(unread_team(&team_path, &detail));
    }
    // Emitted again as it is, it is the same page, on the same day.
    draft.keep_day(api.updated);
    (Some(draft), problems)
}

/// The most that the files of an archive may hold together, in bytes: above what a submission holds.
const MOST_BYTES: usize = 32_000_000;

/// Reads an archive of the files of one API, as [`read_folder`] does; they may be in a folder.
pub fn read_archive(id: &str, bytes: &[u8]) -> Result<Draft, Box<Problem>> {
    let files = zip::read(bytes, MOST_BYTES).map_err(|error| Box::new(error.problem()))?;
    let is_page = |path: &str| path.split('/').rev().map(Some).chain([None]).nth(2) == Some(Some("apis"));
    let pages = files.iter().map(|(path, _)| path).filter(|path| path.ends_with("/index.md") && is_page(path));
    let before = pages.filter_map(|path| path.get(..path.rfind("apis/")?)).next().unwrap_or_default().to_owned();
    // What is no text is no part of a page.
    let texts = files.into_iter().filter_map(|(path, content)| {
        let path = path.strip_prefix(&before)?.to_owned();
        Some((path, String::from_utf8(content).ok()?))
    });
    let (draft, mut problems) = read_folder(id, &texts.collect::<Vec<_>>());
    draft.ok_or_else(|| Box::new(if problems.is_empty() { not_one_page(0) } else { problems.swap_remove(0) }))
}

/// The draft of a page of an API.
pub(super) fn of_page(id: &str, slug: &Slug, api: &Api, body: &str) -> Draft {
    let mut draft = Draft::new(id);
    draft.created = Some(api.created);
    let mut answers = import::of_api(api, body);
    answers.push((super::Question::Slug, Answer::Text(slug.to_string())));
    draft.fill(answers, Origin::Page);
    let documents = api.openapi.iter().map(|source| Attached {
        title: source.title.clone().unwrap_or_default(),
        source: match (&source.file, &source.url) {
            (_, Some(url)) => Source::Address { url: url.to_string(), copy: None, beside: false },
            (file, None) => Source::Published { name: file.clone().unwrap_or_default() },
        },
    });
    draft.documents = documents.collect();
    draft
}

fn producer(draft: &mut Draft, slug: &Slug, path: &str, text: &str) -> Vec<Problem> {
    let (yaml, body, mut problems) = yaml::front_matter(text, path);
    let (producer, found) = front_matter::read_producer(&yaml, path);
    problems.extend(found);
    if let Some(producer) = producer {
        let page = ProducerPage { slug: slug.clone(), producer, body: body.text.to_owned() };
        draft.fill(import::of_producer(&page), Origin::Page);
    }
    problems
}

fn team(draft: &mut Draft, text: &str) -> Result<(), String> {
    let file: TeamFile = serde_json::from_str(text).map_err(|error| error.to_string())?;
    if file.format != TEAM_FORMAT {
        return Err(format!("format `{}`", file.format));
    }
    let answers: Result<Vec<_>, String> =
        file.answers.into_iter().map(|(question, value)| Ok((question, Answer::of(question, value)?))).collect();
    draft.fill(answers?, Origin::Page);
    Ok(())
}

fn unread_team(path: &str, detail: &str) -> Problem {
    Problem::warning(
        "team-file-unread",
        Place::file(path),
        Text::new(
            format!("Le fichier des réponses non publiées ne peut pas être lu\u{202f}: {detail}."),
            format!("The file of answers that are not published cannot be read: {detail}."),
        ),
        Text::new("Répondez à nouveau à ces questions.", "Answer these questions again."),
    )
}

fn not_one_page(count: usize) -> Problem {
    Problem::error(
        "page-not-found",
        Place::default(),
        Text::new(
            format!("Les fichiers contiennent {count} fiche(s) d’API (apis/<nom>/index.md), il en faut une."),
            format!("The files hold {count} page(s) of an API (apis/<name>/index.md) where one is expected."),
        ),
        Text::new(
            "Choisissez l’archive que l’assistant a enregistrée, ou le dossier d’une seule API.",
            "Choose the archive that the wizard saved, or the folder of one API.",
        ),
    )
}
