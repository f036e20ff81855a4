//! An answer as a table, some rows at a time: sorted by its headings, saved as CSV.

use super::super::words;
use super::pager::{Page, pager};
use super::shown::Shown;
use crate::browser::download;
use crate::core::response::{CsvOptions, TableCell, TablePage, TableView};
use crate::core::session::{ResponseAnswer, ResponseQuestion};
use crate::ui::kit::{SortOrder, sort_heading};
use crate::ui::later::Later;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Cells on the page at once, about.
const CELLS: usize = 1200;
/// Rows on the page at once, at most.
const MOST_ROWS: usize = 50;

async fn ask(shown: Shown, question: ResponseQuestion) -> Result<Option<(TableView, TablePage)>, String> {
    match shown.ask(question).await? {
        ResponseAnswer::Table(table) => Ok(table),
        _ => Err(words().engine_stopped.to_owned()),
    }
}

/// The table.
pub(super) fn table(shown: Shown) -> AnyView {
    // Another form may have been looked at since it was sorted: it begins as it came.
    let table = Later::new(move || ask(shown, ResponseQuestion::Unsort));
    (move || match table.get() {
        None => view! { <p role="status">{words().answer_reading}</p> }.into_any(),
        Some(Err(why)) => view! { <p role="alert">{why}</p> }.into_any(),
        Some(Ok(None)) => view! { <p>{words().table_none}</p> }.into_any(),
        Some(Ok(Some((view, _)))) => paged(shown, &view),
    })
    .into_any()
}

fn paged(shown: Shown, view: &TableView) -> AnyView {
    let first = RwSignal::new(0_u32);
    let order = RwSignal::new(SortOrder::<u32>::None);
    let size = u32::try_from((CELLS / view.columns.len().max(1)).clamp(10, MOST_ROWS)).unwrap_or(10);
    let page = Later::new(move || {
        let (first, order) = (first.get(), order.get());
        async move {
            let sort = match order {
                Some((column, descending)) => ResponseQuestion::Sort { column, descending },
                None => ResponseQuestion::Unsort,
            };
            ask(shown, sort).await?;
            let table = ask(shown, ResponseQuestion::Table { first, count: size }).await?;
            Ok::<_, String>(table.map(|(_, page)| page.rows).unwrap_or_default())
        }
    });
    let row = |cells: &Vec<TableCell>| {
        let cell = |cell: &TableCell| {
            let cut = cell.cut.then_some("…");
            view! { <td>{cell.text.clone()} {cut}</td> }
        };
        view! { <tr>{cells.iter().map(cell).collect_view()}</tr> }
    };
    let rows = move || match page.get() {
        None => ().into_any(),
        Some(Ok(rows)) => rows.iter().map(row).collect_view().into_any(),
        Some(Err(why)) => view! {
            <tr>
                <td>{why}</td>
            </tr>
        }
        .into_any(),
    };
    // Whoever sorts looks for the first rows.
    let headings = (0_u32..)
        .zip(&view.columns)
        .map(|(column, name)| sort_heading(column, name.clone(), order, move || first.set(0)));
    let more = view.more_columns.then(|| view! { <p class="muted">{words().table_more_columns}</p> });
    let place = (!view.pointer.is_empty()).then(|| view! { <code class="wrap">{view.pointer.clone()}</code> });
    let total = view.rows;
    view! {
        <p class="muted" id="table-hint">
            {place} " " {words().table_sort_hint}
        </p>
        {more}
        {pager(Page { first, from: first.into(), size, total: Signal::derive(move || total) })}
        <div class="table" tabindex="0" role="region" aria-label=words().form_table aria-describedby="table-hint">
            <table>
                <thead>
                    <tr>{headings.collect_view()}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="answer__save">
            <button type="button" class="button button--quiet" on:click=move |_| save(shown, ';')>
                {words().table_csv}
            </button>
            <button type="button" class="button button--quiet" on:click=move |_| save(shown, ',')>
                {words().table_csv_comma}
            </button>
        </p>
    }
    .into_any()
}

/// Saves all rows, as they are sorted, in the way a spreadsheet opens without harm.
fn save(shown: Shown, separator: char) {
    let options = CsvOptions { separator, protect: true, byte_order_mark: separator == ';' };
    let name = shown.view.with_value(|view| view.file_name.clone());
    let name = format!("{}.csv", name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem));
    spawn_local(async move {
        if let Ok((ResponseAnswer::Bytes, bytes)) = shown.ask_bytes(ResponseQuestion::Csv(options)).await {
            download::save(&name, "text/csv", &bytes);
        }
    });
}
