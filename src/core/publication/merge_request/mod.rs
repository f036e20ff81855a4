//! [`MergeRequest`]: a branch, files and a merge request, created by the REST API of a forge, one request at a time.
//!
//! Everything is looked for before it is written, so sending can start again after any failure, in this page or in
//! another, and writes nothing twice. The token is given for each request and is not part of the state. Never here:
//! sending, forks.

mod contents;
mod forgejo;
mod github;
mod gitlab;
mod step;
#[cfg(test)]
mod tests;
mod token;

pub use token::Token;

use super::digest::{git_name, sha_256};
use super::failure::{Failure, Outcome, Reason};
use super::receipt::{Receipt, Way};
use super::submission::Submission;
use crate::core::address::HttpUrl;
use crate::core::catalogue::{Forge, ForgeKind, SecureUrl};
use crate::core::exchange::Received;
use crate::core::path::RelativePath;
use crate::core::request::{Body, Request, Secret, SecretPlace};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use step::{Call, Known, Step};

/// Digits of the digest in the name of a branch.
const DIGITS: usize = 12;
/// How often a refusal may be explained by what was found meanwhile.
const MOST_REFUSALS: u8 = 3;

/// A submission on its way to a forge.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MergeRequest {
    forge: Forge,
    submission: Submission,
    branch: RelativePath,
    step: Step,
    /// The commit that is published (GitHub).
    base: Option<String>,
    is_branched: bool,
    files: Vec<Known>,
    /// A refused write, and what was known when it was made: it is made again only when something else is known.
    #[serde(skip)]
    refused: Option<(Failure, String)>,
    #[serde(skip)]
    refusals: u8,
    receipt: Option<Receipt>,
}

/// What comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// Another request.
    Next,
    /// The merge request is open.
    Done(Receipt),
    /// Something failed; [`MergeRequest::request`] goes on from there.
    Failed(Failure),
}

/// How far it is, for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The branch.
    Branch,
    /// Files, of which so many are there.
    Files(usize),
    /// The merge request.
    Request,
    /// Nothing is left to do.
    Done,
}

impl MergeRequest {
    /// A submission to send, of the draft of this name: what is sent of it again, corrected, goes to the same branch, and
    /// to the same merge request as long as that is open. `None` where its paths are too long inside the folder of the
    /// forge.
    pub fn new(forge: &Forge, submission: &Submission, draft: &str) -> Option<Self> {
        let fits = submission.files().iter().all(|file| file.path.inside(forge.folder.as_ref()).is_some());
        let digest: String = sha_256(draft.as_bytes()).chars().take(DIGITS).collect();
        let branch = RelativePath::parse(&format!("reference-{}-{digest}", submission.slug())).filter(|_| fits)?;
        Some(Self {
            forge: forge.clone(),
            submission: submission.clone(),
            branch,
            step: Step::FindBranch,
            base: None,
            is_branched: false,
            files: vec![Known::Unknown; submission.files().len()],
            refused: None,
            refusals: 0,
            receipt: None,
        })
    }

    /// What is sent.
    pub fn submission(&self) -> &Submission {
        &self.submission
    }

    /// Where it is sent.
    pub fn forge(&self) -> &Forge {
        &self.forge
    }

    /// How far it is.
    pub fn stage(&self) -> Stage {
        match self.step {
            _ if self.receipt.is_some() => Stage::Done,
            Step::FindBranch | Step::FindBase | Step::CreateBranch => Stage::Branch,
            Step::FindFile(rank) | Step::WriteFile(rank) => Stage::Files(rank),
            Step::Commit => Stage::Files(0),
            Step::FindRequest | Step::OpenRequest => Stage::Request,
        }
    }

    /// The next request; `None` when nothing is left to do.
    pub fn request(&self, token: &Token) -> Option<Request> {
        if self.receipt.is_some() {
            return None;
        }
        let (call, accept, scheme) = match self.forge.kind {
            ForgeKind::Github => (github::call(self), github::ACCEPT, "Bearer"),
            ForgeKind::Gitlab => (gitlab::call(self), "application/json", "Bearer"),
            ForgeKind::Forgejo => (forgejo::call(self), "application/json", "token"),
        };
        let Call { method, path, body } = call;
        // Browsers drop this header, unlike those of each forge, when an answer redirects to another origin.
        let name = "Authorization";
        let mut headers =
            vec![("Accept".to_owned(), accept.to_owned()), (name.to_owned(), format!("{scheme} {}", token.as_str()))];
        if body.is_some() {
            headers.push(("Content-Type".to_owned(), "application/json".to_owned()));
        }
        Some(Request {
            method: method.to_owned(),
            url: self.forge.api_root() + &path,
            headers,
            body: body.map_or(Body::None, |body| Body::Text(body.to_string())),
            secrets: vec![Secret {
                variable: "FORGE_TOKEN".to_owned(),
                place: SecretPlace::Header(name.to_owned()),
                value: token.as_str().to_owned(),
            }],
        })
    }

    /// Takes what came of the request, at `now` (milliseconds since 1970).
    pub fn answer(&mut self, outcome: Outcome<'_>, now: u64) -> Progress {
        if let Some(receipt) = &self.receipt {
            return Progress::Done(receipt.clone());
        }
        let received = match outcome {
            Ok(received) => received,
            Err(silence) => return self.fail(Failure::new(Reason::Silence(silence))),
        };
        let is_success = (200..300).contains(&received.status);
        match self.step {
            Step::FindBranch if is_success || received.status == 404 => self.found_branch(is_success),
            Step::FindBase if is_success => self.found_base(received),
            Step::FindFile(rank) if is_success || received.status == 404 => self.found_file(rank, received),
            Step::FindRequest if is_success => self.found_request(received, now),
            Step::CreateBranch if is_success => self.found_branch(true),
            Step::WriteFile(rank) if is_success => {
                self.know(rank, Known::Same);
                self.after_file(rank)
            }
            Step::Commit if is_success => {
                self.is_branched = true;
                self.files.fill(Known::Same);
                self.go(Step::FindRequest)
            }
            Step::OpenRequest if is_success => match read(received) {
                Some(value) => self.done(&value, now),
                // It is open all the same: looking for it says where.
                None => self.go(Step::FindRequest),
            },
            write if matches!(received.status, 400 | 409 | 422) && write != write.before() => {
                self.refuse(Failure::of(received))
            }
            _ => self.fail(Failure::of(received)),
        }
    }

    fn found_branch(&mut self, is_there: bool) -> Progress {
        self.is_branched = is_there;
        match self.forge.kind {
            ForgeKind::Github if !is_there => self.go(Step::FindBase),
            ForgeKind::Forgejo if !is_there => self.write(Step::CreateBranch),
            _ => self.go(Step::FindFile(0)),
        }
    }

    fn found_base(&mut self, received: &Received) -> Progress {
        let commit = read(received).and_then(|value| text(&value, "/object/sha").filter(|name| is_git_name(name)));
        let Some(commit) = commit else { return self.fail(unreadable(received)) };
        self.base = Some(commit);
        self.write(Step::CreateBranch)
    }

    fn found_file(&mut self, rank: usize, received: &Received) -> Progress {
        let known = if received.status == 404 {
            Known::Absent
        } else {
            let key = if self.forge.kind == ForgeKind::Gitlab { "/blob_id" } else { "/sha" };
            let name = read(received).and_then(|value| text(&value, key).filter(|name| is_git_name(name)));
            match name {
                Some(name) if name == git_name(self.bytes(rank), name.len() > 40) => Known::Same,
                Some(name) => Known::Other(name),
                // A folder of this name.
                None => return self.fail(unreadable(received)),
            }
        };
        let is_same = known == Known::Same;
        self.know(rank, known);
        match self.forge.kind {
            ForgeKind::Github | ForgeKind::Forgejo if !is_same => self.write(Step::WriteFile(rank)),
            _ => self.after_file(rank),
        }
    }

    fn after_file(&mut self, rank: usize) -> Progress {
        let differs = self.files.iter().any(|known| *known != Known::Same);
        match self.forge.kind {
            _ if rank + 1 < self.files.len() => self.go(Step::FindFile(rank + 1)),
            ForgeKind::Gitlab if differs => self.write(Step::Commit),
            ForgeKind::Gitlab if !self.is_branched => self.fail(Failure::new(Reason::Unchanged)),
            _ => self.go(Step::FindRequest),
        }
    }

    fn found_request(&mut self, received: &Received, now: u64) -> Progress {
        let Some(Value::Array(requests)) = read(received) else { return self.fail(unreadable(received)) };
        let (head, base) = match self.forge.kind {
            ForgeKind::Gitlab => ("/source_branch", "/target_branch"),
            ForgeKind::Github | ForgeKind::Forgejo => ("/head/ref", "/base/ref"),
        };
        let is_ours = |request: &&Value| {
            text(request, head).as_deref() == Some(self.branch.as_str())
                && text(request, base).as_deref() == Some(self.forge.branch.as_str())
        };
        match requests.iter().find(is_ours) {
            Some(request) => self.done(request, now),
            None => self.write(Step::OpenRequest),
        }
    }

    fn done(&mut self, request: &Value, now: u64) -> Progress {
        let key = if self.forge.kind == ForgeKind::Gitlab { "/web_url" } else { "/html_url" };
        let page = self.forge.page();
        let address = text(request, key).and_then(|url| Some(SecureUrl::parse(&url)?.as_url().clone()));
        let way = Way::MergeRequest(self.forge.kind);
        let receipt = Receipt::new(&self.submission, way, &page, now, address.or_else(|| HttpUrl::parse(&page)));
        self.receipt = Some(receipt.clone());
        Progress::Done(receipt)
    }

    fn go(&mut self, step: Step) -> Progress {
        self.step = step;
        Progress::Next
    }

    /// Writes something, unless it was refused and nothing else is known since.
    fn write(&mut self, step: Step) -> Progress {
        self.step = step;
        match self.refused.take() {
            Some((failure, known)) if known == self.known() => self.fail(failure),
            _ => Progress::Next,
        }
    }

    /// A write was refused: perhaps because an earlier attempt, or someone else, wrote it meanwhile.
    fn refuse(&mut self, failure: Failure) -> Progress {
        self.refusals += 1;
        if self.refusals > MOST_REFUSALS {
            return self.fail(failure);
        }
        self.refused = Some((failure, self.known()));
        self.go(self.step.before())
    }

    fn fail(&mut self, failure: Failure) -> Progress {
        self.refused = None;
        self.refusals = 0;
        self.step = self.step.before();
        Progress::Failed(failure)
    }

    /// What is known of the forge, to be compared.
    fn known(&self) -> String {
        format!("{:?} {:?} {:?}", self.is_branched, self.base, self.files)
    }

    fn know(&mut self, rank: usize, known: Known) {
        if let Some(file) = self.files.get_mut(rank) {
            *file = known;
        }
    }

    /// Path of a file in the repository.
    fn path(&self, rank: usize) -> String {
        let file = self.submission.files().get(rank);
        file.and_then(|file| file.path.inside(self.forge.folder.as_ref())).map(String::from).unwrap_or_default()
    }

    fn bytes(&self, rank: usize) -> &[u8] {
        self.submission.files().get(rank).map_or(&[], |file| &file.bytes)
    }

    fn description(&self) -> &str {
        self.submission.summary()
    }
}

fn read(received: &Received) -> Option<Value> {
    serde_json::from_slice(&received.body).ok()
}

fn text(value: &Value, pointer: &str) -> Option<String> {
    value.pointer(pointer).and_then(Value::as_str).map(str::to_owned)
}

fn is_git_name(name: &str) -> bool {
    matches!(name.len(), 40 | 64) && name.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn unreadable(received: &Received) -> Failure {
    Failure { reason: Reason::Unreadable, ..Failure::of(received) }
}
