//! The words of the wizard: steps, questions, why they are asked, examples, choices, columns.
//!
//! Apart from the others: only the wizard loads them.

mod access;
mod choices;
mod description;
mod level;
mod producer;

pub use choices::{choice, column};

use super::Language;
use crate::core::wizard::questions::{Question, Step};

/// What a question says, in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Help {
    /// The question, as the label of its field.
    pub label: &'static str,
    /// Why it is asked.
    pub why: &'static str,
    /// An answer that helps readers.
    pub good: &'static str,
    /// One that does not, and why not.
    pub bad: &'static str,
}

/// What a question says, in each language.
struct Entry {
    fr: Help,
    en: Help,
}

/// The entries of some questions, each in both languages.
macro_rules! entries {
    ($($question:ident {
        label: $label_fr:literal, $label_en:literal;
        why: $why_fr:literal, $why_en:literal;
        good: $good_fr:literal, $good_en:literal;
        bad: $bad_fr:literal, $bad_en:literal;
    })*) => {
        pub(super) fn entry(question: crate::core::wizard::questions::Question) -> Option<&'static super::Entry> {
            use crate::core::wizard::questions::Question;
            match question {
                $(Question::$question => Some(const { &super::Entry {
                    fr: super::Help { label: $label_fr, why: $why_fr, good: $good_fr, bad: $bad_fr },
                    en: super::Help { label: $label_en, why: $why_en, good: $good_en, bad: $bad_en },
                } }),)*
                _ => None,
            }
        }
    };
}

use entries;

/// What `question` says in `language`. A test checks that no question is without words.
pub fn help(question: Question, language: Language) -> Help {
    let entry = description::entry(question)
        .or_else(|| producer::entry(question))
        .or_else(|| access::entry(question))
        .or_else(|| level::entry(question));
    entry.map_or_else(Help::default, |entry| match language {
        Language::Fr => entry.fr,
        Language::En => entry.en,
    })
}

/// The title of a step and what it is about.
pub fn step(step: Step, language: Language) -> (&'static str, &'static str) {
    let (fr, en) = match step {
        Step::Prerequisites => (
            ("Prérequis", "Ce qu’il faut pour être référencé, en deux réponses."),
            ("Prerequisites", "What it takes to be referenced, in two answers."),
        ),
        Step::Description => (
            ("Description", "Ce que tout le monde comprend\u{202f}: à quoi sert l’API, pour qui, comment."),
            ("Description", "What everybody understands: what the API is for, for whom, and how."),
        ),
        Step::Producer => (
            ("Producteur", "L’organisme qui répond de l’API."),
            ("Producer", "The organisation that answers for the API."),
        ),
        Step::Technical => (
            ("Documentation technique", "Ce qu’un développeur ouvre en premier."),
            ("Technical documentation", "What a developer opens first."),
        ),
        Step::Access => (
            ("Accès et éligibilité", "Qui a le droit de l’utiliser, et comment le demander."),
            ("Access and eligibility", "Who may use it, and how to ask."),
        ),
        Step::ServiceLevel => (
            ("Niveau de service et limites", "Ce sur quoi on peut compter."),
            ("Service level and limits", "What one can rely on."),
        ),
        Step::Contact => (
            ("Contact et suivi", "Qui répond aux questions, et à qui l’équipe du catalogue écrit."),
            ("Contact and follow-up", "Who answers questions, and to whom the team of the catalogue writes."),
        ),
        Step::Review => (
            ("Relecture", "Tout relire avant que le brouillon parte."),
            ("Review", "Reading everything again before the draft leaves."),
        ),
    };
    match language {
        Language::Fr => fr,
        Language::En => en,
    }
}

/// The heading of the section of a page that answers `question`; empty for a question without a section. Plain spaces:
/// a page is content, whose spaces are made right where it is shown.
pub fn section(question: Question, language: Language) -> &'static str {
    let (fr, en) = match question {
        Question::Uses => ("À quoi sert cette API ?", "What is this API for?"),
        Question::Data => ("Quelles données ?", "Which data?"),
        Question::OfferedBy => ("Qui la propose ?", "Who offers it?"),
        Question::Users => ("Pour qui ?", "For whom?"),
        Question::Usage => ("Comment l’appeler ?", "How to call it?"),
        Question::Scopes => ("Données autorisées par FranceConnect", "Data shared through FranceConnect"),
        _ => return "",
    };
    match language {
        Language::Fr => fr,
        Language::En => en,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::wizard::questions::Kind;

    #[test]
    fn every_question_has_all_its_words() {
        for question in Question::ALL {
            let (fr, en) = (help(*question, Language::Fr), help(*question, Language::En));
            for text in [fr.label, fr.why, fr.good, fr.bad, en.label, en.why, en.good, en.bad] {
                assert!(!text.trim().is_empty(), "{question}");
            }
            assert!(fr.why != en.why && fr.good != fr.bad && en.good != en.bad, "{question}");
            for language in Language::ALL {
                let kind = question.definition().kind;
                for name in kind.columns() {
                    assert_ne!(column(*question, name.id, language), "", "{question} {}", name.id);
                    all_choices(*question, name.kind, language);
                }
                all_choices(*question, kind, language);
            }
        }
    }

    fn all_choices(question: Question, kind: Kind, language: Language) {
        if let Kind::Choice(words) | Kind::Choices(words) = kind {
            for word in words {
                assert_ne!(choice(question, word, language), "", "{question} {word}");
            }
        }
    }

    /// An entry that two files hold would be dead in one of them.
    #[test]
    fn no_question_is_said_twice() {
        let files = [description::entry, producer::entry, access::entry, level::entry];
        for question in Question::ALL {
            assert_eq!(files.iter().filter(|entry| entry(*question).is_some()).count(), 1, "{question}");
        }
    }

    #[test]
    fn french_spaces_do_not_break() {
        let breaking = ["« ", " »", " :", " ;", " ?", " !"];
        let all = Question::ALL.iter().map(|question| help(*question, Language::Fr));
        let texts = all.flat_map(|help| [help.label, help.why, help.good, help.bad]);
        let steps = Step::ALL.into_iter().flat_map(|one| <[&str; 2]>::from(step(one, Language::Fr)));
        for text in texts.chain(steps) {
            assert!(!breaking.iter().any(|sign| text.contains(sign)), "{text}");
        }
    }
}
