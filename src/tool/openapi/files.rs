//! Documents read from files, with those they refer to beside them.

use crate::core::address::percent_decode;
use crate::core::i18n::Text;
use crate::core::openapi::{Document, Documents};
use crate::core::problem::Problem;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Files read for one document.
const MOST_FILES: usize = 1_000;

/// Reads the OpenAPI document in `file`.
pub(super) fn read(file: &Path) -> Result<(Document, Vec<Problem>), Text> {
    let name = file.to_string_lossy();
    let bytes = fs::read(file).map_err(|error| unreadable(&name, &error))?;
    Ok(Document::read(&bytes, &name))
}

/// Reads the document in `file` as if it came from `address`, where one is given; and, where none is, its neighbours.
pub(super) fn read_at(file: &Path, address: &str) -> Result<(Document, Files), Text> {
    if address.is_empty() {
        let (document, _) = read(file)?;
        let others = Files::beside(&document);
        return Ok((document, others));
    }
    let bytes = fs::read(file).map_err(|error| unreadable(&file.to_string_lossy(), &error))?;
    Ok((Document::read(&bytes, address).0, Files::default()))
}

/// What is said of a file that cannot be read.
pub(super) fn unreadable(name: &str, error: &std::io::Error) -> Text {
    Text::new(
        format!("«\u{202f}{name}\u{202f}» ne peut pas être lu\u{202f}: {error}. Vérifiez le chemin."),
        format!("`{name}` cannot be read: {error}. Check the path."),
    )
}

/// The files that a document refers to.
#[derive(Debug, Default)]
pub(super) struct Files(BTreeMap<String, Document>);

impl Files {
    /// Reads what `document` refers to by a relative path, and what that refers to. What cannot be read is left out:
    /// the reference to it is reported where it stands.
    pub(super) fn beside(document: &Document) -> Self {
        let mut files = Self::default();
        let mut left = document.other_documents();
        while let Some(url) = left.pop_first() {
            // A document names its neighbours; it does not choose any file of this machine.
            let elsewhere = url.contains("://") || (url.starts_with('/') && !document.url().starts_with('/'));
            if elsewhere || files.0.contains_key(&url) || files.0.len() >= MOST_FILES {
                continue;
            }
            let Ok(bytes) = fs::read(percent_decode(&url)) else { continue };
            let (part, _) = Document::read_part(&bytes, &url);
            left.extend(part.other_documents());
            files.0.insert(url, part);
        }
        files
    }
}

impl Documents for Files {
    fn document(&self, url: &str) -> Option<&Document> {
        self.0.get(url)
    }
}
