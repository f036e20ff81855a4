//! Whether a reader may use an API, and how: who they are, then the answer. A part of its own, loaded with its first use.

mod answer;

use self::answer::Answered;
use crate::core::access::answer;
use crate::core::catalogue::Audience;
use crate::core::catalogue::wire::ApiPage;
use crate::core::i18n::words::Words;
use crate::core::i18n::{AccessWords, access_title, access_words, audience_hint};
use crate::core::id::Slug;
use crate::core::route::{BrowseQuery, Route};
use crate::ui::context::{attempts, catalogue, fetch, href, language, session, text};
use crate::ui::kit::{AccessBadge, Breadcrumb, Page, StatusBadge, VerdictMark, Wait};
use crate::ui::part::part;
use leptos::prelude::*;
use std::sync::Arc;

/// The sentences of this page. See [`language`].
fn words() -> &'static AccessWords {
    access_words(language())
}

/// Renders the page. Who asks follows the address by itself.
type Render = fn(Slug, Memo<Option<Audience>>) -> AnyView;

part! { access, Render, render }

/// The access page of an API, once its code is here.
#[component]
pub(super) fn Access(api: Slug, audience: Memo<Option<Audience>>) -> impl IntoView {
    let (render, retry) = attempts(load);
    view! { <Wait file=render retry let:render>{render(api.clone(), audience)}</Wait> }
}

fn render(api: Slug, audience: Memo<Option<Audience>>) -> AnyView {
    let (file, retry) = fetch::<ApiPage>(format!("apis/{api}.json"));
    view! {
        <Wait file retry let:page>
            <Content page audience />
        </Wait>
    }
    .into_any()
}

#[component]
fn Content(page: Arc<ApiPage>, audience: Memo<Option<Audience>>) -> impl IntoView {
    let catalogue = catalogue();
    let api_route = Route::Api(page.slug.clone());
    let title = page.api.title.clone();
    let (kind, status) = (page.api.access.kind, page.api.status);
    let content = catalogue.site.content_language.tag();
    let tagline = page.api.tagline.clone();
    let slug = page.slug.clone();
    let result = {
        let page = page.clone();
        Memo::new(move |_| audience.get().map(|audience| (audience, answer(&page, &catalogue, audience))))
    };
    // There from the start, so that assistive technologies announce what comes into it.
    let said = move || match result.get() {
        None => words().choose.into_any(),
        Some((audience, answer)) => view! {
            {audience.words(language())}
            "\u{a0}: "
            <VerdictMark verdict=answer.reason.verdict() />
            " "
            {answer.reason.words(language())}
        }
        .into_any(),
    };
    let shown = move || {
        let (_, answer) = result.get()?;
        Some(view! { <Answered page=page.clone() answer /> })
    };
    view! {
        <Breadcrumb
            above=vec![
                (Route::Apis(BrowseQuery::default()), text().nav_apis.to_owned()),
                (api_route.clone(), title.clone()),
            ]
            here=text().access_label.to_owned()
        />
        <header class="api-header">
            <Page title=access_title(&title, language()) />
            <p class="lead" lang=content>
                {tagline}
            </p>
            <p class="badges">
                <AccessBadge kind />
                <StatusBadge status />
            </p>
        </header>
        <div class="access-page">
            <Who api=slug audience />
            <p
                class="access-page__verdict"
                class:access-page__verdict--said=move || result.with(Option::is_some)
                role="status"
            >
                {said}
            </p>
            <div class="access-page__answer">
                {shown}
                <p>
                    <a href=href(&api_route)>{words().back}</a>
                </p>
            </div>
        </div>
    }
}

/// The six audiences. A choice is an entry of the history: going back takes it back.
#[component]
fn Who(api: Slug, audience: Memo<Option<Audience>>) -> impl IntoView {
    let session = session();
    let api = StoredValue::new(api);
    let choices = Audience::ALL.map(|choice| {
        let choose = move |_| {
            let route = Route::Access { api: api.get_value(), audience: Some(choice) };
            session.refine(&href(&route), false);
        };
        view! {
            <label class="access-page__choice">
                <input
                    type="radio"
                    name="audience"
                    value=choice.id()
                    prop:checked=move || audience.get() == Some(choice)
                    on:change=choose
                />
                <span>
                    <strong>{choice.words(language())}</strong>
                    " "
                    <span class="access-page__hint">{audience_hint(choice, language())}</span>
                </span>
            </label>
        }
    });
    view! {
        <form class="access-page__form" on:submit=|event| event.prevent_default()>
            <fieldset class="access-page__choices" aria-describedby="who-hint">
                <legend>{words().who}</legend>
                <p id="who-hint" class="muted">
                    {words().who_hint}
                </p>
                {choices.into_iter().collect_view()}
            </fieldset>
        </form>
    }
}
