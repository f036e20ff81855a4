//! The former api.gouv.fr imported whole, as a person would: nothing is lost, and only its true defects remain.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub(super) fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_catalogue")).args(arguments).output().unwrap()
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// The archive, imported into a folder of the test's own; `None`, with a word about it, where it is absent.
pub(super) fn imported(name: &str) -> Option<PathBuf> {
    // Beside this folder, or beside the folder of work trees it is in.
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let places = ["../shared", "../../shared"].map(|shared| root.join(shared).join("data/apigouv"));
    let Some(archive) = places.iter().find(|place| place.is_dir()) else {
        println!("skipped: {} is absent", places[0].display());
        return None;
    };
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&out);
    let (content, report) = (out.join("content"), out.join("report.json"));
    let arguments = ["import", "apigouv", archive.to_str().unwrap(), "--out", content.to_str().unwrap()];
    let output = run(&[&arguments[..], &["--report", report.to_str().unwrap(), "--lang", "en"]].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("170 APIs, 60 producers, 30 guides and 18 services"), "{said}");
    Some(out)
}

#[test]
fn every_page_comes_in_and_builds() {
    let Some(out) = imported("apigouv-build") else { return };
    let (content, data) = (out.join("content"), out.join("data"));
    let output = run(&["build", "--content", content.to_str().unwrap(), "--out", data.to_str().unwrap()]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    assert_eq!(json(&data.join("catalogue.json"))["content"]["apis"].as_array().unwrap().len(), 170);
    assert_eq!(std::fs::read_dir(data.join("apis")).unwrap().count(), 170);
    assert_eq!(std::fs::read_dir(data.join("producers")).unwrap().count(), 60);
    let report = json(&out.join("report.json"));
    let counted: u64 = report["counts"].as_object().unwrap().values().filter_map(Value::as_u64).sum();
    assert_eq!(report["entries"].as_array().unwrap().len() as u64, counted);
    // Figures of the archive, counted apart from this code.
    for (rule, count) in [
        ("date-dirty", 1),
        ("contact-several", 6),
        ("question-tree-dead", 5),
        ("tag-next-steps", 43),
        ("openapi-page", 4),
    ] {
        assert_eq!(report["counts"][rule], count, "{rule}");
    }
}

#[test]
fn check_warns_of_the_true_defects_only() {
    let Some(out) = imported("apigouv-check") else { return };
    let output = run(&["check", "--format", "json", "--content", out.join("content").to_str().unwrap()]);
    let problems: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    let of = |code: &str| problems.iter().filter(|problem| problem["code"] == code).count();
    assert!(problems.iter().all(|problem| problem["severity"] == "warning"), "{problems:#?}");
    // References by title that match no API; taglines over 160 characters; addresses that are not encrypted.
    let known = [("unresolved-reference", 18), ("dead-link", 8), ("tagline-long", 16), ("insecure-address", 15)];
    for (code, count) in known {
        assert_eq!(of(code), count, "{code}");
    }
    let unknown: Vec<_> =
        problems.iter().filter(|problem| known.iter().all(|(code, _)| problem["code"] != *code)).collect();
    assert!(unknown.is_empty(), "{unknown:#?}");
    let dead =
        ["api-rncs", "DataPass_presentation_new.pdf", "api-data-subventions", "api-geo.html", "api-entreprise.html"];
    for problem in problems.iter().filter(|problem| problem["code"] == "dead-link") {
        let message = problem["message"].as_str().unwrap();
        assert!(dead.iter().any(|link| message.contains(link)), "{message}");
    }
}
