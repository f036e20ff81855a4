//! Every key of every front matter.

use super::shape::Shape::{
    Choice, Date, Email, Flag, Integer, List, Object, Path, Percent, SecureUrl, Slug, SlugOrUrl, Tagged, Text, Url,
    UrlTemplate,
};
use super::shape::{Field, Shape, optional, required};

const AUDIENCES: [&str; 6] =
    ["individual", "company", "association", "administration", "local-authority", "software-publisher"];

const LANGUAGES: [&str; 2] = ["fr", "en"];

pub(super) const API: &[Field] = &[
    required("title", Text, "Nom de l’API, unique dans le catalogue.", "Name of the API, unique in the catalogue."),
    required("tagline", Text, "Une phrase\u{202f}: ce qu’elle apporte.", "One sentence: what it gives."),
    required("producer", Slug, "Producteur (nom de son fichier).", "Producer (name of its file)."),
    required("themes", List(&Slug, 1), "Thèmes de themes.yaml.", "Themes of themes.yaml."),
    optional("keywords", List(&Text, 0), "Mots qui aident à la trouver.", "Words that help to find it."),
    optional("aliases", List(&Slug, 0), "Anciens noms de la page.", "Earlier names of the page."),
    optional("status", Choice(&["active", "beta", "deprecated", "retired"]), "État.", "Where it is in its life."),
    optional("sunset", Date, "Jour de l’arrêt.", "Day it stops answering."),
    optional("replacement", Slug, "API à utiliser à la place.", "API to use instead."),
    required("access", Object(ACCESS), "Qui peut l’utiliser, et comment.", "Who may use it, and how."),
    optional("openapi", List(&Object(OPENAPI), 0), "Descriptions OpenAPI.", "OpenAPI documents."),
    optional("documentation", Url, "Documentation du producteur.", "Documentation for humans."),
    optional("base_url", Url, "Adresse de base des appels.", "Root of the calls."),
    optional("contact", Object(CONTACT), "Qui répond aux questions.", "Who answers questions."),
    optional("service_level", Object(SERVICE_LEVEL), "Qualité de service.", "Service level."),
    optional("licence", Text, "Licence des données.", "Licence of the data."),
    optional("terms_url", Url, "Conditions d’utilisation.", "Terms of use."),
    optional(
        "update_frequency",
        Choice(&["continuous", "daily", "weekly", "monthly", "quarterly", "biannual", "annual", "irregular"]),
        "Fréquence de mise à jour des données.",
        "How often the data change.",
    ),
    optional("coverage", Text, "Territoire couvert.", "Territory covered."),
    optional("sandbox", Url, "Environnement de test.", "Test environment."),
    optional("datasets", List(&Object(DATASET), 0), "Jeux de données.", "Datasets."),
    optional("partners", List(&Text, 0), "Partenaires.", "Partners."),
    required("created", Date, "Jour d’entrée au catalogue.", "Day it entered the catalogue."),
    required("updated", Date, "Jour de la dernière relecture.", "Day of the last review."),
];

const ACCESS: &[Field] = &[
    required("kind", Choice(&["open", "account", "restricted"]), "Mode d’accès.", "Kind of access."),
    optional("account_url", Url, "Où créer un compte.", "Where to create an account."),
    optional("request_url", Url, "Où demander l’accès.", "Where to ask for access."),
    optional("max_delay_days", Integer(0, 366), "Délai de réponse, en jours.", "Longest wait for an answer, in days."),
    optional("bundle", Slug, "Bouquet qui délivre l’API.", "Bundle that delivers the API."),
    optional(
        "franceconnect",
        Choice(&["none", "compatible", "required"]),
        "Usage de FranceConnect.",
        "Use of FranceConnect.",
    ),
    optional("audiences", List(&Object(AUDIENCE), 0), "Réponse par public.", "Answer per audience."),
];

const AUDIENCE: &[Field] = &[
    required("who", List(&Choice(&AUDIENCES), 1), "Publics concernés.", "Audiences concerned."),
    required("verdict", Choice(&["yes", "conditional", "no"]), "Réponse.", "Answer."),
    optional("legal_basis", Text, "Cadre juridique.", "Legal basis."),
    optional("text", Text, "Explication, en Markdown.", "Explanation, in Markdown."),
    optional("request_url", Url, "Où ce public demande l’accès.", "Where this audience asks for access."),
    optional("alternatives", List(&SlugOrUrl, 0), "Que faire à la place.", "What to use instead."),
];

const OPENAPI: &[Field] = &[
    optional("file", Text, "Fichier, à côté de la page.", "File, beside the page."),
    optional("url", Url, "Adresse publique.", "Public address."),
    optional("title", Text, "Titre, s’il y a plusieurs descriptions.", "Title, when there are several."),
];

const CONTACT: &[Field] = &[
    optional("email", Email, "Adresse électronique générique.", "Generic e-mail address."),
    optional("form", Url, "Formulaire ou page d’aide.", "Form or help page."),
];

const SERVICE_LEVEL: &[Field] = &[
    optional("availability", Percent, "Disponibilité, en pourcentage.", "Availability, in percent."),
    optional("response_time_ms", Integer(0, 3_600_000), "Temps de réponse moyen (ms).", "Mean response time (ms)."),
    optional("rate_limits", List(&Object(RATE_LIMIT), 0), "Limites d’appels.", "Rate limits."),
    optional("rate_limit_note", Text, "Précision sur les limites.", "More about the limits."),
    optional("status_url", Url, "Page d’état du service.", "Status page."),
    optional("usage_url", Url, "Statistiques d’usage.", "Usage statistics."),
];

const RATE_LIMIT: &[Field] = &[
    required("count", Integer(1, u32::MAX), "Nombre d’appels.", "Number of calls."),
    required(
        "period",
        Choice(&["second", "minute", "hour", "day", "month", "year"]),
        "Unité de temps.",
        "Unit of time.",
    ),
    optional("every", Integer(1, 10_000), "Nombre de périodes.", "Number of periods."),
    optional("per", Choice(&["ip", "token", "account"]), "Qui est compté.", "Who is counted."),
];

const DATASET: &[Field] = &[
    required("title", Text, "Titre du jeu de données.", "Title of the dataset."),
    required("url", Url, "Sa page.", "Its page."),
];

pub(super) const PRODUCER: &[Field] = &[
    required("name", Text, "Nom complet.", "Full name."),
    optional("acronym", Text, "Sigle.", "Acronym."),
    required(
        "kind",
        Choice(&[
            "ministry",
            "public-body",
            "local-authority",
            "gip",
            "public-company",
            "association",
            "court",
            "other",
        ]),
        "Nature de l’organisme.",
        "Kind of organisation.",
    ),
    optional("website", Url, "Site.", "Web site."),
    optional("open_data", Url, "Portail de données ouvertes.", "Open-data portal."),
    optional("api_portal", Url, "Portail d’API.", "API portal."),
    optional(
        "directory",
        Url,
        "Page dans l’annuaire de l’administration.",
        "Page in the directory of public services.",
    ),
    optional("contact", Object(CONTACT), "Qui répond aux questions.", "Who answers questions."),
];

pub(super) const GUIDE: &[Field] = &[
    required("title", Text, "Titre.", "Title."),
    required(
        "tagline",
        Text,
        "Une phrase\u{202f}: ce que le lecteur saura.",
        "One sentence: what the reader will know.",
    ),
    optional("kind", Choice(&["guide", "use-case"]), "Guide ou cas d’usage.", "Guide or use case."),
    optional("apis", List(&Slug, 0), "API citées.", "APIs mentioned."),
    optional("keywords", List(&Text, 0), "Mots qui aident à le trouver.", "Words that help to find it."),
    optional("url", Url, "Adresse du service, pour un cas d’usage.", "Address of the service, for a use case."),
    optional("draft", Flag, "Vrai\u{202f}: non publié.", "True: not published."),
    required("created", Date, "Jour de publication.", "Day of publication."),
    required("updated", Date, "Jour de la dernière relecture.", "Day of the last review."),
];

pub(super) const PAGE: &[Field] = &[required("title", Text, "Titre.", "Title.")];

const BILINGUAL: &[Field] =
    &[required("fr", Text, "En français.", "In French."), required("en", Text, "En anglais.", "In English.")];

pub(super) const THEME: &[Field] = &[
    required("slug", Slug, "Nom dans les adresses.", "Name in addresses."),
    required("name", Object(BILINGUAL), "Nom pour les lecteurs.", "Name for readers."),
];

const LINK: &[Field] = &[
    required("label", Object(BILINGUAL), "Texte du lien.", "Text of the link."),
    required("href", Text, "Adresse, ou chemin du site.", "Address, or path of the site."),
];

const FOOTER_GROUP: &[Field] = &[
    required("title", Object(BILINGUAL), "Titre du groupe.", "Title of the group."),
    required("links", List(&Object(LINK), 1), "Liens.", "Links."),
];

const PUBLISHER: &[Field] = &[required("name", Text, "Nom.", "Name."), optional("url", Url, "Site.", "Web site.")];

const PROXY: &[Field] = &[
    required(
        "url",
        UrlTemplate,
        "Adresse du relais\u{202f}; {url} y devient l’adresse appelée, sinon elle suit.",
        "Address of the proxy; {url} in it becomes the address called, which else follows it.",
    ),
    optional(
        "credentials",
        Flag,
        "Vrai\u{202f}: clés et jetons passent par le relais.",
        "True: keys and tokens go through the proxy.",
    ),
];

/// Names in a path that no repository needs more of.
const DEEPEST: usize = 20;
const KIND: Shape = Choice(&["github", "gitlab", "forgejo", "post", "mail"]);

const fn kind() -> Field {
    required("kind", KIND, "Nature du canal.", "Kind of channel.")
}

const fn forge(names: usize) -> [Field; 6] {
    [
        kind(),
        required("url", SecureUrl, "Adresse de la forge.", "Web address of the forge."),
        optional(
            "api",
            SecureUrl,
            "Racine de son API REST, si ce n’est pas l’adresse habituelle.",
            "Root of its REST API, when it is not the usual one.",
        ),
        required("repository", Path(2, names), "Dépôt\u{202f}: propriétaire/nom.", "Repository: owner/name."),
        required("branch", Path(1, DEEPEST), "Branche publiée.", "Branch that is published."),
        optional(
            "folder",
            Path(1, DEEPEST),
            "Dossier du contenu dans le dépôt\u{202f}; sans lui, la racine.",
            "Content folder in the repository; its root without it.",
        ),
    ]
}

const REPOSITORY: &[Field] = &forge(2);
const PROJECT: &[Field] = &forge(DEEPEST);
const POST: &[Field] = &[
    kind(),
    required("url", SecureUrl, "Adresse qui reçoit la page en JSON.", "Address that takes the page as JSON."),
];
const MAIL: &[Field] = &[kind(), required("email", Email, "Adresse de l’équipe.", "Address of the team.")];

const CHANNEL: Shape = Tagged(
    "kind",
    &[("github", REPOSITORY), ("gitlab", PROJECT), ("forgejo", REPOSITORY), ("post", POST), ("mail", MAIL)],
);

pub(super) const SITE: &[Field] = &[
    required("name", Object(BILINGUAL), "Nom du site.", "Name of the site."),
    required("tagline", Object(BILINGUAL), "Une phrase pour l’accueil.", "One sentence for the home page."),
    required("content_language", Choice(&LANGUAGES), "Langue du contenu.", "Language of the content."),
    required("languages", List(&Choice(&LANGUAGES), 1), "Langues proposées.", "Languages offered."),
    required("publisher", Object(PUBLISHER), "Qui publie le site.", "Who publishes the site."),
    optional("footer", List(&Object(FOOTER_GROUP), 0), "Liens du bas de page.", "Links at the bottom of pages."),
    optional("featured", List(&Slug, 0), "API mises en avant.", "APIs shown on the home page."),
    optional(
        "proxy",
        Object(PROXY),
        "Relais proposé quand un appel est bloqué.",
        "Proxy offered when a call is blocked.",
    ),
    optional(
        "publication",
        List(&CHANNEL, 0),
        "Canaux par lesquels les producteurs proposent une page.",
        "Channels by which producers propose a page.",
    ),
];
