//! The native tool, run as a person runs it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder of its own for each test, with a small good catalogue in it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = std::fs::remove_dir_all(&path);
        let folder = Self(path);
        folder.write("site.json", SITE);
        folder.write("themes.yaml", "- { slug: geo, name: { fr: Géo, en: Geo } }\n");
        folder.write("producers/dinum.md", "---\nname: DINUM\nkind: ministry\n---\n");
        folder.write("guides/start.md", GUIDE);
        folder.write("apis/api-geo/index.md", API);
        folder.write(
            "apis/api-geo/openapi.yaml",
            "openapi: 3.1.0\ninfo: { title: T, version: 1 }\npaths:\n  /x:\n    get: {}\n",
        );
        folder
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.join(name)).unwrap()
    }

    /// The names of the files in a folder, sorted.
    fn list(&self, name: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.0.join(name)).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn run(&self, arguments: &[&str]) -> Output {
        run(&[arguments, &["--content", self.0.to_str().unwrap()]].concat())
    }

    fn check(&self) -> String {
        String::from_utf8(self.run(&["check", "--lang", "en"]).stdout).unwrap()
    }
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_catalogue")).args(arguments).output().unwrap()
}

const SITE: &str = r#"{"name": {"fr": "C", "en": "C"}, "tagline": {"fr": "t", "en": "t"}, "content_language": "fr",
"languages": ["fr"], "publisher": {"name": "P", "url": "https://p.fr"}}"#;

const GUIDE: &str = "---\ntitle: Start\ntagline: x\napis: [api-geo]\ncreated: 2025-01-01\nupdated: 2025-01-01\n---\n## A b\n\n[a](#a-b) [b](/apis/api-geo#access)\n";

const API: &str = "---
title: API Geo
tagline: Communes
producer: dinum
themes: [geo]
access: { kind: open }
openapi: [{ file: openapi.yaml }]
created: 2025-01-01
updated: 2025-01-01
---
## Données

[guide](/guides/start#a-b)
";

#[test]
fn a_good_catalogue_is_clean_and_builds_the_same_bytes_twice() {
    let folder = Folder::new("good");
    let output = folder.run(&["check", "--strict"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    assert!(folder.run(&["build"]).status.success());
    let first = folder.read("data/catalogue.json");
    let written = std::fs::metadata(folder.0.join("data/catalogue.json")).unwrap().modified().unwrap();
    assert!(first.contains("\"operations\":1"));
    assert!(folder.run(&["build"]).status.success());
    assert_eq!(folder.read("data/catalogue.json"), first);
    assert_eq!(std::fs::metadata(folder.0.join("data/catalogue.json")).unwrap().modified().unwrap(), written);
    assert!(folder.read("data/openapi/api-geo/0.json").starts_with("{\"openapi\":\"3.1.0\""));
    let files = ["0.json", "contents.json", "fields.json"];
    assert_eq!(folder.list("data/explorer/api-geo/0"), files);
    let views = files.map(|file| folder.read(&format!("data/explorer/api-geo/0/{file}")));
    assert!(views[0].contains("\"path\":\"/x\""), "{}", views[0]);
    assert!(views[1].contains("\"rank\":0"), "{}", views[1]);
    std::fs::remove_dir_all(folder.0.join("data/explorer")).unwrap();
    folder.write("data/explorer/gone/0/0.json", "{}");
    assert!(folder.run(&["build"]).status.success());
    assert_eq!(files.map(|file| folder.read(&format!("data/explorer/api-geo/0/{file}"))), views);
    assert!(!folder.0.join("data/explorer/gone/0/0.json").exists());

    std::fs::remove_dir_all(folder.0.join("apis/api-geo")).unwrap();
    folder.write("guides/start.md", &GUIDE.replace("[api-geo]", "[]").replace("[b](/apis/api-geo#access)", ""));
    assert!(folder.run(&["build"]).status.success());
    assert!(!folder.0.join("data/apis/api-geo.json").exists());
    assert_eq!(folder.list("data/explorer/api-geo/0"), Vec::<String>::new());
}

#[test]
fn documents_of_one_api_know_and_are_compared_with_each_other() {
    let folder = Folder::new("versions");
    folder.write(
        "apis/api-geo/index.md",
        &API.replace("[{ file: openapi.yaml }]", "[{ file: openapi.yaml }, { file: new.yaml, title: New }]"),
    );
    folder
        .write("apis/api-geo/new.yaml", "openapi: 3.1.0\ninfo: { title: T, version: 2 }\npaths: { /y: { get: {} } }\n");
    assert!(folder.run(&["build"]).status.success());
    for (rank, other) in [(0, 1), (1, 0)] {
        let files = ["0.json", "contents.json", "fields.json", &format!("since-{other}.json")];
        assert_eq!(folder.list(&format!("data/explorer/api-geo/{rank}")), files);
        let contents = folder.read(&format!("data/explorer/api-geo/{rank}/contents.json"));
        assert!(
            contents.contains(
                r#""documents":[{"rank":0,"title":"T","version":"1"},{"rank":1,"title":"New","version":"2"}]"#
            ),
            "{contents}"
        );
    }
    let changes = folder.read("data/explorer/api-geo/1/since-0.json");
    assert!(changes.contains(r#""before":{"rank":0"#) && changes.contains(r#""after":{"rank":1"#), "{changes}");
    assert!(changes.contains(r#""operation":["GET","/x"]"#) && changes.contains(r#""id":"get-y""#), "{changes}");
}

#[test]
fn every_defect_is_listed_with_file_line_and_mend() {
    let check = |file: &str, from: &str, to: &str, expected: &str| {
        let folder = Folder::new("bad");
        let text = folder.read(file);
        assert!(text.contains(from), "{from}");
        folder.write(file, &text.replace(from, to));
        let listed = folder.check();
        assert!(listed.contains(expected), "{expected}\n{listed}");
    };
    let api = "apis/api-geo/index.md";
    check(
        api,
        "tagline",
        "taglin",
        "index.md:3:1 /taglin: warning [unknown-key] The key `taglin` does not exist. → Write `tagline`.",
    );
    check(
        api,
        "producer: dinum",
        "producer: dinun",
        "index.md:4 /producer: error [unresolved-reference] The catalogue does not have the producer `dinun`. → Write `dinum`.",
    );
    check(api, "[geo]", "[gea]", "[unresolved-reference] The catalogue does not have the theme `gea`");
    check(api, "#a-b", "#nope", "index.md:13: warning [dead-link] The link `/guides/start#nope`");
    check(
        api,
        "/guides/start#a-b",
        "/apis/gone/explorer?view=fields",
        "[dead-link] The link `/apis/gone/explorer?view=",
    );
    check(api, "/guides/start#a-b", "/apis/gone/explorer", "[dead-link] The link `/apis/gone/explorer`");
    check(api, "/guides/start#a-b", "/resources/x.pdf", "[dead-link] The link `/resources/x.pdf`");
    check(api, "[guide](", "[x](javascript:alert(1)) [guide](", "[link-address] The link `javascript:alert(1)`");
    check(api, "## Données", "## Données\n\nTODO", "[placeholder]");
    check("guides/start.md", "#a-b", "#b", "start.md:10: warning [dead-link] The link `#b`");
    check(
        "guides/start.md",
        "[api-geo]",
        "[api-gea]",
        "warning [unresolved-reference] The catalogue does not have the API `api-gea`. → Write `api-geo`.",
    );
    check(
        "apis/api-geo/openapi.yaml",
        "openapi: 3.1.0",
        "<!DOCTYPE html>",
        "error [openapi-html] This is an HTML page.",
    );
    check("apis/api-geo/openapi.yaml", "openapi: 3.1.0", "x: y", "error [openapi-unknown]");
    check("apis/api-geo/openapi.yaml", "{ title: T", "{ title: [T", "[yaml-");
    check("site.json", "\"languages\": [\"fr\"],", "", "error [missing-key] The key `languages` is missing.");
}

#[test]
fn titles_and_names_are_unique() {
    let folder = Folder::new("twice");
    folder.write("apis/other/index.md", &API.replace("openapi: [{ file: openapi.yaml }]", "aliases: [api-geo]"));
    let listed = folder.check();
    assert!(listed.contains("[duplicate-title]"), "{listed}");
    assert!(listed.contains("[duplicate-name]"), "{listed}");
    let output = folder.run(&["build"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!folder.0.join("data/catalogue.json").exists());
}

#[test]
fn the_exit_code_says_how_it_went() {
    let folder = Folder::new("codes");
    folder.write("apis/api-geo/index.md", &API.replace("tagline: Communes", "tagline: TODO"));
    assert_eq!(folder.run(&["check"]).status.code(), Some(0));
    assert_eq!(folder.run(&["check", "--strict"]).status.code(), Some(1));
    for wrong in [&["chek"][..], &["check", "--format", "xml"], &["check", "--nope"], &["new", "api", "Bad Slug"], &[]]
    {
        assert_eq!(run(wrong).status.code(), Some(2), "{wrong:?}");
    }
    for help in ["check", "build", "seal", "schema"] {
        let output = run(&[help, "--help", "--lang", "en"]);
        assert!(output.status.success());
        assert!(String::from_utf8_lossy(&output.stdout).starts_with("Usage: catalogue"), "{help}");
    }
}

#[test]
fn reports_for_programs() {
    let folder = Folder::new("formats");
    folder.write("apis/api-geo/index.md", &API.replace("tagline: Communes", "tagline: TODO"));
    let json = folder.run(&["check", "--format", "json"]).stdout;
    let rows: serde_json::Value = serde_json::from_slice(&json).unwrap();
    assert_eq!(rows[0]["code"], "placeholder");
    assert_eq!(rows[0]["line"], 3);
    let github = String::from_utf8(folder.run(&["check", "--format", "github"]).stdout).unwrap();
    // From where the command runs, not from the content folder: GitHub would find no such file.
    let (start, rest) = github.split_once("apis/api-geo/index.md,line=3,title=placeholder::").unwrap();
    let folder = start.strip_prefix("::warning file=").unwrap();
    assert!(std::path::Path::new(folder).is_dir() && !rest.is_empty(), "{github}");
}

#[test]
fn a_new_page_never_replaces_a_file() {
    let folder = Folder::new("new");
    assert!(folder.run(&["new", "api", "api-new"]).status.success());
    assert!(folder.read("apis/api-new/index.md").contains("title:"));
    assert_eq!(folder.run(&["new", "api", "api-new"]).status.code(), Some(1));
}

#[test]
fn published_schemas_are_up_to_date() {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("schemas");
    assert!(run(&["schema", "--out", out.to_str().unwrap()]).status.success());
    let published = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/schema");
    for name in ["api", "producer", "guide", "page", "themes", "site"] {
        let file = format!("{name}.schema.json");
        let fresh = std::fs::read_to_string(out.join(&file)).unwrap();
        assert_eq!(std::fs::read_to_string(published.join(&file)).unwrap(), fresh, "run `cargo catalogue schema`");
    }
}

#[test]
fn the_catalogue_of_this_repository_has_no_error() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("public");
    let output = run(&["check", "--content", content.to_str().unwrap()]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}
