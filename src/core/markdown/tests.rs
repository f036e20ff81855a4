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
    check("# a-2\n\n# a\n\n# a\n\n#", "h1#a-2 h1#a h1#a-3 h1#section");
    check("a *b* **c** ~~d~~ `e`  \nf", "p(a _b_ *c* ~d~ `e`/f)");
    check("- a\n- b\n  - c", "ul[p(a)|p(b) ul[p(c)]]");
    check("3. a\n\n4. b", "ol[p(a)|p(b)]");
    check("- [x] a\n- [ ] b", "ul[x:p(a)|o:p(b)]");
    check("[x] fait", "p(box(true)fait)");
    check("[x] a\n[ ] b [x] c", "p(box(true)a/box(false)b [x] c)");
    check("- [x] a\n\n- [ ] b", "ul[x:p(a)|o:p(b)]");
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
fn reads_markdown_beside_html_on_the_same_lines() {
    check("<details><summary>**g** [l](/apis)</summary>\n\nx\n\n</details>", "details<*g* link(l)>{p(x)}");
    check("<details>\n<summary>s</summary>\na **b**\n- c\n</details>\n\nd", "details<s>{p(a *b*) ul[p(c)]} p(d)");
    check("<details>\n    <summary>s</summary>\n    a **b**\n</details>", "details<s>{p(a *b*)}");
    check("a <details><summary>s</summary>b</details> *c*", "p(a) details<s>{p(b)} p(_c_)");
    check("- a <details><summary>s</summary> b </details>\n- c", "ul[p(a) details<s>{p(b)}|p(c)]");
    check("<details><summary>\n\n### T\n\n</summary>\n\na\n\n</details>", "details<T>{p(a)}");
    check("<details>s<br>**t**</details>", "details<>{p(s/*t*)}");
    check("<br>\na **b**", "p(a *b*)");
    check("a\n<!-- b\n\nc -->\n\nd", "p(a) p(d)");
}

#[test]
fn says_which_tags_are_not_balanced() {
    let check_codes = |source: &str, expected: &str, lines: &[u32]| {
        check(source, expected);
        let problems = parse(source, "x.md", 1).problems;
        assert!(problems.iter().all(|problem| problem.code == "html-balance"), "{problems:?}");
        let found: Vec<u32> = problems.iter().filter_map(|problem| problem.place.line).collect();
        assert_eq!(found, lines, "{source:?}");
    };
    check_codes("<details>\n<summary>s\n\na", "details<s>{p(a)}", &[2, 1]);
    check_codes("<summary>s</summary>", "p(s)", &[1, 1]);
    check_codes("> <details>\n> a\n\nb", "quote{details<>{p(a)}} p(b)", &[1]);
    check_codes("a\n\n**b <details> c**", "p(a) p(*b <details> c*)", &[3]);
    check_codes("a\n\n<!-- b\n\nc", "p(a)", &[3]);
    check_codes("<details>\n\n> a\n> </details>\n\n</details>", "details<>{quote{p(a)}}", &[4]);
}

#[test]
fn shows_other_html_as_text_and_drops_unsafe_links() {
    check("a <script>alert(1)</script> b", "p(a <script>alert(1)</script> b)");
    check("<!-- secret -->\n\na", "p(a)");
    check("[a](javascript:alert(1)) [b](//evil)", "p(a b)");
    check("![i](https://elsewhere.fr/i.png)", "p(link(i))");
    check("![](https://elsewhere.fr/i.png) ![b](//e.fr/x)", "p(link(https://elsewhere.fr/i.png) b)");
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
    let details = "<details><summary>s</summary>".repeat(5_000) + &"</details>".repeat(5_000);
    for source in [
        ">".repeat(10_000),
        "- ".repeat(10_000),
        "<details>\n\n".repeat(10_000),
        "a <details> ".repeat(5_000),
        "*a ".repeat(10_000),
        "[".repeat(10_000),
        "*a **b ".repeat(2_000) + &"b** a*".repeat(2_000),
        "> - ".repeat(3_000) + "a",
        details,
    ] {
        let parsed = parse(&source, "x.md", 1);
        assert!(depth(&parsed.document.blocks) <= 40);
    }
}

#[test]
fn what_is_too_deep_is_shown_without_its_nesting() {
    for (open, count) in [("> ", 100), ("- ", 100), ("<details>\n\n", 100)] {
        let parsed = parse(&(open.repeat(count) + "seen **too**"), "x.md", 1);
        assert!(sketch(&parsed.document.blocks).contains("p(seen too)"));
        assert!(parsed.problems.iter().any(|problem| problem.code == "nesting"));
    }
}

fn depth(blocks: &[Block]) -> usize {
    let inside = |block: &Block| match block {
        Block::Quote(content) | Block::Callout { content, .. } => depth(content),
        Block::Details { summary, content } => depth(content).max(inline_depth(summary)),
        Block::List { items, .. } => items.iter().map(|item| depth(&item.blocks)).max().unwrap_or(0),
        Block::Paragraph(content) | Block::Heading { content, .. } | Block::Button { content, .. } => {
            inline_depth(content)
        }
        Block::Table { .. } | Block::Code { .. } | Block::Rule => 0,
    };
    1 + blocks.iter().map(inside).max().unwrap_or(0)
}

fn inline_depth(content: &[Inline]) -> usize {
    let inside = |inline: &Inline| match inline {
        Inline::Emphasis(content) | Inline::Strong(content) | Inline::Strikethrough(content) => inline_depth(content),
        Inline::Link { content, .. } | Inline::Button { content, .. } => inline_depth(content),
        _ => 0,
    };
    1 + content.iter().map(inside).max().unwrap_or(0)
}

fn pieces(extra: &'static [&'static str]) -> impl Strategy<Value = String> {
    let mut choices = vec![
        "<details>",
        "</details>",
        "<summary>",
        "</summary>",
        "\n",
        "\n\n",
        "- ",
        "> ",
        "**",
        "*",
        "<br>",
        "# ",
        "1. ",
        "<p>",
        "[!NOTE]\n",
        "[x] ",
        "    ",
        "<",
        " ",
    ];
    choices.extend(extra);
    prop::collection::vec(prop::sample::select(choices), 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn never_panics(source in ".{0,200}") {
        let _ = read(&source, Language::Fr);
    }

    #[test]
    fn only_safe_addresses_come_out(source in pieces(&[
        "[a](", "![a](", "javascript:x", "JAVASCRIPT:x", "data:x", "//e.fr", "https://e.fr", ")", "<javascript:x>",
        "&#106;avascript:x", "[r]", "\n\n[r]: javascript:x\n\n", "`", "```\n", "|a|b|\n|-|-|\n", "<!--", "-->",
        "\"button\"",
    ])) {
        let parsed = parse(&source, "x.md", 1);
        prop_assert!(depth(&parsed.document.blocks) <= 40);
        let written = format!("{:?}", parsed.document).to_ascii_lowercase();
        for bad in ["web(httpurl(\"j", "internal(\"//", "mail(\"j", "path: \"//", "path: \"j"] {
            prop_assert!(!written.contains(bad), "{}", written);
        }
    }

    #[test]
    fn loses_no_word(source in pieces(&["one", "two", "three", "four"])) {
        let shown = sketch(&blocks(&source));
        for word in ["one", "two", "three", "four"] {
            prop_assert!(shown.matches(word).count() >= source.matches(word).count(), "{word}: {shown}");
        }
    }
}
