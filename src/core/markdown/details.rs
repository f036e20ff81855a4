//! What HTML becomes while a text is folded: `<details>` and `<summary>` open and close blocks, Markdown is read
//! inside them, comments go, everything else is text.

use super::Inline;
use super::frame::{Frame, Kind, flatten};
use super::html::{Element, Tag, tags};
use super::parse::{Folder, MAX_DEPTH};

impl Folder<'_> {
    /// A block of HTML. What is between our elements is Markdown, also on the same lines.
    pub(super) fn html_block(&mut self, html: &str, first_line: u32) {
        let mut line = first_line;
        let mut between = String::new();
        let mut start = line;
        for (tag, source) in tags(html) {
            let next = line.saturating_add(count_breaks(source));
            match tag {
                Tag::Comment | Tag::Open(_) | Tag::Close(_) => {
                    self.markdown_between(&std::mem::take(&mut between), start);
                    self.element(&tag, source, line);
                    start = next;
                }
                Tag::Text | Tag::Break | Tag::Other(_) => between.push_str(source),
            }
            line = next;
        }
        self.markdown_between(&between, start);
    }

    fn markdown_between(&mut self, text: &str, line: u32) {
        // A leading `<br>` would make the parser take the whole text for HTML again.
        let mut rest = text.trim_start();
        while let Some((Tag::Break, source)) = tags(rest).into_iter().next() {
            rest = rest[source.len()..].trim_start();
        }
        let line = line.saturating_add(count_breaks(&text[..text.len() - rest.len()]));
        self.fold(&without_indentation(rest), line, true);
    }

    /// HTML that holds none of our elements, shown as it is written.
    pub(super) fn literal(&mut self, html: &str, first_line: u32) {
        let mut line = first_line;
        for (tag, source) in tags(html) {
            self.inline_html_piece(&tag, source, line);
            line = line.saturating_add(count_breaks(source));
        }
        self.top().flush();
    }

    /// A tag or a comment in the middle of a text.
    pub(super) fn inline_html(&mut self, html: &str, line: u32) {
        for (tag, source) in tags(html) {
            self.inline_html_piece(&tag, source, line);
        }
    }

    fn inline_html_piece(&mut self, tag: &Tag, source: &str, line: u32) {
        match tag {
            Tag::Text => self.text(source),
            Tag::Break => self.inline(Inline::Break),
            Tag::Comment | Tag::Open(_) | Tag::Close(_) => self.element(tag, source, line),
            Tag::Other(name) => {
                self.reporter.html(name, line);
                self.text(source);
            }
        }
    }

    fn element(&mut self, tag: &Tag, source: &str, line: u32) {
        match tag {
            Tag::Open(element) if self.frames.len() >= MAX_DEPTH => {
                self.reporter.too_deep(line);
                self.skipped.push(*element);
            }
            Tag::Close(element) if self.skipped.last() == Some(element) => {
                self.skipped.pop();
            }
            Tag::Open(_) | Tag::Close(_) => self.boundary(tag, source, line),
            Tag::Comment if !source.ends_with("-->") => self.reporter.open_comment(line),
            _ => {}
        }
    }

    /// Opens or closes one of our elements where blocks may stand. The paragraph around it ends before it and
    /// goes on after it, so that the parser's own end of paragraph still finds one to close.
    fn boundary(&mut self, tag: &Tag, source: &str, line: u32) {
        let in_paragraph = matches!(self.top().kind, Kind::Paragraph);
        if !in_paragraph && !self.top().kind.holds_blocks() {
            self.reporter.misplaced(source, line);
            self.text(source);
            return;
        }
        if in_paragraph {
            self.close_top();
        }
        let placed = match tag {
            Tag::Open(Element::Details) => {
                self.frames.push(Frame::new(Kind::Details, line));
                true
            }
            Tag::Open(Element::Summary) => self.open_summary(line),
            Tag::Close(Element::Summary) => self.close_summary(),
            Tag::Close(Element::Details) => self.close_details(),
            _ => true,
        };
        if !placed {
            self.reporter.misplaced(source, line);
        }
        if in_paragraph {
            self.frames.push(Frame::new(Kind::Paragraph, line));
        }
    }

    fn open_summary(&mut self, line: u32) -> bool {
        let top = self.top();
        let expected = matches!(top.kind, Kind::Details) && top.summary.is_empty();
        if expected {
            self.frames.push(Frame::new(Kind::Summary, line));
        }
        expected
    }

    fn close_summary(&mut self) -> bool {
        let open = matches!(self.top().kind, Kind::Summary);
        if let Some(frame) = self.frames.pop_if(|_| open) {
            self.top().summary = flatten(frame.into_blocks());
        }
        open
    }

    fn close_details(&mut self) -> bool {
        if matches!(self.top().kind, Kind::Summary) {
            self.close_unclosed();
        }
        let open = matches!(self.top().kind, Kind::Details);
        if open {
            self.close_top();
        }
        open
    }

    /// Closes elements of ours that the text left open, down to the parser's innermost element.
    pub(super) fn close_unclosed(&mut self) {
        while let Kind::Details | Kind::Summary = self.top().kind {
            let is_details = matches!(self.top().kind, Kind::Details);
            let line = self.top().line;
            self.reporter.unclosed(if is_details { Element::Details } else { Element::Summary }, line);
            self.close_top();
        }
    }
}

fn count_breaks(text: &str) -> u32 {
    u32::try_from(text.matches('\n').count()).unwrap_or(u32::MAX)
}

/// The same lines without the spaces all of them begin with: in HTML they are layout, in Markdown they make code.
fn without_indentation(text: &str) -> String {
    let indentation = |line: &&str| line.len() - line.trim_start_matches([' ', '\t']).len();
    // The first line begins after a tag, or was trimmed.
    let common = text.lines().skip(1).filter(|line| !line.trim().is_empty()).map(|line| indentation(&line)).min();
    let lines = text.lines().enumerate().map(|(index, line)| {
        let cut = if index == 0 { 0 } else { common.unwrap_or(0) };
        line.get(cut..).unwrap_or_default()
    });
    lines.collect::<Vec<_>>().join("\n")
}
