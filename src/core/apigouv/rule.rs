//! The rules of the import: a stable name for each kind of change, and what it means.

use crate::core::i18n::Text;

macro_rules! rules {
    ($($name:ident $id:literal $fr:literal $en:literal)*) => {
        /// A kind of change.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "`note` says what each means")]
        pub enum Rule {
            $($name,)*
        }

        impl Rule {
            /// Every rule.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Its stable name.
            pub fn id(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)*
                }
            }

            /// What it means.
            pub fn note(self) -> Text {
                match self {
                    $(Self::$name => Text::new($fr, $en),)*
                }
            }
        }
    };
}

rules! {
    // Files and their text.
    FileUnreadable "file-unreadable"
        "Le fichier n’a pas d’en-tête lisible\u{202f}: il n’est pas repris." "The file has no readable front matter: left out."
    YamlProblem "yaml-problem" "L’en-tête contient une erreur de YAML." "The front matter holds a YAML error."
    TextEncoding "text-encoding" "Des octets ne sont pas de l’UTF-8." "Some bytes are not UTF-8."
    TextLineEnds "text-line-ends" "Fins de ligne Windows remplacées." "Windows line ends replaced."
    TextSpaces "text-spaces"
        "Espaces insécables remplacées par des espaces simples." "No-break spaces replaced by plain spaces."
    TextInvisible "text-invisible" "Caractères invisibles retirés." "Invisible characters removed."
    TextAccents "text-accents"
        "Accents détachés de leur lettre recomposés." "Accents written apart from their letter composed."
    SlugClean "slug-clean"
        "Nom de page réécrit en minuscules et tirets." "Page name rewritten in lower case and hyphens."
    SlugTaken "slug-taken" "Nom de page déjà pris\u{202f}: un numéro est ajouté." "Page name already taken: a number is added."
    // Keys.
    NullValue "null-value" "Clé sans valeur\u{202f}: retirée." "Key without a value: removed."
    NullItem "null-item" "Élément de liste sans valeur\u{202f}: retiré." "List item without a value: removed."
    ScalarType "scalar-type" "Valeur lue comme un texte ou une liste." "Value read as a text or as a list."
    KeyMisspelt "key-misspelt" "Clé mal orthographiée, reconnue." "Misspelt key, recognised."
    KeyLegacy "key-legacy" "Clé ancienne que plus rien ne lit\u{202f}: retirée." "Old key that nothing reads: removed."
    KeyWithoutPlace "key-without-place"
        "Clé sans équivalent dans ce catalogue\u{202f}: retirée." "Key without a counterpart in this catalogue: removed."
    KeyUnknown "key-unknown" "Clé inconnue\u{202f}: retirée." "Unknown key: removed."
    ValueMissing "value-missing"
        "Valeur obligatoire absente\u{202f}: complétée." "Required value missing: filled in."
    ValueInvalid "value-invalid" "Valeur inutilisable\u{202f}: retirée." "Unusable value: removed."
    Placeholder "placeholder" "Valeur provisoire laissée dans la fiche\u{202f}: retirée." "Placeholder left in: removed."
    DateFormat "date-format" "Date jj/mm/aaaa réécrite aaaa-mm-jj." "Date dd/mm/yyyy rewritten yyyy-mm-dd."
    DateDirty "date-dirty"
        "Date suivie d’un autre texte\u{202f}: seule la date est gardée." "Date followed by other text: only the date is kept."
    DateMissing "date-missing"
        "Aucune date\u{202f}: celle de l’archive d’api.gouv.fr est mise." "No date: that of the archive of api.gouv.fr is used."
    // Vocabularies and references.
    ThemeMapped "theme-mapped" "Thème ramené au vocabulaire du catalogue." "Theme mapped onto the catalogue's vocabulary."
    ThemeUnknown "theme-unknown" "Thème inconnu\u{202f}: classé dans «\u{202f}administration\u{202f}»." "Unknown theme: filed under administration."
    ProducerKind "producer-kind" "Nature de l’organisme déduite." "Kind of organisation deduced."
    ProducerUnknown "producer-unknown" "Le producteur nommé n’existe pas." "The producer named does not exist."
    PartnerMatched "partner-matched"
        "Partenaire reconnu comme producteur du catalogue." "Partner recognised as a producer of the catalogue."
    PartnerNamed "partner-named"
        "Partenaire gardé par son nom\u{202f}: ce n’est pas un producteur du catalogue."
        "Partner kept by name: not a producer of the catalogue."
    ReferenceTitle "reference-title" "Renvoi par titre changé en nom de page." "Reference by title turned into a page name."
    ReferenceUnmatched "reference-unmatched"
        "Aucune API n’a ce titre\u{202f}: le renvoi reste à corriger, «\u{202f}check\u{202f}» le signale."
        "No API bears this title: the reference is to be mended, `check` warns of it."
    BundleFromTitle "bundle-from-title" "Bouquet lu dans le titre." "Bundle read from the title."
    // Contact, documentation and service level.
    ContactSeveral "contact-several"
        "Plusieurs adresses dans un champ\u{202f}: la première reste le contact, les autres sont citées dans le texte."
        "Several addresses in one field: the first stays the contact, the others are cited in the text."
    ContactScheme "contact-scheme" "«\u{202f}mailto:\u{202f}» retiré de l’adresse de contact." "`mailto:` removed from the contact address."
    OpenapiCopied "openapi-copied" "Description OpenAPI copiée à côté de la fiche." "OpenAPI document copied beside the page."
    OpenapiMissing "openapi-missing" "Fichier OpenAPI absent de l’archive\u{202f}: retiré." "OpenAPI file absent from the archive: removed."
    OpenapiPage "openapi-page"
        "L’adresse mène à une page et non à une description OpenAPI\u{202f}: gardée comme documentation."
        "The address leads to a page, not to an OpenAPI document: kept as documentation."
    OpenapiPreproduction "openapi-preproduction"
        "La description vient d’un environnement de test\u{202f}: à vérifier." "The document comes from a test environment: to be checked."
    OpenapiProxy "openapi-proxy"
        "Le relais de l’ancien site n’existe pas ici\u{202f}: le navigateur peut être refusé par ce serveur."
        "The proxy of the former site does not exist here: this server may refuse the browser."
    SiteAsDocumentation "site-as-documentation"
        "Site de l’API repris comme documentation, faute d’autre." "Site of the API used as documentation, for want of another."
    SiteInText "site-in-text" "Site de l’API cité à la fin du texte." "Site of the API cited at the end of the text."
    ExtraInText "extra-in-text"
        "Précision sans champ dédié, citée à la fin du texte." "Detail without a field of its own, cited at the end of the text."
    RateLimitParsed "rate-limit-parsed" "Limite d’appels structurée, texte gardé." "Rate limit structured, text kept."
    RateLimitKept "rate-limit-kept" "Limite d’appels gardée en texte seulement." "Rate limit kept as text only."
    DatasetLinked "dataset-linked" "Identifiant data.gouv.fr changé en adresse." "data.gouv.fr identifier turned into an address."
    // Access.
    AudienceMapped "audience-mapped" "Libellé ramené à l’un des six publics." "Label mapped onto one of the six audiences."
    AudienceOther "audience-other"
        "«\u{202f}Autre\u{202f}» ramené aux publics que la fiche ne nomme pas." "“Other” mapped onto the audiences the page does not name."
    AudienceUnknown "audience-unknown" "Libellé de public inconnu, deviné." "Unknown audience label, guessed."
    AudienceNarrow "audience-narrow"
        "Le libellé ne couvre qu’une partie du public\u{202f}: la réponse devient «\u{202f}sous conditions\u{202f}»."
        "The label covers only part of the audience: the answer becomes “conditional”."
    AudienceMixed "audience-mixed"
        "Des réponses différentes pour un même public\u{202f}: réunies «\u{202f}sous conditions\u{202f}»."
        "Different answers for one audience: joined as “conditional”."
    VerdictInvalid "verdict-invalid" "Réponse d’éligibilité illisible\u{202f}: «\u{202f}sous conditions\u{202f}»." "Eligibility cannot be read: “conditional”."
    FranceconnectSpelling "franceconnect-spelling" "«\u{202f}Non\u{202f}» écrit autrement que 0." "“No” written otherwise than 0."
    RequestFound "request-found"
        "Adresse de demande trouvée dans le texte de la règle." "Request address found in the text of the rule."
    RequestMissing "request-missing" "La règle ne dit pas où demander l’accès." "The rule does not say where to ask for access."
    RequestDiffers "request-differs"
        "L’adresse DataPass de la fiche n’est celle d’aucun de ses boutons." "The DataPass address of the page is that of none of its buttons."
    AlternativeFound "alternative-found" "Solution de remplacement lue dans le texte." "Alternative read from the text."
    DeadEnd "dead-end"
        "Bouton «\u{202f}chercher une autre API\u{202f}» retiré\u{202f}: le catalogue l’offre partout."
        "“Search another API” button removed: the catalogue offers it everywhere."
    AccountUnused "account-unused"
        "Adresse de compte sur une API qui n’en demande pas\u{202f}: retirée." "Account address on an API that asks for none: removed."
    AccountDoubtful "account-doubtful"
        "L’adresse de création de compte semble être une documentation." "The account address looks like documentation."
    // Markdown.
    TagButton "tag-button" "<Button> changé en lien bouton." "<Button> turned into a button link."
    TagExternal "tag-external" "<External> changé en lien." "<External> turned into a link."
    TagNextSteps "tag-next-steps" "<NextSteps> changé en liste." "<NextSteps> turned into a list."
    TagQuote "tag-quote" "<Quote> changé en citation." "<Quote> turned into a quotation."
    TagDataset "tag-dataset" "<Datagouv> changé en lien." "<Datagouv> turned into a link."
    TagWidget "tag-widget" "Démonstration interactive remplacée par une phrase." "Interactive demonstration replaced by a sentence."
    QuestionTreeDead "question-tree-dead"
        "Questionnaire déjà supprimé de l’ancien site\u{202f}: remplacé par une phrase."
        "Question tree already deleted from the former site: replaced by a sentence."
    QuestionTreeAbsent "question-tree-absent"
        "Questionnaire écrit dans le code de l’ancien site, absent de l’archive\u{202f}: remplacé par une phrase."
        "Question tree written in the code of the former site, absent from the archive: replaced by a sentence."
    HtmlLink "html-link" "<a> changé en lien Markdown." "<a> turned into a Markdown link."
    HtmlFrame "html-frame" "<iframe> changé en lien." "<iframe> turned into a link."
    HtmlImage "html-image" "Image absente de l’archive ou étrangère\u{202f}: changée en lien." "Image absent from the archive or foreign: turned into a link."
    HtmlAbbreviation "html-abbreviation" "<abbr> écrit en toutes lettres." "<abbr> written out."
    HtmlComment "html-comment" "Commentaire HTML retiré." "HTML comment removed."
    HtmlRemoved "html-removed" "Balise de mise en forme retirée, texte gardé." "Layout tag removed, text kept."
    HtmlEscaped "html-escaped" "Texte entre chevrons gardé comme texte." "Text in angle brackets kept as text."
    HeadingDemoted "heading-demoted" "Titre de niveau 1 ramené au niveau 2." "Level 1 heading brought to level 2."
    Indentation "indentation" "Retrait qui ferait du texte un bloc de code\u{202f}: retiré." "Indentation that would make the text code: removed."
    // Links.
    LinkInternal "link-internal" "Adresse de l’ancien site changée en page du catalogue." "Address of the former site turned into a page of the catalogue."
    LinkRelative "link-relative" "Adresse relative complétée." "Relative address completed."
    LinkMail "link-mail" "Adresse électronique écrite comme un lien." "E-mail address written as a link."
    LinkEncoded "link-encoded" "Caractères interdits dans une adresse encodés." "Characters an address cannot hold encoded."
    LinkFormerSite "link-former-site"
        "Page ou fichier resté sur l’ancien site\u{202f}: adresse complète." "Page or file that stays on the former site: whole address."
    LinkDead "link-dead"
        "Lien mort sur l’ancien site\u{202f}: gardé, «\u{202f}check\u{202f}» le signale." "Dead link of the former site: kept, `check` warns of it."
    LinkDropped "link-dropped" "Adresse inutilisable\u{202f}: lien retiré, texte gardé." "Unusable address: link removed, text kept."
    GuideLinked "guide-linked"
        "Guide hors liste mais cité par une page\u{202f}: publié." "Unlisted guide that a page links to: published."
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_notes_follow_french_typography() {
        let mut names: Vec<_> = Rule::ALL.iter().map(|rule| rule.id()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Rule::ALL.len());
        for rule in Rule::ALL {
            let note = rule.note();
            assert!(note.fr.ends_with('.') && note.en.ends_with('.'), "{}", rule.id());
            assert!(!note.fr.contains('\'') && !note.fr.contains(" :"), "{}", note.fr);
        }
    }
}
