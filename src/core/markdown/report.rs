//! What is wrong in a text, with the line of the file.

use crate::core::i18n::Text;
use crate::core::problem::{Place, Problem};

/// Gathers the problems of one text.
pub(super) struct Reporter<'a> {
    source: &'a str,
    file: &'a str,
    first_line: u32,
    problems: Vec<Problem>,
    elements: Vec<String>,
    deep: bool,
}

impl<'a> Reporter<'a> {
    pub(super) fn new(source: &'a str, file: &'a str, first_line: u32) -> Self {
        Self { source, file, first_line, problems: Vec::new(), elements: Vec::new(), deep: false }
    }

    /// Line of the file at an offset of the text.
    pub(super) fn line(&self, offset: usize) -> u32 {
        let before = self.source.as_bytes().get(..offset).unwrap_or_default();
        let breaks = before.iter().filter(|byte| **byte == b'\n').count();
        self.first_line.saturating_add(u32::try_from(breaks).unwrap_or(u32::MAX))
    }

    pub(super) fn unsafe_link(&mut self, address: &str, offset: usize) {
        let what = Text::new(
            format!("Le lien «\u{202f}{address}\u{202f}» ne mène nulle part et a été retiré."),
            format!("The link `{address}` leads nowhere and has been removed."),
        );
        let mend = Text::new(
            "Écrire une adresse complète (https://…, mailto:…) ou un chemin du site (/apis/…).",
            "Write a whole address (https://…, mailto:…) or a path of the site (/apis/…).",
        );
        self.warn("link-address", offset, what, mend);
    }

    pub(super) fn foreign_image(&mut self, address: &str, offset: usize) {
        let what = Text::new(
            format!("L’image «\u{202f}{address}\u{202f}» vient d’ailleurs et n’est pas affichée."),
            format!("The image `{address}` comes from elsewhere and is not shown."),
        );
        let mend = Text::new(
            "Déposer l’image dans le dossier de contenu et écrire son chemin (/images/…).",
            "Put the image in the content folder and write its path (/images/…).",
        );
        self.warn("image-address", offset, what, mend);
    }

    /// Reported once per element: a text that uses one uses it often.
    pub(super) fn html(&mut self, name: &str, offset: usize) {
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
        self.warn("html-element", offset, what, mend);
    }

    pub(super) fn too_deep(&mut self, offset: usize) {
        if std::mem::replace(&mut self.deep, true) {
            return;
        }
        let what = Text::new("Les blocs sont imbriqués trop profondément.", "Blocks are nested too deeply.");
        let mend = Text::new("Simplifier la structure du texte.", "Make the structure of the text simpler.");
        self.warn("nesting", offset, what, mend);
    }

    pub(super) fn finish(self) -> Vec<Problem> {
        self.problems
    }

    fn warn(&mut self, code: &'static str, offset: usize, what: Text, mend: Text) {
        let place = Place::file(self.file).at_line(self.line(offset));
        self.problems.push(Problem::warning(code, place, what, mend));
    }
}
