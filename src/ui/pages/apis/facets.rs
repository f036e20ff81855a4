//! The facets: check boxes with the number of APIs each would leave.

use super::Browsing;
use crate::core::catalogue::browse::Facet;
use crate::core::catalogue::{AccessKind, Audience, Status};
use crate::core::i18n::words::Words;
use crate::core::route::BrowseQuery;
use crate::ui::context::{catalogue, language, text};
use leptos::prelude::*;

/// Values of a facet shown before "Show more".
const SHOWN: usize = 8;

/// One value of a facet.
struct Choice {
    facet: Facet,
    label: String,
}

/// Every facet. Each value keeps its place: a list that moves under the pointer cannot be used.
#[component]
pub(super) fn Facets(browsing: Browsing) -> impl IntoView {
    let catalogue = catalogue();
    let content = catalogue.site.content_language.tag();
    let language = language();
    let choices = |facets: Vec<(Facet, String)>| -> Vec<Choice> {
        facets.into_iter().map(|(facet, label)| Choice { facet, label }).collect()
    };
    let audiences = choices(
        Audience::ALL.map(|audience| (Facet::Audience(audience), audience.words(language).to_owned())).to_vec(),
    );
    let access = choices(AccessKind::ALL.map(|kind| (Facet::Access(kind), kind.words(language).to_owned())).to_vec());
    let themes = catalogue.themes.iter();
    let themes = themes
        .filter(|theme| catalogue.apis.iter().any(|api| api.themes.contains(&theme.slug)))
        .map(|theme| (Facet::Theme(theme.slug.clone()), theme.name.get(language).to_owned()));
    let themes = choices(themes.collect());
    let producers = catalogue.producers.iter();
    let producers = producers
        .filter(|producer| catalogue.apis.iter().any(|api| api.producer == producer.slug))
        .map(|producer| (Facet::Producer(producer.slug.clone()), producer.short_name().to_owned()));
    let producers = choices(producers.collect());
    let statuses = [Status::Active, Status::Beta, Status::Deprecated, Status::Retired];
    let statuses = choices(statuses.map(|status| (Facet::Status(status), status.words(language).to_owned())).to_vec());
    let more = choices(vec![
        (Facet::OpenApi, text().facet_has_openapi.to_owned()),
        (Facet::FranceConnect, text().facet_franceconnect.to_owned()),
    ]);
    let open = RwSignal::new(false);
    view! {
        <div class="facets" class:facets--open=move || open.get()>
            <button
                type="button"
                class="button button--quiet facets__toggle"
                aria-expanded=move || open.get().to_string()
                aria-controls="facets"
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {text().filters}
            </button>
            <form id="facets" class="facets__form" aria-label=text().filters on:submit=|event| event.prevent_default()>
                <Group browsing title=text().facet_audience help=text().facet_audience_help choices=audiences />
                <Group browsing title=text().facet_access choices=access />
                <Group browsing title=text().facet_theme choices=themes />
                <Group browsing title=text().facet_producer choices=producers lang=content />
                <Group browsing title=text().facet_status choices=statuses />
                <Group browsing title=text().facet_more choices=more />
            </form>
        </div>
    }
}

#[component]
fn Group(
    browsing: Browsing,
    title: &'static str,
    #[prop(optional)] help: Option<&'static str>,
    #[prop(optional)] lang: Option<&'static str>,
    choices: Vec<Choice>,
) -> impl IntoView {
    let mut boxes: Vec<_> =
        choices.into_iter().map(|choice| view! { <Box browsing choice lang /> }.into_any()).collect();
    // Two more lines take no more room than "Show more" would.
    let rest = if boxes.len() > SHOWN + 2 { boxes.split_off(SHOWN) } else { Vec::new() };
    let rest = (!rest.is_empty()).then(|| {
        view! {
            <details class="facet__rest">
                <summary>{text().show_more} <span class="visually-hidden">" : " {title}</span></summary>
                {rest}
            </details>
        }
    });
    view! {
        <fieldset class="facet">
            <legend>{title}</legend>
            {help.map(|help| view! { <p class="facet__help">{help}</p> })}
            {boxes}
            {rest}
        </fieldset>
    }
}

#[component]
fn Box(browsing: Browsing, choice: Choice, lang: Option<&'static str>) -> impl IntoView {
    let facet = StoredValue::new(choice.facet);
    let checked = Memo::new(move |_| facet.with_value(|facet| facet.is_asked(&browsing.query.read())));
    let count = Memo::new(move |_| facet.with_value(|facet| browsing.results.read().facets.count(facet)));
    let toggle = move |_| {
        let mut query = BrowseQuery { page: 0, ..browsing.query.get_untracked() };
        facet.with_value(|facet| facet.toggle(&mut query));
        browsing.ask.run(query);
    };
    view! {
        <label class="facet__value" class:facet__value--empty=move || count.get() == 0>
            <input type="checkbox" prop:checked=checked on:change=toggle />
            <span lang=lang>{choice.label}</span>
            " "
            <span class="count">{count}</span>
        </label>
    }
}
