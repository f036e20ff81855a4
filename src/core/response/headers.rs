//! What the headers of an answer mean, in a line, and how many calls are left.
//!
//! Never here: which headers a browser lets a page read.

use super::media::header;
use crate::core::i18n::Text;
use serde::{Deserialize, Serialize};

/// What the header `name` means, when it is a known one.
pub fn header_meaning(name: &str) -> Option<Text> {
    let name = name.to_ascii_lowercase();
    let found = HEADERS.iter().find(|(known, ..)| match known.strip_suffix('*') {
        Some(start) => name.starts_with(start),
        None => name == *known,
    });
    found.map(|(_, fr, en)| Text::new(*fr, *en))
}

/// When calls are counted afresh.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reset {
    /// In so many seconds after the answer.
    Seconds(u64),
    /// At this second since 1970 (UTC).
    At(u64),
    /// At this date, as it is written.
    Date(String),
}

/// How many calls are left.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RateLimitView {
    /// How many calls a period allows.
    pub limit: Option<u64>,
    /// How many are left.
    pub remaining: Option<u64>,
    /// When they are counted afresh.
    pub reset: Option<Reset>,
    /// When to call again, after a refusal.
    pub retry: Option<Reset>,
}

/// Names of headers for a fact, the best first.
const LIMITS: [&str; 3] = ["ratelimit-limit", "x-ratelimit-limit", "x-rate-limit-limit"];
const REMAINING: [&str; 3] = ["ratelimit-remaining", "x-ratelimit-remaining", "x-rate-limit-remaining"];
const RESETS: [&str; 3] = ["ratelimit-reset", "x-ratelimit-reset", "x-rate-limit-reset"];

/// The seconds since 1970 that a delay cannot be: a reset beyond is a moment.
const MOMENT: u64 = 1_000_000_000;

/// How many calls are left, from whichever headers say it.
pub fn rate_limit(headers: &[(String, String)]) -> Option<RateLimitView> {
    let first = |names: &[&str]| names.iter().find_map(|name| header(headers, name));
    let whole = header(headers, "ratelimit").unwrap_or_default();
    let policy = header(headers, "ratelimit-policy").unwrap_or_default();
    let reset = first(&RESETS).map(str::to_owned).or_else(|| item(whole, &["t", "reset"]));
    let view = RateLimitView {
        limit: first(&LIMITS)
            .and_then(number)
            .or_else(|| number(&item(whole, &["limit"]).or_else(|| item(policy, &["q"]))?)),
        remaining: first(&REMAINING).and_then(number).or_else(|| number(&item(whole, &["r", "remaining"])?)),
        reset: reset.and_then(|reset| moment(&reset)),
        retry: header(headers, "retry-after").and_then(moment),
    };
    (view != RateLimitView::default()).then_some(view)
}

/// `"default";r=50;t=30` or `limit=100, remaining=50, reset=5`: the value of one of `names`.
fn item(value: &str, names: &[&str]) -> Option<String> {
    let parts = value.split([';', ',']).filter_map(|part| part.trim().split_once('='));
    let mut found = parts.filter(|(name, _)| names.contains(&name.trim()));
    found.next().map(|(_, value)| value.trim().to_owned())
}

/// The number that `value` begins with: `100, 100;w=60` allows 100.
fn number(value: &str) -> Option<u64> {
    let value = value.trim();
    let end = value.find(|character: char| !character.is_ascii_digit()).unwrap_or(value.len());
    value.get(..end)?.parse().ok()
}

fn moment(value: &str) -> Option<Reset> {
    let value = value.trim();
    let dated = value.contains(':') || value.starts_with(|first: char| first.is_ascii_alphabetic());
    if dated {
        return Some(Reset::Date(value.chars().take(100).collect()));
    }
    Some(match number(value)? {
        // Some services count in milliseconds.
        late if late >= MOMENT * 1000 => Reset::At(late / 1000),
        late if late >= MOMENT => Reset::At(late),
        seconds => Reset::Seconds(seconds),
    })
}

type Line = (&'static str, &'static str, &'static str);

/// Names in lower case; `*` stands for any end.
const HEADERS: [Line; 58] = [
    ("accept-ranges", "Le serveur sait envoyer une partie du contenu.", "The server can send part of the content."),
    (
        "access-control-allow-credentials",
        "Les pages d’autres sites peuvent appeler avec des cookies.",
        "Pages of other sites may call with cookies.",
    ),
    (
        "access-control-allow-headers",
        "En-têtes que les pages d’autres sites peuvent envoyer.",
        "Headers that pages of other sites may send.",
    ),
    (
        "access-control-allow-methods",
        "Méthodes que les pages d’autres sites peuvent utiliser.",
        "Methods that pages of other sites may use.",
    ),
    (
        "access-control-allow-origin",
        "Sites dont les pages peuvent lire la réponse.",
        "Sites whose pages may read the response.",
    ),
    (
        "access-control-expose-headers",
        "En-têtes que les pages d’autres sites peuvent lire.",
        "Headers that pages of other sites may read.",
    ),
    (
        "access-control-max-age",
        "Secondes pendant lesquelles le navigateur garde ces permissions.",
        "Seconds for which the browser keeps these permissions.",
    ),
    ("age", "Secondes passées par la réponse dans un cache.", "Seconds the response has spent in a cache."),
    ("allow", "Méthodes permises à cette adresse.", "Methods allowed at this address."),
    (
        "alt-svc",
        "Autres accès au même serveur, HTTP/3 par exemple.",
        "Other ways to the same server, HTTP/3 for instance.",
    ),
    (
        "cache-control",
        "Qui peut garder une copie de la réponse, et combien de temps.",
        "Who may keep a copy of the response, and for how long.",
    ),
    (
        "connection",
        "Ce que devient la connexion après la réponse.",
        "What becomes of the connection after the response.",
    ),
    (
        "content-disposition",
        "Si le contenu est à enregistrer, et sous quel nom.",
        "Whether the content is to be saved, and under which name.",
    ),
    (
        "content-encoding",
        "Compression appliquée au contenu pendant le transport.",
        "Compression of the content on its way.",
    ),
    ("content-language", "Langue du contenu.", "Language of the content."),
    ("content-length", "Taille du contenu transporté, en octets.", "Size of the content as it is sent, in bytes."),
    ("content-location", "Adresse propre au contenu renvoyé.", "Address of this very content."),
    ("content-range", "Partie du contenu qui est renvoyée.", "Part of the content that is sent."),
    (
        "content-security-policy",
        "Ce que la réponse pourrait charger si elle était une page.",
        "What the response could load if it were a page.",
    ),
    (
        "content-type",
        "Format du contenu, et codage de ses caractères.",
        "Format of the content, and encoding of its characters.",
    ),
    ("cross-origin-resource-policy", "Sites qui peuvent inclure la réponse.", "Sites that may embed the response."),
    ("date", "Moment où la réponse a été produite.", "When the response was made."),
    (
        "deprecation",
        "Cette opération est dépréciée\u{202f}: prévoir son remplacement.",
        "This operation is deprecated: plan for its replacement.",
    ),
    (
        "digest",
        "Empreinte du contenu, pour vérifier qu’il est intact.",
        "Digest of the content, to check that it is intact.",
    ),
    (
        "content-digest",
        "Empreinte du contenu, pour vérifier qu’il est intact.",
        "Digest of the content, to check that it is intact.",
    ),
    (
        "etag",
        "Version du contenu\u{202f}: la renvoyer dans If-None-Match évite de le recevoir deux fois.",
        "Version of the content: sending it back in If-None-Match avoids receiving it twice.",
    ),
    ("expires", "Moment où la copie de la réponse n’est plus bonne.", "When a copy of the response is no longer good."),
    ("keep-alive", "Durée pendant laquelle la connexion reste ouverte.", "How long the connection stays open."),
    ("last-modified", "Dernière modification du contenu.", "Last change of the content."),
    ("link", "Adresses liées\u{202f}: page suivante, documentation…", "Related addresses: next page, documentation…"),
    (
        "location",
        "Adresse de la ressource créée, ou de celle à appeler à la place.",
        "Address of the resource that was created, or of the one to call instead.",
    ),
    (
        "pragma",
        "Ancienne façon de refuser les copies\u{202f}; Cache-Control la remplace.",
        "Old way of refusing copies; Cache-Control replaces it.",
    ),
    ("proxy-authenticate", "Façon de s’authentifier auprès du mandataire.", "How to authenticate to the proxy."),
    (
        "ratelimit",
        "Appels qui restent, et secondes avant la remise à zéro du compte.",
        "Calls left, and seconds before they are counted afresh.",
    ),
    ("ratelimit-policy", "Appels permis par période.", "Calls allowed in a period."),
    ("ratelimit-limit", "Appels permis par période.", "Calls allowed in a period."),
    ("ratelimit-remaining", "Appels qui restent dans la période.", "Calls left in the period."),
    ("ratelimit-reset", "Secondes avant la remise à zéro du compte.", "Seconds before calls are counted afresh."),
    ("x-ratelimit-limit*", "Appels permis par période.", "Calls allowed in a period."),
    ("x-ratelimit-remaining*", "Appels qui restent dans la période.", "Calls left in the period."),
    (
        "x-ratelimit-reset*",
        "Moment de la remise à zéro du compte, ou secondes qui l’en séparent.",
        "When calls are counted afresh, or seconds until then.",
    ),
    (
        "referrer-policy",
        "Ce que le navigateur dit de la page d’origine aux sites suivants.",
        "What the browser tells the next sites about the page of origin.",
    ),
    (
        "retry-after",
        "Délai en secondes, ou date, avant de rappeler.",
        "Delay in seconds, or date, before calling again.",
    ),
    ("server", "Logiciel du serveur.", "Software of the server."),
    ("server-timing", "Temps passé dans chaque étape, côté serveur.", "Time spent in each step, on the server."),
    (
        "set-cookie",
        "Cookie à garder et à renvoyer aux appels suivants.",
        "Cookie to keep and send back in the next calls.",
    ),
    (
        "strict-transport-security",
        "Ce serveur ne doit être appelé qu’en HTTPS.",
        "This server must only be called over HTTPS.",
    ),
    ("sunset", "Date à laquelle cette adresse cessera de répondre.", "Date at which this address will stop answering."),
    (
        "traceparent",
        "Identifiant de la trace de l’appel, utile au producteur.",
        "Identifier of the trace of the call, useful to the producer.",
    ),
    (
        "transfer-encoding",
        "Façon dont le contenu est découpé pendant le transport.",
        "How the content is cut on its way.",
    ),
    ("vary", "En-têtes de la requête dont dépend la réponse.", "Headers of the request that the response depends on."),
    ("via", "Intermédiaires traversés par la réponse.", "Intermediaries that the response went through."),
    (
        "www-authenticate",
        "Façon de s’authentifier, et raison du refus.",
        "How to authenticate, and why access was refused.",
    ),
    (
        "x-content-type-options",
        "Le navigateur ne doit pas deviner le format.",
        "The browser must not guess the format.",
    ),
    (
        "x-correlation-id",
        "Identifiant de l’appel\u{202f}: à donner au producteur en cas de problème.",
        "Identifier of the call: to give to the producer when something is wrong.",
    ),
    ("x-frame-options", "Si une autre page peut inclure la réponse.", "Whether another page may embed the response."),
    (
        "x-request-id",
        "Identifiant de l’appel\u{202f}: à donner au producteur en cas de problème.",
        "Identifier of the call: to give to the producer when something is wrong.",
    ),
    ("x-total-count", "Nombre total de résultats, toutes pages comprises.", "Number of results, all pages together."),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn meanings() {
        for (name, words) in [
            ("ETag", Some("Version of the content")),
            ("X-RateLimit-Remaining-Minute", Some("Calls left")),
            ("x-ratelimit-limit", Some("Calls allowed")),
            ("X-Unknown", None),
            ("", None),
        ] {
            let meaning = header_meaning(name);
            assert_eq!(meaning.is_some(), words.is_some(), "{name}");
            assert!(meaning.is_none_or(|meaning| meaning.en.starts_with(words.unwrap_or_default())), "{name}");
        }
    }

    #[test]
    fn calls_left() {
        use Reset::{At, Date, Seconds};
        for (headers, limit, remaining, reset, retry) in [
            (
                &[("RateLimit", "\"default\";r=50;t=30"), ("RateLimit-Policy", "\"default\";q=100;w=60")][..],
                Some(100),
                Some(50),
                Some(Seconds(30)),
                None,
            ),
            (&[("RateLimit", "limit=100, remaining=9, reset=5")], Some(100), Some(9), Some(Seconds(5)), None),
            (
                &[("RateLimit-Limit", "100, 100;w=60"), ("RateLimit-Remaining", "0"), ("RateLimit-Reset", "7")],
                Some(100),
                Some(0),
                Some(Seconds(7)),
                None,
            ),
            (
                &[("X-RateLimit-Remaining", "3"), ("X-RateLimit-Reset", "1700000000")],
                None,
                Some(3),
                Some(At(1_700_000_000)),
                None,
            ),
            (&[("X-RateLimit-Reset", "1700000000123")], None, None, Some(At(1_700_000_000)), None),
            (&[("Retry-After", "120")], None, None, None, Some(Seconds(120))),
            (
                &[("Retry-After", "Wed, 21 Oct 2026 07:28:00 GMT")],
                None,
                None,
                None,
                Some(Date("Wed, 21 Oct 2026 07:28:00 GMT".into())),
            ),
        ] {
            let given: Vec<_> = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
            assert_eq!(rate_limit(&given), Some(RateLimitView { limit, remaining, reset, retry }), "{headers:?}");
        }
        for value in ["", "-1", "é"] {
            assert_eq!(rate_limit(&[("Retry-After".to_owned(), value.to_owned())]), None, "{value}");
        }
    }
}
