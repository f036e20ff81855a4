//! Schemas of both versions, read together: each pair is compared once, wherever operations meet it again.
//!
//! Pairs form a graph, with circles where schemas do. What differs about a pair itself is found when it is first
//! reached; what is told for a body or a parameter is what its pair reaches, each pair once, by its shortest written
//! path. A part of the graph without differences is never walked through again.

mod alternatives;
mod bounds;
mod graph;
mod judgement;
mod members;
mod rules;
mod values;

use super::comparison::{Comparison, Direction, Places, Side};
use super::words::{Word, quoted};
use crate::core::i18n::Text;
use crate::core::openapi::model::SchemaNode;
use crate::core::openapi::reference::{self, Broken, Documents, Node};
use crate::core::openapi::schema::compose::{Composed, SchemaType, compose};
pub(super) use graph::Schemas;
use graph::{SchemaPair, State, Waiting, effort};
use judgement::{Finding, Judgement};
use serde_json::Value;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Most steps through the graph: pairs are walked through again for each body that reaches them.
const MOST_STEPS: usize = 5_000_000;

/// A step of a walk: the pair, and how it was reached.
struct Step {
    pair: usize,
    from: Option<usize>,
    word: String,
}

/// What a schema that is nothing but a reference leads to; itself where it says more or leads nowhere.
fn canonical<'a>(node: &SchemaNode<'a>, documents: &'a dyn Documents) -> SchemaNode<'a> {
    let Cow::Borrowed(value) = node.value else { return node.clone() };
    let is_alone = !node.document.has_json_schema() || value.as_object().is_some_and(|entries| entries.len() == 1);
    let here = Node { document: node.document, pointer: node.pointer.clone(), value };
    if here.reference().is_none() || !is_alone {
        return node.clone();
    }
    reference::resolve(here, documents).map_or_else(|_| node.clone(), SchemaNode::of)
}

/// Whether a flag is set by schemas or by what they refer to, without reading them whole.
fn has_flag<'a>(parts: &[SchemaNode<'a>], key: &str, documents: &'a dyn Documents) -> bool {
    let set = |node: &SchemaNode<'a>| node.value.get(key) == Some(&Value::Bool(true));
    let leads = |node: &SchemaNode<'a>| {
        let Cow::Borrowed(value) = node.value else { return false };
        let here = Node { document: node.document, pointer: node.pointer.clone(), value };
        here.reference().is_some() && reference::resolve(here, documents).is_ok_and(|found| set(&SchemaNode::of(found)))
    };
    parts.iter().any(|node| set(node) || leads(node))
}

impl<'a> Comparison<'a> {
    /// What changes about what is written at `site`; `places` are where it is. What was told since
    /// [`Schemas::begin`] is not told again.
    pub(super) fn schema(
        &mut self,
        site: &Text,
        direction: Direction,
        old: Option<&SchemaNode<'a>>,
        new: Option<&SchemaNode<'a>>,
        places: &Places,
    ) {
        let [old, new] = [(old, self.old), (new, self.new)]
            .map(|(node, side)| node.map(|node| canonical(node, side.documents)).into_iter().collect());
        let Some(root) = self.schemas.pair(Waiting { direction, old, new }) else { return self.cut() };
        self.schemas.walk += 1;
        let walk = self.schemas.walk;
        let mut trail: Vec<Step> = Vec::new();
        let mut left = vec![Step { pair: root, from: None, word: String::new() }];
        let mut differs = false;
        while let Some(step) = left.pop() {
            if self.is_full() {
                return self.cut();
            }
            self.schemas.steps += 1;
            if self.schemas.steps > MOST_STEPS {
                return self.cut();
            }
            let Some(pair) = self.schemas.pairs.get_mut(step.pair) else { continue };
            if pair.walk == walk || pair.is_clean {
                continue;
            }
            pair.walk = walk;
            self.expand(step.pair);
            let here = trail.len();
            let Some(SchemaPair { state: State::Compared { findings, children }, .. }) =
                self.schemas.pairs.get(step.pair)
            else {
                continue;
            };
            let next = children.iter().rev();
            left.extend(next.map(|(word, pair)| Step { pair: *pair, from: Some(here), word: word.clone() }));
            trail.push(step);
            if !findings.is_empty() {
                differs = true;
                let findings = findings.clone();
                self.tell(site, &path_of(&trail), &findings, places);
            }
        }
        if !differs {
            for step in trail {
                if let Some(pair) = self.schemas.pairs.get_mut(step.pair) {
                    pair.is_clean = true;
                }
            }
        }
    }

    fn tell(&mut self, site: &Text, path: &str, findings: &[Finding], places: &Places) {
        let at_root = path.is_empty();
        let field = quoted(path);
        let site = match path {
            "" => site.clone(),
            "[]" => Text::new(format!("{}, chaque élément", site.fr), format!("{}, each item", site.en)),
            _ => Text::new(format!("{}, champ {}", site.fr, field.fr), format!("{}, field {}", site.en, field.en)),
        };
        for finding in findings {
            let said = finding.words.iter().map(|text| text.en.clone()).collect();
            if !self.schemas.told.insert((finding.kind, finding.places.clone(), said)) {
                continue;
            }
            let words: Vec<Word<'_>> =
                std::iter::once(Word::Text(&site)).chain(finding.words.iter().map(Word::Text)).collect();
            let outer = |own: &Option<String>, outer: &Option<String>| own.clone().or_else(|| outer.clone());
            let places = match at_root {
                true => Places {
                    old: outer(&finding.places.old, &places.old),
                    new: outer(&finding.places.new, &places.new),
                },
                false => finding.places.clone(),
            };
            self.report(finding.kind, finding.impact, places, &words);
        }
    }

    /// Compares a pair that waits for it.
    fn expand(&mut self, index: usize) {
        if self.schemas.budget == 0 {
            return self.cut();
        }
        let Some(pair) = self.schemas.pairs.get_mut(index) else { return };
        let compared = State::Compared { findings: Vec::new(), children: Vec::new() };
        let waiting = match std::mem::replace(&mut pair.state, compared) {
            State::Waiting(waiting) => waiting,
            known @ State::Compared { .. } => {
                pair.state = known;
                return;
            }
        };
        let (old, new) = (compose(&waiting.old, self.old.documents), compose(&waiting.new, self.new.documents));
        self.lacks(missing(&old).chain(missing(&new)));
        self.schemas.budget = self.schemas.budget.saturating_sub(effort(&old) + effort(&new));
        if old.incomplete || new.incomplete {
            self.cut();
        }
        let mut judgement = Judgement::new(&waiting, (&old, &new), (self.old, self.new));
        judgement.judge();
        let (findings, reached) = judgement.into_parts();
        let mut children = Vec::with_capacity(reached.len());
        for (word, waiting) in reached {
            match self.schemas.pair(waiting) {
                Some(child) => children.push((word, child)),
                None => self.cut(),
            }
        }
        if let Some(pair) = self.schemas.pairs.get_mut(index) {
            pair.state = State::Compared { findings, children };
        }
    }

    /// Whether one of two schemas may describe a list or an object, whose parts a style joins.
    pub(super) fn may_have_parts(&self, old: Option<&SchemaNode<'a>>, new: Option<&SchemaNode<'a>>) -> bool {
        let has_parts = |node: Option<&SchemaNode<'a>>, side: Side<'a>| {
            node.is_some_and(|node| {
                let composed = compose(std::slice::from_ref(node), side.documents);
                let types = composed.likely_types();
                let lists = types.has(SchemaType::Array) || types.has(SchemaType::Object);
                lists && (composed.alternatives.is_empty() || !types.is_empty())
            })
        };
        has_parts(old, self.old) || has_parts(new, self.new)
    }
}

/// The documents that schemas refer to and that were not at hand.
fn missing(composed: &Composed<'_>) -> impl Iterator<Item = String> {
    let broken = composed.broken.iter().map(|broken| &broken.why);
    let urls: BTreeSet<String> =
        broken.filter_map(|why| if let Broken::Document(url) = why { Some(url.clone()) } else { None }).collect();
    urls.into_iter()
}

/// The path of the last step, as people write it: `lines[].price`.
fn path_of(trail: &[Step]) -> String {
    let mut words: Vec<&str> = Vec::new();
    let mut step = trail.last();
    while let Some(Step { from, word, .. }) = step {
        words.push(word);
        step = from.and_then(|from| trail.get(from));
    }
    words.reverse();
    words.concat().trim_start_matches(['.', ' ']).to_owned()
}
