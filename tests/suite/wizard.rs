//! The wizard against real pages, and what it emits against the tool.

use catalogue::core::catalogue::front_matter::read_api;
use catalogue::core::date::Date;
use catalogue::core::i18n::Language;
use catalogue::core::openapi::Document;
use catalogue::core::wizard::draft::{Answer, Attached, Draft, Origin, Row, Source};
use catalogue::core::wizard::{Question, emit, page, prefill, read_folder};
use catalogue::core::yaml::front_matter;
use std::path::{Path, PathBuf};
use std::process::Command;

fn day() -> Date {
    Date::new(2026, 11, 26).unwrap()
}

fn row(cells: &[(&str, &str)]) -> Row {
    cells.iter().map(|(column, cell)| ((*column).to_owned(), (*cell).to_owned())).collect()
}

/// Answers what a page lacks, never what it says.
fn complete(draft: &mut Draft, answers: &[(Question, Answer)]) {
    for (question, answer) in answers {
        if !draft.is_answered(*question) {
            draft.set(*question, answer.clone(), Origin::Typed);
        }
    }
}

fn text(text: &str) -> Answer {
    Answer::Text(text.to_owned())
}

/// What no page of a catalogue says, and the wizard asks.
fn unsaid() -> Vec<(Question, Answer)> {
    vec![
        (Question::Mission, text("public-body")),
        (Question::Trial, text("none")),
        (Question::RequestForm, text("own")),
        (Question::RequestUrl, text("https://a.fr")),
        (Question::AccountUrl, text("https://a.fr")),
        (Question::BundleAgreed, text("yes")),
        (Question::ContactEmail, text("api@a.fr")),
        (Question::Uses, text("Servir.")),
        (Question::Usage, text("Appeler.")),
        (Question::Scopes, Answer::Rows(vec![row(&[("key", "a_b"), ("label", "B")])])),
    ]
}

#[test]
fn pages_of_the_catalogue_come_through() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/apis");
    let mut count = 0;
    for entry in std::fs::read_dir(root).unwrap() {
        let folder = entry.unwrap().path();
        let slug = folder.file_name().unwrap().to_str().unwrap().to_owned();
        let path = format!("apis/{slug}/index.md");
        let source = std::fs::read_to_string(folder.join("index.md")).unwrap();
        let (yaml, body, _) = front_matter(&source, &path);
        let mut api = read_api(&yaml, &path).0.unwrap();
        for rule in &mut api.access.audiences {
            rule.text = rule.text.as_ref().map(|text| text.trim_end().to_owned());
        }
        let (draft, _) = read_folder("d", &[(path.clone(), source.clone())]);
        let mut draft = draft.unwrap();
        let made = page(&draft, api.updated, Language::Fr);
        assert_eq!(
            (made.api, made.body.as_str(), made.slug.as_str()),
            (api, body.text.trim(), slug.as_str()),
            "{path}"
        );
        // Once a person answered what pages do not say, the page can be published again.
        complete(&mut draft, &unsaid());
        emit(&draft, day(), Language::Fr).unwrap_or_else(|findings| panic!("{path}: {findings:#?}"));
        count += 1;
    }
    assert!(count > 50, "{count}");
}

#[test]
fn former_pages_are_taken_over() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let places = [root.join("../shared/data/apigouv/api"), root.join("../../shared/data/apigouv/api")];
    let Some(folder) = places.iter().find(|folder| folder.exists()) else {
        println!("skipped: {} is absent", places[0].display());
        return;
    };
    let mut published = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let Some(name) = path.file_name().unwrap().to_str().unwrap().strip_suffix(".md") else { continue };
        let (prefilled, _) = prefill::of_former(name, &std::fs::read_to_string(&path).unwrap());
        let mut draft = Draft::new("d");
        prefilled.unwrap_or_else(|| panic!("{name}")).apply(&mut draft);
        complete(&mut draft, &unsaid());
        emit(&draft, day(), Language::Fr).unwrap_or_else(|findings| panic!("{name}: {findings:#?}"));
        published += 1;
    }
    assert!(published > 150, "{published}");
}

const DOCUMENT: &str = r#"openapi: 3.1.0
info:
  title: API Annuaire des marchés
  summary: Jours, horaires et places des marchés de plein air
  description: Une commune affiche les marchés du jour.
  version: 2.1.0
  contact: { email: api@marches.gouv.fr }
  license: { name: Licence Ouverte 2.0 }
servers: [{ url: https://api.marches.gouv.fr/v2 }]
paths:
  /marches:
    get: { operationId: liste, responses: { "200": { description: Liste } } }
"#;

/// From a document and four answers to files that the tool accepts without a word, in an empty catalogue.
#[test]
fn what_is_emitted_passes_the_tool() {
    let content = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("wizard");
    let _ = std::fs::remove_dir_all(&content);
    let write = |name: &str, text: &str| {
        let path = content.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write(
        "site.json",
        r#"{"name": {"fr": "C", "en": "C"}, "tagline": {"fr": "t", "en": "t"}, "content_language": "fr",
        "languages": ["fr"], "publisher": {"name": "P"}}"#,
    );
    write("themes.yaml", "- { slug: transport, name: { fr: T, en: T } }\n");

    let mut draft = Draft::new("d");
    let (document, _) = Document::read(DOCUMENT.as_bytes(), "openapi.yaml");
    prefill::of_document(&document).apply(&mut draft);
    draft.documents = vec![Attached {
        title: String::new(),
        source: Source::Text { name: "openapi.yaml".into(), text: DOCUMENT.into() },
    }];
    for (question, answer) in [
        (Question::Mission, text("public-body")),
        (Question::Usage, text("Donnez une commune.")),
        (Question::Themes, Answer::Words(vec!["transport".into()])),
        (Question::Producer, text("+")),
        (Question::ProducerName, text("Agence des marchés : « plein air »")),
        (Question::ProducerKind, text("public-body")),
    ] {
        draft.set(question, answer, Origin::Typed);
    }
    let folder = emit(&draft, day(), Language::Fr).unwrap();
    assert_eq!(folder.files.len(), 3);
    for (path, text) in &folder.files {
        write(path, text);
    }
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_catalogue"))
            .args(arguments)
            .args(["--content", content.to_str().unwrap()])
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    };
    run(&["check", "--strict"]);
    run(&["build"]);
    let built = std::fs::read_to_string(content.join("data/catalogue.json")).unwrap();
    assert!(built.contains("\"operations\":1") && built.contains("api-annuaire-des-marches"), "{built}");
}
