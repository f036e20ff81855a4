//! What bytes are when nothing says it: magic numbers, then the look of a text.

use super::kind::{ImageKind, Kind};
use super::text::starts_wide;
use super::tree::{NodeKind, Tree};
use std::sync::Arc;

/// As much as is looked at.
const WINDOW: usize = 4096;

/// Beginnings, at an offset.
const MAGIC: [(usize, &[u8], Kind); 22] = [
    (0, b"%PDF-", Kind::Pdf),
    (0, b"\x89PNG\r\n\x1a\n", Kind::Image(ImageKind::Png)),
    (0, b"\xff\xd8\xff", Kind::Image(ImageKind::Jpeg)),
    (0, b"GIF87a", Kind::Image(ImageKind::Gif)),
    (0, b"GIF89a", Kind::Image(ImageKind::Gif)),
    (8, b"WEBPVP", Kind::Image(ImageKind::Webp)),
    (4, b"ftypavif", Kind::Image(ImageKind::Avif)),
    (4, b"ftypavis", Kind::Image(ImageKind::Avif)),
    (4, b"ftypM4A", Kind::Audio),
    (4, b"ftypqt", Kind::Video),
    (4, b"ftypisom", Kind::Video),
    (4, b"ftypmp4", Kind::Video),
    (4, b"ftypM4V", Kind::Video),
    (8, b"WAVE", Kind::Audio),
    (8, b"AVI ", Kind::Video),
    (0, b"ID3", Kind::Audio),
    (0, b"\xff\xfb", Kind::Audio),
    (0, b"fLaC", Kind::Audio),
    (0, b"OggS", Kind::Audio),
    (0, b"\x1a\x45\xdf\xa3", Kind::Video),
    (0, b"PK\x03\x04", Kind::Binary),
    (0, b"\x1f\x8b", Kind::Binary),
];

/// Types of GeoJSON objects (RFC 7946), each with a member it must have.
pub(super) const GEOJSON: [(&str, &str); 9] = [
    ("FeatureCollection", "features"),
    ("Feature", "geometry"),
    ("Point", "coordinates"),
    ("MultiPoint", "coordinates"),
    ("LineString", "coordinates"),
    ("MultiLineString", "coordinates"),
    ("Polygon", "coordinates"),
    ("MultiPolygon", "coordinates"),
    ("GeometryCollection", "geometries"),
];

/// What `body` looks like.
pub(super) fn kind(body: &[u8]) -> Kind {
    if body.is_empty() {
        return Kind::Empty;
    }
    let found = MAGIC.iter().find(|(at, magic, _)| body.get(*at..).is_some_and(|rest| rest.starts_with(magic)));
    if let Some((.., kind)) = found {
        return *kind;
    }
    if starts_wide(body) {
        return Kind::Text;
    }
    let window = body.get(..WINDOW).unwrap_or(body);
    if window.iter().any(|byte| matches!(byte, 0..=8 | 0x0e..=0x1a | 0x1c | 0x1d | 0x1f)) {
        return Kind::Binary;
    }
    let window = window.strip_prefix(b"\xef\xbb\xbf").unwrap_or(window);
    let start = window.trim_ascii_start();
    match start.first() {
        Some(b'\x1e') => Kind::JsonSequence,
        Some(b'{' | b'[') => json(body),
        Some(b'<') => markup(start),
        _ if separator(window).is_some() => Kind::Csv,
        _ => Kind::Text,
    }
}

/// Whether JSON is an object of GeoJSON.
pub(super) fn is_geojson(body: &[u8]) -> bool {
    let start = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body).trim_ascii_start();
    if !start.starts_with(b"{") {
        return false;
    }
    // Members may come in any order, and the list of features is most of the text.
    let (head, _) = Tree::read(Arc::new(start.get(..WINDOW).unwrap_or(start).to_vec()));
    let tail = start.get(start.len().saturating_sub(WINDOW)..).unwrap_or(start);
    GEOJSON.iter().any(|(name, member)| {
        let named = match head.member(0, "type") {
            Some(node) => head.kind(node) == Some(NodeKind::String) && head.string(node, 32).as_deref() == Some(*name),
            None => ends_with_type(tail, name),
        };
        named && (head.member(0, member).is_some() || head.len() > 1 && start.len() > WINDOW)
    })
}

/// Whether the last member is `"type": "…"`.
fn ends_with_type(tail: &[u8], name: &str) -> bool {
    let text = String::from_utf8_lossy(tail);
    let rest = text.trim_end().strip_suffix('}').map(str::trim_end).and_then(|rest| rest.strip_suffix('"'));
    let rest = rest.and_then(|rest| rest.strip_suffix(name)).and_then(|rest| rest.strip_suffix('"'));
    let rest = rest.and_then(|rest| rest.trim_end().strip_suffix(':')).map(str::trim_end);
    rest.is_some_and(|rest| rest.ends_with("\"type\""))
}

fn json(body: &[u8]) -> Kind {
    if is_geojson(body) {
        return Kind::GeoJson;
    }
    // A second text after the first, on its own line.
    let mut lines = body.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii).filter(|line| !line.is_empty());
    let mut whole = |length: usize| {
        lines.next().is_some_and(|line| {
            line.len() <= length && Tree::read(Arc::new(line.to_vec())).1.is_none() && line.starts_with(b"{")
        })
    };
    if whole(1 << 20) && whole(1 << 20) { Kind::JsonLines } else { Kind::Json }
}

fn markup(start: &[u8]) -> Kind {
    let text = String::from_utf8_lossy(start).to_ascii_lowercase();
    let mut rest = text.as_str();
    // The first element, after what may stand before it.
    loop {
        rest = rest.trim_start();
        let skipped = if rest.starts_with("<?") {
            rest.split_once("?>")
        } else if rest.starts_with("<!--") {
            rest.split_once("-->")
        } else if rest.starts_with("<!doctype") && !rest.starts_with("<!doctype html") {
            rest.split_once('>')
        } else {
            break;
        };
        let Some((_, after)) = skipped else { break };
        rest = after;
    }
    let begins = |names: &[&str]| names.iter().any(|name| rest.starts_with(name));
    if begins(&["<svg"]) {
        Kind::Image(ImageKind::Svg)
    } else if begins(&["<!doctype html", "<html", "<head", "<body", "<script", "<div", "<p>", "<h1", "<table"]) {
        Kind::Html
    } else if rest.get(1..2).is_some_and(|first| first.starts_with(|c: char| c.is_alphabetic() || c == '_'))
        || text.starts_with("<?xml")
    {
        Kind::Xml
    } else {
        Kind::Text
    }
}

/// The sign that cuts the lines of a table: the one that cuts the first lines in the same number of cells.
pub(super) fn separator(text: &[u8]) -> Option<u8> {
    let window = text.get(..WINDOW).unwrap_or(text);
    // A line that the window cuts is not counted.
    let whole = if window.len() < text.len() || window.len() == WINDOW {
        window.get(..window.iter().rposition(|byte| *byte == b'\n')?).unwrap_or_default()
    } else {
        window
    };
    let mut best: Option<(u8, usize)> = None;
    for separator in [b';', b',', b'\t', b'|'] {
        let counts = counts(whole, separator);
        let Some(first) = counts.first().copied().filter(|first| *first > 0 && counts.len() > 1) else { continue };
        let regular = counts.iter().all(|count| *count == first);
        if regular && best.is_none_or(|(_, most)| first > most) {
            best = Some((separator, first));
        }
    }
    best.map(|(separator, _)| separator)
}

/// How many separators each line has outside quotes.
fn counts(text: &[u8], separator: u8) -> Vec<usize> {
    let mut counts = Vec::new();
    let (mut count, mut quoted, mut empty) = (0, false, true);
    for &byte in text {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => {
                if !empty {
                    counts.push(count);
                }
                (count, empty) = (0, true);
                continue;
            }
            _ if byte == separator && !quoted => count += 1,
            _ => {}
        }
        empty &= byte == b'\r';
    }
    if !empty {
        counts.push(count);
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_tell_what_they_are() {
        let long = format!(r#"{{"features":[{}0],"type":"FeatureCollection"}}"#, "0,".repeat(9000));
        for (body, expect) in [
            (&b"\x89PNG\r\n\x1a\n\0"[..], Kind::Image(ImageKind::Png)),
            (b"RIFF\0\0\0\0WEBPVP8 ", Kind::Image(ImageKind::Webp)),
            (b"\0\0\0\x20ftypavif", Kind::Image(ImageKind::Avif)),
            (b"\0\0\0\x20ftypisom", Kind::Video),
            (b"PK\x03\x04", Kind::Binary),
            (b"\xef\xbb\xbf {\"a\":1}", Kind::Json),
            (b"{\"a\":1}\n{\"a\":2}\n", Kind::JsonLines),
            (b"{\n\"a\":1}\n", Kind::Json),
            (b"[1]\n[2]", Kind::Json),
            (b"{\"type\":\"Feature\",\"geometry\":null}", Kind::GeoJson),
            (b"{\"type\":\"Point\"}", Kind::Json),
            (b"{\"type\":\"object\",\"coordinates\":[]}", Kind::Json),
            (long.as_bytes(), Kind::GeoJson),
            (b"\x1e{}\n", Kind::JsonSequence),
            (b"<?xml version='1.0'?><!-- x --><a/>", Kind::Xml),
            (b"<?xml version='1.0'?><svg xmlns=''/>", Kind::Image(ImageKind::Svg)),
            (b"  <!DOCTYPE html><p>", Kind::Html),
            (b"<3 you", Kind::Text),
            (b"a,b\n\"1,5\",2\n", Kind::Csv),
            (b"a\tb\r\n1\t2\r\n", Kind::Csv),
            (b"Hello, world", Kind::Text),
            (b"Hello, world\nand good bye", Kind::Text),
            (b"\xff\xfea\0", Kind::Text),
            (b"ab\0c", Kind::Binary),
        ] {
            assert_eq!(kind(body), expect, "{}", String::from_utf8_lossy(body.get(..60).unwrap_or(body)));
        }
    }

    proptest::proptest! {
        #[test]
        fn never_panics(body in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..80), start in "(<[?!a-z-]{0,9}|\\{|\\[|.)") {
            let mut bytes = start.into_bytes();
            bytes.extend(body);
            let _ = (kind(&bytes), is_geojson(&bytes));
        }
    }
}
