use super::*;
use crate::core::i18n::Language;
use crate::core::openapi::Document;
use crate::core::wizard::tests::{day, text};
use crate::core::wizard::{emit, page};
use serde_json::{Value, json};

/// A document that says what a good one says.
pub(crate) fn good() -> Value {
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "API Annuaire des marchés",
            "summary": "Jours, horaires et places des marchés de plein air",
            "description": "Un site affiche les marchés du jour.\n\nAu-delà de 50 appels par seconde et par IP, la réponse est 429.",
            "version": "2.1.0",
            "contact": {"name": "Équipe", "email": "api@marches.gouv.fr", "url": "https://api.marches.gouv.fr/aide"},
            "license": {"name": "Licence Ouverte 2.0"},
            "termsOfService": "https://api.marches.gouv.fr/cgu"
        },
        "servers": [
            {"url": "http://localhost:8080"},
            {"url": "https://{region}.marches.gouv.fr"},
            {"url": "https://api.marches.gouv.fr/v2", "description": "Production"},
        ],
        "externalDocs": {"url": "https://api.marches.gouv.fr/doc"},
        "paths": {
            "/marches": {"get": {"operationId": "liste", "tags": ["Marchés", "default"], "responses": {"200": {"description": "Liste"}}}},
            "/places": {"get": {"tags": ["places_libres"], "responses": {"200": {"description": "Liste"}}}}
        }
    })
}

pub(crate) fn prefill(value: Value) -> Draft {
    let mut draft = Draft::new("d");
    of_document(&Document::new(value, "https://a.fr/openapi.json")).apply(&mut draft);
    draft
}

#[test]
fn a_good_document_says_much() {
    let draft = prefill(good());
    for (question, expected) in [
        (Question::Title, "API Annuaire des marchés"),
        (Question::Tagline, "Jours, horaires et places des marchés de plein air"),
        (Question::Licence, "etalab-2.0"),
        (Question::Terms, "https://api.marches.gouv.fr/cgu"),
        (Question::Documentation, "https://api.marches.gouv.fr/doc"),
        (Question::ContactEmail, "api@marches.gouv.fr"),
        (Question::ContactForm, "https://api.marches.gouv.fr/aide"),
        (Question::BaseUrl, "https://api.marches.gouv.fr/v2"),
        (Question::Access, "open"),
        (Question::Trial, "public"),
        (Question::Status, ""),
    ] {
        assert_eq!(draft.text(question), expected, "{question}");
    }
    assert!(draft.text(Question::Uses).starts_with("Un site"));
    assert_eq!(draft.words(Question::Keywords), ["marchés", "places libres"]);
    let limit = crate::core::wizard::tests::row(&[("count", "50"), ("period", "second"), ("per", "ip")]);
    assert_eq!(draft.rows(Question::RateLimits), [limit]);
    assert!(draft.answers.iter().all(|(_, answered)| answered.origin == Origin::Document));
}

#[test]
fn a_document_that_changed_is_followed() {
    let mut draft = prefill(good());
    draft.set(Question::Terms, text("https://a.fr/cgu"), Origin::Typed);
    let mut document = good();
    document["info"]["title"] = json!("API Halles");
    document["info"]["license"] = Value::Null;
    document["info"]["termsOfService"] = Value::Null;
    let prefill = of_document(&Document::new(document, ""));
    assert_eq!(prefill.clone().apply(&mut draft), [Question::Title, Question::Licence]);
    assert_eq!((draft.title(), draft.text(Question::Licence)), ("API Halles", ""));
    assert_eq!(draft.text(Question::Terms), "https://a.fr/cgu");
    assert_eq!(prefill.apply(&mut draft), []);
}

#[test]
fn what_a_document_leaves_out_is_not_made_up() {
    let draft = prefill(json!({
        "openapi": "3.0.0",
        "info": {"title": "OpenAPI definition", "version": "0.3.0", "description": "TODO",
            "contact": {"email": "nobody", "url": "http://localhost/"}},
        "servers": [{"url": "https://api.example.com"}, {"url": "/v1"}],
        "paths": {}
    }));
    let answered: Vec<Question> = draft.answers.iter().map(|(question, _)| question).collect();
    // The relative server is where the document is.
    assert_eq!(answered, [Question::Status, Question::BaseUrl]);
    assert_eq!((draft.text(Question::Status), draft.text(Question::BaseUrl)), ("beta", "https://a.fr/v1"));
    assert_eq!(prefill(json!("<html>")).answers, Draft::new("d").answers);
}

#[test]
fn security_suggests_a_kind_of_access() {
    let guess = |security: Value, scheme: Value| {
        let mut document = good();
        document["components"] = json!({"securitySchemes": {"s": scheme}});
        document["security"] = security;
        let draft = prefill(document);
        (draft.text(Question::Access).to_owned(), draft.text(Question::FranceConnect).to_owned())
    };
    let key = json!({"type": "apiKey", "in": "header", "name": "X-Key"});
    let connect = json!({"type": "openIdConnect",
        "openIdConnectUrl": "https://app.franceconnect.gouv.fr/api/v2/.well-known/openid-configuration"});
    assert_eq!(guess(json!([{"s": []}]), key.clone()), ("account".into(), String::new()));
    assert_eq!(guess(json!([{"s": []}, {}]), key.clone()), ("open".into(), String::new()));
    assert_eq!(guess(json!([]), key), ("open".into(), String::new()));
    assert_eq!(guess(json!([{"s": []}]), connect), ("restricted".into(), "required".into()));
    assert_eq!(guess(json!([{"s": []}]), json!({"type": "mutualTLS"})).0, "restricted");
    let mut half = good();
    half["paths"]["/marches"]["get"]["security"] = json!([{"s": []}]);
    assert_eq!(prefill(half).text(Question::Access), "open");
}

#[test]
fn a_server_for_tests_is_the_sandbox() {
    let mut document = good();
    document["servers"] = json!([{"url": "https://test.marches.gouv.fr", "description": "Bac à sable"}, {"url": "https://api.marches.gouv.fr"}]);
    let draft = prefill(document);
    assert_eq!(draft.text(Question::Sandbox), "https://test.marches.gouv.fr");
    assert_eq!(
        (draft.text(Question::BaseUrl), draft.text(Question::Trial)),
        ("https://api.marches.gouv.fr", "sandbox")
    );
}

#[test]
fn taglines_are_one_sentence() {
    let tagline = |description: &str| {
        let mut document = good();
        document["info"]["summary"] = Value::Null;
        document["info"]["description"] = json!(description);
        prefill(document).text(Question::Tagline).to_owned()
    };
    assert_eq!(tagline("# Titre\n\nLes *marchés*\nde plein air. Et la suite."), "Les marchés de plein air");
    assert_eq!(tagline(&"mot ".repeat(80)), "");
    assert_eq!(tagline("- liste"), "");
}

/// What a page asks for, and a person has to answer, when the document is good: each answer is counted.
#[test]
fn twelve_answers_to_a_page() {
    let open = [
        (Question::Mission, text("public-body")),
        (Question::Usage, text("Donnez une commune et un jour.")),
        (Question::Themes, Answer::Words(vec!["transport".into()])),
        (Question::Producer, text("+")),
        (Question::ProducerName, text("Agence des marchés")),
        (Question::ProducerKind, text("public-body")),
    ];
    let mut draft = prefill(good());
    answer(&mut draft, &open);

    let mut guarded = good();
    guarded["components"] = json!({"securitySchemes": {"s": {"type": "apiKey", "in": "header", "name": "X-Key"}}});
    guarded["security"] = json!([{"s": []}]);
    let account = [
        (Question::Trial, text("test-token")),
        (Question::AccountUrl, text("https://portail.marches.gouv.fr/inscription")),
    ];
    answer(&mut prefill(guarded.clone()), &[&open[..], &account[..]].concat());

    let rows = vec![
        super::super::tests::row(&[("who", "local-authority"), ("verdict", "yes"), ("legal-basis", "L. 2224-18")]),
        super::super::tests::row(&[("who", "company"), ("verdict", "no")]),
    ];
    let restricted = [
        (Question::Trial, text("test-token")),
        (Question::Access, text("restricted")),
        (Question::Audiences, Answer::Rows(rows)),
        (Question::RequestForm, text("own")),
        (Question::RequestUrl, text("https://portail.marches.gouv.fr/demande")),
    ];
    answer(&mut prefill(guarded), &[&open[..], &restricted[..]].concat());
}

/// Answers and publishes. A row of a table counts as one answer.
fn answer(draft: &mut Draft, answers: &[(Question, Answer)]) {
    let count: usize =
        answers.iter().map(|(_, answer)| if let Answer::Rows(rows) = answer { rows.len() } else { 1 }).sum();
    assert!(count <= 12, "{count}");
    for (question, answer) in answers {
        assert!(emit(draft, day(), Language::Fr).is_err(), "{question} was not needed");
        draft.set(*question, answer.clone(), Origin::Typed);
    }
    let folder = emit(draft, day(), Language::Fr).unwrap_or_else(|findings| panic!("{findings:#?}"));
    assert_eq!(folder.files[0].0, "apis/api-annuaire-des-marches/index.md");
    let (read, problems) = read_folder("d", &folder.files);
    assert_eq!(problems, []);
    assert_eq!(page(&read.unwrap(), day(), Language::Fr).api, page(draft, day(), Language::Fr).api);
}

#[test]
fn a_page_is_updated() {
    let made = page(&crate::core::wizard::tests::complete(), day(), Language::Fr);
    let mut api = made.api.clone();
    api.created = Date::new(2020, 1, 2).unwrap();
    let slug = Slug::parse("ancien-nom").unwrap();
    let mut draft = of_page("d", &slug, &api, &made.body);
    assert_eq!((draft.updates.as_ref(), draft.created), (Some(&slug), Date::new(2020, 1, 2)));
    assert_eq!(draft.origin(Question::Title), Some(Origin::Page));
    // A new title does not move the page, whose address people have.
    draft.set(Question::Title, text("Autre"), Origin::Typed);
    let again = page(&draft, day(), Language::Fr);
    assert_eq!((again.slug, again.api.created, again.body), (slug, api.created, made.body));
}

#[test]
fn a_former_page_is_taken_over() {
    let former = "---\ntitle: API Marchés\ntagline: Les marchés\nproducer: dinum\nis_open: -1\nthemes:\n  - Transports\n\
        contact_link: api@marches.gouv.fr\nlast_update: 28/09/2021\nrate_limiting_resume: 10 appels / seconde / IP\n\
        access_page:\n  - who:\n      - Une entreprise\n    is_eligible: -1\n    description: Non.\n---\n\n### Un titre\n\nTexte.\n";
    let (prefill, report) = of_former("api-marches", former);
    let mut draft = Draft::new("d");
    draft.set(Question::Title, text("Mon titre"), Origin::Typed);
    prefill.unwrap().apply(&mut draft);
    assert_eq!(draft.text(Question::Title), "Mon titre");
    assert_eq!((draft.text(Question::Access), draft.origin(Question::Access)), ("restricted", Some(Origin::Former)));
    assert_eq!(draft.rows(Question::Audiences)[0]["who"], "company");
    assert_eq!(draft.rows(Question::RateLimits)[0]["count"], "10");
    assert_eq!(draft.created, Date::new(2021, 9, 28));
    assert!(draft.text(Question::Introduction).contains("Texte."));
    assert!(!report.entries.is_empty());
    assert!(of_former("x", "bonjour").0.is_none());
    assert!(of_former("x", "").0.is_none());
}
