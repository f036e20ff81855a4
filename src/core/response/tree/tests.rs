use super::*;
use crate::core::testing::cases;
use proptest::prelude::*;
use serde_json::Value;

pub(crate) fn tree(json: &str) -> Tree {
    Tree::read(Arc::new(json.as_bytes().to_vec())).0
}

fn lines(tree: &Tree) -> Vec<String> {
    let rows = tree.visible(0, tree.count());
    let line = |row: &TreeRow| {
        let name = row.key.clone().or(row.index.map(|index| index.to_string())).unwrap_or_default();
        let sign = if row.folded { "+" } else { "" };
        format!("{}{name}{sign}={}", " ".repeat(row.depth as usize), row.text)
    };
    rows.iter().map(line).collect()
}

#[test]
fn rows_say_what_is_written() {
    let mut tree =
        tree(r#"{"a":[1.10,12345678901234567890],"é\n":"x\u00e9\ud83d\ude00\ud800","a":null,"b":{},"c":true}"#);
    assert_eq!(
        lines(&tree)[1..],
        [
            " a=[1.10,12345678901234567890]",
            "  0=1.10",
            "  1=12345678901234567890",
            " é\n=xé😀\u{fffd}",
            " a=null",
            " b={}",
            " c=true"
        ]
    );
    let rows = tree.visible(1, 2);
    assert_eq!((rows[0].children, rows[1].index), (2, Some(0)));
    assert_eq!((rows[0].position, rows[1].position, rows[1].siblings), (1, 1, 2));
    let last = &tree.visible(7, 9)[0];
    assert_eq!(last.position, last.siblings);
    tree.fold(1);
    assert_eq!(lines(&tree)[1], " a+=[1.10,12345678901234567890]");
    assert_eq!((tree.count(), tree.rank(2), tree.rank(4)), (6, None, Some(2)));
    tree.fold(0);
    tree.unfold(1);
    assert_eq!(tree.count(), 1);
    tree.unfold(0);
    assert_eq!(tree.count(), 8);
}

#[test]
fn long_texts_are_cut() {
    let tree = tree(&format!(r#"["{0}","{1}",[{2}0]]"#, "é".repeat(200), "é".repeat(201), "1,".repeat(300)));
    let rows = tree.visible(1, 3);
    assert_eq!((rows[0].cut, rows[1].cut, rows[1].text.chars().count(), rows[2].cut), (false, true, 200, true));
}

#[test]
fn mistakes_have_a_place_and_what_is_before_is_kept() {
    for (json, line, column, what, kept) in [
        ("", 1, 1, "vide", 0),
        (" \n ", 2, 2, "vide", 0),
        ("[1,\n \"é\" 2]", 2, 6, "virgule", 3),
        (r#"{"a":1,b:2}"#, 1, 8, "clé", 2),
        (r#"{"a":1,}"#, 1, 8, "clé", 2),
        ("[1,]", 1, 4, "valeur", 2),
        ("[,1]", 1, 2, "valeur", 1),
        (r#"{"a""#, 1, 5, "s’arrête", 1),
        (r#"{"a":"he"#, 1, 9, "s’arrête", 2),
        (r#"{"a":"he\"#, 1, 10, "s’arrête", 2),
        ("[1, nul", 1, 5, "s’arrête", 2),
        ("[1, NaN]", 1, 5, "valeur", 2),
        ("[01]", 1, 3, "virgule", 2),
        ("[1.]", 1, 4, "valeur", 2),
        ("[-]", 1, 3, "valeur", 1),
        ("[\"a\nb\"]", 1, 4, "contrôle", 2),
        (r#"["\x"]"#, 1, 3, "oblique", 2),
        (r#"["\u12g4"]"#, 1, 3, "oblique", 2),
        ("{} {}", 1, 4, "suit", 1),
        ("\u{feff}[x]", 1, 2, "valeur", 1),
    ] {
        let (tree, problem) = Tree::read(Arc::new(json.as_bytes().to_vec()));
        let problem = problem.unwrap_or_else(|| panic!("{json}"));
        assert_eq!((problem.line, problem.column, tree.len()), (line, column, kept), "{json} {}", problem.what.fr);
        assert!(problem.what.fr.contains(what), "{json}: {}", problem.what.fr);
        assert_eq!(tree.visible(0, 9).len(), kept as usize, "{json}");
    }
    let (tree, _) = Tree::read(Arc::new(br#"{"a":"he"#.to_vec()));
    assert_eq!(tree.visible(1, 1)[0].text, "he");
}

#[test]
fn nesting_is_bounded() {
    let (mut tree, problem) = Tree::read(Arc::new(vec![b'['; 1_000_000]));
    assert!(problem.is_some_and(|problem| problem.what.en.contains("nested")));
    tree.unfold_all();
    assert_eq!((tree.len(), tree.count()), (1000, 1000));
    assert_eq!(tree.path(999).pointer.len(), 2 * 999);
}

#[test]
fn a_few_hundred_rows_are_shown_at_first() {
    for (json, rows) in [
        (format!("[{}0]", "0,".repeat(4999)), 5001),
        (format!("[{}0]", r#"{"a":[1,2,3]},"#.repeat(100)), 202),
        (r#"{"a":{"b":{"c":[1]}}}"#.to_owned(), 5),
        ("3".to_owned(), 1),
    ] {
        assert_eq!(tree(&json).count(), rows, "{}", json.len());
    }
}

#[test]
fn paths_and_raw_text() {
    let tree = tree(r#"{"a/b":[{"c d":"é"}],"_x1":2}"#);
    for (node, pointer, expression, text) in [
        (0, "", "$", r#"{"a/b":[{"c d":"é"}],"_x1":2}"#),
        (3, "/a~1b/0/c d", r#"$["a/b"][0]["c d"]"#, r#""é""#),
        (2, "/a~1b/0", r#"$["a/b"][0]"#, r#"{"c d":"é"}"#),
        (4, "/_x1", "$._x1", "2"),
    ] {
        let path = tree.path(node);
        assert_eq!((path.pointer.as_str(), path.expression.as_str()), (pointer, expression));
        assert_eq!(tree.text(node, 99), RawText { text: text.to_owned(), cut: false });
        assert_eq!(tree.find(pointer), Some(node));
    }
    assert_eq!(tree.text(3, 2), RawText { text: "\"".to_owned(), cut: true });
    assert_eq!(tree.find("/a~1b/1"), None);
    assert_eq!(tree.text(99, 9).text, "");
}

#[test]
fn search_folds_case_and_accents_and_reveals() {
    let json = r#"{"Été":{"x":["ÉCOLE","éc\u006fle","œuvre"]},"n":[12.50,true,null],"q":"a\"b","z":"Ελλάδα"}"#;
    for (words, from, found) in [
        ("ecole", None, Some(3)),
        ("École", Some(3), Some(4)),
        ("ecole", Some(4), Some(3)),
        ("ete", None, Some(1)),
        ("OEUV", None, Some(5)),
        ("2.5", None, Some(7)),
        ("tru", None, Some(8)),
        ("null", None, Some(9)),
        ("a\"b", None, Some(10)),
        ("ελλ", None, Some(11)),
        (",", None, None),
        ("  ", None, None),
        ("zebra", Some(11), None),
    ] {
        let mut tree = tree(json);
        tree.fold_to(1);
        assert_eq!(tree.search(words, from), found, "{words}");
        assert!(found.is_none_or(|node| tree.rank(node).is_some()), "{words}");
    }
}

fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "[a-z\"\\\\\n é😀]{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec(("[a-c~/\"é]{0,2}", inner), 0..6)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

/// The rows, the slow way: all nodes but those in a folded one.
fn shown(tree: &Tree) -> Vec<u32> {
    let hidden = |node: &u32| tree.ancestors(*node).any(|ancestor| tree.nodes[ancestor as usize].folded);
    (0..tree.len()).filter(|node| !hidden(node)).collect()
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn every_value_is_found_where_it_is(value in json(), pretty: bool) {
        let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) }.unwrap();
        let (tree, problem) = Tree::read(Arc::new(text.into_bytes()));
        prop_assert_eq!(problem, None);
        for node in 0..tree.len() {
            let pointer = tree.path(node).pointer;
            let expect = value.pointer(&pointer).unwrap();
            let text = tree.text(node, usize::MAX).text;
            prop_assert_eq!(&serde_json::from_str::<Value>(&text).unwrap(), expect);
            prop_assert_eq!(tree.find(&pointer), Some(node));
            let children = expect.as_array().map(Vec::len).or(expect.as_object().map(serde_json::Map::len));
            prop_assert_eq!(tree.children_count(node) as usize, children.unwrap_or(0));
        }
    }

    #[test]
    fn folding_shows_the_right_rows(value in json(), folds in prop::collection::vec((any::<bool>(), 0_u32..60), 0..20)) {
        let mut tree = tree(&value.to_string());
        for (fold, node) in folds {
            if fold { tree.fold(node) } else { tree.unfold(node) }
            let expect = shown(&tree);
            let rows: Vec<u32> = tree.visible(0, u32::MAX).iter().map(|row| row.node).collect();
            prop_assert_eq!(&rows, &expect);
            prop_assert_eq!(tree.count() as usize, expect.len());
            for (row, node) in (0_u32..).zip(&expect) {
                prop_assert_eq!(tree.rank(*node), Some(row));
            }
        }
    }

    #[test]
    fn accepts_what_is_json(text in "[\\[\\]{}:,\"ab0-9.eE+\\-tn\\\\u ]{0,12}") {
        let accepted = Tree::read(Arc::new(text.clone().into_bytes())).1.is_none();
        let number = |error: &serde_json::Error| error.to_string().contains("number out of range");
        let surrogate = |error: &serde_json::Error| error.to_string().contains("surrogate");
        match serde_json::from_str::<Value>(&text) {
            Ok(_) => prop_assert!(accepted, "{text}"),
            Err(error) if number(&error) || surrogate(&error) => {}
            Err(_) => prop_assert!(!accepted, "{text}"),
        }
    }

    #[test]
    fn never_panics(bytes in prop::collection::vec(prop_oneof![any::<u8>(), prop::sample::select(&b"{}[]\",:\\01"[..])], 0..60)) {
        let (mut tree, _) = Tree::read(Arc::new(bytes));
        for node in 0..tree.len() {
            let _ = (tree.path(node), tree.text(node, 3), tree.number(node));
        }
        tree.unfold_all();
        let _ = tree.search("a", Some(3));
        prop_assert_eq!(tree.visible(0, u32::MAX).len(), tree.count() as usize);
    }
}

#[test]
fn checkpoints_hold_over_many_rows() {
    let item = format!("[{}0],", "0,".repeat(2999));
    let mut tree = tree(&format!("[{}0]", item.repeat(5)));
    tree.unfold_all();
    let nodes: Vec<u32> = tree.children(0).collect();
    for (fold, child) in [(true, 1), (true, 3), (false, 1), (true, 0), (false, 3), (false, 0)] {
        if fold {
            tree.fold(nodes[child])
        } else {
            tree.unfold(nodes[child])
        }
        let expect = shown(&tree);
        assert_eq!(tree.count() as usize, expect.len());
        for row in (0..tree.count()).step_by(997) {
            let node = tree.visible(row, 1)[0].node;
            assert_eq!((node, tree.rank(node)), (expect[row as usize], Some(row)));
        }
    }
}
