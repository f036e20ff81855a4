//! The top of every page: name, search, navigation, language and theme.

use super::context::{Theme, href, language, session, text};
use super::kit::{Icon, IconName, SearchBox};
use crate::browser::document;
use crate::core::i18n::Language;
use crate::core::route::{BrowseQuery, Route};
use leptos::prelude::*;

/// The top of every page.
#[component]
pub(super) fn Header(route: Memo<Option<Route>>) -> impl IntoView {
    let session = session();
    let name = move || {
        let catalogue = session.catalogue.get().and_then(Result::ok);
        catalogue.map(|catalogue| catalogue.site.name.get(language()).to_owned())
    };
    let open = RwSignal::new(false);
    view! {
        <header class="site-header">
            <div class="site-header__bar">
                <a class="site-name" href=href(&Route::Home)>
                    <svg class="site-name__mark" aria-hidden="true" viewBox="0 0 32 32" width="32" height="32">
                        <path d="M6 5h8v22H6zM17 5h4v22h-4zM23.6 5.6l3.9-1L32 26l-3.9 1z" />
                    </svg>
                    <span>{name}</span>
                </a>
                <SearchBox id="header-search" name=text().search_site />
                <button
                    type="button"
                    class="button button--quiet site-header__toggle"
                    aria-expanded=move || open.get().to_string()
                    aria-controls="site-menu"
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    <Icon name=IconName::Menu />
                    {text().menu}
                </button>
            </div>
            <div class="site-menu" id="site-menu" class:site-menu--open=move || open.get()>
                <Navigation route on_follow=Callback::new(move |()| open.set(false)) />
                <div class="site-menu__settings">
                    <ThemeChoice />
                    <LanguageChoice />
                </div>
            </div>
        </header>
    }
}

/// Links to the parts of the site; the current one is marked.
#[component]
fn Navigation(route: Memo<Option<Route>>, on_follow: Callback<()>) -> impl IntoView {
    let item = move |target: Route, label: &'static str, current: fn(&Route) -> bool| {
        let aria_current = move || route.read().as_ref().is_some_and(current).then_some("true");
        view! {
            <li>
                <a href=href(&target) aria-current=aria_current on:click=move |_| on_follow.run(())>
                    {label}
                </a>
            </li>
        }
    };
    view! {
        <nav class="site-nav" aria-label=text().main_menu>
            <ul>
                {item(
                    Route::Apis(BrowseQuery::default()),
                    text().nav_apis,
                    |route| matches!(route, Route::Apis(_) | Route::Api(_)),
                )}
                {item(
                    Route::Producers,
                    text().nav_producers,
                    |route| matches!(route, Route::Producers | Route::Producer(_)),
                )}
                {item(Route::Guides, text().nav_guides, |route| matches!(route, Route::Guides | Route::Guide(_)))}
                {item(
                    Route::Documentation,
                    text().nav_documentation,
                    |route| matches!(route, Route::Documentation),
                )}
                {item(
                    Route::Reference { draft: None, step: None },
                    text().nav_reference,
                    |route| matches!(route, Route::Reference { .. } | Route::Reviews),
                )}
            </ul>
        </nav>
    }
}

/// A native list: four choices, one label, no script of ours to get wrong.
#[component]
fn ThemeChoice() -> impl IntoView {
    let session = session();
    view! {
        <label class="choice">
            <span class="choice__label">{text().theme_label}</span>
            <select
                prop:value=move || session.theme.get().id()
                on:change:target=move |event| {
                    if let Some(theme) = Theme::parse(&event.target().value()) {
                        session.choose_theme(theme);
                    }
                }
            >
                {Theme::ALL
                    .into_iter()
                    .map(|theme| {
                        view! {
                            <option value=theme.id() selected=session.theme.get_untracked() == theme>
                                {theme.label(text())}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
        </label>
    }
}

/// The other languages of the site, each named in itself.
#[component]
fn LanguageChoice() -> impl IntoView {
    let session = session();
    let choose = move |language| {
        session.choose_language(language);
        // The page has been rendered again: the focus must not be lost.
        document::focus(".language-choice");
    };
    Language::ALL
        .into_iter()
        .filter(|other| *other != language())
        .map(|other| {
            view! {
                <button
                    type="button"
                    class="button button--quiet language-choice"
                    lang=other.tag()
                    on:click=move |_| choose(other)
                >
                    {crate::core::i18n::messages(other).language_name}
                </button>
            }
        })
        .collect_view()
}
