//! What waits for a future: values ([`Later`], compiled once for all that wait) and tasks.

use leptos::prelude::*;
use leptos::task::spawn_local;
use std::any::Any;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::rc::Rc;
use std::task::Poll;

type Erased = Rc<dyn Any>;
type Attempt = Pin<Box<dyn Future<Output = Erased>>>;

/// A value that a future gives, asked for again when a signal that asking read changes. Copies are the same.
///
/// A [`LocalResource`] is compiled anew for every type it holds and every future it waits for, some 10 kB each; here
/// both are behind pointers.
pub(super) struct Later<T> {
    value: LocalResource<Erased>,
    holds: PhantomData<fn() -> T>,
}

impl<T> Clone for Later<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Later<T> {}

impl<T: 'static> Later<T> {
    /// What the futures of `ask` give.
    pub(super) fn new<F: Future<Output = T> + 'static>(ask: impl Fn() -> F + 'static) -> Self {
        let ask = move || -> Attempt {
            let asked = ask();
            Box::pin(async move { Rc::new(asked.await) as Erased })
        };
        Self { value: resource(Box::new(ask)), holds: PhantomData }
    }

    /// The value; `None` while it is awaited.
    pub(super) fn get(self) -> Option<T>
    where
        T: Clone,
    {
        self.value.get().and_then(|value| value.downcast_ref().cloned())
    }

    /// Reads the value without waiting for it to change.
    pub(super) fn with_untracked<R>(self, read: impl FnOnce(Option<&T>) -> R) -> R {
        let value = self.value.get_untracked();
        read(value.as_ref().and_then(|value| value.downcast_ref()))
    }

    /// Waits for it to change.
    pub(super) fn track(self) {
        self.value.track();
    }
}

fn resource(ask: Box<dyn Fn() -> Attempt>) -> LocalResource<Erased> {
    LocalResource::new(ask)
}

/// Runs `task` as long as `there` is, a signal of the component it works for: what it would do from then on is for nobody,
/// and what it reads is gone.
pub(super) fn run_while(there: impl IsDisposed + 'static, task: impl Future<Output = ()> + 'static) {
    poll_while(Box::new(move || !there.is_disposed()), Box::pin(task));
}

fn poll_while(is_there: Box<dyn Fn() -> bool>, mut task: Pin<Box<dyn Future<Output = ()>>>) {
    spawn_local(poll_fn(move |context| match is_there() {
        true => task.as_mut().poll(context),
        false => Poll::Ready(()),
    }));
}
