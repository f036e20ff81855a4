//! The settings of an imported catalogue: neutral, for its owner to edit.

use serde_json::{Value, json};

/// `site.json`.
pub(super) fn settings() -> Value {
    json!({
        "name": { "fr": "Catalogue d’API importé", "en": "Imported API catalogue" },
        "tagline": {
            "fr": "Les fiches d’api.gouv.fr, reprises dans ce catalogue.",
            "en": "The pages of api.gouv.fr, brought into this catalogue."
        },
        "content_language": "fr",
        "languages": ["fr", "en"],
        "publisher": { "name": "api.gouv.fr", "url": "https://api.gouv.fr/" },
        "footer": [],
        "featured": []
    })
}
