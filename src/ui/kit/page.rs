//! The frame of a page: its title in the tab, its main heading, and the focus when a reader arrives.

use crate::browser::document;
use crate::ui::context::{language, session};
use leptos::prelude::*;

/// Names the page and renders its main heading.
///
/// A reader who comes from another page of the site has followed a link that is gone: the focus goes to the
/// heading, so that assistive technologies read it and the next Tab goes on from there. A reader who comes with
/// an anchor goes to that anchor.
#[component]
pub(in crate::ui) fn Page(
    /// Title, for the heading and for the browser's tab.
    title: String,
    /// Whether the heading is content, written in the language of the content.
    #[prop(optional)]
    is_content: bool,
) -> impl IntoView {
    let session = session();
    let site = session.catalogue.get_untracked().and_then(Result::ok);
    let site_name = site.as_ref().map(|catalogue| catalogue.site.name.get(language()).to_owned());
    let tab = match &site_name {
        Some(name) if *name != title => format!("{title} – {name}"),
        _ => title.clone(),
    };
    let lang = site.filter(|_| is_content).map(|catalogue| catalogue.site.content_language.tag());
    document::set_title(&tab);
    let anchor = session.location.read_untracked().anchor();
    Effect::new(move |_| {
        let gone_to_anchor = anchor.as_ref().is_some_and(|anchor| document::go_to_anchor(anchor));
        if !gone_to_anchor && session.navigated.get_value() {
            document::focus_main_heading();
        }
    });
    view! {
        <h1 tabindex="-1" lang=lang>
            {title}
        </h1>
    }
}
