//! Where authorization servers send people back: says what became of their answer, never the answer itself.

use crate::browser::authorize::Handed;
use crate::core::route::{BrowseQuery, Route};
use crate::ui::context::{href, session, text};
use crate::ui::kit::Page;
use leptos::prelude::*;

/// What became of the answer, announced. It needs no catalogue: it stands when everything else is broken.
#[component]
pub(super) fn Authorization() -> impl IntoView {
    let handed = session().handed;
    let said = move || match &*handed.read() {
        Handed::NotYet => text().authorization_handing,
        Handed::Nothing => text().authorization_nothing,
        Handed::Over => text().authorization_over,
        Handed::Back(_) => text().authorization_back,
        Handed::ToNobody => text().authorization_to_nobody,
    };
    view! {
        <Page title=text().authorization_title.to_owned() />
        <p role="status" class="lead">
            {said}
        </p>
        <p>{text().authorization_intro}</p>
        <p>
            <a href=href(&Route::Apis(BrowseQuery::default()))>{text().home_all_apis}</a>
        </p>
    }
}
