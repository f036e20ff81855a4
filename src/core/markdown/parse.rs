//! Folds the events of the Markdown parser into a [`Document`].

use super::frame::{Frame, Kind, button_or_paragraph, flatten};
use super::html::Element;
use super::report::{Lines, Reporter};
use super::{Alignment, Block, CalloutKind, Document, FoundLink, Inline, ListItem, Parsed, heading_id, plain_text};
use crate::core::address::Href;
use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::collections::HashMap;

/// Deeper blocks are flattened into their parent: a reader sees the text, and nothing recurses without end.
pub(super) const MAX_DEPTH: usize = 32;

/// Reads a text. `first_line` is the line of the file on which `source` begins.
pub fn parse(source: &str, file: &str, first_line: u32) -> Parsed {
    let mut folder = Folder {
        frames: vec![Frame::new(Kind::Root, first_line)],
        skipped: Vec::new(),
        ids: HashMap::new(),
        links: Vec::new(),
        reporter: Reporter::new(file),
    };
    folder.fold(source, first_line, false);
    folder.finish()
}

pub(super) struct Folder<'a> {
    pub(super) frames: Vec<Frame>,
    /// HTML elements that were too deep to be opened, and are not closed yet.
    pub(super) skipped: Vec<Element>,
    ids: HashMap<String, usize>,
    links: Vec<FoundLink>,
    pub(super) reporter: Reporter<'a>,
}

impl Folder<'_> {
    /// Folds one text. Inside HTML, a block of HTML has been searched for our elements already.
    pub(super) fn fold(&mut self, source: &str, first_line: u32, inside_html: bool) {
        let options =
            Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS | Options::ENABLE_GFM;
        let lines = Lines::new(source, first_line);
        // The parser gives an HTML block line by line; a comment or a text may span several.
        let mut html = String::new();
        let mut html_line = first_line;
        for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
            let line = lines.at(range.start);
            match event {
                Event::Start(Tag::HtmlBlock) => html_line = line,
                Event::Html(text) => html.push_str(&text),
                Event::End(TagEnd::HtmlBlock) if inside_html => self.literal(&std::mem::take(&mut html), html_line),
                Event::End(TagEnd::HtmlBlock) => self.html_block(&std::mem::take(&mut html), html_line),
                other => self.event(other, line),
            }
        }
    }

    fn event(&mut self, event: Event<'_>, line: u32) {
        match event {
            Event::Start(tag) => self.open(tag, line),
            Event::End(_) => self.close(),
            Event::Text(text) => self.text(&text),
            Event::Code(code) => self.inline(Inline::Code(code.into_string())),
            Event::Html(html) | Event::InlineHtml(html) => self.inline_html(&html, line),
            Event::SoftBreak => self.text("\n"),
            Event::HardBreak => self.inline(Inline::Break),
            Event::Rule => self.block(Block::Rule),
            Event::TaskListMarker(done) => self.task(done),
            Event::FootnoteReference(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
        }
    }

    /// Marks the item being read; its text may be in a paragraph already.
    fn task(&mut self, done: bool) {
        let item = self.frames.iter_mut().rev().find(|frame| matches!(frame.kind, Kind::Item));
        if let Some(item) = item {
            item.task = Some(done);
        }
    }

    fn open(&mut self, tag: Tag<'_>, line: u32) {
        let kind = match tag {
            Tag::Paragraph => Kind::Paragraph,
            Tag::Heading { level, .. } => Kind::Heading(level as u8),
            Tag::BlockQuote(kind) => Kind::Quote(kind.map(callout)),
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                Kind::Code(info.split([' ', ',']).next().filter(|word| !word.is_empty()).map(str::to_owned))
            }
            Tag::CodeBlock(CodeBlockKind::Indented) => Kind::Code(None),
            Tag::List(start) => Kind::List(start),
            Tag::Item => Kind::Item,
            Tag::Table(alignments) => Kind::Table(alignments.into_iter().map(alignment).collect()),
            Tag::TableHead => Kind::Row { head: true },
            Tag::TableRow => Kind::Row { head: false },
            Tag::TableCell => Kind::Cell,
            Tag::Emphasis => Kind::Emphasis,
            Tag::Strong => Kind::Strong,
            Tag::Strikethrough => Kind::Strikethrough,
            Tag::Link { dest_url, title, .. } => {
                let href = self.href(&dest_url, line);
                Kind::Link(href, &*title == "button")
            }
            Tag::Image { dest_url, .. } => self.image(&dest_url, line),
            _ => Kind::Transparent,
        };
        let kind = if self.frames.len() >= MAX_DEPTH && kind.nests() {
            self.reporter.too_deep(line);
            Kind::Transparent
        } else {
            kind
        };
        self.frames.push(Frame::new(kind, line));
    }

    fn href(&mut self, address: &str, line: u32) -> Option<Href> {
        // CommonMark autolinks give a bare e-mail address.
        let mail = crate::core::address::Email::parse(address).map(|email| Href::Mail(email.mailto()));
        let href = mail.or_else(|| Href::parse(address));
        match &href {
            Some(href) => {
                self.links.push(FoundLink { href: href.clone(), line, image: false });
            }
            None => self.reporter.unsafe_link(address, line),
        }
        href
    }

    fn image(&mut self, address: &str, line: u32) -> Kind {
        match Href::parse(address) {
            Some(Href::Internal(path)) => {
                let href = Href::Internal(path.clone());
                self.links.push(FoundLink { href, line, image: true });
                Kind::Image(Some(path), None)
            }
            other => {
                self.reporter.foreign_image(address, line);
                Kind::Image(None, other)
            }
        }
    }

    /// The parser's innermost element ends, with what HTML opened inside it and left open.
    fn close(&mut self) {
        self.close_unclosed();
        self.close_top();
    }

    pub(super) fn close_top(&mut self) {
        if self.frames.len() < 2 {
            return;
        }
        let Some(mut frame) = self.frames.pop() else { return };
        match std::mem::replace(&mut frame.kind, Kind::Transparent) {
            Kind::Root => self.frames.push(frame),
            Kind::Paragraph => {
                if let Some(inlines) = frame.take_run() {
                    self.block(button_or_paragraph(inlines));
                }
            }
            Kind::Heading(level) => {
                let id = self.unique_id(&plain_text(&frame.inlines));
                self.block(Block::Heading { level, id, content: frame.inlines });
            }
            Kind::Quote(None) => self.block(Block::Quote(frame.into_blocks())),
            Kind::Quote(Some(kind)) => self.block(Block::Callout { kind, content: frame.into_blocks() }),
            Kind::Code(language) => self.block(Block::Code { language, text: frame.text }),
            Kind::List(start) => self.block(Block::List { start, items: frame.items }),
            Kind::Item => {
                let task = frame.task;
                let item = ListItem { task, blocks: frame.into_blocks() };
                self.top().items.push(item);
            }
            Kind::Table(alignments) => {
                let columns = frame.head.len();
                frame.rows.iter_mut().for_each(|row| row.resize(columns, Vec::new()));
                self.block(Block::Table { alignments, head: frame.head, rows: frame.rows });
            }
            Kind::Row { head: true } => self.top().head = frame.cells,
            Kind::Row { head: false } => self.top().rows.push(frame.cells),
            Kind::Cell => self.top().cells.push(frame.inlines),
            Kind::Emphasis => self.inline(Inline::Emphasis(frame.inlines)),
            Kind::Strong => self.inline(Inline::Strong(frame.inlines)),
            Kind::Strikethrough => self.inline(Inline::Strikethrough(frame.inlines)),
            Kind::Link(Some(href), true) => self.inline(Inline::Button { href, content: frame.inlines }),
            Kind::Link(Some(href), false) => self.inline(Inline::Link { href, content: frame.inlines }),
            Kind::Image(Some(path), _) => {
                let alternative = plain_text(&frame.inlines);
                if alternative.trim().is_empty() {
                    self.reporter.no_alternative(&path, frame.line);
                }
                self.inline(Inline::Image { path, alternative });
            }
            Kind::Image(None, Some(href)) => {
                let mut content = frame.inlines;
                if let (true, Href::Web(url)) = (content.is_empty(), &href) {
                    content.push(Inline::Text(url.to_string()));
                }
                self.inline(Inline::Link { href, content });
            }
            Kind::Details => {
                let summary = std::mem::take(&mut frame.summary);
                self.block(Block::Details { summary, content: frame.into_blocks() });
            }
            // Never closed: its first block is the summary, the rest is what it would have hidden.
            Kind::Summary => {
                let mut blocks = frame.into_blocks().into_iter();
                self.top().summary = flatten(blocks.next().into_iter().collect());
                blocks.for_each(|block| self.block(block));
            }
            Kind::Link(None, _) | Kind::Image(None, None) | Kind::Transparent => self.pour(frame),
        }
    }

    /// Gives everything a frame gathered to the frame around it.
    fn pour(&mut self, frame: Frame) {
        let Frame { blocks, inlines, items, text, .. } = frame;
        blocks.into_iter().for_each(|block| self.block(block));
        items.into_iter().flat_map(|item| item.blocks).for_each(|block| self.block(block));
        inlines.into_iter().for_each(|inline| self.inline(inline));
        if !text.is_empty() {
            self.text(&text);
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        let top = self.top();
        if matches!(top.kind, Kind::Code(_)) {
            top.text.push_str(text);
            return;
        }
        if let Some(Inline::Text(last)) = top.inlines.last_mut() {
            last.push_str(text);
        } else if !text.is_empty() {
            top.inlines.push(Inline::Text(text.to_owned()));
        }
    }

    pub(super) fn inline(&mut self, inline: Inline) {
        self.top().inlines.push(inline);
    }

    fn block(&mut self, block: Block) {
        let top = self.top();
        top.flush();
        top.blocks.push(block);
    }

    #[expect(clippy::expect_used, reason = "the root frame is pushed first and never popped")]
    pub(super) fn top(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("the root frame stays")
    }

    fn unique_id(&mut self, text: &str) -> String {
        let mut id = heading_id(text);
        if id.is_empty() {
            id = "section".to_owned();
        }
        let Some(mut count) = self.ids.get(&id).copied() else {
            self.ids.insert(id.clone(), 1);
            return id;
        };
        // Another heading may be named `x-2` already.
        let unique = loop {
            count += 1;
            let candidate = format!("{id}-{count}");
            if !self.ids.contains_key(&candidate) {
                break candidate;
            }
        };
        self.ids.insert(id, count);
        self.ids.insert(unique.clone(), 1);
        unique
    }

    fn finish(mut self) -> Parsed {
        self.close_unclosed();
        let blocks = self.frames.pop().map(Frame::into_blocks).unwrap_or_default();
        Parsed { document: Document { blocks }, links: self.links, problems: self.reporter.finish() }
    }
}

fn callout(kind: BlockQuoteKind) -> CalloutKind {
    match kind {
        BlockQuoteKind::Note => CalloutKind::Note,
        BlockQuoteKind::Tip => CalloutKind::Tip,
        BlockQuoteKind::Important => CalloutKind::Important,
        BlockQuoteKind::Warning => CalloutKind::Warning,
        BlockQuoteKind::Caution => CalloutKind::Caution,
    }
}

fn alignment(alignment: pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::None => Alignment::None,
        pulldown_cmark::Alignment::Left => Alignment::Left,
        pulldown_cmark::Alignment::Center => Alignment::Centre,
        pulldown_cmark::Alignment::Right => Alignment::Right,
    }
}
