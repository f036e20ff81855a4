//! The Markdown of the former site, with its own tags and raw HTML, as the Markdown of this catalogue.
//!
//! Code is never touched. A tag becomes its Markdown counterpart, or goes and leaves its text; every address is
//! rewritten (see [`super::link`]).

mod element;
mod layout;
mod scan;
mod tag;

use super::directory::Directory;
use super::link;
use super::report::Report;
use super::rule::Rule;
use layout::Part;
use scan::{closing_bracket, code_span, target};
use tag::Tag;

/// Links nested deeper than this are left as written.
const DEPTH_LIMIT: usize = 8;
/// Marks the place of a call to action that is kept apart: private characters, which `normalise` removed.
const MARK: char = '\u{e000}';

/// A link of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    /// Its address in the catalogue.
    pub(super) href: String,
    /// Its text.
    pub(super) label: String,
}

/// A text, converted.
#[derive(Debug, Clone, Default)]
pub(super) struct Converted {
    /// The Markdown, with a mark for each call to action when they are kept apart.
    pub(super) markdown: String,
    /// Calls to action, when they are kept apart.
    pub(super) actions: Vec<Link>,
    /// Every other link.
    pub(super) links: Vec<Link>,
}

impl Converted {
    /// The text without its marks, but with the calls to action that `keep` chooses.
    pub(super) fn with_actions(&self, keep: impl Fn(usize) -> bool) -> String {
        let mut text = self.markdown.clone();
        for (index, action) in self.actions.iter().enumerate() {
            let button = if keep(index) { link::markdown(&action.label, &action.href, true) } else { String::new() };
            text = text.replace(&mark(index), &button);
        }
        // What is left has no fence of its own to spare: blank lines in a row come from the marks.
        let mut lines: Vec<&str> = Vec::new();
        for line in text.lines() {
            if !line.trim().is_empty() || lines.last().is_some_and(|last| !last.trim().is_empty()) {
                lines.push(line);
            }
        }
        lines.join("\n").trim().to_owned()
    }
}

fn mark(index: usize) -> String {
    format!("{MARK}{index}{MARK}")
}

/// What texts are converted with.
pub(super) struct Converter<'a> {
    directory: &'a Directory,
    report: &'a mut Report,
    field: &'a str,
    line: u32,
    out: String,
    /// A block was written: a blank line is due before what follows.
    after_block: bool,
    depth: usize,
    actions_apart: bool,
    actions: Vec<Link>,
    links: Vec<Link>,
}

impl<'a> Converter<'a> {
    /// A converter for the text of `field`, which begins at `line` of the source file.
    pub(super) fn new(directory: &'a Directory, report: &'a mut Report, field: &'a str, line: u32) -> Self {
        Self {
            directory,
            report,
            field,
            line,
            out: String::new(),
            after_block: false,
            depth: 0,
            actions_apart: false,
            actions: Vec::new(),
            links: Vec::new(),
        }
    }

    /// Keeps calls to action apart from the text.
    pub(super) fn actions_apart(mut self) -> Self {
        self.actions_apart = true;
        self
    }

    /// Converts a text.
    pub(super) fn convert(mut self, source: &str) -> Converted {
        let mut converted = Vec::new();
        for part in layout::parts(source, self.line, self.field, self.report) {
            match part {
                Part::Code(code) => {
                    self.count_lines(&code);
                    converted.push(Part::Code(code));
                }
                Part::Text(text) => {
                    self.run(&text);
                    self.after_block = false;
                    let mut text = std::mem::take(&mut self.out);
                    if !text.ends_with('\n') {
                        text.push('\n');
                    }
                    converted.push(Part::Text(text));
                }
            }
        }
        Converted { markdown: layout::join(&converted), actions: self.actions, links: self.links }
    }

    fn run(&mut self, text: &str) {
        let mut rest = text;
        while !rest.is_empty() {
            let plain = rest.find(['`', '<', '[', '!', '\\']).unwrap_or(rest.len());
            self.copy(&rest[..plain]);
            rest = &rest[plain..];
            let used = self.special(rest);
            rest = rest.get(used..).unwrap_or_default();
        }
    }

    /// Converts a text apart from what is written already.
    fn inside(&mut self, text: &str) -> String {
        let out = std::mem::take(&mut self.out);
        let after_block = std::mem::take(&mut self.after_block);
        self.depth += 1;
        self.run(text);
        self.depth -= 1;
        self.after_block = after_block;
        std::mem::replace(&mut self.out, out)
    }

    fn copy(&mut self, text: &str) {
        let mut written = text;
        if self.after_block && !text.is_empty() {
            written = text.trim_start_matches([' ', '\t']);
            let line_ends = written.starts_with('\n');
            let blank_follows = written.get(1..).is_some_and(|after| after.trim_start_matches(' ').starts_with('\n'));
            if !written.is_empty() {
                self.after_block = false;
                match (line_ends, blank_follows) {
                    (true, true) => {}
                    (true, false) => self.out.push('\n'),
                    (false, _) => self.out.push_str("\n\n"),
                }
            }
        }
        self.out.push_str(written);
        self.count_lines(text);
    }

    fn count_lines(&mut self, text: &str) {
        self.line = self.line.saturating_add(u32::try_from(text.matches('\n').count()).unwrap_or(u32::MAX));
    }

    fn note(&mut self, rule: Rule, before: &str, after: &str) {
        self.report.add(rule, Some(self.line), self.field, before, after);
    }

    /// Handles what begins with a special character; returns how much of `rest` it used.
    fn special(&mut self, rest: &str) -> usize {
        let used = match rest.chars().next() {
            None => return 0,
            Some('`') => code_span(rest),
            Some('\\') => 1 + rest.get(1..).and_then(|after| after.chars().next()).map_or(0, char::len_utf8),
            Some('<') => return self.angle(rest),
            Some('!') if rest.starts_with("![") => match self.link(rest, true) {
                Some(used) => return used,
                None => 2,
            },
            Some('[') => match self.link(rest, false) {
                Some(used) => return used,
                None => 1,
            },
            Some(other) => other.len_utf8(),
        };
        self.copy(rest.get(..used).unwrap_or(rest));
        used
    }

    /// A Markdown link or image; `None` when it is not one.
    fn link(&mut self, source: &str, image: bool) -> Option<usize> {
        if self.depth >= DEPTH_LIMIT {
            return None;
        }
        let start = if image { 2 } else { 1 };
        let label_length = closing_bracket(source.get(start..)?)?;
        let label = source.get(start..start + label_length)?;
        let after = source.get(start + label_length + 1..)?.strip_prefix('(')?;
        let (address, title, length) = target(after)?;
        let line = self.line;
        let label = self.inside(label);
        self.line = line;
        if image {
            self.image(&label, address);
        } else {
            self.anchor(&label, address, title == Some("button"), None);
        }
        let used = start + label_length + 2 + length;
        self.count_lines(source.get(..used)?);
        Some(used)
    }

    /// Writes a link; `rule` says which tag it was.
    fn anchor(&mut self, label: &str, address: &str, button: bool, rule: Option<Rule>) {
        let rewritten = link::rewrite(address, self.directory);
        if let Some(rule) = rewritten.rule {
            self.note(rule, address, rewritten.href.as_deref().unwrap_or_default());
        }
        let Some(href) = rewritten.href else {
            return self.write(label);
        };
        if let Some(rule) = rule {
            self.note(rule, label, &href);
        }
        self.write(&link::markdown(label, &href, button));
        self.links.push(Link { href, label: label.to_owned() });
    }

    /// No image of the former site is in the archive, and foreign ones are not shown: a link.
    fn image(&mut self, label: &str, address: &str) {
        let label = if label.trim().is_empty() { "Voir l’image" } else { label };
        self.note(Rule::HtmlImage, address, label);
        self.anchor(label, address, false, None);
    }

    /// Writes inside the current paragraph.
    fn write(&mut self, text: &str) {
        if std::mem::take(&mut self.after_block) {
            self.out.push_str("\n\n");
        }
        self.out.push_str(text);
    }

    /// Writes a block of its own: blank lines around it, except where a line cannot be left (tables, items).
    fn block(&mut self, block: &str) {
        let start = self.out.rfind('\n').map_or(0, |end| end + 1);
        let current = self.out.get(start..).unwrap_or_default();
        let marker = current.trim_end().trim_start();
        let stuck = current.trim_start().starts_with(['|', '>'])
            || matches!(marker, "-" | "*" | "+")
            || (marker.ends_with(['.', ')']) && marker.trim_end_matches(['.', ')']).parse::<u32>().is_ok());
        if stuck || self.depth > 0 {
            return self.write(&block.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        let blank = current.trim().is_empty();
        let indentation = if blank { current.to_owned() } else { String::new() };
        if blank {
            self.out.truncate(start);
        } else {
            self.out.truncate(self.out.trim_end().len());
        }
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push_str(if self.out.ends_with('\n') { "\n" } else { "\n\n" });
        }
        let lines: Vec<String> = block
            .lines()
            .map(|line| if line.is_empty() { String::new() } else { format!("{indentation}{line}") })
            .collect();
        self.out.push_str(&lines.join("\n"));
        self.after_block = true;
    }

    /// What begins with `<`.
    fn angle(&mut self, rest: &str) -> usize {
        if let Some(comment) = rest.strip_prefix("<!--") {
            if let Some(end) = comment.find("-->") {
                let used = end + 7;
                self.note(Rule::HtmlComment, comment.get(..end).unwrap_or_default(), "");
                self.count_lines(rest.get(..used).unwrap_or_default());
                return used;
            }
        } else if let Some(tag) = Tag::read(rest) {
            return self.element(&tag, rest);
        } else if let Some((address, _)) = rest.get(1..).and_then(|inside| inside.split_once('>'))
            && !address.contains([' ', '\n', '<'])
            && (address.contains("://") || address.contains('@'))
        {
            let rewritten = link::rewrite(address, self.directory);
            match rewritten.href.filter(|_| rewritten.rule.is_some_and(|rule| rule != Rule::LinkMail)) {
                Some(_) => self.anchor(address, address, false, None),
                None => self.write(&format!("<{address}>")),
            }
            return address.len() + 2;
        }
        self.write("<");
        1
    }
}

#[cfg(test)]
mod tests;
