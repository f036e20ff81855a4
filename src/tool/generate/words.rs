//! Names and sentences.

use super::random::Random;

const NOUNS: [&str; 32] = [
    "account",
    "alert",
    "artifact",
    "branch",
    "build",
    "campaign",
    "comment",
    "contract",
    "dataset",
    "delivery",
    "deployment",
    "discount",
    "document",
    "environment",
    "event",
    "folder",
    "incident",
    "invitation",
    "invoice",
    "issue",
    "label",
    "license",
    "member",
    "message",
    "milestone",
    "package",
    "payment",
    "permit",
    "project",
    "release",
    "report",
    "secret",
];
const QUALIFIERS: [&str; 16] = [
    "archived",
    "automatic",
    "certified",
    "draft",
    "external",
    "internal",
    "legacy",
    "local",
    "managed",
    "nested",
    "pending",
    "private",
    "public",
    "regional",
    "scheduled",
    "shared",
];
const ATTRIBUTES: [&str; 40] = [
    "address",
    "approval",
    "attachment",
    "avatar",
    "balance",
    "category",
    "checksum",
    "city",
    "code",
    "color",
    "country",
    "currency",
    "department",
    "duration",
    "email",
    "engine",
    "priority",
    "format",
    "quota",
    "height",
    "locale",
    "location",
    "mode",
    "origin",
    "owner_login",
    "period",
    "phone",
    "position",
    "protocol",
    "rank",
    "reference",
    "region",
    "revision",
    "score",
    "size",
    "source",
    "stage",
    "target",
    "topic",
    "weight",
];
const ASPECTS: [&str; 8] = ["", "_count", "_name", "_url", "_at", "_state", "_ids", "_settings"];
const SENTENCES: [&str; 20] = [
    "The authenticated user must have write access to use this endpoint.",
    "Results are sorted by creation date, the most recent first.",
    "Up to one hundred items are returned for each page.",
    "This endpoint works with the following fine-grained token types.",
    "The value is computed again every night and may lag behind by a few hours.",
    "When the feature is turned off for the organization, an empty list is returned.",
    "Names are compared without regard to case, and leading spaces are removed.",
    "Creating content too quickly may result in secondary rate limiting.",
    "A request that fails leaves the resource as it was before.",
    "Times are given in UTC, in the form that ISO 8601 defines.",
    "Deleting it also deletes everything that depends on it, and cannot be undone.",
    "Only administrators can see the members of a private team.",
    "To follow a redirect, repeat the request at the address in the `Location` header.",
    "The identifier never changes, even after a rename or a transfer.",
    "Use the `Link` header to walk through the pages; do not compute addresses yourself.",
    "Files larger than the limit are left out, and listed under `truncated`.",
    "The state goes from `queued` to `in_progress`, then to `completed`.",
    "An address that no longer answers is tried again for three days.",
    "Send an empty list to remove every value, or leave the member out to keep them.",
    "You can read more about it in the [reference](https://docs.example.com/reference).",
];

/// The name of a resource, a different one for each number: `pending-invoice`.
pub(super) fn resource(number: usize) -> String {
    let noun = NOUNS.get(number % NOUNS.len()).copied().unwrap_or_default();
    let round = number / NOUNS.len();
    let qualifier = QUALIFIERS.get(round % QUALIFIERS.len()).copied().unwrap_or_default();
    match round / QUALIFIERS.len() {
        0 => format!("{qualifier}-{noun}"),
        more => format!("{qualifier}-{noun}-{more}"),
    }
}

/// The name of a property: `city_count`.
pub(super) fn property(random: &mut Random) -> String {
    format!("{}{}", random.pick(&ATTRIBUTES), random.pick(&ASPECTS))
}

/// A word.
pub(super) fn word(random: &mut Random) -> &'static str {
    random.pick(&ATTRIBUTES)
}

/// `count` sentences.
pub(super) fn sentences(random: &mut Random, count: usize) -> String {
    let written: Vec<_> = (0..count).map(|_| random.pick(&SENTENCES)).collect();
    written.join(" ")
}

/// Markdown: paragraphs, a note, a list.
pub(super) fn description(random: &mut Random, paragraphs: usize) -> String {
    let mut text = String::new();
    for paragraph in 0..paragraphs {
        let count = 1 + random.below(4);
        if paragraph > 0 {
            text.push_str(if random.chance(20) { "\n\n> [!NOTE]\n> " } else { "\n\n" });
        }
        text.push_str(&sentences(random, count));
    }
    if random.chance(40) {
        for _ in 0..3 {
            text.push_str(&format!("\n* `{}`: {}", word(random), random.pick(&SENTENCES)));
        }
    }
    text
}
