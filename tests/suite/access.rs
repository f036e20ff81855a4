//! Every API × every audience, over whole catalogues: an answer, a way on, and no address that leads nowhere.

use super::apigouv::{imported, run};
use catalogue::core::access::{Answer, Way, answer};
use catalogue::core::address::Href;
use catalogue::core::catalogue::browse::browse;
use catalogue::core::catalogue::wire::{self, ApiPage, Catalogue};
use catalogue::core::catalogue::{Audience, Verdict};
use catalogue::core::i18n::Language;
use catalogue::core::i18n::words::Words;
use catalogue::core::route::Route;
use catalogue::core::search::SearchIndex;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn read<T: DeserializeOwned>(path: &Path) -> T {
    wire::read(&std::fs::read(path).unwrap()).unwrap()
}

/// The data files of a content folder.
fn built(content: &Path, data: &Path) {
    let _ = std::fs::remove_dir_all(data);
    let output = run(&["build", "--content", content.to_str().unwrap(), "--out", data.to_str().unwrap()]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

struct Site {
    data: PathBuf,
    catalogue: Catalogue,
    index: SearchIndex,
}

impl Site {
    fn open(data: PathBuf) -> Self {
        let catalogue: Catalogue = read(&data.join("catalogue.json"));
        let index = SearchIndex::new(&catalogue);
        Self { data, catalogue, index }
    }

    fn has(&self, file: &str) -> bool {
        self.data.join(file).is_file()
    }

    /// Why a way leads nowhere.
    fn fault(&self, way: &Way, from: &ApiPage) -> Option<String> {
        let text = String::from(way.href.clone());
        if Href::parse(&text).as_ref() != Some(&way.href) {
            return Some(format!("{text} is no address"));
        }
        let Href::Internal(path) = &way.href else { return None };
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let leads = match Route::parse(path, query) {
            Some(Route::Api(slug) | Route::Access { api: slug, .. }) => self.has(&format!("apis/{slug}.json")),
            Some(Route::Producer(slug)) => self.has(&format!("producers/{slug}.json")),
            Some(Route::Guide(slug)) => self.has(&format!("guides/{slug}.json")),
            Some(Route::Explorer { api, document, .. }) => {
                api == from.slug && self.has(&format!("explorer/{api}/{document}/contents.json"))
            }
            Some(Route::Document { url: Some(_), .. }) => true,
            // A list that would be empty is a dead end.
            Some(Route::Apis(query)) => browse(&self.catalogue, &self.index, &query).total > 0,
            _ => false,
        };
        (!leads).then(|| format!("{text} leads nowhere"))
    }

    /// What is wrong with one answer.
    fn faults(&self, page: &ApiPage, audience: Audience, answer: &Answer) -> Vec<String> {
        let is_no = answer.reason.verdict() == Some(Verdict::No);
        let ways = [&answer.action].into_iter().chain(&answer.others).chain(&answer.successor);
        let mut faults: Vec<String> = ways.filter_map(|way| self.fault(way, page)).collect();
        let own = Href::Internal(Route::Api(page.slug.clone()).href());
        if is_no && answer.action.href == own {
            faults.push("a no that leads back to itself".into());
        }
        if is_no && answer.others.is_empty() {
            faults.push("a no with a single way out".into());
        }
        if !is_no && answer.delay.is_none() {
            faults.push("no word about the waiting time".into());
        }
        if [Language::Fr, Language::En].iter().any(|language| {
            answer.reason.words(*language).is_empty() || answer.action.action.words(*language).is_empty()
        }) {
            faults.push("blank".into());
        }
        faults.iter().map(|fault| format!("{} × {}: {fault}", page.slug, audience.id())).collect()
    }
}

/// Asks everything of a catalogue; the number of each verdict.
fn ask_everything(data: PathBuf, apis: usize) -> BTreeMap<&'static str, usize> {
    let site = Site::open(data);
    assert_eq!(site.catalogue.apis.len(), apis);
    let mut verdicts = BTreeMap::new();
    let mut faults = Vec::new();
    for summary in &site.catalogue.apis {
        let page: ApiPage = read(&site.data.join(format!("apis/{}.json", summary.slug)));
        for audience in Audience::ALL {
            let answer = answer(&page, &site.catalogue, audience);
            faults.extend(site.faults(&page, audience, &answer));
            *verdicts.entry(answer.reason.verdict().map_or("not stated", |verdict| verdict.en())).or_default() += 1;
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    println!("{verdicts:?}");
    assert_eq!(verdicts.values().sum::<usize>(), apis * Audience::ALL.len());
    verdicts
}

#[test]
fn our_catalogue_answers_everyone() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("public");
    let data = Path::new(env!("CARGO_TARGET_TMPDIR")).join("access-own");
    built(&content, &data);
    let apis = std::fs::read_dir(content.join("apis")).unwrap().count();
    let verdicts = ask_everything(data, apis);
    assert!(["Yes", "Under conditions", "No"].iter().all(|verdict| verdicts.contains_key(verdict)), "{verdicts:?}");
}

#[test]
fn the_former_catalogue_answers_everyone() {
    let Some(out) = imported("access-apigouv") else { return };
    let data = out.join("data");
    built(&out.join("content"), &data);
    let verdicts = ask_everything(data, 170);
    assert!(["Yes", "Under conditions", "No"].iter().all(|verdict| verdicts.contains_key(verdict)), "{verdicts:?}");
}
