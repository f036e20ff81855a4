//! The REST API of Forgejo, which is also that of Gitea: branches, contents, pulls.

use super::step::{Call, Known, Step};
use super::{MergeRequest, contents};
use serde_json::json;

pub(super) fn call(request: &MergeRequest) -> Call {
    let forge = &request.forge;
    let root = format!("/repos/{}", forge.repository);
    let (branch, base) = (&request.branch, &forge.branch);
    match request.step {
        Step::FindBranch => Call::get(format!("{root}/branches/{branch}")),
        Step::FindBase | Step::CreateBranch | Step::Commit => {
            Call::post(format!("{root}/branches"), json!({"new_branch_name": branch, "old_ref_name": base}))
        }
        Step::FindFile(rank) => contents::find(request, &root, rank),
        Step::WriteFile(rank) => {
            let (path, body) = contents::write(request, &root, rank);
            match request.files.get(rank) {
                Some(Known::Other(_)) => Call::put(path, body),
                _ => Call::post(path, body),
            }
        }
        // Its list has no filter by branch; ours is among the last that changed.
        Step::FindRequest => Call::get(format!("{root}/pulls?state=open&sort=recentupdate&limit=50")),
        Step::OpenRequest => {
            let body = json!({"title": request.submission.title(), "head": branch, "base": base,
                "body": request.description()});
            Call::post(format!("{root}/pulls"), body)
        }
    }
}
