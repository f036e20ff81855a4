//! Documents that join a draft, take the place of another, or leave it.
//!
//! The main document, the first one, is the one whose statements are answers: another one beside it, or a file that is
//! no OpenAPI document, changes none.

use super::{Prefill, of_document};
use crate::core::i18n::Text;
use crate::core::openapi::Document;
use crate::core::problem::{Place, Problem};
use crate::core::wizard::draft::{Attached, Draft, Origin, Source};
use crate::core::wizard::page::is_json;

/// Adds a document; the main one fills in what it states. A text that is no OpenAPI document is refused, and nothing
/// changes.
pub fn attach(draft: &mut Draft, source: Source) -> Result<(), Box<Problem>> {
    verify(&source)?;
    draft.documents.push(Attached { title: String::new(), source });
    if draft.documents.len() == 1 {
        refill(draft);
    }
    Ok(())
}

/// Puts a document in the place of another, whose title it keeps. An address that is read again stays published as it
/// was; a text takes the name of the file that is published, in whose place it will lie, where both are JSON or neither
/// is. Refused as [`attach`] does.
pub fn replace(draft: &mut Draft, place: usize, mut source: Source) -> Result<(), Box<Problem>> {
    verify(&source)?;
    let Some(document) = draft.documents.get_mut(place) else { return Ok(()) };
    if let (Source::Address { beside, .. }, Source::Address { beside: before, .. }) = (&mut source, &document.source) {
        *beside = *before;
    }
    if let (Source::Text { name, text }, Source::Published { name: before }) = (&mut source, &document.source)
        && before.ends_with(".json") == is_json(text)
    {
        name.clone_from(before);
    }
    document.source = source;
    if place == 0 {
        refill(draft);
    }
    Ok(())
}

/// Takes a document away. What the main one stated goes with it, and the next one states what it has to say.
pub fn detach(draft: &mut Draft, place: usize) {
    if place < draft.documents.len() {
        draft.documents.remove(place);
        if place == 0 {
            refill(draft);
        }
    }
}

/// Fills in what the main document states, in place of what another one stated. A document whose text is not at hand
/// takes nothing back.
fn refill(draft: &mut Draft) {
    let stated = match draft.documents.first().map(|document| document.source.text()) {
        Some(Some(text)) => of_document(&Document::read(text.as_bytes(), "").0),
        Some(None) => return,
        None => Prefill { origin: Origin::Document, answers: Vec::new(), documents: Vec::new(), created: None },
    };
    stated.apply(draft);
}

fn verify(source: &Source) -> Result<(), Box<Problem>> {
    let Some(text) = source.text() else { return Ok(()) };
    if Document::read(text.as_bytes(), "").0.version().is_some() {
        return Ok(());
    }
    let name = match source {
        Source::Text { name, .. } | Source::Published { name } => name,
        Source::Address { url, .. } => url,
    };
    let (fr, en) = match name.trim() {
        "" => ("Ce texte".to_owned(), "This text".to_owned()),
        name => (format!("«\u{202f}{name}\u{202f}»"), format!("“{name}”")),
    };
    let what =
        Text::new(format!("{fr} n’est pas une description OpenAPI."), format!("{en} is not an OpenAPI document."));
    let mend = Text::new(
        "Donnez le document JSON ou YAML lui-même, pas la page qui le montre. Rien n’a changé ici.",
        "Give the JSON or YAML document itself, not the page that shows it. Nothing was changed here.",
    );
    Err(Box::new(Problem::error("document-not-openapi", Place::default(), what, mend)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::wizard::draft::Answer;
    use crate::core::wizard::questions::Question;

    fn text(title: &str) -> Source {
        let text = format!("openapi: 3.1.0\ninfo: {{title: {title}, version: '1'}}\npaths: {{}}\n");
        Source::Text { name: format!("{title}.yaml"), text }
    }

    fn address(title: &str, beside: bool) -> Source {
        let copy = text(title).text().map(str::to_owned);
        Source::Address { url: "https://a.fr/openapi.yaml".into(), copy, beside }
    }

    #[test]
    fn the_main_document_alone_fills_in() {
        let mut draft = Draft::new("d");
        attach(&mut draft, text("Premier")).unwrap();
        attach(&mut draft, text("Second")).unwrap();
        assert_eq!((draft.title(), draft.documents.len()), ("Premier", 2));
        replace(&mut draft, 1, text("Troisième")).unwrap();
        assert_eq!(draft.title(), "Premier");
        replace(&mut draft, 0, text("Corrigé")).unwrap();
        assert_eq!(draft.title(), "Corrigé");
        detach(&mut draft, 1);
        assert_eq!(draft.title(), "Corrigé");
        detach(&mut draft, 0);
        assert_eq!((draft.title(), draft.documents.len()), ("", 0));
        detach(&mut draft, 3);
    }

    #[test]
    fn the_next_document_speaks_when_the_main_one_leaves() {
        let mut draft = Draft::new("d");
        attach(&mut draft, text("Premier")).unwrap();
        attach(&mut draft, text("Second")).unwrap();
        detach(&mut draft, 0);
        assert_eq!(draft.title(), "Second");
        draft.set(Question::Title, Answer::Text("À moi".into()), Origin::Typed);
        detach(&mut draft, 0);
        assert_eq!(draft.title(), "À moi");
    }

    #[test]
    fn a_file_that_is_no_document_changes_nothing() {
        let mut draft = Draft::new("d");
        attach(&mut draft, text("Premier")).unwrap();
        let before = draft.clone();
        for wrong in ["<html>", "", "{}", "a: 1", "swagger"] {
            let source = || Source::Text { name: "page.html".into(), text: wrong.into() };
            let problem = attach(&mut draft, source()).unwrap_err();
            assert!(problem.what.fr.contains("page.html") && problem.what.fr != problem.what.en);
            assert!(replace(&mut draft, 0, source()).is_err());
            assert_eq!(draft, before);
        }
    }

    #[test]
    fn a_document_that_is_not_at_hand_takes_nothing_back() {
        let mut draft = Draft::new("d");
        attach(&mut draft, text("Premier")).unwrap();
        let unread = Source::Address { url: "https://a.fr".into(), copy: None, beside: false };
        replace(&mut draft, 0, unread).unwrap();
        assert_eq!(draft.title(), "Premier");
    }

    #[test]
    fn a_text_takes_the_file_of_the_one_that_is_published() {
        let published = |name: &str| Source::Published { name: name.into() };
        for (before, after) in [("api.yaml", "api.yaml"), ("api.json", "Corrigé.yaml")] {
            let mut draft = Draft::new("d");
            draft.documents.push(Attached { title: "V1".into(), source: published(before) });
            replace(&mut draft, 0, text("Corrigé")).unwrap();
            let Source::Text { name, .. } = &draft.documents[0].source else { panic!() };
            assert_eq!((name.as_str(), draft.documents[0].title.as_str()), (after, "V1"));
        }
    }

    #[test]
    fn an_address_stays_published_as_it_was() {
        let mut draft = Draft::new("d");
        attach(&mut draft, address("Premier", false)).unwrap();
        replace(&mut draft, 0, address("Second", true)).unwrap();
        assert_eq!(draft.documents[0].source, address("Second", false));
        replace(&mut draft, 0, text("Troisième")).unwrap();
        assert_eq!(draft.documents[0].source, text("Troisième"));
    }
}
