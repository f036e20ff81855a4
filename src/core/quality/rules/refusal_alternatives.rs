//! `refusal-alternatives`: a no says what exists instead.

#[cfg(test)]
use super::Fixture;
use crate::core::catalogue::{AccessKind, Verdict};
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "refusal-alternatives",
    family: Family::Referencing,
    severity: Severity::Notice,
    weight: 1,
    reads: Reads::Page,
    what: ("Un non dit ce qui existe à la place.", "A no says what exists instead."),
    mend: ("Ajoutez `alternatives` à chaque règle qui dit non.", "Add `alternatives` to each rule that says no."),
    guide: "/guides/guide-pratique#ouvrir-l’acces-par-datapass",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    let api = subject.api?;
    if api.access.kind != AccessKind::Restricted {
        return None;
    }
    Some(Judgement::audiences(&api.access, |rule| rule.verdict != Verdict::No || !rule.alternatives.is_empty()))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture {
    front: r#"access: { kind: restricted, audiences: [{ who: [individual, company, association, administration, local-authority, software-publisher], verdict: no, alternatives: ["https://a.gouv.fr"] }] }"#,
    body: "",
    document: None,
};
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture {
    front: "access: { kind: restricted, audiences: [{ who: [individual, company, association, administration, local-authority, software-publisher], verdict: no }] }",
    body: "",
    document: None,
};
