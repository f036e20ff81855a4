//! Icons, from the sprite `public/icons.svg`. Decorative: the word is always beside.

use crate::browser::address;
use leptos::prelude::*;

/// A symbol of the sprite.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) enum IconName {
    ArrowRight,
    Check,
    Cross,
    External,
    Key,
    Lock,
    Menu,
    Open,
    Search,
    Tilde,
    Warning,
}

impl IconName {
    fn id(self) -> &'static str {
        match self {
            Self::ArrowRight => "arrow-right",
            Self::Check => "check",
            Self::Cross => "cross",
            Self::External => "external",
            Self::Key => "key",
            Self::Lock => "lock",
            Self::Menu => "menu",
            Self::Open => "open",
            Self::Search => "search",
            Self::Tilde => "tilde",
            Self::Warning => "warning",
        }
    }
}

/// One icon, as high as the text beside it.
#[component]
pub(in crate::ui) fn Icon(name: IconName) -> impl IntoView {
    let address = format!("{}#{}", address::file("icons.svg"), name.id());
    view! {
        <svg class="icon" aria-hidden="true" focusable="false">
            <use href=address />
        </svg>
    }
}
