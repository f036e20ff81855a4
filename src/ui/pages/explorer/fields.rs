//! The dictionary of fields, for those who read data rather than code.

use super::views::Views;
use super::{above, or_absent, title_of, words};
use crate::browser::download;
use crate::core::explorer::anchor::fragment;
use crate::core::explorer::{ContentsView, FieldOrder, FieldView, FieldsView, UseView, Way, csv};
use crate::core::id::Slug;
use crate::core::route::Route;
use crate::ui::context::{catalogue, fetch, href, language, text};
use crate::ui::kit::{Page, Wait};
use leptos::prelude::*;
use std::sync::Arc;

/// Most fields shown at once.
const SHOWN: usize = 100;

/// Orders, by the words that name them.
const ORDERS: [FieldOrder; 3] = [FieldOrder::Document, FieldOrder::Name, FieldOrder::Uses];

/// The fields of one document.
#[component]
pub(super) fn Fields(api: Slug, document: usize) -> impl IntoView {
    let (contents, again) = fetch::<ContentsView>(format!("explorer/{api}/{document}/contents.json"));
    let (file, retry) = fetch::<FieldsView>(format!("explorer/{api}/{document}/fields.json"));
    let slug = api.clone();
    let shown = move || {
        let api = slug.clone();
        let page = move |contents: Arc<ContentsView>| {
            let api = api.clone();
            let title = title_of(&api, &contents.title);
            let here = Route::Fields { api: api.clone(), document };
            view! {
                {above(&api, &title, words().dictionary)}
                <Page title=(words().fields_of)(&title) />
                <Views api=api.clone() document documents=contents.documents.clone() here />
                <p class="lead">{words().fields_intro}</p>
                <Wait file retry is_part=true let:view>
                    <Dictionary view api=api.clone() document />
                </Wait>
            }
        };
        view! { <Wait file=contents retry=again children=page /> }.into_any()
    };
    or_absent(contents, api, document, shown)
}

#[component]
fn Dictionary(view: Arc<FieldsView>, api: Slug, document: usize) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let order = RwSignal::new(0_usize);
    let page = RwSignal::new(0_usize);
    let selected = move || ORDERS.get(order.get()).copied().unwrap_or_default();
    let all = view.fields.len();
    let (counted, exported, cut) = (view.clone(), view.clone(), view.cut);
    let found = Memo::new(move |_| counted.select(&typed.read(), FieldOrder::Document, language()).len());
    let name = format!("{api}.csv");
    let export = move |_| {
        let fields = exported.select(&typed.get_untracked(), selected(), language());
        download::save(&name, "text/csv;charset=utf-8", csv(&exported, &fields, language()).as_bytes());
    };
    let rows = move || {
        let fields = view.select(&typed.read(), selected(), language());
        let rows = fields.iter().skip(page.get() * SHOWN).take(SHOWN);
        rows.map(|one| field(one, &view, &api, document)).collect_view()
    };
    let labels = [words().order_document, words().order_name, words().order_uses];
    let options = labels.into_iter().enumerate();
    let options = options.map(|(index, label)| view! { <option value=index.to_string()>{label}</option> });
    let options = options.collect_view();
    let change = move |event| {
        page.set(0);
        order.set(event_target_value(&event).parse().unwrap_or_default());
    };
    let typing = move |event| {
        page.set(0);
        typed.set(event_target_value(&event));
    };
    let heads = [words().field, words().meaning, words().kind, words().example, words().places];
    let heads = heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view();
    view! {
        <div class="fields">
            <div class="fields__bar">
                <div class="field">
                    <label for="fields-filter">{words().fields_filter}</label>
                    <input id="fields-filter" type="search" autocomplete="off" on:input=typing />
                </div>
                <label class="choice">{words().fields_order} <select on:change=change>{options}</select></label>
                <button type="button" class="button" on:click=export>
                    {words().fields_export}
                </button>
            </div>
            <p class="muted" role="status">
                {move || (words().fields_found)(found.get(), all)}
            </p>
            {cut.then(|| view! { <p class="muted">{words().fields_cut}</p> })}
            <div class="table-scroll" tabindex="0" role="group" aria-label=words().dictionary>
                <table class="fields__table">
                    <thead>
                        <tr>{heads}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {move || (found.get() == 0).then(|| view! { <p>{words().fields_none}</p> })}
            <Pages page pages=Signal::derive(move || found.get().div_ceil(SHOWN)) />
        </div>
    }
}

/// Previous and next page; nothing when there is only one.
#[component]
fn Pages(page: RwSignal<usize>, pages: Signal<usize>) -> impl IntoView {
    let several = Memo::new(move |_| pages.get() > 1);
    let turn = move |label: &'static str, is_useless: Signal<bool>, to: fn(usize) -> usize| {
        view! {
            <button
                type="button"
                class="button button--quiet"
                disabled=is_useless
                on:click=move |_| page.update(|page| *page = to(*page))
            >
                {label}
            </button>
        }
    };
    move || {
        several.get().then(|| {
            view! {
                <nav class="pagination" aria-label=text().pagination>
                    {turn(text().page_previous, Signal::derive(move || page.get() == 0), |page| page.saturating_sub(1))}
                    <span role="status">{move || (text().page_of)(page.get() + 1, pages.get())}</span>
                    {turn(text().page_next, Signal::derive(move || page.get() + 1 >= pages.get()), |page| page + 1)}
                </nav>
            }
        })
    }
}

fn field(field: &FieldView, view: &FieldsView, api: &Slug, document: usize) -> impl IntoView + use<> {
    let lang = catalogue().site.content_language.tag();
    let example = (!field.example.is_empty()).then(|| view! { <code class="wrap">{field.example.clone()}</code> });
    let places = field.uses.iter().filter_map(|one| place(one, view, api, document)).collect_view();
    let more = (field.more > 0).then(|| view! { <li class="muted">{(words().more_places)(field.more)}</li> });
    view! {
        <tr>
            <th scope="row">
                <code class="wrap">{field.name.clone()}</code>
            </th>
            <td lang=lang>{field.meaning.clone()}</td>
            <td>{field.kind.get(language()).to_owned()}</td>
            <td>{example}</td>
            <td>
                <ul class="plain-list">{places} {more}</ul>
            </td>
        </tr>
    }
}

fn place(place: &UseView, view: &FieldsView, api: &Slug, document: usize) -> Option<impl IntoView + use<>> {
    let (id, method, path) = view.operations.get(place.operation)?;
    let route = Route::Explorer { api: api.clone(), document, operation: Some(id.clone()) };
    let way = match place.way {
        Way::Parameter => words().way_parameter,
        Way::Body => words().way_body,
        Way::Answer => words().way_answer,
    };
    let address = format!("{}{}", href(&route), fragment(&place.anchor));
    Some(view! {
        <li>
            <a href=address class="wrap">
                {format!("{method} {path}")}
            </a>
            <span class="muted">{format!(" ({way})")}</span>
        </li>
    })
}
