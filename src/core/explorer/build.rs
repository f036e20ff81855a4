//! From a document to its views.

use super::links::links;
use super::media::Examples;
use super::rows::{Extent, Names, Writer, place, property_names};
use super::security::security;
use super::value::first;
use super::view::{
    CallbackView, ContentsView, EntryView, ExternalDocsView, GroupView, OperationView, ParameterView, ResponseView,
    ServerView, SnippetView,
};
use crate::core::address::HttpUrl;
use crate::core::call::{Draft, example, request};
use crate::core::i18n::Language;
use crate::core::openapi::schema::sample::{Direction, Sampler};
use crate::core::openapi::{
    Document, Documents, ExternalDocs, Header, MediaType, Operation, OperationEntry, OperationKind, Parameter,
    Response, Server, Status, Tag,
};
use crate::core::request::snippet::{Redaction, Target, snippet};
use crate::core::uri;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// Most names of one operation that a filter finds.
const NAMES: usize = 200;

/// Most parameters of an operation.
const PARAMETERS: usize = 300;

/// Most answers of an operation.
const RESPONSES: usize = 60;

/// Most headers of an answer, and most servers.
const HEADERS: usize = 40;

/// Most bytes of the snippets of an operation: a long body is in each of them.
const SNIPPET_BYTES: usize = 200_000;

/// Most calls that an operation makes in turn.
const CALLBACKS: usize = 20;

/// What `document` contains: its operations by the first of their tags, then its webhooks. Descriptions are in
/// `language`. Opens no operation: the names that a filter looks into are apart ([`names`]), as they take long.
pub fn contents<'a>(document: &'a Document, documents: &'a dyn Documents, language: Language) -> ContentsView {
    let (contents, _) = document.contents(documents);
    let mut writer = Writer::new(documents, language, Extent::Whole);
    let description = writer.text(contents.info.description);
    let mut groups = Groups::of(&contents.tags, &mut writer);
    for (rank, entry) in contents.operations.iter().enumerate() {
        let tag = entry.tags.first().copied().unwrap_or_default();
        let group = if entry.kind == OperationKind::Path { groups.group(tag) } else { &mut groups.webhooks };
        group.operations.push(EntryView {
            id: entry.id.to_string(),
            rank,
            method: entry.method.clone(),
            path: entry.path.to_owned(),
            summary: entry.summary.unwrap_or_default().to_owned(),
            deprecated: entry.deprecated,
            names: String::new(),
        });
    }
    ContentsView {
        title: contents.info.title.unwrap_or_default().to_owned(),
        version: contents.info.version.unwrap_or_default(),
        description,
        external_docs: external_docs(contents.external_docs.as_ref(), &mut writer),
        groups: groups.finish(),
        documents: Vec::new(),
    }
}

/// More to read, where its address is one that a page may lead to.
fn external_docs<'a>(docs: Option<&ExternalDocs<'a>>, writer: &mut Writer<'a>) -> Option<ExternalDocsView> {
    let docs = docs?;
    Some(ExternalDocsView { url: HttpUrl::parse(docs.url)?, description: writer.text(docs.description) })
}

/// Groups in the making, found by tag.
struct Groups<'a> {
    positions: HashMap<&'a str, usize>,
    untagged: GroupView,
    webhooks: GroupView,
    tagged: Vec<GroupView>,
}

impl<'a> Groups<'a> {
    fn of(tags: &[Tag<'a>], writer: &mut Writer<'a>) -> Self {
        let mut groups = Self {
            positions: HashMap::new(),
            untagged: GroupView::default(),
            webhooks: GroupView { webhooks: true, ..GroupView::default() },
            tagged: Vec::new(),
        };
        for tag in tags {
            let group = groups.group(tag.name);
            group.name = tag.title.unwrap_or(tag.name).to_owned();
            group.description = writer.text(tag.description);
        }
        groups
    }

    /// The group of a tag, made where it is met for the first time.
    fn group(&mut self, tag: &'a str) -> &mut GroupView {
        if tag.is_empty() {
            return &mut self.untagged;
        }
        let next = self.tagged.len();
        let position = *self.positions.entry(tag).or_insert(next);
        if position == next {
            self.tagged.push(GroupView { name: tag.to_owned(), ..GroupView::default() });
        }
        self.tagged.get_mut(position).unwrap_or(&mut self.untagged)
    }

    /// Those that have operations.
    fn finish(self) -> Vec<GroupView> {
        let untagged = GroupView { name: String::new(), ..self.untagged };
        self.tagged.into_iter().chain([untagged, self.webhooks]).filter(|group| !group.operations.is_empty()).collect()
    }
}

/// The names of the operations of these ranks: see [`EntryView::names`].
pub fn names(document: &Document, documents: &dyn Documents, ranks: Range<usize>) -> Vec<String> {
    let entries = document.operations(documents).0;
    let count = ranks.len();
    let opened = entries.iter().skip(ranks.start).take(count).map(|entry| document.open(entry, documents).0);
    opened.map(|operation| names_of(&operation, documents)).collect()
}

/// The names of what an operation takes and gives, separated by spaces.
fn names_of<'a>(operation: &Operation<'a>, documents: &'a dyn Documents) -> String {
    let mut names = Names::default();
    operation.parameters.iter().take(NAMES).for_each(|parameter| names.add(parameter.name));
    let body = operation.request_body.iter().flat_map(|body| &body.content);
    let successful = operation.responses.iter().filter(|response| response.status.is_success());
    let given = successful.flat_map(|response| &response.content);
    let schema = |media: &MediaType<'a>| media.schema.clone().or_else(|| media.item_schema.clone());
    // The same schema in several media types has the same names.
    let mut seen = HashSet::new();
    for schema in body.chain(given).filter_map(schema).take(RESPONSES) {
        if names.list.len() < NAMES && place(&schema).is_none_or(|place| seen.insert(place)) {
            property_names(&schema, documents, &mut names, NAMES);
        }
    }
    names.list.join(" ")
}

/// What a reader of one operation of `document` sees. Descriptions are in `language`.
pub fn operation<'a>(
    entry: &OperationEntry<'a>,
    document: &'a Document,
    documents: &'a dyn Documents,
    language: Language,
) -> OperationView {
    let mut writer = Writer::new(documents, language, Extent::Whole);
    let mut examples = Examples::new(Sampler::new(document, documents));
    let (operation, mut view) = read(entry, document, &mut examples, &mut writer);
    let calls = operation.callbacks.iter().flat_map(|one| one.operations.iter().map(|entry| (one.name, entry)));
    for (name, entry) in calls.take(CALLBACKS) {
        let (_, operation) = read(entry, document, &mut examples, &mut writer);
        view.callbacks.push(CallbackView { name: name.to_owned(), operation });
    }
    if entry.kind == OperationKind::Path {
        view.snippets = snippets(&operation, documents);
    }
    view
}

/// What a page shows of one operation before anything is opened, which takes a tenth of the time of the whole.
pub fn glance<'a>(
    entry: &OperationEntry<'a>,
    document: &'a Document,
    documents: &'a dyn Documents,
    language: Language,
) -> OperationView {
    let mut writer = Writer::new(documents, language, Extent::Glance);
    let mut examples = Examples::new(Sampler::new(document, documents));
    let (operation, mut view) = read(entry, document, &mut examples, &mut writer);
    let calls = operation.callbacks.iter().flat_map(|one| one.operations.iter().map(|entry| (one.name, entry)));
    let callback = |(name, entry): (&str, &OperationEntry<'a>)| CallbackView {
        name: name.to_owned(),
        operation: OperationView {
            id: entry.id.to_string(),
            method: entry.method.clone(),
            path: entry.path.to_owned(),
            summary: entry.summary.unwrap_or_default().to_owned(),
            is_glance: true,
            ..OperationView::default()
        },
    };
    view.callbacks = calls.take(CALLBACKS).map(callback).collect();
    view.is_glance = true;
    view
}

/// An operation, without the calls it makes in turn nor those that are made of it.
fn read<'a>(
    entry: &OperationEntry<'a>,
    document: &'a Document,
    examples: &mut Examples<'a>,
    writer: &mut Writer<'a>,
) -> (Operation<'a>, OperationView) {
    let (operation, _) = document.open(entry, writer.documents);
    let body = operation.request_body.as_ref();
    let content = body.map(|body| body.content.as_slice()).unwrap_or_default();
    let view = OperationView {
        id: operation.id.to_string(),
        method: operation.method.clone(),
        path: operation.path.to_owned(),
        summary: operation.summary.unwrap_or_default().to_owned(),
        description: writer.text(operation.description),
        deprecated: operation.deprecated,
        servers: servers(&operation.servers, writer),
        security: security(&operation.security),
        parameters: operation.parameters.iter().take(PARAMETERS).map(|one| parameter(one, writer)).collect(),
        body: examples.content(content, Direction::Request, writer),
        body_description: writer.text(body.and_then(|body| body.description)),
        body_required: body.is_some_and(|body| body.required),
        responses: {
            let responses = operation.responses.iter().take(RESPONSES);
            responses.map(|one| response(one, document, examples, writer)).collect()
        },
        callbacks: Vec::new(),
        external_docs: external_docs(operation.external_docs.as_ref(), writer),
        snippets: Vec::new(),
        is_glance: false,
    };
    (operation, view)
}

/// The servers that someone wrote: one that is only implied is relative to wherever the document is.
fn servers<'a>(servers: &[Server<'a>], writer: &mut Writer<'a>) -> Vec<ServerView> {
    let view = |server: &Server<'a>| {
        let url = server.address(|_| None);
        let is_written = server.value.is_some() || uri::is_absolute(&url);
        is_written.then(|| ServerView { url, description: writer.text(server.description) })
    };
    servers.iter().take(HEADERS).filter_map(view).collect()
}

fn parameter<'a>(parameter: &Parameter<'a>, writer: &mut Writer<'a>) -> ParameterView {
    let content = parameter.content.as_ref().and_then(|media| media.schema.as_ref());
    let schema = parameter.schema.as_ref().or(content);
    let mut row = writer.named(parameter.name, parameter.description, schema);
    row.required = parameter.required;
    row.deprecated |= parameter.deprecated;
    // Those of the parameter count more than those of its schema.
    row.example = first(&parameter.examples).unwrap_or(row.example);
    ParameterView { location: parameter.location.id().to_owned(), row }
}

fn header<'a>(header: &Header<'a>, writer: &mut Writer<'a>) -> ParameterView {
    let content = header.content.as_ref().and_then(|media| media.schema.as_ref());
    let mut row = writer.named(header.name, header.description, header.schema.as_ref().or(content));
    row.required = header.required;
    row.deprecated |= header.deprecated;
    row.example = first(&header.examples).unwrap_or(row.example);
    ParameterView { location: "header".to_owned(), row }
}

fn response<'a>(
    response: &Response<'a>,
    document: &'a Document,
    examples: &mut Examples<'a>,
    writer: &mut Writer<'a>,
) -> ResponseView {
    let status = match response.status {
        Status::Code(code) => code.to_string(),
        Status::Range(hundreds) => format!("{hundreds}XX"),
        Status::Default => "default".to_owned(),
    };
    let description = writer.text(response.description.or(response.summary));
    let view = ResponseView { status, description, ..ResponseView::default() };
    if writer.extent == Extent::Glance && !view.opens_at_first() {
        return ResponseView { awaited: true, ..view };
    }
    let headers = response.headers.iter().take(HEADERS).map(|one| header(one, writer)).collect();
    let content = examples.content(&response.content, Direction::Response, writer);
    ResponseView { headers, content, links: links(&response.links, document, writer), ..view }
}

/// An example call, in every language; the first ones where it is very long.
fn snippets<'a>(operation: &Operation<'a>, documents: &'a dyn Documents) -> Vec<SnippetView> {
    let draft = example(operation, &Draft::default(), documents);
    let (request, _) = request(operation, &draft, documents);
    let mut left = SNIPPET_BYTES;
    let mut snippets = Vec::new();
    for target in Target::ALL {
        let code = snippet(target, &request, Redaction::Variables);
        let Some(rest) = left.checked_sub(code.len()) else { break };
        left = rest;
        snippets.push(SnippetView { target: target.id().to_owned(), label: target.label().to_owned(), code });
    }
    snippets
}
