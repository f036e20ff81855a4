use super::*;
use crate::core::publication::testing::receipt;
use crate::core::wizard::questions::Kind;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;

/// Any answer in the form that `question` asks for, of texts made by `text`.
pub(crate) fn answer(question: Question, text: BoxedStrategy<String>) -> BoxedStrategy<Option<Answer>> {
    match question.definition().kind {
        Kind::Rows(columns) => {
            let names: Vec<String> = columns.iter().map(|column| column.id.to_owned()).collect();
            let row = btree_map(prop::sample::select(names), text, 0..4);
            vec(row, 0..4).prop_map(|rows| Some(Answer::Rows(rows))).boxed()
        }
        kind => match kind.shape() {
            Shape::Words => vec(text, 0..4).prop_map(|words| Some(Answer::Words(words))).boxed(),
            Shape::Text => text.prop_map(|text| Some(Answer::Text(text))).boxed(),
            Shape::Rows | Shape::Documents => Just(None).boxed(),
        },
    }
}

fn any_text() -> BoxedStrategy<String> {
    prop_oneof![".{0,12}", "[a-z -]{0,8}", "(\\PC|\n|\t|\"|\\\\|\u{0}|\u{feff}){0,10}"].boxed()
}

fn origins() -> impl Strategy<Value = Origin> {
    prop::sample::select(vec![Origin::Typed, Origin::Document, Origin::Page, Origin::Former])
}

fn questions() -> impl Strategy<Value = Question> {
    prop::sample::select(Question::ALL.to_vec())
}

fn documents() -> impl Strategy<Value = Attached> {
    let source = prop_oneof![
        (any_text(), any_text()).prop_map(|(name, text)| Source::Text { name, text }),
        (any_text(), prop::option::of(any_text()), any::<bool>()).prop_map(|(url, copy, beside)| Source::Address {
            url,
            copy,
            beside
        }),
        any_text().prop_map(|name| Source::Published { name }),
    ];
    (any_text(), source).prop_map(|(title, source)| Attached { title, source })
}

/// Any draft.
pub(crate) fn drafts() -> impl Strategy<Value = Draft> {
    let answers =
        vec(questions().prop_flat_map(|question| (Just(question), answer(question, any_text()), origins())), 0..12);
    let comments = vec((prop::option::of(questions()), any_text(), any_text(), any::<bool>()), 0..3);
    let rounds = vec((any_text(), any::<bool>(), any_text()), 0..3);
    let stages = prop::sample::select(vec![Stage::Writing, Stage::InReview, Stage::ChangesAsked, Stage::Sent]);
    ((any_text(), any::<u64>(), stages), answers, vec(documents(), 0..3), comments, rounds, any::<bool>()).prop_map(
        |((id, revision, stage), answers, documents, comments, rounds, updates)| {
            let mut draft = Draft { revision, documents, ..Draft::new(id) };
            for (question, answer, origin) in answers {
                draft.answers.remove(question);
                assert!(answer.is_none_or(|answer| draft.set(question, answer, origin)), "{question}");
            }
            for (reviewer, approved, message) in rounds {
                let verdict = if approved { Verdict::Approved } else { Verdict::ChangesAsked };
                draft.close_round(&reviewer, "2026-11-26T10:00:00Z", verdict, &message);
            }
            draft.stage = stage;
            draft.comments.extend(comments.into_iter().map(|(question, author, text, resolved)| Comment {
                question,
                author,
                text,
                at: "2026-11-26".into(),
                resolved,
            }));
            if updates {
                draft.updates = Slug::parse("api-x");
                draft.created = Date::new(2024, 2, 29);
                draft.receipts.push(receipt(&draft.id, &draft.id));
                draft.keep_day(Date::new(2024, 3, 1).unwrap());
            }
            draft
        },
    )
}

fn code(text: &str) -> &'static str {
    let problem = read(text).unwrap_err();
    assert!(!problem.what.fr.is_empty() && problem.what.fr != problem.what.en && !problem.mend.en.is_empty());
    problem.code
}

#[test]
fn says_what_is_wrong_with_a_file() {
    let good = write(&Draft::new("d"));
    assert_eq!(read(&good), Ok(Draft::new("d")));
    assert_eq!(read(&format!("\u{feff}{good}")), Ok(Draft::new("d")));
    assert_eq!(code(""), "draft-not-json");
    assert_eq!(code("<html>"), "draft-not-json");
    assert_eq!(code(&good[..good.len() - 4]), "draft-not-json");
    assert!(read(&good[..good.len() - 4]).unwrap_err().what.fr.contains("avant sa fin"));
    for foreign in ["[]", "{}", r#"{"version":2,"draft":{"id":"d"}}"#, r#"{"openapi":"3.1.0"}"#] {
        assert_eq!(code(foreign), "draft-foreign", "{foreign}");
    }
    let file = |version: &str, draft: &str| format!(r#"{{"format":"{FORMAT}","version":{version},"draft":{draft}}}"#);
    for version in ["4", "0", "\"2\"", "2.5", "null"] {
        assert_eq!(code(&file(version, "{}")), "draft-version", "{version}");
    }
    for damaged in [
        "{}",
        "null",
        r#"{"id":"d","unknown":1}"#,
        r#"{"id":"d","answers":{"unknown":{"value":"x","origin":"typed"}}}"#,
        r#"{"id":"d","answers":{"title":{"value":["x"],"origin":"typed"}}}"#,
        r#"{"id":"d","answers":{"title":{"value":"x","origin":"elsewhere"}}}"#,
        r#"{"id":"d","answers":{"title":{"value":"x","origin":"typed","more":1}}}"#,
        r#"{"id":"d","answers":{"themes":{"value":"x","origin":"typed"}}}"#,
        r#"{"id":"d","answers":{"scopes":{"value":[{"colour":"red"}],"origin":"typed"}}}"#,
        r#"{"id":"d","answers":{"documents":{"value":"x","origin":"typed"}}}"#,
        r#"{"id":"d","revision":-1}"#,
        r#"{"id":"d","updates":"../x"}"#,
        r#"{"id":"d","documents":[{"source":{"text":{}}}]}"#,
    ] {
        assert_eq!(code(&file("3", damaged)), "draft-damaged", "{damaged}");
        assert_eq!(code(&file("2", damaged)), "draft-damaged", "{damaged}");
    }
    assert_eq!(read(&file("2", r#"{"id":"d"}"#)), Ok(Draft::new("d")), "the version before");
}

#[test]
fn migrates_the_first_version() {
    let old = r#"{"format":"api-catalogue-draft","version":1,"id":"d","openapi":"https://a.fr/openapi.json",
        "answers":{"title":"API  X","themes":"sport, transport,","scopes":[{"key":"a_b","label":"Été"}]}}"#;
    let draft = read(old).unwrap();
    assert_eq!((draft.id.as_str(), draft.title(), draft.revision, draft.stage), ("d", "API  X", 0, Stage::Writing));
    assert_eq!(draft.words(Question::Themes), ["sport", "transport"]);
    assert_eq!(draft.rows(Question::Scopes)[0]["label"], "Été");
    assert_eq!(draft.origin(Question::Title), Some(Origin::Typed));
    assert_eq!(
        draft.documents,
        [Attached {
            title: String::new(),
            source: Source::Address { url: "https://a.fr/openapi.json".into(), copy: None, beside: false }
        }]
    );
    // What was read is written in the version of today, and read the same.
    assert!(write(&draft).contains(r#""version":3"#));
    assert_eq!(read(&write(&draft)), Ok(draft));
    let pasted = r#"{"format":"api-catalogue-draft","version":1,"id":"d","openapi":"openapi: 3.1.0"}"#;
    assert_eq!(read(pasted).unwrap().documents[0].source.text(), Some("openapi: 3.1.0"));
    for damaged in [
        r#""id":1"#,
        r#""answers":[]"#,
        r#""answers":{"x":""},"id":"d""#,
        r#""openapi":1,"id":"d""#,
        r#""id":"d","more":1"#,
    ] {
        assert_eq!(code(&format!(r#"{{"format":"{FORMAT}","version":1,{damaged}}}"#)), "draft-damaged", "{damaged}");
    }
}

#[test]
fn what_a_person_typed_stays() {
    let mut draft = Draft::new("d");
    let text = |text: &str| Answer::Text(text.to_owned());
    draft.set(Question::Title, text("Mine"), Origin::Typed);
    draft.set(Question::Licence, text(""), Origin::Typed);
    let offered = vec![
        (Question::Title, text("Theirs")),
        (Question::Licence, text("MIT")),
        (Question::Tagline, text("A line")),
        (Question::Uses, text("  ")),
    ];
    assert_eq!(draft.fill(offered.clone(), Origin::Document), [Question::Tagline]);
    assert_eq!((draft.text(Question::Title), draft.text(Question::Licence)), ("Mine", ""));
    assert_eq!(draft.origin(Question::Tagline), Some(Origin::Document));
    // What was filled in is filled in anew; what says the same is no change.
    assert_eq!(draft.fill(vec![(Question::Tagline, text("Better"))], Origin::Former), [Question::Tagline]);
    assert_eq!(draft.fill(vec![(Question::Tagline, text("Better"))], Origin::Page), []);
    // An answer of another form is refused.
    assert!(!draft.set(Question::Title, Answer::Words(vec![]), Origin::Typed));
    assert!(!draft.set(Question::Documents, text("x"), Origin::Typed));
    let odd = Answer::Rows(vec![Row::from([("colour".to_owned(), "red".to_owned())])]);
    assert!(!draft.set(Question::Scopes, odd, Origin::Typed));
    assert_eq!(draft.text(Question::Title), "Mine");
}

#[test]
fn an_approval_holds_for_what_was_read() {
    let mut draft = Draft::new("d");
    draft
        .documents
        .push(Attached { title: String::new(), source: Source::Text { name: "a.json".into(), text: "{}".into() } });
    assert!(!draft.is_approved());
    draft.close_round("Ada", "2026-11-26", Verdict::Approved, "");
    assert!(draft.is_approved() && draft.stage == Stage::Approved);
    let mut other = draft.clone();
    other.documents[0].source = Source::Text { name: "a.json".into(), text: "{ }".into() };
    assert!(!other.is_approved());
    draft.set(Question::Title, Answer::Text("X".into()), Origin::Typed);
    assert!(!draft.is_approved());
    draft.close_round("Ada", "2026-11-27", Verdict::ChangesAsked, "Name it");
    assert_eq!((draft.stage, draft.is_approved()), (Stage::ChangesAsked, false));
}

#[test]
fn reviewers_sign_what_they_wrote_and_nothing_else() {
    let comment = |text: &str| Comment {
        question: None,
        author: String::new(),
        text: text.into(),
        at: "2026-11-26T10:00:00Z".into(),
        resolved: false,
    };
    let mut draft = Draft::new("d");
    draft.comments.push(comment("theirs"));
    draft.came_from_elsewhere();
    draft.comments.push(comment("mine"));
    draft.close_round("Ada", "2026-11-26T11:00:00Z", Verdict::Approved, "");
    let authors: Vec<&str> = draft.comments.iter().map(|comment| comment.author.as_str()).collect();
    assert_eq!(authors, [ANONYMOUS, "Ada"]);
}

#[test]
fn a_draft_goes_to_review_once_for_what_it_says() {
    let mut draft = Draft::new("d");
    draft.goes_to_review();
    assert_eq!(draft.stage, Stage::InReview);
    draft.close_round("Ada", "2026-11-26T11:00:00Z", Verdict::ChangesAsked, "Name it");
    draft.goes_to_review();
    assert_eq!(draft.stage, Stage::ChangesAsked, "the reviewer sends it back");
    draft.set(Question::Title, Answer::Text("X".into()), Origin::Typed);
    draft.goes_to_review();
    assert_eq!(draft.stage, Stage::InReview);
    draft.close_round("Ada", "2026-11-26T12:00:00Z", Verdict::Approved, "");
    draft.goes_to_review();
    assert_eq!(draft.stage, Stage::Approved);
}

#[test]
fn files_bear_the_day_they_left_as_long_as_they_say_the_same() {
    let (first, second) = (Date::new(2026, 11, 26).unwrap(), Date::new(2026, 11, 27).unwrap());
    let mut draft = Draft::new("d");
    assert_eq!(draft.day(second), second);
    draft.keep_day(first);
    draft.receipts.push(receipt("d", "d"));
    assert_eq!(draft.day(second), first);
    draft.set(Question::Title, Answer::Text("X".into()), Origin::Typed);
    assert_eq!(draft.day(second), second);
    draft.keep_day(second);
    let address = |copy: &str| Source::Address { url: "https://a.fr".into(), copy: Some(copy.into()), beside: false };
    draft.documents.push(Attached { title: String::new(), source: address("{}") });
    assert_eq!(draft.day(first), first);
}

proptest! {
    #![proptest_config(crate::core::testing::cases(512))]

    #[test]
    fn any_draft_comes_back_the_same(draft in drafts()) {
        prop_assert_eq!(read(&write(&draft)), Ok(draft));
    }

    #[test]
    fn reading_never_panics(text in ".{0,80}") {
        prop_assert!(read(&text).is_err());
    }
}
