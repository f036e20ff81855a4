//! The file of a draft: JSON with the name and the version of its format.

use super::{Draft, migrate};
use crate::core::i18n::Text;
use crate::core::problem::{Place, Problem};
use serde::Serialize;
use serde_json::Value;

/// What says that a JSON file is a draft.
pub const FORMAT: &str = "api-catalogue-draft";
/// The version that [`write()`] writes. Raise it with every change that an older page would misread, and say in
/// `migrate` how to read the one before.
pub const VERSION: u64 = 3;

#[derive(Serialize)]
struct Envelope<'a> {
    format: &'a str,
    version: u64,
    draft: &'a Draft,
}

/// The file of a draft, with one trailing line break.
pub fn write(draft: &Draft) -> String {
    // Keys are texts, and there are no numbers but whole ones: writing a draft cannot fail.
    let mut text = serde_json::to_string(&Envelope { format: FORMAT, version: VERSION, draft }).unwrap_or_default();
    text.push('\n');
    text
}

/// The draft of a file of this version or of an older one. On failure there is nothing to show: the caller keeps what
/// it has.
pub fn read(text: &str) -> Result<Draft, Box<Problem>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let value: Value = serde_json::from_str(text).map_err(|error| not_json(text, &error))?;
    let Value::Object(mut file) = value else { return Err(foreign()) };
    if file.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(foreign());
    }
    let draft = match file.get("version").and_then(Value::as_u64) {
        // The version before lacks what may be absent: copies beside the page, the day of the files.
        Some(VERSION | 2) => file.remove("draft").unwrap_or_default(),
        Some(1) => migrate::from_1(file).map_err(|detail| damaged(&detail))?,
        version => return Err(other_version(version)),
    };
    serde_json::from_value(draft).map_err(|error| damaged(&error.to_string()))
}

fn not_json(text: &str, error: &serde_json::Error) -> Box<Problem> {
    let place = match error.line() {
        0 => Place::default(),
        line => Place::default().at_line(u32::try_from(line).unwrap_or(u32::MAX)),
    };
    let what = match text.trim().is_empty() {
        true => Text::new("Le fichier est vide.", "The file is empty."),
        false if error.is_eof() => Text::new("Le fichier s’arrête avant sa fin.", "The file stops before its end."),
        false => Text::new(
            format!("Le fichier n’est pas un brouillon\u{202f}: ce n’est pas du JSON ({error})."),
            format!("The file is no draft: it is not JSON ({error})."),
        ),
    };
    Box::new(Problem::error("draft-not-json", place, what, choose_another()))
}

fn foreign() -> Box<Problem> {
    let what = Text::new(
        "Le fichier est du JSON, mais pas un brouillon de ce catalogue.",
        "The file is JSON, but no draft of this catalogue.",
    );
    Box::new(Problem::error("draft-foreign", Place::default(), what, choose_another()))
}

fn choose_another() -> Text {
    Text::new(
        "Choisissez le fichier que l’assistant a enregistré. Rien n’a changé ici.",
        "Choose the file that the wizard saved. Nothing was changed here.",
    )
}

fn other_version(version: Option<u64>) -> Box<Problem> {
    let shown = version.map_or_else(|| "?".to_owned(), |version| version.to_string());
    let what = Text::new(
        format!(
            "Le brouillon est de la version {shown}, que cette page ne sait pas lire (elle lit jusqu’à {VERSION})."
        ),
        format!("The draft is of version {shown}, which this page cannot read (it reads up to {VERSION})."),
    );
    let mend = Text::new(
        "Rechargez la page pour avoir sa dernière version, puis ouvrez le fichier à nouveau. Rien n’a changé ici.",
        "Reload the page to have its last version, then open the file again. Nothing was changed here.",
    );
    Box::new(Problem::error("draft-version", Place::default(), what, mend))
}

fn damaged(detail: &str) -> Box<Problem> {
    let what =
        Text::new(format!("Le brouillon est abîmé\u{202f}: {detail}."), format!("The draft is damaged: {detail}."));
    let mend = Text::new(
        "Demandez-le à nouveau à qui vous l’a envoyé, ou reprenez une copie plus ancienne. Rien n’a changé ici.",
        "Ask for it again from whoever sent it, or take an older copy. Nothing was changed here.",
    );
    Box::new(Problem::error("draft-damaged", Place::default(), what, mend))
}
