//! Inside a Web Worker: hears questions, answers them one by one.

use super::engine::NUMBER;
use crate::core::session::{Answer, Question, Session, packet};
use js_sys::Uint8Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// How a program answers.
pub type Respond = fn(&mut Session, Question, &[u8]) -> (Answer, Vec<u8>);

/// Answers questions with `answer`, as long as the worker lives.
pub fn serve(answer: Respond) {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let mut session = Session::default();
    let replies = scope.clone();
    let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let Ok(block) = event.data().dyn_into::<Uint8Array>() else { return };
        let block = block.to_vec();
        let Some((number, rest)) = block.split_at_checked(NUMBER as usize) else { return };
        let block = match packet::read::<Question>(rest) {
            Some((question, bytes)) => {
                let (answer, bytes) = answer(&mut session, question, bytes);
                [number, &packet::write(&answer, &bytes)].concat()
            }
            // A page of another release: it waits for something, and says of an empty answer what to do.
            None => number.to_vec(),
        };
        let block = Uint8Array::from(block.as_slice());
        let _ = replies.post_message_with_transfer(&block, &js_sys::Array::of1(&block.buffer()));
    });
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // It lives as long as the worker.
    listener.forget();
    // What was asked before anybody listened would be lost: the page waits for this.
    let _ = scope.post_message(&JsValue::TRUE);
}
