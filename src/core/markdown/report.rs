//! What is wrong in a text, with the line of the file.

use super::html::Element;
use crate::core::i18n::Text;
use crate::core::problem::{Place, Problem};

/// Gathers the problems of one text.
pub(super) struct Reporter<'a> {
    file: &'a str,
    problems: Vec<Problem>,
    elements: Vec<String>,
    deep: bool,
}

impl<'a> Reporter<'a> {
    pub(super) fn new(file: &'a str) -> Self {
        Self { file, problems: Vec::new(), elements: Vec::new(), deep: false }
    }

    pub(super) fn unsafe_link(&mut self, address: &str, line: u32) {
        let what = Text::new(
            format!("Le lien «\u{202f}{address}\u{202f}» ne mène nulle part et a été retiré."),
            format!("The link `{address}` leads nowhere and has been removed."),
        );
        let mend = Text::new(
            "Écrire une adresse complète (https://…, mailto:…) ou un chemin du site (/apis/…).",
            "Write a whole address (https://…, mailto:…) or a path of the site (/apis/…).",
        );
        self.warn("link-address", line, what, mend);
    }

    pub(super) fn foreign_image(&mut self, address: &str, line: u32) {
        let what = Text::new(
            format!("L’image «\u{202f}{address}\u{202f}» vient d’ailleurs et n’est pas affichée."),
            format!("The image `{address}` comes from elsewhere and is not shown."),
        );
        let mend = Text::new(
            "Déposer l’image dans le dossier de contenu et écrire son chemin (/images/…).",
            "Put the image in the content folder and write its path (/images/…).",
        );
        self.warn("image-address", line, what, mend);
    }

    /// Reported once per element: a text that uses one uses it often.
    pub(super) fn html(&mut self, name: &str, line: u32) {
        if self.elements.iter().any(|known| known == name) {
            return;
        }
        self.elements.push(name.to_owned());
        let what = Text::new(
            format!("La balise HTML <{name}> n’est pas permise\u{202f}: elle est affichée comme du texte."),
            format!("The HTML element <{name}> is not allowed: it is shown as text."),
        );
        let mend = Text::new(
            "Écrire l’équivalent en Markdown (seules <br> et <details> sont comprises).",
            "Write the Markdown equivalent (only <br> and <details> are understood).",
        );
        self.warn("html-element", line, what, mend);
    }

    pub(super) fn unclosed(&mut self, element: Element, line: u32) {
        let name = element.name();
        let what = Text::new(
            format!("La balise <{name}> n’est pas refermée là où elle devrait l’être."),
            format!("The element <{name}> is not closed where it should be."),
        );
        let mend = Text::new(
            format!("Ajouter </{name}> dans la même liste ou la même citation que <{name}>."),
            format!("Add </{name}> inside the same list or quotation as <{name}>."),
        );
        self.warn("html-balance", line, what, mend);
    }

    pub(super) fn misplaced(&mut self, tag: &str, line: u32) {
        let what = Text::new(
            format!("La balise {tag} n’est pas à sa place."),
            format!("The tag {tag} is not where it can stand."),
        );
        let mend = Text::new(
            "Écrire <details>, puis <summary>…</summary>, le texte et </details>, hors de tout gras, lien, titre ou tableau.",
            "Write <details>, then <summary>…</summary>, the text and </details>, outside bold, links, headings and tables.",
        );
        self.warn("html-balance", line, what, mend);
    }

    pub(super) fn open_comment(&mut self, line: u32) {
        let what = Text::new(
            "Un commentaire HTML n’est jamais refermé\u{202f}: ce qui le suit n’est pas affiché.",
            "An HTML comment is never closed: what follows is not shown.",
        );
        let mend = Text::new("Ajouter --> à la fin du commentaire.", "Add --> at the end of the comment.");
        self.warn("html-balance", line, what, mend);
    }

    pub(super) fn no_alternative(&mut self, path: &str, line: u32) {
        let what = Text::new(
            format!("L’image «\u{202f}{path}\u{202f}» n’a pas de texte de remplacement."),
            format!("The image `{path}` has no alternative text."),
        );
        let mend = Text::new(
            "Écrire entre les crochets ce que montre l’image\u{202f}: ![texte](…).",
            "Write between the brackets what the image shows: ![text](…).",
        );
        self.warn("image-alternative", line, what, mend);
    }

    pub(super) fn too_deep(&mut self, line: u32) {
        if std::mem::replace(&mut self.deep, true) {
            return;
        }
        let what = Text::new("Les blocs sont imbriqués trop profondément.", "Blocks are nested too deeply.");
        let mend = Text::new("Simplifier la structure du texte.", "Make the structure of the text simpler.");
        self.warn("nesting", line, what, mend);
    }

    pub(super) fn finish(self) -> Vec<Problem> {
        self.problems
    }

    fn warn(&mut self, code: &'static str, line: u32, what: Text, mend: Text) {
        let place = Place::file(self.file).at_line(line);
        self.problems.push(Problem::warning(code, place, what, mend));
    }
}

/// Lines of a text that begins somewhere in a file.
pub(super) struct Lines {
    breaks: Vec<usize>,
    first: u32,
}

impl Lines {
    pub(super) fn new(source: &str, first: u32) -> Self {
        Self { breaks: source.match_indices('\n').map(|(offset, _)| offset).collect(), first }
    }

    /// Line of the file at an offset of the text.
    pub(super) fn at(&self, offset: usize) -> u32 {
        let before = self.breaks.partition_point(|line_break| *line_break < offset);
        self.first.saturating_add(u32::try_from(before).unwrap_or(u32::MAX))
    }
}
