//! Which credentials go with a call: one of the combinations the operation accepts, never more.

use super::draft::Given;
use super::problem;
use crate::core::openapi::{KeyLocation, Operation, Requirement, Scheme, SchemeKind};
use crate::core::problem::Problem;
use crate::core::request::auth::{Credential, SchemeCredential};
use crate::core::request::style::Location;
use std::collections::BTreeMap;

/// The credentials of the first combination that is given whole; else what is given of the one that lacks least.
///
/// Alternatives are not added up: a key is not shown to a server that asked for another.
pub(super) fn credentials(
    operation: &Operation<'_>,
    given: &BTreeMap<String, Given>,
    problems: &mut Vec<Problem>,
) -> Vec<SchemeCredential> {
    let Some((chosen, lacking)) = chosen(operation, given) else { return Vec::new() };
    if !lacking.is_empty() {
        if operation.security.iter().any(|requirement| requirement.schemes.is_empty()) {
            return Vec::new();
        }
        problems.extend(lacking.into_iter().map(problem::missing_credential));
    }
    let credential = |name: &str, scheme: &Scheme<'_>| {
        let credential = credential(&scheme.kind, given.get(name))?;
        Some(SchemeCredential { scheme: name.to_owned(), credential })
    };
    chosen.schemes.iter().filter_map(|one| credential(one.name, one.scheme.as_ref()?)).collect()
}

/// The combination that lacks least of all that the operation accepts, and the names it lacks.
pub(super) fn chosen<'o, 'a>(
    operation: &'o Operation<'a>,
    given: &BTreeMap<String, Given>,
) -> Option<(&'o Requirement<'a>, Vec<&'a str>)> {
    let lacking = |requirement: &Requirement<'a>| -> Vec<&'a str> {
        let schemes = requirement.schemes.iter().filter(|one| !is_given(one.name, one.scheme.as_ref(), given));
        schemes.map(|one| one.name).collect()
    };
    let asked = operation.security.iter().filter(|requirement| !requirement.schemes.is_empty());
    asked.map(|requirement| (requirement, lacking(requirement))).min_by_key(|(_, lacking)| lacking.len())
}

fn is_given(name: &str, scheme: Option<&Scheme<'_>>, given: &BTreeMap<String, Given>) -> bool {
    // Certificates are not given to a page: the browser holds them.
    given.contains_key(name) || scheme.is_some_and(|scheme| scheme.kind == SchemeKind::MutualTls)
}

fn credential(kind: &SchemeKind<'_>, given: Option<&Given>) -> Option<Credential> {
    if *kind == SchemeKind::MutualTls {
        return Some(Credential::MutualTls);
    }
    let given = given?;
    Some(match kind {
        SchemeKind::ApiKey { name, location } => {
            let location = match location {
                KeyLocation::Header => Location::Header,
                KeyLocation::Query => Location::Query,
                KeyLocation::Cookie => Location::Cookie,
            };
            Credential::ApiKey { location, name: (*name).to_owned(), key: value(given) }
        }
        SchemeKind::Http { scheme, .. } => match (scheme.as_str(), given) {
            ("basic", Given::Account { user, password }) => {
                Credential::Basic { user: user.clone(), password: password.clone() }
            }
            ("basic", given) => {
                let value = value(given);
                let (user, password) = value.split_once(':').unwrap_or((&value, ""));
                Credential::Basic { user: user.to_owned(), password: password.to_owned() }
            }
            ("bearer", given) => token(given),
            ("digest", _) => Credential::Digest,
            (scheme, given) => Credential::Http { scheme: scheme.to_owned(), value: value(given) },
        },
        SchemeKind::OAuth2 { .. } | SchemeKind::OpenIdConnect { .. } => token(given),
        SchemeKind::MutualTls => Credential::MutualTls,
    })
}

fn token(given: &Given) -> Credential {
    match given {
        Given::Token { kind: Some(kind), token } if !kind.is_empty() && !kind.eq_ignore_ascii_case("bearer") => {
            Credential::Http { scheme: kind.clone(), value: token.clone() }
        }
        given => Credential::Bearer { token: value(given) },
    }
}

fn value(given: &Given) -> String {
    match given {
        Given::Value(value) => value.clone(),
        Given::Account { user, password } => format!("{user}:{password}"),
        Given::Token { token, .. } => token.clone(),
    }
}
