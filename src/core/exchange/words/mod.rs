//! The sentences of every diagnosis, with names in braces for what they speak of.
//!
//! Never here: choosing one, filling it.

mod network;
mod request;

use super::cause::Cause;
use super::steps::Step;

/// The sentences of one cause: French, then English.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words {
    /// Stable name, for tests and style.
    pub(super) id: &'static str,
    /// The cause, in a few words.
    pub(super) title: (&'static str, &'static str),
    /// What happens.
    pub(super) explanation: (&'static str, &'static str),
    /// What to do, the best thing first.
    pub(super) steps: &'static [Step],
    /// What the producer is asked, when it can mend this.
    pub(super) ask: Option<(&'static str, &'static str)>,
}

/// The sentences of `cause`.
pub(super) fn words(cause: Cause) -> Words {
    let mut tables = network::NETWORK.iter().chain(&request::REQUEST);
    let found = tables.find(|(other, _)| *other == cause);
    found.map_or(NOTHING, |(_, words)| *words)
}

/// Sentences of a cause that has none, which a test excludes.
const NOTHING: Words = Words { id: "", title: ("", ""), explanation: ("", ""), steps: &[], ask: None };

/// The message for a producer, around what it is asked.
pub(super) const MESSAGE: (&str, &str) = (
    "Bonjour,\n\nDepuis la page {page}, un navigateur ne peut pas appeler l’opération \
     «\u{202f}{operation}\u{202f}»\u{202f}:\n{method} {address}\n\n{ask}\n\nMerci.\n",
    "Hello,\n\nFrom the page {page}, a browser cannot call the operation “{operation}”:\n{method} \
     {address}\n\n{ask}\n\nThank you.\n",
);

/// What it is asked besides, where browsers ask first.
pub(super) const ASKED: (&str, &str) = (
    "\nRépondez aussi à la requête OPTIONS que le navigateur envoie d’abord, sans exiger d’authentification, par un \
     statut 204 et\u{202f}:\n\n{lines}",
    "\nAnswer too the OPTIONS request that the browser sends first, without asking for authentication, with status \
     204 and:\n\n{lines}",
);

/// What an explanation adds, where browsers ask first.
pub(super) const FIRST: (&str, &str) = (
    " De plus, cet appel demande une autorisation préalable (requête OPTIONS) à cause de\u{202f}: {why}.",
    " Moreover, this call needs leave beforehand (OPTIONS request) because of: {why}.",
);
