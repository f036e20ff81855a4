//! Addresses of the page "new file" of a forge, filled in: a person with an account there needs nothing else.

use super::submission::{File, Submission};
use crate::core::address::{HttpUrl, percent_encode};
use crate::core::catalogue::{Forge, ForgeKind};
use crate::core::i18n::Text;
use crate::core::path::RelativePath;

/// The longest address: servers in front of forges refuse longer ones (414).
pub const MOST_CHARACTERS: usize = 8_000;

/// The page that creates one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// The file, from the content folder.
    pub path: RelativePath,
    /// The page.
    pub href: HttpUrl,
    /// Whether its content is there.
    pub content: Content,
}

/// Whether the page holds the content of its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// It does.
    Filled,
    /// No: the address would be too long.
    TooLong {
        /// How many characters it would have.
        characters: usize,
    },
    /// No: this forge takes a name only.
    NameOnly,
    /// No: the file is not text.
    NotText,
}

impl Content {
    /// What is left for the person to do; nothing where the page holds everything.
    pub fn instruction(self) -> Option<Text> {
        let (why_fr, why_en) = match self {
            Self::Filled => return None,
            Self::TooLong { characters } => (
                format!(
                    "Le fichier est trop long pour une adresse ({characters} caractères, {MOST_CHARACTERS} au plus)"
                ),
                format!("The file is too long for an address ({characters} characters, {MOST_CHARACTERS} at most)"),
            ),
            Self::NameOnly => (
                "GitLab ne reprend que le nom du fichier".to_owned(),
                "GitLab takes up the name of the file only".to_owned(),
            ),
            Self::NotText => {
                return Some(Text::new(
                    "Le fichier n’est pas un texte\u{202f}: téléchargez-le, puis déposez-le dans le dépôt.",
                    "The file is not a text: download it, then upload it to the repository.",
                ));
            }
        };
        Some(Text::new(
            format!("{why_fr}\u{202f}: copiez le contenu, puis collez-le dans la page qui s’ouvre."),
            format!("{why_en}: copy the content, then paste it into the page that opens."),
        ))
    }
}

/// One page for each file, in the order of the files.
pub fn new_files(forge: &Forge, submission: &Submission) -> Vec<NewFile> {
    submission.files().iter().filter_map(|file| new_file(forge, file)).collect()
}

fn new_file(forge: &Forge, file: &File) -> Option<NewFile> {
    let (page, branch) = (forge.page(), &forge.branch);
    let path = percent_encode(file.path.inside(forge.folder.as_ref())?.as_str());
    let bare = match forge.kind {
        ForgeKind::Github => format!("{page}/new/{branch}?filename={path}"),
        ForgeKind::Gitlab => format!("{page}/-/new/{branch}?file_name={path}"),
        ForgeKind::Forgejo => format!("{page}/_new/{branch}/?filename={path}"),
    };
    let (address, content) = match (forge.kind, file.text()) {
        (_, None) => (bare, Content::NotText),
        // The editor of GitLab ignores the content that the address gives (gitlab-org/gitlab#594214).
        (ForgeKind::Gitlab, Some(_)) => (bare, Content::NameOnly),
        (ForgeKind::Github | ForgeKind::Forgejo, Some(text)) => {
            let whole = format!("{bare}&value={}", percent_encode(text));
            match whole.len() {
                characters if characters > MOST_CHARACTERS => (bare, Content::TooLong { characters }),
                _ => (whole, Content::Filled),
            }
        }
    };
    Some(NewFile { path: file.path.clone(), href: HttpUrl::parse(&address)?, content })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{file, forge, submission};
    use super::*;
    use crate::core::address::percent_decode;
    use crate::core::id::Slug;
    use proptest::prelude::*;

    fn hrefs(kind: ForgeKind) -> Vec<(String, Content)> {
        let pages = new_files(&forge(kind), &submission());
        pages.into_iter().map(|page| (page.href.to_string(), page.content)).collect()
    }

    #[test]
    fn each_forge_has_its_page() {
        let path = "public%2Fapis%2Fapi-a%2Findex.md";
        let value = "---%0Atitle%3A%20API%20d%E2%80%99%C3%A9t%C3%A9%0A---%0A";
        let first = |kind| hrefs(kind).swap_remove(0);
        let github = format!("https://forge.example/team/catalogue/new/main?filename={path}&value={value}");
        assert_eq!(first(ForgeKind::Github), (github, Content::Filled));
        let gitlab = format!("https://forge.example/team/catalogue/-/new/main?file_name={path}");
        assert_eq!(first(ForgeKind::Gitlab), (gitlab, Content::NameOnly));
        let forgejo = format!("https://forge.example/team/catalogue/_new/main/?filename={path}&value={value}");
        assert_eq!(first(ForgeKind::Forgejo), (forgejo, Content::Filled));
        assert_eq!(hrefs(ForgeKind::Github).len(), submission().files().len());
    }

    #[test]
    fn what_an_address_cannot_hold_is_said() {
        let long = file("a.md", &"é".repeat(MOST_CHARACTERS / 6));
        let bytes = File { bytes: vec![0xff], ..file("b.png", "") };
        let given = Submission::new(Slug::parse("a").unwrap(), "a", "", vec![long, bytes]).unwrap();
        let pages = new_files(&forge(ForgeKind::Github), &given);
        assert!(matches!(pages[0].content, Content::TooLong { characters } if characters > MOST_CHARACTERS));
        assert_eq!(pages[1].content, Content::NotText);
        assert!(
            pages.iter().all(|page| !page.href.as_str().contains("value=") && page.content.instruction().is_some())
        );
        assert_eq!(Content::Filled.instruction(), None);
    }

    proptest! {
        #[test]
        fn the_page_gets_the_very_text(text in any::<String>()) {
            let given = Submission::new(Slug::parse("a").unwrap(), "a", "", vec![file("x/a.md", &text)]).unwrap();
            for kind in [ForgeKind::Github, ForgeKind::Forgejo] {
                let page = new_files(&forge(kind), &given).swap_remove(0);
                let (_, query) = page.href.as_str().split_once('?').unwrap();
                let pairs: Vec<_> = query.split('&').map(|pair| pair.split_once('=').unwrap()).collect();
                prop_assert_eq!(pairs.len(), 2);
                prop_assert_eq!(percent_decode(pairs[0].1), "public/x/a.md");
                prop_assert_eq!(percent_decode(pairs[1].1), text.clone());
            }
        }
    }
}
