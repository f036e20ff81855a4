//! The box: which part of the Earth is in it, where a place is, how long a kilometre is.

use super::read::Geometry;
use super::words;
use super::{GridLine, MapOptions, Projection, ScaleBar};
use std::f64::consts::PI;

/// Free space around what is drawn, in pixels.
const MARGIN: f64 = 12.0;
/// A single point is shown amid this many degrees.
const SMALLEST: f64 = 0.02;
/// As far as Web Mercator goes.
const FARTHEST: f64 = 85.051_128_779_806_6;
/// Metres of a degree of the equator.
const DEGREE: f64 = 111_319.490_793;
/// Steps between grid lines, in thousandths of a degree.
const STEPS: [i32; 17] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 45_000, 90_000];

pub(super) struct Frame {
    width: f64,
    height: f64,
    projection: Projection,
    /// Whether longitudes go from 0 to 360°.
    shifted: bool,
    west: f64,
    south: f64,
    east: f64,
    north: f64,
    /// Cosine of the middle parallel.
    cosine: f64,
    /// Pixels of a unit of the projection, and what is added to each place.
    scale: f64,
    left: f64,
    top: f64,
}

impl Frame {
    pub(super) fn of(geometries: &[Geometry], options: &MapOptions) -> Option<Self> {
        let mut latitudes: Option<(f64, f64)> = None;
        let mut plain: Option<(f64, f64)> = None;
        let mut turned: Option<(f64, f64)> = None;
        for line in geometries.iter().flat_map(|geometry| &geometry.lines) {
            let turn = line.first().map_or(0.0, |first| shift(true, *first));
            for [longitude, latitude] in line {
                grow(&mut latitudes, *latitude);
                grow(&mut plain, *longitude);
                grow(&mut turned, longitude + turn);
            }
        }
        let ((south, north), plain, turned) = (latitudes?, plain?, turned?);
        // What spans the antimeridian and no more than half of the Earth is drawn in one piece.
        let shifted = turned.1 - turned.0 <= 180.0 && turned.1 - turned.0 < plain.1 - plain.0;
        let (west, east) = if shifted { turned } else { plain };
        let sine = ((south + north) / 2.0).clamp(-FARTHEST, FARTHEST).to_radians().sin();
        let side = |length: f64| if length.is_finite() { length.clamp(100.0, 4000.0).round() } else { 400.0 };
        let mut frame = Self {
            width: side(options.width),
            height: side(options.height),
            projection: options.projection,
            shifted,
            west,
            south,
            east,
            north,
            cosine: (1.0 - sine * sine).sqrt(),
            scale: 1.0,
            left: 0.0,
            top: 0.0,
        };
        frame.fit();
        Some(frame)
    }

    fn fit(&mut self) {
        let (left, bottom) = self.plane(self.west, self.south);
        let (right, top) = self.plane(self.east, self.north);
        let (across, down) = ((right - left).max(SMALLEST), (bottom - top).max(SMALLEST));
        self.scale = ((self.width - 2.0 * MARGIN) / across).min((self.height - 2.0 * MARGIN) / down);
        self.left = self.width / 2.0 - (left + right) / 2.0 * self.scale;
        self.top = self.height / 2.0 - (top + bottom) / 2.0 * self.scale;
    }

    /// On the plane, in degrees of the equator, downwards.
    fn plane(&self, longitude: f64, latitude: f64) -> (f64, f64) {
        match self.projection {
            Projection::Equirectangular => (longitude * self.cosine, -latitude),
            Projection::WebMercator => {
                let sine = latitude.clamp(-FARTHEST, FARTHEST).to_radians().sin();
                (longitude, -((1.0 + sine) / (1.0 - sine)).ln() * 90.0 / PI)
            }
        }
    }

    pub(super) fn project(&self, longitude: f64, latitude: f64) -> (f64, f64) {
        let (x, y) = self.plane(longitude, latitude);
        (x * self.scale + self.left, y * self.scale + self.top)
    }

    /// What to add to the longitudes of a line that begins at `first`.
    pub(super) fn shift(&self, first: [f64; 2]) -> f64 {
        shift(self.shifted, first)
    }

    pub(super) fn view_box(&self) -> String {
        format!("0 0 {} {}", self.width, self.height)
    }

    pub(super) fn bounds(&self) -> [f64; 4] {
        let whole = self.east - self.west >= 360.0;
        let turn = |longitude: f64| match longitude {
            _ if whole => longitude.clamp(-180.0, 180.0),
            east if east > 180.0 => east - 360.0,
            west if west < -180.0 => west + 360.0,
            other => other,
        };
        [turn(self.west), self.south, turn(self.east), self.north]
    }

    pub(super) fn scale_bar(&self) -> ScaleBar {
        let metres = match self.projection {
            Projection::Equirectangular => DEGREE,
            Projection::WebMercator => DEGREE * self.cosine,
        } / self.scale;
        let most = metres * self.width / 4.0;
        let mut round = 1_u32;
        // 1, 2, 5, 10, 20, 50…
        for step in [2, 5, 10].into_iter().cycle().zip([1, 2, 5].into_iter().cycle()) {
            let next = round / step.1 * step.0;
            if f64::from(next) > most || next >= 10_000_000 {
                break;
            }
            round = next;
        }
        ScaleBar { length: f64::from(round) / metres, label: words::distance(round) }
    }

    pub(super) fn grid(&self) -> Vec<GridLine> {
        let per_degree = match self.projection {
            Projection::Equirectangular => self.scale * self.cosine,
            Projection::WebMercator => self.scale,
        };
        let across = self.width.max(self.height) / per_degree.max(f64::MIN_POSITIVE);
        let step = STEPS.into_iter().find(|step| across * 1000.0 / f64::from(*step) <= 8.0).unwrap_or(90_000);
        let mut lines = Vec::new();
        for (middle, meridian) in [((self.west + self.east) / 2.0, true), ((self.south + self.north) / 2.0, false)] {
            let first = nearest(middle, step);
            for direction in [-1, 1] {
                // From the middle to each edge; the middle once.
                let start = i32::from(direction == 1);
                for number in start.. {
                    let place = first + direction * number * step;
                    let most = if meridian { 360_000 } else { 90_000 };
                    let degrees = f64::from(place) / 1000.0;
                    let (x, y) = if meridian { self.project(degrees, 0.0) } else { self.project(0.0, degrees) };
                    let inside =
                        if meridian { (0.0..=self.width).contains(&x) } else { (0.0..=self.height).contains(&y) };
                    if number > 40 || place.abs() > most || !inside {
                        break;
                    }
                    let mut path = String::new();
                    if meridian {
                        path.push('M');
                        push_number(&mut path, x);
                        path.push_str(" 0V");
                        push_number(&mut path, self.height);
                    } else {
                        path.push_str("M0 ");
                        push_number(&mut path, y);
                        path.push('H');
                        push_number(&mut path, self.width);
                    }
                    lines.push(GridLine { path, label: words::degrees(place, meridian) });
                }
            }
        }
        lines
    }
}

fn shift(turned: bool, [longitude, _]: [f64; 2]) -> f64 {
    if turned && longitude < 0.0 { 360.0 } else { 0.0 }
}

fn grow(range: &mut Option<(f64, f64)>, value: f64) {
    let (low, high) = range.unwrap_or((value, value));
    *range = Some((low.min(value), high.max(value)));
}

/// The multiple of `step` nearest to `degrees`, in thousandths.
#[expect(clippy::cast_possible_truncation, reason = "degrees are below 1,000")]
fn nearest(degrees: f64, step: i32) -> i32 {
    (degrees * 1000.0 / f64::from(step)).round() as i32 * step
}

/// Writes a length with one decimal at most.
#[expect(clippy::cast_possible_truncation, reason = "`as` keeps to the bounds, and lengths are within them")]
pub(super) fn push_number(text: &mut String, length: f64) {
    let tenths = (length * 10.0).round() as i32;
    if tenths < 0 {
        text.push('-');
    }
    let tenths = tenths.unsigned_abs();
    text.push_str(&(tenths / 10).to_string());
    if !tenths.is_multiple_of(10) {
        text.push('.');
        text.push_str(&(tenths % 10).to_string());
    }
}
