use super::*;

/// One letter for each audience, in the order of [`Audience::ALL`], then `*` for a part of it.
fn sketch(text: &str) -> String {
    let said = label(text);
    assert!(!said.guessed, "{text}");
    let letter = |audience: &Audience| match audience {
        Individual => 'I',
        Company => 'C',
        Association => 'S',
        Administration => 'A',
        LocalAuthority => 'L',
        SoftwarePublisher => 'P',
    };
    let letters: String =
        Audience::ALL.iter().filter(|audience| said.audiences.contains(audience)).map(letter).collect();
    if said.narrow { format!("{letters}*") } else { letters }
}

#[test]
fn maps_the_60_labels() {
    let all = [
        ("Un particulier", "I"),
        ("Une entreprise", "C"),
        ("Un éditeur de logiciel", "P"),
        ("Une collectivité ou une administration", "AL"),
        ("Une administration", "AL"),
        ("Une entreprise ou une association", "CS"),
        ("Une entité administrative", "AL"),
        ("Une collectivité", "L"),
        ("Un établissement bancaire", "C*"),
        ("Autre", ""),
        ("Autres activités", ""),
        ("Une institution", "A"),
        ("Un ministère", "A"),
        ("Un editeur d’application mobile", "P*"),
        ("Un editeur de services web", "P*"),
        ("Un editeur de logiciel de paie", "P*"),
        ("Une application RH", "P*"),
        ("Un mandataire de service à la personne", "CS*"),
        ("Un éditeur", "P"),
        ("Un établissement public", "A"),
        ("Un Ministère", "A"),
        ("Un demandeur d'emploi", "I*"),
        ("Un organisme complémentaire de santé", "CS*"),
        ("Un éditeur de logiciels", "P"),
        ("Un ministère (administration centrale ou service déconcentré)", "A"),
        ("Une collectivité territoriale", "L"),
        ("Un opérateur de l'État", "A"),
        ("Une association", "S"),
        ("Un tiers déclarant", "C*"),
        ("Un auto-entrepreneur", "C*"),
        ("Déclarant direct", "C*"),
        ("Concentrateur", "P*"),
        ("Une structure bénéficiaire des données foncières", "SAL*"),
        ("Une entreprise dédiée à la maitrise d'énergie", "C*"),
        ("Un bureau d'étude", "C*"),
        ("Une assurance", "C*"),
        ("Un organisme de prévoyance santé", "CS*"),
        ("Une administration partenaire de France Connect", "AL*"),
        ("Etablissement ou système d'information dans l'enseignement supérieur", "A*"),
        ("Un gestionnaire de cantine", "CSAL*"),
        ("Un éditeur d'un logiciel de gestion de cantine", "P*"),
        ("Un éditeur de logiciel des secteurs du transport léger et du déménagement", "P*"),
        ("Un service chargé de l'inscription à un examen ou un concours", "AL*"),
        ("Un service de ressources humaines ou de recrutement", "AL*"),
        ("Une administration qui souhaite simplifier une démarche pour les étudiants", "AL*"),
        ("Un établissement de l'enseignement supérieur", "A*"),
        ("Un lycée", "A*"),
        ("Un prestataire de service à la personne", "CS*"),
        ("Un editeur de logiciel de service à la personne", "P*"),
        ("Un éditeur de services web", "P*"),
        ("Autre actvité", ""),
        ("Un professionnel de santé", "I*"),
        ("Un établissements de soins", "CA*"),
        ("Un organisme \"chargé d'une mission ou délégataire de service public\" (statut spécifique)", "CS*"),
        ("Groupement de taxis", "CS*"),
        ("Application de mobilité", "C*"),
        ("Acteur de mobilité publique", "AL*"),
        ("Editeur logiciel pour les flottes de taxis", "P*"),
        ("Artisan taxi", "C*"),
        ("Autres", ""),
    ];
    assert_eq!(all.len(), 60);
    for (text, expected) in all {
        assert_eq!(sketch(text), expected, "{text}");
    }
}

#[test]
fn guesses_what_nobody_listed() {
    for (text, audiences) in [
        ("Une administration fiscale", PUBLIC),
        ("Un éditeur de jeux", &[SoftwarePublisher]),
        ("Un entrepreneur", &[Company]),
    ] {
        assert_eq!(label(text), Label { audiences, narrow: true, guessed: true }, "{text}");
    }
    assert_eq!(label("Un extraterrestre"), Label { audiences: &[], narrow: false, guessed: true });
}
