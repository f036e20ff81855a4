//! A drawing in words: counts, degrees, distances.

use super::read::Counts;
use crate::core::i18n::Text;

/// What is drawn, in a sentence.
pub(super) fn summary(counts: Counts, [west, south, east, north]: [f64; 4], left_out: u32, invalid: u32) -> Text {
    let mut text = Text::new("", "");
    for (count, one_fr, more_fr, one_en, more_en) in [
        (counts.points, "point", "points", "point", "points"),
        (counts.lines, "ligne", "lignes", "line", "lines"),
        (counts.polygons, "polygone", "polygones", "polygon", "polygons"),
    ] {
        if count > 0 {
            let (fr, en) = (if count > 1 { more_fr } else { one_fr }, if count > 1 { more_en } else { one_en });
            let number = grouped(count);
            add(&mut text, &[&number.fr, " ", fr, ", "], &[&number.en, " ", en, ", "]);
        }
    }
    let latitudes = range(south, north, false);
    let longitudes = range(west, east, true);
    add(&mut text, &[&latitudes.fr, " et ", &longitudes.fr, "."], &[&latitudes.en, " and ", &longitudes.en, "."]);
    if left_out > 0 {
        let number = grouped(left_out);
        add(
            &mut text,
            &[" Points non dessinés, trop proches ou trop nombreux\u{202f}: ", &number.fr, "."],
            &[" Points not drawn, too near or too many: ", &number.en, "."],
        );
    }
    if invalid > 0 {
        let number = grouped(invalid);
        add(
            &mut text,
            &[" Positions qui ne sont pas sur Terre, laissées de côté\u{202f}: ", &number.fr, "."],
            &[" Positions that are not on Earth, left out: ", &number.en, "."],
        );
    }
    text
}

fn add(text: &mut Text, fr: &[&str], en: &[&str]) {
    text.fr.extend(fr.iter().copied());
    text.en.extend(en.iter().copied());
}

/// « de 48,80° à 48,90° N »
fn range(low: f64, high: f64, meridian: bool) -> Text {
    let (low, high) = (thousandths(low), thousandths(high));
    let (first, last) = (degrees_with(low, meridian, 2), degrees_with(high, meridian, 2));
    // Which side is said once when it is the same.
    let same = (low < 0) == (high < 0);
    let short = |text: &str| {
        if same { text.rsplit_once('\u{a0}').map_or(text, |(number, _)| number).to_owned() } else { text.to_owned() }
    };
    Text::new(
        ["de ", &short(&first.fr), " à ", &last.fr].concat(),
        ["from ", &short(&first.en), " to ", &last.en].concat(),
    )
}

/// Thousandths, rounded to hundredths: a sentence needs no more.
#[expect(clippy::cast_possible_truncation, reason = "degrees are below 1,000")]
fn thousandths(degrees: f64) -> i32 {
    (degrees * 100.0).round() as i32 * 10
}

/// Thousandths of a degree in words: « 48,5° N ».
pub(super) fn degrees(place: i32, meridian: bool) -> Text {
    degrees_with(place, meridian, 0)
}

fn degrees_with(place: i32, meridian: bool, decimals: usize) -> Text {
    let place = match place {
        east if meridian && east > 180_000 => east - 360_000,
        west if meridian && west < -180_000 => west + 360_000,
        other => other,
    };
    let size = place.unsigned_abs();
    let (whole, part) = (size / 1000, size % 1000);
    let written = format!("{part:03}");
    let short = written.trim_end_matches('0');
    let part = if short.len() < decimals { written.get(..decimals).unwrap_or(short) } else { short };
    let (fr, en) = match (meridian, place) {
        (_, 0) => ("", ""),
        (true, 0..) => ("\u{a0}E", "\u{a0}E"),
        (true, _) => ("\u{a0}O", "\u{a0}W"),
        (false, 0..) => ("\u{a0}N", "\u{a0}N"),
        (false, _) => ("\u{a0}S", "\u{a0}S"),
    };
    let whole = whole.to_string();
    let comma = |sign| if part.is_empty() { "" } else { sign };
    Text::new([&whole, comma(","), part, "°", fr].concat(), [&whole, comma("."), part, "°", en].concat())
}

/// A distance: « 500 m », « 2 km ».
pub(super) fn distance(metres: u32) -> Text {
    let (number, unit) = if metres < 1000 { (metres, "\u{a0}m") } else { (metres / 1000, "\u{a0}km") };
    let number = grouped(number);
    Text::new(number.fr + unit, number.en + unit)
}

/// A number with its thousands apart.
fn grouped(number: u32) -> Text {
    let digits = number.to_string();
    let mut text = Text::new("", "");
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.fr.push('\u{202f}');
            text.en.push(',');
        }
        text.fr.push(digit);
        text.en.push(digit);
    }
    text
}
