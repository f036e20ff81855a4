//! `generic-contact`: a team answers at a generic address or a form.

#[cfg(test)]
use super::Fixture;
use crate::core::address::Email;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "generic-contact",
    family: Family::Prerequisites,
    severity: Severity::Error,
    weight: 6,
    reads: Reads::Page,
    what: (
        "Une équipe répond à une adresse générique ou à un formulaire.",
        "A team answers at a generic address or a form.",
    ),
    mend: (
        "Donnez une adresse d’équipe (`contact.email`) ou un formulaire (`contact.form`), pas celle d’une personne.",
        "Give the address of a team (`contact.email`) or a form (`contact.form`), not that of a person.",
    ),
    guide: "/guides/guide-pratique#les-quatre-prerequis",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    let api = subject.api?;
    let is_generic = |email: &Email| !email.as_str().split('@').next().unwrap_or_default().contains('.');
    Some(Judgement::whole(api.contact.form.is_some() || api.contact.email.as_ref().is_some_and(is_generic), "contact"))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture { front: "contact: { email: equipe@a.gouv.fr }", body: "", document: None };
#[cfg(test)]
pub(super) const BAD: Fixture =
    Fixture { front: "contact: { email: jeanne.dupont@a.gouv.fr }", body: "", document: None };
