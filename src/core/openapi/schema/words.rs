//! Every word that says what a schema is, in both languages at once.

use super::compose::SchemaType;
use super::quote::cut;
use crate::core::i18n::Text;

/// A sentence or a piece of one with `N` holes, written `{}`, filled in order: as many in French as in English.
pub(super) struct Phrase<const N: usize> {
    fr: &'static str,
    en: &'static str,
}

impl<const N: usize> Phrase<N> {
    /// Fails to compile, in a constant, where the holes of a language are not `N`.
    const fn new(fr: &'static str, en: &'static str) -> Self {
        assert!(holes(fr) == N && holes(en) == N, "holes");
        Self { fr, en }
    }

    pub(super) fn with(&self, pieces: [&Text; N]) -> Text {
        let filled = |pattern: &str, piece: fn(&Text) -> &str| fill(pattern, &pieces.map(piece));
        Text::new(filled(self.fr, |text| &text.fr), filled(self.en, |text| &text.en))
    }
}

impl Phrase<0> {
    pub(super) fn text(&self) -> Text {
        Text::new(self.fr, self.en)
    }
}

impl Phrase<1> {
    /// With a piece that is the same in both languages.
    pub(super) fn same(&self, piece: &str) -> Text {
        self.with([&same(piece)])
    }
}

const fn holes(text: &str) -> usize {
    let (bytes, mut index, mut count) = (text.as_bytes(), 0, 0);
    while index + 1 < bytes.len() {
        if bytes[index] == b'{' && bytes[index + 1] == b'}' {
            count += 1;
        }
        index += 1;
    }
    count
}

fn fill(pattern: &str, pieces: &[&str]) -> String {
    let mut pieces = pieces.iter();
    let mut filled = String::new();
    for (index, part) in pattern.split("{}").enumerate() {
        if index > 0 {
            filled.extend(pieces.next().copied());
        }
        filled.push_str(part);
    }
    filled
}

/// What is the same in both languages: a name, a number, a piece of code.
pub(super) fn same(text: &str) -> Text {
    Text::new(text, text)
}

/// Pieces one after the other, with something between them.
pub(super) fn join(pieces: &[Text], between: &Phrase<0>) -> Text {
    let of = |piece: fn(&Text) -> &str| pieces.iter().map(piece).collect::<Vec<_>>();
    Text::new(of(|text| &text.fr).join(between.fr), of(|text| &text.en).join(between.en))
}

/// « de textes », « d’objets »: in English, the piece as it is.
pub(super) fn de(piece: Text) -> Text {
    let elided = piece.fr.to_lowercase().starts_with(['a', 'e', 'i', 'o', 'u', 'é', 'è', 'ê', 'â', 'î', 'ô', 'à']);
    Text::new(format!("{}{}", if elided { "d’" } else { "de " }, piece.fr), piece.en)
}

/// The names of a type.
pub(super) struct TypeWords {
    /// In sentences for everyone.
    pub(super) one: Phrase<0>,
    /// In summaries; in English, the name that schemas use.
    pub(super) short: Phrase<0>,
    /// Several of them, in sentences.
    pub(super) many: Phrase<0>,
    /// Several of them, in summaries.
    pub(super) short_many: Phrase<0>,
}

const fn names(fr: [&'static str; 3], en: [&'static str; 4]) -> TypeWords {
    let ([one, short, many], [long, name, longs, names]) = (fr, en);
    TypeWords {
        one: Phrase::new(one, long),
        short: Phrase::new(short, name),
        many: Phrase::new(many, longs),
        short_many: Phrase::new(many, names),
    }
}

const BOOLEAN: TypeWords =
    names(["vrai ou faux", "booléen", "booléens"], ["true or false", "boolean", "true-or-false values", "booleans"]);
const INTEGER: TypeWords = names(
    ["nombre entier", "nombre entier", "nombres entiers"],
    ["whole number", "integer", "whole numbers", "integers"],
);
const NUMBER: TypeWords = names(["nombre", "nombre", "nombres"], ["number", "number", "numbers", "numbers"]);
const STRING: TypeWords = names(["texte", "texte", "textes"], ["text", "string", "texts", "strings"]);
const ARRAY: TypeWords = names(["liste", "liste", "listes"], ["list", "array", "lists", "arrays"]);
const OBJECT: TypeWords = names(["objet", "objet", "objets"], ["object", "object", "objects", "objects"]);
const FILE: TypeWords = names(["fichier", "fichier", "fichiers"], ["file", "file", "files", "files"]);

/// What stands for all types, where none is named.
pub(super) const ANY: TypeWords = names(
    ["toute valeur", "toute valeur", "valeurs quelconques"],
    ["any value", "any value", "values of any kind", "any values"],
);

/// The names of `one`.
pub(super) fn type_words(one: SchemaType) -> &'static TypeWords {
    match one {
        SchemaType::Boolean => &BOOLEAN,
        SchemaType::Integer => &INTEGER,
        SchemaType::Number => &NUMBER,
        SchemaType::String => &STRING,
        SchemaType::Array => &ARRAY,
        SchemaType::Object => &OBJECT,
        SchemaType::File => &FILE,
    }
}

/// Formats: name, what summaries say in French (in English, the name), what sentences say in French and in English.
const FORMATS: [(&str, &str, &str, &str); 28] = [
    ("date", "date", "date au format AAAA-MM-JJ", "date written YYYY-MM-DD"),
    (
        "date-time",
        "date-heure",
        "date et heure, comme 2025-01-31T12:30:00Z",
        "date and time, like 2025-01-31T12:30:00Z",
    ),
    ("time", "heure", "heure, comme 12:30:00Z", "time of day, like 12:30:00Z"),
    ("duration", "durée", "durée, comme P1Y2M ou PT30M", "duration, like P1Y2M or PT30M"),
    ("email", "adresse électronique", "adresse électronique", "e-mail address"),
    ("idn-email", "adresse électronique", "adresse électronique", "e-mail address"),
    ("hostname", "nom de domaine", "nom de domaine", "host name"),
    ("idn-hostname", "nom de domaine", "nom de domaine", "host name"),
    ("ipv4", "adresse IPv4", "adresse IPv4", "IPv4 address"),
    ("ipv6", "adresse IPv6", "adresse IPv6", "IPv6 address"),
    ("uri", "adresse (URI)", "adresse complète (URI)", "full address (URI)"),
    ("url", "adresse (URL)", "adresse complète (URL)", "full address (URL)"),
    ("uri-reference", "adresse (URI)", "adresse, complète ou relative (URI)", "address, full or relative (URI)"),
    ("iri", "adresse (IRI)", "adresse complète (IRI)", "full address (IRI)"),
    ("uri-template", "modèle d’adresse", "modèle d’adresse (RFC 6570)", "address template (RFC 6570)"),
    ("uuid", "UUID", "identifiant UUID", "UUID identifier"),
    ("json-pointer", "pointeur JSON", "pointeur JSON", "JSON pointer"),
    ("regex", "expression rationnelle", "expression rationnelle", "regular expression"),
    ("byte", "octets en base64", "octets écrits en base64", "bytes written in base64"),
    ("base64url", "octets en base64url", "octets écrits en base64url", "bytes written in base64url"),
    ("binary", "octets", "contenu d’un fichier", "content of a file"),
    ("password", "secret", "secret, à ne pas montrer", "secret, not to be shown"),
    ("int32", "32 bits", "sur 32 bits", "32-bit"),
    ("int64", "64 bits", "sur 64 bits", "64-bit"),
    ("float", "simple précision", "en simple précision", "in single precision"),
    ("double", "double précision", "en double précision", "in double precision"),
    ("decimal", "décimal", "décimal", "decimal"),
    ("html", "HTML", "texte HTML", "HTML text"),
];

/// What summaries and sentences say of a format.
pub(super) fn format_words(format: &str) -> (Text, Text) {
    match FORMATS.iter().find(|(name, ..)| *name == format) {
        Some((name, short, fr, en)) => (Text::new(*short, *name), Text::new(*fr, *en)),
        None => (FORMAT.same(&cut(format)), FORMAT.same(&cut(format))),
    }
}

/// Declares phrases with their number of holes.
macro_rules! phrases {
    ($($name:ident $holes:literal $fr:literal $en:literal;)*) => {
        $(pub(super) const $name: Phrase<$holes> = Phrase::new($fr, $en);)*
    };
}

phrases! {
    // Between pieces.
    DOT 0 " · " " · ";
    COMMA 0 ", " ", ";
    OR 0 " ou " " or ";
    AND 0 " et " " and ";
    SPACE 0 " " " ";
    PAIR 2 "{} {}" "{} {}";
    COLON 2 "{}\u{202f}: {}" "{}: {}";
    IN_BRACKETS 2 "{} ({})" "{} ({})";
    SENTENCE 1 "{}." "{}.";
    AND_MORE 2 "{} et {} de plus" "{} and {} more";

    // What a value is.
    NOTHING 0 "aucune valeur" "no value";
    NULL 0 "nul" "null";
    LIST_OF 1 "liste {}" "list of {}";
    LISTS_OF 1 "listes {}" "lists of {}";
    ARRAY_OF 1 "liste {}" "array of {}";
    ARRAYS_OF 1 "listes {}" "arrays of {}";
    MAP_OF 1 "dictionnaire {}" "map of {}";
    MAPS_OF 1 "dictionnaires {}" "maps of {}";
    MAP 0 "dictionnaire" "map";
    EACH 2 "{}, chacun\u{202f}: {}" "{}, each: {}";
    EACH_ITEM 2 "{}, chaque élément\u{202f}: {}" "{}, each item: {}";
    EACH_VALUE 2 "{}, chaque valeur\u{202f}: {}" "{}, each value: {}";
    TUPLE 1 "dont les {} premiers éléments sont décrits un à un" "whose first {} items are described one by one";
    TUPLE_OF_ONE 0 "dont le premier élément est décrit à part" "whose first item is described apart";
    FORMS 1 "{} formes possibles" "{} possible forms";
    FORMAT 1 "format {}" "format {}";
    ENCODED 1 "codé en {}" "encoded in {}";
    HOLDS 1 "contenant\u{202f}: {}" "holding: {}";

    // Bounds. A count is « 1 à 40 caractères »; sentences put « de » and “of” before it.
    OF 2 "{} {}" "{} of {}";
    WITH 2 "{} {}" "{} with {}";
    FROM_TO 2 "{} à {}" "{} to {}";
    FROM_TO_SHORT 2 "{} à {}" "{}–{}";
    AT_LEAST 1 "au moins {}" "at least {}";
    AT_MOST 1 "au plus {}" "at most {}";
    NOT_LESS_THAN 1 "au moins égal à {}" "no less than {}";
    NOT_MORE_THAN 1 "au plus égal à {}" "no more than {}";
    MORE_THAN 1 "supérieur à {}" "greater than {}";
    LESS_THAN 1 "inférieur à {}" "less than {}";
    FROM 2 "{} de {}" "{} from {}";
    GREATER_OR_EQUAL 1 "≥ {}" "≥ {}";
    LESS_OR_EQUAL 1 "≤ {}" "≤ {}";
    GREATER 1 "> {}" "> {}";
    LESS 1 "< {}" "< {}";
    MULTIPLE 1 "multiple de {}" "multiple of {}";
    PATTERN 1 "motif {}" "pattern {}";
    MATCHING 1 "suivant le motif {}" "matching the pattern {}";
    UNIQUE 0 "sans doublon" "no duplicates";
    ALL_REQUIRED 0 "toutes obligatoires" "all required";
    REQUIRED_COUNT 1 "dont {} obligatoire" "{} required";
    REQUIRED_COUNTS 1 "dont {} obligatoires" "{} required";
    PRESENT 1 "{} à la fois" "{} at a time";

    // Pieces of summaries.
    ONE_OF 1 "parmi {}" "one of {}";
    ALWAYS 1 "toujours {}" "always {}";
    OR_NULL 0 "ou nul" "or null";

    // Sentences.
    REQUIRED 0 "Obligatoire." "Required.";
    OPTIONAL 0 "Facultatif." "Optional.";
    CAN_BE_NULL 0 "Peut être nul." "Can be null.";
    VALUES 1 "L’une de ces valeurs\u{202f}: {}." "One of these values: {}.";
    ONLY_VALUE 1 "Toujours {}." "Always {}.";
    ONE_FORM 2 "L’une de ces {} formes\u{202f}: {}." "One of these {} forms: {}.";
    SOME_FORMS 2 "L’une au moins de ces {} formes\u{202f}: {}." "At least one of these {} forms: {}.";
    ONLY_FORM 1 "Sous la forme\u{202f}: {}." "In the form: {}.";
    DISCRIMINATOR 1 "La propriété {} dit laquelle." "The property {} tells which.";
    NO_OTHER_PROPERTY 0 "Aucune autre propriété." "No other property.";
    OTHER_PROPERTIES 0 "D’autres propriétés sont possibles." "Other properties are possible.";
    NO_OTHER_ITEM 0 "Aucun autre élément." "No other item.";
    DEPENDENT 2 "{} demande aussi {}." "{} also needs {}.";
    DEFAULT 1 "Par défaut\u{202f}: {}." "By default: {}.";
    EXAMPLE 1 "Exemple\u{202f}: {}." "Example: {}.";
    READ_ONLY 0 "Seulement dans les réponses." "Only in responses.";
    WRITE_ONLY 0 "Seulement dans les requêtes." "Only in requests.";
    DEPRECATED 0 "À ne plus employer." "No longer to be used.";
    RECURSIVE 0 "Même description que plus haut." "Same description as above.";
    BROKEN_DOCUMENT 1 "Une partie est décrite dans {}, qui n’a pas été lu." "Part of it is described in {}, which was not read.";
    BROKEN_REFERENCE 1 "Une partie manque\u{202f}: le renvoi {} ne mène à rien." "Part of it is missing: the reference {} leads nowhere.";
    BROKEN_CYCLE 1 "Une partie manque\u{202f}: le renvoi {} tourne en rond." "Part of it is missing: the reference {} goes in circles.";
    INCOMPLETE 0 "La suite, trop longue, n’est pas décrite." "The rest, too long, is not described.";

    // Names of rows.
    ROOT_ROW 0 "valeur" "value";
    PATTERN_ROW 1 "nom suivant {}" "name matching {}";
    OTHER_PROPERTY_ROW 0 "toute autre propriété" "any other property";
    PROPERTY_NAME_ROW 0 "nom de propriété" "property name";
    ITEM_ROW 0 "chaque élément" "each item";
    ITEM_AT_ROW 1 "élément {}" "item {}";
    OTHER_ITEM_ROW 0 "tout autre élément" "any other item";
    CONTAINS_ROW 0 "éléments exigés" "items needed";
    FORM_ROW 1 "forme {}" "form {}";
    NOT_ROW 0 "exclu" "excluded";
    IF_ROW 0 "si la valeur est" "if the value is";
    THEN_ROW 0 "alors" "then";
    ELSE_ROW 0 "sinon" "otherwise";
    DEPENDENT_ROW 1 "avec {}" "with {}";
    CONTENT_ROW 0 "contenu du texte" "content of the text";
}
