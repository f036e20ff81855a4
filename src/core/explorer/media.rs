//! The forms of a body, with examples.

use super::rows::{Extent, Writer};
use super::view::{ExampleView, MediaView};
use crate::core::i18n::Text;
use crate::core::openapi::schema::sample::{Direction, Options, Sampler};
use crate::core::openapi::{Example, ExampleValue, MediaType};

/// Most forms of one body.
const FORMS: usize = 10;

/// Most examples of one form.
const EXAMPLES: usize = 5;

/// Most bytes of the examples of an operation.
const EXAMPLE_BYTES: usize = 150_000;

/// Most values in an example made from a schema: more teach nothing.
const VALUES: usize = 500;

/// Most examples made for one operation: each is work.
const MADE: usize = 40;

/// Writes the examples of one operation.
pub(super) struct Examples<'a> {
    sampler: Sampler<'a>,
    /// Bytes that may still be written.
    left: usize,
    /// Examples that may still be made.
    made: usize,
}

impl<'a> Examples<'a> {
    pub(super) fn new(sampler: Sampler<'a>) -> Self {
        Self { sampler, left: EXAMPLE_BYTES, made: MADE }
    }

    /// The forms of a body that goes in `direction`.
    pub(super) fn content(
        &mut self,
        content: &[MediaType<'a>],
        direction: Direction,
        writer: &mut Writer<'a>,
    ) -> Vec<MediaView> {
        content.iter().take(FORMS).map(|media| self.media(media, direction, writer)).collect()
    }

    fn media(&mut self, media: &MediaType<'a>, direction: Direction, writer: &mut Writer<'a>) -> MediaView {
        let schema = match (&media.schema, &media.item_schema) {
            (Some(schema), _) => writer.tree(schema),
            (None, Some(item)) => {
                let mut row = writer.tree(item);
                row.iter_mut().for_each(|row| row.label = Text::new("chaque élément", "each item"));
                row
            }
            (None, None) => None,
        };
        let options = Options { direction: Some(direction), budget: VALUES, ..Options::default() };
        let written: Vec<&Example<'a>> = media
            .examples
            .iter()
            .filter(|example| !matches!(example.value, ExampleValue::Address(_)))
            .take(EXAMPLES)
            .collect();
        let is_made = written.is_empty() && schema.is_some() && is_readable(&media.name);
        let mut examples = Vec::new();
        let awaited = writer.extent == Extent::Glance && (is_made || !written.is_empty());
        if awaited {
            return MediaView { name: media.name.to_string(), schema, examples, awaited };
        }
        for example in &written {
            // Alone, and whether it is of the media type or of its schema: it is the one that is written.
            let alone = MediaType { examples: vec![(*example).clone()], value: None, ..media.clone() };
            let name = example.summary.or(example.name).filter(|_| written.len() > 1);
            examples.extend(self.example(&alone, &options, name.unwrap_or_default(), false));
        }
        if examples.is_empty() && schema.is_some() && self.made > 0 && is_readable(&media.name) {
            self.made -= 1;
            let bare = MediaType { examples: Vec::new(), ..media.clone() };
            examples.extend(self.example(&bare, &options, "", true));
        }
        MediaView { name: media.name.to_string(), schema, examples, awaited }
    }

    /// An example, unless it is too long to be read.
    fn example(&mut self, media: &MediaType<'a>, options: &Options, name: &str, made: bool) -> Option<ExampleView> {
        let text = self.sampler.sample_text(media, options).text;
        self.left = self.left.checked_sub(text.len())?;
        Some(ExampleView { name: name.to_owned(), text, made })
    }
}

/// Whether bodies of this media type are read by people: a made-up image shows nothing.
fn is_readable(name: &str) -> bool {
    const FILES: [&str; 7] =
        ["image/", "audio/", "video/", "font/", "application/octet-stream", "application/pdf", "application/zip"];
    let name = name.to_ascii_lowercase();
    !FILES.iter().any(|file| name.starts_with(file))
}
