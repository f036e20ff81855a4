//! What keeps a draft from making the request the document describes.

use super::draft::ParameterKey;
use crate::core::i18n::Text;
use crate::core::pointer;
use crate::core::problem::{Place, Problem};

fn body() -> Place {
    Place::default().at_pointer("/body")
}

pub(super) fn unknown_parameter(key: &ParameterKey) -> Problem {
    let (name, location) = (&key.name, key.location.id());
    let place = Place::default().at_pointer(pointer::child(&pointer::child("", location), name));
    let what = Text::new(
        format!("L’opération n’a pas de paramètre «\u{202f}{name}\u{202f}» ({location})\u{202f}: il n’est pas envoyé."),
        format!("The operation has no parameter `{name}` ({location}): it is not sent."),
    );
    let mend = Text::new(
        "Vérifiez son nom\u{202f}: la description de l’API a pu changer.",
        "Check its name: the description of the API may have changed.",
    );
    Problem::warning("unknown-parameter", place, what, mend)
}

pub(super) fn missing_credential(scheme: &str) -> Problem {
    let place = Place::default().at_pointer(pointer::child("/security", scheme));
    let what = Text::new(
        format!("L’opération demande «\u{202f}{scheme}\u{202f}», qui n’est pas renseigné."),
        format!("The operation asks for `{scheme}`, which is not filled in."),
    );
    let mend = Text::new(
        "Renseignez-le, sinon le serveur refusera sans doute l’appel.",
        "Fill it in, or the server will probably refuse the call.",
    );
    Problem::warning("missing-credential", place, what, mend)
}

pub(super) fn missing_body() -> Problem {
    let what = Text::new("Le corps de la requête est obligatoire.", "The body of the request is required.");
    let mend = Text::new("Remplissez-le.", "Fill it in.");
    Problem::error("missing-body", body(), what, mend)
}

pub(super) fn not_json(error: &serde_json::Error) -> Problem {
    let (line, column) = (error.line(), error.column());
    let what = Text::new(
        format!("Le corps n’est pas du JSON\u{202f}: il s’arrête d’en être à la ligne {line}, colonne {column}."),
        format!("The body is not JSON: it stops being so at line {line}, column {column}."),
    );
    let mend = Text::new(
        "Corrigez ce qui précède cet endroit\u{202f}: souvent une virgule, un guillemet ou une accolade.",
        "Mend what comes before that place: often a comma, a quotation mark or a brace.",
    );
    Problem::error("body-not-json", body(), what, mend)
}

pub(super) fn undescribed_body() -> Problem {
    let what = Text::new(
        "L’opération ne décrit aucun corps\u{202f}: il est envoyé tout de même.",
        "The operation describes no body: it is sent all the same.",
    );
    let mend = Text::new("Retirez-le si le serveur le refuse.", "Remove it if the server refuses it.");
    Problem::warning("undescribed-body", body(), what, mend)
}

pub(super) fn undescribed_media_type(media: &str, known: &str) -> Problem {
    let what = Text::new(
        format!("L’opération ne décrit pas de corps en {media}\u{202f}: il est envoyé tout de même."),
        format!("The operation describes no body in {media}: it is sent all the same."),
    );
    let mend = Text::new(format!("Formats décrits\u{202f}: {known}."), format!("Described formats: {known}."));
    Problem::warning("undescribed-media-type", body(), what, mend)
}
