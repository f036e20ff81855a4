//! Every channel that sends, against the contracts that browser tests use (`tests/e2e/servers/forge.mjs`).

use catalogue::core::catalogue::{Forge, ForgeKind, SecureUrl};
use catalogue::core::exchange::Received;
use catalogue::core::id::Slug;
use catalogue::core::path::RelativePath;
use catalogue::core::publication::merge_request::{MergeRequest, Progress, Token};
use catalogue::core::publication::{File, Post, PostProgress, Silence, Submission};
use catalogue::core::request::{Body, Request, base64};
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command};
use std::time::Duration;

/// How far the port of the forges is from that of the site (`addresses.mjs`).
const FORGE: u16 = 15_000;

struct Server {
    process: Child,
    port: u16,
}

impl Server {
    /// Starts the server on a free port; `None` without Node.js.
    fn start() -> Option<Self> {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/e2e/servers/forge.mjs");
        let site = port.checked_sub(FORGE)?.to_string();
        let process = Command::new("node").arg(script).env("PORT", site).spawn().ok()?;
        let server = Self { process, port };
        let is_listening = (0..300).any(|_| {
            let is_there = TcpStream::connect(("127.0.0.1", port)).is_ok();
            if !is_there {
                std::thread::sleep(Duration::from_millis(100));
            }
            is_there
        });
        assert!(is_listening, "the server did not start");
        Some(server)
    }

    fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Sends a request; nothing when the server closes without an answer.
    fn send(&self, method: &str, url: &str, headers: &[(String, String)], body: &str) -> Result<Received, Silence> {
        let path = url.strip_prefix(&self.address()).unwrap();
        // HTTP/1.0: the answer ends with the connection.
        let mut text = format!("{method} {path} HTTP/1.0\r\nContent-Length: {}\r\n", body.len());
        headers.iter().for_each(|(name, value)| text.push_str(&format!("{name}: {value}\r\n")));
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.write_all([&text, "\r\n", body].concat().as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).map_err(|_| Silence::Unreachable)?;
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").ok_or(Silence::Unreachable)?;
        let head = String::from_utf8(answer[..end].to_vec()).unwrap();
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)).unwrap().parse().unwrap();
        let pairs = lines.filter_map(|line| line.split_once(": "));
        let headers = pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        Ok(Received { status, headers, body: answer[end + 4..].to_vec(), ..Received::default() })
    }

    fn ask(&self, request: &Request) -> Result<Received, Silence> {
        let body = match &request.body {
            Body::Text(text) => text.as_str(),
            _ => "",
        };
        self.send(&request.method, &request.url, &request.headers, body)
    }

    fn space(&self, name: &str, begin: Option<&Value>) -> Value {
        let url = format!("{}/{name}", self.address());
        let (method, body) = begin.map_or(("GET", String::new()), |begin| ("PUT", begin.to_string()));
        serde_json::from_slice(&self.send(method, &url, &[], &body).unwrap().body).unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn submission() -> Submission {
    let file = |path: &str, bytes: &[u8]| File { path: RelativePath::parse(path).unwrap(), bytes: bytes.to_vec() };
    let files = vec![
        file("apis/api-a/index.md", "---\ntitle: \"API d’été : l'essai\"\n---\n".as_bytes()),
        file("apis/api-a/openapi.yaml", b"openapi: 3.1.0\n"),
        file("apis/api-a/logo.bin", &[0, 255, 254]),
    ];
    Submission::new(Slug::parse("api-a").unwrap(), "Ajouter « API d’été »", "Une **API**.\n\n- a\n", files).unwrap()
}

fn forge(server: &Server, space: &str, kind: ForgeKind) -> Forge {
    Forge {
        kind,
        url: SecureUrl::parse(&format!("{}/{space}/{}", server.address(), kind.id())).unwrap(),
        api: None,
        repository: RelativePath::parse("team/catalogue").unwrap(),
        branch: RelativePath::parse("main").unwrap(),
        folder: RelativePath::parse("public"),
    }
}

/// Sends until it is done; gives the failures met.
fn send(server: &Server, state: &mut MergeRequest, token: &str) -> Vec<Option<u16>> {
    let token = Token::parse(token).unwrap();
    let mut failures = Vec::new();
    for _ in 0..100 {
        let Some(request) = state.request(&token) else { return failures };
        let answer = server.ask(&request);
        if let Progress::Failed(failure) = state.answer(answer.as_ref().map_err(|silence| *silence), 1) {
            failures.push(failure.status);
        }
    }
    failures
}

#[test]
fn forges_take_what_is_sent_to_them() {
    let Some(server) = Server::start() else {
        println!("skipped: Node.js is not here");
        return;
    };
    let older = json!({"files": {"public/apis/api-a/openapi.yaml": "openapi: 3.0.0\n", "README.md": "x"}});
    let failing = json!({"fail": [
        {"on": "GET", "status": 401}, {"on": "POST", "status": 500, "after": true}, {"on": "PUT", "status": 0},
        {"on": "GET", "status": 429}, {"on": "POST", "status": 0, "after": true}, {"on": "POST", "status": 403}]});
    for kind in ForgeKind::ALL {
        for (name, begin, failures) in
            [("new", json!({}), 0), ("older", older.clone(), 0), ("failing", failing.clone(), 4)]
        {
            let space = format!("{name}-{}", kind.id());
            server.space(&space, Some(&begin));
            let mut state = MergeRequest::new(&forge(&server, &space, kind), &submission(), "d1").unwrap();
            assert!(send(&server, &mut state, "good-token").len() >= failures);
            // The same submission, from another page: it finds everything.
            let mut again = MergeRequest::new(&forge(&server, &space, kind), &submission(), "d1").unwrap();
            assert_eq!(send(&server, &mut again, "good-token"), []);
            let found = server.space(&space, None);
            assert_eq!(found["faults"], json!([]), "{space}");
            let held = &found[kind.id()];
            let requests = held["requests"].as_array().unwrap();
            assert_eq!((requests.len(), &requests[0]["title"]), (1, &json!("Ajouter « API d’été »")), "{space}");
            let branch = &held["branches"][requests[0]["branch"].as_str().unwrap()];
            for file in submission().files() {
                let path = format!("public/{}", file.path);
                assert_eq!(branch[&path], json!(base64::encode(&file.bytes)), "{space} {path}");
                assert_ne!(held["branches"]["main"][&path], branch[&path], "{space} {path}");
            }
            let commits = if kind == ForgeKind::Gitlab { 1 } else { submission().files().len() };
            assert_eq!(held["commits"].as_array().map(Vec::len), Some(commits), "{space}: nothing is written twice");
        }
    }
    let mut refused = MergeRequest::new(&forge(&server, "refused", ForgeKind::Gitlab), &submission(), "d1").unwrap();
    assert!(send(&server, &mut refused, "other-token").iter().all(|status| *status == Some(401)));
    post_is_kept_once(&server);
}

fn post_is_kept_once(server: &Server) {
    let fail = json!([{"on": "POST /post", "status": 0, "after": true}, {"on": "POST /post", "status": 503}]);
    server.space("post", Some(&json!({ "fail": fail })));
    let url = SecureUrl::parse(&format!("{}/post/post", server.address())).unwrap();
    let mut post = Post::new(&url, &submission());
    let mut waits = Vec::new();
    let receipt = loop {
        let answer = server.ask(&post.request().unwrap());
        match post.answer(answer.as_ref().map_err(|silence| *silence), 1) {
            PostProgress::Again { wait, .. } => waits.push(wait),
            PostProgress::Done(receipt) => break Ok(receipt),
            PostProgress::Failed(failure) => break Err(failure),
        }
    };
    let receipt = receipt.unwrap();
    assert_eq!(waits, [1_000, 2_000]);
    assert_eq!(receipt.address.map(String::from), Some(format!("{}/post/post/1", server.address())));
    let found = server.space("post", None);
    assert_eq!((&found["faults"], found["submissions"].as_array().map(Vec::len)), (&json!([]), Some(1)));
}
