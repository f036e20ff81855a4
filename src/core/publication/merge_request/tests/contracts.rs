//! Recorded contracts of the three REST APIs, replayed strictly: method, path, headers, body.

use super::*;
use crate::core::request::base64;
use serde_json::json;

/// The branch of the submission of tests.
const BRANCH: &str = "reference-api-a-8b53639f152c";
const COMMIT: &str = "1111111111111111111111111111111111111111";
const OTHER: &str = "2222222222222222222222222222222222222222";

/// One request, and what is answered.
struct Exchange {
    method: &'static str,
    path: String,
    body: Option<Value>,
    status: u16,
    answer: Value,
}

fn get(path: &str, status: u16, answer: Value) -> Exchange {
    Exchange { method: "GET", path: path.replace("BRANCH", BRANCH), body: None, status, answer }
}

fn send(method: &'static str, path: &str, body: Value, status: u16, answer: Value) -> Exchange {
    Exchange { method, path: path.into(), body: Some(body), status, answer }
}

/// Replays a contract and gives the address of the merge request.
fn replay(kind: ForgeKind, exchanges: Vec<Exchange>) -> String {
    let (root, authorization, accept) = match kind {
        ForgeKind::Github => ("https://forge.example/api/v3", "Bearer s3cret", "application/vnd.github+json"),
        ForgeKind::Gitlab => ("https://forge.example/api/v4", "Bearer s3cret", "application/json"),
        ForgeKind::Forgejo => ("https://forge.example/api/v1", "token s3cret", "application/json"),
    };
    let mut state = new(kind);
    assert_eq!(state.branch.as_str(), BRANCH);
    let count = exchanges.len();
    for (index, exchange) in exchanges.into_iter().enumerate() {
        let request = state.request(&token()).unwrap();
        assert_eq!(request.method, exchange.method, "{index}");
        assert_eq!(request.url, [root, &exchange.path].concat(), "{index}");
        assert_eq!(body(&request), exchange.body, "{index}");
        let mut headers = vec![("Accept", accept), ("Authorization", authorization)];
        if exchange.body.is_some() {
            headers.push(("Content-Type", "application/json"));
        }
        let sent: Vec<_> = request.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(sent, headers, "{index}");
        let answer = received(exchange.status, &[("Content-Type", "application/json")], &exchange.answer.to_string());
        match (state.answer(Ok(&answer), NOW), index + 1 == count) {
            (Progress::Next, false) => {}
            (Progress::Done(receipt), true) => {
                assert_eq!(state.request(&token()), None, "nothing is left to do");
                assert_eq!(state.stage(), Stage::Done);
                return receipt.address.unwrap().to_string();
            }
            (progress, _) => panic!("{index}: {progress:?}"),
        }
    }
    panic!("the contract is not ended")
}

fn content(rank: usize) -> String {
    base64::encode(&submission().files()[rank].bytes)
}

fn name(rank: usize) -> String {
    git_name(&submission().files()[rank].bytes, false)
}

const ROOT: &str = "/repos/team/catalogue";
const PULLS: &str = "/repos/team/catalogue/pulls?state=open&head=team%3ABRANCH&base=main";
const RECENT: &str = "/repos/team/catalogue/pulls?state=open&sort=recentupdate&limit=50";
const FILES: [&str; 2] = ["public/apis/api-a/index.md", "public/apis/api-a/openapi.json"];

fn contents(rank: usize) -> String {
    format!("{ROOT}/contents/{}?ref=BRANCH", FILES[rank])
}

fn put(method: &'static str, rank: usize, sha: Option<&str>, status: u16) -> Exchange {
    let mut body =
        json!({"message": format!("Ajouter API d’été ({})", FILES[rank]), "content": content(rank), "branch": BRANCH});
    if let Some(sha) = sha {
        body["sha"] = json!(sha);
    }
    let answer = json!({"content": {"path": FILES[rank], "sha": name(rank)}, "commit": {"sha": OTHER}});
    send(method, &format!("{ROOT}/contents/{}", FILES[rank]), body, status, answer)
}

fn pull() -> Value {
    json!({"number": 7, "state": "open", "html_url": "https://forge.example/team/catalogue/pull/7",
        "head": {"ref": BRANCH}, "base": {"ref": "main"}})
}

fn open_pull(status: u16, answer: Value) -> Exchange {
    let body = json!({"title": "Ajouter API d’été", "head": BRANCH, "base": "main", "body": "Une **API**."});
    send("POST", &format!("{ROOT}/pulls"), body, status, answer)
}

fn create_ref() -> Value {
    json!({"ref": format!("refs/heads/{BRANCH}"), "sha": COMMIT})
}

#[test]
fn github_from_nothing() {
    let address = replay(
        ForgeKind::Github,
        vec![
            get(&format!("{ROOT}/git/ref/heads/BRANCH"), 404, json!({"message": "Not Found", "status": "404"})),
            get(
                &format!("{ROOT}/git/ref/heads/main"),
                200,
                json!({"ref": "refs/heads/main", "object": {"type": "commit", "sha": COMMIT}}),
            ),
            send(
                "POST",
                &format!("{ROOT}/git/refs"),
                create_ref(),
                201,
                json!({"ref": "x", "object": {"sha": COMMIT}}),
            ),
            get(&contents(0), 404, json!({"message": "Not Found"})),
            put("PUT", 0, None, 201),
            get(&contents(1), 404, json!({"message": "Not Found"})),
            put("PUT", 1, None, 201),
            get(PULLS, 200, json!([])),
            open_pull(201, pull()),
        ],
    );
    assert_eq!(address, "https://forge.example/team/catalogue/pull/7");
}

#[test]
fn github_replaces_what_differs_and_explains_refusals() {
    replay(
        ForgeKind::Github,
        vec![
            get(&format!("{ROOT}/git/ref/heads/BRANCH"), 404, json!({"message": "Not Found"})),
            get(&format!("{ROOT}/git/ref/heads/main"), 200, json!({"object": {"sha": COMMIT}})),
            // Another page created it meanwhile.
            send(
                "POST",
                &format!("{ROOT}/git/refs"),
                create_ref(),
                422,
                json!({"message": "Reference already exists"}),
            ),
            get(&format!("{ROOT}/git/ref/heads/BRANCH"), 200, json!({"object": {"sha": COMMIT}})),
            get(
                &contents(0),
                200,
                json!({"type": "file", "sha": name(0), "size": 1, "content": "", "encoding": "none"}),
            ),
            get(&contents(1), 200, json!({"type": "file", "sha": OTHER})),
            put("PUT", 1, Some(OTHER), 409),
            get(&contents(1), 200, json!({"type": "file", "sha": COMMIT})),
            put("PUT", 1, Some(COMMIT), 200),
            get(PULLS, 200, json!([])),
            open_pull(
                422,
                json!({"message": "Validation Failed", "errors": [{"message": "A pull request already exists"}]}),
            ),
            get(PULLS, 200, json!([pull()])),
        ],
    );
}

#[test]
fn forgejo_from_nothing() {
    let branch = json!({"new_branch_name": BRANCH, "old_ref_name": "main"});
    let foreign = json!({"html_url": "https://forge.example/x", "head": {"ref": "other"}, "base": {"ref": "main"}});
    let address = replay(
        ForgeKind::Forgejo,
        vec![
            get(&format!("{ROOT}/branches/BRANCH"), 404, json!({"message": "The target couldn't be found."})),
            send("POST", &format!("{ROOT}/branches"), branch, 201, json!({"name": BRANCH})),
            get(&contents(0), 404, json!({"message": "not found"})),
            put("POST", 0, None, 201),
            get(&contents(1), 200, json!({"type": "file", "sha": OTHER})),
            put("PUT", 1, Some(OTHER), 200),
            get(RECENT, 200, json!([foreign])),
            open_pull(201, pull()),
        ],
    );
    assert_eq!(address, "https://forge.example/team/catalogue/pull/7");
}

#[test]
fn forgejo_finds_what_is_there() {
    replay(
        ForgeKind::Forgejo,
        vec![
            get(&format!("{ROOT}/branches/BRANCH"), 200, json!({"name": BRANCH})),
            get(&contents(0), 200, json!({"type": "file", "sha": name(0)})),
            get(&contents(1), 200, json!({"type": "file", "sha": name(1)})),
            get(RECENT, 200, json!([])),
            open_pull(409, json!({"message": "pull request already exists for these targets"})),
            get(RECENT, 200, json!([pull()])),
        ],
    );
}

const PROJECT: &str = "/projects/team%2Fcatalogue";

fn gitlab_file(rank: usize, branch: &str) -> String {
    format!("{PROJECT}/repository/files/{}?ref={branch}", FILES[rank].replace('/', "%2F"))
}

fn action(action: &str, rank: usize) -> Value {
    json!({"action": action, "file_path": FILES[rank], "content": content(rank), "encoding": "base64"})
}

fn merge_requests() -> String {
    format!("{PROJECT}/merge_requests?state=opened&source_branch=BRANCH&target_branch=main")
}

fn open_merge_request(status: u16, answer: Value) -> Exchange {
    let body = json!({"source_branch": BRANCH, "target_branch": "main", "title": "Ajouter API d’été",
        "description": "Une **API**.", "remove_source_branch": true});
    send("POST", &format!("{PROJECT}/merge_requests"), body, status, answer)
}

fn merge_request() -> Value {
    json!({"iid": 5, "state": "opened", "source_branch": BRANCH, "target_branch": "main",
        "web_url": "https://forge.example/team/catalogue/-/merge_requests/5"})
}

#[test]
fn gitlab_from_nothing() {
    let commit = json!({"branch": BRANCH, "commit_message": "Ajouter API d’été",
        "actions": [action("create", 0), action("update", 1)], "start_branch": "main"});
    let address = replay(
        ForgeKind::Gitlab,
        vec![
            get(&format!("{PROJECT}/repository/branches/BRANCH"), 404, json!({"message": "404 Branch Not Found"})),
            get(&gitlab_file(0, "main"), 404, json!({"message": "404 File Not Found"})),
            get(&gitlab_file(1, "main"), 200, json!({"file_path": FILES[1], "blob_id": OTHER, "content": "eA=="})),
            send("POST", &format!("{PROJECT}/repository/commits"), commit, 201, json!({"id": COMMIT})),
            get(&merge_requests(), 200, json!([])),
            open_merge_request(201, merge_request()),
        ],
    );
    assert_eq!(address, "https://forge.example/team/catalogue/-/merge_requests/5");
}

#[test]
fn gitlab_goes_on_and_explains_refusals() {
    let commit = |actions: Value| json!({"branch": BRANCH, "commit_message": "Ajouter API d’été", "actions": actions});
    replay(
        ForgeKind::Gitlab,
        vec![
            get(&format!("{PROJECT}/repository/branches/BRANCH"), 200, json!({"name": BRANCH})),
            get(&gitlab_file(0, "BRANCH"), 200, json!({"blob_id": name(0)})),
            get(&gitlab_file(1, "BRANCH"), 404, json!({"message": "404 File Not Found"})),
            send(
                "POST",
                &format!("{PROJECT}/repository/commits"),
                commit(json!([action("create", 1)])),
                400,
                json!({"message": "A file with this name already exists"}),
            ),
            get(&format!("{PROJECT}/repository/branches/BRANCH"), 200, json!({"name": BRANCH})),
            get(&gitlab_file(0, "BRANCH"), 200, json!({"blob_id": name(0)})),
            get(&gitlab_file(1, "BRANCH"), 200, json!({"blob_id": OTHER})),
            send(
                "POST",
                &format!("{PROJECT}/repository/commits"),
                commit(json!([action("update", 1)])),
                201,
                json!({}),
            ),
            get(&merge_requests(), 200, json!([])),
            open_merge_request(
                409,
                json!({"message": ["Another open merge request already exists for this source branch: !5"]}),
            ),
            get(&merge_requests(), 200, json!([merge_request()])),
        ],
    );
}
