//! [`Failure`]: why no token was obtained, and the sentences that say it.
//!
//! What a server says is hostile text: cut, without controls, a link only where it is encrypted. Never here: the
//! meaning of standard codes ([`super::codes`]).

use super::codes;
use super::origin::Origin;
use super::parameters::Parameters;
use crate::core::address::HttpUrl;
use crate::core::i18n::Text;
use crate::core::problem::{Place, Problem};
use serde_json::Value;

/// Characters kept of what a server says.
const LONGEST: usize = 500;

/// Why no token was obtained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// An address of the document or of the server is no http(s) address.
    NotAnAddress(String),
    /// An address would carry secrets in clear.
    NotEncrypted(String),
    /// The return address holds neither a code, nor a token, nor an error.
    Nothing,
    /// The answer is not that of the request that waits for it.
    State,
    /// The answer comes from another server than the one that was asked (RFC 9207).
    Issuer {
        /// The server asked.
        expected: String,
        /// The one that answers; `None` where it had to say and does not.
        found: Option<String>,
    },
    /// The identity token is not that of this request.
    Nonce,
    /// The server says no.
    Refused(ServerError),
    /// The server answered with this status and nothing that can be read.
    Unreadable(u16),
    /// The browser gives no SHA-256 to a page that came in clear: no PKCE.
    NotSecureContext,
    /// The browser did not open the window.
    Blocked,
    /// The window is closed, or its server hides whether it is: its answer may still come.
    Closed,
    /// The browser keeps nothing for this tab: the answer to a request made from it would find nobody.
    NotKept,
    /// The answer did not come in time.
    TimedOut,
    /// The person gave up.
    Cancelled,
}

/// What a server says of its refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServerError {
    /// `error`: a code.
    pub code: String,
    /// `error_description`: plain text.
    pub description: Option<String>,
    /// `error_uri`: a page about it.
    pub page: Option<HttpUrl>,
}

impl ServerError {
    /// The error among parameters, if there is one.
    pub(super) fn of_parameters(parameters: &Parameters) -> Option<Self> {
        Self::read(|name| parameters.get(name))
    }

    /// The error of a JSON answer, if there is one.
    pub(super) fn of_json(value: &Value) -> Option<Self> {
        Self::read(|name| value.get(name).and_then(Value::as_str))
    }

    fn read<'a>(get: impl Fn(&str) -> Option<&'a str>) -> Option<Self> {
        let code = plain(get("error")?)?;
        let is_safe = |url: &HttpUrl| Origin::parse(url.as_str()).is_some_and(|origin| origin.is_secure());
        let page = get("error_uri").filter(|url| url.len() <= 4 * LONGEST).and_then(HttpUrl::parse).filter(is_safe);
        Some(Self { code, description: get("error_description").and_then(plain), page })
    }
}

/// What may be shown of a hostile text: no controls, nothing that changes the direction of what follows.
pub(in crate::core) fn plain(text: &str) -> Option<String> {
    let shown = |character: &char| {
        !character.is_control()
            && !matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let mut kept: String = text.chars().filter(shown).take(LONGEST).collect();
    kept.truncate(kept.trim_end().len());
    (!kept.trim_start().is_empty()).then_some(kept)
}

impl Failure {
    /// What happened and what to do. The place is `/security`: whoever knows the scheme says which.
    pub fn problem(&self) -> Problem {
        let (code, what, mend) = match self {
            Self::NotAnAddress(url) => ("authorization-address", not_an_address(url), ASK_PRODUCER),
            Self::NotEncrypted(url) => ("authorization-not-encrypted", not_encrypted(url), ASK_PRODUCER),
            Self::Nothing => said("authorization-nothing", &NOTHING),
            Self::State => said("authorization-state", &STATE),
            Self::Issuer { expected, found } => {
                ("authorization-issuer", issuer(expected, found.as_deref()), DO_NOT_TRUST)
            }
            Self::Nonce => said("authorization-nonce", &NONCE),
            Self::Refused(error) => {
                let (_, _, mend) = codes::code(&error.code);
                ("authorization-refused", refused(error), *mend)
            }
            Self::Unreadable(status) => ("authorization-unreadable", unreadable(*status), ASK_PRODUCER),
            Self::NotSecureContext => said("authorization-not-secure-context", &NOT_SECURE_CONTEXT),
            Self::Blocked => said("authorization-blocked", &BLOCKED),
            Self::Closed => said("authorization-closed", &CLOSED),
            Self::NotKept => said("authorization-not-kept", &NOT_KEPT),
            Self::TimedOut => said("authorization-timed-out", &TIMED_OUT),
            Self::Cancelled => said("authorization-cancelled", &CANCELLED),
        };
        let ([fr, en], [mend_fr, mend_en]) = (what, mend);
        Problem::error(code, Place::default().at_pointer("/security"), Text::new(fr, en), Text::new(mend_fr, mend_en))
    }
}

const AGAIN: [&str; 2] = ["Recommencez la demande.", "Make the request again."];
const ASK_PRODUCER: [&str; 2] = [
    "Signalez-le au producteur\u{202f}; si vous avez déjà un jeton, collez-le.",
    "Tell the producer; if you already have a token, paste it.",
];
const DO_NOT_TRUST: [&str; 2] = [
    "La réponse n’a pas été utilisée. Signalez-le au producteur avant de recommencer.",
    "The answer was not used. Tell the producer before you start again.",
];
/// What happened and what to do, in French and in English.
type Said = ([&'static str; 2], [&'static str; 2]);

fn said(code: &'static str, said: &'static Said) -> (&'static str, [String; 2], [&'static str; 2]) {
    (code, said.0.map(str::to_owned), said.1)
}

static NOTHING: Said = (
    [
        "Le serveur d’autorisation a répondu sans code, sans jeton et sans erreur.",
        "The authorization server answered without a code, a token or an error.",
    ],
    AGAIN,
);
static STATE: Said = (
    [
        "La réponse n’est pas celle de la demande en cours (state différent)\u{202f}: elle n’a pas été utilisée.",
        "The answer is not that of the current request (another state): it was not used.",
    ],
    AGAIN,
);
static NONCE: Said = (
    [
        "Le jeton d’identité n’est pas celui de la demande en cours (nonce différent)\u{202f}: il n’a pas été utilisé.",
        "The identity token is not that of the current request (another nonce): it was not used.",
    ],
    AGAIN,
);
static NOT_SECURE_CONTEXT: Said = (
    [
        "Ce site vous est servi sans chiffrement (http)\u{202f}: le navigateur lui refuse le calcul SHA-256 que demande PKCE.",
        "This site came to you without encryption (http): the browser refuses it the SHA-256 that PKCE needs.",
    ],
    ["Ouvrez le site en https, puis recommencez.", "Open the site with https, then start again."],
);
static BLOCKED: Said = (
    [
        "Le navigateur a bloqué l’ouverture de la page d’autorisation.",
        "The browser blocked the opening of the authorization page.",
    ],
    [
        "Autorisez les fenêtres de ce site, ou continuez dans cet onglet.",
        "Allow the windows of this site, or go on in this tab.",
    ],
);
static CLOSED: Said = (
    [
        "La page d’autorisation semble fermée, et n’a pas encore répondu.",
        "The authorization page seems to be closed, and has not answered yet.",
    ],
    [
        "Si elle est encore ouverte, terminez-y la demande\u{202f}; sinon, annulez et recommencez.",
        "If it is still open, finish there; otherwise cancel and start again.",
    ],
);
static NOT_KEPT: Said = (
    [
        "Le navigateur refuse de garder la demande le temps de l’autorisation.",
        "The browser refuses to keep the request during the authorization.",
    ],
    [
        "Autorisez ce site à garder des données, ou autorisez ses fenêtres.",
        "Allow this site to keep data, or allow its windows.",
    ],
);
static TIMED_OUT: Said =
    (["La page d’autorisation n’a pas répondu à temps.", "The authorization page did not answer in time."], AGAIN);
static CANCELLED: Said =
    (["La demande d’autorisation a été annulée.", "The request for authorization was cancelled."], AGAIN);

fn not_an_address(url: &str) -> [String; 2] {
    let url = plain(url).unwrap_or_default();
    [
        format!("L’adresse d’autorisation «\u{202f}{url}\u{202f}» n’est pas une adresse https complète."),
        format!("The authorization address `{url}` is not a whole https address."),
    ]
}

fn not_encrypted(url: &str) -> [String; 2] {
    let url = plain(url).unwrap_or_default();
    [
        format!(
            "L’adresse d’autorisation «\u{202f}{url}\u{202f}» n’est pas chiffrée (http)\u{202f}: vos identifiants y seraient lisibles par tous."
        ),
        format!("The authorization address `{url}` is not encrypted (http): anyone could read your credentials."),
    ]
}

fn issuer(expected: &str, found: Option<&str>) -> [String; 2] {
    let expected = plain(expected).unwrap_or_default();
    match found.and_then(plain) {
        Some(found) => [
            format!(
                "La réponse vient de «\u{202f}{found}\u{202f}» et non du serveur interrogé, «\u{202f}{expected}\u{202f}»."
            ),
            format!("The answer comes from `{found}`, not from the server that was asked, `{expected}`."),
        ],
        None => [
            format!(
                "La réponse ne dit pas qu’elle vient de «\u{202f}{expected}\u{202f}», ce que ce serveur s’engage à dire."
            ),
            format!("The answer does not say that it comes from `{expected}`, as this server promises to."),
        ],
    }
}

fn refused(error: &ServerError) -> [String; 2] {
    let (_, [fr, en], _) = codes::code(&error.code);
    let code = &error.code;
    match &error.description {
        Some(description) => [
            format!("{fr} Réponse du serveur\u{202f}: «\u{202f}{description}\u{202f}» ({code})."),
            format!("{en} Answer of the server: “{description}” ({code})."),
        ],
        None => [format!("{fr} ({code})"), format!("{en} ({code})")],
    }
}

fn unreadable(status: u16) -> [String; 2] {
    [
        format!("Le serveur d’autorisation a répondu par le statut {status}, sans jeton ni erreur lisibles."),
        format!("The authorization server answered with the status {status}, without a token or an error to read."),
    ]
}
