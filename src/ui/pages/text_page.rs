//! About, accessibility statement, legal notice: Markdown in each language of the site.

use crate::core::catalogue::wire;
use crate::core::route::TextName;
use crate::ui::context::{fetch, language};
use crate::ui::kit::{Breadcrumb, Page, Wait};
use crate::ui::markdown::Markdown;
use leptos::prelude::*;

/// A page of the site itself. It needs no catalogue: it stands when everything else is broken.
#[component]
pub(super) fn TextPage(name: TextName) -> impl IntoView {
    let language = language();
    let (file, retry) = fetch::<wire::TextPage>(format!("pages/{}.{}.json", name.id(), language.tag()));
    view! {
        <Wait file retry let:page>
            <Breadcrumb here=page.title.clone() />
            <Page title=page.title.clone() />
            <Markdown document=page.body.clone() lang=language.tag() />
        </Wait>
    }
}
