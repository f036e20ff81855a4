//! The filters in force, each with a way out.

use super::Browsing;
use crate::browser::document;
use crate::core::catalogue::browse::Facet;
use crate::core::catalogue::wire::Catalogue;
use crate::core::i18n::words::Words;
use crate::core::route::BrowseQuery;
use crate::ui::context::{catalogue, language, text};
use crate::ui::kit::{Icon, IconName};
use leptos::prelude::*;

/// The filters in force; nothing when there are none.
#[component]
pub(super) fn ActiveFilters(browsing: Browsing) -> impl IntoView {
    let catalogue = catalogue();
    move || {
        let facets = Facet::asked(&browsing.query.read());
        if facets.is_empty() {
            return None;
        }
        let clear = move |_| {
            let query = browsing.query.get_untracked();
            browsing.ask.run(BrowseQuery { text: query.text, sort: query.sort, ..BrowseQuery::default() });
            document::focus("#words");
        };
        let filters = facets.into_iter().map(|facet| {
            let label = label(&catalogue, &facet);
            let name = (text().remove_filter)(&label);
            let remove = move |_| {
                let mut query = BrowseQuery { page: 0, ..browsing.query.get_untracked() };
                facet.toggle(&mut query);
                browsing.ask.run(query);
                // The button that was pressed is gone.
                document::focus("#words");
            };
            view! {
                <li>
                    <button type="button" class="chip" aria-label=name on:click=remove>
                        {label}
                        <Icon name=IconName::Cross />
                    </button>
                </li>
            }
        });
        Some(view! {
            <div class="active-filters">
                <ul class="chips" aria-label=text().filters_active>
                    {filters.collect_view()}
                </ul>
                <button type="button" class="button button--quiet" on:click=clear>
                    {text().filters_clear}
                </button>
            </div>
        })
    }
}

fn label(catalogue: &Catalogue, facet: &Facet) -> String {
    match facet {
        Facet::Theme(slug) => catalogue.theme_name(slug, language()).to_owned(),
        Facet::Producer(slug) => catalogue.producer_name(slug).to_owned(),
        Facet::Access(kind) => kind.words(language()).to_owned(),
        Facet::Audience(audience) => audience.words(language()).to_owned(),
        Facet::Status(status) => status.words(language()).to_owned(),
        Facet::OpenApi => text().facet_has_openapi.to_owned(),
        Facet::FranceConnect => text().facet_franceconnect.to_owned(),
    }
}
