//! Runs a program on a text, with its own stack: what is tried next, and what to put back.

use super::Refusal;
use super::program::{Instruction, Program};

/// Bits of the table of what was tried; beyond, the bound on steps alone ends the search.
const LARGEST_TABLE: usize = 1 << 25;

/// Whether the program matches from any position of the text.
pub(super) fn search(program: &Program, text: &[char], steps: &mut u32) -> Result<bool, Refusal> {
    let anchored = matches!(program.instructions.first(), Some(Instruction::Start));
    let last = if anchored { 0 } else { text.len() };
    let mut tried = Tried::new(program, text.len());
    let mut places = vec![None; program.places];
    for start in 0..=last {
        let attempt = Attempt { program, text, end: None };
        if attempt.run(start, &mut places, &mut tried, steps)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The pairs of an instruction and a position that were tried. Without back-references, what failed once fails always:
/// skipping it makes the search linear.
struct Tried {
    bits: Vec<u64>,
    width: usize,
}

impl Tried {
    fn new(program: &Program, length: usize) -> Self {
        let size = program.instructions.len().saturating_mul(length + 1);
        let useful = program.places == 0 && size <= LARGEST_TABLE;
        Self { bits: vec![0; if useful { size / 64 + 1 } else { 0 }], width: length + 1 }
    }

    /// Notes the pair; whether it is new.
    fn note(&mut self, instruction: usize, position: usize) -> bool {
        let index = instruction * self.width + position;
        match self.bits.get_mut(index / 64) {
            Some(word) => {
                let new = *word & (1 << (index % 64)) == 0;
                *word |= 1 << (index % 64);
                new
            }
            None => true,
        }
    }
}

/// What remains to be tried.
enum Job {
    Go(usize, usize),
    Restore(usize, Option<usize>),
}

struct Attempt<'a> {
    program: &'a Program,
    text: &'a [char],
    /// Where the match must end, when that matters.
    end: Option<usize>,
}

impl Attempt<'_> {
    fn run(
        &self,
        start: usize,
        places: &mut [Option<usize>],
        tried: &mut Tried,
        steps: &mut u32,
    ) -> Result<bool, Refusal> {
        let mut jobs = vec![Job::Go(0, start)];
        while let Some(job) = jobs.pop() {
            let (mut instruction, mut position) = match job {
                Job::Go(instruction, position) => (instruction, position),
                Job::Restore(place, value) => {
                    if let Some(slot) = places.get_mut(place) {
                        *slot = value;
                    }
                    continue;
                }
            };
            while let Some(found) = self.program.instructions.get(instruction) {
                *steps = steps.checked_sub(1).ok_or(Refusal::TooLong)?;
                if !tried.note(instruction, position) {
                    break;
                }
                let next = match found {
                    Instruction::Match if self.end.is_none_or(|end| end == position) => return Ok(true),
                    Instruction::Match => None,
                    Instruction::Jump(target) => Some((*target, position)),
                    Instruction::Either(first, second) => {
                        jobs.push(Job::Go(*second, position));
                        Some((*first, position))
                    }
                    Instruction::Save(place) => {
                        if let Some(slot) = places.get_mut(*place) {
                            jobs.push(Job::Restore(*place, *slot));
                            *slot = Some(position);
                        }
                        Some((instruction + 1, position))
                    }
                    Instruction::Run { set, least, most, greedy } => {
                        let rest = self.text.get(position..).unwrap_or_default();
                        let count = rest.iter().take(*most).take_while(|character| set.holds(**character)).count();
                        let cost = u32::try_from(count).unwrap_or(u32::MAX);
                        *steps = steps.checked_sub(cost).ok_or(Refusal::TooLong)?;
                        let go = |length: usize| Job::Go(instruction + 1, position + length);
                        if *greedy {
                            jobs.extend((*least..=count).map(go));
                        } else {
                            jobs.extend((*least..=count).rev().map(go));
                        }
                        None
                    }
                    Instruction::Look { ahead, wanted, program } => {
                        let found = self.look(program, *ahead, position, places, steps)?;
                        (found == *wanted).then_some((instruction + 1, position))
                    }
                    simple => self.simple(simple, position, places).map(|position| (instruction + 1, position)),
                };
                match next {
                    Some(next) => (instruction, position) = next,
                    None => break,
                }
            }
        }
        Ok(false)
    }

    /// An instruction that has one outcome: the position after it, if it holds.
    fn simple(&self, instruction: &Instruction, position: usize, places: &[Option<usize>]) -> Option<usize> {
        let here = || self.text.get(position).copied();
        match instruction {
            Instruction::Set(set) => here().filter(|character| set.holds(*character)).map(|_| position + 1),
            Instruction::Start => (position == 0).then_some(position),
            Instruction::End => (position == self.text.len()).then_some(position),
            Instruction::WordEdge(wanted) => {
                let word = |character: Option<&char>| character.is_some_and(|c| c.is_ascii_alphanumeric() || *c == '_');
                let before = word(position.checked_sub(1).and_then(|before| self.text.get(before)));
                ((before != word(self.text.get(position))) == *wanted).then_some(position)
            }
            Instruction::Again(group) => {
                let place = |index: usize| places.get(index).copied().flatten();
                let (Some(start), Some(end)) = (place(group * 2), place(group * 2 + 1)) else {
                    // A group that matched nothing yet stands for an empty text.
                    return Some(position);
                };
                let remembered = self.text.get(start..end).unwrap_or_default();
                self.text.get(position..)?.starts_with(remembered).then(|| position + remembered.len())
            }
            _ => None,
        }
    }

    fn look(
        &self,
        program: &Program,
        ahead: bool,
        position: usize,
        places: &mut [Option<usize>],
        steps: &mut u32,
    ) -> Result<bool, Refusal> {
        let mut tried = Tried::new(program, self.text.len());
        let cost = u32::try_from(tried.bits.len()).unwrap_or(u32::MAX);
        *steps = steps.checked_sub(cost).ok_or(Refusal::TooLong)?;
        let end = (!ahead).then_some(position);
        let attempt = Attempt { program, text: self.text, end };
        let starts = if ahead { position..=position } else { 0..=position };
        for start in starts {
            if attempt.run(start, places, &mut tried, steps)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
