//! GeoJSON (RFC 7946) as a drawing: paths of SVG in a box, no tile, no server.
//!
//! Never here: the elements drawn, their colours, moving about.

mod frame;
mod read;
mod words;

use super::tree::Tree;
use crate::core::i18n::Text;
use frame::Frame;
use read::Geometry;
use serde::{Deserialize, Serialize};

/// Skipped when nearer than this to the last point drawn, in pixels.
const NEAR: f64 = 0.5;

/// How the Earth is laid flat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Projection {
    /// Degrees as they are, at the scale of the middle parallel.
    Equirectangular,
    /// As maps on the web do, up to 85°.
    WebMercator,
}

/// What to draw in.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct MapOptions {
    /// Width of the box, in pixels.
    pub width: f64,
    /// Height of the box, in pixels.
    pub height: f64,
    /// How the Earth is laid flat.
    pub projection: Projection,
    /// Most points drawn.
    pub most_points: u32,
    /// Most shapes drawn.
    pub most_shapes: u32,
}

/// What a shape is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ShapeKind {
    /// Points: paths without length, which a round line end shows.
    Point,
    /// Lines.
    Line,
    /// Areas, holes by the even-odd rule.
    Polygon,
}

/// One geometry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shape {
    /// What it is.
    pub kind: ShapeKind,
    /// Data of an SVG path.
    pub path: String,
    /// Number of its feature, from 0.
    pub feature: u32,
    /// What its feature is called; empty when it has no name.
    pub label: String,
}

/// A meridian or a parallel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GridLine {
    /// Data of an SVG path.
    pub path: String,
    /// Its degrees.
    pub label: Text,
}

/// A length of the drawing and what it stands for, in the middle of the drawing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScaleBar {
    /// Pixels.
    pub length: f64,
    /// A round figure: « 2 km ».
    pub label: Text,
}

/// A drawing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Drawing {
    /// The value of `viewBox`.
    pub view_box: String,
    /// West, south, east, north in degrees; east is less than west across the antimeridian.
    pub bounds: [f64; 4],
    /// What is drawn, in the order of the text.
    pub shapes: Vec<Shape>,
    /// Meridians and parallels.
    pub grid: Vec<GridLine>,
    /// How far things are.
    pub scale: ScaleBar,
    /// Points not drawn: too near one another, or too many.
    pub points_left_out: u32,
    /// Shapes not drawn because there are too many.
    pub shapes_left_out: u32,
    /// Positions that are no place on Earth.
    pub invalid: u32,
    /// All this in a sentence.
    pub summary: Text,
}

/// Draws GeoJSON of any type; `None` when it holds no position.
pub fn draw(tree: &Tree, options: &MapOptions) -> Option<Drawing> {
    let found = read::read(tree);
    let frame = Frame::of(&found.geometries, options)?;
    let mut pen = Pen { frame: &frame, most: options.most_points, drawn: 0, left_out: found.unread };
    let most = found.geometries.len().min(options.most_shapes as usize);
    let (kept, rest) = found.geometries.split_at_checked(most)?;
    let mut shapes = Vec::new();
    for geometry in kept {
        let path = pen.path(geometry);
        if !path.is_empty() {
            // Labels are in the order of features.
            let named = found.labels.binary_search_by_key(&geometry.feature, |(feature, _)| *feature);
            let label = named.ok().and_then(|index| found.labels.get(index)).map(|(_, label)| label.clone());
            let label = label.unwrap_or_default();
            shapes.push(Shape { kind: geometry.kind, path, feature: geometry.feature, label });
        }
    }
    for geometry in rest {
        let points: usize = geometry.lines.iter().map(Vec::len).sum();
        pen.left_out = pen.left_out.saturating_add(u32::try_from(points).unwrap_or(u32::MAX));
    }
    Some(Drawing {
        view_box: frame.view_box(),
        bounds: frame.bounds(),
        shapes,
        grid: frame.grid(),
        scale: frame.scale_bar(),
        points_left_out: pen.left_out,
        shapes_left_out: u32::try_from(rest.len()).unwrap_or(u32::MAX),
        invalid: found.invalid,
        summary: words::summary(found.counts, frame.bounds(), pen.left_out, found.invalid),
    })
}

struct Pen<'a> {
    frame: &'a Frame,
    most: u32,
    drawn: u32,
    left_out: u32,
}

impl Pen<'_> {
    fn path(&mut self, geometry: &Geometry) -> String {
        let mut path = String::new();
        for line in &geometry.lines {
            self.line(&mut path, geometry.kind, line);
        }
        path
    }

    fn line(&mut self, path: &mut String, kind: ShapeKind, line: &[[f64; 2]]) {
        let Some(first) = line.first() else { return };
        let shift = self.frame.shift(*first);
        let mut last: Option<(f64, f64)> = None;
        let mut moved = false;
        for (index, [longitude, latitude]) in line.iter().enumerate() {
            let (x, y) = self.frame.project(longitude + shift, *latitude);
            let near = last.is_some_and(|(a, b)| (a - x) * (a - x) + (b - y) * (b - y) < NEAR * NEAR);
            if self.drawn >= self.most || (near && index + 1 < line.len()) {
                self.left_out = self.left_out.saturating_add(1);
                continue;
            }
            path.push(if last.is_some() { 'L' } else { 'M' });
            frame::push_number(path, x);
            path.push(' ');
            frame::push_number(path, y);
            moved |= last.is_some();
            last = Some((x, y));
            self.drawn += 1;
        }
        if last.is_some() {
            let end = match kind {
                ShapeKind::Polygon if moved => "Z",
                _ if moved => "",
                _ => "h0",
            };
            path.push_str(end);
        }
    }
}

#[cfg(test)]
mod tests;
