//! What one key of an API says of another.

use super::validate::place;
use crate::core::catalogue::{AccessKind, Api, Status};
use crate::core::i18n::Text;
use crate::core::problem::Problem;
use crate::core::yaml::Yaml;

/// Contradictions inside one front matter.
pub(super) fn api(api: &Api, yaml: &Yaml, file: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut push = |error: bool, code: &'static str, pointer: &str, what: Text, mend: Text| {
        let place = place(yaml, file, pointer);
        problems.push(if error {
            Problem::error(code, place, what, mend)
        } else {
            Problem::warning(code, place, what, mend)
        });
    };
    let access = &api.access;
    if access.kind == AccessKind::Restricted && access.audiences.is_empty() {
        push(
            true,
            "audiences-missing",
            "/access",
            Text::new("L’API est restreinte et ne dit pas à qui.", "The API is restricted and does not say to whom."),
            Text::new("Ajouter access.audiences.", "Add access.audiences."),
        );
    }
    if access.kind == AccessKind::Account && access.account_url.is_none() {
        push(
            false,
            "account-address-missing",
            "/access",
            Text::new(
                "Un compte est nécessaire, sans dire où le créer.",
                "An account is needed, without saying where to create it.",
            ),
            Text::new("Ajouter access.account_url.", "Add access.account_url."),
        );
    }
    let ending = matches!(api.status, Status::Deprecated | Status::Retired);
    if !ending && (api.sunset.is_some() || api.replacement.is_some()) {
        push(
            false,
            "ending-without-status",
            "/status",
            Text::new(
                "L’API a une date d’arrêt ou une remplaçante, mais elle est en service.",
                "The API has a sunset date or a replacement, yet it is in service.",
            ),
            Text::new("Écrire status: deprecated ou retired.", "Write status: deprecated or retired."),
        );
    }
    for (index, source) in api.openapi.iter().enumerate() {
        if source.file.is_some() == source.url.is_some() {
            push(
                true,
                "openapi-source",
                &format!("/openapi/{index}"),
                Text::new(
                    "Il faut un fichier ou une adresse, et un seul des deux.",
                    "Either a file or an address is needed, not both.",
                ),
                Text::new("Garder file ou url.", "Keep file or url."),
            );
        }
    }
    if api.updated < api.created {
        push(
            false,
            "dates-order",
            "/updated",
            Text::new("La mise à jour précède la création.", "The update comes before the creation."),
            Text::new("Corriger l’une des deux dates.", "Mend one of the two dates."),
        );
    }
    if api.tagline.chars().count() > 160 {
        push(
            false,
            "tagline-long",
            "/tagline",
            Text::new("L’accroche dépasse 160 caractères.", "The tagline is longer than 160 characters."),
            Text::new("La raccourcir\u{202f}: une phrase.", "Shorten it: one sentence."),
        );
    }
    problems
}
