//! [`Failure`]: why something was not published, what the server answered, and what to do.

use crate::core::authorization::plain;
use crate::core::exchange::{self, Received};
use crate::core::i18n::Text;
use crate::core::problem::{Place, Problem};
use serde_json::Value;

/// A call without an answer, as far as a browser says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Silence {
    /// The machine has no network.
    Offline,
    /// The server took too long.
    TimedOut,
    /// The person stopped it.
    Cancelled,
    /// The request did not leave, or its answer may not be read.
    Unreachable,
}

impl Silence {
    /// What `failure` was, when the browser says whether the machine is online.
    pub fn of(failure: exchange::Failure, is_online: bool) -> Self {
        match failure {
            exchange::Failure::Cancelled => Self::Cancelled,
            _ if !is_online => Self::Offline,
            exchange::Failure::TimedOut => Self::TimedOut,
            _ => Self::Unreachable,
        }
    }
}

/// What came of a request.
pub type Outcome<'a> = Result<&'a Received, Silence>;

/// Why something was not published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// No answer came.
    Silence(Silence),
    /// 401: the token is wrong, or has expired.
    Unauthorized,
    /// 403: the token may not do this.
    Forbidden,
    /// 404: the repository, its branch or the address does not exist for this token.
    NotFound,
    /// 409: something changed meanwhile.
    Conflict,
    /// 429, or 403 of a forge that counts calls.
    TooMany,
    /// Another 4xx: the server does not take what was sent.
    Refused,
    /// 5xx.
    Server,
    /// An answer that means nothing here.
    Unreadable,
    /// The content holds exactly these files already.
    Unchanged,
}

/// A failure. Nothing is lost: what was sent can be sent again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Why.
    pub reason: Reason,
    /// The status of the answer.
    pub status: Option<u16>,
    /// What the server said of it.
    pub said: Option<String>,
    /// How long it asks to wait, in seconds.
    pub wait: Option<u64>,
}

impl Failure {
    /// A failure that no answer explains.
    pub(super) fn new(reason: Reason) -> Self {
        Self { reason, status: None, said: None, wait: None }
    }

    /// What an answer that is no success means.
    pub(super) fn of(received: &Received) -> Self {
        let is_counted = received.header("x-ratelimit-remaining").is_some_and(|left| left.trim() == "0");
        let wait = received.header("retry-after").and_then(|seconds| seconds.trim().parse().ok());
        let reason = match received.status {
            401 => Reason::Unauthorized,
            403 if is_counted || wait.is_some() => Reason::TooMany,
            403 => Reason::Forbidden,
            404 | 410 => Reason::NotFound,
            409 => Reason::Conflict,
            429 => Reason::TooMany,
            400..=499 => Reason::Refused,
            500..=599 => Reason::Server,
            _ => Reason::Unreadable,
        };
        Self { reason, status: Some(received.status), said: said(received), wait }
    }

    /// Whether the same request may succeed later without the person changing anything.
    pub fn may_pass(&self) -> bool {
        match self.reason {
            Reason::Silence(silence) => silence != Silence::Cancelled,
            Reason::TooMany | Reason::Server => true,
            Reason::Refused => matches!(self.status, Some(408 | 425)),
            _ => false,
        }
    }

    /// What happened and what to do. `place` is the repository or the address.
    pub fn problem(&self, place: &str) -> Problem {
        let (code, [fr, en], [mend_fr, mend_en]) = sentences(self.reason);
        let mut what = Text::new(format!("{place}\u{202f}: {fr}"), format!("{place}: {en}"));
        match (&self.said, self.status) {
            (Some(said), Some(status)) => {
                what.fr.push_str(&format!(" Réponse du serveur ({status})\u{202f}: «\u{202f}{said}\u{202f}»."));
                what.en.push_str(&format!(" Answer of the server ({status}): “{said}”."));
            }
            (None, Some(status)) => {
                what.fr.push_str(&format!(" Statut de la réponse\u{202f}: {status}."));
                what.en.push_str(&format!(" Status of the answer: {status}."));
            }
            (_, None) => {}
        }
        let mut mend = Text::new(mend_fr, mend_en);
        if let Some(seconds) = self.wait {
            mend.fr.push_str(&format!(" Le serveur demande d’attendre {seconds}\u{202f}secondes."));
            mend.en.push_str(&format!(" The server asks to wait {seconds} seconds."));
        }
        Problem::error(code, Place::default(), what, mend)
    }
}

/// Members in which servers put words: GitHub, Forgejo and GitLab, OAuth errors, problem details.
const WORDS: [&str; 8] = ["message", "error", "error_description", "title", "detail", "errors", "code", "field"];

/// What a server says of its refusal: words of JSON, or a plain text. Pages are for people who see them whole.
fn said(received: &Received) -> Option<String> {
    if let Ok(value) = serde_json::from_slice::<Value>(&received.body) {
        let mut words = Vec::new();
        collect(&value, 0, &mut words);
        words.dedup();
        return plain(&words.join(" · "));
    }
    let is_plain = received.header("content-type").is_some_and(|media| media.starts_with("text/plain"));
    is_plain.then(|| String::from_utf8_lossy(&received.body)).and_then(|text| plain(&text))
}

fn collect(value: &Value, depth: usize, words: &mut Vec<String>) {
    match value {
        Value::String(text) => words.extend(plain(text)),
        Value::Array(items) if depth < 4 => items.iter().for_each(|item| collect(item, depth + 1, words)),
        Value::Object(entries) if depth < 4 => {
            for (name, value) in entries {
                let is_list = depth > 0 && value.is_array();
                // GitLab: `{"message": {"title": ["is too long"]}}`.
                if is_list {
                    words.extend(plain(name));
                }
                if is_list || WORDS.contains(&name.as_str()) {
                    collect(value, depth + 1, words);
                }
            }
        }
        _ => {}
    }
}

type Sentences = (&'static str, [&'static str; 2], [&'static str; 2]);

const AGAIN: [&str; 2] = [
    "Rien n’est perdu\u{202f}: réessayez, l’envoi reprendra où il s’est arrêté.",
    "Nothing is lost: try again, sending will go on where it stopped.",
];

fn sentences(reason: Reason) -> Sentences {
    match reason {
        Reason::Silence(Silence::Offline) => (
            "publication-offline",
            ["l’appareil n’a pas de réseau.", "this device has no network."],
            [
                "Rien n’est perdu\u{202f}: retrouvez le réseau, puis réessayez, ou téléchargez les fichiers.",
                "Nothing is lost: find a network, then try again, or download the files.",
            ],
        ),
        Reason::Silence(Silence::TimedOut) => (
            "publication-timed-out",
            ["le serveur n’a pas répondu à temps.", "the server did not answer in time."],
            [
                "Rien n’est perdu ni envoyé deux fois\u{202f}: réessayez, ce qui est déjà arrivé sera retrouvé.",
                "Nothing is lost nor sent twice: try again, what has already arrived will be found.",
            ],
        ),
        Reason::Silence(Silence::Cancelled) => {
            ("publication-cancelled", ["l’envoi a été arrêté.", "sending was stopped."], AGAIN)
        }
        Reason::Silence(Silence::Unreachable) => (
            "publication-unreachable",
            [
                "aucune réponse ne peut être lue\u{202f}: le serveur est injoignable, ou n’accepte pas les appels de ce site (CORS).",
                "no answer can be read: the server cannot be reached, or does not take calls from this site (CORS).",
            ],
            [
                "Réessayez\u{202f}; si cela dure, téléchargez les fichiers et prévenez l’équipe du catalogue.",
                "Try again; if it lasts, download the files and tell the team of the catalogue.",
            ],
        ),
        Reason::Unauthorized => (
            "publication-unauthorized",
            [
                "le jeton est refusé\u{202f}: il est faux, ou il a expiré.",
                "the token is refused: it is wrong, or has expired.",
            ],
            ["Collez un autre jeton, puis réessayez.", "Paste another token, then try again."],
        ),
        Reason::Forbidden => (
            "publication-forbidden",
            ["le jeton n’a pas le droit de faire cela.", "the token may not do this."],
            [
                "Donnez-lui le droit d’écrire dans ce dépôt et d’y ouvrir une demande de fusion, ou demandez ce droit à l’équipe.",
                "Give it the right to write in this repository and to open a merge request, or ask the team for that right.",
            ],
        ),
        Reason::NotFound => (
            "publication-not-found",
            [
                "le dépôt, sa branche ou l’adresse n’existe pas, ou ce jeton ne le voit pas.",
                "the repository, its branch or the address does not exist, or this token cannot see it.",
            ],
            [
                "Vérifiez que le jeton porte sur ce dépôt\u{202f}; sinon, prévenez l’équipe du catalogue.",
                "Check that the token is for this repository; otherwise tell the team of the catalogue.",
            ],
        ),
        Reason::Conflict => (
            "publication-conflict",
            ["quelque chose a changé pendant l’envoi.", "something changed while sending."],
            AGAIN,
        ),
        Reason::TooMany => (
            "publication-too-many",
            ["trop d’appels ont été faits.", "too many calls were made."],
            ["Rien n’est perdu\u{202f}: réessayez plus tard.", "Nothing is lost: try again later."],
        ),
        Reason::Refused => (
            "publication-refused",
            ["le serveur n’accepte pas ce qui est envoyé.", "the server does not take what is sent."],
            [
                "Corrigez ce que dit la réponse\u{202f}; sinon, téléchargez les fichiers et envoyez-les à l’équipe du catalogue.",
                "Mend what the answer says; otherwise download the files and send them to the team of the catalogue.",
            ],
        ),
        Reason::Server => {
            ("publication-server", ["le serveur a rencontré une erreur.", "the server met an error."], AGAIN)
        }
        Reason::Unreadable => (
            "publication-unreadable",
            ["la réponse n’est pas celle de cette API.", "the answer is not one of this API."],
            [
                "Prévenez l’équipe du catalogue\u{202f}: l’adresse déclarée dans site.json est peut-être fausse.",
                "Tell the team of the catalogue: the address declared in site.json may be wrong.",
            ],
        ),
        Reason::Unchanged => (
            "publication-unchanged",
            ["le contenu publié est déjà exactement celui-ci.", "what is published is already exactly this."],
            ["Il n’y a rien à faire.", "There is nothing to do."],
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::received;
    use super::*;
    use crate::core::i18n::Language;

    #[test]
    fn statuses_have_a_reason_and_the_words_of_the_server() {
        let json = |status, body| Failure::of(&received(status, &[("Content-Type", "application/json")], body));
        let check = |failure: Failure, reason, said: Option<&str>| {
            assert_eq!((failure.reason, failure.said.as_deref()), (reason, said), "{failure:?}");
        };
        let github = r#"{"message":"Validation Failed","errors":[{"resource":"PullRequest","code":"custom","message":"No commits"}],"documentation_url":"https://x"}"#;
        check(json(422, github), Reason::Refused, Some("Validation Failed · custom · No commits"));
        check(json(409, r#"{"message":["Another !5"]}"#), Reason::Conflict, Some("Another !5"));
        check(json(400, r#"{"message":{"title":["is long"]}}"#), Reason::Refused, Some("title · is long"));
        check(
            json(401, r#"{"error":"invalid_token","error_description":"Revoked"}"#),
            Reason::Unauthorized,
            Some("invalid_token · Revoked"),
        );
        check(json(403, r#"{"message":"no\u202e scope","url":"https://x"}"#), Reason::Forbidden, Some("no scope"));
        check(json(404, "[]"), Reason::NotFound, None);
        check(json(500, "<html>"), Reason::Server, None);
        check(json(302, ""), Reason::Unreadable, None);
        check(Failure::of(&received(502, &[("content-type", "text/plain")], "down")), Reason::Server, Some("down"));
        let counted = [("x-ratelimit-remaining", "0")];
        check(Failure::of(&received(403, &counted, "")), Reason::TooMany, None);
        assert_eq!(Failure::of(&received(429, &[("Retry-After", "30")], "")).wait, Some(30));
    }

    #[test]
    fn every_failure_says_where_what_and_what_to_do() {
        let silences = [Silence::Offline, Silence::TimedOut, Silence::Cancelled, Silence::Unreachable];
        let mut failures: Vec<Failure> = silences.map(Reason::Silence).map(Failure::new).to_vec();
        failures.push(Failure::new(Reason::Unchanged));
        for status in [302, 400, 401, 403, 404, 409, 429, 500] {
            failures.push(Failure::of(&received(status, &[("Retry-After", "7")], "{\"message\":\"mot\"}")));
        }
        let mut codes = std::collections::BTreeSet::new();
        for failure in &failures {
            let problem = failure.problem("a/b");
            for language in Language::ALL {
                assert!(problem.what.get(language).starts_with("a/b"), "{problem:?}");
                assert_eq!(problem.what.get(language).contains("mot"), failure.said.is_some(), "{problem:?}");
                assert_eq!(problem.mend.get(language).contains('7'), failure.wait.is_some(), "{problem:?}");
            }
            codes.insert(problem.code);
        }
        assert_eq!(codes.len(), 13 - 1, "429 and a 403 with Retry-After are the same: {codes:?}");
    }

    #[test]
    fn silence_is_told_by_the_browser() {
        use exchange::Failure::{Cancelled, Cut, NoAnswer, TimedOut};
        for (failure, is_online, expect) in [
            (Cancelled, false, Silence::Cancelled),
            (TimedOut, true, Silence::TimedOut),
            (NoAnswer, false, Silence::Offline),
            (NoAnswer, true, Silence::Unreachable),
            (Cut, true, Silence::Unreachable),
        ] {
            assert_eq!(Silence::of(failure, is_online), expect);
        }
    }
}
