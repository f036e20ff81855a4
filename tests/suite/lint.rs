//! `catalogue lint`, as its users run it.

use catalogue::core::i18n::Language;
use catalogue::core::markdown;
use catalogue::core::quality::rules;
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output};

fn lint(arguments: &[&str]) -> Output {
    let root = env!("CARGO_MANIFEST_DIR");
    let mut command = Command::new(env!("CARGO_BIN_EXE_catalogue"));
    command.current_dir(root).arg("lint").args(arguments).args(["--lang", "en"]).output().unwrap()
}

fn json(arguments: &[&str]) -> Vec<Value> {
    let output = lint(&[arguments, &["--format", "json"]].concat());
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn every_page_of_the_catalogue_has_a_score() {
    let pages = json(&["--all"]);
    let folders = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("public/apis")).unwrap().count();
    assert_eq!(pages.len(), folders);
    for page in &pages {
        let score = page["score"].as_u64().unwrap();
        let gains: f64 = page["findings"].as_array().unwrap().iter().map(|one| one["gain"].as_f64().unwrap()).sum();
        // What is lost is what is told, but for what is rounded.
        assert!((score as f64 + gains - 100.0).abs() < 4.0, "{}: {score} + {gains}", page["name"]);
    }
}

#[test]
fn a_page_a_file_of_a_page_and_a_document_are_judged() {
    let by_name = json(&["api-geo"]);
    let by_file = json(&["public/apis/api-geo/index.md"]);
    assert_eq!(by_name, by_file);
    let document = json(&["public/apis/api-geo/openapi.json"]);
    assert_eq!(document[0]["families"].as_object().unwrap().keys().collect::<Vec<_>>(), ["document"]);
    let text = String::from_utf8(lint(&["api-geo"]).stdout).unwrap();
    assert!(text.starts_with("api-geo  ") && text.contains("/100") && text.contains("/guides/"), "{text}");
    let github = String::from_utf8(lint(&["api-geo", "--format", "github"]).stdout).unwrap();
    assert!(
        github.lines().all(|line| line.starts_with("::") && line.contains("file=public/apis/api-geo/index.md")),
        "{github}"
    );
    // What is about a key stands on the line of the key, or of the one around it.
    let page = std::fs::read_to_string("public/apis/api-geo/index.md").unwrap();
    let level = page.lines().position(|line| line.starts_with("service_level:")).unwrap() + 1;
    let about = |line: &str| line.contains("`service_level.");
    let found: Vec<&str> = github.lines().filter(|line| about(line)).collect();
    assert!(!found.is_empty(), "{github}");
    for line in found {
        let number = line.split_once("line=").unwrap().1.split(',').next().unwrap().parse::<usize>().unwrap();
        assert!((level..level + 20).contains(&number), "{line}");
    }
}

#[test]
fn the_exit_code_follows_the_score_and_the_question() {
    assert_eq!(lint(&["api-geo", "--min-score", "1"]).status.code(), Some(0));
    assert_eq!(lint(&["api-geo", "--min-score", "100"]).status.code(), Some(1));
    for wrong in [&[][..], &["api-geo", "--min-score", "101"], &["api-geo", "--all"], &["api-geo", "--format", "xml"]] {
        let output = lint(wrong);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(!output.stderr.is_empty());
    }
    let absent = lint(&["no-such-api"]);
    assert_eq!(absent.status.code(), Some(1));
    assert!(String::from_utf8(absent.stderr).unwrap().contains("no-such-api"));
}

#[test]
fn what_cannot_be_judged_is_an_error_and_never_a_good_score() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let absolute = root.join("public/apis/api-geo/index.md").display().to_string();
    assert_eq!(json(&[&absolute]), json(&["./public/apis/api-geo/index.md"]));
    let error = |output: Output| {
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8(output.stderr).unwrap()
    };
    for wrong in ["public", "public/guides/guide-pratique.md", "nope.md", "public/apis/api-geo"] {
        assert!(error(lint(&[wrong])).contains("Give one of them"), "{wrong}");
    }
    assert!(error(lint(&["nope.json"])).contains("nope.json"));
    assert!(error(lint(&["public/site.json"])).contains("is not an OpenAPI document"));

    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("lint-broken");
    std::fs::create_dir_all(folder.join("apis/broken")).unwrap();
    for name in ["site.json", "themes.yaml"] {
        std::fs::copy(root.join("public").join(name), folder.join(name)).unwrap();
    }
    std::fs::write(folder.join("apis/broken/index.md"), "---\ntitle: [\n---\n").unwrap();
    let content = folder.display().to_string();
    for asked in ["--all", "broken"] {
        let output = lint(&[asked, "--content", &content, "--format", "json"]);
        assert_eq!(serde_json::from_slice::<Value>(&output.stdout).unwrap(), Value::Array(vec![]));
        assert!(error(output).contains("apis/broken/index.md"));
        let github = lint(&[asked, "--content", &content, "--format", "github"]);
        assert_eq!(github.status.code(), Some(1));
        assert!(String::from_utf8(github.stdout).unwrap().contains("::error file="));
    }
}

#[test]
fn each_rule_is_explained_where_it_says() {
    for rule in rules() {
        let (path, anchor) = rule.guide.split_once('#').unwrap();
        let file = format!("{}/public{path}.md", env!("CARGO_MANIFEST_DIR"));
        let tree = markdown::read(&std::fs::read_to_string(&file).unwrap(), Language::Fr);
        assert!(tree.headings().iter().any(|(_, id, _)| *id == anchor), "{}: {}", rule.id, rule.guide);
    }
}
