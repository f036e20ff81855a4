use super::*;

fn source(pages: &[(&str, &str)]) -> Source {
    let pages = pages.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    Source { pages, documents: BTreeSet::from(["a.json".to_owned()]) }
}

const API: &str = "---\r
title: API Géo | Bouquet API Mère\r
tagline: \"Une accroche : utile\"\r
producer: DINUM # commentaire\r
is_open: -1\r
is_france_connected: -1\r
keywords: [a, null]\r
themes:\r
- urbanisme\r
- Inconnu\r
partners:\r
last_update: 10/10/2023 /TODO\r
visit_2019: 3\r
doc_tech_link: /swaggers/a.json\r
datagouv_uuid: [5e1f20058b4c414d3f94460d]\r
contact_link: a@b.fr, c@d.fr\r
access_page:\r
  - who: [Un particulier]\r
    is_eligible: -1\r
    description: Non.\r
content_intro: |\r
  Voir [la suite](#suite).\r
---\r
\r
# Suite\r
";

#[test]
fn converts_a_folder() {
    let conversion = convert(&source(&[
        ("api/API_geo.md", API),
        ("api/api_mere.md", "---\ntitle: API Mère\n---\n"),
        ("producteurs/dinum.md", "---\nname: Direction du numérique\nacronym: DINUM\ntype: Ministère\n---\n"),
        ("guides/g.md", "---\ntitle: G\napi:\n  - API Mère\n  - API mere\npublish: false\n---\n[s](/service/s)\n"),
        ("guides/h.md", "---\ntitle: H\ntags: x, y\n---\n[g](https://api.gouv.fr/guides/g)\n"),
        ("guides/i.md", "---\ntitle: I\npublish: false\n---\n"),
        ("service/s.md", "---\ntitle: S\ndescription: d\nlink: https://s.fr\napi: [API Mère]\n---\ntexte\n"),
        ("service/broken.md", "no front matter"),
        ("roadmap.md", "---\na: b\n---\n"),
    ]));
    assert_eq!(conversion.counts, [2, 1, 3, 1]);
    assert_eq!(conversion.copies, [("openapi/a.json".to_owned(), "apis/api-geo/openapi.json".to_owned())]);
    let api = &conversion.files["apis/api-geo/index.md"];
    for part in [
        "title: API Géo | Bouquet API Mère\ntagline: \"Une accroche : utile\"\nproducer: dinum\n",
        "themes: [administration, logement-urbanisme]\nkeywords: [a]\n",
        "  kind: restricted\n  bundle: api-mere\n",
        "      verdict: no\n      text: Non.\n",
        "  - file: openapi.json\n",
        "  email: a@b.fr\n",
        "https://www.data.gouv.fr/datasets/5e1f20058b4c414d3f94460d/",
        "created: 2023-10-10\nupdated: 2023-10-10\n---\n\nVoir [la suite](#suite).\n\n## Suite\n\n### Informations complémentaires\n",
        "- Autre adresse de contact\u{202f}: <c@d.fr>\n",
    ] {
        assert!(api.contains(part), "{part}\n{api}");
    }
    assert!(conversion.files["guides/g.md"].contains("apis: [api-mere, title-api-mere]\ncreated"));
    assert!(conversion.files["guides/g.md"].ends_with("[s](/guides/s)\n"));
    assert!(conversion.files["guides/h.md"].contains("keywords: [x, y]"));
    assert!(conversion.files["guides/i.md"].contains("draft: true"));
    assert!(conversion.files["guides/s.md"].contains("kind: use-case\napis: [api-mere]\nurl: https://s.fr\n"));
    assert!(conversion.files["themes.yaml"].starts_with("- slug: administration\n"));
    let found: Vec<Rule> = conversion.report.entries.iter().map(|entry| entry.rule).collect();
    for rule in [
        Rule::TextLineEnds,
        Rule::SlugClean,
        Rule::NullItem,
        Rule::NullValue,
        Rule::KeyMisspelt,
        Rule::KeyWithoutPlace,
        Rule::DateDirty,
        Rule::DateMissing,
        Rule::ThemeMapped,
        Rule::ThemeUnknown,
        Rule::FranceconnectSpelling,
        Rule::ContactSeveral,
        Rule::OpenapiCopied,
        Rule::DatasetLinked,
        Rule::BundleFromTitle,
        Rule::HeadingDemoted,
        Rule::ReferenceTitle,
        Rule::ReferenceUnmatched,
        Rule::GuideLinked,
        Rule::FileUnreadable,
        Rule::ValueMissing,
    ] {
        assert!(found.contains(&rule), "{rule:?}");
    }
    let line = |rule| conversion.report.entries.iter().find(|entry| entry.rule == rule).and_then(|entry| entry.line);
    assert_eq!(
        (line(Rule::DateDirty), line(Rule::KeyMisspelt), line(Rule::HeadingDemoted)),
        (Some(12), Some(13), Some(25))
    );
}

#[test]
fn what_it_writes_is_read_without_a_problem() {
    use crate::core::catalogue::front_matter::read_api;
    let conversion = convert(&source(&[("api/a.md", API), ("api/empty.md", "---\ntitle: vide\n---\n")]));
    for (path, text) in conversion.files.iter().filter(|(path, _)| path.starts_with("apis/")) {
        let (yaml, _, problems) = yaml::front_matter(text, path);
        assert_eq!(problems, []);
        let (api, problems) = read_api(&yaml, path);
        assert!(api.is_some());
        assert_eq!(problems, [], "{text}");
    }
}

proptest::proptest! {
    #![proptest_config(crate::core::testing::cases(256))]

    #[test]
    fn never_panics(
        head in r#"((title|is_open|themes|partners|last_update|access_page|who|api|publish|uptime|contact_link|doc_tech_link): ?|- |  |\n|x|1|-1|\[|\]|\{|\}|"|null|<Button href="/a">b</Button>|10/10/2023|é|: ){0,40}"#,
        body in ".{0,80}",
    ) {
        let text = format!("---\n{head}\n---\n{body}");
        let paths = ["api/a.md", "api/A.md", "producteurs/a.md", "guides/a.md", "service/a.md"];
        let conversion = convert(&source(&paths.map(|path| (path, text.as_str()))));
        for (path, text) in &conversion.files {
            if path.ends_with(".md") {
                let (yaml, _, problems) = yaml::front_matter(text, path);
                proptest::prop_assert!(problems.is_empty() && yaml.value.is_object(), "{path}: {problems:?}\n{text}");
            }
        }
    }
}
