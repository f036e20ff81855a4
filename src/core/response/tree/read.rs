//! One pass over the bytes: the nodes, and the first mistake.

use super::chars::skip_space;
use super::{JsonProblem, NONE, Node, NodeKind};
use crate::core::i18n::Text;

/// Deepest nesting read.
const DEEPEST: usize = 1000;
/// Rows shown at first, about.
const ROWS_AT_FIRST: u32 = 300;

pub(super) struct Outcome {
    pub(super) nodes: Vec<Node>,
    /// The depth at which values are folded at first.
    pub(super) open: u32,
    pub(super) problem: Option<JsonProblem>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mistake {
    Empty,
    End,
    Trailing,
    Key,
    Separator,
    Control,
    Escape,
    Value,
    Deep,
}

type Stop = (Mistake, usize);

pub(super) fn read(bytes: &[u8]) -> Outcome {
    // Offsets are kept in 32 bits.
    let bytes = bytes.get(..NONE as usize).unwrap_or(bytes);
    let mut reader = Reader { bytes, at: 0, nodes: Vec::new(), open: Vec::new(), levels: [0; 16] };
    if bytes.starts_with(b"\xef\xbb\xbf") {
        reader.at = 3;
    }
    let problem = reader.document().err().map(|stop| problem(bytes, stop));
    while reader.close() {}
    let mut rows = 0_u32;
    let fits = reader.levels.iter().take_while(|level| {
        rows = rows.saturating_add(**level);
        rows <= ROWS_AT_FIRST
    });
    // `fits` levels of nodes are shown when those above the last of them are open.
    let open = u32::try_from(fits.count()).unwrap_or_default().saturating_sub(1).max(1);
    Outcome { nodes: reader.nodes, open, problem }
}

/// A container being read, and how many values it has so far.
struct Open {
    node: u32,
    children: u32,
    object: bool,
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    nodes: Vec<Node>,
    open: Vec<Open>,
    /// How many nodes there are at each depth.
    levels: [u32; 16],
}

impl Reader<'_> {
    fn document(&mut self) -> Result<(), Stop> {
        self.skip();
        if self.byte().is_none() {
            return Err((Mistake::Empty, self.at));
        }
        self.value(None)?;
        while let Some(open) = self.open.last() {
            let (object, first) = (open.object, open.children == 0);
            self.skip();
            match self.byte() {
                Some(b'}') if object => self.leave(),
                Some(b']') if !object => self.leave(),
                Some(b',') if !first => {
                    self.at += 1;
                    self.skip();
                    self.item(object)?;
                }
                Some(_) if first => self.item(object)?,
                Some(_) => return self.stop(Mistake::Separator),
                None => return self.stop(Mistake::End),
            }
        }
        self.skip();
        if self.byte().is_some() { self.stop(Mistake::Trailing) } else { Ok(()) }
    }

    fn item(&mut self, object: bool) -> Result<(), Stop> {
        if !object {
            return self.value(None);
        }
        let key = self.at;
        match self.byte() {
            Some(b'"') => self.string()?,
            Some(_) => return self.stop(Mistake::Key),
            None => return self.stop(Mistake::End),
        }
        self.skip();
        match self.byte() {
            Some(b':') => self.at += 1,
            Some(_) => return self.stop(Mistake::Separator),
            None => return self.stop(Mistake::End),
        }
        self.skip();
        self.value(Some(key))
    }

    fn value(&mut self, key: Option<usize>) -> Result<(), Stop> {
        let start = key.unwrap_or(self.at);
        match self.byte() {
            Some(b'"') => {
                self.push(start, key, NodeKind::String);
                self.string()
            }
            Some(sign @ (b'{' | b'[')) => {
                if self.open.len() >= DEEPEST {
                    return self.stop(Mistake::Deep);
                }
                let object = sign == b'{';
                let node = self.push(start, key, if object { NodeKind::Object } else { NodeKind::Array });
                self.open.push(Open { node, children: 0, object });
                self.at += 1;
                Ok(())
            }
            Some(b'-' | b'0'..=b'9') => {
                let begin = self.at;
                let whole = self.number();
                if self.at > begin + 1 || whole.is_ok() {
                    self.push(start, key, NodeKind::Number);
                }
                whole
            }
            Some(_) => self.literal(start, key),
            None => self.stop(Mistake::End),
        }
    }

    fn literal(&mut self, start: usize, key: Option<usize>) -> Result<(), Stop> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        for (word, kind) in
            [(&b"true"[..], NodeKind::Boolean), (b"false", NodeKind::Boolean), (b"null", NodeKind::Null)]
        {
            if rest.starts_with(word) {
                self.push(start, key, kind);
                self.at += word.len();
                return Ok(());
            }
            if word.starts_with(rest) {
                return self.stop(Mistake::End);
            }
        }
        self.stop(Mistake::Value)
    }

    fn number(&mut self) -> Result<(), Stop> {
        if self.byte() == Some(b'-') {
            self.at += 1;
        }
        if self.byte() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.byte() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.byte(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.byte(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(())
    }

    fn digits(&mut self) -> Result<(), Stop> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.at += digits;
        match self.byte() {
            _ if digits > 0 => Ok(()),
            Some(_) => self.stop(Mistake::Value),
            None => self.stop(Mistake::End),
        }
    }

    fn string(&mut self) -> Result<(), Stop> {
        self.at += 1;
        loop {
            match self.byte() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(b'\\') => match self.bytes.get(self.at + 1) {
                    Some(b'u') => {
                        let rest = self.bytes.get(self.at + 2..).unwrap_or_default();
                        if rest.iter().take(4).any(|byte| !byte.is_ascii_hexdigit()) {
                            return self.stop(Mistake::Escape);
                        }
                        self.at += 6;
                    }
                    Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.at += 2,
                    Some(_) => return self.stop(Mistake::Escape),
                    None => return Err((Mistake::End, self.bytes.len())),
                },
                Some(0..0x20) => return self.stop(Mistake::Control),
                Some(_) => self.at += 1,
                None => return Err((Mistake::End, self.bytes.len())),
            }
        }
    }

    fn push(&mut self, start: usize, key: Option<usize>, kind: NodeKind) -> u32 {
        let number = u32::try_from(self.nodes.len()).unwrap_or(NONE);
        let depth = self.open.len();
        let (parent, ordinal) = match self.open.last_mut() {
            Some(open) => {
                open.children += 1;
                (open.node, open.children - 1)
            }
            None => (NONE, 0),
        };
        if let Some(level) = self.levels.get_mut(depth) {
            *level += 1;
        }
        let start = u32::try_from(start).unwrap_or(NONE);
        let member = key.is_some();
        self.nodes.push(Node { start, parent, end: number.saturating_add(1), ordinal, kind, member, folded: false });
        number
    }

    fn leave(&mut self) {
        self.at += 1;
        self.close();
    }

    fn close(&mut self) -> bool {
        let Some(open) = self.open.pop() else { return false };
        let end = u32::try_from(self.nodes.len()).unwrap_or(NONE);
        if let Some(node) = self.nodes.get_mut(open.node as usize) {
            node.end = end;
        }
        true
    }

    fn skip(&mut self) {
        self.at = skip_space(self.bytes, self.at);
    }

    fn byte(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn stop(&self, mistake: Mistake) -> Result<(), Stop> {
        Err((mistake, self.at))
    }
}

fn problem(bytes: &[u8], (mistake, at): Stop) -> JsonProblem {
    let before = bytes.get(..at).unwrap_or(bytes);
    let lines = before.iter().filter(|byte| **byte == b'\n').count();
    let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    let written = before.get(line_start..).unwrap_or_default();
    let written = if line_start == 0 { written.strip_prefix(b"\xef\xbb\xbf").unwrap_or(written) } else { written };
    // Bytes that continue a character are no column.
    let column = written.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
    let count = |number: usize| u32::try_from(number).unwrap_or(NONE).saturating_add(1);
    let (what_fr, what_en, mend_fr, mend_en) = words(mistake);
    JsonProblem {
        line: count(lines),
        column: count(column),
        what: Text::new(what_fr, what_en),
        mend: Text::new(mend_fr, mend_en),
    }
}

fn words(mistake: Mistake) -> (&'static str, &'static str, &'static str, &'static str) {
    let tell = "Le signaler au producteur\u{202f}; ce qui précède reste lisible.";
    let tell_en = "Tell the producer; what stands before can still be read.";
    let (fr, en) = match mistake {
        Mistake::Empty => ("La réponse est vide, ce n’est pas du JSON.", "The response is empty, which is not JSON."),
        Mistake::End => {
            return (
                "Le JSON s’arrête avant sa fin.",
                "The JSON stops before its end.",
                "Refaire l’appel\u{202f}: la réponse a pu être coupée. Ce qui précède reste lisible.",
                "Call again: the response may have been cut. What stands before can still be read.",
            );
        }
        Mistake::Trailing => {
            return (
                "Du texte suit la fin du JSON.",
                "Text follows the end of the JSON.",
                "Le lire ligne à ligne si c’est du NDJSON\u{202f}; sinon, le signaler au producteur.",
                "Read it line by line if it is NDJSON; otherwise tell the producer.",
            );
        }
        Mistake::Key => ("Une clé n’est pas entre guillemets droits.", "A key is not in double quotes."),
        Mistake::Separator => ("Une virgule ou un deux-points manque.", "A comma or a colon is missing."),
        Mistake::Control => (
            "Un texte contient un retour à la ligne ou un caractère de contrôle.",
            "A text holds a line break or a control character.",
        ),
        Mistake::Escape => ("Une barre oblique inverse n’a pas de sens ici.", "A backslash has no meaning here."),
        Mistake::Value => ("Ce qui est écrit ici n’est pas une valeur JSON.", "What is written here is no JSON value."),
        Mistake::Deep => (
            "Les valeurs sont imbriquées sur plus de 1\u{202f}000 niveaux.",
            "Values are nested over 1,000 levels deep.",
        ),
    };
    (fr, en, tell, tell_en)
}
