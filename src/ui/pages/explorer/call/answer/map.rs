//! GeoJSON as a map: shapes, meridians and parallels, a scale, and the same in words.

use super::super::words;
use super::shown::Shown;
use crate::core::response::{Drawing, GridLine, Shape, ShapeKind};
use crate::core::session::{ResponseAnswer, ResponseQuestion};
use crate::ui::context::language;
use crate::ui::later::Later;
use leptos::prelude::*;

/// The box the map is drawn in; the page scales it.
const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 480.0;
/// Names in the list below the map.
const MOST_NAMES: usize = 200;

/// The map.
pub(super) fn map(shown: Shown) -> AnyView {
    let drawing = Later::new(move || async move {
        match shown.ask(ResponseQuestion::Map { width: WIDTH, height: HEIGHT }).await {
            Ok(ResponseAnswer::Map(drawing)) => Ok(drawing),
            Ok(_) => Err(words().engine_stopped.to_owned()),
            Err(why) => Err(why),
        }
    });
    (move || match drawing.get() {
        None => view! { <p role="status">{words().answer_reading}</p> }.into_any(),
        Some(Err(why)) => view! { <p role="alert">{why}</p> }.into_any(),
        Some(Ok(None)) => view! { <p>{words().map_none}</p> }.into_any(),
        Some(Ok(Some(drawing))) => drawn(&drawing),
    })
    .into_any()
}

fn drawn(drawing: &Drawing) -> AnyView {
    let summary = drawing.summary.get(language()).to_owned();
    let shape = |shape: &Shape| {
        let class = match shape.kind {
            ShapeKind::Point => "map__point",
            ShapeKind::Line => "map__line",
            ShapeKind::Polygon => "map__area",
        };
        // Shown by a browser when the pointer rests on the shape.
        let name = (!shape.label.is_empty()).then(|| view! { <title>{shape.label.clone()}</title> });
        view! { <path class=class d=shape.path.clone() fill-rule="evenodd">{name}</path> }
    };
    let line = |line: &GridLine| view! { <path class="map__grid" d=line.path.clone() /> };
    let length = drawing.scale.length;
    let (right, bottom) = (WIDTH - 12.0, HEIGHT - 12.0);
    let bar = format!("M{} {bottom}h{length}", right - length);
    let left_out = (drawing.shapes_left_out > 0)
        .then(|| view! { <p class="muted">{words().map_left_out} " (" {drawing.shapes_left_out} ")"</p> });
    view! {
        <figure class="map">
            <svg viewBox=drawing.view_box.clone() role="img" aria-label=summary.clone()>
                <g>{drawing.grid.iter().map(line).collect_view()}</g>
                <g>{drawing.shapes.iter().map(shape).collect_view()}</g>
                <path class="map__bar" d=bar />
                <text class="map__label" x=right y=bottom - 6.0 text-anchor="end">
                    {drawing.scale.label.get(language()).to_owned()}
                </text>
            </svg>
            <figcaption>{summary} " " {degrees(&drawing.grid)}</figcaption>
        </figure>
        {left_out}
        {names(&drawing.shapes)}
    }
    .into_any()
}

/// What the lines of the grid stand for.
fn degrees(grid: &[GridLine]) -> AnyView {
    let labels: Vec<&str> = grid.iter().map(|line| line.label.get(language())).collect();
    view! { <span class="muted">{labels.join(" · ")}</span> }.into_any()
}

/// The names of what is drawn, once each.
fn names(shapes: &[Shape]) -> Option<AnyView> {
    let mut names: Vec<(u32, &str)> = Vec::new();
    for shape in shapes.iter().filter(|shape| !shape.label.is_empty()) {
        // Shapes of a feature follow one another.
        if names.last().is_none_or(|(feature, _)| *feature != shape.feature) {
            names.push((shape.feature, &shape.label));
        }
    }
    if names.is_empty() {
        return None;
    }
    let count = names.len();
    let more = count.checked_sub(MOST_NAMES).filter(|more| *more > 0);
    let more = more.map(|more| view! { <li class="muted">{more} " " {words().map_more}</li> });
    let names = names.into_iter().take(MOST_NAMES).map(|(_, name)| view! { <li>{name.to_owned()}</li> }).collect_view();
    Some(
        view! {
            <details>
                <summary>{words().map_labels} " (" {count} ")"</summary>
                <ul>{names} {more}</ul>
            </details>
        }
        .into_any(),
    )
}
