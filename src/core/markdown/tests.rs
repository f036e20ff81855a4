use super::*;
use proptest::prelude::*;

fn blocks(source: &str) -> Vec<Block> {
    parse(source, "x.md", 1).document.blocks
}

/// A compact picture of a document, to compare with.
fn sketch(blocks: &[Block]) -> String {
    let one = |block: &Block| match block {
        Block::Heading { level, id, .. } => format!("h{level}#{id}"),
        Block::Paragraph(content) => format!("p({})", words(content)),
        Block::Button { content, .. } => format!("button({})", words(content)),
        Block::List { start, items } => {
            let items: Vec<String> = items
                .iter()
                .map(|item| {
                    let task = item.task.map(|done| if done { "x:" } else { "o:" }).unwrap_or_default();
                    format!("{task}{}", sketch(&item.blocks))
                })
                .collect();
            format!("{}[{}]", if start.is_some() { "ol" } else { "ul" }, items.join("|"))
        }
        Block::Code { language, text } => format!("code:{}({})", language.as_deref().unwrap_or(""), text.trim()),
        Block::Quote(content) => format!("quote{{{}}}", sketch(content)),
        Block::Callout { kind, content } => format!("{kind:?}{{{}}}", sketch(content)),
        Block::Table { head, rows, .. } => format!("table {}x{}", head.len(), rows.len()),
        Block::Details { summary, content } => format!("details<{}>{{{}}}", words(summary), sketch(content)),
        Block::Rule => "hr".into(),
    };
    blocks.iter().map(one).collect::<Vec<_>>().join(" ")
}

fn words(content: &[Inline]) -> String {
    content
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) => text.clone(),
            Inline::Code(code) => format!("`{code}`"),
            Inline::Emphasis(content) => format!("_{}_", words(content)),
            Inline::Strong(content) => format!("*{}*", words(content)),
            Inline::Strikethrough(content) => format!("~{}~", words(content)),
            Inline::Link { content, .. } => format!("link({})", words(content)),
            Inline::Button { content, .. } => format!("act({})", words(content)),
            Inline::Image { path, alternative } => format!("img({path},{alternative})"),
            Inline::Checkbox(done) => format!("box({done})"),
            Inline::Break => "/".into(),
        })
        .collect()
}

fn check(source: &str, expected: &str) {
    assert_eq!(sketch(&blocks(source)), expected, "{source:?}");
}

#[test]
fn reads_the_dialect() {
    check("# A é\n\n## A é\n\n## A é", "h1#a-e h2#a-e-2 h2#a-e-3");
    check("a *b* **c** ~~d~~ `e`  \nf", "p(a _b_ *c* ~d~ `e`/f)");
    check("- a\n- b\n  - c", "ul[p(a)|p(b) ul[p(c)]]");
    check("3. a\n\n4. b", "ol[p(a)|p(b)]");
    check("- [x] a\n- [ ] b", "ul[x:p(a)|o:p(b)]");
    check("[x] fait", "p(box(true)fait)");
    check("```json\n{}\n```", "code:json({})");
    check("> a", "quote{p(a)}");
    check("> [!WARNING]\n> a", "Warning{p(a)}");
    check("| a | b |\n|---|--:|\n| c<br>d | e |", "table 2x1");
    check("---", "hr");
    check("[a](https://a.fr \"button\")", "button(a)");
    check("x [a](https://a.fr \"button\")", "p(x act(a))");
    check("![alt](/images/a.svg)", "p(img(/images/a.svg,alt))");
    check("<a@b.fr> <https://a.fr>", "p(link(a@b.fr) link(https://a.fr))");
}

#[test]
fn reads_details() {
    check("<details><summary>s</summary>\n\na **b**\n\n</details>\n\nc", "details<s>{p(a *b*)} p(c)");
    check("<details>\n<summary>s</summary>\ntext\n</details>", "details<s>{p(text)}");
    check(
        "<details><summary>s</summary>\n\n<details><summary>t</summary>\n\nin\n\n</details>\n\n</details>\n\nout",
        "details<s>{details<t>{p(in)}} p(out)",
    );
    check("<details>\n\n- a\n- b\n\n</details>", "details<>{ul[p(a)|p(b)]}");
    check("<details><summary>s</summary>\n\nnever closed", "details<s>{p(never closed)}");
    check("a</details>", "p(a)");
}

#[test]
fn shows_other_html_as_text_and_drops_unsafe_links() {
    check("a <script>alert(1)</script> b", "p(a <script>alert(1)</script> b)");
    check("<!-- secret -->\n\na", "p(a)");
    check("[a](javascript:alert(1)) [b](//evil)", "p(a b)");
    check("![i](https://elsewhere.fr/i.png)", "p(link(i))");
    let parsed = parse("a\n\n<b>x</b> <b>y</b>\n\n[c](contact@x) ![i](http://e.fr/i.png)", "x.md", 10);
    let found: Vec<(&str, Option<u32>)> = parsed.problems.iter().map(|p| (p.code, p.place.line)).collect();
    assert_eq!(found, [("html-element", Some(12)), ("link-address", Some(14)), ("image-address", Some(14))]);
}

#[test]
fn headings_fit_below_the_title_of_the_page() {
    let levels = |source: &str| -> Vec<u8> {
        read(source, Language::En).headings().iter().map(|(level, _, _)| *level).collect()
    };
    assert_eq!(levels("### a\n\n##### b\n\n### c"), [2, 3, 2]);
    assert_eq!(levels("# a\n\n## b"), [2, 3]);
    assert_eq!(levels("## a\n\n### b"), [2, 3]);
}

#[test]
fn identifiers_follow_the_old_rule() {
    let check = |text: &str, expected: &str| assert_eq!(heading_id(text), expected);
    check("L’État & l'accès : où ?", "l’etat-&-l'acces-:-ou-?");
    check(" 📒 API  ", "📒-api");
}

#[test]
fn french_typography_leaves_code_alone() {
    assert_eq!(french_spaces("« a » : b ?"), "«\u{202f}a\u{202f}»\u{202f}: b\u{202f}?");
    let document = read("a : `b : c`", Language::Fr);
    assert_eq!(sketch(&document.blocks), "p(a\u{202f}: `b : c`)");
}

#[test]
fn hostile_nesting_ends() {
    for source in [">".repeat(10_000), "- ".repeat(5_000), "<details>\n\n".repeat(5_000), "*a ".repeat(5_000)] {
        let parsed = parse(&source, "x.md", 1);
        assert!(depth(&parsed.document.blocks) <= 40);
    }
}

fn depth(blocks: &[Block]) -> usize {
    let inside = |block: &Block| match block {
        Block::Quote(content) | Block::Callout { content, .. } | Block::Details { content, .. } => depth(content),
        Block::List { items, .. } => items.iter().map(|item| depth(&item.blocks)).max().unwrap_or(0),
        _ => 0,
    };
    1 + blocks.iter().map(inside).max().unwrap_or(0)
}

proptest! {
    #[test]
    fn never_panics(source in ".{0,200}") {
        let _ = parse(&source, "x.md", 1);
    }

    #[test]
    fn never_panics_on_what_looks_like_markdown(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "<details>", "</details>", "<summary>", "</summary>", "\n", "\n\n", "- ", "> ", "a", "**", "|a|b|\n|-|-|\n",
            "[x](", "javascript:x", ")", "`", "```\n", "<br>", "<!--", "-->", "# ", "1. ", "<p>", "[!NOTE]",
        ]), 0..40)
    ) {
        let source = pieces.concat();
        let parsed = parse(&source, "x.md", 1);
        for link in parsed.links {
            let written = format!("{:?}", link.href);
            prop_assert!(!written.contains("javascript:"), "{}", written);
        }
    }
}
