//! The 33 themes of the former site, and the vocabulary they are mapped onto.

use crate::core::search::fold;
use serde_json::{Value, json};

/// The vocabulary: name in addresses, French, English.
const THEMES: [(&str, &str, &str); 17] = [
    ("administration", "Administration", "Public administration"),
    ("agriculture", "Agriculture", "Agriculture"),
    ("culture", "Culture", "Culture"),
    ("droit-justice", "Droit et justice", "Law and justice"),
    ("economie-entreprise", "Économie et entreprises", "Economy and business"),
    ("education", "Éducation", "Education"),
    ("emploi-formation", "Emploi et formation", "Employment and training"),
    ("energie", "Énergie", "Energy"),
    ("enseignement-superieur-recherche", "Enseignement supérieur et recherche", "Higher education and research"),
    ("environnement", "Environnement", "Environment"),
    ("geographie-territoires", "Géographie et territoires", "Geography and territories"),
    ("logement-urbanisme", "Logement et urbanisme", "Housing and planning"),
    ("particulier", "Vie quotidienne", "Everyday life"),
    ("sante-social", "Santé et social", "Health and social care"),
    ("securite", "Sécurité", "Security"),
    ("sport", "Sport", "Sport"),
    ("transport", "Transports", "Transport"),
];

/// Old theme, folded, and the one it becomes.
const OLD_THEMES: &[(&str, &str)] = &[
    ("administration", "administration"),
    ("administration & legislation", "administration"),
    ("agriculture", "agriculture"),
    ("annuaire", "administration"),
    ("bibliographie", "culture"),
    ("cantine", "agriculture"),
    ("culture", "culture"),
    ("droit & justice", "droit-justice"),
    ("droit et justice", "droit-justice"),
    ("eau", "environnement"),
    ("ecologie", "environnement"),
    ("education", "education"),
    ("emploi", "emploi-formation"),
    ("energie", "energie"),
    ("enseignement", "education"),
    ("enseignement superieur", "enseignement-superieur-recherche"),
    ("entreprise", "economie-entreprise"),
    ("environnement", "environnement"),
    ("geographie", "geographie-territoires"),
    // Its one use is the registration of students.
    ("immatriculation", "enseignement-superieur-recherche"),
    ("particulier", "particulier"),
    ("planification", "logement-urbanisme"),
    ("pollution", "environnement"),
    ("professionnels", "economie-entreprise"),
    ("restauration", "agriculture"),
    ("sante", "sante-social"),
    ("securite", "securite"),
    ("services locaux", "administration"),
    ("services publics", "administration"),
    ("sport", "sport"),
    ("transport", "transport"),
    ("urbanisme", "logement-urbanisme"),
];

/// Where a theme nobody knows goes.
pub(super) const FALLBACK: &str = "administration";

/// The theme that an old label becomes.
pub(super) fn theme(label: &str) -> Option<&'static str> {
    let label = fold(label.trim());
    let mut found = OLD_THEMES.iter().filter(|(known, _)| *known == label).map(|(_, slug)| *slug);
    found.next().or_else(|| THEMES.iter().map(|(slug, _, _)| *slug).find(|slug| *slug == label))
}

/// `themes.yaml`.
pub(super) fn vocabulary() -> Value {
    THEMES.iter().map(|(slug, fr, en)| json!({"slug": slug, "name": {"fr": fr, "en": en}})).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_the_33_themes() {
        let all = [
            ("Entreprise", "economie-entreprise"),
            ("Environnement", "environnement"),
            ("Administration & législation", "administration"),
            ("Particulier", "particulier"),
            ("Géographie", "geographie-territoires"),
            ("Emploi", "emploi-formation"),
            ("Administration", "administration"),
            ("Education", "education"),
            ("Transport", "transport"),
            ("Santé", "sante-social"),
            ("Culture", "culture"),
            ("Energie", "energie"),
            ("Enseignement Supérieur", "enseignement-superieur-recherche"),
            ("Bibliographie", "culture"),
            ("Droit et Justice", "droit-justice"),
            ("Agriculture", "agriculture"),
            ("urbanisme", "logement-urbanisme"),
            ("planification", "logement-urbanisme"),
            ("ecologie", "environnement"),
            ("Annuaire", "administration"),
            ("Sécurité", "securite"),
            ("Professionnels", "economie-entreprise"),
            ("environnement", "environnement"),
            ("Services locaux", "administration"),
            ("Services publics", "administration"),
            ("Sport", "sport"),
            ("Pollution", "environnement"),
            ("Enseignement", "education"),
            ("Immatriculation", "enseignement-superieur-recherche"),
            ("cantine", "agriculture"),
            ("restauration", "agriculture"),
            ("Ecologie", "environnement"),
            ("Eau", "environnement"),
        ];
        assert_eq!(all.len(), 33);
        for (label, expected) in all {
            assert_eq!(theme(label), Some(expected), "{label}");
        }
        assert_eq!(theme("logement-urbanisme"), Some("logement-urbanisme"));
        assert_eq!(theme("Inconnu"), None);
    }

    #[test]
    fn every_mapping_leads_to_the_vocabulary() {
        for (label, slug) in OLD_THEMES.iter().chain([("", FALLBACK)].iter()) {
            assert!(THEMES.iter().any(|(known, _, _)| known == slug), "{label} → {slug}");
        }
    }
}
