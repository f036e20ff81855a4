//! Markdown of the former api.gouv.fr, as people wrote it.

use catalogue::core::address::Href;
use catalogue::core::markdown::{Block, Parsed, parse, plain_text};
use catalogue::core::yaml::front_matter;
use std::path::{Path, PathBuf};

/// The Markdown files of a folder; none, with a word about it, where the corpus is absent.
fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/apigouv").join(folder);
    let Ok(entries) = std::fs::read_dir(&folder) else {
        println!("skipped: {} is absent", folder.display());
        return Vec::new();
    };
    let paths = entries.filter_map(Result::ok).map(|entry| entry.path());
    paths.filter(|path| path.extension().is_some_and(|end| end == "md")).collect()
}

fn read(path: &Path) -> Parsed {
    let source = std::fs::read_to_string(path).unwrap_or_default();
    let file = path.display().to_string();
    let (yaml, body, problems) = front_matter(&source, &file);
    assert!(yaml.value.is_object(), "{file}: {problems:?}");
    parse(body.text, &file, body.first_line)
}

#[test]
fn anchors_of_guides_resolve() {
    let paths = files("guides");
    let mut anchors = 0;
    for path in &paths {
        let parsed = read(path);
        let known = parsed.document.anchors();
        for link in &parsed.links {
            if let Href::Anchor(anchor) = &link.href {
                anchors += 1;
                assert!(known.contains(&anchor.as_str()), "{}:{}: {anchor} in {known:?}", path.display(), link.line);
            }
        }
    }
    assert!(paths.is_empty() || anchors >= 40, "{anchors}");
}

#[test]
fn hidden_parts_have_a_summary_without_markdown_signs() {
    fn check(path: &Path, blocks: &[Block]) -> usize {
        let one = |block: &Block| match block {
            Block::Details { summary, content } => {
                // `**a **` is not bold in CommonMark either.
                let text = plain_text(summary).replace(" **", "");
                assert!(!text.is_empty() && !text.ends_with("**"), "{}: {text}", path.display());
                1 + check(path, content)
            }
            Block::Quote(content) | Block::Callout { content, .. } => check(path, content),
            _ => 0,
        };
        blocks.iter().map(one).sum()
    }
    let paths = files("guides");
    let found: usize = paths.iter().map(|path| check(path, &read(path).document.blocks)).sum();
    assert!(paths.is_empty() || found >= 60, "{found}");
}

#[test]
fn every_text_is_read() {
    for path in ["api", "guides", "producteurs", "service"].into_iter().flat_map(files) {
        let parsed = read(&path);
        for problem in &parsed.problems {
            assert!(problem.place.line.is_some(), "{problem:?}");
            assert_ne!(problem.code, "nesting", "{problem:?}");
        }
    }
}
