//! [`Maker`]: the making of one sample, value by value.

use super::discriminator::tell;
use super::given::shown;
use super::value::texts;
use super::{Options, Sampler, Variant};
use crate::core::openapi::model::SchemaNode;
use crate::core::openapi::schema::compose::{Alternatives, Composed, Keyword, SchemaKey};
use serde_json::{Value, json};

/// Values and alternatives inside one another.
pub(super) const DEEPEST: usize = 30;
/// Branches tried until one fits.
const MOST_BRANCHES: usize = 8;
/// Other values tried where the first one does not fit.
const MOST_TRIES: usize = 5;
/// Optional members left out, one at a time, to make an object fit.
const MOST_REMOVALS: usize = 10;
/// Work beyond the values that are kept: what is made again does not count as values.
const WORK: usize = 4;

/// Whether a value has to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// It may be left out: where the same schema is met again, it is.
    Optional,
    /// It must be there: the same schema may be met again once.
    Required,
}

/// The making of one sample.
pub(super) struct Maker<'a, 's> {
    pub(super) sampler: &'s Sampler<'a>,
    pub(super) options: &'s Options,
    pub(super) variant: Variant,
    /// Which of the possible values comes next, where several alike stand side by side.
    pub(super) turn: usize,
    /// Whether a value that the document gives may come only once.
    pub(super) distinct: bool,
    /// Values that may still be made.
    pub(super) left: usize,
    /// Values that may still be made, those thrown away included.
    pub(super) work: usize,
    /// Name of the property whose value is being made: it tells what a text without format may be.
    pub(super) name: Option<String>,
    deepest: usize,
    /// Whether it is kept even where there was not room enough.
    is_last: bool,
    depth: usize,
    met: Vec<SchemaKey>,
    /// Whether something was left out for want of room.
    pub(super) cut: bool,
}

/// Alternatives among which a branch was chosen.
type Decided<'d> = &'d [(Keyword, String)];

impl<'a, 's> Maker<'a, 's> {
    /// `deepest`: levels at which optional values are made; `is_last`: less deep values will not be tried.
    pub(super) fn new(sampler: &'s Sampler<'a>, options: &'s Options, deepest: usize, is_last: bool) -> Self {
        let (variant, left) = (options.variant, options.budget);
        let work = left.saturating_mul(WORK);
        let (turn, distinct, depth, met, cut, name) = (0, false, 0, Vec::new(), false, None);
        Self { sampler, options, variant, turn, distinct, left, work, name, deepest, is_last, depth, met, cut }
    }

    /// Whether there was not room enough.
    pub(super) fn is_empty_handed(&self) -> bool {
        self.left == 0 || self.work == 0
    }

    /// Whether what is made no longer counts: there was not room enough, and it will be made again, less deep.
    fn gives_up(&self) -> bool {
        !self.is_last && self.is_empty_handed()
    }

    /// One of `count` things: the first ones with the seed 0.
    pub(super) fn choice(&self, count: usize) -> usize {
        self.number().checked_rem(count).unwrap_or_default()
    }

    /// Among values that must differ, one of `count` was taken: what is left of the turn is for the values beside it, as
    /// digits of a number are, so that all combinations come.
    pub(super) fn share(&mut self, count: usize) {
        if self.distinct {
            self.turn = self.turn.checked_div(count).unwrap_or(self.turn);
        }
    }

    /// What makes a value unlike others: 0 for the first ones.
    pub(super) fn number(&self) -> usize {
        if self.options.seed == 0 {
            return self.turn;
        }
        // SplitMix64 on the seed and on what was made so far: neighbours differ.
        let mixed = self.options.seed.wrapping_add((self.left as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        self.turn + usize::try_from((mixed ^ (mixed >> 31)) % 30).unwrap_or_default()
    }

    /// A value that fits all of `parts`; nothing where there is none, none that ends, or no room.
    pub(super) fn node(&mut self, parts: &[SchemaNode<'a>], need: Need) -> Option<Value> {
        if self.gives_up() {
            self.cut = true;
            return None;
        }
        self.composed(parts, &self.sampler.compose(parts), need)
    }

    /// The same, once `parts` are put together.
    pub(super) fn composed(&mut self, parts: &[SchemaNode<'a>], composed: &Composed<'a>, need: Need) -> Option<Value> {
        if composed.refused {
            return None;
        }
        let times = |key: &SchemaKey| self.met.iter().filter(|known| *known == key).count();
        let times = composed.identity.0.iter().map(times).max().unwrap_or_default();
        if times > 0 && (composed.nullable || times > 1 || need == Need::Optional) {
            return composed.nullable.then_some(Value::Null);
        }
        let too_deep = self.depth >= DEEPEST || (need == Need::Optional && self.depth >= self.deepest);
        if too_deep || self.left == 0 || self.work == 0 {
            self.cut = true;
            return None;
        }
        self.left -= 1;
        let mut made = self.within(&composed.identity.0, |maker| maker.form(parts, composed, &[]));
        if self.gives_up() {
            return made;
        }
        if self.variant == Variant::Minimal && !(is_plain(composed) && composed.alternatives.is_empty()) {
            made = self.at_least(parts, composed, made);
        }
        let holds = |text: &str| texts(composed, None).holds(text);
        let matches = made.as_ref().and_then(Value::as_str).is_none_or(holds);
        let shown = shown(composed);
        let fits = |made: &Value| shown.contains(&made) || (matches && self.sampler.checker.fits(parts, made));
        if shown.is_empty() {
            // Without a text that matches, none is better.
            return made.filter(|_| matches || need == Need::Required);
        }
        if made.as_ref().is_some_and(fits) {
            return made;
        }
        // Nothing that fits was found: the document shows better than that what is meant.
        shown.first().and_then(|value| self.copy(value)).or(made)
    }

    /// What is required may not be enough: a whole value then, without what can be left out of it.
    fn at_least(&mut self, parts: &[SchemaNode<'a>], composed: &Composed<'a>, made: Option<Value>) -> Option<Value> {
        let fits = |value: &Value| self.sampler.checker.fits(parts, value);
        if made.as_ref().is_none_or(|made| !made.is_object() || fits(made)) {
            return made;
        }
        self.variant = Variant::Full;
        let whole = self.within(&composed.identity.0, |maker| maker.form(parts, composed, &[]));
        self.variant = Variant::Minimal;
        let fits = |value: &Value| self.sampler.checker.fits(parts, value);
        let Some(Value::Object(mut whole)) = whole.filter(fits) else { return made };
        let names: Vec<String> = whole.keys().rev().take(MOST_REMOVALS).cloned().collect();
        for name in names {
            let mut fewer = whole.clone();
            fewer.shift_remove(&name);
            if fits(&Value::Object(fewer.clone())) {
                whole = fewer;
            }
        }
        Some(Value::Object(whole))
    }

    /// One level deeper, in the schemas `keys`.
    fn within<T>(&mut self, keys: &[SchemaKey], make: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.met.len();
        self.met.extend_from_slice(keys);
        self.depth += 1;
        let made = make(self);
        self.depth -= 1;
        self.met.truncate(before);
        made
    }

    fn form(&mut self, parts: &[SchemaNode<'a>], composed: &Composed<'a>, decided: Decided<'_>) -> Option<Value> {
        // Putting alternatives together takes longer the more there are.
        let branches: usize = composed.alternatives.iter().map(|group| group.branches.len()).sum();
        self.work = self.work.saturating_sub(1 + branches / 20);
        if let Some(value) = self.given(parts, composed) {
            return Some(value);
        }
        let is_open = |group: &&Alternatives<'a>| {
            decided.iter().all(|(keyword, pointer)| *keyword != group.keyword || *pointer != group.pointer)
        };
        match composed.alternatives.iter().find(is_open) {
            Some(group) if self.depth < DEEPEST * 2 => self.branches(parts, composed, group, decided),
            _ => self.fitting(parts, composed, decided),
        }
    }

    fn branches(
        &mut self,
        parts: &[SchemaNode<'a>],
        composed: &Composed<'a>,
        group: &Alternatives<'a>,
        decided: Decided<'_>,
    ) -> Option<Value> {
        let count = group.branches.len();
        let asked = self.options.branch.filter(|asked| self.depth == 1 && *asked < count);
        let start = asked.unwrap_or_else(|| self.choice(count));
        let turns = if asked.is_some() { 1 } else { count.min(MOST_BRANCHES) };
        let decided = [decided, &[(group.keyword, group.pointer.clone())]].concat();
        let (mut fresh, mut again) = (Vec::new(), Vec::new());
        for branch in group.branches.iter().cycle().skip(start).take(turns) {
            let mut keys = self.sampler.compose(std::slice::from_ref(&branch.schema)).identity.0.clone();
            let is_met = keys.iter().any(|key| self.met.contains(key));
            keys.retain(|key| !composed.identity.0.contains(key));
            // A branch that leads back here comes last: another one may end.
            if is_met { again.push((branch, keys)) } else { fresh.push((branch, keys)) }
        }
        let mut first = None;
        for (branch, keys) in fresh.into_iter().chain(again) {
            if self.work == 0 || (self.is_met_twice(&keys) && first.is_some()) {
                break;
            }
            let both = [parts, std::slice::from_ref(&branch.schema)].concat();
            let inner = self.sampler.compose(&both);
            let made = self.within(&keys, |maker| maker.form(&both, &inner, &decided));
            if self.gives_up() {
                return made;
            }
            let Some(mut value) = made else { continue };
            if let Some(discriminator) = composed.discriminator.as_ref().or(inner.discriminator.as_ref()) {
                tell(discriminator, branch, &mut value);
            }
            if self.sampler.checker.fits(parts, &value) {
                return Some(value);
            }
            first.get_or_insert(value);
        }
        first
    }

    fn is_met_twice(&self, keys: &[SchemaKey]) -> bool {
        keys.iter().any(|key| self.met.iter().filter(|known| *known == key).count() > 1)
    }

    /// A value made from the keywords, and made again where keywords that only a comparison can tell are against it.
    fn fitting(&mut self, parts: &[SchemaNode<'a>], composed: &Composed<'a>, decided: Decided<'_>) -> Option<Value> {
        let first = self.make(composed)?;
        if self.gives_up() {
            return Some(first);
        }
        let checker = &self.sampler.checker;
        let is_easy = is_plain(composed) && composed.contains.is_empty();
        if is_easy || checker.fits(parts, &first) {
            return Some(first);
        }
        let more = self.conditional(parts, composed, &first);
        if !more.is_empty() && self.depth < DEEPEST {
            let all = [parts, &more].concat();
            let inner = self.sampler.compose(&all);
            let made = self.within(&[], |maker| maker.form(&all, &inner, decided));
            if let Some(value) = made.filter(|value| checker.fits(parts, value)) {
                return Some(value);
            }
        }
        if let Some(value) = self.without_one(parts, composed, &first) {
            return Some(value);
        }
        let before = (self.variant, self.turn);
        for attempt in 0..MOST_TRIES {
            if self.work == 0 {
                break;
            }
            self.variant = if attempt == 0 { Variant::Minimal } else { before.0 };
            self.turn = before.1 + attempt;
            let made = self.make(composed).filter(|value| checker.fits(parts, value));
            (self.variant, self.turn) = before;
            if made.is_some() {
                return made;
            }
        }
        // A value of a type that nobody would think of, but that is allowed.
        let simple = json!([{}, [], null, true, false, 1, 0, -1, "texte", "abc", ""]);
        let mut simple = simple.as_array().into_iter().flatten();
        simple.find(|value| checker.fits(parts, value)).cloned().or(Some(first))
    }

    /// An object that fits once one of its optional members is left out.
    fn without_one(&self, parts: &[SchemaNode<'a>], composed: &Composed<'a>, value: &Value) -> Option<Value> {
        let members = value.as_object()?;
        let optional = composed.properties.iter().rev().filter(|property| !property.required);
        let mut fewer = optional.take(MOST_REMOVALS).filter_map(|property| {
            let mut members = members.clone();
            members.shift_remove(property.name.as_ref()).map(|_| Value::Object(members))
        });
        fewer.find(|value| self.sampler.checker.fits(parts, value))
    }

    /// What applies to `value` because of what it is (`then`, `else`, `dependentSchemas`) and was not taken into account.
    fn conditional(&self, parts: &[SchemaNode<'a>], composed: &Composed<'a>, value: &Value) -> Vec<SchemaNode<'a>> {
        let checker = &self.sampler.checker;
        let conditions = composed.conditions.iter().filter_map(|condition| {
            let fits = checker.fits(std::slice::from_ref(&condition.test), value);
            if fits { condition.then.as_ref() } else { condition.otherwise.as_ref() }
        });
        let dependent = composed.dependent_schemas.iter();
        let dependent = dependent.filter(|(name, _)| value.get(name.as_ref()).is_some()).map(|(_, schema)| schema);
        let is_new = |schema: &&SchemaNode<'a>| parts.iter().all(|part| part.pointer != schema.pointer);
        conditions.chain(dependent).filter(is_new).cloned().collect()
    }
}

/// Whether no keyword is there that only a comparison can tell of a value made from the others; alternatives apart.
pub(super) fn is_plain(composed: &Composed<'_>) -> bool {
    composed.not.is_empty() && composed.conditions.is_empty() && composed.dependent_schemas.is_empty()
}
