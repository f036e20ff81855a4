//! [`Change`]: one difference between two versions of an API.

use super::Kind;
use crate::core::i18n::Text;

/// What a change means for the clients of the old version. The worst comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Impact {
    /// A client that does all that the old version allows may fail.
    Breaking,
    /// Every client of the old version goes on.
    Compatible,
    /// Nothing is refused nor missing, yet someone may want to know.
    Note,
}

impl Impact {
    /// Every impact, the worst first.
    pub const ALL: [Self; 3] = [Self::Breaking, Self::Compatible, Self::Note];

    /// The word used in machine-readable lists.
    pub fn id(self) -> &'static str {
        match self {
            Self::Breaking => "breaking",
            Self::Compatible => "compatible",
            Self::Note => "note",
        }
    }
}

/// The operation that a change is about, as the new version writes it, or the old one where it is gone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OperationName {
    /// HTTP method.
    pub method: String,
    /// Path template, or name of a webhook.
    pub path: String,
}

/// One difference between two versions of an API.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its sort.
    pub kind: Kind,
    /// What it means for clients.
    pub impact: Impact,
    /// The operation it is about; `None` for the API as a whole.
    pub operation: Option<OperationName>,
    /// JSON pointer of what was changed or removed, in the old document; after the address of the document and `#`
    /// where another document holds it.
    pub old: Option<String>,
    /// The same of what was changed or added, in the new document.
    pub new: Option<String>,
    /// What changes, in one sentence that does not repeat the operation. Names are as the documents write them.
    pub what: Text,
}
