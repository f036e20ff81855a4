//! A forge in memory that answers as the three REST APIs do, to be failed at random.

use super::*;
use crate::core::address::percent_decode;
use crate::core::exchange::Received;
use crate::core::request::base64;
use serde_json::json;
use std::collections::BTreeMap;

type Tree = BTreeMap<String, Vec<u8>>;

/// What a forge holds.
#[derive(Debug, Clone)]
pub(super) struct FakeForge {
    kind: ForgeKind,
    pub(super) branches: BTreeMap<String, Tree>,
    /// Source branches of the merge requests, each time one was opened.
    pub(super) requests: Vec<String>,
    /// How many commits were made.
    pub(super) commits: usize,
}

impl FakeForge {
    /// A forge whose branch `main` holds `tree`.
    pub(super) fn new(kind: ForgeKind, tree: Tree) -> Self {
        let branches = BTreeMap::from([("main".to_owned(), tree)]);
        Self { kind, branches, requests: Vec::new(), commits: 0 }
    }

    /// What it answers, and what it does.
    pub(super) fn answer(&mut self, request: &Request) -> Received {
        let (status, body) = self.handle(request).unwrap_or_else(|| panic!("no such request: {request:?}"));
        received(status, &[("Content-Type", "application/json")], &body.to_string())
    }

    fn handle(&mut self, request: &Request) -> Option<(u16, Value)> {
        let path = request.url.split_once("/api/v")?.1.get(1..)?;
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let asked = |name: &str| {
            let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
            pairs.find(|(key, _)| *key == name).map(|(_, value)| percent_decode(value))
        };
        let sent = body(request).unwrap_or_default();
        let root = if self.kind == ForgeKind::Gitlab { "/projects/team%2Fcatalogue" } else { "/repos/team/catalogue" };
        let rest = path.strip_prefix(root)?;
        let find = |key: &str| sent.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        match (request.method.as_str(), rest) {
            ("GET", "/pulls" | "/merge_requests") => Some((200, self.list())),
            ("POST", "/pulls") => Some(self.open(find("head"))),
            ("POST", "/merge_requests") => Some(self.open(find("source_branch"))),
            ("POST", "/git/refs") => Some(self.branch(find("ref").strip_prefix("refs/heads/")?, "main", 422)),
            ("POST", "/branches") => Some(self.branch(&find("new_branch_name"), &find("old_ref_name"), 409)),
            ("POST", "/repository/commits") => Some(self.commit(&sent)),
            ("GET", _) if rest.starts_with("/repository/files/") => {
                let file = percent_decode(rest.strip_prefix("/repository/files/")?);
                Some(self.file(&file, &asked("ref")?))
            }
            ("GET", _) if rest.starts_with("/contents/") => {
                Some(self.file(rest.strip_prefix("/contents/")?, &asked("ref")?))
            }
            (method, _) if rest.starts_with("/contents/") => {
                Some(self.write(method, rest.strip_prefix("/contents/")?, &sent))
            }
            ("GET", _) => {
                let is_there = self.branches.contains_key(rest.rsplit('/').next()?);
                Some(if is_there { (200, json!({"object": {"sha": "1".repeat(40)}})) } else { (404, json!({})) })
            }
            _ => None,
        }
    }

    fn list(&self) -> Value {
        let one = |branch: &String| {
            json!({"html_url": "https://forge.example/1", "web_url": "https://forge.example/1", "head": {"ref": branch},
                "base": {"ref": "main"}, "source_branch": branch, "target_branch": "main"})
        };
        self.requests.iter().map(one).collect()
    }

    fn open(&mut self, branch: String) -> (u16, Value) {
        if self.requests.contains(&branch) {
            let status = if self.kind == ForgeKind::Github { 422 } else { 409 };
            return (status, json!({"message": "already exists"}));
        }
        self.requests.push(branch);
        (201, self.list().as_array().and_then(|list| list.last()).cloned().unwrap_or_default())
    }

    fn branch(&mut self, name: &str, from: &str, conflict: u16) -> (u16, Value) {
        if self.branches.contains_key(name) {
            return (conflict, json!({"message": "Reference already exists"}));
        }
        let tree = self.branches.get(from).cloned().unwrap_or_default();
        self.branches.insert(name.to_owned(), tree);
        (201, json!({}))
    }

    fn file(&self, file: &str, branch: &str) -> (u16, Value) {
        match self.branches.get(branch).and_then(|tree| tree.get(file)) {
            Some(bytes) => (200, json!({"sha": git_name(bytes, false), "blob_id": git_name(bytes, false)})),
            None => (404, json!({"message": "404 File Not Found"})),
        }
    }

    fn write(&mut self, method: &str, file: &str, sent: &Value) -> (u16, Value) {
        let text = |key: &str| sent.get(key).and_then(Value::as_str);
        let Some(tree) = self.branches.get_mut(text("branch").unwrap_or_default()) else { return (404, json!({})) };
        let old = tree.get(file).map(|bytes| git_name(bytes, false));
        let creates = self.kind == ForgeKind::Forgejo && method == "POST";
        if text("sha").map(str::to_owned) != old || (creates && old.is_some()) {
            return (422, json!({"message": "sha does not match"}));
        }
        tree.insert(file.to_owned(), base64::decode(text("content").unwrap_or_default()).unwrap_or_default());
        self.commits += 1;
        (if old.is_some() { 200 } else { 201 }, json!({}))
    }

    fn commit(&mut self, sent: &Value) -> (u16, Value) {
        let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let (branch, start) = (text(sent, "branch"), text(sent, "start_branch"));
        let mut tree = match (self.branches.get(&branch), self.branches.get(&start)) {
            (Some(tree), None) => tree.clone(),
            (None, Some(tree)) => tree.clone(),
            _ => return (400, json!({"message": "A branch with this name already exists"})),
        };
        for action in sent.get("actions").and_then(Value::as_array).into_iter().flatten() {
            let (file, is_new) = (text(action, "file_path"), text(action, "action") == "create");
            if tree.contains_key(&file) == is_new {
                return (400, json!({"message": "A file with this name already exists"}));
            }
            tree.insert(file, base64::decode(&text(action, "content")).unwrap_or_default());
        }
        self.branches.insert(branch, tree);
        self.commits += 1;
        (201, json!({}))
    }
}
