//! Credentials applied to a request: what each security scheme adds, and where.
//!
//! Never here: obtaining a token, storing one.

use super::headers::Headers;
use super::message::{Secret, SecretPlace, variable_name};
use super::percent::{self, Set};
use super::{base64, style::Location};
use crate::core::i18n::Text;
use crate::core::pointer;
use crate::core::problem::{Place, Problem};

/// What the person gives for one security scheme. Several are all needed at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemeCredential {
    /// Name of the scheme in the description.
    pub scheme: String,
    /// What is given.
    pub credential: Credential,
}

/// What proves who is calling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Credential {
    /// `apiKey`.
    ApiKey {
        /// Query, header or cookie.
        location: Location,
        /// Name of the parameter.
        name: String,
        /// The key.
        key: String,
    },
    /// `http`, scheme `basic`.
    Basic {
        /// User name: any text without `:`.
        user: String,
        /// Password: any text.
        password: String,
    },
    /// `http`, scheme `bearer`.
    Bearer {
        /// The token.
        token: String,
    },
    /// `oauth2` and `openIdConnect`, once a token was obtained.
    AccessToken {
        /// The token.
        token: String,
    },
    /// `http` with another scheme: `Authorization: <scheme> <value>`.
    Http {
        /// Name of the scheme.
        scheme: String,
        /// What follows it.
        value: String,
    },
    /// `http`, scheme `digest`.
    Digest,
    /// `mutualTLS`.
    MutualTls,
}

/// What credentials add to the query, already encoded.
pub(super) type Pairs = Vec<(String, String)>;

/// Adds every credential to `headers` and to the pairs of the query.
pub(super) fn apply(
    credentials: &[SchemeCredential],
    headers: &mut Headers,
    problems: &mut Vec<Problem>,
) -> (Pairs, Vec<Secret>) {
    let (mut query, mut secrets) = (Vec::new(), Vec::new());
    for SchemeCredential { scheme, credential } in credentials {
        let place = Place::default().at_pointer(pointer::child("/security", scheme));
        let variable = variable_name(scheme);
        let mut in_header = |name: &str, prefix: &str, value: String| {
            if name.eq_ignore_ascii_case("authorization") && headers.has(name) {
                problems.push(conflict(scheme, &place));
                return;
            }
            headers.add(name, &format!("{prefix}{value}"), &place, problems);
            secrets.push(Secret { variable: variable.clone(), place: SecretPlace::Header(name.to_owned()), value });
        };
        match credential {
            Credential::ApiKey { location: Location::Header, name, key } => in_header(name, "", key.trim().to_owned()),
            Credential::ApiKey { location: Location::Cookie, name, key } => {
                let value = percent::encode(key, Set::Unreserved);
                in_header("Cookie", &format!("{name}="), value);
            }
            Credential::ApiKey { name, key, .. } => {
                let value = percent::encode(key, Set::Unreserved);
                secrets.push(Secret { variable, place: SecretPlace::Url, value: value.clone() });
                query.push((percent::encode(name, Set::Unreserved), value));
            }
            Credential::Basic { user, password } => {
                in_header("Authorization", "Basic ", base64::encode(format!("{user}:{password}").as_bytes()));
                if user.contains(':') {
                    problems.push(colon_in_user(&place));
                }
            }
            Credential::Bearer { token } | Credential::AccessToken { token } => {
                // A token copied with its scheme would be sent as `Bearer Bearer …`.
                let token = token.trim();
                let bare = token.get(..7).filter(|start| start.eq_ignore_ascii_case("bearer ")).and(token.get(7..));
                in_header("Authorization", "Bearer ", bare.unwrap_or(token).trim().to_owned());
            }
            Credential::Http { scheme, value } => in_header("Authorization", &format!("{scheme} "), value.clone()),
            Credential::Digest => problems.push(digest(&place)),
            Credential::MutualTls => problems.push(mutual_tls(&place)),
        }
    }
    secrets.retain(|secret| !secret.value.is_empty());
    (query, secrets)
}

fn conflict(scheme: &str, place: &Place) -> Problem {
    let what = Text::new(
        format!(
            "«\u{202f}{scheme}\u{202f}» et un autre moyen utilisent tous deux l’en-tête Authorization, qui est unique."
        ),
        format!("`{scheme}` and another scheme both use the header Authorization, which stands once."),
    );
    let mend = Text::new(
        "Ne gardez que l’un des deux, et signalez au producteur que les deux ensemble sont impossibles.",
        "Keep one of the two, and tell the producer that both at once are impossible.",
    );
    Problem::error("authorization-conflict", place.clone(), what, mend)
}

fn colon_in_user(place: &Place) -> Problem {
    let what = Text::new(
        "Le nom d’utilisateur contient «\u{202f}:\u{202f}», que le schéma Basic prend pour la fin du nom.",
        "The user name holds `:`, which the Basic scheme takes for the end of the name.",
    );
    let mend = Text::new("Utilisez un nom sans deux-points.", "Use a name without a colon.");
    Problem::warning("colon-in-user", place.clone(), what, mend)
}

fn digest(place: &Place) -> Problem {
    let what = Text::new(
        "Le schéma Digest répond à un défi du serveur, qu’une page ne peut pas lire.",
        "The Digest scheme answers a challenge of the server, which a page cannot read.",
    );
    let mend = Text::new(
        "Appelez l’API hors du navigateur, par exemple avec curl --digest --user NOM.",
        "Call the API outside the browser, for instance with curl --digest --user NAME.",
    );
    Problem::warning("digest-in-browser", place.clone(), what, mend)
}

fn mutual_tls(place: &Place) -> Problem {
    let what = Text::new(
        "L’API demande un certificat client (mutualTLS), qu’une page ne peut pas présenter.",
        "The API asks for a client certificate (mutualTLS), which a page cannot present.",
    );
    let mend = Text::new(
        "Appelez l’API hors du navigateur, par exemple avec curl --cert client.pem --key client.key.",
        "Call the API outside the browser, for instance with curl --cert client.pem --key client.key.",
    );
    Problem::warning("mutual-tls-in-browser", place.clone(), what, mend)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(credentials: &[Credential], headers: &str, query: &str, codes: &[&str]) {
        let credentials: Vec<_> = credentials
            .iter()
            .map(|credential| SchemeCredential { scheme: "my key".into(), credential: credential.clone() })
            .collect();
        let (mut list, mut problems) = (Headers::default(), Vec::new());
        let (pairs, secrets) = apply(&credentials, &mut list, &mut problems);
        let lines = |pairs: &[(String, String)], sign: &str| {
            pairs.iter().map(|(name, value)| format!("{name}{sign}{value}")).collect::<Vec<_>>().join("\n")
        };
        assert_eq!((lines(&list.list, ": ").as_str(), lines(&pairs, "=").as_str()), (headers, query));
        assert_eq!(problems.iter().map(|problem| problem.code).collect::<Vec<_>>(), codes);
        assert!(secrets.iter().all(|secret| {
            secret.variable == "MY_KEY" && (headers.contains(&secret.value) || query.contains(&secret.value))
        }));
        assert_eq!(secrets.is_empty(), headers.is_empty() && query.is_empty());
    }

    fn key(location: Location, name: &str) -> Credential {
        Credential::ApiKey { location, name: name.into(), key: "k&é".into() }
    }

    #[test]
    fn each_scheme_has_its_place() {
        let bearer = |token: &str| Credential::Bearer { token: token.into() };
        check(&[key(Location::Query, "api key")], "", "api%20key=k%26%C3%A9", &[]);
        check(&[key(Location::Header, "X-Key")], "X-Key: k&é", "", &["header-not-ascii"]);
        check(&[key(Location::Cookie, "s")], "Cookie: s=k%26%C3%A9", "", &["header-forbidden-in-browsers"]);
        check(&[bearer("abc")], "Authorization: Bearer abc", "", &[]);
        check(&[bearer(" bearer abc\n")], "Authorization: Bearer abc", "", &[]);
        check(&[Credential::AccessToken { token: "t".into() }], "Authorization: Bearer t", "", &[]);
        let basic = Credential::Basic { user: "Aladdin".into(), password: "open sesame".into() };
        check(&[basic], "Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "", &[]);
        let basic = Credential::Basic { user: "test".into(), password: "123£".into() };
        check(&[basic], "Authorization: Basic dGVzdDoxMjPCow==", "", &[]);
        let custom = Credential::Http { scheme: "DPoP".into(), value: "abc".into() };
        check(&[custom], "Authorization: DPoP abc", "", &[]);
        check(&[Credential::Digest], "", "", &["digest-in-browser"]);
        check(&[Credential::MutualTls], "", "", &["mutual-tls-in-browser"]);
    }

    #[test]
    fn several_at_once() {
        let token = Credential::Bearer { token: "t".into() };
        let basic = Credential::Basic { user: "a".into(), password: "b".into() };
        check(&[key(Location::Query, "k"), token.clone()], "Authorization: Bearer t", "k=k%26%C3%A9", &[]);
        check(&[token, basic], "Authorization: Bearer t", "", &["authorization-conflict"]);
    }
}
