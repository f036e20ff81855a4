//! The application: preferences, the catalogue, and the frame around every page.

use super::context::{Session, Theme, fetch, provide_session, session, text};
use super::footer::Footer;
use super::header::Header;
use super::pages::Pages;
use crate::browser::authorize::{self, Handed};
use crate::browser::storage::Storage;
use crate::browser::{address, document, history};
use crate::core::i18n::Language;
use crate::core::route::Route;
use leptos::prelude::*;

/// The whole site.
#[component]
pub fn App() -> impl IntoView {
    // Before anything else reads the address.
    let answer = authorize::take();
    let language = Storage::Device.kept("language").and_then(|tag| Language::parse(&tag)).unwrap_or_default();
    let theme = Storage::Device.kept("theme").and_then(|id| Theme::parse(&id)).unwrap_or_default();
    document::set_root_attribute("lang", language.tag());
    document::set_root_attribute("data-theme", theme.id());
    history::tidy();
    let (catalogue, retry) = fetch("catalogue.json".to_owned());
    let session = Session {
        language: RwSignal::new(language),
        theme: RwSignal::new(theme),
        location: RwSignal::new(history::current()),
        catalogue,
        retry,
        navigated: StoredValue::new(false),
        handed: RwSignal::new(Handed::default()),
    };
    session.hand_over(answer);
    history::listen(move |href| session.go(&href), move || session.arrive());
    provide_session(session);
    view! { <Frame /> }
}

/// Header, page, footer. Rendered again when the language changes.
#[component]
fn Frame() -> impl IntoView {
    let session = session();
    let route = Memo::new(move |_| {
        let location = session.location.read();
        Route::parse(address::inside(&location.pathname), &location.search)
    });
    move || {
        session.language.track();
        view! {
            <a class="skip-link" href="#main" rel="external" on:click=skip_to_content>
                {text().skip_to_content}
            </a>
            <Header route />
            <main id="main">
                <Pages route />
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
