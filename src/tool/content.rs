//! Reads a content folder: every file that can be read, and everything that is wrong.

use crate::core::catalogue::consistency::{self, Content, Source};
use crate::core::catalogue::front_matter;
use crate::core::i18n::Text;
use crate::core::id::Slug;
use crate::core::openapi::{Document, declared};
use crate::core::problem::{Place, Problem};
use crate::core::yaml::{self, Yaml};
use std::collections::BTreeMap;
use std::path::Path;
use walkdir::WalkDir;

/// A content folder, read.
pub(super) struct Loaded {
    /// Its pages.
    pub(super) content: Content,
    /// OpenAPI documents that are files, by path relative to the folder.
    pub(super) documents: BTreeMap<String, Document>,
}

/// Reads the folder and checks it. Problems are in the order of the files.
pub(super) fn load(folder: &Path) -> (Loaded, Vec<Problem>) {
    let mut loader = Loader {
        folder,
        loaded: Loaded { content: Content::default(), documents: BTreeMap::new() },
        problems: Vec::new(),
    };
    loader.list();
    loader.site();
    loader.pages();
    loader.documents();
    loader.problems.extend(consistency::check(&loader.loaded.content));
    loader.problems.sort_by(|left, right| (&left.place, left.code).cmp(&(&right.place, right.code)));
    (loader.loaded, loader.problems)
}

/// Reads one kind of front matter.
type Reader<T> = fn(&Yaml, &str) -> (Option<T>, Vec<Problem>);

struct Loader<'a> {
    folder: &'a Path,
    loaded: Loaded,
    problems: Vec<Problem>,
}

impl Loader<'_> {
    fn list(&mut self) {
        for entry in WalkDir::new(self.folder).sort_by_file_name() {
            match entry {
                Ok(entry) if entry.file_type().is_file() => {
                    let path = entry.path().strip_prefix(self.folder).unwrap_or(entry.path());
                    let parts: Vec<String> =
                        path.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
                    self.loaded.content.files.insert(parts.join("/"));
                }
                Ok(_) => {}
                Err(error) => {
                    let path = error.path().unwrap_or(self.folder).display().to_string();
                    self.unreadable(&path, &error.to_string());
                }
            }
        }
    }

    fn unreadable(&mut self, file: &str, reason: &str) {
        let what = Text::new(
            format!("Le fichier ne peut pas être lu\u{202f}: {reason}."),
            format!("The file cannot be read: {reason}."),
        );
        let mend = Text::new(
            "Vérifier qu’il existe, qu’il est permis de le lire et qu’il est en UTF-8.",
            "Check that it exists, that it may be read and that it is UTF-8.",
        );
        self.problems.push(Problem::error("unreadable", Place::file(file), what, mend));
    }

    fn text(&mut self, file: &str) -> Option<String> {
        match std::fs::read_to_string(self.folder.join(file)) {
            Ok(text) => Some(text),
            Err(error) => {
                self.unreadable(file, &error.to_string());
                None
            }
        }
    }

    fn site(&mut self) {
        if let Some(source) = self.text("site.json") {
            let (yaml, problems) = yaml::read(&source, "site.json");
            self.problems.extend(problems);
            let (site, problems) = front_matter::read_site(&yaml, "site.json");
            self.problems.extend(problems);
            self.loaded.content.site = site;
        }
        if let Some(source) = self.text("themes.yaml") {
            let (yaml, problems) = yaml::read(&source, "themes.yaml");
            self.problems.extend(problems);
            let (themes, problems) = front_matter::read_themes(&yaml, "themes.yaml");
            self.problems.extend(problems);
            self.loaded.content.themes = themes.unwrap_or_default();
        }
    }

    fn pages(&mut self) {
        let mut files: Vec<String> = self.loaded.content.files.iter().cloned().collect();
        files.sort();
        for file in files {
            match file.split('/').collect::<Vec<_>>().as_slice() {
                ["apis", name, "index.md"] => {
                    let source = self.page(&file, name, front_matter::read_api);
                    self.loaded.content.apis.extend(source);
                }
                ["producers", name] if name.ends_with(".md") => {
                    let source = self.page(&file, name.trim_end_matches(".md"), front_matter::read_producer);
                    self.loaded.content.producers.extend(source);
                }
                ["guides", name] if name.ends_with(".md") => {
                    let source = self.page(&file, name.trim_end_matches(".md"), front_matter::read_guide);
                    self.loaded.content.guides.extend(source);
                }
                ["pages", name] if name.ends_with(".md") => {
                    let name = name.trim_end_matches(".md").replace('.', "-");
                    let source = self.page(&file, &name, front_matter::read_text_page);
                    self.loaded.content.pages.extend(source);
                }
                _ => {}
            }
        }
    }

    fn page<T>(&mut self, file: &str, name: &str, read: Reader<T>) -> Option<Source<T>> {
        let text = self.text(file)?;
        let slug = Slug::parse(name);
        if slug.is_none() {
            let what = Text::new(
                format!("«\u{202f}{name}\u{202f}» ne peut pas être le nom d’une page."),
                format!("`{name}` cannot be the name of a page."),
            );
            let mend = Text::new(
                "Renommer en minuscules, chiffres et tirets simples.",
                "Rename it in lower-case letters, digits and single hyphens.",
            );
            self.problems.push(Problem::error("bad-slug", Place::file(file), what, mend));
        }
        let (yaml, body, problems) = yaml::front_matter(&text, file);
        // Without a front matter there is nothing to say of its keys.
        let missing = problems.iter().any(|problem| problem.code == "front-matter-missing");
        self.problems.extend(problems);
        if missing {
            return None;
        }
        let (head, problems) = read(&yaml, file);
        self.problems.extend(problems);
        Some(Source {
            slug: slug?,
            file: file.to_owned(),
            head: head?,
            body: body.text.to_owned(),
            body_line: body.first_line,
            yaml,
        })
    }

    /// OpenAPI documents that lie beside the pages.
    fn documents(&mut self) {
        let mut wanted = Vec::new();
        for api in &self.loaded.content.apis {
            let names = api.head.openapi.iter().enumerate();
            wanted.extend(names.filter_map(|(index, source)| {
                let line = api.yaml.place(&format!("/openapi/{index}")).map_or(1, |(line, _)| line);
                Some((api.slug.clone(), api.file.clone(), line, source.file.clone()?))
            }));
        }
        for (slug, page, line, name) in wanted {
            let file = format!("apis/{slug}/{name}");
            if !self.loaded.content.files.contains(&file) {
                let what = Text::new(
                    format!("La description OpenAPI «\u{202f}{name}\u{202f}» n’est pas à côté de la page."),
                    format!("The OpenAPI document `{name}` is not beside the page."),
                );
                let mend = Text::new("L’y déposer ou corriger son nom.", "Put it there or mend its name.");
                self.problems.push(Problem::error("openapi-missing", Place::file(page).at_line(line), what, mend));
                continue;
            }
            let Some(text) = self.text(&file) else { continue };
            if text.trim_start().starts_with('<') {
                let what = Text::new("C’est une page HTML.", "This is an HTML page.");
                let mend = Text::new(
                    "Enregistrer le document JSON ou YAML lui-même, pas la page qui le montre.",
                    "Save the JSON or YAML document itself, not the page that shows it.",
                );
                self.problems.push(Problem::error("openapi-html", Place::file(&file).at_line(1), what, mend));
                continue;
            }
            let (yaml, problems) = yaml::read(&text, &file);
            self.problems.extend(problems);
            if declared(&yaml.value).is_none() {
                let what = Text::new("Ce n’est pas une description OpenAPI.", "This is not an OpenAPI document.");
                let mend = Text::new(
                    "Elle doit commencer par openapi ou swagger et sa version.",
                    "It must begin with openapi or swagger and its version.",
                );
                self.problems.push(Problem::error("openapi-unknown", Place::file(&file).at_line(1), what, mend));
                continue;
            }
            let document = Document::new(yaml.value, &file);
            self.loaded.documents.insert(file, document);
        }
    }
}
