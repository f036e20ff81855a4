//! What is wrong with a call before it leaves, in words.

use super::Words;
use crate::core::exchange::cause::Cause;
use crate::core::exchange::steps::Step;

pub(super) const REQUEST: [(Cause, Words); 15] = [
    (
        Cause::MixedContent,
        Words {
            id: "mixed-content",
            title: ("L’adresse n’est pas chiffrée", "The address is not encrypted"),
            explanation: (
                "Cette page est en https et {address} est en http\u{202f}: le navigateur bloque l’appel avant qu’il \
                 ne parte (contenu mixte).",
                "This page is on https and {address} is on http: the browser blocks the call before it leaves (mixed \
                 content).",
            ),
            steps: &[Step::Https, Step::OtherServer, Step::Curl, Step::Simulate, Step::Proxy, Step::Write],
            ask: Some((
                "Une page en https ne peut pas appeler une adresse en http. Pourriez-vous servir l’API en https, et \
                 écrire cette adresse dans «\u{202f}servers\u{202f}» de la description OpenAPI\u{202f}?",
                "A page on https cannot call an address on http. Could you serve the API over https, and write that \
                 address in `servers` of the OpenAPI description?",
            )),
        },
    ),
    (
        Cause::MixedLoopback,
        Words {
            id: "mixed-content-loopback",
            title: ("Safari refusera cet appel", "Safari will refuse this call"),
            explanation: (
                "Cette page est en https et {address} est en http sur votre machine. Chrome, Edge et Firefox \
                 l’acceptent\u{202f}; Safari le bloque.",
                "This page is on https and {address} is on http on your own machine. Chrome, Edge and Firefox accept \
                 it; Safari blocks it.",
            ),
            steps: &[Step::OtherBrowser, Step::AllowLocal, Step::Curl],
            ask: None,
        },
    ),
    (
        Cause::Placeholder,
        Words {
            id: "placeholder-server",
            title: ("Le serveur n’est qu’un exemple", "The server is only an example"),
            explanation: (
                "«\u{202f}{host}\u{202f}» tient la place d’une adresse que l’auteur de la description n’a pas \
                 écrite\u{202f}: aucune API n’y répond.",
                "“{host}” stands for an address that the author of the description has not written: no API answers \
                 there.",
            ),
            steps: &[Step::OtherServer, Step::CustomServer, Step::Simulate, Step::Write],
            ask: Some((
                "L’adresse «\u{202f}{host}\u{202f}» de la description OpenAPI est un exemple. Pourriez-vous écrire \
                 dans «\u{202f}servers\u{202f}» l’adresse réelle de l’API\u{202f}?",
                "The address “{host}” of the OpenAPI description is an example. Could you write the real address of \
                 the API in `servers`?",
            )),
        },
    ),
    (
        Cause::ThisMachine,
        Words {
            id: "loopback-server",
            title: ("Le serveur est votre propre machine", "The server is your own machine"),
            explanation: (
                "«\u{202f}{host}\u{202f}» désigne l’ordinateur sur lequel vous lisez cette page\u{202f}: l’appel ne \
                 marche que si vous y avez lancé l’API.",
                "“{host}” is the computer on which you read this page: the call only works if you have started the \
                 API on it.",
            ),
            steps: &[Step::OtherServer, Step::CustomServer, Step::AllowLocal, Step::Simulate, Step::Write],
            ask: Some((
                "L’adresse «\u{202f}{host}\u{202f}» de la description OpenAPI n’existe que sur la machine de son \
                 auteur. Pourriez-vous écrire dans «\u{202f}servers\u{202f}» l’adresse publique de l’API\u{202f}?",
                "The address “{host}” of the OpenAPI description only exists on the machine of its author. Could you \
                 write the public address of the API in `servers`?",
            )),
        },
    ),
    (
        Cause::NoServer,
        Words {
            id: "relative-server",
            title: ("La description ne dit pas où est l’API", "The description does not say where the API is"),
            explanation: (
                "L’adresse du serveur est vide ou relative\u{202f}: l’appel irait à «\u{202f}{address}\u{202f}», qui \
                 n’est pas l’API.",
                "The address of the server is empty or relative: the call would go to “{address}”, which is not the \
                 API.",
            ),
            steps: &[Step::OtherServer, Step::CustomServer, Step::Simulate, Step::Write],
            ask: Some((
                "La description OpenAPI ne donne pas d’adresse complète de serveur. Pourriez-vous écrire dans \
                 «\u{202f}servers\u{202f}» une adresse qui commence par https://\u{202f}?",
                "The OpenAPI description gives no whole address of a server. Could you write in `servers` an address \
                 that begins with https://?",
            )),
        },
    ),
    (
        Cause::Internal,
        Words {
            id: "internal-server",
            title: ("Le serveur est sur un réseau interne", "The server is on an internal network"),
            explanation: (
                "«\u{202f}{host}\u{202f}» est une adresse interne (réseau privé, réseau interministériel de l’État, \
                 nom d’un réseau local)\u{202f}: elle n’existe pas depuis internet.",
                "“{host}” is an internal address (private network, network between French ministries, name of a local \
                 network): it does not exist on the internet.",
            ),
            steps: &[
                Step::InternalNetwork,
                Step::AllowLocal,
                Step::OtherServer,
                Step::Curl,
                Step::Simulate,
                Step::Write,
            ],
            ask: Some((
                "L’adresse «\u{202f}{host}\u{202f}» n’est pas joignable depuis internet. Existe-t-il une adresse \
                 publique\u{202f}? Sinon, pourriez-vous dire dans la description sur quel réseau l’API \
                 répond\u{202f}?",
                "The address “{host}” cannot be reached from the internet. Is there a public one? If not, could you \
                 say in the description on which network the API answers?",
            )),
        },
    ),
    (
        Cause::Scheme,
        Words {
            id: "unsupported-scheme",
            title: ("Ce genre d’adresse ne s’appelle pas depuis une page", "A page cannot call this kind of address"),
            explanation: (
                "L’adresse commence par «\u{202f}{scheme}://\u{202f}»\u{202f}; une page n’appelle que des adresses \
                 http et https.",
                "The address begins with `{scheme}://`; a page only calls http and https addresses.",
            ),
            steps: &[Step::OtherServer, Step::CustomServer, Step::Curl, Step::Simulate],
            ask: None,
        },
    ),
    (
        Cause::UserInAddress,
        Words {
            id: "user-in-address",
            title: ("L’adresse contient un identifiant", "The address holds a user name"),
            explanation: (
                "Un identifiant ou un mot de passe précède «\u{202f}{host}\u{202f}» dans l’adresse\u{202f}: les \
                 navigateurs refusent d’appeler une telle adresse.",
                "A user name or a password stands before “{host}” in the address: browsers refuse to call such an \
                 address.",
            ),
            steps: &[Step::RemoveUser, Step::Curl, Step::Write],
            ask: Some((
                "L’adresse du serveur contient un identifiant, que les navigateurs refusent. Pourriez-vous le retirer \
                 de «\u{202f}servers\u{202f}» et décrire l’authentification par \
                 «\u{202f}securitySchemes\u{202f}»\u{202f}?",
                "The address of the server holds a user name, which browsers refuse. Could you remove it from \
                 `servers` and describe authentication with `securitySchemes`?",
            )),
        },
    ),
    (
        Cause::Port,
        Words {
            id: "blocked-port",
            title: ("Les navigateurs n’appellent pas ce port", "Browsers do not call this port"),
            explanation: (
                "Le port de {origin} est réservé à un autre usage que le web\u{202f}: tous les navigateurs refusent \
                 de l’appeler (norme Fetch).",
                "The port of {origin} is kept for another use than the web: every browser refuses to call it (Fetch \
                 standard).",
            ),
            steps: &[Step::OtherServer, Step::Curl, Step::Simulate, Step::Write],
            ask: Some((
                "Les navigateurs refusent le port de {origin} (norme Fetch, «\u{202f}bad port\u{202f}»). \
                 Pourriez-vous servir l’API sur un autre port, de préférence 443\u{202f}?",
                "Browsers refuse the port of {origin} (Fetch standard, “bad port”). Could you serve the API on \
                 another port, preferably 443?",
            )),
        },
    ),
    (
        Cause::Method,
        Words {
            id: "forbidden-method",
            title: ("Les navigateurs n’envoient pas la méthode {method}", "Browsers do not send the method {method}"),
            explanation: (
                "CONNECT, TRACE et TRACK sont interdites aux pages web\u{202f}: l’appel ne peut pas partir d’ici.",
                "CONNECT, TRACE and TRACK are forbidden to web pages: the call cannot leave from here.",
            ),
            steps: &[Step::Curl, Step::Simulate],
            ask: None,
        },
    ),
    (
        Cause::BodyRefused,
        Words {
            id: "body-refused",
            title: ("Un appel {method} ne peut pas avoir de corps", "A {method} call cannot have a body"),
            explanation: (
                "Les navigateurs refusent d’envoyer un corps avec GET ou HEAD, et bien des serveurs l’ignorent.",
                "Browsers refuse to send a body with GET or HEAD, and many servers ignore it.",
            ),
            steps: &[Step::RemoveBody, Step::Curl, Step::Simulate, Step::Write],
            ask: Some((
                "L’opération décrit un corps pour {method}, que les navigateurs n’envoient pas. Pourriez-vous la \
                 proposer aussi avec POST, ou décrire ces données comme des paramètres\u{202f}?",
                "The operation describes a body for {method}, which browsers do not send. Could you offer it with \
                 POST too, or describe these data as parameters?",
            )),
        },
    ),
    (
        Cause::ForbiddenHeader,
        Words {
            id: "forbidden-header",
            title: ("Des en-têtes ne seront pas envoyés", "Some headers will not be sent"),
            explanation: (
                "Le navigateur garde pour lui ces en-têtes et les retire de l’appel\u{202f}: {headers}.",
                "The browser keeps these headers for itself and takes them out of the call: {headers}.",
            ),
            steps: &[Step::Curl],
            ask: None,
        },
    ),
    (
        Cause::CookieKey,
        Words {
            id: "cookie-key",
            title: ("La clé ne peut pas être envoyée", "The key cannot be sent"),
            explanation: (
                "L’API attend sa clé dans un cookie\u{202f}; une page n’a pas le droit d’en écrire pour {origin}. \
                 L’appel partira sans la clé.",
                "The API wants its key in a cookie; a page may not write one for {origin}. The call will leave \
                 without the key.",
            ),
            steps: &[Step::OtherKey, Step::SignIn, Step::Curl, Step::Simulate, Step::Write],
            ask: Some((
                "L’API attend sa clé dans un cookie, qu’aucune page d’un autre site ne peut envoyer. Pourriez-vous \
                 l’accepter aussi dans un en-tête, par exemple «\u{202f}Authorization\u{202f}»\u{202f}?",
                "The API wants its key in a cookie, which no page of another site can send. Could you accept it in a \
                 header too, for instance `Authorization`?",
            )),
        },
    ),
    (
        Cause::UserAgent,
        Words {
            id: "user-agent",
            title: ("User-Agent peut être remplacé", "User-Agent may be replaced"),
            explanation: (
                "Certains navigateurs, dont Chrome, envoient leur propre en-tête User-Agent à la place de celui-ci.",
                "Some browsers, Chrome among them, send their own User-Agent header instead of this one.",
            ),
            steps: &[Step::Curl],
            ask: None,
        },
    ),
    (
        Cause::Unsendable,
        Words {
            id: "unsendable",
            title: ("Le navigateur refuse de composer cet appel", "The browser refuses to make this call"),
            explanation: (
                "Une partie de l’appel n’est pas permise (nom ou valeur d’un en-tête, méthode, adresse). Le \
                 navigateur dit\u{202f}: «\u{202f}{detail}\u{202f}».",
                "A part of the call is not allowed (name or value of a header, method, address). The browser says: \
                 “{detail}”.",
            ),
            steps: &[Step::Mend, Step::Curl],
            ask: None,
        },
    ),
];
