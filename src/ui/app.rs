//! The application: preferences, the catalogue, and the frame around every page.

use super::context::{Session, Theme, fetch, session, text};
use super::footer::Footer;
use super::header::Header;
use super::pages::Pages;
use crate::browser::{address, document, preferences};
use crate::core::i18n::Language;
use crate::core::route::Route;
use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route as RouterRoute, Router};
use leptos_router::hooks::use_location;
use leptos_router::path;

/// The whole site.
#[component]
pub fn App() -> impl IntoView {
    let language = preferences::kept("language").and_then(|tag| Language::parse(&tag)).unwrap_or_default();
    let theme = preferences::kept("theme").and_then(|id| Theme::parse(&id)).unwrap_or_default();
    document::set_root_attribute("lang", language.tag());
    document::set_root_attribute("data-theme", theme.id());
    let (catalogue, retry) = fetch("catalogue.json".to_owned());
    provide_context(Session {
        language: RwSignal::new(language),
        theme: RwSignal::new(theme),
        catalogue,
        retry,
        navigated: StoredValue::new(false),
    });
    // The router brings clicks and history; which page an address is, `core::route` alone decides.
    view! {
        <Router base=address::base()>
            <FlatRoutes fallback=|| ()>
                <RouterRoute path=path!("/*any") view=Frame />
            </FlatRoutes>
        </Router>
    }
}

/// Header, page, footer. Rendered again when the language changes.
#[component]
fn Frame() -> impl IntoView {
    let session = session();
    let location = use_location();
    let route = Memo::new(move |before: Option<&Option<Route>>| {
        if before.is_some() {
            session.navigated.set_value(true);
        }
        Route::parse(address::inside(&location.pathname.read()), &location.search.read())
    });
    Effect::new(move |before: Option<()>| {
        let hash = location.hash.read();
        if before.is_some() && hash.len() > 1 {
            document::go_to_anchor(&crate::core::address::percent_decode(&hash[1..]));
        }
    });
    move || {
        session.language.track();
        view! {
            <a class="skip-link" href="#main" rel="external" on:click=skip_to_content>
                {text().skip_to_content}
            </a>
            <Header route />
            <main id="main">
                <Pages route pathname=location.pathname />
            </main>
            <Footer />
        }
    }
}

/// `href="#main"` would lead to the root of the site, because of `<base>`.
fn skip_to_content(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    document::go_to_anchor("main");
}
