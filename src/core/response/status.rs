//! What each HTTP status means (IANA registry), and what to do about the frequent ones.
//!
//! Never here: why a browser got no status at all.

use crate::core::i18n::Text;
use serde::{Deserialize, Serialize};

/// A status, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusView {
    /// The status, as it came.
    pub code: u16,
    /// Its name, or that of its class when the registry does not know it.
    pub name: Text,
    /// What to do, for those that call for something.
    pub advice: Option<Text>,
}

/// What `code` means.
pub fn status(code: u16) -> StatusView {
    let find = |table: &[Line], code| table.iter().find(|line| line.0 == code).map(|(_, fr, en)| Text::new(*fr, *en));
    let class = find(&CLASSES, code / 100).unwrap_or_else(|| Text::new("Statut inconnu", "Unknown status"));
    let advice = find(&ADVICE, code).or_else(|| find(&CLASS_ADVICE, code / 100));
    StatusView { code, name: find(&NAMES, code).unwrap_or(class), advice }
}

type Line = (u16, &'static str, &'static str);

const CLASSES: [Line; 5] = [
    (1, "Réponse provisoire", "Interim response"),
    (2, "Succès", "Success"),
    (3, "Redirection", "Redirection"),
    (4, "Erreur dans la requête", "Error in the request"),
    (5, "Erreur du serveur", "Server error"),
];

const CLASS_ADVICE: [Line; 2] = [
    (
        4,
        "Lire le corps de la réponse, puis corriger la requête.",
        "Read the body of the response, then correct the request.",
    ),
    (
        5,
        "Réessayer plus tard\u{202f}; si cela dure, prévenir le producteur.",
        "Try again later; if it lasts, tell the producer.",
    ),
];

const NAMES: [Line; 62] = [
    (100, "Continuer", "Continue"),
    (101, "Changement de protocole", "Switching Protocols"),
    (102, "Traitement en cours", "Processing"),
    (103, "Premières indications", "Early Hints"),
    (200, "Succès", "OK"),
    (201, "Créé", "Created"),
    (202, "Accepté, traité plus tard", "Accepted"),
    (203, "Information modifiée par un intermédiaire", "Non-Authoritative Information"),
    (204, "Succès, sans contenu", "No Content"),
    (205, "Succès, formulaire à vider", "Reset Content"),
    (206, "Contenu partiel", "Partial Content"),
    (207, "Plusieurs statuts", "Multi-Status"),
    (208, "Déjà signalé", "Already Reported"),
    (226, "Différences envoyées", "IM Used"),
    (300, "Plusieurs choix", "Multiple Choices"),
    (301, "Déplacé définitivement", "Moved Permanently"),
    (302, "Déplacé temporairement", "Found"),
    (303, "Voir une autre adresse", "See Other"),
    (304, "Inchangé", "Not Modified"),
    (305, "Mandataire à utiliser", "Use Proxy"),
    (307, "Redirection temporaire", "Temporary Redirect"),
    (308, "Redirection définitive", "Permanent Redirect"),
    (400, "Requête incorrecte", "Bad Request"),
    (401, "Authentification nécessaire", "Unauthorized"),
    (402, "Paiement nécessaire", "Payment Required"),
    (403, "Accès refusé", "Forbidden"),
    (404, "Introuvable", "Not Found"),
    (405, "Méthode non permise", "Method Not Allowed"),
    (406, "Aucun format acceptable", "Not Acceptable"),
    (407, "Authentification auprès du mandataire nécessaire", "Proxy Authentication Required"),
    (408, "Requête trop lente", "Request Timeout"),
    (409, "Conflit", "Conflict"),
    (410, "Supprimé", "Gone"),
    (411, "Longueur nécessaire", "Length Required"),
    (412, "Condition non remplie", "Precondition Failed"),
    (413, "Contenu trop volumineux", "Content Too Large"),
    (414, "Adresse trop longue", "URI Too Long"),
    (415, "Type de contenu non accepté", "Unsupported Media Type"),
    (416, "Plage impossible", "Range Not Satisfiable"),
    (417, "Attente non satisfaite", "Expectation Failed"),
    (418, "Je suis une théière", "I’m a teapot"),
    (421, "Serveur mal choisi", "Misdirected Request"),
    (422, "Contenu impossible à traiter", "Unprocessable Content"),
    (423, "Verrouillé", "Locked"),
    (424, "Dépendance en échec", "Failed Dependency"),
    (425, "Trop tôt", "Too Early"),
    (426, "Changement de protocole nécessaire", "Upgrade Required"),
    (428, "Condition nécessaire", "Precondition Required"),
    (429, "Trop de requêtes", "Too Many Requests"),
    (431, "En-têtes trop volumineux", "Request Header Fields Too Large"),
    (451, "Indisponible pour raison légale", "Unavailable For Legal Reasons"),
    (500, "Erreur interne du serveur", "Internal Server Error"),
    (501, "Fonction non réalisée", "Not Implemented"),
    (502, "Mauvaise réponse d’un serveur en amont", "Bad Gateway"),
    (503, "Service indisponible", "Service Unavailable"),
    (504, "Serveur en amont trop lent", "Gateway Timeout"),
    (505, "Version de HTTP non acceptée", "HTTP Version Not Supported"),
    (506, "Négociation en boucle", "Variant Also Negotiates"),
    (507, "Espace insuffisant", "Insufficient Storage"),
    (508, "Boucle détectée", "Loop Detected"),
    (510, "Extension nécessaire", "Not Extended"),
    (511, "Authentification auprès du réseau nécessaire", "Network Authentication Required"),
];

const ADVICE: [Line; 18] = [
    (
        202,
        "Le traitement n’est pas fini\u{202f}: suivre l’adresse donnée par la réponse pour en connaître l’issue.",
        "The work is not finished: follow the address given in the response to learn how it ends.",
    ),
    (
        304,
        "Le serveur n’a rien renvoyé\u{202f}: la copie déjà reçue est encore bonne.",
        "The server sent nothing: the copy already received is still good.",
    ),
    (
        400,
        "Vérifier les paramètres et la syntaxe du corps\u{202f}; la réponse dit souvent lequel gêne.",
        "Check the parameters and the syntax of the body; the response often says which one is wrong.",
    ),
    (
        401,
        "Donner une clé ou un jeton valable\u{202f}: il manque, il est faux ou il a expiré.",
        "Give a valid key or token: it is missing, wrong or expired.",
    ),
    (
        403,
        "La demande est comprise mais refusée\u{202f}: demander au producteur les droits nécessaires.",
        "The request is understood but refused: ask the producer for the rights it needs.",
    ),
    (
        404,
        "Vérifier l’adresse et les identifiants qu’elle contient\u{202f}: rien n’y correspond.",
        "Check the address and the identifiers in it: nothing matches them.",
    ),
    (405, "Utiliser une des méthodes que donne l’en-tête Allow.", "Use one of the methods given by the Allow header."),
    (406, "Demander un autre format dans l’en-tête Accept.", "Ask for another format in the Accept header."),
    (
        409,
        "Relire l’état actuel de la ressource, puis refaire la modification.",
        "Read the current state of the resource, then make the change again.",
    ),
    (
        410,
        "Ne plus appeler cette adresse\u{202f}: la ressource a été retirée pour de bon.",
        "Stop calling this address: the resource was removed for good.",
    ),
    (413, "Envoyer moins de données, ou en plusieurs fois.", "Send less data, or send it in several parts."),
    (
        415,
        "Changer le Content-Type du corps pour un type que l’opération accepte.",
        "Change the Content-Type of the body to one the operation accepts.",
    ),
    (
        422,
        "Corriger les valeurs\u{202f}: la syntaxe est bonne, mais une règle n’est pas respectée.",
        "Correct the values: the syntax is right, but a rule is broken.",
    ),
    (
        429,
        "Attendre avant de rappeler\u{202f}: l’en-tête Retry-After dit combien de temps.",
        "Wait before calling again: the Retry-After header says how long.",
    ),
    (
        500,
        "Le serveur a échoué\u{202f}: réessayer, puis envoyer la requête au producteur si cela dure.",
        "The server failed: try again, then send the request to the producer if it lasts.",
    ),
    (
        502,
        "Un serveur intermédiaire a mal été servi\u{202f}: réessayer dans quelques minutes.",
        "A server in between got a bad answer: try again in a few minutes.",
    ),
    (
        503,
        "Le service est arrêté ou surchargé\u{202f}: réessayer plus tard, après le délai de Retry-After s’il est donné.",
        "The service is down or overloaded: try again later, after the delay of Retry-After when given.",
    ),
    (
        504,
        "Le serveur a mis trop de temps\u{202f}: demander moins de données, ou réessayer plus tard.",
        "The server took too long: ask for less data, or try again later.",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_advice() {
        for (code, name, advised) in [
            (200, "Succès", false),
            (404, "Introuvable", true),
            (418, "Je suis une théière", true),
            (299, "Succès", false),
            (499, "Erreur dans la requête", true),
            (599, "Erreur du serveur", true),
            (0, "Statut inconnu", false),
            (999, "Statut inconnu", false),
        ] {
            let view = status(code);
            assert_eq!((view.name.fr.as_str(), view.advice.is_some()), (name, advised), "{code}");
        }
    }

    #[test]
    fn the_frequent_ones_have_their_own_advice() {
        for code in [400, 401, 403, 404, 405, 406, 409, 410, 413, 415, 422, 429, 500, 502, 503, 504] {
            assert!(ADVICE.iter().any(|line| line.0 == code), "{code}");
        }
        for table in [&NAMES[..], &ADVICE] {
            assert!(table.windows(2).all(|pair| pair[0].0 < pair[1].0));
        }
    }
}
