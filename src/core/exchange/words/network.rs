//! What goes wrong with a call once it was sent, in words.

use super::Words;
use crate::core::exchange::cause::Cause;
use crate::core::exchange::steps::Step;

pub(super) const NETWORK: [(Cause, Words); 12] = [
    (
        Cause::Offline,
        Words {
            id: "offline",
            title: ("Pas de réseau", "No network"),
            explanation: (
                "Le navigateur dit que cet appareil n’est connecté à aucun réseau\u{202f}: rien ne peut en partir.",
                "The browser says that this device is not connected to any network: nothing can leave it.",
            ),
            steps: &[Step::Connect, Step::Simulate],
            ask: None,
        },
    ),
    (
        Cause::Cancelled,
        Words {
            id: "cancelled",
            title: ("Appel arrêté", "Call stopped"),
            explanation: (
                "Vous avez arrêté l’appel. Le serveur a pu le recevoir et le traiter quand même.",
                "You stopped the call. The server may have received and processed it all the same.",
            ),
            steps: &[Step::Retry],
            ask: None,
        },
    ),
    (
        Cause::TimedOut,
        Words {
            id: "timed-out",
            title: ("Pas de réponse à temps", "No answer in time"),
            explanation: (
                "{origin} n’a pas commencé à répondre dans le délai\u{202f}: le serveur est lent, surchargé ou \
                 injoignable.",
                "{origin} did not begin to answer in time: the server is slow, overloaded or out of reach.",
            ),
            steps: &[Step::Longer, Step::Retry, Step::OtherServer, Step::Curl, Step::Simulate],
            ask: None,
        },
    ),
    (
        Cause::Stalled,
        Words {
            id: "stalled",
            title: ("La réponse s’est arrêtée en route", "The answer stopped on its way"),
            explanation: (
                "La réponse a commencé, puis plus rien n’est venu dans le délai. Ce qui est arrivé est gardé.",
                "The answer began, then nothing more came in time. What came is kept.",
            ),
            steps: &[Step::Longer, Step::Retry, Step::Curl],
            ask: None,
        },
    ),
    (
        Cause::Policy,
        Words {
            id: "site-policy",
            title: ("Ce site interdit cet appel", "This site forbids this call"),
            explanation: (
                "La politique de sécurité de ce catalogue (Content-Security-Policy, directive connect-src) n’admet \
                 pas {origin}\u{202f}: l’appel n’est pas parti. Ce n’est pas la faute de l’API.",
                "The security policy of this catalogue (Content-Security-Policy, directive connect-src) does not \
                 allow {origin}: the call did not leave. The API is not at fault.",
            ),
            steps: &[Step::Operator, Step::Curl, Step::Simulate],
            ask: None,
        },
    ),
    (
        Cause::Cors,
        Words {
            id: "cors",
            title: ("L’API n’autorise pas ce site à la lire", "The API does not allow this site to read it"),
            explanation: (
                "Le serveur répond, mais sans l’en-tête Access-Control-Allow-Origin qui laisserait {page} lire la \
                 réponse\u{202f}: le navigateur la cache (CORS). Il arrive aussi que l’appel soit renvoyé vers une \
                 page de connexion, qui ne l’a pas non plus.{preflight-why}",
                "The server answers, but without the header Access-Control-Allow-Origin that would let {page} read \
                 the answer: the browser hides it (CORS). The call may also have been redirected to a sign-in page, \
                 which does not have it either.{preflight-why}",
            ),
            steps: &[Step::Curl, Step::Simulate, Step::Proxy, Step::OtherServer, Step::Write],
            ask: Some(CORS),
        },
    ),
    (
        Cause::Preflight,
        Words {
            id: "cors-preflight",
            title: (
                "L’API n’autorise pas ce site à l’appeler ainsi",
                "The API does not allow this site to call it in this way",
            ),
            explanation: (
                "Le serveur laisse {page} lire ses réponses simples, mais cet appel demande une autorisation \
                 préalable (requête OPTIONS, CORS) à cause de\u{202f}: {why}. La réponse du serveur ne l’accorde pas.",
                "The server lets {page} read its simple answers, but this call needs leave beforehand (OPTIONS \
                 request, CORS) because of: {why}. The answer of the server does not give it.",
            ),
            steps: &[Step::Curl, Step::Simulate, Step::Proxy, Step::OtherServer, Step::Write],
            ask: Some(CORS),
        },
    ),
    (
        Cause::CorsOnErrors,
        Words {
            id: "cors-on-errors",
            title: ("Cette réponse-ci ne peut pas être lue", "This answer cannot be read"),
            explanation: (
                "Le serveur autorise {page} à lire cette adresse, mais pas la réponse à cet appel. Le plus souvent, \
                 c’est une erreur (clé absente, paramètre refusé, trop d’appels) ou un renvoi vers une page de \
                 connexion, envoyés sans les en-têtes CORS.",
                "The server allows {page} to read this address, and not the answer to this call. Most often that is \
                 an error (no key, a parameter refused, too many calls) or a redirection to a sign-in page, sent \
                 without the CORS headers.",
            ),
            steps: &[Step::CheckKey, Step::Curl, Step::Simulate, Step::Write],
            ask: Some(CORS),
        },
    ),
    (
        Cause::AddressOnly,
        Words {
            id: "address-fails",
            title: ("Le serveur répond, mais pas à cette adresse", "The server answers, but not at this address"),
            explanation: (
                "{origin} est joignable et {address} ne l’est pas depuis une page\u{202f}: renvoi vers une adresse \
                 bloquée (en http, d’un autre site, en boucle), réponse que le serveur interdit aux autres sites \
                 (Cross-Origin-Resource-Policy), ou extension du navigateur qui bloque l’appel. Un navigateur ne dit \
                 pas laquelle de ces causes est la bonne.",
                "{origin} can be reached and {address} cannot from a page: a redirection to a blocked address (on \
                 http, of another site, in a loop), an answer that the server forbids to other sites \
                 (Cross-Origin-Resource-Policy), or an extension of the browser that blocks the call. A browser does \
                 not tell which.",
            ),
            steps: &[Step::Curl, Step::Extensions, Step::Simulate, Step::OtherServer],
            ask: None,
        },
    ),
    (
        Cause::Connection,
        Words {
            id: "connection",
            title: ("Le serveur est injoignable", "The server is out of reach"),
            explanation: (
                "Aucune réponse lisible de {origin}. Nom inconnu (DNS), certificat refusé (TLS), connexion refusée ou \
                 coupée, extension qui bloque l’appel\u{202f}: un navigateur ne dit pas aux pages laquelle de ces \
                 causes est la bonne. Un serveur peut aussi interdire toute utilisation depuis un autre site \
                 (Cross-Origin-Resource-Policy), ce qui se voit de la même façon.",
                "No answer from {origin} that may be read. Unknown name (DNS), certificate refused (TLS), connection \
                 refused or cut, an extension that blocks the call: a browser does not tell pages which. A server may \
                 also forbid all use from another site (Cross-Origin-Resource-Policy), which looks the same.",
            ),
            steps: &[Step::OpenInTab, Step::Curl, Step::Retry, Step::OtherServer, Step::Extensions, Step::Simulate],
            ask: None,
        },
    ),
    (
        Cause::Cut,
        Words {
            id: "cut",
            title: ("La réponse a été coupée", "The answer was cut"),
            explanation: (
                "La réponse a commencé, puis la connexion s’est rompue ou son contenu n’a pas pu être décodé. Ce qui \
                 est arrivé est gardé, et incomplet.",
                "The answer began, then the connection broke or its content could not be decoded. What came is kept, \
                 and not whole.",
            ),
            steps: &[Step::Retry, Step::Curl],
            ask: None,
        },
    ),
    (
        Cause::Undetermined,
        Words {
            id: "undetermined",
            title: ("Aucune réponse lisible", "No answer that may be read"),
            explanation: (
                "Le navigateur ne dit pas pourquoi\u{202f}: serveur injoignable (DNS, TLS, connexion refusée), ou \
                 réponse que l’API ne laisse pas lire à ce site (CORS).",
                "The browser does not say why: the server is out of reach (DNS, TLS, connection refused), or the API \
                 does not let this site read its answer (CORS).",
            ),
            steps: &[Step::OpenInTab, Step::Curl, Step::Retry, Step::OtherServer, Step::Simulate],
            ask: None,
        },
    ),
];

/// What a producer is asked so that pages of other sites may read its answers.
const CORS: (&str, &str) = (
    "Pour l’autoriser, ajoutez ces en-têtes à toutes les réponses, erreurs \
     comprises\u{202f}:\n\n{lines}{preflight}\nSi l’API est ouverte à tous, «\u{202f}Access-Control-Allow-Origin: \
     *\u{202f}» convient aussi, sauf pour les appels avec cookies.",
    "To allow it, add these headers to every answer, errors included:\n\n{lines}{preflight}\nIf the API is open to \
     all, `Access-Control-Allow-Origin: *` will do as well, except for calls with cookies.",
);
