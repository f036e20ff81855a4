//! What can only be known by asking the network: whether the addresses of a draft lead somewhere, as far as a browser
//! can tell.

use super::Finding;
use crate::core::address::HttpUrl;
use crate::core::catalogue::Alternative;
use crate::core::exchange::Reach;
use crate::core::i18n::Text;
use crate::core::wizard::draft::{Draft, Source};
use crate::core::wizard::page::cell;
use crate::core::wizard::questions::{Kind, Question, is_shown};
use crate::core::wizard::value;

/// An address of a draft, and the question that asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The question.
    pub question: Question,
    /// The row and the column, where the answer is a table.
    pub cell: Option<(usize, &'static str)>,
    /// What it gives.
    pub url: HttpUrl,
}

/// The addresses that a draft gives where one is asked for, in tables too, documents last.
pub fn addresses(draft: &Draft) -> Vec<Address> {
    let asked = Question::ALL.iter().copied().filter(|question| is_shown(*question, draft));
    let given = asked.flat_map(|question| match question.definition().kind {
        Kind::Url => of_text(question, None, Kind::Url, draft.text(question)),
        Kind::Rows(columns) => {
            let rows = draft.rows(question).iter().enumerate();
            let cells = rows.flat_map(|(index, row)| columns.iter().map(move |column| (index, row, column)));
            cells
                .flat_map(|(index, row, column)| {
                    of_text(question, Some((index, column.id)), column.kind, cell(row, column.id))
                })
                .collect()
        }
        _ => Vec::new(),
    });
    let documents = draft.documents.iter().filter_map(|document| match &document.source {
        Source::Address { url, .. } => {
            Some(Address { question: Question::Documents, cell: None, url: value::url(url)? })
        }
        _ => None,
    });
    given.chain(documents).collect()
}

/// The addresses of a text that is asked for as one, or as a list that may hold some.
fn of_text(question: Question, cell: Option<(usize, &'static str)>, kind: Kind, typed: &str) -> Vec<Address> {
    let urls = match kind {
        Kind::Url => value::url(typed).into_iter().collect(),
        Kind::Targets => value::targets(typed).into_iter().filter_map(web).collect(),
        _ => Vec::new(),
    };
    urls.into_iter().map(|url| Address { question, cell, url }).collect()
}

fn web(target: Alternative) -> Option<HttpUrl> {
    match target {
        Alternative::Web(url) => Some(url),
        Alternative::Api(_) => None,
    }
}

/// What was observed of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observed {
    /// What it means.
    pub text: Text,
    /// What it says against the answer; nothing where all is well or nothing could be known.
    pub finding: Option<Finding>,
}

/// What `reach` says of an address; `is_online` as the browser has it.
pub fn observed(address: &Address, reach: Reach, is_online: bool) -> Observed {
    // Readers call these from the page of the catalogue.
    let is_called = matches!(address.question, Question::BaseUrl | Question::Sandbox | Question::Documents);
    let host = address.url.host();
    match reach {
        _ if !is_online => Observed {
            text: Text::new(
                "Pas de réseau\u{202f}: rien n’a pu être vérifié.",
                "No network: nothing could be checked.",
            ),
            finding: None,
        },
        Reach::NotTried => Observed {
            text: Text::new(
                "Aucun navigateur ne peut appeler cette adresse\u{202f}: rien n’a été vérifié.",
                "No browser can call this address: nothing was checked.",
            ),
            finding: None,
        },
        Reach::Readable => Observed {
            text: Text::new(
                format!("{host} répond, et les autres sites peuvent lire sa réponse (CORS)."),
                format!("{host} answers, and other sites may read its answer (CORS)."),
            ),
            finding: None,
        },
        Reach::Reached if is_called => told(
            "address-not-readable",
            address,
            Text::new(
                format!(
                    "{host} répond, mais n’autorise pas les autres sites à lire sa réponse (CORS)\u{202f}: les lecteurs ne pourront pas l’essayer depuis le catalogue."
                ),
                format!(
                    "{host} answers, but does not let other sites read its answer (CORS): readers will not be able to try it from the catalogue."
                ),
            ),
            Text::new(
                "Ajoutez l’en-tête Access-Control-Allow-Origin aux réponses.",
                "Add the header Access-Control-Allow-Origin to the answers.",
            ),
        ),
        Reach::Reached => Observed {
            text: Text::new(
                format!(
                    "{host} répond. Le navigateur ne dit pas avec quel statut\u{202f}: ouvrez l’adresse pour vérifier la page."
                ),
                format!(
                    "{host} answers. The browser does not say with which status: open the address to see the page."
                ),
            ),
            finding: None,
        },
        Reach::Unreachable => told(
            "address-unreachable",
            address,
            Text::new(
                format!("Rien ne répond à {host} depuis votre navigateur."),
                format!("Nothing answers at {host} from your browser."),
            ),
            Text::new(
                "Vérifiez l’adresse\u{202f}; si elle n’est ouverte qu’à un réseau interne, les lecteurs ne l’atteindront pas.",
                "Check the address; if it is open to an internal network only, readers will not reach it.",
            ),
        ),
    }
}

fn told(code: &'static str, address: &Address, what: Text, mend: Text) -> Observed {
    let text = Text::new([&what.fr, " ", &mend.fr].concat(), [&what.en, " ", &mend.en].concat());
    let finding = Finding::advice(code, address.question, what, mend);
    Observed { text, finding: Some(Finding { cell: address.cell, ..finding }) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::problem::Severity;
    use crate::core::wizard::draft::{Answer, Attached, Origin};
    use crate::core::wizard::tests::{complete, minimal, row, text};

    #[test]
    fn every_address_that_is_asked_for_is_looked_at() {
        let mut draft = minimal();
        for (question, typed) in [
            (Question::BaseUrl, " https://a.fr/v1 "),
            (Question::StatusUrl, "javascript:alert(1)"),
            (Question::Terms, "https://a.fr/cgu"),
            // Not asked: the access is open.
            (Question::AccountUrl, "https://a.fr/compte"),
        ] {
            draft.set(question, text(typed), Origin::Typed);
        }
        draft.set(Question::Access, text("open"), Origin::Typed);
        draft.answers.remove(Question::AccountUrl);
        let source = Source::Address { url: "https://b.fr/openapi.json".into(), copy: None, beside: false };
        draft.documents = vec![Attached { title: String::new(), source }];
        let found = addresses(&draft);
        let has = |question, url: &str| found.iter().any(|one| one.question == question && one.url.as_str() == url);
        assert!(has(Question::BaseUrl, "https://a.fr/v1") && has(Question::Terms, "https://a.fr/cgu"), "{found:?}");
        assert_eq!(
            found.last().map(|one| (one.question, one.url.as_str())),
            Some((Question::Documents, "https://b.fr/openapi.json"))
        );
        assert!(found.iter().all(|one| one.question != Question::StatusUrl && one.question != Question::AccountUrl));
    }

    #[test]
    fn addresses_of_tables_are_looked_at_where_they_are() {
        let mut draft = complete();
        let datasets = vec![row(&[("title", "A"), ("url", "https://a.fr/a")]), row(&[("title", "B"), ("url", "b")])];
        draft.set(Question::Datasets, Answer::Rows(datasets), Origin::Typed);
        let found = addresses(&draft);
        let at = |question| found.iter().filter(|one| one.question == question).map(|one| one.cell).collect::<Vec<_>>();
        assert_eq!(at(Question::Datasets), [Some((0, "url"))]);
        assert_eq!(at(Question::Audiences), [Some((0, "alternatives")), Some((2, "alternatives"))]);
        let observed =
            observed(found.iter().find(|one| one.cell == Some((0, "url"))).unwrap(), Reach::Unreachable, true);
        assert_eq!(observed.finding.map(|finding| finding.cell), Some(Some((0, "url"))));
    }

    #[test]
    fn what_a_browser_cannot_tell_is_no_finding() {
        let url = HttpUrl::parse("https://a.fr/x").unwrap();
        for question in [Question::BaseUrl, Question::StatusUrl] {
            let address = Address { question, cell: None, url: url.clone() };
            let code = |reach, online| {
                observed(&address, reach, online).finding.map(|finding| (finding.code, finding.severity))
            };
            assert_eq!(code(Reach::Unreachable, false), None);
            assert_eq!(code(Reach::NotTried, true), None);
            assert_eq!(code(Reach::Readable, true), None);
            assert_eq!(code(Reach::Unreachable, true), Some(("address-unreachable", Severity::Warning)));
            let closed = (question == Question::BaseUrl).then_some(("address-not-readable", Severity::Warning));
            assert_eq!(code(Reach::Reached, true), closed);
            for reach in [Reach::NotTried, Reach::Unreachable, Reach::Reached, Reach::Readable] {
                let text = observed(&address, reach, true).text;
                assert!(!text.fr.is_empty() && text.fr != text.en);
            }
        }
    }
}
