//! A page that states everything.

use super::Entry;
use crate::core::catalogue::Api;
use crate::core::id::Slug;
use std::sync::LazyLock;

static SLUG: LazyLock<Slug> = LazyLock::new(|| Slug::parse("api-exemple").unwrap());

pub(super) fn entry(api: &Api) -> Entry<'_> {
    Entry { slug: &SLUG, api, producer: None, body: "Un texte.\n" }
}

pub(in crate::core::publication) fn api() -> Api {
    serde_json::from_value(serde_json::json!({
        "title": "API Exemple (EX)",
        "tagline": "Une phrase\u{202f}: l’exemple.",
        "producer": "dinum",
        "themes": ["environnement"],
        "keywords": ["Eau douce", "eau-douce", "x"],
        "access": {
            "kind": "restricted",
            "request_url": "https://example.fr/demande",
            "franceconnect": "compatible",
            "audiences": [
                {"who": ["administration"], "verdict": "yes", "text": "Sur demande."},
                {"who": ["local-authority"], "verdict": "conditional"},
                {"who": ["company", "association"], "verdict": "no"},
            ],
        },
        "openapi": [{"url": "https://api.example.fr/openapi.json"}],
        "documentation": "https://example.fr/doc",
        "base_url": "https://api.example.fr/v1",
        "contact": {"email": "api@example.fr"},
        "service_level": {
            "availability": 99.9,
            "rate_limits": [{"count": 50, "period": "second", "per": "ip"}],
            "status_url": "https://status.example.fr/",
            "usage_url": "https://stats.example.fr/",
        },
        "licence": "etalab-2.0",
        "terms_url": "https://example.fr/cgu",
        "sandbox": "https://bac-a-sable.example.fr/v1",
        "datasets": [
            {"title": "Un", "url": "https://www.data.gouv.fr/datasets/5f7b0d0c0b0a09080706050a/"},
            {"title": "Deux", "url": "https://autre.example.fr/datasets/5f7b0d0c0b0a09080706050a/"},
        ],
        "partners": ["Un partenaire"],
        "created": "2024-01-02",
        "updated": "2025-03-04",
    }))
    .unwrap()
}
