//! Lists of changes for a terminal, a program, a page. What documents call things is hostile until escaped here.

use super::{Change, Impact};
use crate::core::i18n::{Language, Text};
use crate::core::markdown::escape::{escaped, inert};
use serde_json::{Value, json};

/// One line for each change, grouped by impact, then a count. Names cannot act on the terminal.
pub fn text(changes: &[Change], language: Language) -> String {
    let mut lines = Vec::new();
    for (heading, group) in groups(changes, language) {
        lines.push(heading);
        lines.extend(group.iter().map(|change| format!("  {}", inert(&sentence(change, language)))));
    }
    lines.push(count(changes).get(language).to_owned());
    lines.join("\n")
}

/// The same as Markdown: a heading for each impact, then a list. Names are never read as Markdown nor as HTML.
pub fn markdown(changes: &[Change], language: Language) -> String {
    let mut blocks = Vec::new();
    for (heading, group) in groups(changes, language) {
        blocks.push(format!("## {heading}"));
        let items: Vec<String> = group.iter().map(|change| format!("- {}", item(change, language))).collect();
        blocks.push(items.join("\n"));
    }
    if blocks.is_empty() {
        blocks.push(count(changes).get(language).to_owned());
    }
    blocks.join("\n\n") + "\n"
}

/// One object for each change: `kind`, `impact`, `method`, `path`, `old`, `new` (JSON pointers), `message`. What a
/// change does not have is `null`.
pub fn json(changes: &[Change], language: Language) -> Value {
    let row = |change: &Change| {
        json!({
            "kind": change.kind.id(),
            "impact": change.impact.id(),
            "method": change.operation.as_ref().map(|operation| &operation.method),
            "path": change.operation.as_ref().map(|operation| &operation.path),
            "old": change.old,
            "new": change.new,
            "message": change.what.get(language),
        })
    };
    Value::Array(changes.iter().map(row).collect())
}

/// The changes of each impact that has some, the worst first, with their heading.
fn groups(changes: &[Change], language: Language) -> impl Iterator<Item = (String, Vec<&Change>)> {
    Impact::ALL.into_iter().filter_map(move |impact| {
        let group: Vec<&Change> = changes.iter().filter(|change| change.impact == impact).collect();
        let name = match impact {
            Impact::Breaking => Text::new("Changements incompatibles", "Breaking changes"),
            Impact::Compatible => Text::new("Changements compatibles", "Compatible changes"),
            Impact::Note => Text::new("À noter", "Notes"),
        };
        (!group.is_empty()).then(|| (format!("{} ({})", name.get(language), group.len()), group))
    })
}

/// How many changes of each impact.
fn count(changes: &[Change]) -> Text {
    if changes.is_empty() {
        return Text::new("Aucun changement.", "No change.");
    }
    let [breaking, compatible, notes] =
        Impact::ALL.map(|impact| changes.iter().filter(|change| change.impact == impact).count());
    let plural = |count: usize| if count > 1 { "s" } else { "" };
    Text::new(
        format!(
            "{breaking} incompatible{}, {compatible} compatible{}, {notes} note{}",
            plural(breaking),
            plural(compatible),
            plural(notes)
        ),
        format!("{breaking} breaking, {compatible} compatible, {notes} note{}", if notes == 1 { "" } else { "s" }),
    )
}

fn sentence(change: &Change, language: Language) -> String {
    let what = change.what.get(language);
    match &change.operation {
        Some(operation) => format!("{} {} — {what}", operation.method, operation.path),
        None => what.to_owned(),
    }
}

fn item(change: &Change, language: Language) -> String {
    let what = escaped(change.what.get(language));
    match &change.operation {
        Some(operation) => {
            format!("**{} {}** — {what}", escaped(&operation.method), escaped(&operation.path))
        }
        None => what,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Change, Impact, Kind, OperationName};
    use super::*;
    use crate::core::markdown;
    use crate::core::markdown::escape::acts;

    fn change(kind: Kind, impact: Impact, path: &str, name: &str) -> Change {
        Change {
            kind,
            impact,
            operation: Some(OperationName { method: "GET".to_owned(), path: path.to_owned() }),
            old: None,
            new: Some("/paths".to_owned()),
            what: Text::new(format!("Le nom {name} change."), format!("The name {name} changes.")),
        }
    }

    #[test]
    fn the_worst_comes_first_with_counts() {
        let changes = [
            change(Kind::ParameterAdded, Impact::Compatible, "/a", "x"),
            change(Kind::ParameterRemoved, Impact::Breaking, "/a", "y"),
            change(Kind::OperationDeprecated, Impact::Note, "/b", "z"),
            change(Kind::OperationRemoved, Impact::Breaking, "/c", "t"),
        ];
        let expected = "Changements incompatibles (2)\n  GET /a — Le nom y change.\n  GET /c — Le nom t change.\n\
            Changements compatibles (1)\n  GET /a — Le nom x change.\nÀ noter (1)\n  GET /b — Le nom z change.\n\
            2 incompatibles, 1 compatible, 1 note";
        assert_eq!(text(&changes, Language::Fr), expected);
        let page = markdown(&changes[..2], Language::En);
        assert_eq!(
            page,
            "## Breaking changes (1)\n\n- **GET /a** — The name y changes.\n\n\
            ## Compatible changes (1)\n\n- **GET /a** — The name x changes.\n"
        );
        let rows = json(&changes, Language::En);
        assert_eq!(
            rows[1],
            json!({"kind": "parameter-removed", "impact": "breaking", "method": "GET", "path": "/a", "old": null,
                "new": "/paths", "message": "The name y changes."})
        );
        assert_eq!(
            (text(&[], Language::En), markdown(&[], Language::Fr)),
            ("No change.".to_owned(), "Aucun changement.\n".to_owned())
        );
    }

    #[test]
    fn names_cannot_act() {
        for hostile in [
            "\u{1b}[31mred\u{7}",
            "a\nGET /b — fine",
            "\u{202e}txt",
            "<img src=x onerror=alert(1)>",
            "[click](javascript:alert(1))",
            "# title",
            "**b** `c` ~~d~~ | e",
            "\\`",
            "&amp; &#60;",
            "https://evil.example www.evil.example a@b.c",
            "- item",
            "1. item",
        ] {
            let changes = [change(Kind::ParameterAdded, Impact::Compatible, hostile, hostile)];
            let lines = text(&changes, Language::En);
            assert_eq!(lines.lines().count(), 3, "{hostile:?}: {lines}");
            assert!(!lines.chars().any(|character| acts(character) && character != '\n'), "{hostile:?}");
            let page = markdown(&changes, Language::En);
            assert_eq!(page.lines().count(), 3, "{hostile:?}: {page}");
            let shown = format!("{:?}", markdown::read(&page, Language::En));
            for banned in ["Link", "Image", "Code", "Emphasis", "Strike", "Button"] {
                assert!(!shown.contains(banned), "{hostile:?}: {shown}");
            }
        }
    }
}
