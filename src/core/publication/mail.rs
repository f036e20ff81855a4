//! [`Mail`]: a message to the team, as a `mailto:` address (RFC 6068) and as text to copy.

use super::submission::Submission;
use crate::core::address::{Email, percent_encode};
use crate::core::i18n::{Language, Text};

/// The longest address: mail programs of Windows cut longer ones.
pub const MOST_CHARACTERS: usize = 2_000;

/// A message to the team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// Who gets it.
    pub to: Email,
    /// Its subject.
    pub subject: String,
    /// Its whole body, with the files that are text.
    pub body: String,
    /// `mailto:…`, with the whole body or a shorter one.
    pub href: String,
    /// The archive to attach, when the address has no room for the files or they are not text.
    pub attach: Option<String>,
}

impl Mail {
    /// The message that proposes `submission`.
    pub fn new(submission: &Submission, to: &Email, language: Language) -> Self {
        let subject = submission.title().to_owned();
        let archive = submission.archive_name();
        let attached = sentence(&attach(&archive), language);
        let start = [greeting(language), submission.summary()].join("\n\n").trim_end().to_owned();
        let mut body = start.clone();
        let mut is_whole = true;
        for file in submission.files() {
            match file.text() {
                Some(text) => body.push_str(&format!("\n\n===== {} =====\n{text}", file.path)),
                None => is_whole = false,
            }
        }
        if !is_whole {
            body = format!("{attached}\n\n{body}");
        }
        let whole = address(to, &subject, &body);
        if whole.len() <= MOST_CHARACTERS {
            return Self { to: to.clone(), subject, body, href: whole, attach: (!is_whole).then_some(archive) };
        }
        let names: Vec<String> = submission.files().iter().map(|file| format!("- {}", file.path)).collect();
        let mut short = format!("{attached}\n\n{start}\n\n{}", names.join("\n"));
        let mut href = address(to, &subject, &short);
        if href.len() > MOST_CHARACTERS {
            let room = MOST_CHARACTERS.saturating_sub(address(to, &subject, "").len());
            short = cut(&short, room);
            href = address(to, &subject, &short);
        }
        Self { to: to.clone(), subject, body, href, attach: Some(archive) }
    }

    /// The message as text to copy, with its headers.
    pub fn text(&self, language: Language) -> String {
        let (to, subject) = match language {
            Language::Fr => ("À\u{202f}:", "Objet\u{202f}:"),
            Language::En => ("To:", "Subject:"),
        };
        format!("{to} {}\n{subject} {}\n\n{}\n", self.to, self.subject, self.body)
    }
}

fn address(to: &Email, subject: &str, body: &str) -> String {
    format!("{}?subject={}&body={}", to.mailto(), percent_encode(subject), encode_lines(body))
}

/// A text for the body: its line breaks are CRLF (RFC 6068 §5).
fn encode_lines(text: &str) -> String {
    text.split('\n').map(|line| percent_encode(line.trim_end_matches('\r'))).collect::<Vec<_>>().join("%0D%0A")
}

/// The beginning of a text whose encoded form has at most `room` characters, ended by `…`.
fn cut(text: &str, room: usize) -> String {
    let mark = "…";
    let mut left = room.saturating_sub(encode_lines(mark).len());
    let mut kept = String::new();
    for character in text.chars() {
        let length = if character == '\n' { 6 } else { percent_encode(character.encode_utf8(&mut [0; 4])).len() };
        if length > left {
            break;
        }
        left -= length;
        kept.push(character);
    }
    kept + mark
}

fn greeting(language: Language) -> &'static str {
    match language {
        Language::Fr => "Bonjour,\n\nVoici une page à publier dans le catalogue.",
        Language::En => "Hello,\n\nHere is a page to publish in the catalogue.",
    }
}

fn attach(archive: &str) -> Text {
    Text::new(
        format!("[Avant d’envoyer\u{202f}: joignez le fichier {archive}, téléchargé depuis le catalogue.]"),
        format!("[Before you send: attach the file {archive}, downloaded from the catalogue.]"),
    )
}

fn sentence(text: &Text, language: Language) -> String {
    text.get(language).to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::File;
    use super::super::testing::{file, submission};
    use super::*;
    use crate::core::address::percent_decode;
    use crate::core::id::Slug;
    use proptest::prelude::*;

    fn to() -> Email {
        Email::parse("equipe+api?@exemple.fr").unwrap()
    }

    fn given(title: &str, summary: &str, files: Vec<File>) -> Submission {
        Submission::new(Slug::parse("api-a").unwrap(), title, summary, files).unwrap()
    }

    /// Subject and body, as a mail program reads them.
    fn read(href: &str) -> (String, String) {
        let (address, query) = href.split_once('?').unwrap();
        assert_eq!(address, "mailto:equipe%2Bapi%3F@exemple.fr");
        let (subject, body) = query.split_once('&').unwrap();
        let decoded = |pair: &str, name: &str| percent_decode(pair.strip_prefix(name).unwrap());
        (decoded(subject, "subject="), decoded(body, "body="))
    }

    #[test]
    fn a_short_message_is_whole() {
        let mail = Mail::new(&submission(), &to(), Language::Fr);
        let (subject, body) = read(&mail.href);
        assert_eq!((subject.as_str(), body.as_str()), ("Ajouter API d’été", mail.body.replace('\n', "\r\n").as_str()));
        assert!(body.contains("title: API d’été") && mail.attach.is_none());
        assert!(mail.text(Language::Fr).contains(&mail.body));
        assert!(!mail.href.contains("%0A%0A"), "line breaks are CRLF");
    }

    #[test]
    fn a_long_one_says_what_to_attach() {
        let mail = Mail::new(&given("Titre", "Résumé.", vec![file("a.md", &"x\n".repeat(900))]), &to(), Language::En);
        let (_, body) = read(&mail.href);
        assert_eq!(mail.attach.as_deref(), Some("api-a.zip"));
        assert!(body.contains("attach the file api-a.zip") && body.contains("Résumé.") && body.contains("- a.md"));
        assert!(mail.body.contains("x\nx\n") && !body.contains("x\r\nx"), "the text to copy is whole");
        let bytes = File { bytes: vec![0xff], ..file("a.png", "") };
        let mail = Mail::new(&given("Titre", "", vec![bytes]), &to(), Language::Fr);
        assert!(mail.attach.is_some() && mail.body.contains("joignez le fichier api-a.zip"));
    }

    proptest! {
        #[test]
        fn addresses_fit_and_decode_to_the_same_text(
            title in any::<String>(), summary in prop_oneof![any::<String>(), "[é\n]{0,3000}"], text in any::<String>(),
        ) {
            let given = given(&title, &summary, vec![file("a.md", &text)]);
            let mail = Mail::new(&given, &to(), Language::Fr);
            prop_assert!(mail.href.len() <= MOST_CHARACTERS, "{}", mail.href.len());
            prop_assert!(mail.href.bytes().all(|byte| byte.is_ascii_graphic()));
            let (subject, body) = read(&mail.href);
            prop_assert_eq!(&subject, given.title());
            prop_assert!(!subject.contains(['\r', '\n']));
            if mail.attach.is_none() {
                let lines = |text: &str| text.split('\n').map(|line| line.trim_end_matches('\r').to_owned()).collect::<Vec<_>>();
                prop_assert_eq!(lines(&body), lines(&mail.body));
            } else {
                prop_assert!(body.contains("joignez le fichier api-a.zip"));
            }
            prop_assert!(mail.body.contains(&text) && mail.text(Language::En).contains(&text));
        }
    }
}
