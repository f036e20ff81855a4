//! What tests of publication share.

use super::{File, Receipt, Submission, Way};
use crate::core::address::HttpUrl;
use crate::core::catalogue::{Forge, ForgeKind, SecureUrl};
use crate::core::exchange::Received;
use crate::core::id::Slug;
use crate::core::path::RelativePath;

pub(super) fn file(path: &str, text: &str) -> File {
    File { path: RelativePath::parse(path).unwrap(), bytes: text.as_bytes().to_vec() }
}

pub(super) fn submission() -> Submission {
    let files = vec![
        file("apis/api-a/index.md", "---\ntitle: API d’été\n---\n"),
        file("apis/api-a/openapi.json", "{\"openapi\":\"3.1.0\"}"),
    ];
    Submission::new(Slug::parse("api-a").unwrap(), "Ajouter API d’été", "Une **API**.", files).unwrap()
}

pub(super) fn received(status: u16, headers: &[(&str, &str)], body: &str) -> Received {
    let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Received { status, headers, body: body.as_bytes().to_vec(), ..Received::default() }
}

pub(super) fn forge(kind: ForgeKind) -> Forge {
    Forge {
        kind,
        url: SecureUrl::parse("https://forge.example").unwrap(),
        api: None,
        repository: RelativePath::parse("team/catalogue").unwrap(),
        branch: RelativePath::parse("main").unwrap(),
        folder: RelativePath::parse("public"),
    }
}

/// That `title` was sent, to `place`.
pub(in crate::core) fn receipt(title: &str, place: &str) -> Receipt {
    let submission = Submission::new(Slug::parse("api-a").unwrap(), title, "", vec![file("a.md", title)]).unwrap();
    Receipt::new(&submission, Way::Post, place, 1_792_567_650_000, HttpUrl::parse("https://a.fr/1"))
}
