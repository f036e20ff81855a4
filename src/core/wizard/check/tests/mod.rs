mod others;

use super::*;
use crate::core::wizard::draft::{Answer, Attached, Origin, Source};
use crate::core::wizard::prefill::tests::{good, prefill};
use crate::core::wizard::tests::{complete, minimal, row, text};
use others::beside;
pub(in crate::core::wizard) use others::catalogue;
use serde_json::{Value, json};

/// A draft against which nothing is to be said.
fn clean() -> Draft {
    let mut draft = minimal();
    set(&mut draft, Question::Documentation, "https://api.marches.gouv.fr/doc");
    draft
}

fn set(draft: &mut Draft, question: Question, typed: &str) {
    assert!(draft.set(question, text(typed), Origin::Typed), "{question}");
}

fn attach(draft: &mut Draft, document: &str) {
    let source = Source::Text { name: "openapi.json".into(), text: document.to_owned() };
    draft.documents = vec![Attached { title: String::new(), source }];
}

/// What is said of a draft: code, question, cell.
type Said = (&'static str, Question, Option<(usize, &'static str)>);

fn said(findings: &[Finding]) -> Vec<Said> {
    for finding in findings {
        for text in [&finding.what, &finding.mend] {
            assert!(!text.fr.is_empty() && text.fr != text.en, "{finding:?}");
        }
    }
    findings.iter().map(|finding| (finding.code, finding.question, finding.cell)).collect()
}

/// What one answer brings.
fn about(question: Question, typed: &str) -> Vec<Said> {
    let mut draft = clean();
    set(&mut draft, question, typed);
    said(&check(&draft, None))
}

#[test]
fn nothing_is_said_of_what_is_right() {
    assert_eq!(said(&check(&clean(), None)), []);
}

#[test]
fn answers_that_are_no_values() {
    for (question, typed) in [
        (Question::Documentation, "a.fr"),
        (Question::ContactEmail, "a@b.fr, c@d.fr"),
        (Question::Availability, "24 h"),
        (Question::ResponseTime, "vite"),
        (Question::Frequency, "souvent"),
        (Question::Slug, "API X"),
        (Question::Producer, "La Dinum"),
    ] {
        assert_eq!(about(question, typed), [("answer-unread", question, None)], "{question}");
    }
    let mut draft = clean();
    let rows = vec![row(&[]), row(&[("count", "0"), ("every", " ")])];
    draft.set(Question::RateLimits, Answer::Rows(rows), Origin::Typed);
    draft.set(Question::Themes, Answer::Words(vec!["x".into(), "É".into()]), Origin::Typed);
    assert_eq!(
        said(&check(&draft, None)),
        [
            ("answer-unread", Question::Themes, None),
            ("answer-unread", Question::RateLimits, Some((1, "count"))),
            ("answer-missing", Question::RateLimits, Some((1, "period")))
        ]
    );
}

#[test]
fn addresses_lead_somewhere() {
    for (typed, code) in [
        ("http://api.marches.gouv.fr/doc", "address-insecure"),
        ("https://localhost/doc", "address-loopback"),
        ("https://example.com", "address-placeholder"),
        ("https://wiki.intranet/doc", "address-internal"),
    ] {
        assert_eq!(about(Question::Documentation, typed), [(code, Question::Documentation, None)], "{typed}");
    }
    let mut draft = clean();
    let rows = vec![row(&[("title", "X"), ("url", "http://data.marches.gouv.fr")])];
    draft.set(Question::Datasets, Answer::Rows(rows), Origin::Typed);
    draft.documents = vec![Attached {
        title: String::new(),
        source: Source::Address { url: "http://127.0.0.1/x".into(), copy: None, beside: false },
    }];
    assert_eq!(
        said(&check(&draft, None)),
        [("address-insecure", Question::Datasets, Some((0, "url"))), ("address-loopback", Question::Documents, None)]
    );
}

#[test]
fn mailboxes_are_those_of_teams() {
    for typed in ["jeanne.martin@marches.gouv.fr", "no-reply@marches.gouv.fr", "api.marches@gmail.com"] {
        assert_eq!(about(Question::ContactEmail, typed), [("email-personal", Question::ContactEmail, None)], "{typed}");
    }
    assert_eq!(about(Question::ContactEmail, "support.api@marches.gouv.fr"), []);
    // Whom the team writes to may be a person.
    assert_eq!(about(Question::CorrespondentEmail, "jeanne.martin@marches.gouv.fr"), []);
}

#[test]
fn claims_are_read() {
    assert_eq!(about(Question::Mission, "none"), [("mission", Question::Mission, None)]);
    assert_eq!(about(Question::Trial, "none"), [("trial", Question::Trial, None)]);
    assert_eq!(about(Question::Documentation, ""), [("documentation-missing", Question::Documents, None)]);
    assert_eq!(about(Question::Coverage, "à compléter"), [("placeholder", Question::Coverage, None)]);
    assert_eq!(about(Question::Tagline, &"mot ".repeat(50)), [("tagline-long", Question::Tagline, None)]);
    let unsafe_link = about(Question::Usage, "ligne\n\n[x](javascript:alert(1))");
    assert!(matches!(unsafe_link.as_slice(), [(_, Question::Usage, None)]), "{unsafe_link:?}");
    let mut draft = clean();
    for (question, typed) in
        [(Question::Delivery, "bundle"), (Question::Bundle, "api-x"), (Question::BundleAgreed, "no")]
    {
        set(&mut draft, question, typed);
    }
    assert_eq!(said(&check(&draft, None)), [("bundle-agreed", Question::BundleAgreed, None)]);
}

fn restricted(rows: Vec<crate::core::wizard::draft::Row>) -> Vec<Said> {
    let mut draft = clean();
    set(&mut draft, Question::Access, "restricted");
    set(&mut draft, Question::RequestForm, "own");
    set(&mut draft, Question::RequestUrl, "https://a.fr/demande");
    draft.set(Question::Audiences, Answer::Rows(rows), Origin::Typed);
    said(&check(&draft, None))
}

fn rule(who: &str, verdict: &str) -> crate::core::wizard::draft::Row {
    row(&[("who", who), ("verdict", verdict), ("text", "Parce que."), ("legal-basis", "L. 1")])
}

#[test]
fn audiences_go_with_the_kind_of_access() {
    let at = |code, row, column| (code, Question::Audiences, Some((row, column)));
    let all = |verdict: &str| crate::core::catalogue::Audience::ALL.map(|who| rule(who.id(), verdict)).to_vec();
    assert_eq!(restricted(all("yes")), []);
    assert_eq!(restricted(all("no")), [("audience-none", Question::Audiences, None)]);
    assert_eq!(restricted(vec![]), [("answer-missing", Question::Audiences, None)]);
    assert_eq!(restricted(vec![rule("company", "yes")]), [("audience-silent", Question::Audiences, None)]);
    let mut rows = all("yes");
    rows[0] = row(&[("who", "individual"), ("verdict", "no")]);
    rows[1] = row(&[("who", "company"), ("verdict", "conditional"), ("legal-basis", "L. 1")]);
    rows[2] = row(&[("who", "association"), ("verdict", "yes")]);
    rows.push(rule("company", "yes"));
    assert_eq!(
        restricted(rows),
        [
            at("audience-dead-end", 0, "alternatives"),
            at("audience-conditions", 1, "text"),
            at("audience-legal-basis", 2, "legal-basis"),
            at("audience-twice", 6, "who")
        ]
    );
    let mut open = clean();
    open.set(Question::Audiences, Answer::Rows(vec![rule("company", "no")]), Origin::Page);
    assert_eq!(said(&check(&open, None)), [at("audience-contradiction", 0, "verdict")]);
}

#[test]
fn a_request_has_a_place_to_go() {
    let mut draft = complete();
    set(&mut draft, Question::RequestForm, "own");
    let missing = |draft: &Draft| said(&form(draft)).contains(&("answer-missing", Question::RequestUrl, None));
    assert!(missing(&draft));
    let own = row(&[("who", "administration"), ("verdict", "yes"), ("request-url", "https://a.fr")]);
    draft.set(Question::Audiences, Answer::Rows(vec![own, rule("company", "no")]), Origin::Typed);
    assert!(!missing(&draft));
    draft.set(Question::Audiences, Answer::Rows(vec![rule("company", "no")]), Origin::Typed);
    assert!(!missing(&draft));
    draft.set(Question::Audiences, Answer::Rows(vec![rule("company", "conditional")]), Origin::Typed);
    assert!(missing(&draft));
}

#[test]
fn scopes_follow_the_rule() {
    let mut draft = clean();
    set(&mut draft, Question::FranceConnect, "compatible");
    let keys = ["a_b", "RFR", "a_b"].map(|key| row(&[("key", key), ("label", "L")]));
    draft.set(Question::Scopes, Answer::Rows(keys.to_vec()), Origin::Typed);
    assert_eq!(
        said(&check(&draft, None)),
        [("scope-key", Question::Scopes, Some((1, "key"))), ("scope-twice", Question::Scopes, Some((2, "key")))]
    );
}

fn with_document(document: &Value, access: &str) -> Vec<Said> {
    let mut draft = clean();
    set(&mut draft, Question::BaseUrl, "https://api.marches.gouv.fr/v2");
    set(&mut draft, Question::Access, access);
    set(&mut draft, Question::AccountUrl, "https://a.fr/compte");
    attach(&mut draft, &document.to_string());
    said(&check(&draft, None))
}

#[test]
fn documents_are_read() {
    let mut document = good();
    document["servers"] = json!([{"url": "https://api.marches.gouv.fr/v2/"}]);
    assert_eq!(with_document(&document, "open"), []);
    assert_eq!(with_document(&document, "account"), [("document-access", Question::Access, None)]);
    let mut guarded = document.clone();
    guarded["security"] = json!([{"s": []}]);
    guarded["components"] = json!({"securitySchemes": {"s": {"type": "http", "scheme": "bearer"}}});
    assert_eq!(with_document(&guarded, "account"), []);
    assert_eq!(with_document(&guarded, "open"), [("document-access", Question::Access, None)]);
    document["servers"][0]["url"] = json!("https://ailleurs.gouv.fr");
    assert_eq!(with_document(&document, "open"), [("document-base-url", Question::BaseUrl, None)]);
    for server in [json!([{"url": "http://localhost:8080"}]), json!([{"url": "https://api.example.org"}]), json!([])] {
        document["servers"] = server;
        assert_eq!(with_document(&document, "open"), [("document-server", Question::Documents, None)]);
    }
    document["paths"] = json!({});
    assert_eq!(with_document(&document, "open"), [("document-empty", Question::Documents, None)]);
    for other in [json!("<html>"), json!({"a": 1}), json!([])] {
        assert_eq!(with_document(&other, "open"), [("document-not-openapi", Question::Documents, None)], "{other}");
    }
    let mut broken = good();
    broken["servers"] = json!([{"url": "https://api.marches.gouv.fr/v2"}]);
    let text = broken.to_string();
    let mut draft = clean();
    attach(&mut draft, &text[..text.len() - 2]);
    assert!(said(&check(&draft, None)).iter().any(|(code, ..)| *code == "document-problem"));
}

/// The whole way of a new user: a good document, the answers it lacks, and not one error nor advice but the servers it
/// left from its tests.
#[test]
fn a_good_document_needs_few_answers() {
    let mut draft = prefill(good());
    attach(&mut draft, &good().to_string());
    for (question, typed) in
        [(Question::Mission, "public-body"), (Question::Usage, "Donnez une commune."), (Question::Producer, "dinum")]
    {
        set(&mut draft, question, typed);
    }
    draft.set(Question::Themes, Answer::Words(vec!["transport".into()]), Origin::Typed);
    let server = ("document-server", Question::Documents, None);
    assert_eq!(beside(&draft, &[]), [server, server]);
}

proptest::proptest! {
    #![proptest_config(crate::core::testing::cases(128))]

    #[test]
    fn any_draft_is_checked(draft in crate::core::wizard::draft::tests::drafts()) {
        let catalogue = catalogue();
        let findings = check(&draft, Some(&Others { catalogue: &catalogue, details: &[] }));
        proptest::prop_assert!(findings.is_sorted_by_key(|finding| finding.question));
        said(&findings);
    }
}
