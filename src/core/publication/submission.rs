//! [`Submission`]: the files to add to the content folder, and what to say of them.

use crate::core::i18n::Text;
use crate::core::id::Slug;
use crate::core::path::RelativePath;
use crate::core::problem::{Place, Problem};
use crate::core::request::base64;
use crate::core::zip::{TooLarge, archive};
use serde::{Deserialize, Serialize};

/// The longest title: Git shows no more of the first line of a message.
const TITLE: usize = 120;
/// Beyond, forges refuse a file sent by their API.
const MOST_BYTES: usize = 20_000_000;

/// A file of the content folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "WrittenFile", into = "WrittenFile")]
pub struct File {
    /// Where it goes, from the content folder: `apis/api-geo/index.md`.
    pub path: RelativePath,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl File {
    /// Its content, where it is text.
    pub fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.bytes).ok()
    }
}

/// A file in JSON: text as it is, anything else in Base64.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenFile {
    path: RelativePath,
    encoding: Encoding,
    content: String,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
enum Encoding {
    #[serde(rename = "utf-8")]
    Utf8,
    #[serde(rename = "base64")]
    Base64,
}

impl From<File> for WrittenFile {
    fn from(File { path, bytes }: File) -> Self {
        match String::from_utf8(bytes) {
            Ok(content) => Self { path, encoding: Encoding::Utf8, content },
            Err(error) => Self { path, encoding: Encoding::Base64, content: base64::encode(error.as_bytes()) },
        }
    }
}

impl TryFrom<WrittenFile> for File {
    type Error = &'static str;

    fn try_from(written: WrittenFile) -> Result<Self, Self::Error> {
        let WrittenFile { path, encoding, content } = written;
        let bytes = match encoding {
            Encoding::Utf8 => content.into_bytes(),
            Encoding::Base64 => base64::decode(&content).ok_or("a content that is not Base64")?,
        };
        Ok(Self { path, bytes })
    }
}

/// What a producer proposes: files, and what to say of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    slug: Slug,
    title: String,
    summary: String,
    files: Vec<File>,
}

impl Submission {
    /// A proposal about the page `slug`. The title becomes one line; files are those to add or replace.
    pub fn new(slug: Slug, title: &str, summary: &str, files: Vec<File>) -> Result<Self, Box<Problem>> {
        let mut names: Vec<String> = files.iter().map(|file| file.path.as_str().to_ascii_lowercase()).collect();
        names.sort();
        // Two names that differ by case are one file on the disks of many people.
        if let Some(twice) = names.windows(2).find(|pair| pair.first() == pair.last()).and_then(<[String]>::first) {
            return Err(Box::new(same_path(twice)));
        }
        let bytes: usize = files.iter().map(|file| file.bytes.len()).sum();
        if files.is_empty() || bytes > MOST_BYTES {
            return Err(Box::new(if files.is_empty() { no_file() } else { too_large(bytes) }));
        }
        let title = match one_line(title) {
            title if title.is_empty() => slug.to_string(),
            title => title,
        };
        Ok(Self { slug, title, summary: summary.trim().replace("\r\n", "\n"), files })
    }

    /// The page it is about.
    pub fn slug(&self) -> &Slug {
        &self.slug
    }

    /// What it does, in one line.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What it does, in Markdown.
    pub fn summary(&self) -> &str {
        &self.summary
    }

    /// The files.
    pub fn files(&self) -> &[File] {
        &self.files
    }

    /// The name of the archive that holds the files.
    pub fn archive_name(&self) -> String {
        format!("{}.zip", self.slug)
    }

    /// The content folder, as one archive.
    pub fn archive(&self) -> Result<Vec<u8>, TooLarge> {
        let files: Vec<_> = self.files.iter().map(|file| (file.path.to_string(), file.bytes.clone())).collect();
        archive(&files)
    }
}

/// A text without line breaks or control characters, cut at a word.
fn one_line(text: &str) -> String {
    let plain: String = text.chars().map(|one| if one.is_control() { ' ' } else { one }).collect();
    let mut line = String::new();
    for word in plain.split_whitespace() {
        let separator = usize::from(!line.is_empty());
        if line.chars().count() + separator + word.chars().count() > TITLE {
            if line.is_empty() {
                line = word.chars().take(TITLE).collect();
            }
            break;
        }
        if separator > 0 {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

fn no_file() -> Problem {
    let what = Text::new("Il n’y a aucun fichier à publier.", "There is no file to publish.");
    let mend = Text::new("Terminez la description de l’API.", "Finish the description of the API.");
    Problem::error("publication-empty", Place::default(), what, mend)
}

fn same_path(path: &str) -> Problem {
    let what = Text::new(
        format!("Deux fichiers auraient le même nom\u{202f}: «\u{202f}{path}\u{202f}»."),
        format!("Two files would have the same name: `{path}`."),
    );
    let mend = Text::new("Renommez l’un des deux.", "Rename one of the two.");
    Problem::error("publication-same-path", Place::file(path), what, mend)
}

fn too_large(bytes: usize) -> Problem {
    let (bytes, most) = (bytes / 1_000_000, MOST_BYTES / 1_000_000);
    let what = Text::new(
        format!("Les fichiers pèsent {bytes}\u{202f}Mo, pour {most} au plus."),
        format!("The files weigh {bytes} MB, of {most} at most."),
    );
    let mend = Text::new(
        "Donnez l’adresse publique du document OpenAPI au lieu du fichier.",
        "Give the public address of the OpenAPI document instead of the file.",
    );
    Problem::error("publication-too-large", Place::default(), what, mend)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{file, submission};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_cannot_be_published_is_refused() {
        let make = |files| Submission::new(Slug::parse("a").unwrap(), "", "", files).map_err(|problem| problem.code);
        assert_eq!(make(Vec::new()), Err("publication-empty"));
        assert_eq!(make(vec![file("a/B.md", "x"), file("A/b.md", "y")]), Err("publication-same-path"));
        let large = File { path: RelativePath::parse("a").unwrap(), bytes: vec![0; MOST_BYTES + 1] };
        assert_eq!(make(vec![large]), Err("publication-too-large"));
        assert_eq!(make(vec![file("a", "")]).unwrap().title(), "a");
    }

    #[test]
    fn titles_are_one_line() {
        for (text, expect) in [
            (" API\r\nSubject: x\u{0} ", "API Subject: x".to_owned()),
            (&"mot ".repeat(50), "mot ".repeat(30).trim().to_owned()),
            (&"é".repeat(200), "é".repeat(TITLE)),
        ] {
            assert_eq!(one_line(text), expect);
        }
    }

    #[test]
    fn the_archive_is_the_content_folder() {
        let bytes = submission().archive().unwrap();
        let text = String::from_utf8_lossy(&bytes);
        for file in submission().files() {
            assert_eq!(text.matches(file.path.as_str()).count(), 2, "local header and directory: {}", file.path);
            assert!(bytes.windows(file.bytes.len()).any(|window| window == file.bytes), "{}", file.path);
        }
        assert_eq!(submission().archive_name(), "api-a.zip");
    }

    proptest! {
        #[test]
        fn files_come_back_the_same(bytes in prop_oneof![any::<Vec<u8>>(), any::<String>().prop_map(String::into_bytes)]) {
            let file = File { path: RelativePath::parse("a/b").unwrap(), bytes };
            let json = serde_json::to_string(&file).unwrap();
            prop_assert_eq!(serde_json::from_str::<File>(&json).unwrap(), file);
        }
    }
}
