//! What the pages of a catalogue say of each other: references that lead nowhere, titles used twice, dead links.

use super::front_matter::{nearest, placeholder};
use super::{Alternative, Api, Guide, Producer, Site, Theme};
use crate::core::address::{Href, percent_decode};
use crate::core::i18n::Text;
use crate::core::id::Slug;
use crate::core::markdown::{self, Parsed};
use crate::core::problem::{Place, Problem};
use crate::core::route::Route;
use crate::core::search::fold;
use crate::core::yaml::Yaml;
use std::collections::{HashMap, HashSet};

/// One content file that could be read.
#[derive(Debug, Clone)]
pub struct Source<T> {
    /// Name of the page.
    pub slug: Slug,
    /// Path of the file, relative to the content folder.
    pub file: String,
    /// Its front matter, with the place of every key.
    pub yaml: Yaml,
    /// Its front matter, read.
    pub head: T,
    /// Its Markdown.
    pub body: String,
    /// Line of the file on which the Markdown begins.
    pub body_line: u32,
}

/// Everything that could be read of a content folder.
#[derive(Debug, Clone, Default)]
pub struct Content {
    /// `site.json`
    pub site: Option<Site>,
    /// `themes.yaml`
    pub themes: Vec<Theme>,
    /// `apis/`
    pub apis: Vec<Source<Api>>,
    /// `producers/`
    pub producers: Vec<Source<Producer>>,
    /// `guides/`, drafts included.
    pub guides: Vec<Source<Guide>>,
    /// `pages/`: name, language, title, body.
    pub pages: Vec<Source<super::front_matter::TextHead>>,
    /// Every file of the folder, `/`-separated, for links to files.
    pub files: HashSet<String>,
}

/// Everything that is wrong between the pages of `content`.
pub fn check(content: &Content) -> Vec<Problem> {
    let names = Names::of(content);
    let mut problems = Vec::new();
    duplicates(content, &mut problems);
    for api in &content.apis {
        api_references(api, &names, &mut problems);
    }
    for guide in &content.guides {
        for (index, api) in guide.head.apis.iter().enumerate() {
            // A guide stands without the API it mentions.
            let place = place(guide, &format!("/apis/{index}"));
            names.apis.must_have(api, "l’API", "API", place, false, &mut problems);
        }
    }
    if let Some(site) = &content.site {
        for (index, slug) in site.featured.iter().enumerate() {
            let place = Place::file("site.json").at_line(1).at_pointer(format!("/featured/{index}"));
            names.apis.must_have(slug, "l’API", "API", place, false, &mut problems);
        }
    }
    let texts = texts(content, &mut problems);
    links(content, &texts, &mut problems);
    problems
}

/// Slugs of one kind of page.
struct Known<'a>(Vec<&'a str>);

impl Known<'_> {
    fn must_have(&self, slug: &Slug, fr: &str, en: &str, place: Place, required: bool, problems: &mut Vec<Problem>) {
        if self.0.contains(&slug.as_str()) {
            return;
        }
        let what = Text::new(
            format!("Le catalogue n’a pas {fr} «\u{202f}{slug}\u{202f}»."),
            format!("The catalogue does not have the {en} `{slug}`."),
        );
        let mend = match nearest(slug.as_str(), &self.0) {
            Some(near) => Text::new(format!("Écrire «\u{202f}{near}\u{202f}»."), format!("Write `{near}`.")),
            None => Text::new("Créer la page ou corriger le nom.", "Create the page or mend the name."),
        };
        problems.push(match required {
            true => Problem::error("unresolved-reference", place, what, mend),
            false => Problem::warning("unresolved-reference", place, what, mend),
        });
    }
}

/// Slugs of every kind of page.
struct Names<'a> {
    apis: Known<'a>,
    producers: Known<'a>,
    themes: Known<'a>,
}

impl<'a> Names<'a> {
    fn of(content: &'a Content) -> Self {
        Self {
            apis: Known(content.apis.iter().map(|api| api.slug.as_str()).collect()),
            producers: Known(content.producers.iter().map(|producer| producer.slug.as_str()).collect()),
            themes: Known(content.themes.iter().map(|theme| theme.slug.as_str()).collect()),
        }
    }
}

fn place<T>(source: &Source<T>, pointer: &str) -> Place {
    let place = Place::file(&source.file).at_pointer(pointer);
    let mut around = pointer;
    while !around.is_empty() {
        if let Some((line, _)) = source.yaml.place(around) {
            return place.at_line(line);
        }
        around = around.rfind('/').map_or("", |end| &around[..end]);
    }
    place.at_line(1)
}

fn api_references(api: &Source<Api>, names: &Names<'_>, problems: &mut Vec<Problem>) {
    let head = &api.head;
    names.producers.must_have(&head.producer, "le producteur", "producer", place(api, "/producer"), true, problems);
    for (index, theme) in head.themes.iter().enumerate() {
        names.themes.must_have(theme, "le thème", "theme", place(api, &format!("/themes/{index}")), true, problems);
    }
    if let Some(replacement) = &head.replacement {
        names.apis.must_have(replacement, "l’API", "API", place(api, "/replacement"), true, problems);
    }
    if let Some(bundle) = &head.access.bundle {
        names.apis.must_have(bundle, "l’API", "API", place(api, "/access/bundle"), true, problems);
    }
    for (index, rule) in head.access.audiences.iter().enumerate() {
        for (position, alternative) in rule.alternatives.iter().enumerate() {
            if let Alternative::Api(slug) = alternative {
                let pointer = format!("/access/audiences/{index}/alternatives/{position}");
                names.apis.must_have(slug, "l’API", "API", place(api, &pointer), false, problems);
            }
        }
    }
}

fn duplicates(content: &Content, problems: &mut Vec<Problem>) {
    let mut titles: HashMap<String, &str> = HashMap::new();
    let mut names: HashMap<&str, &str> =
        content.apis.iter().map(|api| (api.slug.as_str(), api.file.as_str())).collect();
    for api in &content.apis {
        if let Some(first) = titles.insert(fold(&api.head.title), &api.file) {
            let what = Text::new(
                format!("Le titre «\u{202f}{}\u{202f}» est déjà celui de {first}.", api.head.title),
                format!("The title `{}` is already that of {first}.", api.head.title),
            );
            let mend = Text::new("Donner à chaque API son titre.", "Give each API its own title.");
            problems.push(Problem::error("duplicate-title", place(api, "/title"), what, mend));
        }
        for (index, alias) in api.head.aliases.iter().enumerate() {
            if let Some(first) = names.insert(alias.as_str(), &api.file) {
                let what = Text::new(
                    format!("Le nom «\u{202f}{alias}\u{202f}» est déjà pris par {first}."),
                    format!("The name `{alias}` is already taken by {first}."),
                );
                let mend = Text::new("Retirer l’un des deux.", "Remove one of the two.");
                problems.push(Problem::error("duplicate-name", place(api, &format!("/aliases/{index}")), what, mend));
            }
        }
    }
}

/// One Markdown text of a page: the file, its address, what it holds.
struct ReadText<'a> {
    file: &'a str,
    address: String,
    parsed: Parsed,
}

/// Reads every Markdown text and reports what is wrong inside each.
fn texts<'a>(content: &'a Content, problems: &mut Vec<Problem>) -> Vec<ReadText<'a>> {
    let mut texts = Vec::new();
    let mut read = |file: &'a str, body: &str, line: u32, address: String| {
        let mut parsed = markdown::parse(body, file, line);
        problems.append(&mut parsed.problems);
        if let Some(word) = placeholder(body) {
            let what =
                Text::new(format!("Le texte contient «\u{202f}{word}\u{202f}»."), format!("The text holds `{word}`."));
            let mend = Text::new("Écrire le texte définitif.", "Write the real text.");
            problems.push(Problem::warning("placeholder", Place::file(file).at_line(line), what, mend));
        }
        texts.push(ReadText { file, address, parsed });
    };
    for api in &content.apis {
        let address = Route::Api(api.slug.clone()).href();
        read(&api.file, &api.body, api.body_line, address.clone());
        for (index, rule) in api.head.access.audiences.iter().enumerate() {
            if let Some(text) = &rule.text {
                let line = place(api, &format!("/access/audiences/{index}/text")).line.unwrap_or(1);
                read(&api.file, text, line, address.clone());
            }
        }
    }
    for producer in &content.producers {
        read(&producer.file, &producer.body, producer.body_line, Route::Producer(producer.slug.clone()).href());
    }
    for guide in &content.guides {
        read(&guide.file, &guide.body, guide.body_line, Route::Guide(guide.slug.clone()).href());
    }
    for page in &content.pages {
        let name = page.slug.as_str().rsplit_once('-').map_or(page.slug.as_str(), |(name, _)| name);
        read(&page.file, &page.body, page.body_line, format!("/{name}"));
    }
    texts
}

/// Links and images that lead nowhere in this site.
fn links(content: &Content, texts: &[ReadText<'_>], problems: &mut Vec<Problem>) {
    /// Anchors every API page has beside those of its text.
    const API_ANCHORS: [&str; 4] = ["access", "technical", "guides", "related"];
    let mut anchors: HashMap<&str, HashSet<String>> = HashMap::new();
    for text in texts {
        let known = anchors.entry(text.address.as_str()).or_default();
        known.extend(text.parsed.document.anchors().into_iter().map(str::to_owned));
        if text.address.starts_with("/apis/") {
            known.extend(API_ANCHORS.map(str::to_owned));
        }
    }
    let has_anchor = |address: &str, anchor: &str| {
        anchors.get(address).is_some_and(|known| known.contains(anchor) || known.contains(&fold(anchor)))
    };
    let pages: HashSet<String> = content
        .apis
        .iter()
        .map(|api| Route::Api(api.slug.clone()).href())
        .chain(content.producers.iter().map(|producer| Route::Producer(producer.slug.clone()).href()))
        .chain(
            content
                .guides
                .iter()
                .filter(|guide| !guide.head.draft)
                .map(|guide| Route::Guide(guide.slug.clone()).href()),
        )
        .collect();
    for text in texts {
        for link in &text.parsed.links {
            let dead = match &link.href {
                Href::Anchor(anchor) => (!has_anchor(&text.address, anchor)).then(|| format!("#{anchor}")),
                Href::Internal(path) => {
                    let (page, anchor) = path.split_once('#').unwrap_or((path, ""));
                    let (page, query) = page.split_once('?').unwrap_or((page, ""));
                    let exists = content.files.contains(page.trim_start_matches('/'))
                        || match Route::parse(page, query) {
                            Some(Route::Api(_) | Route::Producer(_) | Route::Guide(_)) => {
                                pages.contains(page.trim_end_matches('/'))
                            }
                            Some(
                                Route::Access { api, .. }
                                | Route::Explorer { api, .. }
                                | Route::Fields { api, .. }
                                | Route::Comparison { api, .. },
                            ) => pages.contains(&Route::Api(api).href()),
                            other => other.is_some() && !link.image,
                        };
                    // Places of an operation are not headings of a text: its page says when one is gone.
                    let is_free = anchor.is_empty() || page.ends_with("/explorer");
                    let found = exists && (is_free || has_anchor(page, &percent_decode(anchor)));
                    (!found).then(|| path.clone())
                }
                _ => None,
            };
            if let Some(target) = dead {
                let what = Text::new(
                    format!("Le lien «\u{202f}{target}\u{202f}» ne mène à aucune page du site."),
                    format!("The link `{target}` leads to no page of the site."),
                );
                let mend = Text::new(
                    "Corriger l’adresse, ou créer la page ou le titre visé.",
                    "Mend the address, or create the page or heading it names.",
                );
                problems.push(Problem::warning("dead-link", Place::file(text.file).at_line(link.line), what, mend));
            }
        }
    }
}
