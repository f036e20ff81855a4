//! Drafts that can be published, of any content, and what becomes of them.

mod emit;

use super::draft::{Answer, Attached, Draft, Origin, Row, Source};
use super::questions::{Column, Kind, Page, Question, Shape};
use crate::core::date::Date;
use proptest::collection::vec;
use proptest::prelude::*;

pub(super) fn day() -> Date {
    Date::new(2026, 11, 26).unwrap()
}

pub(super) fn text(text: &str) -> Answer {
    Answer::Text(text.to_owned())
}

pub(super) fn row(cells: &[(&str, &str)]) -> Row {
    cells.iter().map(|(column, cell)| ((*column).to_owned(), (*cell).to_owned())).collect()
}

/// The draft of a restricted API that says everything there is to say.
pub(super) fn complete() -> Draft {
    let mut draft = minimal();
    let set = |draft: &mut Draft, question: Question, answer: Answer| {
        assert!(draft.set(question, answer, Origin::Typed), "{question}");
    };
    let words = |words: &[&str]| Answer::Words(words.iter().map(|word| (*word).to_owned()).collect());
    for (question, answer) in [
        (Question::Introduction, text("Depuis 2019 : « tout ».")),
        (Question::Data, text("| a | b |\n|---|---|\n| 1 | 2 |")),
        (Question::Keywords, words(&["marché", "1789"])),
        (Question::Partners, words(&["insee", "Ville de X"])),
        (Question::Access, text("restricted")),
        (Question::RequestForm, text("datapass")),
        (Question::DatapassInstructors, words(&["a@b.fr", "c@d.fr"])),
        (Question::DatapassNotification, text("demandes@b.fr")),
        (
            Question::Audiences,
            Answer::Rows(vec![
                row(&[("who", "company"), ("verdict", "no"), ("alternatives", "api-x https://a.fr")]),
                row(&[("who", "administration"), ("verdict", "yes"), ("legal-basis", "L. 1"), ("text", "Oui.\n\n- a")]),
                row(&[("who", "association"), ("verdict", "no"), ("alternatives", "api-x  https://a.fr ")]),
            ]),
        ),
        (Question::FranceConnect, text("required")),
        (
            Question::Scopes,
            Answer::Rows(vec![
                row(&[("key", "a_b"), ("label", "Nom | *prénom* \\ `x` <b> &amp; [l](m)")]),
                row(&[("key", "A B"), ("label", "#1")]),
            ]),
        ),
        (Question::Availability, text("99,9 %")),
        (Question::RateLimits, Answer::Rows(vec![row(&[("count", "1 000"), ("period", "hour"), ("per", "ip")])])),
        (Question::Producer, text(Page::NEW)),
        (Question::ProducerName, text("Agence : « marchés »")),
        (Question::ProducerAcronym, text("ANMPA")),
        (Question::ProducerKind, text("public-body")),
        (Question::ProducerText, text("Elle délivre.")),
    ] {
        set(&mut draft, question, answer);
    }
    draft.documents = vec![
        Attached {
            title: "V2".into(),
            source: Source::Text { name: "../../x.yaml".into(), text: "openapi: 3.1.0\r\n".into() },
        },
        Attached { title: String::new(), source: Source::Text { name: String::new(), text: "{}".into() } },
        Attached {
            title: "V1".into(),
            source: Source::Address { url: "https://a.fr/v1.json".into(), copy: Some("{}".into()), beside: false },
        },
    ];
    draft
}

/// The shortest draft that can be published.
pub(super) fn minimal() -> Draft {
    let mut draft = Draft::new("d");
    for (question, answer) in [
        (Question::Mission, "public-body"),
        (Question::Title, "API Marchés"),
        (Question::Tagline, "Jours et places des marchés"),
        (Question::Uses, "Trouver un marché."),
        (Question::Usage, "Donner une commune."),
        (Question::Producer, "dinum"),
        (Question::Trial, "public"),
        (Question::Access, "open"),
        (Question::ContactEmail, "api@marches.gouv.fr"),
    ] {
        draft.set(question, text(answer), Origin::Typed);
    }
    draft.set(Question::Themes, Answer::Words(vec!["transport".into()]), Origin::Typed);
    draft
}

/// Texts that YAML or Markdown might misread.
fn hard_text() -> BoxedStrategy<String> {
    prop_oneof![
        ".{0,16}",
        r#"([a-c]|[-:#?!&*|>%@`'",{}\[\]_~<\\] ?|: |\n|\r\n|\n\n|\t|---|\.\.\.|é|\u{a0}|\u{85}|[0-9]|true|## ){0,14}"#,
        "(## Quelles données \\?|## Which data\\?|\n|a|---|\\| a \\| b \\|){0,8}",
        "[a-c:# \n]{100,104}",
    ]
    .boxed()
}

/// Anything that fits a kind.
fn fitting(kind: Kind) -> BoxedStrategy<String> {
    let one_of =
        |words: &[&str]| prop::sample::select(words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>()).boxed();
    match kind {
        Kind::Line | Kind::Markdown | Kind::Words => hard_text(),
        Kind::Slug | Kind::Pick(_) | Kind::Picks(_) => "[a-z]{1,5}(-[a-z0-9]{1,4}){0,2}".boxed(),
        Kind::Url => "https?://[a-z]{1,5}\\.fr(/[a-zA-Zé0-9_.~%#?&=:,'\"|\\[\\]{}-]{0,12})?".boxed(),
        Kind::Email | Kind::Emails => "[a-z.+'#&!-]{1,8}@[a-z]{1,5}\\.(fr|org)".boxed(),
        Kind::Date => one_of(&["2024-02-29", "31/12/2027"]),
        Kind::Percent => one_of(&["0", "99,9", "99.95 %", "100"]),
        Kind::Integer(least, most) => (least..=most).prop_map(|number| format!(" {number} ")).boxed(),
        Kind::Choice(words) | Kind::Choices(words) => one_of(words),
        Kind::Targets => one_of(&["api-x", "api-x  https://a.fr/?a,b\n", ""]),
        Kind::Rows(_) | Kind::Documents => Just(String::new()).boxed(),
    }
}

/// Rows whose needed cells say something.
fn rows(columns: &'static [Column]) -> BoxedStrategy<Vec<Row>> {
    let cells: Vec<BoxedStrategy<(String, String)>> = columns
        .iter()
        .map(|column| {
            let needed = !column.optional;
            fitting(column.kind)
                .prop_map(move |cell| {
                    let cell = if needed && cell.trim().is_empty() { "x".to_owned() } else { cell };
                    (column.id.to_owned(), cell)
                })
                .boxed()
        })
        .collect();
    vec(cells.prop_map(|cells| cells.into_iter().collect::<Row>()), 1..4).boxed()
}

fn fitting_answer(question: Question) -> BoxedStrategy<Option<Answer>> {
    let kind = if question == Question::Aliases { Kind::Slug } else { question.definition().kind };
    match question.definition().kind.shape() {
        Shape::Text => fitting(kind).prop_map(|text| Some(Answer::Text(text))).boxed(),
        Shape::Words => vec(fitting(kind), 0..3).prop_map(|words| Some(Answer::Words(words))).boxed(),
        Shape::Rows => rows(kind.columns()).prop_map(|rows| Some(Answer::Rows(rows))).boxed(),
        Shape::Documents => Just(None).boxed(),
    }
}

/// Drafts whose answers fit, with names and texts of any kind; most of them can be published.
pub(super) fn publishable() -> impl Strategy<Value = Draft> {
    let answers =
        prop::sample::subsequence(Question::ALL.to_vec(), 0..Question::ALL.len()).prop_flat_map(|questions| {
            questions
                .into_iter()
                .map(|question| fitting_answer(question).prop_map(move |answer| (question, answer)))
                .collect::<Vec<_>>()
        });
    let documents = vec((hard_text(), hard_text(), any::<bool>()), 0..3);
    (any::<bool>(), answers, documents, any::<bool>()).prop_map(|(full, answers, documents, new)| {
        let mut draft = if full { complete() } else { minimal() };
        for (question, answer) in answers {
            // What is required stays answered.
            if let Some(answer) = answer.filter(|answer| !answer.is_blank()) {
                draft.set(question, answer, Origin::Typed);
            }
        }
        draft.set(Question::Slug, text("api-marches"), Origin::Typed);
        if new {
            draft.set(Question::Producer, text(Page::NEW), Origin::Typed);
            draft.set(Question::ProducerSlug, text("anmpa"), Origin::Typed);
        }
        for (name, given, address) in documents {
            let source = match address {
                true => Source::Address {
                    url: "https://a.fr/openapi.json".into(),
                    copy: Some(format!("openapi: {given}")),
                    beside: name.len() % 2 == 0,
                },
                false => Source::Text { name: name.clone(), text: format!("openapi: {given}") },
            };
            draft.documents.push(Attached { title: name, source });
        }
        draft
    })
}
