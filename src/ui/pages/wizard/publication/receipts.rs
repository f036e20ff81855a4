//! What was sent, when and where.

use super::super::desk::Desk;
use super::words;
use crate::browser::clock;
use crate::core::publication::{Receipt, Way};
use crate::ui::context::language;
use leptos::prelude::*;

pub(super) fn receipts(desk: Desk) -> AnyView {
    let shown = move || {
        let receipts = desk.draft.with(|draft| draft.receipts.clone());
        if receipts.is_empty() {
            return view! { <p>{words().receipts_none}</p> }.into_any();
        }
        // The last one is the one that is looked for.
        let rows = receipts.iter().rev().map(row).collect_view();
        view! {
            <div class="table-scroll" tabindex="0" role="group" aria-label=words().receipts>
                <table class="wizard__receipts">
                    <thead>
                        <tr>
                            <th scope="col">{words().receipt_when}</th>
                            <th scope="col">{words().receipt_way}</th>
                            <th scope="col">{words().receipt_place}</th>
                            <th scope="col">{words().receipt_files}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    view! {
        <h4>{words().receipts}</h4>
        {shown}
    }
    .into_any()
}

fn row(receipt: &Receipt) -> AnyView {
    let way = match receipt.way {
        Way::Download => words().way_download.to_owned(),
        Way::NewFile(kind) => format!("{} ({})", words().way_new_file, kind.name()),
        Way::MergeRequest(kind) => format!("{} ({})", words().way_merge, kind.name()),
        Way::Post => words().way_post.to_owned(),
        Way::Mail => words().way_mail.to_owned(),
    };
    let follow = receipt.address.as_ref().map(|address| {
        let name = [words().receipt_follow, " ", address.as_str()].concat();
        view! {
            " "
            <a href=address.to_string() rel="external noopener" aria-label=name>
                {words().receipt_follow}
            </a>
        }
    });
    let files: Vec<_> = receipt
        .files
        .iter()
        .map(|file| {
            view! {
                <li>
                    <code class="wrap">{file.path.to_string()}</code>
                </li>
            }
        })
        .collect();
    view! {
        <tr>
            <td>{clock::in_words(receipt.when, language().tag())}</td>
            <td>{way}</td>
            <td>{receipt.place.clone()} {follow}</td>
            <td>
                <ul class="wizard__files">{files}</ul>
            </td>
        </tr>
    }
    .into_any()
}
