//! The engine, in a Web Worker: questions are sent, answers come back. A page that waits is never blocked.

use super::address;
use crate::core::session::{Answer, Question, packet};
use js_sys::{Function, Promise, Uint8Array};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker};

/// The script that starts the program, below the root of the site.
const SCRIPT: &str = "reader_loader.js";

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EngineError {
    /// The program could not be loaded.
    NotLoaded,
    /// It stopped: too little memory, or a fault of ours.
    Stopped,
}

/// A running program. Dropping it stops the program, and all it was doing.
#[derive(Debug, Clone)]
pub struct Engine(Rc<Running>);

#[derive(Debug)]
struct Running {
    worker: Option<Worker>,
    state: Rc<State>,
    _listeners: [Closure<dyn FnMut(MessageEvent)>; 2],
}

#[derive(Debug, Default)]
struct State {
    is_ready: Cell<bool>,
    is_stopped: Cell<bool>,
    last: Cell<u32>,
    /// Blocks to send once the program is ready.
    waiting: RefCell<Vec<Uint8Array>>,
    /// Who waits for the answer to which question.
    asked: RefCell<Vec<(u32, Function)>>,
}

impl State {
    /// Gives the block of an answer to whoever asked.
    fn receive(&self, block: &Uint8Array) {
        let number = block.slice(0, NUMBER);
        let mut bytes = [0; NUMBER as usize];
        number.copy_to(&mut bytes);
        let number = u32::from_le_bytes(bytes);
        let position = self.asked.borrow().iter().position(|(asked, _)| *asked == number);
        if let Some(position) = position {
            let (_, resolve) = self.asked.borrow_mut().swap_remove(position);
            let _ = resolve.call1(&JsValue::NULL, &block.subarray(NUMBER, block.length()));
        }
    }

    /// Tells everybody that no answer will come.
    fn stop(&self) {
        self.is_stopped.set(true);
        for (_, resolve) in self.asked.take() {
            let _ = resolve.call1(&JsValue::NULL, &JsValue::NULL);
        }
    }
}

/// Bytes of the number of a question, before its packet.
pub(super) const NUMBER: u32 = 4;

impl Engine {
    /// Starts the program. That it cannot be loaded is told to the first who asks.
    pub fn start() -> Self {
        let state = Rc::new(State::default());
        let worker = Worker::new(&address::file(SCRIPT)).ok();
        let heard = state.clone();
        let sender = worker.clone();
        let message = Closure::new(move |event: MessageEvent| match event.data().dyn_into::<Uint8Array>() {
            Ok(block) => heard.receive(&block),
            // Anything else says that the program is ready.
            Err(_) => {
                heard.is_ready.set(true);
                for block in heard.waiting.take() {
                    send(sender.as_ref(), &block);
                }
            }
        });
        let broken = state.clone();
        let error = Closure::new(move |_: MessageEvent| broken.stop());
        match &worker {
            Some(worker) => {
                worker.set_onmessage(Some(message.as_ref().unchecked_ref()));
                worker.set_onerror(Some(error.as_ref().unchecked_ref()));
            }
            None => state.stop(),
        }
        Self(Rc::new(Running { worker, state, _listeners: [message, error] }))
    }

    /// Whether it will never answer again.
    pub fn is_stopped(&self) -> bool {
        self.0.state.is_stopped.get()
    }

    /// Asks; `bytes` goes with the question, and bytes come with the answer.
    ///
    /// # Errors
    ///
    /// The program could not be loaded, or stopped.
    pub async fn ask(&self, question: &Question, bytes: &[u8]) -> Result<(Answer, Vec<u8>), EngineError> {
        let state = &self.0.state;
        let failure = || if state.is_ready.get() { EngineError::Stopped } else { EngineError::NotLoaded };
        if state.is_stopped.get() {
            return Err(failure());
        }
        let number = state.last.get().wrapping_add(1);
        state.last.set(number);
        let block = block(&[number.to_le_bytes().as_slice(), &packet::write(question, &[]), bytes]);
        let promise = Promise::new(&mut |resolve, _| state.asked.borrow_mut().push((number, resolve)));
        if state.is_ready.get() {
            send(self.0.worker.as_ref(), &block);
        } else {
            state.waiting.borrow_mut().push(block);
        }
        let answer = JsFuture::from(promise).await.map_err(|_| failure())?;
        let block = answer.dyn_into::<Uint8Array>().map_err(|_| failure())?.to_vec();
        let (answer, bytes) = packet::read(&block).ok_or_else(failure)?;
        Ok((answer, bytes.to_vec()))
    }
}

/// The parts one after another, each copied once: the body of an answer may be large, and the page waits meanwhile.
fn block(parts: &[&[u8]]) -> Uint8Array {
    let length = |bytes: &[u8]| u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    let block = Uint8Array::new_with_length(parts.iter().map(|part| length(part)).sum());
    let mut start = 0;
    for part in parts {
        let end = start + length(part);
        block.subarray(start, end).copy_from(part);
        start = end;
    }
    block
}

/// Hands a block over, without copying it.
fn send(worker: Option<&Worker>, block: &Uint8Array) {
    if let Some(worker) = worker {
        let _ = worker.post_message_with_transfer(block, &js_sys::Array::of1(&block.buffer()));
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Some(worker) = &self.worker {
            // What it said just before may still come, and the listeners go with this.
            worker.set_onmessage(None);
            worker.set_onerror(None);
            worker.terminate();
        }
    }
}
