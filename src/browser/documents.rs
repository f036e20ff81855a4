//! Fetching OpenAPI documents, and the documents these refer to.

use super::fetch::{bytes, unreachable_or_offline};
use crate::core::address::HttpUrl;
use crate::core::openapi::{Document, Documents};
use crate::core::problem::Problem;
use crate::core::remote::FetchError;
use futures_util::future::join_all;
use std::collections::{BTreeMap, BTreeSet};
use web_sys::AbortController;

/// Documents fetched for one document: more is no API but an attack, or an accident.
const MOST_DOCUMENTS: usize = 200;
/// Bytes of all of them together.
const MOST_BYTES: usize = 50 * 1024 * 1024;

/// The documents that a document refers to, each fetched once.
#[derive(Debug, Default)]
pub struct FetchedDocuments {
    read: BTreeMap<String, Document>,
    /// Those that could not be had, with the reason. References to them are reported where they stand.
    pub failures: Vec<(String, FetchError)>,
}

impl Documents for FetchedDocuments {
    fn document(&self, url: &str) -> Option<&Document> {
        self.read.get(url)
    }
}

/// Fetches and reads the document at `url`, as a page of any site may: without cookies.
///
/// Cancelled when `abort` is.
pub async fn document(url: &HttpUrl, abort: Option<&AbortController>) -> Result<(Document, Vec<Problem>), FetchError> {
    let bytes = bytes(url.as_str(), abort).await?;
    Ok(Document::read(&bytes, url.as_str()))
}

/// Fetches what `document` refers to, and what that refers to in turn, as far as these are web addresses.
pub async fn referred_by(document: &Document, abort: Option<&AbortController>) -> FetchedDocuments {
    let mut fetched = FetchedDocuments::default();
    let mut left = document.other_documents();
    let mut known = BTreeSet::from([document.url().to_owned()]);
    let mut room = MOST_BYTES;
    while !left.is_empty() {
        let urls = left.iter().filter(|url| !known.contains(*url)).filter_map(|url| HttpUrl::parse(url));
        let urls: Vec<HttpUrl> = urls.take(MOST_DOCUMENTS.saturating_sub(known.len())).collect();
        known.append(&mut left);
        let answers = join_all(urls.iter().map(|url| bytes(url.as_str(), abort))).await;
        for (url, answer) in urls.into_iter().zip(answers) {
            let url = url.as_str().to_owned();
            // What does not fit is as good as out of reach.
            let answer = answer.and_then(|bytes| match room.checked_sub(bytes.len()) {
                Some(less) => {
                    room = less;
                    Ok(bytes)
                }
                None => Err(unreachable_or_offline()),
            });
            match answer {
                Ok(bytes) => {
                    let (part, _) = Document::read_part(&bytes, &url);
                    left.extend(part.other_documents());
                    fetched.read.insert(url, part);
                }
                Err(error) => fetched.failures.push((url, error)),
            }
        }
    }
    fetched
}
