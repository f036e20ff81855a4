//! Audiences against the kind of access, and the scopes of FranceConnect.

use super::{Finding, words};
use crate::core::catalogue::{Audience, Verdict};
use crate::core::i18n::words::Words;
use crate::core::i18n::{Language, Text};
use crate::core::wizard::draft::{Draft, Row};
use crate::core::wizard::page::cell;
use crate::core::wizard::questions::{Question, is_shown};
use crate::core::wizard::{scopes, value};
use std::collections::HashSet;

pub(super) fn access(draft: &Draft) -> Vec<Finding> {
    let mut findings = Vec::new();
    if is_shown(Question::Audiences, draft) {
        audiences(draft, &mut findings);
    }
    if is_shown(Question::Scopes, draft) {
        keys(draft.rows(Question::Scopes), &mut findings);
    }
    findings
}

/// A row that can be read.
struct Rule<'a> {
    index: usize,
    who: Audience,
    verdict: Verdict,
    row: &'a Row,
}

fn audiences(draft: &Draft, findings: &mut Vec<Finding>) {
    let restricted = draft.text(Question::Access).trim() == "restricted";
    let rules: Vec<Rule<'_>> = draft
        .rows(Question::Audiences)
        .iter()
        .enumerate()
        .filter_map(|(index, row)| {
            let (who, verdict) = (value::choice(cell(row, "who"))?, value::choice(cell(row, "verdict"))?);
            Some(Rule { index, who, verdict, row })
        })
        .collect();
    for rule in &rules {
        one_rule(rule, restricted, &rules, findings);
    }
    if !restricted || rules.is_empty() {
        return;
    }
    let silent: Vec<Audience> =
        Audience::ALL.into_iter().filter(|audience| rules.iter().all(|rule| rule.who != *audience)).collect();
    if !silent.is_empty() {
        let names = |language| silent.iter().map(|audience| audience.words(language)).collect::<Vec<_>>().join(", ");
        let what = Text::new(
            format!("Ces publics n’ont pas de réponse\u{202f}: {}.", names(Language::Fr)),
            format!("These audiences have no answer: {}.", names(Language::En)),
        );
        let mend = Text::new(
            "Répondez à chacun, même par «\u{202f}non\u{202f}»\u{202f}: le silence fait écrire des dossiers pour rien.",
            "Answer each, if only “no”: silence makes people apply for nothing.",
        );
        findings.push(Finding::advice("audience-silent", Question::Audiences, what, mend));
    }
    if rules.iter().all(|rule| rule.verdict == Verdict::No) {
        let what = Text::new("Aucun public n’a le droit d’utiliser l’API.", "No audience may use the API.");
        let mend = Text::new("Corrigez au moins une réponse.", "Mend at least one answer.");
        findings.push(Finding::advice("audience-none", Question::Audiences, what, mend));
    }
}

fn one_rule(rule: &Rule<'_>, restricted: bool, rules: &[Rule<'_>], findings: &mut Vec<Finding>) {
    let name = rule.who.words(Language::Fr);
    let name_en = rule.who.words(Language::En);
    let is_blank = |column: &str| cell(rule.row, column).trim().is_empty();
    let mut advise = |code, column, what: Text, mend: Text| {
        findings.push(Finding::advice(code, Question::Audiences, what, mend).at(rule.index, column));
    };
    if !restricted && rule.verdict != Verdict::Yes {
        advise(
            "audience-contradiction",
            "verdict",
            Text::new(
                format!("{name}\u{202f}: le droit est limité, alors que l’accès ne demande pas d’habilitation."),
                format!("{name_en}: the right is limited, though access needs no authorisation."),
            ),
            Text::new(
                "Changez la réponse, ou choisissez «\u{202f}Habilitation nécessaire\u{202f}».",
                "Change the answer, or choose “Authorisation needed”.",
            ),
        );
    }
    if rule.verdict == Verdict::No && is_blank("alternatives") && is_blank("text") {
        advise(
            "audience-dead-end",
            "alternatives",
            Text::new(
                format!("{name}\u{202f}: «\u{202f}non\u{202f}», sans raison ni solution de remplacement."),
                format!("{name_en}: “no”, without a reason nor anything else to use."),
            ),
            Text::new(
                "Nommez une API ou une page qui répond à une partie du besoin.",
                "Name an API or a page that meets part of the need.",
            ),
        );
    }
    if rule.verdict == Verdict::Conditional && is_blank("text") {
        advise(
            "audience-conditions",
            "text",
            Text::new(
                format!("{name}\u{202f}: «\u{202f}sous condition\u{202f}», sans dire lesquelles."),
                format!("{name_en}: “under conditions”, without saying which."),
            ),
            Text::new("Écrivez les conditions.", "Write the conditions."),
        );
    }
    if restricted && rule.verdict != Verdict::No && is_blank("legal-basis") {
        advise(
            "audience-legal-basis",
            "legal-basis",
            Text::new(format!("{name}\u{202f}: aucun cadre juridique."), format!("{name_en}: no legal basis.")),
            Text::new(
                "Citez le texte qui donne le droit\u{202f}: les demandeurs doivent le reprendre.",
                "Quote the text that gives the right: applicants have to repeat it.",
            ),
        );
    }
    if rules.iter().any(|other| other.index < rule.index && other.who == rule.who) {
        let what = Text::new(
            format!("{name} a déjà une réponse plus haut\u{202f}: celle-ci ne serait pas publiée."),
            format!("{name_en} has an answer above: this one would not be published."),
        );
        let mend = Text::new("Gardez une ligne par public.", "Keep one row for each audience.");
        findings.push(Finding::error("audience-twice", Question::Audiences, what, mend).at(rule.index, "who"));
    }
}

fn keys(rows: &[Row], findings: &mut Vec<Finding>) {
    let mut seen = HashSet::new();
    for (index, row) in rows.iter().enumerate() {
        let key = cell(row, "key").trim();
        if key.is_empty() {
            continue;
        }
        let place = words::cell(Question::Scopes, index, "key");
        if !seen.insert(key) {
            let what = Text::new(
                format!("{}\u{202f}: la clé «\u{202f}{key}\u{202f}» y est déjà.", place.fr),
                format!("{}: the key “{key}” is there already.", place.en),
            );
            let mend = Text::new("Gardez une ligne par clé.", "Keep one row for each key.");
            findings.push(Finding::error("scope-twice", Question::Scopes, what, mend).at(index, "key"));
        }
        if !scopes::is_key(key) {
            let what = Text::new(
                format!("{}\u{202f}: «\u{202f}{key}\u{202f}» ne suit pas la règle de FranceConnect.", place.fr),
                format!("{}: “{key}” does not follow the rule of FranceConnect.", place.en),
            );
            let mend = Text::new(
                "Écrivez un préfixe à vous puis le nom, en minuscules, avec «\u{202f}_\u{202f}»\u{202f}: dgfip_revenu.",
                "Write a prefix of yours, then the name, in lower case, with “_”: dgfip_income.",
            );
            findings.push(Finding::advice("scope-key", Question::Scopes, what, mend).at(index, "key"));
        }
    }
}
