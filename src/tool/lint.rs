//! `catalogue lint`: what pages and documents are worth, and what each mend gives.

use super::build::documents_of;
use super::content::{self, Loaded};
use super::report::{Format, annotation, say, warn};
use super::seal::unreadable;
use crate::core::catalogue::Api;
use crate::core::catalogue::consistency::Source;
use crate::core::i18n::words::decimal;
use crate::core::i18n::{Language, Text};
use crate::core::openapi::Document;
use crate::core::problem::{self, Place, Problem};
use crate::core::quality::{Finding, Report, Severity, Subject, facts_of, report, rules};
use crate::core::yaml::{self, Body, Yaml};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// What is judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Asked {
    /// Every API of the content.
    All,
    /// An API by its name; the file of a page or of an OpenAPI document.
    One(String),
}

/// What was judged.
struct Judged {
    /// The API, or the file.
    name: String,
    /// The file, from where the command runs.
    file: PathBuf,
    report: Report,
}

/// Judges, lists, and says whether every score is at least `least` and everything that was asked for could be read.
pub(super) fn run(asked: &Asked, folder: &Path, least: u32, format: Format, language: Language) -> Result<bool, Text> {
    let (judged, unread) = match asked {
        Asked::One(name) if is_document(name) => (vec![document(Path::new(name))?], Vec::new()),
        _ => pages(asked, folder)?,
    };
    match format {
        Format::Text => judged.iter().for_each(|one| said(one, language)),
        Format::Json => {
            let rows: Vec<Value> = judged.iter().map(|one| row(one, language)).collect();
            say(&format!("{:#}", json!(rows)));
        }
        Format::Github => {
            judged.iter().for_each(|one| annotated(one, language));
            unread.iter().for_each(|problem| say(&annotation(problem, folder, language)));
        }
    }
    // What has no score is in no list of scores, which programs read.
    if format != Format::Github {
        unread.iter().for_each(|problem| warn(&problem.line(language)));
    }
    Ok(unread.is_empty() && judged.iter().all(|one| one.report.score >= least))
}

/// The pages that are asked for, and why some of them cannot be read.
fn pages(asked: &Asked, folder: &Path) -> Result<(Vec<Judged>, Vec<Problem>), Text> {
    let (loaded, problems) = content::load(folder);
    let file = |name: &str| Path::new(name).canonicalize().ok();
    let wanted = |slug: &str, page: &str| match asked {
        Asked::All => true,
        Asked::One(name) => {
            let given = file(name);
            slug == name || (given.is_some() && given == folder.join(page).canonicalize().ok())
        }
    };
    let apis = loaded.content.apis.iter().filter(|api| wanted(api.slug.as_str(), &api.file));
    let judged: Vec<Judged> = apis.map(|api| page(api, &loaded, folder)).collect();
    let is_read = |page: &str| loaded.content.apis.iter().any(|api| api.file == page);
    let unread = problems.into_iter().filter(|problem| {
        let page = problem.place.file.as_deref().unwrap_or_default();
        let slug = page.strip_prefix("apis/").and_then(|rest| rest.strip_suffix("/index.md"));
        slug.is_some_and(|slug| wanted(slug, page) && !is_read(page)) && problem.severity == problem::Severity::Error
    });
    let unread: Vec<Problem> = unread.collect();
    match asked {
        Asked::One(name) if judged.is_empty() && unread.is_empty() => Err(unknown(name, folder)),
        _ => Ok((judged, unread)),
    }
}

fn unknown(name: &str, folder: &Path) -> Text {
    let content = folder.display();
    Text::new(
        format!(
            "«\u{202f}{name}\u{202f}» n’est ni une API de {content}, ni sa page (apis/<nom>/index.md), ni un fichier OpenAPI (.json, .yaml). Donnez l’un d’eux, ou --all."
        ),
        format!(
            "`{name}` is neither an API of {content}, nor its page (apis/<name>/index.md), nor an OpenAPI file (.json, .yaml). Give one of them, or --all."
        ),
    )
}

fn is_document(name: &str) -> bool {
    [".json", ".yaml", ".yml"].iter().any(|end| name.ends_with(end))
}

fn document(path: &Path) -> Result<Judged, Text> {
    let bytes = std::fs::read(path).map_err(|error| unreadable(path, &error))?;
    let name = path.display().to_string();
    let (document, _) = Document::read(&bytes, &name);
    if document.version().is_none() {
        return Err(Text::new(
            format!(
                "{name} n’est pas une description OpenAPI. Donnez un fichier qui dit sa version\u{202f}: «\u{202f}openapi: 3.1.0\u{202f}»."
            ),
            format!("{name} is not an OpenAPI document. Give a file that says its version: `openapi: 3.1.0`."),
        ));
    }
    let facts = facts_of(&document);
    let report = report(&Subject { api: None, body: "", document: Some(&facts) });
    Ok(Judged { file: path.to_path_buf(), name, report })
}

fn page(api: &Source<Api>, loaded: &Loaded, folder: &Path) -> Judged {
    Judged { name: api.slug.to_string(), file: folder.join(&api.file), report: judge(api, loaded) }
}

/// What a page of the content is worth.
pub(super) fn judge(api: &Source<Api>, loaded: &Loaded) -> Report {
    let facts = documents_of(api, loaded).first().map(|(_, document)| facts_of(document));
    report(&Subject { api: Some(&api.head), body: &api.body, document: facts.as_ref() })
}

/// For a person: the score first, then what to mend, the most useful first.
fn said(one: &Judged, language: Language) {
    let families: Vec<String> =
        one.report.families.iter().map(|(family, score)| format!("{} {score}", family.name().get(language))).collect();
    say(&format!("{}  {}/100  ({})", one.name, one.report.score, families.join(", ")));
    for finding in &one.report.findings {
        let places = finding.places.join(", ");
        say(&format!(
            "  +{:<4} {}: {} [{}] {} {}",
            decimal(finding.gain, language),
            finding.rule,
            finding.mend.get(language),
            places,
            aim(finding).get(language),
            finding.guide
        ));
    }
}

/// For a program: `[{name, file, score, families: {family: score}, findings: [{rule, family, severity, message, mend,
/// guide, places, gain}]}]`.
fn row(one: &Judged, language: Language) -> Value {
    let finding = |finding: &Finding| {
        json!({
            "rule": finding.rule,
            "family": finding.family,
            "severity": finding.severity,
            "message": finding.what.get(language),
            "mend": finding.mend.get(language),
            "guide": finding.guide,
            "places": finding.places,
            "gain": finding.gain,
        })
    };
    let families: serde_json::Map<String, Value> = one
        .report
        .families
        .iter()
        .filter_map(|(family, score)| Some((serde_json::to_value(family).ok()?.as_str()?.to_owned(), json!(score))))
        .collect();
    json!({
        "name": one.name,
        "file": one.file.display().to_string(),
        "score": one.report.score,
        "families": families,
        "findings": one.report.findings.iter().map(finding).collect::<Vec<_>>(),
    })
}

/// What a rule wants, said as such: alone, it would read as if it were so.
fn aim(finding: &Finding) -> Text {
    Text::new(format!("Règle\u{202f}: {}", finding.what.fr), format!("Rule: {}", finding.what.en))
}

/// For GitHub: an annotation for each finding, on its line where it has one.
fn annotated(one: &Judged, language: Language) {
    let text = std::fs::read_to_string(&one.file).unwrap_or_default();
    let lines = Lines::of(&text, is_document(&one.name));
    for finding in &one.report.findings {
        let what = Text::new(
            format!("{} (+{} points)", aim(finding).fr, decimal(finding.gain, Language::Fr)),
            format!("{} (+{} points)", aim(finding).en, decimal(finding.gain, Language::En)),
        );
        let problem = match finding.severity {
            Severity::Error => Problem::error,
            Severity::Warning | Severity::Notice => Problem::warning,
        };
        let rule = rules().iter().find(|rule| rule.id == finding.rule).map_or("", |rule| rule.id);
        let place = Place::file(one.file.display().to_string());
        let place = match finding.places.iter().find_map(|place| lines.line(place)) {
            Some(line) => place.at_line(line),
            None => place,
        };
        say(&annotation(&problem(rule, place, what, finding.mend.clone()), Path::new(""), language));
    }
}

/// Where things are in a file.
enum Lines<'a> {
    /// In a page: keys of its front matter, the first line of its text.
    Page(Yaml, Body<'a>),
    /// In an OpenAPI document.
    Document(Box<Document>),
}

impl<'a> Lines<'a> {
    fn of(text: &'a str, is_document: bool) -> Self {
        if is_document {
            return Self::Document(Box::new(Document::read(text.as_bytes(), "").0));
        }
        let (yaml, body, _) = yaml::front_matter(text, "");
        Self::Page(yaml, body)
    }

    /// The line of a place that a rule names: `service_level.availability`, `body`, a JSON pointer.
    fn line(&self, place: &str) -> Option<u32> {
        match self {
            Self::Page(_, body) if place == "body" => Some(body.first_line),
            // That of its document.
            Self::Page(..) if place.starts_with('/') => None,
            Self::Page(yaml, _) => Some(yaml.place(&format!("/{}", place.replace('.', "/")))?.0),
            Self::Document(document) if place.starts_with('/') => Some(document.lines(&[place]).first().copied()??.0),
            Self::Document(_) => None,
        }
    }
}
