//! `browser::{authorize, digest, random, storage}` against the browser's own answers.

use crate::support::{publish_at_root, window};
use catalogue::browser::authorize::{self, Handed, Returned};
use catalogue::browser::storage::Storage;
use catalogue::browser::{digest, history, random};
use catalogue::core::authorization::{Pending, ResponseType, challenge, unguessable};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{BroadcastChannel, MessageEvent};

fn pending(state: &str) -> Pending {
    Pending {
        scheme: "oauth".into(),
        response_type: ResponseType::Code,
        client_id: "c".into(),
        redirect_uri: authorize::redirect_uri(),
        token_endpoint: "https://a.fr/token".into(),
        state: state.into(),
        nonce: None,
        verifier: None,
        issuer: None,
        says_issuer: false,
        scopes: Vec::new(),
        page: "/apis/api-geo/explorer?operation=x".into(),
    }
}

#[wasm_bindgen_test]
fn the_session_keeps_and_forgets() {
    assert_eq!(Storage::Tab.kept("test-session"), None);
    assert_eq!(Storage::Tab.store("test-session", "é\u{202f}!"), Ok(()));
    assert_eq!(Storage::Tab.kept("test-session").as_deref(), Some("é\u{202f}!"));
    Storage::Tab.forget("test-session");
    Storage::Tab.forget("test-session");
    assert_eq!(Storage::Tab.kept("test-session"), None);
}

#[wasm_bindgen_test]
async fn randomness_differs_and_digests_are_those_of_the_rfc() {
    let (one, other) = (random::bytes().unwrap(), random::bytes().unwrap());
    assert_ne!(unguessable(&one), unguessable(&other));
    // RFC 7636, appendix B.
    let digest = digest::sha256("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").await.unwrap();
    assert_eq!(challenge(&digest), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
}

#[wasm_bindgen_test]
fn the_answer_leaves_the_address_at_once() {
    publish_at_root();
    let before = history::current();
    for (address, expect) in [
        ("/authorization?code=a&state=b#c", Some(("?code=a&state=b", "#c"))),
        ("/authorization/?state=b", Some(("?state=b", ""))),
        ("/authorization", None),
        ("/apis?code=a&state=b", None),
    ] {
        history::write(address, true);
        let taken = authorize::take();
        let expect = expect.map(|(search, hash)| Returned { search: search.into(), hash: hash.into() });
        assert_eq!(taken, expect, "{address}");
        let left = history::current();
        assert!(
            taken.is_none()
                || (left.pathname, left.search, left.hash) == ("/authorization".into(), "".into(), "".into())
        );
    }
    history::write(&format!("{}{}", before.pathname, before.search), true);
}

#[wasm_bindgen_test]
async fn an_answer_goes_to_the_page_that_waits_for_it() {
    let channel = BroadcastChannel::new("authorization s1").unwrap();
    let reply = channel.clone();
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        assert_eq!(event.data().as_string().as_deref(), Some("?code=a&state=s1#h"));
        reply.post_message(&"received".into()).unwrap();
    });
    channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    let returned = Returned { search: "?code=a&state=s1".into(), hash: "#h".into() };
    assert_eq!(authorize::hand_over(Some(returned)).await, Handed::Over);
    channel.close();
    for nothing in [None, Some(Returned { search: "?code=a".into(), hash: String::new() })] {
        assert_eq!(authorize::hand_over(nothing).await, Handed::Nothing);
    }
}

#[wasm_bindgen_test]
async fn an_answer_of_this_tab_goes_back_to_its_page_once() {
    publish_at_root();
    let pending = pending("s2");
    assert_eq!(authorize::answered(), None);
    assert_eq!(Storage::Tab.store("authorization-pending", &pending.write()), Ok(()));
    let returned = Returned { search: "?code=a&state=s2".into(), hash: String::new() };
    let handed = authorize::hand_over(Some(returned.clone())).await;
    assert_eq!(handed, Handed::Back(pending.page.clone()));
    assert_eq!(authorize::answered(), Some((pending, returned)));
    assert_eq!(authorize::answered(), None);
}

#[wasm_bindgen_test]
fn the_return_address_is_that_of_the_site() {
    publish_at_root();
    assert_eq!(authorize::redirect_uri(), format!("{}/authorization", window().location().origin().unwrap()));
}
