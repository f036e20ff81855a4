//! [`report`]: what is not as the document says, as a message for its producer.

use super::Deviation;
use crate::core::i18n::Language;

/// A message in Markdown: which call, what came, what is not as described. `call` is the request line, without secrets.
pub fn report(call: &str, status: u16, deviations: &[Deviation], language: Language) -> String {
    let (title, inside, whole, colon) = match language {
        Language::Fr => {
            ("Écarts entre la réponse et sa description", "Dans la réponse", "Réponse entière", "\u{202f}:")
        }
        Language::En => ("Differences between the answer and its description", "In the answer", "Whole answer", ":"),
    };
    let mut text = format!("## {title}\n\n`{}` → {status}\n\n", call.replace('`', "'"));
    for deviation in deviations {
        let place = match &deviation.instance {
            Some(pointer) if !pointer.is_empty() => format!("{inside} `{}`", pointer.replace('`', "'")),
            Some(_) | None => whole.to_owned(),
        };
        let schema = deviation.schema.replace('`', "'");
        text.push_str(&format!("- {place}{colon} {} (description: `{schema}`)\n", deviation.message.get(language)));
    }
    text
}
