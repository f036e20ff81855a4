//! `browser::{send, probe}` against a server of another origin, and what `core::exchange` concludes.
//!
//! Run by `make test`, with the server that `with-server.mjs` starts.

#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::panic, reason = "the message says how to run the tests")]

use catalogue::browser::probe::{is_online, page_origin, probe};
use catalogue::browser::send::{Event, Options, send};
use catalogue::core::exchange::{Cause, Facts, Failure, Probe, Reach, Received, SendError, diagnose};
use catalogue::core::request::{Body, File, Part, PartValue, Request};
use serde_json::Value;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::AbortController;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

fn at(path: &str) -> String {
    let Some(server) = option_env!("API_SERVER") else { panic!("run through tests/browser/with-server.mjs") };
    format!("{server}{path}")
}

fn get(url: &str) -> Request {
    Request { method: "GET".into(), url: url.into(), ..Request::default() }
}

fn with_key(method: &str, url: &str) -> Request {
    Request { method: method.into(), headers: vec![("X-Key".into(), "1".into())], ..get(url) }
}

async fn call(request: &Request, options: &Options) -> Result<Received, SendError> {
    send(request, options, &AbortController::new().unwrap(), &mut |_| {}).await
}

async fn echo(request: &Request) -> Value {
    let received = call(request, &Options::default()).await.unwrap();
    serde_json::from_slice(&received.body).unwrap()
}

#[wasm_bindgen_test]
async fn a_request_arrives_as_it_is_shown() {
    let mut request = with_key("PUT", &at("/echo?a=%20b&c"));
    request.body = Body::Text("é\n\"".into());
    let seen = echo(&request).await;
    assert_eq!((&seen["method"], &seen["url"]), (&"PUT".into(), &"/echo?a=%20b&c".into()));
    assert_eq!((&seen["body"], &seen["headers"]["x-key"]), (&"é\n\"".into(), &"1".into()));
    for absent in ["referer", "cookie", "content-type"] {
        assert_eq!(seen["headers"][absent], Value::Null, "{absent}");
    }
    let file = File { bytes: b"bytes".to_vec(), ..File::default() };
    request.body = Body::Bytes(file);
    request.headers.push(("Content-Type".into(), "application/octet-stream".into()));
    let seen = echo(&request).await;
    assert_eq!((&seen["body"], &seen["headers"]["content-length"]), (&"bytes".into(), &"5".into()));
}

#[wasm_bindgen_test]
async fn forms_arrive_part_by_part() {
    let file = File { name: "à.txt".into(), media_type: "text/plain".into(), bytes: b"x\ny".to_vec() };
    let plain = |name: &str, text: &str| Part {
        name: name.into(),
        value: PartValue::Text(text.into()),
        content_type: None,
        headers: vec![],
    };
    let with_file = Part { value: PartValue::File(file), content_type: Some("text/plain".into()), ..plain("file", "") };
    let typed = Part { content_type: Some("application/json".into()), ..plain("object", "{\n}") };
    for (parts, expect) in [
        (
            vec![plain("a\"b", "é"), with_file.clone()],
            "--B\r\nContent-Disposition: form-data; name=\"a%22b\"\r\n\r\né\r\n--B\r\nContent-Disposition: form-data; \
             name=\"file\"; filename=\"à.txt\"\r\nContent-Type: text/plain\r\n\r\nx\ny\r\n--B--\r\n",
        ),
        (
            vec![typed, with_file],
            "--B\r\nContent-Disposition: form-data; name=\"object\"\r\nContent-Type: application/json\r\n\r\n{\n}\r\n\
             --B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"à.txt\"\r\nContent-Type: text/plain\r\n\
             \r\nx\ny\r\n--B--\r\n",
        ),
    ] {
        let seen = echo(&Request { method: "POST".into(), body: Body::Form(parts), ..get(&at("/echo")) }).await;
        let media = seen["headers"]["content-type"].as_str().unwrap();
        let boundary = media.strip_prefix("multipart/form-data; boundary=").unwrap();
        assert_eq!(seen["body"].as_str().unwrap().replace(boundary, "B"), expect);
    }
}

#[wasm_bindgen_test]
async fn what_is_received_is_whole() {
    let received = call(&get(&at("/redirect")), &Options::default()).await.unwrap();
    assert_eq!((received.status, received.redirected, received.url.as_str()), (201, true, at("/echo").as_str()));
    assert_eq!((received.header("x-seen"), received.header("x-hidden")), (Some("yes"), None));
    assert_eq!(received.status_text, "Created");
    assert!(received.milliseconds_to_head > 0.0 && received.milliseconds_to_end >= received.milliseconds_to_head);
    let received = call(&get(&at("/nothing")), &Options::default()).await.unwrap();
    assert_eq!((received.status, received.body.len()), (204, 0));
}

#[wasm_bindgen_test]
async fn a_long_answer_is_told_as_it_comes_and_cut_where_it_must() {
    for (most_bytes, kept, truncated) in [(2_000_000, 1_000_000, false), (1_000_000, 1_000_000, false), (10, 10, true)]
    {
        let options = Options { most_bytes, ..Options::default() };
        let (mut heads, mut told) = (0, Vec::new());
        let abort = AbortController::new().unwrap();
        let mut listen = |event: Event<'_>| match event {
            Event::Head(received) => heads += usize::from(received.status == 200 && received.body.is_empty()),
            Event::Bytes { chunk, received, total } => {
                told.extend_from_slice(chunk);
                assert_eq!((received, total), (told.len(), Some(1_000_000)));
            }
        };
        let received = send(&get(&at("/large")), &options, &abort, &mut listen).await.unwrap();
        assert_eq!((received.body.len(), received.truncated, heads), (kept, truncated, 1), "{most_bytes}");
        assert!(told == received.body, "{most_bytes}");
    }
}

#[wasm_bindgen_test]
async fn being_late_is_not_being_cancelled() {
    let hurried = Options { first_byte_milliseconds: 50, idle_milliseconds: 50, ..Options::default() };
    let error = call(&get(&at("/never")), &hurried).await.unwrap_err();
    assert_eq!((error.failure, error.received), (Failure::TimedOut, None));
    let error = call(&get(&at("/stall")), &hurried).await.unwrap_err();
    assert_eq!((error.failure, error.received.unwrap().body), (Failure::TimedOut, b"begun".to_vec()));

    let abort = AbortController::new().unwrap();
    let mut stop = |event: Event<'_>| {
        if matches!(event, Event::Bytes { .. }) {
            abort.abort();
        }
    };
    let error = send(&get(&at("/stall")), &Options::default(), &abort, &mut stop).await.unwrap_err();
    assert_eq!((error.failure, error.received.unwrap().body), (Failure::Cancelled, b"begun".to_vec()));
    // Aborted before it begins: nothing is sent.
    let error = send(&get(&at("/echo")), &Options::default(), &abort, &mut |_| {}).await.unwrap_err();
    assert_eq!((error.failure, error.received), (Failure::Cancelled, None));
}

#[wasm_bindgen_test]
async fn a_broken_answer_keeps_what_came() {
    let mut cut = |event: Event<'_>| {
        if matches!(event, Event::Bytes { .. }) {
            drop(JsFuture::from(web_sys::window().unwrap().fetch_with_str(&at("/cut-now"))));
        }
    };
    let abort = AbortController::new().unwrap();
    let error = send(&get(&at("/cut")), &Options::default(), &abort, &mut cut).await.unwrap_err();
    assert_eq!((error.failure, error.received.unwrap().body), (Failure::Cut, b"begun".to_vec()));
}

#[wasm_bindgen_test]
async fn what_no_page_may_send_is_not_sent() {
    let bad_header = Request { headers: vec![("X".into(), "a\nb".into())], ..get(&at("/echo")) };
    let bad_method = Request { method: "TRACE".into(), ..get(&at("/echo")) };
    let bad_body = Request { body: Body::Text("{}".into()), ..get(&at("/echo")) };
    let user = get(&at("/echo").replace("http://", "http://user:password@"));
    for request in [bad_header, bad_method, bad_body, user, get("/relative"), get("")] {
        let error = call(&request, &Options::default()).await.unwrap_err();
        assert_eq!((error.failure, error.detail.is_empty()), (Failure::Unsendable, false), "{request:?}");
    }
}

async fn cause(request: &Request) -> (Probe, Cause) {
    let error = call(request, &Options::default()).await.unwrap_err();
    assert_eq!(error.failure, Failure::NoAnswer, "{request:?}");
    let (probe, page) = (probe(request).await, page_origin());
    let (servers, exposed, online) = (&[][..], &[][..], is_online());
    let facts = Facts { operation: "x", request, page: &page, online, credentials: false, servers, exposed, probe };
    (probe, diagnose(&facts, &error).cause)
}

#[wasm_bindgen_test]
async fn refusals_are_told_from_absences() {
    let found = |address: Reach, origin: Reach| Probe { address, origin };
    for (request, probe, expect) in [
        (get(&at("/refused?key=s3cret")), found(Reach::Reached, Reach::NotTried), Cause::Cors),
        (with_key("GET", &at("/simple-only")), found(Reach::Readable, Reach::NotTried), Cause::Preflight),
        (with_key("PUT", &at("/simple-only")), found(Reach::NotTried, Reach::Readable), Cause::Preflight),
        (get("http://127.0.0.1:2/x"), found(Reach::Unreachable, Reach::Unreachable), Cause::Connection),
        (get("http://127.0.0.1:9/x"), found(Reach::Unreachable, Reach::Unreachable), Cause::Port),
    ] {
        assert_eq!(cause(&request).await, (probe, expect), "{request:?}");
    }
    // The call itself, then probes that carry nothing of it.
    let seen = call(&get(&at("/seen")), &Options::default()).await.unwrap();
    let seen: Vec<Value> = serde_json::from_slice(&seen.body).unwrap();
    let urls: Vec<_> =
        seen.iter().filter_map(|one| one["url"].as_str()).filter(|url| url.starts_with("/refused")).collect();
    assert_eq!(urls, ["/refused?key=s3cret", "/refused", "/refused"]);
    let keys =
        seen.iter().filter(|one| one["method"] == "GET" && one["url"] == "/simple-only" && !one["key"].is_null());
    assert_eq!(keys.count(), 0, "a preflight that is refused is followed by no call with the key");
}

#[wasm_bindgen_test]
async fn the_policy_of_the_site_is_named() {
    let document = web_sys::window().unwrap().document().unwrap();
    let policy = document.create_element("meta").unwrap();
    policy.set_attribute("http-equiv", "Content-Security-Policy").unwrap();
    // For the whole page, and for good: what the other tests call stays allowed.
    policy.set_attribute("content", "connect-src 'self' http://127.0.0.1:*").unwrap();
    document.head().unwrap().append_child(&policy).unwrap();
    let error = call(&get(&at("/echo").replace("127.0.0.1", "localhost")), &Options::default()).await.unwrap_err();
    assert_eq!(error.failure, Failure::Policy, "{error:?}");
}
