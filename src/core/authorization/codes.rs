//! The error codes of authorization servers, in words: RFC 6749, OpenID Connect Core, RFC 8628, RFC 8707, RFC 9449.
//!
//! Never here: what the server adds to them.

/// A code: what it means and what to do, in French and in English.
pub(super) type Code = (&'static str, [&'static str; 2], [&'static str; 2]);

/// What any other code means.
pub(super) static OTHER: Code = (
    "",
    ["Le serveur d’autorisation refuse la demande.", "The authorization server refuses the request."],
    [
        "Lisez sa réponse, ou cherchez ce code dans la documentation du producteur.",
        "Read its answer, or look for this code in the documentation of the producer.",
    ],
);

const CHECK_CLIENT: [&str; 2] = [
    "Vérifiez l’identifiant et le secret du client, et la façon de les envoyer (en-tête ou corps).",
    "Check the identifier and the secret of the client, and how they are sent (header or body).",
];
const REGISTER: [&str; 2] = [
    "Demandez au producteur d’autoriser votre client, ou choisissez une autre façon d’obtenir un jeton.",
    "Ask the producer to allow it to your client, or choose another way of getting a token.",
];
const AGAIN: [&str; 2] = ["Recommencez la demande.", "Make the request again."];
const LATER: [&str; 2] = ["Réessayez dans quelques minutes.", "Try again in a few minutes."];
const SIGN_IN: [&str; 2] = [
    "Recommencez la demande sans le paramètre prompt=none, et répondez à la page qui s’ouvre.",
    "Make the request again without the parameter prompt=none, and answer the page that opens.",
];
const NO_OBJECT: [&str; 2] = [
    "Retirez les paramètres request et request_uri des paramètres ajoutés.",
    "Remove the parameters request and request_uri from those you added.",
];

static CODES: [Code; 23] = [
    (
        "invalid_request",
        [
            "Le serveur d’autorisation juge la demande incomplète ou mal formée.",
            "The authorization server finds the request incomplete or malformed.",
        ],
        [
            "Vérifiez l’identifiant du client, et que l’adresse de retour est celle qui est déclarée chez le producteur.",
            "Check the client identifier, and that the return address is the one registered with the producer.",
        ],
    ),
    (
        "unauthorized_client",
        [
            "Ce client n’a pas le droit d’obtenir un jeton de cette façon.",
            "This client may not get a token in this way.",
        ],
        REGISTER,
    ),
    (
        "access_denied",
        ["L’accès a été refusé, par vous ou par le serveur.", "Access was refused, by you or by the server."],
        [
            "Recommencez et acceptez la demande\u{202f}; sinon, votre compte n’a pas ce droit\u{202f}: demandez-le au producteur.",
            "Start again and accept the request; otherwise your account lacks this right: ask the producer for it.",
        ],
    ),
    (
        "unsupported_response_type",
        [
            "Le serveur d’autorisation n’accepte pas ce type de demande.",
            "The authorization server does not accept this type of request.",
        ],
        REGISTER,
    ),
    (
        "invalid_scope",
        [
            "Une des portées demandées est inconnue, mal écrite ou interdite à ce client.",
            "One of the scopes asked for is unknown, misspelt or forbidden to this client.",
        ],
        ["Demandez moins de portées, ou vérifiez leur nom.", "Ask for fewer scopes, or check their names."],
    ),
    ("server_error", ["Le serveur d’autorisation est en panne.", "The authorization server is out of order."], LATER),
    (
        "temporarily_unavailable",
        [
            "Le serveur d’autorisation est surchargé ou en maintenance.",
            "The authorization server is overloaded or under maintenance.",
        ],
        LATER,
    ),
    (
        "invalid_client",
        [
            "Le serveur d’autorisation ne reconnaît pas ce client.",
            "The authorization server does not recognise this client.",
        ],
        CHECK_CLIENT,
    ),
    (
        "invalid_grant",
        [
            "Ce qui prouve votre accord (code, mot de passe ou jeton de renouvellement) est faux, expiré ou déjà utilisé.",
            "What proves your agreement (code, password or refresh token) is wrong, expired or already used.",
        ],
        AGAIN,
    ),
    (
        "unsupported_grant_type",
        [
            "Le serveur d’autorisation ne connaît pas cette façon d’obtenir un jeton.",
            "The authorization server does not know this way of getting a token.",
        ],
        [
            "Choisissez une autre façon d’obtenir un jeton, et signalez au producteur que sa description est fausse.",
            "Choose another way of getting a token, and tell the producer that the description is wrong.",
        ],
    ),
    (
        "authorization_pending",
        ["Vous n’avez pas encore accepté la demande.", "You have not accepted the request yet."],
        [
            "Ouvrez l’adresse indiquée, saisissez le code, puis revenez.",
            "Open the address shown, enter the code, then come back.",
        ],
    ),
    (
        "slow_down",
        ["Le serveur d’autorisation est interrogé trop souvent.", "The authorization server is asked too often."],
        ["Attendez cinq secondes de plus entre deux essais.", "Wait five seconds more between attempts."],
    ),
    (
        "expired_token",
        ["Le code affiché a expiré.", "The code shown has expired."],
        ["Demandez un nouveau code.", "Ask for a new code."],
    ),
    (
        "interaction_required",
        [
            "Le serveur d’autorisation doit vous poser une question.",
            "The authorization server has to ask you something.",
        ],
        SIGN_IN,
    ),
    (
        "login_required",
        ["Vous n’êtes pas connecté au serveur d’autorisation.", "You are not signed in to the authorization server."],
        SIGN_IN,
    ),
    ("account_selection_required", ["Il faut choisir un compte.", "An account has to be chosen."], SIGN_IN),
    ("consent_required", ["Votre accord est nécessaire.", "Your agreement is needed."], SIGN_IN),
    (
        "request_not_supported",
        [
            "Le serveur d’autorisation n’accepte pas le paramètre request.",
            "The authorization server does not accept the parameter request.",
        ],
        NO_OBJECT,
    ),
    (
        "request_uri_not_supported",
        [
            "Le serveur d’autorisation n’accepte pas le paramètre request_uri.",
            "The authorization server does not accept the parameter request_uri.",
        ],
        NO_OBJECT,
    ),
    (
        "invalid_request_uri",
        [
            "L’adresse donnée dans request_uri ne mène à aucune demande valable.",
            "The address given in request_uri leads to no valid request.",
        ],
        NO_OBJECT,
    ),
    (
        "invalid_request_object",
        ["L’objet donné dans request n’est pas valable.", "The object given in request is not valid."],
        NO_OBJECT,
    ),
    (
        "invalid_target",
        [
            "Le serveur d’autorisation ne donne pas de jeton pour cette ressource.",
            "The authorization server gives no token for this resource.",
        ],
        ["Vérifiez le paramètre resource ou audience.", "Check the parameter resource or audience."],
    ),
    (
        "use_dpop_nonce",
        [
            "Le serveur d’autorisation exige une preuve DPoP, que cette page ne sait pas donner.",
            "The authorization server wants a DPoP proof, which this page cannot give.",
        ],
        [
            "Obtenez un jeton avec un autre outil, puis collez-le ici.",
            "Get a token with another tool, then paste it here.",
        ],
    ),
];

/// What `code` means; [`OTHER`] where no standard says.
pub(super) fn code(code: &str) -> &'static Code {
    CODES.iter().find(|(known, ..)| *known == code).unwrap_or(&OTHER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_standard_code_says_something_of_its_own() {
        for (index, (name, what, mend)) in CODES.iter().enumerate() {
            assert_eq!(code(name).0, *name);
            assert!(what[0] != what[1] && mend[0] != mend[1], "{name}");
            let others = CODES.iter().skip(index + 1).chain([&OTHER]);
            assert!(others.into_iter().all(|other| other.0 != *name && other.1 != *what), "{name}");
        }
        let of_rfc_6749 = "invalid_request unauthorized_client access_denied unsupported_response_type invalid_scope \
                           server_error temporarily_unavailable invalid_client invalid_grant unsupported_grant_type";
        assert!(of_rfc_6749.split_whitespace().all(|name| code(name).0 == name));
        assert_eq!(code("no_such_code").0, "");
    }
}
