use super::{complete, day, minimal, publishable, text};
use crate::core::catalogue::consistency::{self, Content, Source};
use crate::core::catalogue::front_matter;
use crate::core::date::Date;
use crate::core::i18n::Language;
use crate::core::id::Slug;
use crate::core::markdown::{Block, Inline};
use crate::core::problem::Severity;
use crate::core::wizard::draft::{self, Answer, Draft, Origin};
use crate::core::wizard::{Folder, Question, emit, page, read_archive, read_folder};
use crate::core::{markdown, yaml, zip};
use proptest::prelude::*;
use proptest::strategy::ValueTree;

fn emitted(draft: &Draft) -> Folder {
    emit(draft, day(), Language::Fr).unwrap_or_else(|findings| panic!("{findings:#?}"))
}

fn all_files(folder: &Folder) -> Vec<(String, String)> {
    folder.files.iter().chain(&folder.team).cloned().collect()
}

fn file<'a>(folder: &'a Folder, path: &str) -> &'a str {
    folder.files.iter().find(|(name, _)| name == path).map(|(_, text)| text.as_str()).unwrap()
}

#[test]
fn the_shortest_page() {
    let folder = emitted(&minimal());
    assert_eq!(folder.files.len(), 1);
    assert_eq!(
        file(&folder, "apis/api-marches/index.md"),
        "---
title: API Marchés
tagline: Jours et places des marchés
producer: dinum
themes: [transport]
access:
  kind: open
contact:
  email: api@marches.gouv.fr
created: 2026-11-26
updated: 2026-11-26
---

## À quoi sert cette API ?

Trouver un marché.

## Comment l’appeler ?

Donner une commune.
"
    );
    let team = folder.team.unwrap();
    assert_eq!(team.0, "team/api-marches.json");
    assert!(team.1.contains("\"mission\": \"public-body\""));
}

#[test]
fn everything_there_is_to_say() {
    let folder = emitted(&complete());
    let names: Vec<&str> = folder.files.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(
        names,
        [
            "apis/api-marches/index.md",
            "apis/api-marches/openapi.yaml",
            "apis/api-marches/openapi.json",
            "producers/anmpa.md"
        ]
    );
    // As given: not a line break is changed.
    assert_eq!(file(&folder, "apis/api-marches/openapi.yaml"), "openapi: 3.1.0\r\n");
    insta::assert_snapshot!(file(&folder, "apis/api-marches/index.md"));
    insta::assert_snapshot!(file(&folder, "producers/anmpa.md"));
    // People who decide on requests are named in no file that is published.
    assert!(folder.files.iter().all(|(_, text)| !text.contains("c@d.fr")));
    assert!(folder.team.unwrap().1.contains("c@d.fr"));
}

#[test]
fn labels_of_scopes_are_words() {
    let page = page(&complete(), day(), Language::Fr);
    let parsed = markdown::parse(&page.body, "f", 1).document;
    let mut tables = parsed.blocks.iter().filter_map(|block| match block {
        Block::Table { rows, .. } => Some(rows),
        _ => None,
    });
    let cells = tables.next_back().unwrap();
    let label = "Nom | *prénom* \\ `x` <b> &amp; [l](m)";
    assert_eq!(cells[0][0], [Inline::Code("a_b".into())]);
    let joined: String = cells[0][1]
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) => text.as_str(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(joined, label);
}

#[test]
fn an_incomplete_draft_is_no_folder() {
    let codes = |draft: &Draft| {
        let findings = emit(draft, day(), Language::Fr).unwrap_err();
        assert!(findings.iter().all(|finding| finding.severity == Severity::Error));
        findings.into_iter().map(|finding| finding.question).collect::<Vec<_>>()
    };
    assert_eq!(
        codes(&Draft::new("d")),
        [
            Question::Mission,
            Question::Title,
            Question::Tagline,
            Question::Uses,
            Question::Usage,
            Question::Themes,
            Question::Producer,
            Question::Trial,
            Question::Access,
            Question::ContactEmail
        ]
    );
    let mut draft = minimal();
    draft.set(Question::Title, text("…"), Origin::Typed);
    draft.set(Question::BaseUrl, text("a.fr"), Origin::Typed);
    assert_eq!(codes(&draft), [Question::BaseUrl, Question::Slug]);
}

#[test]
fn hidden_answers_stay_in_the_draft_and_out_of_the_page() {
    let mut draft = complete();
    draft.set(Question::Access, text("open"), Origin::Typed);
    draft.set(Question::FranceConnect, text("none"), Origin::Typed);
    let folder = emitted(&draft);
    let index = file(&folder, "apis/api-marches/index.md");
    assert!(!index.contains("audiences") && !index.contains("FranceConnect"), "{index}");
    assert!(!folder.team.unwrap().1.contains("instructors"));
    assert_eq!(draft.rows(Question::Audiences).len(), 3);
}

#[test]
fn a_folder_is_read_back_as_it_was_answered() {
    let folder = emitted(&complete());
    let (read, problems) = read_folder("d", &all_files(&folder));
    let (read, original) = (read.unwrap(), complete());
    assert_eq!(problems, []);
    for question in [
        Question::Uses,
        Question::Introduction,
        Question::Data,
        Question::Scopes,
        Question::ProducerName,
        Question::DatapassInstructors,
        Question::Mission,
        Question::Producer,
        Question::Partners,
    ] {
        assert_eq!(read.answer(question), original.answer(question), "{question}");
        assert_eq!(read.origin(question), Some(Origin::Page));
    }
    assert_eq!(read.documents[2].title, "V1");
    assert_eq!(read.documents[1].source.text(), Some("{}"));
}

#[test]
fn a_folder_that_is_none_says_so() {
    let codes = |files: &[(&str, &str)]| {
        let files: Vec<_> = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        let (draft, problems) = read_folder("d", &files);
        assert!(draft.is_none());
        problems.into_iter().map(|problem| problem.code).collect::<Vec<_>>()
    };
    assert_eq!(codes(&[]), ["page-not-found"]);
    assert_eq!(codes(&[("apis/a/index.md", ""), ("apis/b/index.md", "")]), ["page-not-found"]);
    assert_eq!(codes(&[("apis/../index.md", "---\n---\n")]), ["page-not-found"]);
    assert!(codes(&[("apis/a/index.md", "<html>")]).contains(&"front-matter-missing"));
    assert!(codes(&[("apis/a/index.md", "---\ntitle: a\n---\n")]).contains(&"missing-key"));
}

/// What `catalogue check` says of the files, in a catalogue that has what they name.
fn check(folder: &Folder) -> Vec<String> {
    let mut content = Content::default();
    let mut problems = Vec::new();
    for (path, text) in folder.files.iter().filter(|(path, _)| path.ends_with(".md")) {
        let (yaml, body, found) = yaml::front_matter(text, path);
        problems.extend(found);
        let slug = folder.slug.clone();
        let (file, body, body_line) = (path.clone(), body.text.to_owned(), body.first_line);
        if path.starts_with("apis/") {
            let (head, found) = front_matter::read_api(&yaml, path);
            problems.extend(found);
            let head = head.unwrap();
            let theme =
                |slug: &Slug| serde_json::from_value(serde_json::json!({"slug": slug, "name": {"fr": "", "en": ""}}));
            content.themes = head.themes.iter().map(|slug| theme(slug).unwrap()).collect();
            content.apis.push(Source { slug, file, yaml, head, body, body_line });
        } else {
            let slug = path.strip_prefix("producers/").and_then(|name| Slug::parse(name.strip_suffix(".md")?)).unwrap();
            let (head, found) = front_matter::read_producer(&yaml, path);
            problems.extend(found);
            content.producers.push(Source { slug, file, yaml, head: head.unwrap(), body, body_line });
        }
    }
    problems.extend(consistency::check(&content));
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error);
    errors.map(|problem| problem.line(Language::En)).collect()
}

#[test]
fn what_is_emitted_passes_the_check() {
    let errors = check(&emitted(&complete()));
    assert!(errors.is_empty(), "{errors:#?}");
}

proptest! {
    #![proptest_config(crate::core::testing::cases(256))]

    #[test]
    fn any_text_reaches_the_reader_of_the_catalogue(draft in publishable()) {
        let Ok(folder) = emit(&draft, day(), Language::Fr) else { return Ok(()) };
        let made = page(&draft, day(), Language::Fr);
        let path = &folder.files[0].0;
        let (yaml, body, problems) = yaml::front_matter(&folder.files[0].1, path);
        prop_assert_eq!(problems, vec![]);
        let (api, problems) = front_matter::read_api(&yaml, path);
        let errors = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
        prop_assert_eq!(errors, 0, "{:?}", problems);
        prop_assert_eq!(api.as_ref(), Some(&made.api));
        prop_assert_eq!(body.text.strip_prefix('\n').unwrap_or_default().strip_suffix('\n').unwrap_or_default(), &made.body);
        if let Some(producer) = made.producer {
            let (path, text) = folder.files.last().unwrap();
            let (yaml, body, _) = yaml::front_matter(text, path);
            prop_assert_eq!(front_matter::read_producer(&yaml, path).0, Some(producer.producer));
            prop_assert_eq!(body.text.trim_matches('\n'), producer.body.trim_matches('\n'));
        }
    }

    #[test]
    fn emitting_what_was_read_gives_the_same_bytes(draft in publishable(), english in any::<bool>()) {
        let language = if english { Language::En } else { Language::Fr };
        let Ok(folder) = emit(&draft, day(), language) else { return Ok(()) };
        let (read, problems) = read_folder("d", &all_files(&folder));
        let errors = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
        prop_assert_eq!(errors, 0, "{:?}", problems);
        prop_assert_eq!(emit(&read.unwrap(), day(), language), Ok(folder));
    }

    #[test]
    fn any_draft_makes_a_page(draft in draft::tests::drafts()) {
        let made = page(&draft, day(), Language::Fr);
        prop_assert_eq!(made.api.updated, day());
        let _ = emit(&draft, day(), Language::Fr);
    }

    #[test]
    fn labels_of_scopes_come_back(label in "\\PC{0,20}") {
        let mut draft = complete();
        let rows = vec![super::row(&[("key", "a_b"), ("label", &label)])];
        draft.set(Question::Scopes, Answer::Rows(rows), Origin::Typed);
        let Ok(folder) = emit(&draft, day(), Language::Fr) else { return Ok(()) };
        let (read, _) = read_folder("d", &folder.files);
        let spaced = label.split_whitespace().collect::<Vec<_>>().join(" ");
        let read = read.unwrap();
        prop_assert_eq!(&read.rows(Question::Scopes)[0]["label"], &spaced);
    }
}

/// Most of what the properties are tried on must be published, else they say little.
#[test]
fn most_drafts_of_the_properties_are_published() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let published = (0..200).filter(|_| {
        let draft = publishable().new_tree(&mut runner).unwrap().current();
        emit(&draft, day(), Language::Fr).is_ok()
    });
    let count = published.count();
    assert!(count > 100, "{count}");
}

#[test]
fn an_archive_is_read_back_to_the_byte_wherever_its_folder_is() {
    let folder = emit(&complete(), day(), Language::Fr).unwrap();
    let later = Date::new(2026, 12, 24).unwrap();
    for before in ["", "dossier/"] {
        let mut files: Vec<_> =
            folder.files.iter().map(|(path, text)| (format!("{before}{path}"), text.clone().into_bytes())).collect();
        files.push(("__MACOSX/x".to_owned(), vec![0, 255]));
        let mut draft = read_archive("d", &zip::archive(&files).unwrap()).unwrap();
        // What only the team reads is not in it, and is asked again.
        for (question, answer) in [(Question::Mission, "public-body"), (Question::Trial, "public")] {
            draft.set(question, text(answer), Origin::Typed);
        }
        for question in [Question::RequestForm, Question::DatapassInstructors, Question::DatapassNotification] {
            draft.answers.set(question, complete().answers.get(question).unwrap().clone());
        }
        let again = emit(&draft, draft.day(later), Language::Fr).unwrap();
        let page = |folder: &Folder| folder.files[0].1.replace("2026-12-24", "2026-11-26");
        assert_eq!((page(&again), &again.files[1..]), (page(&folder), &folder.files[1..]));
    }
    assert_eq!(read_archive("d", b"PK").unwrap_err().code, "archive-damaged");
    let none = zip::archive(&[("a.md".into(), Vec::new())]).unwrap();
    assert_eq!(read_archive("d", &none).unwrap_err().code, "page-not-found");
}
