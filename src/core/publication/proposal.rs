//! The files of a page as a [`Submission`], with what to say of them to those who read it before it is published.

use super::submission::{File, Submission};
use crate::core::catalogue::{AccessKind, Api};
use crate::core::i18n::{Language, Text, publishing};
use crate::core::id::Slug;
use crate::core::markdown::escape;
use crate::core::path::RelativePath;
use crate::core::problem::{Place, Problem};

/// The proposal to publish `files` (path from the content folder, text), the page `slug` of `api` among them. `updates`:
/// the catalogue has this page already. What is said of it is in the `language` of the content.
pub fn proposal(
    slug: &Slug,
    api: &Api,
    updates: bool,
    files: Vec<(String, String)>,
    language: Language,
) -> Result<Submission, Box<Problem>> {
    let file = |(path, text): (String, String)| match RelativePath::parse(&path) {
        Some(path) => Ok(File { path, bytes: text.into_bytes() }),
        None => Err(Box::new(not_plain(&path))),
    };
    let files = files.into_iter().map(file).collect::<Result<Vec<_>, _>>()?;
    let words = publishing(language);
    let verb = if updates { words.proposal_update } else { words.proposal_add };
    let access = match api.access.kind {
        AccessKind::Open => words.proposal_open,
        AccessKind::Account => words.proposal_account,
        AccessKind::Restricted => words.proposal_restricted,
    };
    let mut facts = vec![
        [words.proposal_producer, " ", &escape::line(api.producer.as_str())].concat(),
        [words.proposal_access, " ", access].concat(),
    ];
    facts.extend(api.base_url.as_ref().map(|url| [words.proposal_base, " ", &autolink(url.as_str())].concat()));
    let summary = [&escape::line(&api.tagline), "\n\n* ", &facts.join("\n* ")].concat();
    Submission::new(slug.clone(), &[verb, " ", &api.title].concat(), &summary, files)
}

/// An address as a link in Markdown that reads well as text too (CommonMark §6.5).
fn autolink(url: &str) -> String {
    let is_plain = url.chars().all(|one| one.is_ascii_graphic() && !matches!(one, '<' | '>'));
    if is_plain { ["<", url, ">"].concat() } else { escape::line(url) }
}

fn not_plain(path: &str) -> Problem {
    let what = Text::new(
        format!("Le fichier «\u{202f}{path}\u{202f}» a un nom que tous les systèmes n’acceptent pas."),
        format!("The file `{path}` has a name that not all systems take."),
    );
    let mend = Text::new(
        "Renommez-le avec des lettres sans accent, des chiffres, des points et des tirets.",
        "Rename it with letters without accents, digits, dots and hyphens.",
    );
    Problem::error("publication-path", Place::file(path), what, mend)
}

#[cfg(test)]
mod tests {
    use super::super::copies::testing::api;
    use super::*;
    use crate::core::markdown::escape::line;

    fn made(tagline: &str, path: &str) -> Result<Submission, Box<Problem>> {
        let files = vec![(path.to_owned(), "é".to_owned())];
        proposal(
            &Slug::parse("api-ete").unwrap(),
            &Api { tagline: tagline.to_owned(), ..api() },
            false,
            files,
            Language::Fr,
        )
    }

    #[test]
    fn a_page_is_told_in_a_few_lines() {
        let submission = made("Quand il fait chaud", "apis/api-ete/index.md").unwrap();
        assert_eq!(submission.title(), "Référencer API Exemple (EX)");
        assert_eq!(
            submission.summary(),
            "Quand il fait chaud\n\n* Producteur\u{202f}: dinum\n* Accès\u{202f}: sur demande\n\
             * Adresse de base\u{202f}: <https://api.example.fr/v1>"
        );
        assert_eq!(submission.files().first().map(|file| file.bytes.as_slice()), Some("é".as_bytes()));
    }

    #[test]
    fn texts_make_no_markdown_and_paths_are_plain() {
        let hostile = "# [x](javascript:1) <img> @team";
        let submission = made(hostile, "apis/a/index.md").unwrap();
        assert!(submission.summary().starts_with(&line(hostile)), "{}", submission.summary());
        assert_eq!(made("x", "apis/../x").map_err(|problem| problem.code), Err("publication-path"));
    }
}
