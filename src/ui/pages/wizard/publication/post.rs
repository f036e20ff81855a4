//! An address of the operator, which takes everything at once.

use super::super::desk::Desk;
use super::sending::{Sending, State};
use super::{Package, channel, leaves, sent, words};
use crate::browser::clock;
use crate::core::catalogue::SecureUrl;
use crate::core::publication::{Post, PostProgress};
use leptos::prelude::*;
use std::sync::Arc;

pub(super) fn post(desk: Desk, package: &Arc<Package>, url: SecureUrl, rank: usize) -> AnyView {
    let sending = Sending::new();
    let going = StoredValue::new(Post::new(&url, &package.whole));
    let place = url.as_url().host();
    let start = {
        let place = place.clone();
        move || {
            if sending.begin(words().post_sending).is_some() {
                leaves(desk);
                leptos::task::spawn_local(run(desk, going, sending, place.clone()));
            }
        }
    };
    let content = view! {
        <p class="muted">
            {words().post_hint} " " <code class="wrap">{place}</code> "."
        </p>
        {sending.view(words().post_send, start)}
    };
    channel(rank, words().post.to_owned(), content.into_any())
}

async fn run(desk: Desk, going: StoredValue<Post>, sending: Sending, place: String) {
    while let Some(mut post) = going.try_get_value() {
        let Some(request) = post.request() else { return };
        let outcome = sending.exchange(&request).await;
        let progress = post.answer(outcome.as_ref().map_err(|silence| *silence), clock::since_1970());
        // Nothing is there any more to be told once the page was left.
        if going.try_set_value(post).is_some() {
            return;
        }
        match progress {
            PostProgress::Again { wait, failure } => {
                let what = failure.problem(&place).what.get(crate::ui::context::language()).to_owned();
                let seconds = wait.div_ceil(1_000).to_string();
                sending.say(State::Running([&what, " ", words().post_wait, " ", &seconds, "\u{202f}s."].concat()));
                sending.wait(wait).await;
            }
            PostProgress::Done(receipt) => {
                sending.say(State::Sent(receipt.clone()));
                return sent(desk, receipt);
            }
            PostProgress::Failed(failure) => return sending.fail(&failure, &place),
        }
    }
}
