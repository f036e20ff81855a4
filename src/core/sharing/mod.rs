//! Links that reopen a filled-in operation: a draft without its secrets, in the fragment of the address of the operation.
//!
//! A fragment is not sent to servers. `#call=1.` then the draft as JSON in `base64url`; `1` is the version of the format.
//! Never here: which operation it is (the rest of the address says it), the address bar.

#[cfg(test)]
mod tests;

use super::call::Draft;
use super::i18n::Text;
use super::problem::{Place, Problem};
use super::request::{Secret, base64};
use super::secret::{Cleaned, without_secrets};

/// The longest fragment: mail and chat programs cut longer addresses.
pub const MOST_CHARACTERS: usize = 8_000;

const KEY: &str = "call=";
const VERSION: &str = "1";

/// A link to share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What follows `#` in the address.
    pub fragment: String,
    /// JSON pointers to the secrets that are not in the link: `/query/api_key`.
    pub left_out: Vec<String>,
}

/// The draft does not fit in an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong {
    /// How many characters its fragment would have.
    pub characters: usize,
}

impl TooLong {
    /// What happened and what to do.
    pub fn problem(self) -> Problem {
        let (characters, most) = (self.characters, MOST_CHARACTERS);
        let what = Text::new(
            format!("Le lien compterait {characters} caractères\u{202f}; au-delà de {most}, il serait coupé en route."),
            format!("The link would have {characters} characters; above {most} it would be cut on its way."),
        );
        let mend = Text::new(
            "Raccourcissez le corps de la requête, ou partagez-la sous forme de commande cURL ou de collection.",
            "Shorten the body of the request, or share it as a cURL command or a collection.",
        );
        Problem::error("link-too-long", Place::default(), what, mend)
    }
}

/// The link of `draft`. `known` are the secrets that only the document tells ([`known`](super::secret::known)).
pub fn write(draft: &Draft, known: &[Secret]) -> Result<Link, TooLong> {
    let Cleaned { draft, left_out, .. } = without_secrets(draft, known);
    // Keys are texts and numbers finite: writing a draft cannot fail.
    let json = serde_json::to_vec(&draft).unwrap_or_default();
    let fragment = [KEY, VERSION, ".", &base64::encode_url(&json)].concat();
    match fragment.len() {
        characters if characters > MOST_CHARACTERS => Err(TooLong { characters }),
        _ => Ok(Link { fragment, left_out }),
    }
}

/// The draft of a fragment, with or without `#`; `None` when it is that of no call.
pub fn read(fragment: &str) -> Option<Result<Draft, Problem>> {
    let written = fragment.strip_prefix('#').unwrap_or(fragment).strip_prefix(KEY)?;
    if fragment.len() > MOST_CHARACTERS {
        return Some(Err(TooLong { characters: fragment.len() }.problem()));
    }
    let Some((version, encoded)) = written.split_once('.') else { return Some(Err(damaged("."))) };
    if version != VERSION {
        return Some(Err(other_version()));
    }
    let Some(json) = base64::decode(encoded) else { return Some(Err(damaged("base64url"))) };
    Some(serde_json::from_slice(&json).map_err(|error| damaged(&error.to_string())))
}

fn damaged(detail: &str) -> Problem {
    let what = Text::new(
        format!("Le lien ne contient pas une requête lisible ({detail})\u{202f}: l’opération s’ouvre vide."),
        format!("The link holds no readable request ({detail}): the operation opens empty."),
    );
    let mend = Text::new(
        "Le lien a pu être coupé\u{202f}: copiez-le en entier, ou demandez-le à nouveau.",
        "The link may have been cut: copy the whole of it, or ask for it again.",
    );
    Problem::error("link-damaged", Place::default(), what, mend)
}

fn other_version() -> Problem {
    let what = Text::new(
        "Le lien vient d’une autre version du site\u{202f}: l’opération s’ouvre vide.",
        "The link comes from another version of the site: the operation opens empty.",
    );
    let mend =
        Text::new("Rechargez la page, puis suivez le lien à nouveau.", "Reload the page, then follow the link again.");
    Problem::error("link-version", Place::default(), what, mend)
}
