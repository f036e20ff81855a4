//! From the tree of a pattern to instructions, which are run without nested calls.

use super::Refusal;
use super::class::Set;
use super::parse::Node;

/// A program has at most this many instructions: `(a{1000}){1000}` is refused.
const LONGEST: usize = 20_000;

/// Instructions, the last of which is [`Instruction::Match`].
#[derive(Debug)]
pub(super) struct Program {
    /// What to do, in order.
    pub(super) instructions: Vec<Instruction>,
    /// Two places for each group that is remembered, and two unused ones; empty when nothing asks for groups.
    pub(super) places: usize,
}

/// One step. Numbers are indices of instructions.
#[derive(Debug)]
pub(super) enum Instruction {
    /// A character of the set, then the next instruction.
    Set(Set),
    /// A set several times, then the next instruction.
    Run { set: Set, least: usize, most: usize, greedy: bool },
    /// The first instruction or, when that fails, the second.
    Either(usize, usize),
    /// Another instruction.
    Jump(usize),
    /// Only at the start of the text.
    Start,
    /// Only at its end.
    End,
    /// Only at the edge of a word, or only elsewhere.
    WordEdge(bool),
    /// Only where another program matches, or does not.
    Look { ahead: bool, wanted: bool, program: Program },
    /// Remembers the position.
    Save(usize),
    /// What a group matched, again.
    Again(usize),
    /// The end.
    Match,
}

impl Program {
    /// The program of a tree. `remembers`: whether a back-reference needs the groups.
    pub(super) fn new(node: &Node, remembers: bool) -> Result<Self, Refusal> {
        let mut left = LONGEST;
        Self::within(node, remembers, &mut left)
    }

    /// `left`: how many more instructions the whole pattern may have, look-arounds included.
    fn within(node: &Node, remembers: bool, left: &mut usize) -> Result<Self, Refusal> {
        let mut compiler = Compiler { instructions: Vec::new(), left, remembers, places: 0 };
        compiler.node(node)?;
        compiler.push(Instruction::Match)?;
        Ok(Self { instructions: compiler.instructions, places: compiler.places })
    }
}

struct Compiler<'l> {
    instructions: Vec<Instruction>,
    left: &'l mut usize,
    remembers: bool,
    places: usize,
}

impl Compiler<'_> {
    fn push(&mut self, instruction: Instruction) -> Result<usize, Refusal> {
        *self.left = self.left.checked_sub(1).ok_or(Refusal::Unreadable)?;
        self.instructions.push(instruction);
        Ok(self.instructions.len() - 1)
    }

    fn set(&mut self, index: usize, instruction: Instruction) {
        if let Some(place) = self.instructions.get_mut(index) {
            *place = instruction;
        }
    }

    fn node(&mut self, node: &Node) -> Result<(), Refusal> {
        match node {
            Node::Set(set) => self.push(Instruction::Set(set.clone())).map(drop),
            Node::Sequence(nodes) => nodes.iter().try_for_each(|node| self.node(node)),
            Node::Choice(nodes) => self.choice(nodes),
            Node::Repeat { node, least, most, greedy } => self.repeat(node, *least, *most, *greedy),
            Node::Group(number, node) => {
                if !self.remembers {
                    return self.node(node);
                }
                self.places = self.places.max(number * 2 + 2);
                self.push(Instruction::Save(number * 2))?;
                self.node(node)?;
                self.push(Instruction::Save(number * 2 + 1)).map(drop)
            }
            Node::Start => self.push(Instruction::Start).map(drop),
            Node::End => self.push(Instruction::End).map(drop),
            Node::WordEdge(wanted) => self.push(Instruction::WordEdge(*wanted)).map(drop),
            Node::Look { ahead, wanted, node } => {
                let program = Program::within(node, self.remembers, self.left)?;
                self.places = self.places.max(program.places);
                self.push(Instruction::Look { ahead: *ahead, wanted: *wanted, program }).map(drop)
            }
            Node::Again(group) => {
                self.places = self.places.max(group * 2 + 2);
                self.push(Instruction::Again(*group)).map(drop)
            }
        }
    }

    fn choice(&mut self, nodes: &[Node]) -> Result<(), Refusal> {
        let mut jumps = Vec::new();
        for (index, node) in nodes.iter().enumerate() {
            if index + 1 == nodes.len() {
                self.node(node)?;
            } else {
                let either = self.push(Instruction::Match)?;
                self.node(node)?;
                jumps.push(self.push(Instruction::Match)?);
                self.set(either, Instruction::Either(either + 1, self.instructions.len()));
            }
        }
        for jump in jumps {
            self.set(jump, Instruction::Jump(self.instructions.len()));
        }
        Ok(())
    }

    fn repeat(&mut self, node: &Node, least: u32, most: Option<u32>, greedy: bool) -> Result<(), Refusal> {
        if let Node::Set(set) = node {
            let most = most.map_or(usize::MAX, |most| most as usize);
            return self.push(Instruction::Run { set: set.clone(), least: least as usize, most, greedy }).map(drop);
        }
        // An empty part would let the loops below run without adding an instruction, so the bound would never stop them.
        let before = self.instructions.len();
        for _ in 0..least {
            self.node(node)?;
            if self.instructions.len() == before {
                return Ok(());
            }
        }
        let either = |first: usize, second: usize| {
            if greedy { Instruction::Either(first, second) } else { Instruction::Either(second, first) }
        };
        let Some(most) = most else {
            let start = self.push(Instruction::Match)?;
            self.node(node)?;
            self.push(Instruction::Jump(start))?;
            self.set(start, either(start + 1, self.instructions.len()));
            return Ok(());
        };
        let mut exits = Vec::new();
        for _ in least..most {
            exits.push(self.push(Instruction::Match)?);
            self.node(node)?;
        }
        for exit in exits {
            self.set(exit, either(exit + 1, self.instructions.len()));
        }
        Ok(())
    }
}
