//! `refusal-alternatives`: a no says what exists instead.

#[cfg(test)]
use super::Fixture;
use crate::core::catalogue::Verdict;
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
    let refused: Vec<_> = api.access.audiences.iter().filter(|rule| rule.verdict == Verdict::No).collect();
    let helped = refused.iter().filter(|rule| !rule.alternatives.is_empty()).count();
    (!refused.is_empty()).then(|| Judgement::part(helped, refused.len(), &["access.audiences".to_owned()]))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture {
    front: r#"access: { kind: restricted, audiences: [{ who: [company], verdict: no, alternatives: ["https://a.gouv.fr"] }] }"#,
    body: "",
    document: None,
};
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture {
    front: "access: { kind: restricted, audiences: [{ who: [company], verdict: no }] }",
    body: "",
    document: None,
};
