//! The REST API of GitLab: branches, files, commits with actions, merge requests.

use super::MergeRequest;
use super::step::{Call, Known, Step};
use crate::core::address::percent_encode;
use crate::core::request::base64;
use serde_json::{Value, json};

pub(super) fn call(request: &MergeRequest) -> Call {
    let forge = &request.forge;
    let root = format!("/projects/{}", percent_encode(forge.repository.as_str()));
    let (branch, base) = (&request.branch, &forge.branch);
    match request.step {
        Step::FindBranch => Call::get(format!("{root}/repository/branches/{branch}")),
        Step::FindFile(rank) => {
            // Without the branch, what is published tells whether a file is new.
            let branch = if request.is_branched { branch } else { base };
            let (path, branch) = (percent_encode(&request.path(rank)), percent_encode(branch.as_str()));
            Call::get(format!("{root}/repository/files/{path}?ref={branch}"))
        }
        Step::FindBase | Step::CreateBranch | Step::WriteFile(_) | Step::Commit => {
            Call::post(format!("{root}/repository/commits"), commit(request))
        }
        Step::FindRequest => {
            let (branch, base) = (percent_encode(branch.as_str()), percent_encode(base.as_str()));
            let query = format!("state=opened&source_branch={branch}&target_branch={base}");
            Call::get(format!("{root}/merge_requests?{query}"))
        }
        Step::OpenRequest => {
            let body = json!({"source_branch": branch, "target_branch": base, "title": request.submission.title(),
                "description": request.description(), "remove_source_branch": true});
            Call::post(format!("{root}/merge_requests"), body)
        }
    }
}

/// One commit with every file that differs; it creates the branch.
fn commit(request: &MergeRequest) -> Value {
    let differs = |(_, known): &(usize, &Known)| **known != Known::Same;
    let action = |(rank, known): (usize, &Known)| {
        let action = if matches!(known, Known::Other(_)) { "update" } else { "create" };
        json!({"action": action, "file_path": request.path(rank), "content": base64::encode(request.bytes(rank)),
            "encoding": "base64"})
    };
    let actions: Vec<Value> = request.files.iter().enumerate().filter(differs).map(action).collect();
    let mut body = json!({"branch": request.branch, "commit_message": request.submission.title(), "actions": actions});
    if let (false, Value::Object(body)) = (request.is_branched, &mut body) {
        body.insert("start_branch".to_owned(), request.forge.branch.as_str().into());
    }
    body
}
