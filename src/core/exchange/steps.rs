//! What a person may do about a call that cannot work.

/// One thing to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Copy the command and run it where browsers have no say.
    Curl,
    /// Have an answer made from the description.
    Simulate,
    /// Choose another server; only said where there is one.
    OtherServer,
    /// Write the address of the server.
    CustomServer,
    /// Send the message.
    Write,
    /// Use the proxy of the site.
    Proxy,
    /// Open the server in a tab.
    OpenInTab,
    /// Try again.
    Retry,
    /// Restore the network.
    Connect,
    /// Wait longer, or ask for less.
    Longer,
    /// Join the internal network.
    InternalNetwork,
    /// Let the site reach the local network.
    AllowLocal,
    /// Use a browser that accepts.
    OtherBrowser,
    /// Stop extensions that block.
    Extensions,
    /// Try the encrypted address.
    Https,
    /// Move the user name.
    RemoveUser,
    /// Drop the body.
    RemoveBody,
    /// Use another scheme.
    OtherKey,
    /// Let the browser send the cookie it has.
    SignIn,
    /// Check what was filled in.
    CheckKey,
    /// Tell who publishes the site.
    Operator,
    /// Mend what the browser names.
    Mend,
}

impl Step {
    /// In French, then in English, with names in braces for what they speak of.
    pub(super) fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Curl => (
                "Copiez la commande cURL et lancez-la dans un terminal\u{202f}: les règles des navigateurs n’y valent \
                 pas.",
                "Copy the cURL command and run it in a terminal: the rules of browsers do not hold there.",
            ),
            Self::Simulate => (
                "Demandez une réponse simulée\u{202f}: elle est composée d’après la description de l’API.",
                "Ask for a simulated answer: it is made from the description of the API.",
            ),
            Self::OtherServer => (
                "Choisissez un autre serveur de l’API, par exemple {server}.",
                "Choose another server of the API, for instance {server}.",
            ),
            Self::CustomServer => (
                "Écrivez vous-même l’adresse du serveur, si vous la connaissez.",
                "Write the address of the server yourself, if you know it.",
            ),
            Self::Write => (
                "Envoyez au producteur de l’API le message préparé.",
                "Send the prepared message to the producer of the API.",
            ),
            Self::Proxy => (
                "Si ce site propose un relais (proxy), passez par lui pour cet appel.",
                "If this site offers a proxy, use it for this call.",
            ),
            Self::OpenInTab => (
                "Ouvrez {origin} dans un onglet\u{202f}: si quelque chose s’affiche, le serveur est là et refuse les \
                 appels des autres sites\u{202f}; sinon, l’onglet dit ce qui ne va pas.",
                "Open {origin} in a tab: if something shows, the server is there and refuses calls from other sites; \
                 if not, the tab says what is wrong.",
            ),
            Self::Retry => ("Réessayez dans un instant.", "Try again in a moment."),
            Self::Connect => (
                "Rétablissez la connexion (Wi-Fi, câble, réseau mobile), puis réessayez.",
                "Restore the connection (Wi-Fi, cable, mobile network), then try again.",
            ),
            Self::Longer => (
                "Allongez le délai, ou demandez moins de données (filtres, pages plus petites).",
                "Allow more time, or ask for less (filters, smaller pages).",
            ),
            Self::InternalNetwork => (
                "Rejoignez le réseau de l’organisme (sur place ou par VPN), puis réessayez.",
                "Join the network of the organisation (on its premises or by VPN), then try again.",
            ),
            Self::AllowLocal => (
                "Si le navigateur demande l’accès au réseau local pour ce site, accordez-le.",
                "If the browser asks for access to the local network for this site, grant it.",
            ),
            Self::OtherBrowser => {
                ("Utilisez Chrome, Edge ou Firefox pour cet appel.", "Use Chrome, Edge or Firefox for this call.")
            }
            Self::Extensions => (
                "Désactivez pour cette page les extensions qui bloquent des requêtes, puis réessayez.",
                "Disable for this page the extensions that block requests, then try again.",
            ),
            Self::Https => (
                "Essayez la même adresse avec https:// comme serveur, si le serveur le permet.",
                "Try the same address with https:// as the server, if it allows that.",
            ),
            Self::RemoveUser => (
                "Retirez l’identifiant de l’adresse et donnez-le comme authentification Basic.",
                "Remove the user name from the address and give it as Basic authentication.",
            ),
            Self::RemoveBody => {
                ("Retirez le corps de l’appel, s’il est facultatif.", "Remove the body of the call, if it is optional.")
            }
            Self::OtherKey => (
                "Utilisez un autre moyen d’authentification de l’API, s’il y en a un.",
                "Use another way to authenticate, if the API has one.",
            ),
            Self::SignIn => (
                "Connectez-vous à {origin} dans un onglet, puis choisissez d’envoyer les cookies\u{202f}: l’API doit \
                 autoriser ce site.",
                "Sign in to {origin} in a tab, then choose to send cookies: the API must allow this site.",
            ),
            Self::CheckKey => (
                "Vérifiez la clé et les paramètres\u{202f}: une erreur de l’API se présente souvent ainsi.",
                "Check the key and the parameters: an error of the API often looks like this.",
            ),
            Self::Operator => (
                "Prévenez l’équipe qui publie ce site\u{202f}: sa directive connect-src doit admettre {origin}.",
                "Tell the team that publishes this site: its directive connect-src must allow {origin}.",
            ),
            Self::Mend => (
                "Corrigez la partie que le navigateur nomme\u{202f}: un en-tête n’a ni accent hors du latin-1 ni \
                 retour à la ligne.",
                "Mend the part that the browser names: a header has no character outside Latin-1 and no line break.",
            ),
        }
    }
}
