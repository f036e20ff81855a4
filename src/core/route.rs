//! Addresses of the site: the only place that reads or writes them.
//!
//! `Route::parse(route.href()) == Some(route)` for every route. Addresses are relative to the root of the
//! site; `browser` adds the folder the site is published under.

use crate::core::address::{percent_decode, percent_encode};
use crate::core::catalogue::{AccessKind, Audience, Status};
use crate::core::id::Slug;
use serde::Serialize;
use serde::de::{DeserializeOwned, IntoDeserializer, value::StrDeserializer};

/// A page of the site, with everything its address says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// `/`
    Home,
    /// `/apis?…`: the list, filtered.
    Apis(BrowseQuery),
    /// `/apis/<slug>`
    Api(Slug),
    /// `/apis/<slug>/explorer?…`: the operations of one of its OpenAPI documents, and one of them.
    Explorer {
        /// The API.
        api: Slug,
        /// Rank of the document among those of the API, from 0.
        document: usize,
        /// Name of the operation.
        operation: Option<String>,
    },
    /// `/producers`
    Producers,
    /// `/producers/<slug>`
    Producer(Slug),
    /// `/guides`
    Guides,
    /// `/guides/<slug>`
    Guide(Slug),
    /// `/documentation`: every technical documentation.
    Documentation,
    /// `/about`, `/accessibility`, `/legal`
    Text(TextName),
}

/// A page of the site itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TextName {
    /// What the site is.
    About,
    /// Accessibility statement.
    Accessibility,
    /// Legal notice.
    Legal,
}

impl TextName {
    /// Every page.
    pub const ALL: [Self; 3] = [Self::About, Self::Accessibility, Self::Legal];

    /// Its name in addresses and files.
    pub fn id(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::Accessibility => "accessibility",
            Self::Legal => "legal",
        }
    }
}

/// What a reader asks of the list of APIs. Several values of one field widen the list, several fields narrow it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BrowseQuery {
    /// Words to find.
    pub text: String,
    /// Themes wanted.
    pub themes: Vec<Slug>,
    /// Producers wanted.
    pub producers: Vec<Slug>,
    /// Kinds of access wanted.
    pub access: Vec<AccessKind>,
    /// Audiences that may use the API.
    pub audiences: Vec<Audience>,
    /// Statuses wanted.
    pub statuses: Vec<Status>,
    /// Only APIs with an OpenAPI document.
    pub openapi: bool,
    /// Only APIs used with FranceConnect.
    pub franceconnect: bool,
    /// Order of the list.
    pub sort: Sort,
    /// Page of the list, from 0.
    pub page: usize,
}

impl BrowseQuery {
    /// Whether anything narrows the list.
    pub fn is_filtered(&self) -> bool {
        *self != Self { sort: self.sort, page: self.page, ..Self::default() }
    }

    fn parse(query: &str) -> Self {
        let mut parsed = Self::default();
        for (name, value) in pairs(query) {
            match name.as_str() {
                "q" => parsed.text = value,
                "theme" => parsed.themes.extend(Slug::parse(&value)),
                "producer" => parsed.producers.extend(Slug::parse(&value)),
                "access" => parsed.access.extend(word::<AccessKind>(&value)),
                "audience" => parsed.audiences.extend(word::<Audience>(&value)),
                "status" => parsed.statuses.extend(word::<Status>(&value)),
                "openapi" => parsed.openapi = value == "1",
                "franceconnect" => parsed.franceconnect = value == "1",
                "sort" => parsed.sort = word(&value).unwrap_or_default(),
                "page" => parsed.page = value.parse::<usize>().unwrap_or(1).saturating_sub(1),
                _ => {}
            }
        }
        parsed
    }

    /// The query string, with its `?`; empty when nothing is asked.
    fn query_string(&self) -> String {
        let mut query = String::new();
        let mut push = |name: &str, value: &str| {
            query.push(if query.is_empty() { '?' } else { '&' });
            query.push_str(name);
            query.push('=');
            query.push_str(&percent_encode(value));
        };
        if !self.text.is_empty() {
            push("q", &self.text);
        }
        self.themes.iter().for_each(|theme| push("theme", theme.as_str()));
        self.producers.iter().for_each(|producer| push("producer", producer.as_str()));
        self.access.iter().for_each(|kind| push("access", kind.id()));
        self.audiences.iter().for_each(|audience| push("audience", audience.id()));
        self.statuses.iter().for_each(|status| push("status", &name_of(status)));
        if self.openapi {
            push("openapi", "1");
        }
        if self.franceconnect {
            push("franceconnect", "1");
        }
        if self.sort != Sort::default() {
            push("sort", &name_of(&self.sort));
        }
        if self.page > 0 {
            push("page", &self.page.saturating_add(1).to_string());
        }
        query
    }
}

/// Order of the list of APIs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    /// The best match first; by title when no word is asked.
    #[default]
    Relevance,
    /// By title.
    Title,
    /// The most recently reviewed first.
    Updated,
}

impl Sort {
    /// Every order.
    pub const ALL: [Self; 3] = [Self::Relevance, Self::Title, Self::Updated];
}

impl Route {
    /// Reads a path (`/apis/api-geo`) and a query string (with or without `?`). `None`: no such page.
    pub fn parse(path: &str, query: &str) -> Option<Self> {
        let segments: Vec<String> = tidy(path).trim_matches('/').split('/').map(percent_decode).collect();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        match segments.as_slice() {
            [""] => Some(Self::Home),
            ["apis"] => Some(Self::Apis(BrowseQuery::parse(query))),
            ["apis", slug] => Slug::parse(slug).map(Self::Api),
            ["apis", slug, "explorer"] => Some(Self::explorer(Slug::parse(slug)?, query)),
            ["producers"] => Some(Self::Producers),
            ["producers", slug] => Slug::parse(slug).map(Self::Producer),
            ["guides"] => Some(Self::Guides),
            ["guides", slug] => Slug::parse(slug).map(Self::Guide),
            ["documentation"] => Some(Self::Documentation),
            [name] => TextName::ALL.into_iter().find(|page| page.id() == *name).map(Self::Text),
            _ => None,
        }
    }

    fn explorer(api: Slug, query: &str) -> Self {
        let value = |key: &str| pairs(query).find(|(name, _)| name == key).map(|(_, value)| value);
        let document = value("document").and_then(|rank| rank.parse().ok()).unwrap_or_default();
        Self::Explorer { api, document, operation: value("operation").filter(|name| !name.is_empty()) }
    }

    /// The address, from the root of the site: `/apis?theme=eau`.
    pub fn href(&self) -> String {
        match self {
            Self::Home => "/".into(),
            Self::Apis(query) => format!("/apis{}", query.query_string()),
            Self::Api(slug) => format!("/apis/{slug}"),
            Self::Explorer { api, document, operation } => {
                let document = (*document > 0).then(|| format!("document={document}"));
                let operation = operation.as_ref().map(|name| format!("operation={}", percent_encode(name)));
                let query: Vec<String> = document.into_iter().chain(operation).collect();
                let mark = if query.is_empty() { "" } else { "?" };
                format!("/apis/{api}/explorer{mark}{}", query.join("&"))
            }
            Self::Producers => "/producers".into(),
            Self::Producer(slug) => format!("/producers/{slug}"),
            Self::Guides => "/guides".into(),
            Self::Guide(slug) => format!("/guides/{slug}"),
            Self::Documentation => "/documentation".into(),
            Self::Text(name) => format!("/{}", name.id()),
        }
    }
}

/// The path of a page without what static hosts add: `/apis/` and `/apis/index.html` are `/apis`.
pub fn tidy(path: &str) -> &str {
    let path = path.strip_suffix("/index.html").unwrap_or(path).trim_end_matches('/');
    if path.is_empty() { "/" } else { path }
}

/// The name serde gives a variant without content.
fn name_of<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

/// The variant of that name.
fn word<T: DeserializeOwned>(name: &str) -> Option<T> {
    let deserializer: StrDeserializer<'_, serde::de::value::Error> = name.into_deserializer();
    T::deserialize(deserializer).ok()
}

/// Name and value pairs of a query string (`application/x-www-form-urlencoded`).
fn pairs(query: &str) -> impl Iterator<Item = (String, String)> + '_ {
    let decode = |text: &str| percent_decode(&text.replace('+', " "));
    query.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty()).map(move |pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decode(name), decode(value))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
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
            (Route::Explorer { api: slug("a"), document: 0, operation: None }, "/apis/a/explorer"),
            (
                Route::Explorer { api: slug("a"), document: 2, operation: Some("GET /x{y}&é".into()) },
                "/apis/a/explorer?document=2&operation=GET%20%2Fx%7By%7D%26%C3%A9",
            ),
            (Route::Producers, "/producers"),
            (Route::Producer(slug("ign")), "/producers/ign"),
            (Route::Guides, "/guides"),
            (Route::Guide(slug("bouquets")), "/guides/bouquets"),
            (Route::Documentation, "/documentation"),
            (Route::Text(TextName::Legal), "/legal"),
        ];
        for (route, address) in routes {
            assert_eq!(route.href(), address);
            assert_eq!(parse(address), Some(route));
        }
    }

    #[test]
    fn reads_what_static_hosts_and_people_write() {
        assert_eq!(parse("/apis/api-geo/"), Some(Route::Api(slug("api-geo"))));
        assert_eq!(parse("/index.html"), Some(Route::Home));
        assert_eq!(parse("/apis/index.html"), Some(Route::Apis(BrowseQuery::default())));
        assert_eq!(["/apis/", "/apis/index.html", "/", "/index.html"].map(tidy), ["/apis", "/apis", "/", "/"]);
        let loose = parse("/apis?q=caf%C3%A9+cr%C3%A8me&theme=Nope!&access=open&access=what&page=0&sort=x&&=&z");
        let expected =
            BrowseQuery { text: "café crème".into(), access: vec![AccessKind::Open], ..BrowseQuery::default() };
        assert_eq!(loose, Some(Route::Apis(expected)));
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
}
