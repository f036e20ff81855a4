//! What proves who calls, as a form. Never here: getting a token ([`crate::core::authorization`]).

use super::build::MOST;
use super::control::plain;
use super::view::{FlowForm, SchemeForm, SchemeInput};
use crate::core::authorization::Metadata;
use crate::core::explorer::scheme_in_words;
use crate::core::i18n::Text;
use crate::core::openapi::{Flow, KeyLocation, Requirement, Scheme, SchemeKind};

/// One combination.
pub(super) fn requirement(requirement: &Requirement<'_>) -> Vec<SchemeForm> {
    let uses = requirement.schemes.iter().take(MOST);
    let scheme = uses.map(|one| SchemeForm {
        name: one.name.to_owned(),
        kind: scheme_in_words(one.scheme.as_ref().map(|scheme| &scheme.kind)),
        input: one.scheme.as_ref().map_or(SchemeInput::Value, input),
        note: one.scheme.as_ref().and_then(note),
        scopes: one.scopes.iter().take(MOST).map(|scope| (*scope).to_owned()).collect(),
    });
    scheme.collect()
}

fn input(scheme: &Scheme<'_>) -> SchemeInput {
    match &scheme.kind {
        SchemeKind::Http { scheme, .. } if scheme == "basic" => SchemeInput::Account,
        SchemeKind::Http { scheme, .. } if scheme == "digest" => SchemeInput::Outside,
        SchemeKind::MutualTls => SchemeInput::Outside,
        SchemeKind::ApiKey { .. } | SchemeKind::Http { .. } => SchemeInput::Value,
        SchemeKind::OpenIdConnect { url } => SchemeInput::Discovery(url.clone()),
        SchemeKind::OAuth2 { flows, metadata_url } => match metadata_url {
            Some(url) if flows.is_empty() => SchemeInput::Discovery(url.clone()),
            _ => SchemeInput::Token(flows.iter().map(flow).collect()),
        },
    }
}

fn flow(flow: &Flow<'_>) -> FlowForm {
    FlowForm {
        kind: flow.kind,
        authorization_url: flow.authorization_url.clone(),
        token_url: flow.token_url.clone(),
        refresh_url: flow.refresh_url.clone(),
        device_authorization_url: flow.device_authorization_url.clone(),
        scopes: flow.scopes.iter().take(MOST).map(|(name, what)| ((*name).to_owned(), plain(what))).collect(),
    }
}

/// The ways to get a token that a server describes itself.
pub fn flows(metadata: &Metadata) -> Vec<FlowForm> {
    let scopes = || metadata.scopes.iter().take(MOST).map(|name| (name.clone(), String::new()));
    let flow = |kind| FlowForm {
        kind,
        authorization_url: metadata.authorization_endpoint.clone(),
        token_url: metadata.token_endpoint.clone(),
        refresh_url: None,
        device_authorization_url: metadata.device_authorization_endpoint.clone(),
        scopes: scopes().collect(),
    };
    metadata.flows.iter().map(|kind| flow(*kind)).collect()
}

/// What to know before a credential is given.
fn note(scheme: &Scheme<'_>) -> Option<Text> {
    let (fr, en) = match &scheme.kind {
        SchemeKind::ApiKey { location: KeyLocation::Query, .. } => (
            "Cette clé fait partie de l’adresse appelée\u{202f}: le serveur et ceux par qui il passe peuvent la garder dans leurs journaux.",
            "This key is part of the address that is called: the server and those it goes through may keep it in their logs.",
        ),
        SchemeKind::ApiKey { location: KeyLocation::Cookie, .. } => (
            "Un navigateur n’envoie pas le cookie qu’une page écrit pour un autre site\u{202f}: la clé n’est pas envoyée d’ici, elle ne sert qu’à la commande ci-dessous.",
            "A browser does not send a cookie that a page writes for another site: the key is not sent from here, it is for the command below only.",
        ),
        SchemeKind::Http { scheme, .. } if scheme == "digest" => (
            "Digest répond à un défi du serveur, qu’une page ne peut pas lire. Appelez l’API hors du navigateur, par exemple avec curl --digest --user NOM.",
            "Digest answers a challenge of the server, which a page cannot read. Call the API outside the browser, for instance with curl --digest --user NAME.",
        ),
        SchemeKind::MutualTls => (
            "Un certificat se présente pendant la connexion, avant tout ce qu’une page peut envoyer. Appelez l’API hors du navigateur, par exemple avec curl --cert client.pem --key client.key.",
            "A certificate is presented while the connection is made, before anything that a page may send. Call the API outside the browser, for instance with curl --cert client.pem --key client.key.",
        ),
        _ => return None,
    };
    Some(Text::new(fr, en))
}
