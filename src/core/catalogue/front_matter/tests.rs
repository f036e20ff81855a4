use super::*;
use crate::core::problem::Severity;
use crate::core::yaml;
use proptest::prelude::*;
use serde_json::json;

const GOOD: &str = "title: API Geo
tagline: Les communes
producer: dinum
themes: [geographie]
access:
  kind: restricted
  request_url: https://datapass.api.gouv.fr
  audiences:
    - who: [administration]
      verdict: yes
contact: { email: a@b.fr }
service_level:
  rate_limits: [{ count: 10, period: second, per: ip }]
created: 2020-01-01
updated: 2025-01-01
";

fn codes(source: &str) -> Vec<(&'static str, Option<u32>)> {
    let (yaml, problems) = yaml::read(source, "x.md");
    assert!(problems.is_empty(), "{problems:?}");
    read_api(&yaml, "x.md").1.iter().map(|problem| (problem.code, problem.place.line)).collect()
}

#[test]
fn a_good_front_matter_reads() {
    let (yaml, _) = yaml::read(GOOD, "x.md");
    let (api, problems) = read_api(&yaml, "x.md");
    assert_eq!(problems, []);
    let api = api.unwrap();
    assert_eq!(api.service_level.rate_limits[0].every, 1);
    assert_eq!(api.access.audiences[0].verdict, crate::core::catalogue::Verdict::Yes);
}

#[test]
fn every_defect_is_named_with_its_line() {
    let check = |from: &str, to: &str, expected: &[(&'static str, Option<u32>)]| {
        assert!(GOOD.contains(from), "{from}");
        assert_eq!(codes(&GOOD.replace(from, to)), expected, "{to}");
    };
    check("title: API Geo\n", "", &[("missing-key", Some(1))]);
    check("tagline:", "tagine:", &[("unknown-key", Some(2)), ("missing-key", Some(1))]);
    check("2025-01-01", "01/01/2025", &[("bad-date", Some(15))]);
    check("a@b.fr", "\"a@b.fr, c@d.fr\"", &[("bad-email", Some(11))]);
    check("https://datapass", "datapass", &[("bad-address", Some(7))]);
    check("https://datapass", "http://datapass", &[("insecure-address", Some(7))]);
    check("verdict: yes", "verdict: oui", &[("bad-choice", Some(10))]);
    check("count: 10", "count: 0", &[("bad-number", Some(13))]);
    check("[geographie]", "", &[("empty-value", Some(4)), ("missing-key", Some(1))]);
    check("[geographie]", "[]", &[("list-too-short", Some(4))]);
    check("tagline: Les communes", "tagline: TODO", &[("placeholder", Some(2))]);
    check("kind: restricted", "kind: account", &[("account-address-missing", Some(5))]);
    check("created: 2020", "created: 2026", &[("dates-order", Some(15))]);
    check("contact: ", "sunset: 2026-01-01\ncontact: ", &[("ending-without-status", Some(1))]);
    check("contact: ", "openapi: [{ title: x }]\ncontact: ", &[("openapi-source", Some(11))]);
}

#[test]
fn what_is_optional_and_wrong_does_not_hide_the_page() {
    let (yaml, _) = yaml::read(&GOOD.replace("a@b.fr", "nobody"), "x.md");
    let (api, problems) = read_api(&yaml, "x.md");
    assert_eq!(api.unwrap().contact.email, None);
    assert_eq!(problems[0].severity, Severity::Error);
}

#[test]
fn a_site_may_offer_a_proxy() {
    let site = "{ name: { fr: a, en: a }, tagline: { fr: a, en: a }, content_language: fr, languages: [fr], \
                publisher: { name: a }, PROXY }";
    for (proxy, expect, codes) in [
        ("", None, &[][..]),
        ("proxy: { url: 'https://p.fr/?url={url}' }", Some(("https://p.fr/?url={url}", false)), &[]),
        ("proxy: { url: 'https://p.fr/', credentials: true }", Some(("https://p.fr/", true)), &[]),
        ("proxy: { url: 'http://p.fr/' }", Some(("http://p.fr/", false)), &["insecure-address"]),
        ("proxy: { url: p.fr }", None, &["bad-address"]),
        ("proxy: { credentials: true }", None, &["missing-key"]),
    ] {
        let (yaml, _) = yaml::read(&site.replace("PROXY", proxy), "site.json");
        let (site, problems) = read_site(&yaml, "site.json");
        assert_eq!(problems.iter().map(|problem| problem.code).collect::<Vec<_>>(), codes, "{proxy}");
        let found = site.and_then(|site| site.proxy);
        assert_eq!(found.as_ref().map(|proxy| (proxy.url.as_str(), proxy.credentials)), expect, "{proxy}");
        let validator = jsonschema::validator_for(&schema(Kind::Site)).unwrap();
        let is_valid = codes.iter().all(|code| *code == "insecure-address");
        assert_eq!(validator.is_valid(&yaml.value), is_valid, "{proxy}");
    }
}

#[test]
fn a_site_declares_how_pages_reach_it() {
    let site = "{ name: { fr: a, en: a }, tagline: { fr: a, en: a }, content_language: fr, languages: [fr], \
                publisher: { name: a }, publication: [CHANNEL] }";
    for (channel, codes) in [
        ("", &[][..]),
        ("{ kind: github, url: https://github.com, repository: a/b, branch: main, folder: public }", &[]),
        ("{ kind: gitlab, url: https://a.fr, api: 'http://127.0.0.1:1/api', repository: a/b/c, branch: f/x }", &[]),
        ("{ kind: forgejo, url: https://a.fr, repository: a/b, branch: main }, { kind: mail, email: a@b.fr }", &[]),
        ("{ kind: post, url: https://a.fr/hook }", &[]),
        ("{ kind: post, url: http://a.fr/hook }", &["bad-address"]),
        ("{ kind: github, url: https://a.fr, repository: a/b/c, branch: main }", &["bad-path"]),
        ("{ kind: github, url: https://a.fr, repository: a/b, branch: ../x }", &["bad-path"]),
        ("{ kind: github, url: https://a.fr, repository: a/b }", &["missing-key"]),
        ("{ kind: github, url: https://a.fr, repository: a/b, branch: main, folder: .git }", &["bad-path"]),
        ("{ kind: post, url: https://a.fr, email: a@b.fr }", &["unknown-key"]),
        ("{ kind: fax, url: https://a.fr }", &["bad-choice"]),
        ("{ url: https://a.fr }", &["missing-key"]),
        ("post", &["bad-type"]),
    ] {
        let (yaml, _) = yaml::read(&site.replace("CHANNEL", channel), "site.json");
        let (site, problems) = read_site(&yaml, "site.json");
        assert_eq!(problems.iter().map(|problem| problem.code).collect::<Vec<_>>(), codes, "{channel}");
        let written = yaml.value.pointer("/publication").unwrap();
        let kept = if codes.is_empty() { written.clone() } else { json!([]) };
        let site = site.expect("a wrong channel does not hide the site");
        if codes != ["unknown-key"] {
            assert_eq!(serde_json::to_value(&site.publication).unwrap(), kept, "{channel}");
        }
        let validator = jsonschema::validator_for(&schema(Kind::Site)).unwrap();
        assert_eq!(validator.is_valid(&yaml.value), codes.is_empty(), "{channel}");
    }
}

#[test]
fn near_words_are_suggested() {
    let (yaml, _) = yaml::read(&GOOD.replace("producer:", "producteur:"), "x.md");
    let mends: Vec<String> = read_api(&yaml, "x.md").1.iter().map(|problem| problem.mend.en.clone()).collect();
    assert_eq!(mends[0], "Write `producer`.");
}

/// The schema is what editors show, the reader is what builds: they must say the same.
fn agree(value: &Value) -> Result<(), TestCaseError> {
    let validator = jsonschema::options().should_validate_formats(true).build(&schema(Kind::Api)).unwrap();
    let yaml = Yaml { value: value.clone(), ..Yaml::default() };
    let (api, problems) = read_api(&yaml, "x.md");
    // Warnings that a schema cannot say, and rules across keys that leave the page right.
    let silent = [
        "insecure-address",
        "placeholder",
        "account-address-missing",
        "ending-without-status",
        "dates-order",
        "tagline-long",
        "openapi-source",
    ];
    let refused = api.is_none() || problems.iter().any(|problem| !silent.contains(&problem.code));
    prop_assert_eq!(refused, !validator.is_valid(value), "{:#} {:?}", value, problems);
    Ok(())
}

#[test]
fn schema_and_reader_agree_on_good_front_matter() {
    let (yaml, _) = yaml::read(GOOD, "x.md");
    agree(&yaml.value).unwrap();
}

proptest! {
    #![proptest_config(crate::core::testing::cases(96))]
    #[test]
    fn schema_and_reader_agree(
        key in prop::sample::select(vec![
            "/title", "/tagline", "/producer", "/themes", "/themes/0", "/access", "/access/kind", "/access/request_url",
            "/access/audiences", "/access/audiences/0/who/0", "/access/audiences/0/verdict", "/contact/email",
            "/service_level/rate_limits/0/count", "/created",
        ]),
        value in prop::sample::select(vec![
            json!(1), json!(-1), json!(true), json!([]), json!({}), json!(""), json!("x y"), json!("open"), json!("no"),
            json!("2024-02-30"), json!("2024-02-29"), json!("https://a.fr"), json!("a@b.fr"), json!("geographie"),
            json!("restricted"), json!(["company"]),
        ]),
        remove in any::<bool>(),
        unknown in any::<bool>(),
    ) {
        let (yaml, _) = yaml::read(GOOD, "x.md");
        let mut front = yaml.value;
        if unknown {
            front["unknown"] = json!(1);
        }
        if remove {
            let (parent, name) = key.rsplit_once('/').unwrap();
            if let Some(Value::Object(object)) = front.pointer_mut(parent) {
                object.remove(name);
            }
        } else if !(value.is_number() && matches!(key, "/title" | "/tagline")) {
            *front.pointer_mut(key).unwrap() = value;
        }
        agree(&front)?;
    }
}

#[test]
fn placeholders_are_gaps_not_words() {
    for (text, found) in [
        ("API XXX", Some("xxx")),
        ("titrePrincipal:(XXX) : titre", None),
        ("https://api.fr/{xxx}", None),
        ("Contact : TODO", Some("todo")),
        ("La méthode todos", None),
        ("Paramètres à renseigner par l’usager", None),
        ("Limite : **à renseigner**", Some("à renseigner")),
        ("[à compléter]", Some("à compléter")),
        ("à compléter", Some("à compléter")),
    ] {
        assert_eq!(super::placeholder(text), found, "{text}");
    }
}
