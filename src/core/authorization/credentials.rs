//! [`Credentials`]: what a person gave for one document, and the servers it may be sent to.
//!
//! Bound to the origins of the document's servers: another origin is asked about first, and no answer sends a secret
//! in clear over the internet. Never here: forms, storage (the text for it is in [`super::storage`]).

use super::origin::Origin;
use super::token::Token;
use crate::core::call::Given;
use crate::core::i18n::Text;
use crate::core::openapi::Server;
use crate::core::problem::{Place, Problem};
use crate::core::request::{Request, SecretPlace};
use std::collections::BTreeMap;

/// Origins known of one document: more are asked about.
const MOST_ORIGINS: usize = 200;
/// Addresses tried of one server with variables.
const MOST_ADDRESSES: usize = 64;

/// What a person gave for one document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Credentials {
    pub(super) given: BTreeMap<String, Given>,
    pub(super) tokens: Vec<(String, Token)>,
    pub(super) servers: Vec<Origin>,
    pub(super) granted: Vec<Origin>,
}

/// Whether credentials may go with a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Binding {
    /// They may.
    Allowed,
    /// The person has to say so first.
    Ask {
        /// Who would receive them.
        origin: Origin,
        /// Who may already.
        known_origins: Vec<Origin>,
    },
    /// They may not, whatever the person says.
    Refused(Refusal),
}

/// Why credentials may not go with a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The address does not say for sure who receives the request.
    NotAnAddress,
    /// Anyone on the way could read them.
    NotEncrypted(Origin),
}

impl Credentials {
    /// No credentials yet, for a document that answers at these origins.
    pub fn new(servers: Vec<Origin>) -> Self {
        Self { servers, ..Self::default() }
    }

    /// Keeps what a person gave for a scheme. What is empty is forgotten.
    pub fn give(&mut self, scheme: &str, given: Given) {
        self.forget(scheme);
        let is_empty = match &given {
            Given::Value(value) => value.trim().is_empty(),
            Given::Account { user, password } => user.is_empty() && password.is_empty(),
            Given::Token { token, .. } => token.trim().is_empty(),
        };
        if !is_empty {
            self.given.insert(scheme.to_owned(), given);
        }
    }

    /// Keeps a token with what renews it.
    pub fn give_token(&mut self, scheme: &str, token: Token) {
        self.give(scheme, token.given());
        self.tokens.push((scheme.to_owned(), token));
    }

    /// What was given, by scheme, for a draft.
    pub fn given(&self) -> &BTreeMap<String, Given> {
        &self.given
    }

    /// The token a server gave for a scheme.
    pub fn token(&self, scheme: &str) -> Option<&Token> {
        self.tokens.iter().find(|(name, _)| name == scheme).map(|(_, token)| token)
    }

    /// Forgets what was given for a scheme.
    pub fn forget(&mut self, scheme: &str) {
        self.given.remove(scheme);
        self.tokens.retain(|(name, _)| name != scheme);
    }

    /// Forgets everything, permissions included.
    pub fn forget_all(&mut self) {
        *self = Self::new(std::mem::take(&mut self.servers));
    }

    /// The person agrees that credentials of this document go to `origin`.
    pub fn grant(&mut self, origin: Origin) {
        if !self.granted.contains(&origin) && self.granted.len() < MOST_ORIGINS {
            self.granted.push(origin);
        }
    }

    /// The document answers at these origins too.
    pub fn know(&mut self, servers: impl IntoIterator<Item = Origin>) {
        for origin in servers {
            if !self.servers.contains(&origin) && self.servers.len() < MOST_ORIGINS {
                self.servers.push(origin);
            }
        }
    }

    /// Who may receive them: the servers of the document, and the origins that the person agreed to.
    pub fn known_origins(&self) -> Vec<Origin> {
        let mut known = self.servers.clone();
        known.extend(self.granted.iter().filter(|origin| !self.servers.contains(origin)).cloned());
        known
    }

    /// Whether credentials may go with a request to `url`.
    pub fn allowed(&self, url: &str) -> Binding {
        let Some(origin) = Origin::parse(url) else { return Binding::Refused(Refusal::NotAnAddress) };
        if !origin.is_secure() && !origin.is_private() {
            return Binding::Refused(Refusal::NotEncrypted(origin));
        }
        let known_origins = self.known_origins();
        if known_origins.contains(&origin) { Binding::Allowed } else { Binding::Ask { origin, known_origins } }
    }
}

impl Refusal {
    /// What happened and what to do.
    pub fn problem(&self) -> Problem {
        let place = Place::default().at_pointer("/server");
        match self {
            Self::NotAnAddress => Problem::error(
                "credentials-address",
                place,
                Text::new(
                    "Vos identifiants ne sont pas envoyés\u{202f}: l’adresse de la requête ne dit pas sûrement qui la reçoit.",
                    "Your credentials are not sent: the address of the request does not say for sure who receives it.",
                ),
                Text::new(
                    "Choisissez un serveur dont l’adresse commence par https:// suivi d’un nom d’hôte, sans nom d’utilisateur.",
                    "Choose a server whose address begins with https:// and the name of a host, without a user name.",
                ),
            ),
            Self::NotEncrypted(origin) => Problem::error(
                "credentials-not-encrypted",
                place,
                Text::new(
                    format!(
                        "Vos identifiants ne sont pas envoyés à {origin}\u{202f}: la connexion n’est pas chiffrée, tous pourraient les lire."
                    ),
                    format!(
                        "Your credentials are not sent to {origin}: the connection is not encrypted, anyone could read them."
                    ),
                ),
                Text::new(
                    "Choisissez un serveur en https, ou demandez-en un au producteur.",
                    "Choose a server with https, or ask the producer for one.",
                ),
            ),
        }
    }
}

/// The header whose secret would follow a redirection to another origin. Browsers take only `Authorization` away then
/// (Fetch standard, HTTP-redirect fetch, step 13), and cookies never come from here.
pub fn carried_by_redirections(request: &Request) -> Option<&str> {
    request.secrets.iter().find_map(|secret| match &secret.place {
        SecretPlace::Header(name) if !name.eq_ignore_ascii_case("authorization") => Some(name.as_str()),
        _ => None,
    })
}

/// The origins where servers answer: with the default of each variable, and with each of the values it is limited to.
pub fn origins(servers: &[Server<'_>]) -> Vec<Origin> {
    let mut origins: Vec<Origin> = Vec::new();
    for server in servers {
        let limited = || server.variables.iter().filter(|variable| !variable.values.is_empty());
        let all = limited().fold(1, |all: usize, variable| all.saturating_mul(variable.values.len() + 1));
        for combination in 0..all.min(MOST_ADDRESSES) {
            let address = server.address(|name| {
                let mut rest = combination;
                for variable in limited() {
                    let choices = variable.values.len() + 1;
                    // The first choice of each is its default.
                    if variable.name == name {
                        return (rest % choices).checked_sub(1).and_then(|rank| variable.values.get(rank)).cloned();
                    }
                    rest /= choices;
                }
                None
            });
            let new = Origin::parse(&address).filter(|origin| !origins.contains(origin));
            origins.extend(new.filter(|_| origins.len() < MOST_ORIGINS));
        }
    }
    origins
}
