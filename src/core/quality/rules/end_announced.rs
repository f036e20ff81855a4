//! `end-announced`: a deprecated API says when it ends and what replaces it.

#[cfg(test)]
use super::Fixture;
use crate::core::catalogue::Status;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "end-announced",
    family: Family::Service,
    severity: Severity::Warning,
    weight: 2,
    reads: Reads::Page,
    what: (
        "Une API dépréciée dit quand elle s’arrête et ce qui la remplace.",
        "A deprecated API says when it ends and what replaces it.",
    ),
    mend: ("Ajoutez `sunset` et `replacement`.", "Add `sunset` and `replacement`."),
    guide: "/guides/qualite-de-service#relire-une-fois-par-an",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    let api = subject.api?;
    if api.status != Status::Deprecated {
        return None;
    }
    let known = usize::from(api.sunset.is_some()) + usize::from(api.replacement.is_some());
    Some(Judgement::part(known, 2, &["sunset".to_owned(), "replacement".to_owned()]))
}

#[cfg(test)]
pub(super) const GOOD: Fixture =
    Fixture { front: "status: deprecated\nsunset: 2027-01-01\nreplacement: api-b", body: "", document: None };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture { front: "status: deprecated", body: "", document: None };
