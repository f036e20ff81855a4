//! `browser::{address, document, download, fetch, history, storage}` against the browser's own answers.
//!
//! Run by `make test`: `cargo test --target wasm32-unknown-unknown --features web --test adapters`.

#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(dead_code, reason = "each program of tests uses a part of `support`")]

mod authorization;
mod support;

use catalogue::browser::storage::{Storage, StorageError};
use catalogue::browser::{address, clock, document as page, download, fetch, history};
use catalogue::core::catalogue::wire::Catalogue;
use catalogue::core::remote::FetchError;
use catalogue::core::route::Route;
use std::cell::RefCell;
use std::rc::Rc;
use support::{add, document, focused, publish_at_root, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{AbortController, Event, MouseEvent, MouseEventInit};

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn addresses_are_below_the_folder_of_the_site() {
    publish_at_root();
    assert_eq!(address::base(), "", "the test page is at the root of its server");
    assert_eq!(address::href(&Route::Producers), "/producers");
    assert_eq!(address::file("icons.svg"), "/icons.svg");
    assert_eq!(address::file("/images/a.svg"), "/images/a.svg");
    assert_eq!(address::inside("/apis/api-geo"), "/apis/api-geo");
}

#[wasm_bindgen_test]
fn the_title_and_the_root_take_what_they_are_given() {
    page::set_title("API <Géo> – Catalogue");
    assert_eq!(document().title(), "API <Géo> – Catalogue");
    page::set_root_attribute("data-theme", "dark");
    assert_eq!(document().document_element().unwrap().get_attribute("data-theme").as_deref(), Some("dark"));
}

#[wasm_bindgen_test]
fn the_loading_screen_goes_once() {
    add("div", &[("id", "loading-screen")]);
    page::remove_loading_screen();
    assert!(document().get_element_by_id("loading-screen").is_none());
    page::remove_loading_screen();
}

#[wasm_bindgen_test]
fn the_focus_goes_where_it_is_sent() {
    let field = add("input", &[("class", "target")]);
    page::focus("input.target");
    assert_eq!(focused().as_ref(), Some(field.unchecked_ref()));
    page::focus("input.absent");
    page::focus("not a [selector");
    assert_eq!(focused().as_ref(), Some(field.unchecked_ref()), "what does not exist moves nothing");
    field.remove();
}

#[wasm_bindgen_test]
fn an_anchor_takes_the_focus_even_where_elements_cannot() {
    let heading = add("h2", &[("id", "qualité")]);
    assert!(page::go_to_anchor("qualité"));
    assert_eq!(focused().as_ref(), Some(heading.unchecked_ref()));
    assert!(!page::go_to_anchor("absent"));
    heading.remove();
}

#[wasm_bindgen_test]
fn what_is_kept_lasts() {
    assert_eq!(Storage::Device.kept("test-preference"), None);
    Storage::Device.keep("test-preference", "é\u{202f}!");
    assert_eq!(Storage::Device.kept("test-preference").as_deref(), Some("é\u{202f}!"));
    window().local_storage().unwrap().unwrap().remove_item("test-preference").unwrap();
}

#[wasm_bindgen_test]
fn a_full_storage_says_so_and_keeps_what_it_had() {
    assert_eq!(Storage::Device.store("test-history", "small"), Ok(()));
    let large = "a".repeat(20_000_000);
    assert_eq!(Storage::Device.store("test-history", &large), Err(StorageError::Full));
    assert_eq!(Storage::Device.kept("test-history").as_deref(), Some("small"));
    Storage::Device.forget("test-history");
    assert_eq!(Storage::Device.kept("test-history"), None);
}

#[wasm_bindgen_test]
fn a_file_is_offered_under_its_name() {
    let offered = Rc::new(RefCell::new(Vec::new()));
    let note = Rc::clone(&offered);
    // The link is in no page: its click is seen where it is made.
    let click = Closure::<dyn Fn(web_sys::HtmlAnchorElement)>::new(move |link: web_sys::HtmlAnchorElement| {
        note.borrow_mut().push((link.download(), link.href().starts_with("blob:")));
    });
    let prototype = js_sys::Reflect::get(&window(), &"HTMLElement".into()).unwrap();
    let prototype = js_sys::Reflect::get(&prototype, &"prototype".into()).unwrap();
    let original = js_sys::Reflect::get(&prototype, &"click".into()).unwrap();
    let seen = js_sys::Function::new_with_args("note", "return function () { note(this); }");
    let seen = seen.call1(&wasm_bindgen::JsValue::NULL, click.as_ref()).unwrap();
    js_sys::Reflect::set(&prototype, &"click".into(), &seen).unwrap();
    let saved = download::save("é.har", "application/json", b"{}");
    js_sys::Reflect::set(&prototype, &"click".into(), &original).unwrap();
    assert!(saved);
    assert_eq!(*offered.borrow(), [("é.har".to_owned(), true)]);
}

#[wasm_bindgen_test]
fn the_address_bar_is_read_and_written() {
    publish_at_root();
    let before = history::current();
    let entries = window().history().unwrap().length().unwrap();
    history::write("/apis?q=eau%20douce#pr%C3%A9sentation", true);
    let now = history::current();
    assert_eq!((now.pathname.as_str(), now.search.as_str()), ("/apis", "?q=eau%20douce"));
    assert_eq!(now.anchor().as_deref(), Some("présentation"));
    assert_eq!(window().history().unwrap().length().unwrap(), entries, "the same entry");
    // Another origin is refused by the browser: nothing moves, nothing panics.
    history::write("https://example.org/", false);
    assert_eq!(history::current(), now);
    history::write(&format!("{}{}", before.pathname, before.search), true);
    assert_eq!(history::current().anchor(), None);
}

#[wasm_bindgen_test]
fn only_plain_clicks_on_pages_of_the_site_are_taken() {
    publish_at_root();
    let followed = Rc::new(RefCell::new(Vec::new()));
    let note = Rc::clone(&followed);
    history::listen(move |href| note.borrow_mut().push(href), || {});
    // Whatever was not taken would leave the page: stopped here, after it was looked at.
    let stop = Closure::<dyn Fn(Event)>::new(|event: Event| event.prevent_default()).into_js_value();
    window().add_event_listener_with_callback("click", stop.unchecked_ref()).unwrap();

    let plain = MouseEventInit::new();
    let control = MouseEventInit::new();
    control.set_ctrl_key(true);
    let middle = MouseEventInit::new();
    middle.set_button(1);
    type Case<'a> = (&'a [(&'a str, &'a str)], &'a MouseEventInit, Option<&'a str>);
    let cases: [Case<'_>; 8] = [
        (&[("href", "/apis?q=eau#x")], &plain, Some("/apis?q=eau#x")),
        (&[("href", "/apis")], &control, None),
        (&[("href", "/apis")], &middle, None),
        (&[("href", "https://example.org/apis")], &plain, None),
        (&[("href", "/apis/x.json"), ("download", "")], &plain, None),
        (&[("href", "/apis"), ("target", "_blank")], &plain, None),
        (&[("href", "/apis"), ("rel", "external")], &plain, None),
        (&[("href", "mailto:a@b.fr")], &plain, None),
    ];
    for (attributes, how, expected) in cases {
        let link = add("a", attributes);
        // Readers click on what is inside the link.
        let inside = document().create_element("span").unwrap();
        link.append_child(&inside).unwrap();
        for event in [how] {
            event.set_bubbles(true);
            event.set_cancelable(true);
        }
        inside.dispatch_event(&MouseEvent::new_with_mouse_event_init_dict("click", how).unwrap()).unwrap();
        assert_eq!(followed.borrow_mut().pop().as_deref(), expected, "{attributes:?}");
        link.remove();
    }
}

#[wasm_bindgen_test]
async fn a_file_that_is_not_there_is_missing() {
    publish_at_root();
    assert_eq!(fetch::data::<Catalogue>("absent.json", None).await, Err(FetchError::Missing));
}

#[wasm_bindgen_test]
async fn a_request_that_was_abandoned_ends() {
    publish_at_root();
    let abort = AbortController::new().unwrap();
    abort.abort();
    let answer = fetch::data::<Catalogue>("catalogue.json", Some(&abort)).await;
    assert_eq!(answer, Err(FetchError::Unreachable));
}

#[wasm_bindgen_test]
fn what_a_host_adds_to_an_address_goes() {
    publish_at_root();
    let before = history::current();
    for (written, tidy) in [("/apis/?q=eau#x", "/apis"), ("/apis/index.html", "/apis"), ("/apis", "/apis"), ("/", "/")]
    {
        history::write(written, true);
        history::tidy();
        assert_eq!(history::current().pathname, tidy, "{written}");
    }
    history::write("/apis/?q=eau#x", true);
    history::tidy();
    assert_eq!((history::current().search.as_str(), history::current().hash.as_str()), ("?q=eau", "#x"));
    history::write(&format!("{}{}", before.pathname, before.search), true);
}

#[wasm_bindgen_test]
fn today_is_the_day_of_the_reader() {
    let text = js_sys::Date::new_0().to_locale_date_string("sv-SE", &wasm_bindgen::JsValue::UNDEFINED);
    assert_eq!(clock::today().map(|day| day.to_string()), text.as_string());
}
