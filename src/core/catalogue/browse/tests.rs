use super::*;
use crate::core::route::Route;
use crate::core::search::{related, suggest};

fn catalogue() -> Catalogue {
    let api = |title: &str, tagline: &str, rest: serde_json::Value| {
        let mut api = serde_json::json!({
            "slug": Slug::from_text(title), "title": title, "tagline": tagline, "producer": "dinum",
            "themes": ["geo"], "access": "open", "audiences": [["company", "yes"]], "updated": "2025-01-01",
        });
        api.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
        api
    };
    let apis = [
        api(
            "API Particulier",
            "Données des personnes",
            serde_json::json!({
            "access": "restricted", "themes": ["vie"], "audiences": [["company", "no"], ["administration", "yes"]],
            "franceconnect": "compatible", "documents": 1}),
        ),
        api("API Geo", "Les communes et les régions", serde_json::json!({"keywords": ["commune", "géocodage"]})),
        api("La Bonne Alternance", "Contrats en alternance", serde_json::json!({"updated": "2026-01-01"})),
        api("Répertoire des associations", "RNA", serde_json::json!({"keywords": ["RNA"]})),
        api("Hydrométrie", "Hauteur de l’eau des rivières", serde_json::json!({"producer": "hub-eau"})),
        api("API Impôt particulier", "Revenus d’un particulier", serde_json::json!({"keywords": ["impôts locaux"]})),
        api("Ancienne API Geo", "Communes", serde_json::json!({"status": "retired", "aliases": ["api-geo-v1"]})),
    ];
    serde_json::from_value(serde_json::json!({
        "site": {"name": {"fr": "C", "en": "C"}, "tagline": {"fr": "", "en": ""}, "content_language": "fr",
                 "languages": ["fr"], "publisher": {"name": "P", "url": "https://p.fr"}},
        "themes": [{"slug": "geo", "name": {"fr": "Géographie", "en": "Geography"}}],
        "apis": apis,
        "producers": [{"slug": "dinum", "name": "Direction du numérique", "acronym": "DINUM", "kind": "ministry"},
                      {"slug": "hub-eau", "name": "Hub’Eau", "kind": "public-body"}],
        "guides": [],
    }))
    .unwrap()
}

fn titles(query: &BrowseQuery) -> Vec<String> {
    let catalogue = catalogue();
    let results = browse(&catalogue, &SearchIndex::new(&catalogue), query);
    results.matches.iter().map(|index| catalogue.apis[*index].title.clone()).collect()
}

fn words(text: &str) -> Vec<String> {
    titles(&BrowseQuery { text: text.into(), ..BrowseQuery::default() })
}

#[test]
fn finds_what_people_mean() {
    assert_eq!(words("api particulier")[0], "API Particulier");
    assert_eq!(words("particulier"), ["API Particulier", "API Impôt particulier"]);
    assert_eq!(words("api geo"), ["API Geo", "Ancienne API Geo"]);
    assert_eq!(words("RNA"), ["Répertoire des associations"]);
    assert_eq!(words("eaux"), ["Hydrométrie"]);
    assert_eq!(words("geocoder"), ["API Geo"]);
    assert_eq!(words("Les communes"), ["API Geo", "Ancienne API Geo"]);
    assert_eq!(words("comunes"), ["API Geo", "Ancienne API Geo"]);
    assert_eq!(words("commnues"), ["API Geo", "Ancienne API Geo"]);
    assert_eq!(words("hubeau"), ["Hydrométrie"]);
    assert_eq!(words("hub'eau"), ["Hydrométrie"]);
    assert_eq!(words("impot local"), ["API Impôt particulier"]);
    assert_eq!(words("hydro riv"), ["Hydrométrie"]);
    // No API has both words: beginnings count for every word.
    assert_eq!(words("comm geo"), ["API Geo", "Ancienne API Geo"]);
    assert!(words("geo zzz").is_empty());
    assert_eq!(words("hydro"), ["Hydrométrie"]);
    assert_eq!(words("dinum geo"), ["API Geo", "Ancienne API Geo"]);
    assert!(words("zzz").is_empty());
    assert_eq!(words("  ").len(), 7);
}

#[test]
fn facets_widen_inside_a_group_and_narrow_between_groups() {
    let open = BrowseQuery { access: vec![AccessKind::Open], ..BrowseQuery::default() };
    assert_eq!(titles(&open).len(), 6);
    let both = BrowseQuery { access: vec![AccessKind::Open, AccessKind::Restricted], ..BrowseQuery::default() };
    assert_eq!(titles(&both).len(), 7);
    let company = BrowseQuery { audiences: vec![Audience::Company], ..both };
    assert_eq!(titles(&company).len(), 6);
    let none = BrowseQuery { franceconnect: true, audiences: vec![Audience::Company], ..BrowseQuery::default() };
    assert!(titles(&none).is_empty());
}

#[test]
fn counts_say_what_each_choice_would_leave() {
    let catalogue = catalogue();
    let index = SearchIndex::new(&catalogue);
    let query = BrowseQuery { access: vec![AccessKind::Open], ..BrowseQuery::default() };
    let facets = browse(&catalogue, &index, &query).facets;
    // Its own group is counted as if it were not asked, the others as they are.
    assert_eq!(facets.count(&Facet::Access(AccessKind::Restricted)), 1);
    assert_eq!(facets.count(&Facet::OpenApi), 0);
}

#[test]
fn counts_are_what_asking_for_that_value_alone_in_its_group_would_find() {
    let catalogue = catalogue();
    let index = SearchIndex::new(&catalogue);
    let mut every: Vec<Facet> = Vec::new();
    for facet in catalogue.apis.iter().flat_map(Facet::of) {
        if !every.contains(&facet) {
            every.push(facet);
        }
    }
    for first in &every {
        for second in &every {
            let mut query = BrowseQuery { text: "api".into(), ..BrowseQuery::default() };
            first.toggle(&mut query);
            if first != second {
                second.toggle(&mut query);
            }
            let facets = browse(&catalogue, &index, &query).facets;
            for facet in &every {
                let mut alone = query.clone();
                for asked in Facet::asked(&query).iter().filter(|asked| asked.same_group(facet)) {
                    asked.toggle(&mut alone);
                }
                facet.toggle(&mut alone);
                let found = browse(&catalogue, &index, &alone).total;
                assert_eq!(facets.count(facet), found, "{facet:?} beside {query:?}");
            }
        }
    }
}

#[test]
fn orders_as_asked() {
    let sorted = |sort| titles(&BrowseQuery { sort, ..BrowseQuery::default() });
    assert_eq!(sorted(Sort::Title)[0], "Ancienne API Geo");
    assert_eq!(sorted(Sort::Relevance)[6], "Ancienne API Geo");
    assert_eq!(sorted(Sort::Updated)[0], "La Bonne Alternance");
}

#[test]
fn suggests_pages_for_bad_addresses() {
    let catalogue = catalogue();
    let first = |path: &str| suggest(&catalogue, path).into_iter().next().map(|suggestion| suggestion.route.href());
    assert_eq!(first("/les-api/api-geo").as_deref(), Some("/apis/api-geo"));
    assert_eq!(first("/les-api/API_Geo_v1").as_deref(), Some("/apis/ancienne-api-geo"));
    assert_eq!(first("/apis/api-particulié").as_deref(), Some("/apis/api-particulier"));
    assert_eq!(first("/producteurs/dinum").as_deref(), Some("/producers/dinum"));
    assert_eq!(first("/les-api/api-geo/demande-acces").as_deref(), Some("/apis/api-geo"));
    assert_eq!(first("/documentation/api-geo/").as_deref(), Some("/apis/api-geo"));
    assert_eq!(first("/qqq"), None);
    assert_eq!(first("/"), None);
    // « API » tells no page from another.
    assert_eq!(suggest(&catalogue, "/apis/api-particulier-v2").len(), 2);
    assert!(matches!(suggest(&catalogue, "/x/hydrometrie")[0].route, Route::Api(_)));
}

#[test]
fn related_apis_share_something() {
    let catalogue = catalogue();
    let slug = Slug::parse("api-geo").unwrap();
    assert!(related(&catalogue, &slug).contains(&6));
    assert!(!related(&catalogue, &slug).contains(&0));
}
