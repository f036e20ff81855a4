//! Addresses of every route, and those that people and hosts write.

use super::*;
use crate::core::catalogue::{AccessKind, Status};
use proptest::prelude::*;

fn parse(address: &str) -> Option<Route> {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    Route::parse(path, query)
}

fn slug(text: &str) -> Slug {
    Slug::parse(text).unwrap()
}

#[test]
fn addresses_of_every_route() {
    let routes = [
        (Route::Home, "/"),
        (Route::Apis(BrowseQuery::default()), "/apis"),
        (Route::Api(slug("api-geo")), "/apis/api-geo"),
        (Route::Access { api: slug("a"), audience: None }, "/apis/a/access"),
        (
            Route::Access { api: slug("a"), audience: Some(Audience::LocalAuthority) },
            "/apis/a/access?audience=local-authority",
        ),
        (Route::Explorer { api: slug("a"), document: 0, operation: None }, "/apis/a/explorer"),
        (
            Route::Explorer { api: slug("a"), document: 2, operation: Some("GET /x{y}&é".into()) },
            "/apis/a/explorer?document=2&operation=GET%20%2Fx%7By%7D%26%C3%A9",
        ),
        (Route::Fields { api: slug("a"), document: 0 }, "/apis/a/explorer?view=fields"),
        (Route::Fields { api: slug("a"), document: 3 }, "/apis/a/explorer?view=fields&document=3"),
        (
            Route::Comparison { api: slug("a"), before: 2, document: 1 },
            "/apis/a/explorer?view=comparison&before=2&document=1",
        ),
        (Route::Producers, "/producers"),
        (Route::Producer(slug("ign")), "/producers/ign"),
        (Route::Guides, "/guides"),
        (Route::Guide(slug("bouquets")), "/guides/bouquets"),
        (Route::Documentation, "/documentation"),
        (Route::Authorization, "/authorization"),
        (Route::Document { url: None, operation: None }, "/explorer"),
        (
            Route::Document { url: Some("https://a.fr/x?y&z".into()), operation: Some("get /é".into()) },
            "/explorer?url=https%3A%2F%2Fa.fr%2Fx%3Fy%26z&operation=get%20%2F%C3%A9",
        ),
        (Route::Reference { draft: None, step: None }, "/reference"),
        (Route::Reviews, "/reference/reviews"),
        (
            Route::Reference { draft: Some("é1".into()), step: Some(Step::ServiceLevel) },
            "/reference?draft=%C3%A91&step=service-level",
        ),
        (Route::Text(TextName::Legal), "/legal"),
    ];
    for (route, address) in routes {
        assert_eq!(route.href(), address);
        assert_eq!(parse(address), Some(route));
    }
}

#[test]
fn reads_what_static_hosts_and_people_write() {
    assert_eq!(parse("/authorization/?code=a&state=b"), Some(Route::Authorization));
    assert_eq!(parse("/apis/api-geo/"), Some(Route::Api(slug("api-geo"))));
    assert_eq!(parse("/index.html"), Some(Route::Home));
    assert_eq!(parse("/apis/index.html"), Some(Route::Apis(BrowseQuery::default())));
    assert_eq!(["/apis/", "/apis/index.html", "/", "/index.html"].map(tidy), ["/apis", "/apis", "/", "/"]);
    let loose = parse("/apis?q=caf%C3%A9+cr%C3%A8me&theme=Nope!&access=open&access=what&page=0&sort=x&&=&z");
    let expected =
        BrowseQuery { text: "café crème".into(), access: vec![AccessKind::Open], ..BrowseQuery::default() };
    assert_eq!(loose, Some(Route::Apis(expected)));
    let unknown = Route::Access { api: slug("a"), audience: None };
    assert_eq!(parse("/apis/a/access/?audience=pirate&x=1"), Some(unknown));
    for none in ["/les-api/api-geo", "/apis/Bad_Slug", "/apis/a/b", "/x", "//evil"] {
        assert_eq!(parse(none), None, "{none}");
    }
}

fn queries() -> impl Strategy<Value = BrowseQuery> {
    let slugs = || prop::collection::vec("[a-z0-9]{1,6}(-[a-z0-9]{1,4})?", 0..3);
    let access = prop::collection::vec(prop::sample::select(AccessKind::ALL.to_vec()), 0..3);
    let audiences = prop::collection::vec(prop::sample::select(Audience::ALL.to_vec()), 0..3);
    let rest = (access, audiences, any::<bool>(), any::<bool>(), 0..3_usize, 0..50_usize);
    (".*", slugs(), slugs(), rest).prop_map(|(text, themes, producers, rest)| BrowseQuery {
        text,
        themes: themes.iter().map(|text| slug(text)).collect(),
        producers: producers.iter().map(|text| slug(text)).collect(),
        access: rest.0,
        audiences: rest.1,
        statuses: vec![Status::Beta],
        openapi: rest.2,
        franceconnect: rest.3,
        sort: Sort::ALL[rest.4],
        page: rest.5,
    })
}

proptest! {
    #[test]
    fn parse_undoes_href(query in queries()) {
        let route = Route::Apis(query);
        prop_assert_eq!(parse(&route.href()), Some(route));
    }

    #[test]
    fn parsing_never_panics(path in ".*", query in ".*") {
        let _ = Route::parse(&path, &query);
    }
}
