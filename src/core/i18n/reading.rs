//! The sentences of the pages that show what an API takes and gives.
//!
//! Apart from the others: only readers of an explorer load them.

use super::Language;

macro_rules! sentences {
    ($($name:ident: $fr:literal, $en:literal;)* -- $($key:ident($($type:ty),*): $french:expr, $english:expr;)*) => {
        /// The sentences of the explorer in one language, by what they are for.
        #[derive(Debug)]
        #[expect(missing_docs, reason = "each name says what the sentence is for, and both languages stand beside it")]
        pub struct Reading {
            $(pub $name: &'static str,)*
            $(pub $key: fn($($type),*) -> String,)*
        }

        static FR: Reading = Reading { $($name: $fr,)* $($key: $french,)* };
        static EN: Reading = Reading { $($name: $en,)* $($key: $english,)* };
    };
}

/// The sentences of the explorer in `language`.
pub fn reading(language: Language) -> &'static Reading {
    match language {
        Language::Fr => &FR,
        Language::En => &EN,
    }
}

sentences! {
    default_value: "Par défaut", "Default";
    example: "Exemple", "Example";
    example_choice: "Exemple montré", "Example shown";
    forms: "Formes possibles", "Possible forms";
    unfold: "Déplier les champs", "Unfold fields";
    unfold_one: "1\u{a0}niveau", "1\u{a0}level";
    unfold_two: "2\u{a0}niveaux", "2\u{a0}levels";
    unfold_all: "Tout déplier", "Unfold all";
    fold_all: "Tout replier", "Fold all";
    links: "Appels suivants possibles", "Possible next calls";
    callbacks: "Appels reçus en retour", "Calls received in return";
    callbacks_text: "L’API appelle elle-même ces adresses, que vous lui donnez.",
        "The API itself calls these addresses, which you give it.";
    webhooks: "Appels reçus (webhooks)", "Calls received (webhooks)";
    webhook_text: "L’API appelle elle-même une adresse convenue avec vous\u{202f}: voici ce qu’elle envoie et ce qu’elle attend.",
        "The API itself calls an address agreed with you: here is what it sends and what it expects.";
    external_docs: "À lire aussi", "Also worth reading";
    views: "Vues du document", "Views of the document";
    dictionary: "Dictionnaire des champs", "Dictionary of fields";
    names_reading: "Les noms des champs sont encore lus\u{202f}: la liste peut s’allonger.", "Names of fields are still being read: the list may grow.";
    list: "Liste des opérations", "List of operations";
    documents: "Documents de cette API", "Documents of this API";
    shortcuts: "Raccourcis clavier", "Keyboard shortcuts";
    shortcuts_text: "/ va au filtre, j et k à l’opération suivante et précédente, comme les flèches dans la liste\u{202f}; Entrée ouvre.",
        "/ goes to the filter, j and k to the next and previous operation, as arrows do in the list; Enter opens.";
    shortcuts_choice: "Raccourcis d’une seule touche", "Single-key shortcuts";
    part_before: "Précédentes", "Previous ones";
    part_after: "Suivantes", "Next ones";
    field: "Champ", "Field";
    meaning: "Signification", "Meaning";
    kind: "Type", "Type";
    places: "Où il apparaît", "Where it appears";
    way_parameter: "paramètre", "parameter";
    way_body: "corps de la requête", "request body";
    way_answer: "réponse", "answer";
    fields_intro: "Tout ce que les opérations prennent et donnent, avec les mots du document.",
        "Everything that operations take and give, in the words of the document.";
    fields_filter: "Filtrer les champs", "Filter fields";
    fields_none: "Aucun champ ne contient ces mots.", "No field holds these words.";
    fields_order: "Ordre", "Order";
    order_document: "du document", "of the document";
    order_name: "des noms", "by name";
    order_uses: "des plus employés", "most used first";
    fields_export: "Télécharger en CSV", "Download as CSV";
    fields_cut: "Ce document a plus de champs que cette page n’en montre\u{202f}: les autres se lisent dans les opérations.",
        "This document has more fields than this page shows: read the others in the operations.";
    comparison: "Comparer deux documents", "Compare two documents";
    comparison_text: "Ce qui change de l’ancien au nouveau, d’abord ce qui peut faire échouer un programme existant.",
        "What changes from the old to the new one, first what may make an existing program fail.";
    before: "Ancien", "Old";
    after: "Nouveau", "New";
    reverse: "Inverser l’ancien et le nouveau", "Swap old and new";
    breaking: "Changements incompatibles", "Breaking changes";
    compatible: "Changements compatibles", "Compatible changes";
    notes: "À noter", "Notes";
    no_change: "Aucun changement entre ces deux documents.", "Nothing changes between these two documents.";
    whole_api: "Toute l’API", "The whole API";
    changes_cut: "Il y a plus de changements que cette page n’en montre.",
        "There are more changes than this page shows.";
    missing_title: "Pas d’opérations à explorer ici", "No operations to explore here";
    missing_other: "Voir les autres API", "See the other APIs";
    missing_page: "Lire la page de cette API", "Read the page of this API";
    missing_first: "Explorer son premier document", "Explore its first document";
    --
    link_to(&str): |name| format!("Lien vers «\u{202f}{name}\u{202f}»"), |name| format!("Link to “{name}”");
    values(usize): |count| format!("{count}\u{a0}valeurs possibles"), |count| format!("{count}\u{a0}possible values");
    chosen_by(&str, &str): |name, values| format!("Choisie quand «\u{202f}{name}\u{202f}» vaut {values}."),
        |name, values| format!("Chosen when “{name}” is {values}.");
    quoted(&str): |name| format!("«\u{202f}{name}\u{202f}»"), |name| format!("“{name}”");
    unknown_anchor(&str): |name| format!("Cette opération n’a pas, ou n’a plus, de partie «\u{202f}{name}\u{202f}»\u{202f}: la voici en entier."),
        |name| format!("This operation has no part “{name}”, or no longer: here is all of it.");
    more_places(usize): |count| format!("et {count} autre{}", if count > 1 { "s" } else { "" }),
        |count| format!("and {count} more");
    fields_of(&str): |title| format!("{title}\u{202f}: champs"), |title| format!("{title}: fields");
    fields_found(usize, usize): |found, all| format!("{found}\u{a0}champ{} sur {all}", if found > 1 { "s" } else { "" }),
        |found, all| format!("{found} of {all}\u{a0}field{}", if all == 1 { "" } else { "s" });
    comparison_of(&str): |title| format!("{title}\u{202f}: comparaison"), |title| format!("{title}: comparison");
    unknown_api(&str): |name| format!("Cette adresse est celle des opérations de l’API «\u{202f}{name}\u{202f}», que ce catalogue n’a pas, ou n’a plus. Cherchez-la parmi les autres\u{202f}: elle a peut-être changé de nom."),
        |name| format!("This is the address of the operations of the API “{name}”, which this catalogue does not have, or no longer. Look for it among the others: its name may have changed.");
    no_document(&str): |title| format!("L’API «\u{202f}{title}\u{202f}» n’a pas de document OpenAPI dans ce catalogue\u{202f}: sa page dit où lire sa documentation et à qui demander."),
        |title| format!("The API “{title}” has no OpenAPI document in this catalogue: its page says where to read its documentation and whom to ask.");
    no_such_document(&str, usize): |title, rank| format!("L’API «\u{202f}{title}\u{202f}» n’a pas de document numéro\u{a0}{rank} dans ce catalogue, ou n’en a plus."),
        |title, rank| format!("The API “{title}” has no document number\u{a0}{rank} in this catalogue, or no longer.");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_words() {
        let (fr, en) = (reading(Language::Fr), reading(Language::En));
        assert_ne!(fr.unfold_all, en.unfold_all);
        assert_eq!((fr.fields_found)(2, 30), "2\u{a0}champs sur 30");
        assert_eq!((en.fields_found)(1, 1), "1 of 1\u{a0}field");
        assert_eq!((fr.link_to)("a"), "Lien vers «\u{202f}a\u{202f}»");
    }
}
