//! The sentences about what proves who calls: giving it, getting a token, who may receive it.

use super::Language;

macro_rules! sentences {
    ($($name:ident: $fr:literal, $en:literal;)*) => {
        /// The sentences in one language, by what they are for.
        #[derive(Debug)]
        #[expect(missing_docs, reason = "each name says what the sentence is for; it stands below")]
        pub struct CredentialWords { $(pub $name: &'static str,)* }

        static FR: CredentialWords = CredentialWords { $($name: $fr,)* };
        static EN: CredentialWords = CredentialWords { $($name: $en,)* };
    };
}

sentences! {
    without: "sans authentification", "without authentication";
    bound: "Vos identifiants restent dans la mémoire de cette page. Sans votre accord, ils ne vont qu’à\u{202f}:", "Your credentials stay in the memory of this page. Unless you agree, they only go to:";
    bound_to_none: "Vos identifiants restent dans la mémoire de cette page\u{202f}; avant tout envoi, elle vous demandera votre accord.", "Your credentials stay in the memory of this page; it will ask you before they are sent anywhere.";
    keep: "Les garder jusqu’à la fermeture de cet onglet", "Keep them until this tab is closed";
    keep_hint: "Ils survivent alors au rechargement de la page. À éviter sur un poste partagé.", "They then survive loading the page again. Not for a shared computer.";
    keep_refused: "Le navigateur refuse de les garder\u{202f}: ils restent en mémoire.", "The browser refuses to keep them: they stay in memory.";
    forget: "Oublier", "Forget";
    forget_all: "Oublier tous les identifiants", "Forget all credentials";
    forgotten: "Identifiants oubliés.", "Credentials forgotten.";
    discover_from: "Le serveur d’autorisation publie sa description à", "The authorization server publishes its description at";
    discover: "Lire cette description", "Read this description";
    flow: "Façon d’obtenir un jeton", "Way to get a token";
    flow_code: "page d’autorisation, avec code et PKCE", "authorization page, with a code and PKCE";
    flow_implicit: "page d’autorisation, jeton dans l’adresse (déconseillée)", "authorization page, token in the address (not recommended)";
    flow_client: "identifiants de l’application", "credentials of the application";
    flow_password: "votre nom et votre mot de passe (déconseillée)", "your name and password (not recommended)";
    flow_device: "code saisi sur un autre appareil", "code typed on another device";
    flow_none: "Le serveur ne décrit aucune façon d’obtenir un jeton depuis une page\u{202f}: collez un jeton déjà obtenu.", "The server describes no way to get a token from a page: paste one that you have.";
    warn_implicit: "Le jeton revient dans une adresse, où il peut fuir, et rien ne prouve qu’il est pour cette page. Préférez la façon avec code et PKCE si le document la propose.", "The token comes back in an address, where it may leak, and nothing proves that it is for this page. Prefer the way with a code and PKCE if the document has it.";
    warn_password: "Vous donnez votre mot de passe à cette page au lieu de le donner au serveur seul. Préférez une autre façon si le document en propose une.", "You give your password to this page instead of giving it to the server alone. Prefer another way if the document has one.";
    client_id: "Identifiant du client (client_id)", "Client identifier (client_id)";
    client_secret: "Secret du client (client_secret)", "Client secret (client_secret)";
    optional: "facultatif", "optional";
    secret_by: "Envoi du secret", "How the secret is sent";
    secret_by_header: "dans l’en-tête Authorization", "in the Authorization header";
    secret_by_body: "dans le corps de la demande", "in the body of the request";
    scopes: "Droits demandés (scopes)", "Rights asked for (scopes)";
    scopes_others: "Autres droits possibles", "Other possible rights";
    scope_needed: "nécessaire à cette opération", "needed by this operation";
    extra: "Autres paramètres", "Other parameters";
    extra_hint: "Un par ligne, par exemple audience=https://api.example.fr", "One on each line, for instance audience=https://api.example.fr";
    page_at: "La page d’autorisation est celle de", "The authorization page is that of";
    token_at: "Ce que vous saisissez ici n’est envoyé qu’à", "What you type here is only sent to";
    no_address: "Le document ne donne pas l’adresse où demander le jeton\u{202f}: collez un jeton déjà obtenu.", "The document does not say where to ask for a token: paste one that you have.";
    return_address: "Adresse de retour à déclarer chez le producteur (redirect_uri)\u{202f}:", "Return address to register with the producer (redirect_uri):";
    ask: "Obtenir un jeton", "Get a token";
    lacks_client_id: "Saisissez l’identifiant du client, que donne le producteur de l’API.", "Type the client identifier, which the producer of the API gives.";
    lacks_client_secret: "Saisissez le secret du client, que donne le producteur de l’API.", "Type the client secret, which the producer of the API gives.";
    lacks_account: "Saisissez votre nom d’utilisateur et votre mot de passe.", "Type your user name and your password.";
    waiting: "La page d’autorisation est ouverte dans une autre fenêtre\u{202f}: terminez-y la demande.", "The authorization page is open in another window: finish there.";
    stay_here: "Continuer dans cet onglet", "Go on in this tab";
    stay_here_hint: "Cette page sera quittée puis rouverte\u{202f}: ce que vous y avez saisi sera perdu.", "This page will be left, then opened again: what you typed here will be lost.";
    stay_here_not: "Autorisez les fenêtres de ce site puis recommencez\u{202f}: le secret du client ne survivrait pas à un changement de page.", "Allow the windows of this site, then start again: the client secret would not survive leaving the page.";
    asking: "Demande envoyée à", "Request sent to";
    device_page: "Ouvrez cette page, sur cet appareil ou un autre\u{202f}:", "Open this page, on this device or another:";
    device_code: "Saisissez-y ce code\u{202f}:", "Type this code there:";
    device_waiting: "En attente de votre accord…", "Waiting for your agreement…";
    got: "Jeton obtenu.", "Token obtained.";
    held: "Jeton\u{202f}:", "Token:";
    expires: "Il expire à", "It expires at";
    expired: "Il a expiré à", "It expired at";
    expires_never: "Le serveur ne dit pas quand il expire.", "The server does not say when it expires.";
    granted: "Droits accordés\u{202f}:", "Rights granted:";
    lacking: "Droits que l’opération demande et que ce jeton n’a pas\u{202f}:", "Rights that the operation asks for and this token has not:";
    renew: "Renouveler le jeton", "Renew the token";
    another: "Demander un autre jeton", "Ask for another token";
    paste: "Coller un jeton déjà obtenu", "Paste a token that you have";
    redirected: "Le serveur d’autorisation redirige la demande de jeton vers une autre adresse. Elle n’est pas suivie\u{202f}: vos secrets iraient ailleurs. Signalez-le au producteur.", "The authorization server redirects the request for a token to another address. It is not followed: your secrets would go elsewhere. Tell the producer.";
    by_hand: "Vous pouvez demander le jeton en ligne de commande, puis le coller ici.", "You can ask for the token on the command line, then paste it here.";
    copy_with_code: "Copier la commande avec le code reçu", "Copy the command with the code received";
    copy_with_code_hint: "Ce code ne sert qu’une fois et expire vite.", "This code is good for one use and expires soon.";
    question: "Envoyer vos identifiants à un autre serveur\u{202f}?", "Send your credentials to another server?";
    question_to: "Cet appel va à", "This call goes to";
    question_known: "Ce n’est pas un serveur de ce document. Vos identifiants sont pour\u{202f}:", "It is not a server of this document. Your credentials are for:";
    question_unknown: "Ce n’est pas un serveur de ce document, qui n’en nomme aucun.", "It is not a server of this document, which names none.";
    send_with: "Envoyer avec mes identifiants", "Send with my credentials";
    send_without: "Envoyer sans", "Send without";
    redirection: "L’API redirige cet appel", "The API redirects this call";
    redirection_to: "Le navigateur ne montre pas vers où. S’il suit, il y envoie aussi votre secret de l’en-tête", "The browser does not show where to. If it follows, it also sends there your secret of the header";
    redirection_again: "L’appel sera envoyé de nouveau.", "The call will be sent again.";
    follow_with: "Suivre avec mes identifiants", "Follow with my credentials";
    follow_without: "Suivre sans", "Follow without";
}

/// The sentences in `language`.
pub fn credential_words(language: Language) -> &'static CredentialWords {
    match language {
        Language::Fr => &FR,
        Language::En => &EN,
    }
}
