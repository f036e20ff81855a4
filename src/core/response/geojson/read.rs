//! The geometries of GeoJSON: positions that are places on Earth, in lines that do not jump over the antimeridian.

use super::super::tree::{NodeKind, Tree};
use super::ShapeKind;

/// Most positions kept in memory.
const MOST_POSITIONS: usize = 2_000_000;
/// Most geometries kept in memory.
const MOST_GEOMETRIES: usize = 200_000;
/// Longest label, in characters.
const LONGEST: usize = 80;
/// Properties that name a feature, the best first.
const NAMES: [&str; 7] = ["name", "nom", "label", "title", "libelle", "libellé", "id"];

/// One geometry, its lines or rings.
pub(super) struct Geometry {
    pub(super) kind: ShapeKind,
    pub(super) feature: u32,
    /// Longitude and latitude; longitudes go on without a jump.
    pub(super) lines: Vec<Vec<[f64; 2]>>,
}

/// How many there are of each.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Counts {
    pub(super) points: u32,
    pub(super) lines: u32,
    pub(super) polygons: u32,
}

#[derive(Default)]
pub(super) struct Found {
    pub(super) geometries: Vec<Geometry>,
    /// Names, by number of feature.
    pub(super) labels: Vec<(u32, String)>,
    pub(super) counts: Counts,
    pub(super) invalid: u32,
    /// Positions beyond those kept in memory.
    pub(super) unread: u32,
    kept: usize,
}

pub(super) fn read(tree: &Tree) -> Found {
    let mut found = Found::default();
    match tree.member(0, "features").filter(|_| is(tree, 0, "FeatureCollection")) {
        Some(features) => {
            for (number, feature) in (0..).zip(tree.children(features)) {
                found.feature(tree, feature, number);
            }
        }
        None => found.feature(tree, 0, 0),
    }
    found
}

fn is(tree: &Tree, node: u32, name: &str) -> bool {
    tree.member(node, "type").and_then(|node| tree.string(node, LONGEST)).is_some_and(|found| found == name)
}

impl Found {
    fn feature(&mut self, tree: &Tree, node: u32, number: u32) {
        if !is(tree, node, "Feature") {
            self.geometry(tree, node, number);
            return;
        }
        let before = self.geometries.len();
        if let Some(geometry) = tree.member(node, "geometry") {
            self.geometry(tree, geometry, number);
        }
        if self.geometries.len() > before
            && let Some(label) = label(tree, node)
        {
            self.labels.push((number, label));
        }
    }

    fn geometry(&mut self, tree: &Tree, node: u32, feature: u32) {
        let mut left = vec![node];
        while let Some(node) = left.pop() {
            if let Some(inner) = tree.member(node, "geometries").filter(|_| is(tree, node, "GeometryCollection")) {
                let before = left.len();
                left.extend(tree.children(inner));
                if let Some(added) = left.get_mut(before..) {
                    added.reverse();
                }
                continue;
            }
            let Some(coordinates) = tree.member(node, "coordinates") else { continue };
            let Some(name) = tree.member(node, "type").and_then(|node| tree.string(node, LONGEST)) else { continue };
            let (kind, depth) = match name.as_str() {
                "Point" => (ShapeKind::Point, 0),
                "MultiPoint" => (ShapeKind::Point, 1),
                "LineString" => (ShapeKind::Line, 1),
                "MultiLineString" => (ShapeKind::Line, 2),
                "Polygon" => (ShapeKind::Polygon, 2),
                "MultiPolygon" => (ShapeKind::Polygon, 3),
                _ => continue,
            };
            let geometry = Geometry { kind, feature, lines: self.lines(tree, coordinates, kind, depth) };
            if geometry.lines.is_empty() {
                continue;
            }
            if self.geometries.len() < MOST_GEOMETRIES {
                self.geometries.push(geometry);
            } else {
                let points: usize = geometry.lines.iter().map(Vec::len).sum();
                self.unread = self.unread.saturating_add(u32::try_from(points).unwrap_or(u32::MAX));
            }
        }
    }

    /// The lines in `node`, which holds positions `depth` levels down.
    fn lines(&mut self, tree: &Tree, node: u32, kind: ShapeKind, depth: u32) -> Vec<Vec<[f64; 2]>> {
        let mut level = vec![node];
        let mut polygons = 1;
        for above in (1..=depth).rev() {
            // Positions of a line stay together.
            if above == 1 && kind != ShapeKind::Point {
                break;
            }
            if above == 2 && kind == ShapeKind::Polygon {
                polygons = level.len();
            }
            level = level.iter().flat_map(|node| tree.children(*node)).collect();
        }
        let mut lines = Vec::new();
        for node in level {
            let line = match kind {
                ShapeKind::Point => self.position(tree, node).into_iter().collect(),
                _ => self.line(tree, node),
            };
            if !line.is_empty() {
                lines.push(line);
            }
        }
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        match kind {
            _ if lines.is_empty() => {}
            ShapeKind::Point => self.counts.points += count(lines.len()),
            ShapeKind::Line => self.counts.lines += count(lines.len()),
            ShapeKind::Polygon => self.counts.polygons += count(polygons),
        }
        lines
    }

    fn line(&mut self, tree: &Tree, node: u32) -> Vec<[f64; 2]> {
        let mut line: Vec<[f64; 2]> = Vec::new();
        let mut before: Option<f64> = None;
        for position in tree.children(node) {
            let Some([longitude, latitude]) = self.position(tree, position) else { continue };
            let mut next = longitude;
            if let (Some(before), Some(last)) = (before, line.last()) {
                // A line from 180° to −180° was cut there on purpose.
                let edge = before.abs() >= 180.0 && longitude.abs() >= 180.0;
                // As many turns as `last` has made, and one more or less when that is nearer.
                next += last[0] - before;
                if !edge && (last[0] - next).abs() > 180.0 {
                    next += 360.0_f64.copysign(last[0] - next);
                }
            }
            before = Some(longitude);
            line.push([next, latitude]);
        }
        line
    }

    fn position(&mut self, tree: &Tree, node: u32) -> Option<[f64; 2]> {
        let array = tree.kind(node) == Some(NodeKind::Array);
        let mut numbers = tree.children(node).filter(|_| array).map(|child| tree.number(child));
        let (longitude, latitude) = (numbers.next().flatten(), numbers.next().flatten());
        let (Some(longitude), Some(latitude)) = (longitude, latitude) else {
            self.invalid = self.invalid.saturating_add(1);
            return None;
        };
        if !(-360.0..=360.0).contains(&longitude) || !(-90.0..=90.0).contains(&latitude) {
            self.invalid = self.invalid.saturating_add(1);
            return None;
        }
        if self.kept >= MOST_POSITIONS {
            self.unread = self.unread.saturating_add(1);
            return None;
        }
        self.kept += 1;
        let longitude = match longitude {
            east if east > 180.0 => east - 360.0,
            west if west < -180.0 => west + 360.0,
            other => other,
        };
        Some([longitude, latitude])
    }
}

fn label(tree: &Tree, feature: u32) -> Option<String> {
    let properties = tree.member(feature, "properties");
    let named = NAMES.iter().find_map(|name| tree.scalar(tree.member(properties?, name)?, LONGEST));
    named.or_else(|| tree.scalar(tree.member(feature, "id")?, LONGEST)).filter(|label| !label.is_empty())
}
