mod contracts;
mod failures;
mod fake;

use super::*;
use crate::core::publication::testing::{forge, received, submission};

/// A time.
const NOW: u64 = 1_700_000_000_000;

fn token() -> Token {
    Token::parse("s3cret").unwrap()
}

fn new(kind: ForgeKind) -> MergeRequest {
    MergeRequest::new(&forge(kind), &submission(), "d1").unwrap()
}

/// The body of a request, as JSON.
fn body(request: &Request) -> Option<Value> {
    match &request.body {
        Body::None => None,
        Body::Text(text) => Some(serde_json::from_str(text).unwrap()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_token_is_in_the_request_and_nowhere_else() {
    for kind in ForgeKind::ALL {
        let state = new(kind);
        let request = state.request(&token()).unwrap();
        assert_eq!(request.secrets.len(), 1);
        assert!(!request.url.contains("s3cret"));
        assert!(request.header("authorization").unwrap().ends_with(" s3cret"));
        assert!(!format!("{state:?}").contains("s3cret") && !serde_json::to_string(&state).unwrap().contains("s3cret"));
    }
}

#[test]
fn branches_are_named_after_their_page_and_their_draft() {
    let one = new(ForgeKind::Github).branch;
    assert!(one.as_str().starts_with("reference-api-a-") && one == new(ForgeKind::Gitlab).branch, "{one}");
    let other = MergeRequest::new(&forge(ForgeKind::Github), &submission(), "../é").unwrap().branch;
    assert!(other.as_str().starts_with("reference-api-a-") && other != one);
    let long = RelativePath::parse(&"f".repeat(235)).unwrap();
    let deep = Forge { folder: Some(long), ..forge(ForgeKind::Github) };
    assert_eq!(MergeRequest::new(&deep, &submission(), "d1"), None, "a path too long for the repository");
}

#[test]
fn addresses_of_the_server_are_not_trusted() {
    for (url, expect) in [
        (
            "https://forge.example/team/catalogue/-/merge_requests/1",
            "https://forge.example/team/catalogue/-/merge_requests/1",
        ),
        ("javascript:alert(1)", "https://forge.example/team/catalogue"),
        ("http://forge.example/1", "https://forge.example/team/catalogue"),
        ("https://user:pass@evil.example/", "https://forge.example/team/catalogue"),
    ] {
        let mut state = MergeRequest { step: Step::OpenRequest, ..new(ForgeKind::Gitlab) };
        let answer = received(201, &[], &serde_json::json!({ "web_url": url }).to_string());
        let Progress::Done(receipt) = state.answer(Ok(&answer), NOW) else { panic!("{url}") };
        assert_eq!(receipt.address.as_ref().map(HttpUrl::as_str), Some(expect));
        assert_eq!((receipt.when, receipt.place.as_str()), (NOW, "https://forge.example/team/catalogue"));
    }
}
