//! [`Receipt`]: what was sent, when and where, to be kept and shown.

use super::digest::sha_256;
use super::submission::Submission;
use crate::core::address::HttpUrl;
use crate::core::catalogue::ForgeKind;
use crate::core::path::RelativePath;
use serde::{Deserialize, Serialize};

/// How something was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// Saved as one archive.
    Download,
    /// By the page "new file" of a forge, opened; whether the person went on is not known.
    NewFile(ForgeKind),
    /// By a merge request.
    MergeRequest(ForgeKind),
    /// To an address of the operator.
    Post,
    /// By the person's mail program, opened; whether the message left is not known.
    Mail,
}

/// What was sent, when and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// How.
    pub way: Way,
    /// What it was about.
    pub title: String,
    /// Where: the repository, the address of the operator, the mailbox, the name of the archive.
    pub place: String,
    /// What.
    pub files: Vec<SentFile>,
    /// When, in milliseconds since 1970.
    pub when: u64,
    /// Where to follow it.
    pub address: Option<HttpUrl>,
}

/// A file that was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SentFile {
    /// Where it goes, from the content folder.
    pub path: RelativePath,
    /// Its length in bytes.
    pub bytes: usize,
    /// SHA-256 of its content, in hexadecimal.
    pub sha_256: String,
}

impl Receipt {
    /// The receipt of `submission`, sent to `place`.
    pub fn new(submission: &Submission, way: Way, place: &str, when: u64, address: Option<HttpUrl>) -> Self {
        let sent = |file: &super::File| SentFile {
            path: file.path.clone(),
            bytes: file.bytes.len(),
            sha_256: sha_256(&file.bytes),
        };
        let files = submission.files().iter().map(sent).collect();
        Self { way, title: submission.title().to_owned(), place: place.to_owned(), files, when, address }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::submission;
    use super::*;

    #[test]
    fn receipts_come_back_the_same() {
        for way in [Way::Download, Way::NewFile(ForgeKind::Github), Way::MergeRequest(ForgeKind::Gitlab), Way::Post] {
            let receipt = Receipt::new(&submission(), way, "a/b", 12, HttpUrl::parse("https://a.fr/1"));
            let json = serde_json::to_string(&receipt).unwrap();
            assert_eq!(serde_json::from_str::<Receipt>(&json).unwrap(), receipt, "{json}");
            assert_eq!(receipt.files[0].bytes, submission().files()[0].bytes.len());
        }
    }
}
