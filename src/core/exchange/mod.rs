//! A call and what came of it: the answer as it was received, or why there is none, and what to do about it.
//!
//! Everything here is told by others: the browser sends, probes and measures. Never here: sending, waiting, reading
//! what a body means.

mod address;
mod cause;
mod cors;
mod diagnosis;
mod explain;
mod fill;
mod form;
pub mod proxy;
mod steps;
mod words;

pub use address::{ProbeTargets, Unreachable, probe_targets, unreachable};
pub use cause::{Cause, Certainty, Diagnosis};
pub use diagnosis::{Facts, diagnose, foresee};
pub use form::fits_form_data;

/// What a server answered.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Received {
    /// Status code.
    pub status: u16,
    /// The words beside it; HTTP/2 has none.
    pub status_text: String,
    /// The address that answered, after redirections.
    pub url: String,
    /// Whether another address than the one called answered.
    pub redirected: bool,
    /// Names and values a page may read, in the order the browser gives them.
    pub headers: Vec<(String, String)>,
    /// The body, or its beginning.
    pub body: Vec<u8>,
    /// Whether the body was longer than what is kept.
    pub truncated: bool,
    /// From the start to the status and headers.
    pub milliseconds_to_head: f64,
    /// From the start to the last byte read.
    pub milliseconds_to_end: f64,
}

impl Received {
    /// The value of a header, whatever the case of its name.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(other, _)| other.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }
}

/// A call without a whole answer.
#[derive(Debug, Clone, PartialEq)]
pub struct SendError {
    /// What stopped it.
    pub failure: Failure,
    /// The browser's own words, for developers; often empty of meaning.
    pub detail: String,
    /// What had come before the break.
    pub received: Option<Box<Received>>,
}

/// What stopped a call, as far as a browser says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// The person stopped it, or left.
    Cancelled,
    /// The server took too long: to begin when nothing was received, to go on otherwise.
    TimedOut,
    /// The browser refuses to make such a request.
    Unsendable,
    /// The site's own security policy forbids it.
    Policy,
    /// It was sent, or not, and no answer may be read: browsers say no more.
    NoAnswer,
    /// The answer began and broke.
    Cut,
}

/// What came of calls that only ask whether something answers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Probe {
    /// A `GET` of the same address, without its query, headers or credentials; for `GET` and `HEAD` calls only.
    pub address: Reach,
    /// A `GET` of the root of the same server, likewise.
    pub origin: Reach,
}

/// Whether something answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Reach {
    /// It was not asked.
    #[default]
    NotTried,
    /// Nothing did, or what did forbids other sites to even embed it (`Cross-Origin-Resource-Policy`).
    Unreachable,
    /// A server did, and this page may not read what it said.
    Reached,
    /// A server did, and this page may read it.
    Readable,
}

impl Reach {
    /// Whether a server is there.
    pub fn is_reached(self) -> bool {
        matches!(self, Self::Reached | Self::Readable)
    }
}

#[cfg(test)]
mod tests;
