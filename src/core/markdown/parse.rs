//! Folds the events of the Markdown parser into a [`Document`].

use super::frame::{Frame, Kind, button_or_paragraph, paragraph};
use super::html::{Tag as HtmlTag, tags};
use super::report::Reporter;
use super::{Alignment, Block, CalloutKind, Document, FoundLink, Inline, ListItem, Parsed, heading_id, plain_text};
use crate::core::address::Href;
use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::collections::HashMap;

/// Deeper blocks are flattened into their parent: a reader sees the text, and nothing recurses without end.
const MAX_DEPTH: usize = 32;

/// Reads a text. `first_line` is the line of the file on which `source` begins.
pub fn parse(source: &str, file: &str, first_line: u32) -> Parsed {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS | Options::ENABLE_GFM;
    let mut folder = Folder {
        frames: vec![Frame::new(Kind::Root)],
        ids: HashMap::new(),
        links: Vec::new(),
        reporter: Reporter::new(source, file, first_line),
    };
    for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
        folder.event(event, range.start);
    }
    folder.finish()
}

struct Folder<'a> {
    frames: Vec<Frame>,
    ids: HashMap<String, usize>,
    links: Vec<FoundLink>,
    reporter: Reporter<'a>,
}

impl Folder<'_> {
    fn event(&mut self, event: Event<'_>, offset: usize) {
        match event {
            // An HTML block ends before the content its `<details>` introduces: it is no element of its own.
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => {}
            Event::Start(tag) => self.open(tag, offset),
            Event::End(_) => self.close(),
            Event::Text(text) => self.text(&text),
            Event::Code(code) => self.inline(Inline::Code(code.into_string())),
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html, offset),
            Event::SoftBreak => self.text("\n"),
            Event::HardBreak => self.inline(Inline::Break),
            Event::Rule => self.block(Block::Rule),
            Event::TaskListMarker(done) => self.top().task = Some(done),
            Event::FootnoteReference(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
        }
    }

    fn open(&mut self, tag: Tag<'_>, offset: usize) {
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
                let href = self.href(&dest_url, offset);
                Kind::Link(href, &*title == "button")
            }
            Tag::Image { dest_url, .. } => self.image(&dest_url, offset),
            _ => Kind::Transparent,
        };
        let structural = matches!(kind, Kind::Item | Kind::Row { .. } | Kind::Cell);
        let kind = if self.frames.len() >= MAX_DEPTH && !structural {
            self.reporter.too_deep(offset);
            Kind::Transparent
        } else {
            kind
        };
        self.frames.push(Frame::new(kind));
    }

    fn href(&mut self, address: &str, offset: usize) -> Option<Href> {
        // CommonMark autolinks give a bare e-mail address.
        let mail = crate::core::address::Email::parse(address).map(|email| Href::Mail(format!("mailto:{email}")));
        let href = mail.or_else(|| Href::parse(address));
        match &href {
            Some(href) => {
                self.links.push(FoundLink { href: href.clone(), line: self.reporter.line(offset), image: false });
            }
            None => self.reporter.unsafe_link(address, offset),
        }
        href
    }

    fn image(&mut self, address: &str, offset: usize) -> Kind {
        match Href::parse(address) {
            Some(Href::Internal(path)) => {
                let href = Href::Internal(path.clone());
                self.links.push(FoundLink { href, line: self.reporter.line(offset), image: true });
                Kind::Image(Some(path), None)
            }
            other => {
                self.reporter.foreign_image(address, offset);
                Kind::Image(None, other)
            }
        }
    }

    /// The parser's innermost element ends, with what HTML opened inside it and left open.
    fn close(&mut self) {
        while matches!(self.top().kind, Kind::Details | Kind::Summary) {
            self.close_top();
        }
        self.close_top();
    }

    fn close_top(&mut self) {
        if self.frames.len() < 2 {
            return;
        }
        let Some(mut frame) = self.frames.pop() else { return };
        match std::mem::replace(&mut frame.kind, Kind::Transparent) {
            Kind::Root => self.frames.push(frame),
            Kind::Paragraph => {
                let inlines = std::mem::take(&mut frame.inlines);
                let blocks = std::mem::take(&mut frame.blocks);
                if !inlines.is_empty() {
                    self.block(button_or_paragraph(inlines));
                }
                blocks.into_iter().for_each(|block| self.block(block));
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
                self.inline(Inline::Image { path, alternative: plain_text(&frame.inlines) });
            }
            Kind::Image(None, Some(href)) => self.inline(Inline::Link { href, content: frame.inlines }),
            Kind::Details => {
                let summary = std::mem::take(&mut frame.summary);
                self.block(Block::Details { summary, content: frame.into_blocks() });
            }
            Kind::Summary => self.top().summary = frame.inlines,
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

    fn html(&mut self, html: &str, offset: usize) {
        for (tag, start) in tags(html) {
            match tag {
                HtmlTag::Text(text) => self.text(text),
                HtmlTag::Comment => {}
                HtmlTag::Break => self.inline(Inline::Break),
                HtmlTag::OpenDetails | HtmlTag::OpenSummary if self.frames.len() >= MAX_DEPTH => {
                    self.reporter.too_deep(offset);
                }
                HtmlTag::OpenDetails => {
                    self.end_paragraph();
                    self.frames.push(Frame::new(Kind::Details));
                }
                HtmlTag::OpenSummary => self.frames.push(Frame::new(Kind::Summary)),
                HtmlTag::CloseDetails => self.close_html(|kind| matches!(kind, Kind::Details)),
                HtmlTag::CloseSummary => self.close_html(|kind| matches!(kind, Kind::Summary)),
                HtmlTag::Other { name, source } => {
                    self.reporter.html(&name, offset + start);
                    self.text(source);
                }
            }
        }
    }

    /// `<details>` inside a paragraph: the paragraph so far is kept before it.
    fn end_paragraph(&mut self) {
        let top = self.top();
        if matches!(top.kind, Kind::Paragraph) {
            let inlines = std::mem::take(&mut top.inlines);
            if !inlines.is_empty() {
                top.blocks.push(paragraph(inlines));
            }
        } else {
            top.flush();
        }
    }

    /// Closes the nearest frame of that kind, with what is open inside it; nothing when there is none.
    fn close_html(&mut self, wanted: fn(&Kind) -> bool) {
        let Some(position) = self.frames.iter().rposition(|frame| wanted(&frame.kind)) else { return };
        // What the parser opened inside closes by its own event later: only HTML frames may be closed here.
        let closable = self.frames[position..]
            .iter()
            .all(|frame| matches!(frame.kind, Kind::Details | Kind::Summary | Kind::Transparent | Kind::Paragraph));
        if !closable {
            return;
        }
        let inside: Vec<Frame> = self.frames.drain(position + 1..).collect();
        let parser_frames = inside.iter().filter(|frame| !matches!(frame.kind, Kind::Details | Kind::Summary)).count();
        for frame in inside {
            self.pour(frame);
        }
        self.close_top();
        // Keep the parser's open elements balanced with the end events to come.
        self.frames.extend((0..parser_frames).map(|_| Frame::new(Kind::Transparent)));
    }

    fn text(&mut self, text: &str) {
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

    fn inline(&mut self, inline: Inline) {
        self.top().inlines.push(inline);
    }

    fn block(&mut self, block: Block) {
        let top = self.top();
        top.flush();
        top.blocks.push(block);
    }

    #[expect(clippy::expect_used, reason = "the root frame is pushed first and never popped")]
    fn top(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("the root frame stays")
    }

    fn unique_id(&mut self, text: &str) -> String {
        let id = heading_id(text);
        let count = self.ids.entry(id.clone()).and_modify(|count| *count += 1).or_insert(1);
        if *count == 1 { id } else { format!("{id}-{count}") }
    }

    fn finish(mut self) -> Parsed {
        while self.frames.len() > 1 {
            self.close_top();
        }
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
