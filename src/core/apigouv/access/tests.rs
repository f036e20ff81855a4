use super::super::directory::Kind;
use super::*;
use crate::core::catalogue::{Alternative, Audience, Verdict};
use crate::core::yaml;

fn eligibility(source: &str, request: Option<&str>) -> (Eligibility, Vec<Rule>) {
    let mut directory = Directory::default();
    for (old, title) in [("api_autre", "API Autre"), ("api_a", "API A")] {
        directory.add(Kind::Api, old, title, "", &mut Report::default());
    }
    let (yaml, problems) = yaml::read(source, "f");
    assert!(problems.is_empty(), "{problems:?}");
    let mut report = Report::default();
    let mut fields = Fields::new(&yaml, &["access_page"], &mut report);
    let slug = Slug::parse("api-a").unwrap();
    let found = read(&mut fields, &slug, request.and_then(HttpUrl::parse), &directory, &mut report);
    (found, report.entries.iter().map(|entry| entry.rule).collect())
}

fn page(rules: &[(&str, i32, &str)]) -> String {
    let mut source = "access_page:\n".to_owned();
    for (who, verdict, text) in rules {
        let text = text.replace('\n', "\n      ");
        source.push_str(&format!("  - who: [{who}]\n    is_eligible: {verdict}\n    description: |\n      {text}\n"));
    }
    source
}

fn sketch(found: &Eligibility) -> Vec<String> {
    let one = |rule: &AudienceRule| {
        let who: Vec<&str> = rule.who.iter().map(|audience| audience.id()).collect();
        format!("{} {:?} {}", who.join("+"), rule.verdict, rule.text.as_deref().unwrap_or("-").replace('\n', "/"))
    };
    found.audiences.iter().map(one).collect()
}

#[test]
fn one_answer_for_each_audience() {
    let (found, rules) = eligibility(
        &page(&[
            ("Un particulier, Une entreprise", -1, "Non.\n\n<Button href=\"/rechercher-api\">Rechercher</Button>"),
            ("Une administration", 1, "Oui.\n<Button href=\"https://datapass.api.gouv.fr/x\">Remplir</Button>"),
            (
                "Un établissement bancaire",
                0,
                "Peut-être.\n<Button href=\"https://datapass.api.gouv.fr/y\">Remplir</Button>",
            ),
            ("Autres", -1, "Écrire à <a href=\"mailto:a@b.fr\">nous</a>."),
        ]),
        None,
    );
    assert_eq!(
        sketch(&found),
        [
            "individual No Non.",
            "company Conditional **Une entreprise**//Non.//**Un établissement bancaire**//Peut-être.",
            "administration+local-authority Yes Oui.",
            "association+software-publisher No Écrire à [nous](mailto:a@b.fr).",
        ]
    );
    assert_eq!(found.request_url.as_ref().map(HttpUrl::as_str), Some("https://datapass.api.gouv.fr/x"));
    let requests: Vec<_> = found.audiences.iter().map(|rule| rule.request_url.as_ref().map(HttpUrl::as_str)).collect();
    assert_eq!(requests, [None, Some("https://datapass.api.gouv.fr/y"), None, None]);
    for rule in [Rule::DeadEnd, Rule::AudienceMixed, Rule::AudienceOther, Rule::RequestFound] {
        assert!(rules.contains(&rule), "{rule:?} in {rules:?}");
    }
}

#[test]
fn a_part_of_an_audience_is_under_conditions() {
    let (found, rules) =
        eligibility(&page(&[("Un lycée", 1, ""), ("Un particulier, Un demandeur d'emploi", -1, "Non.")]), None);
    assert_eq!(sketch(&found), ["administration Conditional **Un lycée**", "individual No Non."]);
    assert!(rules.contains(&Rule::AudienceNarrow) && rules.contains(&Rule::RequestMissing));
}

#[test]
fn requests_come_from_buttons_links_and_the_page() {
    let check = |text: &str, request: Option<&str>, expected: Option<&str>, shown: &str| {
        let (found, _) = eligibility(&page(&[("Une administration", 1, text)]), request);
        assert_eq!(found.request_url.as_ref().map(HttpUrl::as_str), expected, "{text}");
        assert_eq!(found.audiences[0].text.as_deref().unwrap_or(""), shown, "{text}");
    };
    check("<Button href='https://a.fr'>Demander un accès</Button>", None, Some("https://a.fr"), "");
    check(
        "<Button href='https://a.fr'>Voir les données</Button>",
        None,
        None,
        "[Voir les données](https://a.fr \"button\")",
    );
    check("<Button href='mailto:a@b.fr'>Demander</Button>", None, None, "[Demander](mailto:a@b.fr \"button\")");
    check(
        "[ici](https://datapass.api.gouv.fr/x)",
        None,
        Some("https://datapass.api.gouv.fr/x"),
        "[ici](https://datapass.api.gouv.fr/x)",
    );
    check(
        "a@b.fr ou [ici](https://datapass.api.gouv.fr/x)",
        None,
        None,
        "a@b.fr ou [ici](https://datapass.api.gouv.fr/x)",
    );
    let (found, rules) = eligibility(
        &page(&[("Une administration", 1, "<QuestionTree tree='formulaire-unique' question='r2p' />")]),
        Some("https://datapass.api.gouv.fr/z"),
    );
    assert_eq!(found.audiences[0].request_url, None);
    assert!(rules.contains(&Rule::QuestionTreeAbsent) && !rules.contains(&Rule::RequestDiffers));
    let (_, rules) = eligibility(
        &page(&[("Une administration", 1, "<Button href='https://datapass.api.gouv.fr/x'>Remplir</Button>")]),
        Some("https://datapass.api.gouv.fr/z"),
    );
    assert!(rules.contains(&Rule::RequestDiffers));
}

#[test]
fn refusals_name_alternatives() {
    let (found, _) = eligibility(
        &page(&[(
            "Un particulier",
            -1,
            "Voir [API Autre](/les-api/api_autre), [elle-même](/les-api/api_a#x) ou [rien](/les-api/perdue).\n\
             <Button href='https://www.data.gouv.fr/fr/datasets/x/'>Données</Button>",
        )]),
        None,
    );
    let dataset = HttpUrl::parse("https://www.data.gouv.fr/fr/datasets/x/").unwrap();
    let expected = [Alternative::Web(dataset), Alternative::Api(Slug::parse("api-autre").unwrap())];
    assert_eq!(found.audiences[0].alternatives, expected);
    assert!(!found.audiences[0].text.as_ref().unwrap().contains("button"));
}

#[test]
fn survives_other_shapes() {
    for source in [
        "access_page:\n",
        "access_page: x\n",
        "access_page: [1, {who: 3}, {is_eligible: x}]\n",
        "access_page: {who: a}\n",
    ] {
        let (found, _) = eligibility(source, None);
        assert!(
            found.audiences.iter().all(|rule| !rule.who.is_empty() && rule.verdict == Verdict::Conditional),
            "{source}"
        );
    }
    let (found, _) = eligibility(&page(&[("Autre", 0, "x")]), None);
    assert_eq!(found.audiences[0].who, Audience::ALL);
}
