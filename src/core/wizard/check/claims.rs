//! What answers claim: addresses that lead somewhere, mailboxes that outlive people, texts that are finished.

use super::{Finding, words};
use crate::core::catalogue::front_matter::placeholder;
use crate::core::exchange::{Unreachable, unreachable};
use crate::core::i18n::Text;
use crate::core::markdown;
use crate::core::problem::Severity;
use crate::core::search::fold;
use crate::core::wizard::draft::{Draft, Source};
use crate::core::wizard::page::cell;
use crate::core::wizard::questions::{Kind, Question, is_shown};
use crate::core::wizard::value;

/// Longest tagline that lists show whole.
const TAGLINE: usize = 160;

/// Words that name a team and not a person.
const GENERIC: [&str; 36] = [
    "accueil",
    "admin",
    "aide",
    "api",
    "apis",
    "assistance",
    "bureau",
    "catalogue",
    "communication",
    "contact",
    "data",
    "demande",
    "demandes",
    "dev",
    "developpeurs",
    "donnees",
    "dpo",
    "equipe",
    "habilitation",
    "habilitations",
    "hello",
    "help",
    "info",
    "infos",
    "mission",
    "moa",
    "opendata",
    "pole",
    "portail",
    "requests",
    "secretariat",
    "service",
    "si",
    "support",
    "team",
    "webmaster",
];

/// Mailboxes that anybody may open.
const FREE_MAIL: [&str; 12] = [
    "gmail.com",
    "outlook.com",
    "outlook.fr",
    "hotmail.com",
    "hotmail.fr",
    "yahoo.com",
    "yahoo.fr",
    "orange.fr",
    "wanadoo.fr",
    "free.fr",
    "laposte.net",
    "sfr.fr",
];

pub(super) fn claims(draft: &Draft) -> Vec<Finding> {
    let mut findings = Vec::new();
    for question in Question::ALL.iter().copied().filter(|question| is_shown(*question, draft)) {
        let typed = draft.text(question);
        match question.definition().kind {
            Kind::Url => findings.extend(address(question, &words::label(question), typed)),
            Kind::Line => findings.extend(unfinished(question, typed)),
            Kind::Markdown => {
                findings.extend(unfinished(question, typed));
                findings.extend(text_problems(question, typed));
            }
            Kind::Rows(columns) => {
                for (index, row) in draft.rows(question).iter().enumerate() {
                    for column in columns.iter().filter(|column| matches!(column.kind, Kind::Url)) {
                        let place = words::cell(question, index, column.id);
                        let found = address(question, &place, cell(row, column.id));
                        findings.extend(found.map(|finding| finding.at(index, column.id)));
                    }
                }
            }
            _ => {}
        }
    }
    for document in &draft.documents {
        if let Source::Address { url, .. } = &document.source {
            findings.extend(address(Question::Documents, &words::label(Question::Documents), url));
        }
    }
    let published = [Question::ContactEmail, Question::ProducerEmail, Question::DatapassNotification];
    for question in published.into_iter().filter(|question| is_shown(*question, draft)) {
        findings.extend(mailbox(question, draft.text(question)));
    }
    findings.extend(prerequisites(draft));
    if draft.text(Question::Tagline).trim().chars().count() > TAGLINE {
        let what = Text::new("La phrase dépasse 160 caractères.", "The sentence is longer than 160 characters.");
        let mend = Text::new("Gardez une seule idée\u{202f}: ce qu’elle donne.", "Keep one idea: what it gives.");
        findings.push(Finding::advice("tagline-long", Question::Tagline, what, mend));
    }
    findings
}

fn prerequisites(draft: &Draft) -> Vec<Finding> {
    let mut findings = Vec::new();
    if draft.text(Question::Mission) == "none" {
        let what = Text::new(
            "L’organisme n’a pas de mission de service public\u{202f}: c’est le premier prérequis du catalogue.",
            "The organisation has no public-service mission: this is the first prerequisite of the catalogue.",
        );
        let mend = Text::new(
            "Demandez à l’équipe du catalogue avant d’aller plus loin, ou faites porter la fiche par l’organisme public.",
            "Ask the team of the catalogue before you go on, or have the public organisation offer the page.",
        );
        findings.push(Finding::advice("mission", Question::Mission, what, mend));
    }
    if is_shown(Question::BundleAgreed, draft) && draft.text(Question::BundleAgreed) == "no" {
        let what = Text::new(
            "L’équipe du bouquet n’est pas prévenue\u{202f}: c’est elle qui donne accès à l’API.",
            "The team of the bundle does not know: it is the one that gives access to the API.",
        );
        let mend = Text::new("Écrivez-lui avant d’envoyer la fiche.", "Write to it before you send the page.");
        findings.push(Finding::advice("bundle-agreed", Question::BundleAgreed, what, mend));
    }
    if !draft.is_answered(Question::Documents) && !draft.is_answered(Question::Documentation) {
        let what = Text::new(
            "Aucune documentation technique\u{202f}: ni document OpenAPI, ni adresse.",
            "No technical documentation: neither an OpenAPI document nor an address.",
        );
        let mend = Text::new(
            "Donnez un document OpenAPI, ou l’adresse de la documentation.",
            "Give an OpenAPI document, or the address of the documentation.",
        );
        findings.push(Finding::error("documentation-missing", Question::Documents, what, mend));
    }
    if draft.text(Question::Trial) == "none" {
        let what = Text::new(
            "L’API ne peut pas être essayée sans intervention humaine\u{202f}: c’est un critère du catalogue.",
            "The API cannot be tried without somebody’s help: it is a criterion of the catalogue.",
        );
        let mend = Text::new(
            "Ouvrez un environnement de test, ou publiez un jeton de test.",
            "Open a test environment, or publish a test token.",
        );
        findings.push(Finding::advice("trial", Question::Trial, what, mend));
    }
    findings
}

/// What speaks against an address that can be read; what cannot is [`super::form`]'s.
fn address(question: Question, place: &Text, typed: &str) -> Option<Finding> {
    let url = value::url(typed)?;
    let finding = |error: bool, code, (fr, en): (&str, &str), mend: Text| {
        let what = Text::new(format!("{}\u{202f}: {fr}.", place.fr), format!("{}: {en}.", place.en));
        Some(if error {
            Finding::error(code, question, what, mend)
        } else {
            Finding::advice(code, question, what, mend)
        })
    };
    let public =
        || Text::new("Écrivez une adresse que tout le monde peut ouvrir.", "Write an address that everyone can open.");
    match unreachable(url.as_str()) {
        Some(Unreachable::Placeholder | Unreachable::NoHost) => finding(
            true,
            "address-placeholder",
            (
                "c’est l’adresse d’un exemple, qui ne mène nulle part",
                "it is the address of an example, which leads nowhere",
            ),
            public(),
        ),
        Some(Unreachable::Loopback) => finding(
            true,
            "address-loopback",
            ("c’est l’ordinateur de la personne qui lit", "it is the computer of whoever reads"),
            public(),
        ),
        Some(Unreachable::Internal) => finding(
            false,
            "address-internal",
            ("seul un réseau interne connaît cette adresse", "only an internal network knows this address"),
            public(),
        ),
        None if !url.is_secure() => finding(
            false,
            "address-insecure",
            ("l’adresse n’est pas chiffrée", "the address is not encrypted"),
            Text::new("Écrivez https:// si le site le permet.", "Write https:// if the site allows it."),
        ),
        None => None,
    }
}

fn unfinished(question: Question, typed: &str) -> Option<Finding> {
    let word = placeholder(typed)?;
    let label = words::label(question);
    let what = Text::new(
        format!("{} contient «\u{202f}{word}\u{202f}», un texte provisoire.", label.fr),
        format!("{} holds “{word}”, a placeholder.", label.en),
    );
    let mend = Text::new("Écrivez le texte définitif.", "Write the real text.");
    Some(Finding::advice("placeholder", question, what, mend))
}

/// What is wrong inside a Markdown text.
fn text_problems(question: Question, typed: &str) -> Vec<Finding> {
    let label = words::label(question);
    let problems = markdown::parse(typed, "", 1).problems.into_iter().map(|problem| {
        let line = problem.place.line.unwrap_or(1);
        let what = Text::new(
            format!("{}, ligne {line}\u{202f}: {}", label.fr, problem.what.fr),
            format!("{}, line {line}: {}", label.en, problem.what.en),
        );
        Finding { severity: Severity::Warning, ..Finding::advice(problem.code, question, what, problem.mend) }
    });
    problems.collect()
}

/// What speaks against a mailbox: that of one person, or one that nobody reads.
fn mailbox(question: Question, typed: &str) -> Option<Finding> {
    let email = value::email(typed)?;
    let (local, domain) = email.as_str().split_once('@')?;
    let (fr, en) = if is_unread(local) {
        ("personne ne lit cette adresse", "nobody reads this address")
    } else if FREE_MAIL.contains(&domain.to_ascii_lowercase().as_str()) {
        ("cette adresse n’est pas celle d’un organisme", "this address is not that of an organisation")
    } else if is_personal(local) {
        ("cette adresse semble celle d’une personne", "this address looks like that of one person")
    } else {
        return None;
    };
    let label = words::label(question);
    let what = Text::new(format!("{}\u{202f}: {fr}.", label.fr), format!("{}: {en}.", label.en));
    let mend = Text::new(
        "Donnez une adresse d’équipe, qui survit aux départs\u{202f}: api@domaine.fr.",
        "Give the address of a team, which outlives departures: api@domain.org.",
    );
    Some(Finding::advice("email-personal", question, what, mend))
}

fn is_unread(local: &str) -> bool {
    let plain: String = local.chars().filter(char::is_ascii_alphanumeric).collect();
    matches!(plain.to_ascii_lowercase().as_str(), "noreply" | "nepasrepondre" | "donotreply")
}

/// Two words that are letters, and neither names a team: `jeanne.martin`, `j.martin`.
fn is_personal(local: &str) -> bool {
    let parts: Vec<String> = local.split('.').map(fold).collect();
    let names = parts.iter().all(|part| {
        let words: Vec<&str> = part.split('-').collect();
        !words.iter().any(|word| GENERIC.contains(word))
            && words.iter().all(|word| !word.is_empty() && word.chars().all(char::is_alphabetic))
    });
    parts.len() == 2 && names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_people_from_teams() {
        for personal in ["jeanne.martin", "j.martin", "Jean-Paul.Martin", "marie-claire.dupont-durand"] {
            assert!(is_personal(personal), "{personal}");
        }
        for team in [
            "api",
            "contact.api",
            "api-entreprise",
            "sdes.donnees",
            "equipe-api.dinum",
            "bureau.b2",
            "a.b.c",
            "support",
        ] {
            assert!(!is_personal(team), "{team}");
        }
    }
}
