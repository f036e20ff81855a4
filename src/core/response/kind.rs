//! [`Kind`]: how a body is shown, from its `Content-Type`, or from its first bytes when that says nothing.

use super::media::MediaType;
use super::sniff;
use serde::{Deserialize, Serialize};

/// How a body is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A tree.
    Json,
    /// JSON texts one after another, each on its line.
    JsonLines,
    /// JSON texts, each after a record separator (RFC 7464).
    JsonSequence,
    /// A tree and a map.
    GeoJson,
    /// Indented text.
    Xml,
    /// Text: a page that came is never rendered.
    Html,
    /// A table.
    Csv,
    /// An image, in `<img>` only: SVG can hold code, which does not run there.
    Image(ImageKind),
    /// A document for the reader of the browser.
    Pdf,
    /// Sound.
    Audio,
    /// Film.
    Video,
    /// Server-sent events.
    EventStream,
    /// Text.
    Text,
    /// A file to save.
    Binary,
    /// Nothing.
    Empty,
}

/// Images that browsers show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ImageKind {
    /// `image/png`
    Png,
    /// `image/jpeg`
    Jpeg,
    /// `image/gif`
    Gif,
    /// `image/webp`
    Webp,
    /// `image/avif`
    Avif,
    /// `image/svg+xml`
    Svg,
}

/// Whole types; what is not here is told by its structure or its family.
const TYPES: [(&str, Kind); 27] = [
    ("application/geo+json", Kind::GeoJson),
    ("application/vnd.geo+json", Kind::GeoJson),
    ("application/json", Kind::Json),
    ("application/x-ndjson", Kind::JsonLines),
    ("application/ndjson", Kind::JsonLines),
    ("application/jsonl", Kind::JsonLines),
    ("application/x-jsonl", Kind::JsonLines),
    ("application/jsonlines", Kind::JsonLines),
    ("application/x-jsonlines", Kind::JsonLines),
    ("application/stream+json", Kind::JsonLines),
    ("application/json-seq", Kind::JsonSequence),
    ("application/geo+json-seq", Kind::JsonSequence),
    ("application/xhtml+xml", Kind::Html),
    ("text/html", Kind::Html),
    ("text/csv", Kind::Csv),
    ("text/tab-separated-values", Kind::Csv),
    ("application/csv", Kind::Csv),
    ("image/png", Kind::Image(ImageKind::Png)),
    ("image/jpeg", Kind::Image(ImageKind::Jpeg)),
    ("image/gif", Kind::Image(ImageKind::Gif)),
    ("image/webp", Kind::Image(ImageKind::Webp)),
    ("image/avif", Kind::Image(ImageKind::Avif)),
    ("image/svg+xml", Kind::Image(ImageKind::Svg)),
    ("application/pdf", Kind::Pdf),
    ("text/event-stream", Kind::EventStream),
    ("application/javascript", Kind::Text),
    ("application/x-www-form-urlencoded", Kind::Text),
];

impl Kind {
    /// The kind of a body: `content_type` is the header as it came, `body` at least its first bytes.
    pub fn of(content_type: Option<&str>, body: &[u8]) -> Self {
        let media = MediaType::parse(content_type.unwrap_or_default());
        let said = Self::said(&media);
        match said {
            // A stream may have brought nothing so far.
            Some(Self::EventStream | Self::JsonLines | Self::JsonSequence) => {}
            _ if body.is_empty() => return Self::Empty,
            _ => {}
        }
        match said {
            Some(Self::Json) if sniff::is_geojson(body) => Self::GeoJson,
            Some(Self::Text) if media.essence == "text/plain" => match sniff::kind(body) {
                // A page announced as text stays text: what is shown must not depend on a guess about markup.
                Self::Html | Self::Image(ImageKind::Svg) => Self::Text,
                found => found,
            },
            Some(said) => said,
            None => sniff::kind(body),
        }
    }

    /// What the header says, unless it is absent or says only that there are bytes.
    fn said(media: &MediaType) -> Option<Self> {
        let essence = media.essence.as_str();
        if let Some((_, kind)) = TYPES.iter().find(|(name, _)| *name == essence) {
            return Some(*kind);
        }
        let family = essence.split('/').next().unwrap_or_default();
        match family {
            _ if media.is("json") => Some(Self::Json),
            _ if media.is("json-seq") => Some(Self::JsonSequence),
            _ if media.is("xml") => Some(Self::Xml),
            "text" => Some(Self::Text),
            "audio" => Some(Self::Audio),
            "video" => Some(Self::Video),
            _ if media.is("yaml") || media.is("x-yaml") => Some(Self::Text),
            _ => None,
        }
    }

    /// Whether it comes piece by piece, each of which means something by itself.
    pub fn is_stream(self) -> bool {
        matches!(self, Self::JsonLines | Self::JsonSequence | Self::EventStream)
    }

    /// Whether it is made of characters.
    pub fn is_text(self) -> bool {
        let is_text = matches!(self, Self::Json | Self::GeoJson | Self::Xml | Self::Html | Self::Csv | Self::Text);
        is_text || self.is_stream() || self == Self::Image(ImageKind::Svg)
    }

    /// The media type under which its bytes may be given to the browser, which never believes what a server says: a page
    /// or a script is text. `said` is the header, which alone knows the codec of sound and film.
    pub fn media_type(self, said: Option<&str>) -> String {
        let family = match self {
            Self::Audio => "audio/",
            Self::Video => "video/",
            _ => "",
        };
        let essence = MediaType::parse(said.unwrap_or_default()).essence;
        if !family.is_empty() && essence.starts_with(family) {
            return essence;
        }
        match self {
            Self::Json | Self::GeoJson => "application/json",
            Self::Image(ImageKind::Png) => "image/png",
            Self::Image(ImageKind::Jpeg) => "image/jpeg",
            Self::Image(ImageKind::Gif) => "image/gif",
            Self::Image(ImageKind::Webp) => "image/webp",
            Self::Image(ImageKind::Avif) => "image/avif",
            Self::Image(ImageKind::Svg) => "image/svg+xml",
            Self::Pdf => "application/pdf",
            Self::Csv => "text/csv",
            other if other.is_text() => "text/plain",
            _ => "application/octet-stream",
        }
        .to_owned()
    }

    /// The end of a file name for it.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::JsonLines => "ndjson",
            Self::JsonSequence => "json-seq",
            Self::GeoJson => "geojson",
            Self::Xml => "xml",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Image(ImageKind::Png) => "png",
            Self::Image(ImageKind::Jpeg) => "jpg",
            Self::Image(ImageKind::Gif) => "gif",
            Self::Image(ImageKind::Webp) => "webp",
            Self::Image(ImageKind::Avif) => "avif",
            Self::Image(ImageKind::Svg) => "svg",
            Self::Pdf => "pdf",
            Self::Text | Self::EventStream => "txt",
            Self::Audio | Self::Video | Self::Binary | Self::Empty => "bin",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_run_is_given_as_text() {
        for (kind, said, expect) in [
            (Kind::Html, Some("text/html"), "text/plain"),
            (Kind::Xml, Some("application/xhtml+xml"), "text/plain"),
            (Kind::Binary, Some("text/html"), "application/octet-stream"),
            (Kind::Audio, Some("audio/ogg; codecs=opus"), "audio/ogg"),
            (Kind::Audio, Some("text/html"), "application/octet-stream"),
            (Kind::Video, None, "application/octet-stream"),
            (Kind::Pdf, Some("text/html"), "application/pdf"),
        ] {
            assert_eq!(kind.media_type(said), expect, "{kind:?} {said:?}");
        }
    }

    #[test]
    fn the_header_then_the_bytes() {
        let point = br#"{"type":"Point","coordinates":[2,48]}"#;
        let svg = Kind::Image(ImageKind::Svg);
        for (header, body, expect) in [
            (Some("application/json"), &b"{}"[..], Kind::Json),
            (Some("application/problem+json; charset=utf-8"), b"{}", Kind::Json),
            (Some("application/json"), point, Kind::GeoJson),
            (Some("application/geo+json"), b"{}", Kind::GeoJson),
            (Some("application/json"), b"", Kind::Empty),
            (Some("text/event-stream"), b"", Kind::EventStream),
            (Some("application/x-ndjson"), b"", Kind::JsonLines),
            (Some("application/vnd.x+json-seq"), b"\x1e{}\n", Kind::JsonSequence),
            (Some("application/soap+xml"), b"<a/>", Kind::Xml),
            (Some("text/html"), b"<a/>", Kind::Html),
            (Some("image/svg+xml"), b"<svg/>", svg),
            (Some("image/tiff"), b"II*\0", Kind::Binary),
            (Some("audio/ogg"), b"OggS", Kind::Audio),
            (Some("text/plain"), b"{\"a\":1}", Kind::Json),
            (Some("text/plain"), b"<!doctype html>", Kind::Text),
            (Some("text/plain"), b"a;b\n1;2\n", Kind::Csv),
            (Some("text/plain"), b"hello", Kind::Text),
            (Some("text/markdown"), b"{\"a\":1}", Kind::Text),
            (Some("application/octet-stream"), b"%PDF-1.7", Kind::Pdf),
            (Some("application/octet-stream"), b"\0\x01", Kind::Binary),
            (Some("gibberish"), b"<html>", Kind::Html),
            (None, point, Kind::GeoJson),
            (None, b"", Kind::Empty),
        ] {
            assert_eq!(Kind::of(header, body), expect, "{header:?} {}", String::from_utf8_lossy(body));
        }
    }
}
