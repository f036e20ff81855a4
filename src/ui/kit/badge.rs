//! Short facts that must be seen at a glance: each has a word, a shape and a colour.

use super::{Icon, IconName};
use crate::core::catalogue::{AccessKind, Status, Verdict};
use crate::core::i18n::words::Words;
use crate::ui::context::{language, text};
use leptos::prelude::*;

/// How the API is reached.
#[component]
pub(in crate::ui) fn AccessBadge(kind: AccessKind) -> impl IntoView {
    let icon = match kind {
        AccessKind::Open => IconName::Open,
        AccessKind::Account => IconName::Key,
        AccessKind::Restricted => IconName::Lock,
    };
    view! {
        <span class=format!("badge badge--{}", kind.id())>
            <Icon name=icon />
            {kind.words(language())}
        </span>
    }
}

/// Where the API is in its life; nothing for one in service.
#[component]
pub(in crate::ui) fn StatusBadge(status: Status) -> impl IntoView {
    let class = match status {
        Status::Active => return None,
        Status::Beta => "badge badge--beta",
        Status::Deprecated => "badge badge--deprecated",
        Status::Retired => "badge badge--retired",
    };
    Some(view! {
        <span class=class>
            <Icon name=IconName::Warning />
            {status.words(language())}
        </span>
    })
}

/// A verdict: a word, a shape and a colour; a word alone when the content does not say.
#[component]
pub(in crate::ui) fn VerdictMark(verdict: Option<Verdict>) -> impl IntoView {
    let Some(verdict) = verdict else {
        return view! { <span class="verdict">{text().not_stated}</span> }.into_any();
    };
    let (class, icon) = match verdict {
        Verdict::Yes => ("verdict verdict--yes", IconName::Check),
        Verdict::Conditional => ("verdict verdict--conditional", IconName::Tilde),
        Verdict::No => ("verdict verdict--no", IconName::Cross),
    };
    view! {
        <span class=class>
            <Icon name=icon />
            {verdict.words(language())}
        </span>
    }
    .into_any()
}

/// An HTTP method: the word is always there, the colour only helps.
#[component]
pub(in crate::ui) fn MethodBadge(method: String) -> impl IntoView {
    let class = format!("method method--{}", method.to_ascii_lowercase());
    view! { <span class=class>{method}</span> }
}
