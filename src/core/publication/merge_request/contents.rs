//! What the REST APIs of GitHub and Forgejo say alike of files.

use super::MergeRequest;
use super::step::{Call, Known};
use crate::core::address::percent_encode;
use crate::core::request::base64;
use serde_json::{Value, json};

/// What a file of the branch holds.
pub(super) fn find(request: &MergeRequest, root: &str, rank: usize) -> Call {
    Call::get(format!("{root}/contents/{}?ref={}", request.path(rank), percent_encode(request.branch.as_str())))
}

/// Where a file is written, and the commit that does it.
pub(super) fn write(request: &MergeRequest, root: &str, rank: usize) -> (String, Value) {
    let mut body = json!({
        "message": format!("{} ({})", request.submission.title(), request.path(rank)),
        "content": base64::encode(request.bytes(rank)),
        "branch": request.branch,
    });
    if let (Some(Known::Other(name)), Value::Object(body)) = (request.files.get(rank), &mut body) {
        body.insert("sha".to_owned(), name.as_str().into());
    }
    (format!("{root}/contents/{}", request.path(rank)), body)
}
