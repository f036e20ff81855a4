//! Who an old label of eligibility speaks of: 60 spellings, six audiences.

use crate::core::catalogue::Audience;
use crate::core::catalogue::Audience::{
    Administration, Association, Company, Individual, LocalAuthority, SoftwarePublisher,
};
use crate::core::search::fold;

/// What a label says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Label {
    /// Audiences it speaks of; empty for "other": those the page does not name otherwise.
    pub(super) audiences: &'static [Audience],
    /// Whether it covers only part of them: a lycée is not every administration.
    pub(super) narrow: bool,
    /// Whether it had to be guessed.
    pub(super) guessed: bool,
}

/// In the law on relations with the public (CRPA, L. 100-3), "administration" includes local authorities.
const PUBLIC: &[Audience] = &[Administration, LocalAuthority];
const PRIVATE: &[Audience] = &[Company, Association];

/// Labels that name a whole audience, folded.
const WHOLE: &[(&str, &[Audience])] = &[
    ("un particulier", &[Individual]),
    ("une entreprise", &[Company]),
    ("une association", &[Association]),
    ("une entreprise ou une association", PRIVATE),
    ("une administration", PUBLIC),
    ("une collectivite ou une administration", PUBLIC),
    ("une entite administrative", PUBLIC),
    ("une institution", &[Administration]),
    ("un ministere", &[Administration]),
    ("un ministere (administration centrale ou service deconcentre)", &[Administration]),
    ("un etablissement public", &[Administration]),
    ("un operateur de l'etat", &[Administration]),
    ("une collectivite", &[LocalAuthority]),
    ("une collectivite territoriale", &[LocalAuthority]),
    ("un editeur", &[SoftwarePublisher]),
    ("un editeur de logiciel", &[SoftwarePublisher]),
    ("un editeur de logiciels", &[SoftwarePublisher]),
];

/// Labels that name a part of one or several audiences, folded.
const PART: &[(&str, &[Audience])] = &[
    ("acteur de mobilite publique", PUBLIC),
    ("application de mobilite", &[Company]),
    ("artisan taxi", &[Company]),
    ("concentrateur", &[SoftwarePublisher]),
    ("declarant direct", &[Company]),
    ("editeur logiciel pour les flottes de taxis", &[SoftwarePublisher]),
    ("etablissement ou systeme d'information dans l'enseignement superieur", &[Administration]),
    ("groupement de taxis", PRIVATE),
    ("un auto-entrepreneur", &[Company]),
    ("un bureau d'etude", &[Company]),
    ("un demandeur d'emploi", &[Individual]),
    ("un editeur d'application mobile", &[SoftwarePublisher]),
    ("un editeur d'un logiciel de gestion de cantine", &[SoftwarePublisher]),
    ("un editeur de logiciel de paie", &[SoftwarePublisher]),
    ("un editeur de logiciel de service a la personne", &[SoftwarePublisher]),
    ("un editeur de logiciel des secteurs du transport leger et du demenagement", &[SoftwarePublisher]),
    ("un editeur de services web", &[SoftwarePublisher]),
    ("un etablissement bancaire", &[Company]),
    ("un etablissement de l'enseignement superieur", &[Administration]),
    ("un etablissements de soins", &[Administration, Company]),
    ("un gestionnaire de cantine", &[Administration, LocalAuthority, Company, Association]),
    ("un lycee", &[Administration]),
    ("un mandataire de service a la personne", PRIVATE),
    ("un organisme \"charge d'une mission ou delegataire de service public\" (statut specifique)", PRIVATE),
    ("un organisme complementaire de sante", PRIVATE),
    ("un organisme de prevoyance sante", PRIVATE),
    ("un prestataire de service a la personne", PRIVATE),
    ("un professionnel de sante", &[Individual]),
    ("un service charge de l'inscription a un examen ou un concours", PUBLIC),
    ("un service de ressources humaines ou de recrutement", PUBLIC),
    ("un tiers declarant", &[Company]),
    ("une administration partenaire de france connect", PUBLIC),
    ("une administration qui souhaite simplifier une demarche pour les etudiants", PUBLIC),
    ("une application rh", &[SoftwarePublisher]),
    ("une assurance", &[Company]),
    ("une entreprise dediee a la maitrise d'energie", &[Company]),
    ("une structure beneficiaire des donnees foncieres", &[Administration, LocalAuthority, Association]),
];

/// Words that betray the audience of a label nobody listed.
const CLUES: &[(&str, &[Audience])] = &[
    ("editeur", &[SoftwarePublisher]),
    ("logiciel", &[SoftwarePublisher]),
    ("collectivite", &[LocalAuthority]),
    ("commune", &[LocalAuthority]),
    ("administrati", PUBLIC),
    ("ministere", &[Administration]),
    ("public", &[Administration]),
    ("association", &[Association]),
    ("entrepr", &[Company]),
    ("societe", &[Company]),
    ("particulier", &[Individual]),
    ("citoyen", &[Individual]),
];

/// What a label says.
pub(super) fn label(text: &str) -> Label {
    let folded = fold(text.trim()).replace('’', "'");
    let within = |table: &[(&str, &'static [Audience])]| {
        table.iter().find(|(known, _)| *known == folded).map(|(_, audiences)| *audiences)
    };
    let said = |audiences, narrow, guessed| Label { audiences, narrow, guessed };
    if folded.starts_with("autre") {
        said(&[], false, false)
    } else if let Some(audiences) = within(WHOLE) {
        said(audiences, false, false)
    } else if let Some(audiences) = within(PART) {
        said(audiences, true, false)
    } else {
        let clue = CLUES.iter().find(|(word, _)| folded.contains(word));
        clue.map_or(said(&[], false, true), |(_, audiences)| said(audiences, true, true))
    }
}

#[cfg(test)]
mod tests;
