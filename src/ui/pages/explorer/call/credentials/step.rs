//! Between asking for a token and having it: what is asked for, how it goes, why there is none.

use crate::core::authorization::{Asked, DeviceAuthorization, Failure, Metadata};
use crate::core::exchange::Diagnosis;
use crate::core::form::FlowForm;
use std::sync::Arc;

/// What the server of a scheme says of itself.
#[derive(Clone)]
pub(super) struct Described {
    /// Name of the scheme.
    pub(super) scheme: String,
    /// What it says, as far as it may be used.
    pub(super) metadata: Arc<Metadata>,
    /// What may not.
    pub(super) left_out: Vec<Failure>,
}

/// A token to get.
#[derive(Clone)]
pub(super) struct Order {
    /// Name of the scheme.
    pub(super) scheme: String,
    /// The way chosen.
    pub(super) flow: FlowForm,
    /// What was filled in.
    pub(super) asked: Asked,
    /// What the server says of itself, where it does.
    pub(super) metadata: Option<Arc<Metadata>>,
}

/// How it goes.
#[derive(Clone, Default)]
pub(super) enum Step {
    /// Nothing happens.
    #[default]
    Idle,
    /// The authorization page is open in a window, which seems to be closed or not.
    Waiting {
        /// Whether it seems to be closed.
        is_closed: bool,
    },
    /// The browser refused a window.
    Blocked(Arc<Order>),
    /// A code is to be typed on another device.
    Device(Arc<DeviceAuthorization>),
    /// A request is sent to this origin.
    Asking(String),
    /// The token is there.
    Got,
    /// It is over, without a token.
    Stopped(Arc<Stop>),
}

/// Why there is no token.
pub(super) enum Stop {
    /// The server says why, or a rule of the standards does.
    Failure(Failure),
    /// The server answers elsewhere, where secrets do not follow.
    Redirected,
    /// Nothing came back that a page may read.
    NoAnswer {
        /// Why, and what to do.
        diagnosis: Box<Diagnosis>,
        /// The request for a terminal.
        curl: String,
        /// The same with the code it holds, where there is one: nobody could type it.
        with_code: Option<String>,
    },
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}
