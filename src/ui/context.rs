//! What every component may ask for: the language, the sentences, the catalogue, the route.

use crate::browser::authorize::{self, Handed, Returned};
use crate::browser::document;
use crate::browser::history::{self, Location};
use crate::browser::storage::Storage;
use crate::core::catalogue::wire::Catalogue;
use crate::core::i18n::{Language, Messages, messages};
use crate::core::remote::FetchError;
use crate::core::route::Route;
use crate::ui::later::Later;
use leptos::prelude::*;
use std::cell::Cell;
use std::pin::Pin;
use std::sync::Arc;

/// What has been fetched, or why not; `None` while waiting.
pub(super) type Fetched<T> = Option<Result<Arc<T>, FetchError>>;

/// State that lives as long as the application.
#[derive(Clone, Copy)]
pub(super) struct Session {
    /// Language of the interface.
    pub(super) language: RwSignal<Language>,
    /// Light, dark…
    pub(super) theme: RwSignal<Theme>,
    /// Where the reader is.
    pub(super) location: RwSignal<Location>,
    /// The list of everything.
    pub(super) catalogue: Signal<Fetched<Catalogue>>,
    /// Fetches the catalogue again.
    pub(super) retry: Callback<()>,
    /// Whether the reader has gone from one page to another since the site was opened.
    pub(super) navigated: StoredValue<bool>,
    /// What became of the answer of an authorization server. The answer itself is in no signal.
    pub(super) handed: RwSignal<Handed>,
}

impl Session {
    /// Goes to a page of the site: a new entry of the history.
    pub(super) fn go(self, href: &str) {
        history::write(href, false);
        self.arrive();
        if self.location.read_untracked().anchor().is_none() {
            history::scroll_to_top();
        }
    }

    /// Changes what the address says of the same page, which does not move.
    pub(super) fn refine(self, href: &str, replace: bool) {
        history::write(href, replace);
        self.location.set(history::current());
    }

    /// Takes note of the address, after a move.
    pub(super) fn arrive(self) {
        let location = history::current();
        // Within a page, an anchor is a place to go to; the page of another address goes there once it is rendered.
        let (same_page, same_query) = {
            let before = self.location.read_untracked();
            (before.pathname == location.pathname, before.search == location.search)
        };
        if let Some(anchor) = location.anchor().filter(|_| same_page) {
            document::go_to_anchor(&anchor);
        }
        if !same_page || !same_query {
            self.navigated.set_value(true);
        }
        self.location.set(location);
    }

    /// Hands an answer over to the page that waits for it, or goes to that page where it was this tab's.
    pub(super) fn hand_over(self, answer: Option<Returned>) {
        leptos::task::spawn_local(async move {
            let handed = authorize::hand_over(answer).await;
            if let Handed::Back(page) = &handed {
                history::write(&crate::browser::address::file(page), true);
                self.arrive();
            }
            self.handed.set(handed);
        });
    }

    /// Changes the language and keeps the choice.
    pub(super) fn choose_language(self, language: Language) {
        Storage::Device.keep("language", language.tag());
        document::set_root_attribute("lang", language.tag());
        self.language.set(language);
    }

    /// Changes the theme and keeps the choice.
    pub(super) fn choose_theme(self, theme: Theme) {
        Storage::Device.keep("theme", theme.id());
        document::set_root_attribute("data-theme", theme.id());
        self.theme.set(theme);
    }
}

/// The session.
///
/// # Panics
///
/// Outside [`super::App`], where no component is rendered.
#[expect(clippy::expect_used, reason = "every component is below App, which provides it")]
pub(super) fn session() -> Session {
    use_context::<Session>().or_else(|| LAST.get()).expect("components are rendered below App")
}

thread_local! {
    /// The session of the application that started last: what goes on after an answer came runs outside components, where
    /// there is no context.
    static LAST: Cell<Option<Session>> = const { Cell::new(None) };
}

/// Gives the session to all components below, and to what they start.
pub(super) fn provide_session(session: Session) {
    LAST.set(Some(session));
    provide_context(session);
}

/// Language of the interface. Components are rendered again when it changes: they read it once.
pub(super) fn language() -> Language {
    session().language.get_untracked()
}

/// The sentences of the interface. See [`language`].
pub(super) fn text() -> &'static Messages {
    messages(language())
}

/// The catalogue, inside the pages that wait for it.
///
/// # Panics
///
/// Outside [`super::pages::WithCatalogue`].
#[expect(clippy::expect_used, reason = "only called below WithCatalogue, which provides it")]
pub(super) fn catalogue() -> Arc<Catalogue> {
    use_context::<Arc<Catalogue>>().expect("rendered below WithCatalogue")
}

/// The address of a page, for `href`.
pub(super) fn href(route: &Route) -> String {
    crate::browser::address::href(route)
}

/// How the page looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Theme {
    /// As the device asks.
    #[default]
    System,
    /// Dark text on a light ground.
    Light,
    /// Light text on a dark ground.
    Dark,
    /// The strongest contrast.
    Contrast,
}

impl Theme {
    /// Every theme, in the order they are offered.
    pub(super) const ALL: [Self; 4] = [Self::System, Self::Light, Self::Dark, Self::Contrast];

    /// Value of `data-theme` in style sheets.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }

    /// The theme of that name.
    pub(super) fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.id() == id)
    }

    /// Its name for readers.
    pub(super) fn label(self, messages: &Messages) -> &'static str {
        match self {
            Self::System => messages.theme_system,
            Self::Light => messages.theme_light,
            Self::Dark => messages.theme_dark,
            Self::Contrast => messages.theme_contrast,
        }
    }
}

/// Fetches a data file, once now and once for each `retry`. Abandoned when the component goes.
pub(super) fn fetch<T>(path: String) -> (Signal<Fetched<T>>, Callback<()>)
where
    T: serde::de::DeserializeOwned + Send + Sync + 'static,
{
    let get = fetcher();
    attempts(move || get(path.clone()))
}

/// Fetches data files, until the component goes.
pub(super) fn fetcher<T>() -> impl Fn(String) -> Pin<Box<dyn Future<Output = Result<T, FetchError>>>> + 'static
where
    T: serde::de::DeserializeOwned + 'static,
{
    let abort = StoredValue::new_local(web_sys::AbortController::new().ok());
    on_cleanup(move || {
        if let Some(Some(abort)) = abort.try_get_value() {
            abort.abort();
        }
    });
    move |path| {
        let abort = abort.try_get_value().flatten();
        Box::pin(async move { crate::browser::fetch::data::<T>(&path, abort.as_ref()).await })
    }
}

/// What `attempt` gives, once now and once for each `retry`.
pub(super) fn attempts<T, F>(attempt: impl Fn() -> F + 'static) -> (Signal<Fetched<T>>, Callback<()>)
where
    T: Send + Sync + 'static,
    F: Future<Output = Result<T, FetchError>> + 'static,
{
    attempts_shared(move || {
        let attempt = attempt();
        async move { attempt.await.map(Arc::new) }
    })
}

/// The same, for what is held elsewhere too.
pub(super) fn attempts_shared<T, F>(attempt: impl Fn() -> F + 'static) -> (Signal<Fetched<T>>, Callback<()>)
where
    T: Send + Sync + 'static,
    F: Future<Output = Result<Arc<T>, FetchError>> + 'static,
{
    let count = RwSignal::new(0_u32);
    let result = Later::new(move || {
        count.track();
        attempt()
    });
    (Signal::derive(move || result.get()), Callback::new(move |()| count.update(|count| *count += 1)))
}
