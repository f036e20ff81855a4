//! The REST API of GitHub: Git references, contents, pulls. The header `X-GitHub-Api-Version` is left out: it is
//! optional, and not all servers let pages send it.

use super::step::{Call, Step};
use super::{MergeRequest, contents};
use crate::core::address::percent_encode;
use serde_json::json;

pub(super) const ACCEPT: &str = "application/vnd.github+json";

pub(super) fn call(request: &MergeRequest) -> Call {
    let forge = &request.forge;
    let root = format!("/repos/{}", forge.repository);
    let (branch, base) = (&request.branch, &forge.branch);
    match request.step {
        Step::FindBranch => Call::get(format!("{root}/git/ref/heads/{branch}")),
        Step::FindBase => Call::get(format!("{root}/git/ref/heads/{base}")),
        Step::CreateBranch | Step::Commit => {
            let body = json!({"ref": format!("refs/heads/{branch}"), "sha": request.base});
            Call::post(format!("{root}/git/refs"), body)
        }
        Step::FindFile(rank) => contents::find(request, &root, rank),
        // GitHub creates and updates in one way: the name of the content replaced makes the difference.
        Step::WriteFile(rank) => {
            let (path, body) = contents::write(request, &root, rank);
            Call::put(path, body)
        }
        Step::FindRequest => {
            let owner = forge.repository.as_str().split('/').next().unwrap_or_default();
            let head = percent_encode(&format!("{owner}:{branch}"));
            Call::get(format!("{root}/pulls?state=open&head={head}&base={}", percent_encode(base.as_str())))
        }
        Step::OpenRequest => {
            let body = json!({"title": request.submission.title(), "head": branch, "base": base,
                "body": request.description()});
            Call::post(format!("{root}/pulls"), body)
        }
    }
}
