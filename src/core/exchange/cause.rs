//! [`Diagnosis`]: a cause, how sure it is, and what people are told of it. Never here: finding the cause.

use super::words::words;
use crate::core::i18n::Text;

/// Why a call cannot work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// No network.
    Offline,
    /// Stopped by the person.
    Cancelled,
    /// No answer in time.
    TimedOut,
    /// An answer began, then nothing came in time.
    Stalled,
    /// An encrypted page, an address that is not.
    MixedContent,
    /// The same, towards the reader's own machine: only Safari refuses.
    MixedLoopback,
    /// A server that stands for one to be written.
    Placeholder,
    /// `localhost`, in a document that others read.
    ThisMachine,
    /// A server that is empty, or relative to a document that is not on it.
    NoServer,
    /// A server of an internal network.
    Internal,
    /// Neither `http` nor `https`.
    Scheme,
    /// A user or a password in the address.
    UserInAddress,
    /// A port no browser calls.
    Port,
    /// A method no page may use.
    Method,
    /// `GET` or `HEAD` with a body.
    BodyRefused,
    /// A header no page may set.
    ForbiddenHeader,
    /// A key that must travel in a cookie.
    CookieKey,
    /// A header that some browsers keep for themselves.
    UserAgent,
    /// A request no browser makes, for another reason.
    Unsendable,
    /// Refused by the site's own policy.
    Policy,
    /// The server does not let this site read its answers.
    Cors,
    /// The server lets this site read simple answers, and does not allow this request.
    Preflight,
    /// The server lets this site read some answers, and not this one.
    CorsOnErrors,
    /// The server answers, and not at this address.
    AddressOnly,
    /// No server can be reached.
    Connection,
    /// The answer broke.
    Cut,
    /// Nothing allows to tell.
    Undetermined,
}

impl Cause {
    /// Stable name, for style and tests: `mixed-content`.
    pub fn id(self) -> &'static str {
        words(self).id
    }
}

/// How sure a diagnosis is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// The facts leave no other cause.
    Certain,
    /// Other causes are rare.
    Likely,
    /// One cause among others.
    Possible,
}

/// Why a call cannot work, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnosis {
    /// The cause.
    pub cause: Cause,
    /// How sure it is.
    pub certainty: Certainty,
    /// The cause, in a few words.
    pub title: Text,
    /// What happens, and how it is known.
    pub explanation: Text,
    /// What to do, the best thing first.
    pub steps: Vec<Text>,
    /// A message for the producer, when it can mend this: ready to be sent, without secrets.
    pub to_producer: Option<Text>,
}
