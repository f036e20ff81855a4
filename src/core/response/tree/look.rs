//! Where a node is, and what is written there.

use super::{NodeKind, Tree};
use crate::core::pointer;
use serde::{Deserialize, Serialize};

/// Where a node is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NodePath {
    /// JSON pointer (RFC 6901).
    pub pointer: String,
    /// An expression both for JSONPath (RFC 9535) and, with a variable `$`, for JavaScript.
    pub expression: String,
}

/// A part of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawText {
    /// As it is written.
    pub text: String,
    /// Whether it is only a beginning.
    pub cut: bool,
}

impl Tree {
    /// Where `node` is.
    pub fn path(&self, node: u32) -> NodePath {
        let mut path = NodePath { pointer: String::new(), expression: "$".to_owned() };
        let mut steps: Vec<u32> = self.ancestors(node).collect();
        steps.pop();
        steps.reverse();
        if node != 0 {
            steps.push(node);
        }
        for step in steps {
            let Some(found) = self.node(step) else { break };
            match self.key(step, usize::MAX) {
                Some(key) => {
                    pointer::push(&mut path.pointer, &key);
                    push_name(&mut path.expression, &key);
                }
                None => {
                    let index = found.ordinal.to_string();
                    pointer::push(&mut path.pointer, &index);
                    path.expression.extend(["[", &index, "]"]);
                }
            }
        }
        path
    }

    /// The node at a JSON pointer.
    pub fn find(&self, pointer: &str) -> Option<u32> {
        pointer::tokens(pointer).try_fold(0, |node, token| match self.kind(node)? {
            NodeKind::Object => self.member(node, &token),
            NodeKind::Array => {
                let index = token.parse().ok()?;
                self.children(node).nth(index)
            }
            _ => None,
        })
    }

    /// What is written for `node`, no more than `most` bytes of it.
    pub fn text(&self, node: u32, most: usize) -> RawText {
        let longer = self.span(node, most.saturating_add(1));
        let cut = longer.len() > most;
        let mut end = longer.start + longer.len().min(most);
        // A character is not cut in two.
        while cut && end > longer.start && self.bytes.get(end).is_some_and(|byte| byte & 0xc0 == 0x80) {
            end -= 1;
        }
        let bytes = self.bytes.get(longer.start..end).unwrap_or_default();
        RawText { text: String::from_utf8_lossy(bytes).into_owned(), cut }
    }
}

fn push_name(expression: &mut String, name: &str) {
    let word = |character: char| character.is_ascii_alphanumeric() || character == '_';
    if name.chars().all(word) && !name.is_empty() && !name.starts_with(|first: char| first.is_ascii_digit()) {
        expression.extend([".", name]);
    } else {
        let quoted = serde_json::Value::from(name).to_string();
        expression.extend(["[", &quoted, "]"]);
    }
}
