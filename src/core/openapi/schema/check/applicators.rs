//! `allOf`, `anyOf`, `oneOf`, `not`, `if`, `then`, `else`: schemas applied to the value itself.

use super::Dialect;
use super::Failure;
use super::run::{Here, Outcome, Run};
use crate::core::i18n::Text;
use serde_json::{Map, Value};

impl<'d> Run<'d> {
    /// Combines what other schemas say of the same value.
    pub(super) fn combining_keyword<'i>(
        &mut self,
        here: &Here<'_, 'd, 'i>,
        keyword: &'d str,
        value: &'d Value,
        schema: &'d Map<String, Value>,
        outcome: &mut Outcome<'i>,
    ) {
        match (keyword, value) {
            ("allOf", Value::Array(branches)) => {
                let above = here.schema_path.key(keyword);
                for (index, branch) in branches.iter().enumerate() {
                    let inner = here.child(branch, above.index(index), here.instance, here.instance_path);
                    let applied = self.apply(&inner);
                    outcome.merge(applied);
                }
            }
            ("anyOf" | "oneOf", Value::Array(branches)) => self.alternatives(here, keyword, branches, outcome),
            ("not", branch) => {
                let inner = here.child(branch, here.schema_path.key(keyword), here.instance, here.instance_path);
                if self.quietly(|run| run.apply(&inner)).valid {
                    let text = Text::new(
                        "Cette valeur fait partie de celles que le schéma exclut.",
                        "This value is among those that the schema excludes.",
                    );
                    self.fail(here, "not", text, outcome);
                }
            }
            ("if", condition) if here.dialect == Dialect::Draft202012 => {
                let inner = here.child(condition, here.schema_path.key(keyword), here.instance, here.instance_path);
                let tested = self.quietly(|run| run.apply(&inner));
                let next = if tested.valid { "then" } else { "else" };
                outcome.seen.extend(tested.seen);
                if let Some(branch) = schema.get(next) {
                    let inner = here.child(branch, here.schema_path.key(next), here.instance, here.instance_path);
                    let applied = self.apply(&inner);
                    outcome.merge(applied);
                }
            }
            _ => {}
        }
    }

    fn alternatives<'i>(
        &mut self,
        here: &Here<'_, 'd, 'i>,
        keyword: &'d str,
        branches: &'d [Value],
        outcome: &mut Outcome<'i>,
    ) {
        let above = here.schema_path.key(keyword);
        let broken_before = self.broken.len();
        let mut valid = Vec::new();
        let mut reproaches: Vec<Vec<Failure>> = Vec::new();
        for (index, branch) in branches.iter().enumerate() {
            let inner = here.child(branch, above.index(index), here.instance, here.instance_path);
            let before = self.failures.len();
            let applied = self.apply(&inner);
            reproaches.push(self.failures.split_off(before));
            if applied.valid {
                valid.push(index);
                outcome.seen.extend(applied.seen);
            }
        }
        let exclusive = keyword == "oneOf";
        if !valid.is_empty() && !exclusive {
            // One form fits: a form that cannot be read changes nothing.
            self.broken.truncate(broken_before);
        }
        match valid.as_slice() {
            [] => {
                let number = branches.len();
                let text = if number == 1 {
                    Text::new("La seule forme possible ne convient pas.", "The only possible form does not fit.")
                } else {
                    Text::new(
                        format!("Aucune des {number} formes possibles ne convient."),
                        format!("None of the {number} possible forms fits."),
                    )
                };
                self.fail(here, keyword, text, outcome);
                if !self.is_quiet() {
                    self.failures.extend(closest(reproaches, &here.instance_path.pointer()));
                }
            }
            [first, second, ..] if exclusive => {
                let (first, second) = (first + 1, second + 1);
                let text = Text::new(
                    format!("Les formes {first} et {second} conviennent toutes deux\u{202f}: il en faut une seule."),
                    format!("Forms {first} and {second} both fit: exactly one must."),
                );
                self.fail(here, keyword, text, outcome);
            }
            _ => {}
        }
    }
}

/// The reproaches of the form that was meant: the only one that does not refuse the value by its very nature (its type,
/// or a member that names the form).
fn closest(reproaches: Vec<Vec<Failure>>, instance: &str) -> Vec<Failure> {
    let refuses = |failure: &Failure| {
        let inside = failure.instance.strip_prefix(instance).unwrap_or_default();
        match failure.keyword.as_str() {
            "type" => inside.is_empty(),
            "const" | "enum" => inside.matches('/').count() <= 1,
            _ => false,
        }
    };
    let mut meant = reproaches.into_iter().filter(|reproaches| !reproaches.iter().any(refuses));
    match (meant.next(), meant.next()) {
        (Some(only), None) => only,
        _ => Vec::new(),
    }
}
