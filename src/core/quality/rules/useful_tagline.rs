//! `useful-tagline`: one sentence says what the API gives.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "useful-tagline",
    family: Family::Referencing,
    severity: Severity::Error,
    weight: 2,
    reads: Reads::Page,
    what: ("Une phrase dit ce que l’API donne.", "One sentence says what the API gives."),
    mend: (
        "Allongez `tagline`\u{202f}: entre 20 et 200 caractères.",
        "Make `tagline` longer: between 20 and 200 characters.",
    ),
    guide: "/guides/guide-pratique#les-cinq-criteres-de-referencement",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    let api = subject.api?;
    let length = api.tagline.chars().count();
    Some(Judgement::whole((20..=200).contains(&length), "tagline"))
}

#[cfg(test)]
pub(super) const GOOD: Fixture =
    Fixture { front: "tagline: Où recharger un véhicule électrique", body: "", document: None };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture { front: "tagline: Bornes", body: "", document: None };
