//! What a call must prove, in words.

use super::view::SchemeView;
use crate::core::i18n::Text;
use crate::core::openapi::{KeyLocation, Requirement, SchemeKind};

/// Most combinations shown, and most schemes or scopes in one.
const MOST: usize = 50;

/// The combinations that are accepted; an empty one where nothing need be proved.
pub(super) fn security(requirements: &[Requirement<'_>]) -> Vec<Vec<SchemeView>> {
    let schemes = |requirement: &Requirement<'_>| {
        let uses = requirement.schemes.iter().take(MOST);
        let view = uses.map(|one| SchemeView {
            name: one.name.to_owned(),
            kind: scheme_in_words(one.scheme.as_ref().map(|scheme| &scheme.kind)),
            scopes: one.scopes.iter().take(MOST).map(|scope| (*scope).to_owned()).collect(),
        });
        view.collect()
    };
    requirements.iter().take(MOST).map(schemes).collect()
}

/// What a scheme is, in words; `None` where the document does not describe it.
pub fn scheme_in_words(kind: Option<&SchemeKind<'_>>) -> Text {
    match kind {
        Some(SchemeKind::ApiKey { name, location }) => {
            let (fr, en) = match location {
                KeyLocation::Header => ("l’en-tête", "header"),
                KeyLocation::Query => ("le paramètre d’adresse", "query parameter"),
                KeyLocation::Cookie => ("le cookie", "cookie"),
            };
            Text::new(format!("clé d’API dans {fr} {name}"), format!("API key in the {en} {name}"))
        }
        Some(SchemeKind::Http { scheme, bearer_format }) => match (scheme.as_str(), bearer_format) {
            ("basic", _) => {
                Text::new("nom d’utilisateur et mot de passe (HTTP Basic)", "user name and password (HTTP Basic)")
            }
            ("bearer", None) => Text::new("jeton Bearer", "bearer token"),
            ("bearer", Some(format)) => {
                Text::new(format!("jeton Bearer ({format})"), format!("bearer token ({format})"))
            }
            (other, _) => Text::new(
                format!("authentification HTTP «\u{202f}{other}\u{202f}»"),
                format!("HTTP authentication “{other}”"),
            ),
        },
        Some(SchemeKind::OAuth2 { .. }) => Text::new("OAuth 2", "OAuth 2"),
        Some(SchemeKind::OpenIdConnect { .. }) => Text::new("OpenID Connect", "OpenID Connect"),
        Some(SchemeKind::MutualTls) => Text::new("certificat client", "client certificate"),
        None => Text::new("non décrit par le document", "not described by the document"),
    }
}
