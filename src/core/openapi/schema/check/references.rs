//! `$ref` and `$dynamicRef`.

use super::documents::{Target, identity};
use super::message;
use super::path::Path;
use super::run::{Here, Outcome, Run};
use serde_json::Value;
use std::rc::Rc;

/// A reference being followed: what it leads to, for which value, under how many resources. The same three again can
/// only go on for ever.
pub(super) type Following = (usize, usize, usize);

impl<'d> Run<'d> {
    /// Applies what a reference leads to.
    pub(super) fn reference<'i>(
        &mut self,
        here: &Here<'_, 'd, 'i>,
        keyword: &'d str,
        value: &'d Value,
        outcome: &mut Outcome<'i>,
    ) {
        let Some(reference) = value.as_str() else {
            return;
        };
        let key = (identity(value), here.resource);
        let known = self.targets.get(&key).cloned();
        let resolved = known.unwrap_or_else(|| {
            let target = self.documents.resolve(reference, here.resource).map(Rc::new);
            self.targets.insert(key, target.clone());
            target
        });
        let target = match resolved {
            Ok(target) if keyword == "$dynamicRef" => self.outermost(target),
            Ok(target) => target,
            Err(text) => return self.broken(here, keyword, text, outcome),
        };
        let following = (identity(target.value), identity(here.instance), self.scope.len());
        let same_value = self.following.iter().rev().take_while(|(_, instance, _)| *instance == following.1);
        if { same_value }.any(|earlier| *earlier == following) {
            return self.broken(here, keyword, message::circle(reference), outcome);
        }
        self.following.push(following);
        let inner = here.child(target.value, Path::from(&target.pointer), here.instance, here.instance_path);
        let applied = self.apply(&self.entering(inner, target.resource));
        self.following.pop();
        outcome.merge(applied);
    }

    /// The outermost resource in force that has the same dynamic anchor, if the target is one.
    fn outermost(&self, target: Rc<Target<'d>>) -> Rc<Target<'d>> {
        let Some(anchor) = target.anchor.as_deref() else {
            return target;
        };
        let resources = &self.documents.resources;
        let dynamic = |index: &usize| resources.get(*index).filter(|resource| resource.dynamic.contains(anchor));
        if dynamic(&target.resource).is_none() {
            return target;
        }
        let outer = self.scope.iter().find_map(|index| Some((*index, dynamic(index)?.anchors.get(anchor)?)));
        outer.map_or_else(
            || Rc::clone(&target),
            |(resource, (pointer, value))| {
                Rc::new(Target { value, resource, pointer: pointer.clone(), anchor: target.anchor.clone() })
            },
        )
    }
}
