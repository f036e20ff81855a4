//! [`Kind`]: every sort of change there is, its stable name and its sentence, in one table.

/// Declares [`Kind`]: for each kind its name, its French and its English sentence. `{0}`, `{1}`… are what it is about.
macro_rules! kinds {
    ($($kind:ident $id:literal $fr:literal $en:literal;)+) => {
        /// A sort of change. The documentation of each is its English sentence, `{0}`, `{1}`… being what it is about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind { $(#[doc = $en] $kind,)+ }

        impl Kind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$kind,)+];

            /// Its stable name: `operation-removed`.
            pub fn id(self) -> &'static str {
                self.row()[0]
            }

            /// Its sentence, French then English.
            pub(super) fn sentences(self) -> (&'static str, &'static str) {
                let [_, fr, en] = self.row();
                (fr, en)
            }

            fn row(self) -> [&'static str; 3] {
                match self { $(Self::$kind => [$id, $fr, $en],)+ }
            }
        }
    };
}

kinds! {
    OpenApiVersionChanged "openapi-version-changed"
        "Le document est écrit en OpenAPI {1}, auparavant {0}."
        "The document is written in OpenAPI {1}, formerly {0}.";
    ApiVersionUnchanged "api-version-unchanged"
        "La version de l’API reste {0} malgré des changements incompatibles."
        "The version of the API stays {0} despite breaking changes.";
    MissingDocument "missing-document"
        "Le document {0} n’est pas disponible\u{202f}: ce qu’il décrit n’est pas comparé."
        "The document {0} is not at hand: what it describes is not compared.";
    ComparisonCut "comparison-cut"
        "Les documents sont trop grands\u{202f}: la comparaison s’arrête avant la fin."
        "The documents are too large: the comparison stops before the end.";

    ServerAdded "server-added"
        "Le serveur {0} est ajouté."
        "Server {0} is added.";
    ServerRemoved "server-removed"
        "Le serveur {0} est retiré."
        "Server {0} is removed.";
    ServerValueAdded "server-value-added"
        "La variable {1} du serveur {0} accepte aussi {2}."
        "Variable {1} of server {0} also accepts {2}.";
    ServerValueRemoved "server-value-removed"
        "La variable {1} du serveur {0} n’accepte plus {2}."
        "Variable {1} of server {0} no longer accepts {2}.";
    ServerDefaultChanged "server-default-changed"
        "La variable {1} du serveur {0} vaut {3} par défaut, auparavant {2}."
        "Variable {1} of server {0} is {3} by default, formerly {2}.";

    SecurityRequired "security-required"
        "Une authentification devient obligatoire\u{202f}: {0}."
        "Authentication becomes necessary: {0}.";
    SecurityLifted "security-lifted"
        "L’authentification n’est plus obligatoire (auparavant {0})."
        "Authentication is no longer necessary (formerly {0}).";
    SecurityOptionAdded "security-option-added"
        "Un autre moyen de s’authentifier est accepté\u{202f}: {0}."
        "Another way to authenticate is accepted: {0}.";
    SecurityOptionRemoved "security-option-removed"
        "Un moyen de s’authentifier n’est plus accepté\u{202f}: {0}."
        "A way to authenticate is no longer accepted: {0}.";
    SecurityTightened "security-tightened"
        "S’authentifier avec {0} ne suffit plus\u{202f}: il faut {1}."
        "Authenticating with {0} is no longer enough: {1} is needed.";
    SecurityLoosened "security-loosened"
        "S’authentifier avec {1} suffit, au lieu de {0}."
        "Authenticating with {1} is enough, instead of {0}.";
    ScopeAdded "scope-added"
        "Le droit {1} est exigé en plus avec {0}."
        "Scope {1} is needed in addition with {0}.";
    ScopeRemoved "scope-removed"
        "Le droit {1} n’est plus exigé avec {0}."
        "Scope {1} is no longer needed with {0}.";
    SchemeChanged "security-scheme-changed"
        "Le moyen d’authentification {0} change\u{202f}: {2}, auparavant {1}."
        "The security scheme {0} changes: {2}, formerly {1}.";
    FlowAdded "flow-added"
        "Le moyen d’authentification {0} permet aussi le parcours {1}."
        "The security scheme {0} also allows the flow {1}.";
    FlowRemoved "flow-removed"
        "Le moyen d’authentification {0} ne permet plus le parcours {1}."
        "The security scheme {0} no longer allows the flow {1}.";

    OperationAdded "operation-added"
        "L’opération est ajoutée."
        "The operation is added.";
    OperationRemoved "operation-removed"
        "L’opération est retirée."
        "The operation is removed.";
    DeprecatedOperationRemoved "deprecated-operation-removed"
        "L’opération, qui était dépréciée, est retirée."
        "The operation, which was deprecated, is removed.";
    WebhookAdded "webhook-added"
        "L’API peut faire un nouvel appel au client."
        "The API may make a new call to the client.";
    WebhookRemoved "webhook-removed"
        "L’API ne fait plus cet appel au client."
        "The API no longer makes this call to the client.";
    CallbackAdded "callback-added"
        "L’opération peut déclencher un nouveau rappel\u{202f}: {0}."
        "The operation may trigger a new callback: {0}.";
    CallbackRemoved "callback-removed"
        "L’opération ne déclenche plus le rappel {0}."
        "The operation no longer triggers the callback {0}.";
    OperationDeprecated "operation-deprecated"
        "L’opération est désormais dépréciée."
        "The operation is now deprecated.";
    OperationRestored "operation-restored"
        "L’opération n’est plus dépréciée."
        "The operation is no longer deprecated.";
    OperationIdChanged "operation-id-changed"
        "L’identifiant (operationId) devient {1}, auparavant {0}\u{202f}: les clients générés changent de noms."
        "The operationId becomes {1}, formerly {0}: generated clients change names.";
    PathParameterRenamed "path-parameter-renamed"
        "Le paramètre de chemin {0} s’appelle désormais {1}, sans effet sur les adresses."
        "Path parameter {0} is now called {1}, without effect on addresses.";

    ParameterAdded "parameter-added"
        "Le paramètre facultatif {0} est ajouté ({1})."
        "Optional parameter {0} is added ({1}).";
    RequiredParameterAdded "required-parameter-added"
        "Le paramètre obligatoire {0} est ajouté ({1})."
        "Required parameter {0} is added ({1}).";
    ParameterRemoved "parameter-removed"
        "Le paramètre {0} est retiré ({1})."
        "Parameter {0} is removed ({1}).";
    ParameterMadeRequired "parameter-made-required"
        "Le paramètre {0} devient obligatoire ({1})."
        "Parameter {0} becomes required ({1}).";
    ParameterMadeOptional "parameter-made-optional"
        "Le paramètre {0} devient facultatif ({1})."
        "Parameter {0} becomes optional ({1}).";
    ParameterMoved "parameter-moved"
        "Le paramètre {0} change de place\u{202f}: {2}, auparavant {1}."
        "Parameter {0} moves: {2}, formerly {1}.";
    ParameterStyleChanged "parameter-style-changed"
        "Les valeurs du paramètre {0} s’écrivent autrement\u{202f}: {2}, auparavant {1}."
        "The values of parameter {0} are written in another way: {2}, formerly {1}.";
    ParameterDeprecated "parameter-deprecated"
        "Le paramètre {0} est désormais déprécié ({1})."
        "Parameter {0} is now deprecated ({1}).";
    ParameterRestored "parameter-restored"
        "Le paramètre {0} n’est plus déprécié ({1})."
        "Parameter {0} is no longer deprecated ({1}).";

    BodyAdded "body-added"
        "La requête accepte désormais un corps, facultatif."
        "The request now accepts a body, which is optional.";
    RequiredBodyAdded "required-body-added"
        "La requête exige désormais un corps."
        "The request now needs a body.";
    BodyRemoved "body-removed"
        "La requête n’accepte plus de corps."
        "The request no longer accepts a body.";
    BodyMadeRequired "body-made-required"
        "Le corps de la requête devient obligatoire."
        "The request body becomes required.";
    BodyMadeOptional "body-made-optional"
        "Le corps de la requête devient facultatif."
        "The request body becomes optional.";
    MediaTypeAdded "media-type-added"
        "{0}\u{202f}: le type {1} est ajouté."
        "{0}: media type {1} is added.";
    MediaTypeRemoved "media-type-removed"
        "{0}\u{202f}: le type {1} est retiré."
        "{0}: media type {1} is removed.";
    PartWritingChanged "part-writing-changed"
        "{0}\u{202f}: la partie {1} du formulaire s’écrit autrement."
        "{0}: part {1} of the form is written in another way.";

    ResponseAdded "response-added"
        "Une réponse {0} est ajoutée."
        "A response {0} is added.";
    ResponseRemoved "response-removed"
        "La réponse {0} est retirée."
        "The response {0} is removed.";
    HeaderAdded "header-added"
        "{0}\u{202f}: l’en-tête {1} est ajouté."
        "{0}: header {1} is added.";
    HeaderRemoved "header-removed"
        "{0}\u{202f}: l’en-tête {1} est retiré."
        "{0}: header {1} is removed.";
    HeaderMadeRequired "header-made-required"
        "{0}\u{202f}: l’en-tête {1} est désormais toujours présent."
        "{0}: header {1} is now always there.";
    HeaderMadeOptional "header-made-optional"
        "{0}\u{202f}: l’en-tête {1} peut désormais manquer."
        "{0}: header {1} may now be absent.";

    TypeNarrowed "type-narrowed"
        "{0}\u{202f}: le type se restreint à {2}, auparavant {1}."
        "{0}: the type narrows to {2}, formerly {1}.";
    TypeWidened "type-widened"
        "{0}\u{202f}: le type s’élargit à {2}, auparavant {1}."
        "{0}: the type widens to {2}, formerly {1}.";
    TypeChanged "type-changed"
        "{0}\u{202f}: le type devient {2}, auparavant {1}."
        "{0}: the type becomes {2}, formerly {1}.";
    NullAdded "null-added"
        "{0}\u{202f}: la valeur peut désormais être nulle."
        "{0}: the value may now be null.";
    NullRemoved "null-removed"
        "{0}\u{202f}: la valeur ne peut plus être nulle."
        "{0}: the value may no longer be null.";
    FormatChanged "format-changed"
        "{0}\u{202f}: le format devient {2}, auparavant {1}."
        "{0}: the format becomes {2}, formerly {1}.";
    EnumValueAdded "enum-value-added"
        "{0}\u{202f}: la valeur {1} est possible en plus."
        "{0}: the value {1} is possible in addition.";
    EnumValueRemoved "enum-value-removed"
        "{0}\u{202f}: la valeur {1} n’est plus possible."
        "{0}: the value {1} is no longer possible.";
    EnumAdded "enum-added"
        "{0}\u{202f}: seules ces valeurs sont désormais possibles\u{202f}: {1}."
        "{0}: only these values are now possible: {1}.";
    EnumRemoved "enum-removed"
        "{0}\u{202f}: d’autres valeurs sont désormais possibles que {1}."
        "{0}: other values than {1} are now possible.";
    BoundTightened "bound-tightened"
        "{0}\u{202f}: {1} se resserre\u{202f}: {3}, auparavant {2}."
        "{0}: {1} is tightened: {3}, formerly {2}.";
    BoundLoosened "bound-loosened"
        "{0}\u{202f}: {1} se relâche\u{202f}: {3}, auparavant {2}."
        "{0}: {1} is loosened: {3}, formerly {2}.";
    RuleAdded "rule-added"
        "{0}\u{202f}: une règle est ajoutée\u{202f}: {1}."
        "{0}: a rule is added: {1}.";
    RuleRemoved "rule-removed"
        "{0}\u{202f}: une règle est retirée\u{202f}: {1}."
        "{0}: a rule is removed: {1}.";
    RuleChanged "rule-changed"
        "{0}\u{202f}: la règle {1} change, sans que son effet soit évalué."
        "{0}: the rule {1} changes; its effect is not judged.";
    DefaultChanged "default-changed"
        "{0}\u{202f}: la valeur par défaut change\u{202f}: {2}, auparavant {1}."
        "{0}: the default value changes: {2}, formerly {1}.";
    PropertyAdded "property-added"
        "{0}\u{202f}: le champ {1} est ajouté."
        "{0}: field {1} is added.";
    RequiredPropertyAdded "required-property-added"
        "{0}\u{202f}: le champ obligatoire {1} est ajouté."
        "{0}: required field {1} is added.";
    PropertyRemoved "property-removed"
        "{0}\u{202f}: le champ {1} est retiré."
        "{0}: field {1} is removed.";
    RequiredPropertyRemoved "required-property-removed"
        "{0}\u{202f}: le champ obligatoire {1} est retiré."
        "{0}: required field {1} is removed.";
    PropertyMadeRequired "property-made-required"
        "{0}\u{202f}: le champ {1} devient obligatoire."
        "{0}: field {1} becomes required.";
    PropertyMadeOptional "property-made-optional"
        "{0}\u{202f}: le champ {1} devient facultatif."
        "{0}: field {1} becomes optional.";
    PropertyDeprecated "property-deprecated"
        "{0}\u{202f}: le champ {1} est désormais déprécié."
        "{0}: field {1} is now deprecated.";
    PropertyRestored "property-restored"
        "{0}\u{202f}: le champ {1} n’est plus déprécié."
        "{0}: field {1} is no longer deprecated.";
    OtherPropertiesRefused "other-properties-refused"
        "{0}\u{202f}: les champs qui ne sont pas décrits ne sont plus permis."
        "{0}: fields that are not described are no longer allowed.";
    OtherPropertiesAllowed "other-properties-allowed"
        "{0}\u{202f}: des champs qui ne sont pas décrits sont désormais permis."
        "{0}: fields that are not described are now allowed.";
    AlternativeAdded "alternative-added"
        "{0}\u{202f}: une forme possible est ajoutée\u{202f}: {1}."
        "{0}: a possible form is added: {1}.";
    AlternativeRemoved "alternative-removed"
        "{0}\u{202f}: une forme possible est retirée\u{202f}: {1}."
        "{0}: a possible form is removed: {1}.";
    AlternativeValueChanged "alternative-value-changed"
        "{0}\u{202f}: la forme {1} est choisie par {3}, auparavant {2}."
        "{0}: the form {1} is chosen by {3}, formerly {2}.";
    DiscriminatorChanged "discriminator-changed"
        "{0}\u{202f}: le champ qui distingue les formes est {2}, auparavant {1}."
        "{0}: the field that tells forms apart is {2}, formerly {1}.";
    SchemaAdded "schema-added"
        "{0}\u{202f}: le contenu, auparavant libre, est désormais décrit."
        "{0}: the content, formerly free, is now described.";
    SchemaRemoved "schema-removed"
        "{0}\u{202f}: le contenu n’est plus décrit."
        "{0}: the content is no longer described.";
}

#[cfg(test)]
mod tests {
    use super::Kind;
    use std::collections::BTreeSet;

    fn holes(sentence: &str) -> BTreeSet<&str> {
        sentence.split('{').skip(1).filter_map(|part| part.split_once('}').map(|(hole, _)| hole)).collect()
    }

    #[test]
    fn names_are_unique_and_sentences_say_the_same() {
        let names: BTreeSet<&str> = Kind::ALL.iter().map(|kind| kind.id()).collect();
        assert_eq!(names.len(), Kind::ALL.len());
        for kind in Kind::ALL {
            let (fr, en) = kind.sentences();
            assert_eq!(holes(fr), holes(en), "{kind:?}");
            assert!(fr.ends_with('.') && en.ends_with('.'), "{kind:?}");
            assert!(!fr.contains(" :") && !fr.contains("\u{202f} "), "{kind:?}");
        }
    }
}
