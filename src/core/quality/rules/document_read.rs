//! `document-read`: the document is read without error.

#[cfg(test)]
use super::Fixture;
use crate::core::quality::{Family, Judgement, Reads, Rule, Severity, Subject};

pub(super) const RULE: Rule = Rule {
    id: "document-read",
    family: Family::Document,
    severity: Severity::Error,
    weight: 4,
    reads: Reads::Document,
    what: ("Le document se lit sans erreur.", "The document is read without error."),
    mend: (
        "Corrigez les erreurs que dit `catalogue openapi outline`.",
        "Mend the errors that `catalogue openapi outline` says.",
    ),
    guide: "/guides/guide-pratique#les-standards-techniques",
    judge,
};

fn judge(subject: &Subject<'_>) -> Option<Judgement> {
    Some(Judgement::whole(subject.document.is_some_and(|facts| facts.errors == 0), "openapi"))
}

#[cfg(test)]
pub(super) const GOOD: Fixture = Fixture { front: "", body: "", document: Some("{}") };
#[cfg(test)]
pub(super) const BAD: Fixture = Fixture {
    front: "",
    body: "",
    document: Some(
        r##"{"paths": {"/a": {"get": {"operationId": null, "parameters": [{"$ref": "#/components/parameters/absent"}]}}}}"##,
    ),
};
