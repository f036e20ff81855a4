//! [`Path`]: where a check stands, as a chain of borrowed steps that becomes a JSON pointer only when a failure needs it.

use crate::core::pointer::push;
use std::fmt::Write as _;

/// A place in a document.
#[derive(Debug, Clone, Copy)]
pub(super) struct Path<'p> {
    parent: Option<&'p Path<'p>>,
    step: Step<'p>,
}

#[derive(Debug, Clone, Copy)]
enum Step<'p> {
    /// A pointer that is already written.
    From(&'p str),
    Key(&'p str),
    Index(usize),
}

impl<'p> Path<'p> {
    /// The place of a written pointer.
    pub(super) fn from(pointer: &'p str) -> Self {
        Self { parent: None, step: Step::From(pointer) }
    }

    /// A member of an object.
    pub(super) fn key(&'p self, name: &'p str) -> Self {
        Self { parent: Some(self), step: Step::Key(name) }
    }

    /// An element of an array.
    pub(super) fn index(&'p self, index: usize) -> Self {
        Self { parent: Some(self), step: Step::Index(index) }
    }

    /// The name of the member this is, when it is one.
    pub(super) fn name(&self) -> Option<&'p str> {
        if let Step::Key(name) = self.step { Some(name) } else { None }
    }

    /// The position in the array, from 0, when this is an element.
    pub(super) fn position(&self) -> Option<usize> {
        if let Step::Index(index) = self.step { Some(index) } else { None }
    }

    /// The nearest step that names something: a keyword, above an index.
    pub(super) fn keyword(&self) -> &'p str {
        let mut path = self;
        loop {
            match (path.step, path.parent) {
                (Step::Key(name), _) => return name,
                (Step::From(pointer), _) => return pointer.rsplit('/').next().unwrap_or_default(),
                (Step::Index(_), Some(parent)) => path = parent,
                (Step::Index(_), None) => return "",
            }
        }
    }

    /// The place as a JSON pointer (RFC 6901).
    pub(super) fn pointer(&self) -> String {
        let mut steps = Vec::new();
        let mut path = Some(self);
        while let Some(here) = path {
            steps.push(here.step);
            path = here.parent;
        }
        let mut pointer = String::new();
        for step in steps.into_iter().rev() {
            match step {
                Step::From(text) => pointer.push_str(text),
                Step::Key(name) => push(&mut pointer, name),
                Step::Index(index) => {
                    let _ = write!(pointer, "/{index}");
                }
            }
        }
        pointer
    }
}
