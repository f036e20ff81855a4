//! [`Step`]: what is asked of the forge next, and [`Call`]: how its REST API is asked.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What is asked next. Before each thing written, it is looked for: it may be there from an earlier attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Step {
    /// Whether the branch is there.
    FindBranch,
    /// The commit that is published (GitHub).
    FindBase,
    /// The branch (GitHub, Forgejo).
    CreateBranch,
    /// What the file of this rank holds.
    FindFile(usize),
    /// The file of this rank (GitHub, Forgejo).
    WriteFile(usize),
    /// All files at once, and the branch if it is not there (GitLab).
    Commit,
    /// Whether the merge request is open.
    FindRequest,
    /// The merge request.
    OpenRequest,
}

impl Step {
    /// The step that finds whether this one was done: where sending goes on after a failure.
    pub(super) fn before(self) -> Self {
        match self {
            Self::FindBase | Self::CreateBranch | Self::Commit => Self::FindBranch,
            Self::WriteFile(rank) => Self::FindFile(rank),
            Self::OpenRequest => Self::FindRequest,
            find => find,
        }
    }
}

/// A request to a REST API, without what all of them share.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Call {
    pub(super) method: &'static str,
    /// From the root of the API, with the query.
    pub(super) path: String,
    pub(super) body: Option<Value>,
}

impl Call {
    pub(super) fn get(path: String) -> Self {
        Self { method: "GET", path, body: None }
    }

    pub(super) fn post(path: String, body: Value) -> Self {
        Self { method: "POST", path, body: Some(body) }
    }

    pub(super) fn put(path: String, body: Value) -> Self {
        Self { method: "PUT", path, body: Some(body) }
    }
}

/// What is known of a file on the forge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Known {
    /// Nothing yet.
    Unknown,
    /// It is not there.
    Absent,
    /// It is there with this content.
    Same,
    /// It is there with another content, of which this is the Git name.
    Other(String),
}
