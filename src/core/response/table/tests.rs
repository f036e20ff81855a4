use super::*;
use crate::core::response::tree::Tree;
use proptest::prelude::*;

fn json(text: &str) -> Option<Table> {
    Table::of_json(&Tree::read(Arc::new(text.as_bytes().to_vec())).0)
}

fn csv(text: &str) -> Option<Table> {
    Table::of_csv(Arc::new(text.as_bytes().to_vec()))
}

/// Columns and cells, separated by signs that texts here do not hold.
fn shown(table: &Table) -> String {
    let rows = table.page(0, u32::MAX).rows;
    let lines = rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("|"));
    std::iter::once(table.columns.join("|")).chain(lines).collect::<Vec<_>>().join("/")
}

const PLAIN: CsvOptions = CsvOptions { separator: ',', protect: false, byte_order_mark: false };

#[test]
fn lists_of_objects() {
    for (text, pointer, expect) in [
        (
            r#"[{"a":1.50,"b":"x\ny"},{"c":null,"a":{"d":true,"e":{"f":1}}}]"#,
            "",
            "a|b|c|a.d|a.e/1.50|x\ny|||/|||true|{\"f\":1}",
        ),
        (r#"{"total":2,"results":[{"a":1},{"a":2}],"facets":[{"z":1}]}"#, "/results", "a/1/2"),
        (r#"{"_embedded":{"communes":[{"a":[1,2]}]}}"#, "/_embedded/communes", "a/[1,2]"),
        (
            r#"{"features":[{"type":"Feature","id":7,"geometry":null,"properties":{"n":"x"}}]}"#,
            "/features/*/properties",
            "id|n/7|x",
        ),
        (r#"{"a":{"b":{"c":[{"x":1}]}}}"#, "/a/b/c", "x/1"),
        (r#"[{"tags":[{"t":1},{"t":2},{"t":3}]},null]"#, "", "tags/[{\"t\":1},{\"t\":2},{\"t\":3}]/"),
        (r#"[{"a":{"b":1}},{"a":null}]"#, "", "a.b/1/"),
    ] {
        let table = json(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!((table.pointer.as_str(), shown(&table).as_str()), (pointer, expect), "{text}");
    }
    for text in ["[]", "{}", "3", "[1,2]", "", "[{}]", r#"{"a":{"b":{"c":{"d":[{"x":1}]}}}}"#] {
        assert!(json(text).is_none(), "{text}");
    }
}

#[test]
fn csv_texts() {
    for (text, expect) in [
        ("a;b\r\n1;\"x;\"\"y\"\"\r\nz\"\r\n\r\n;2", "a|b/1|x;\"y\"\r\nz/|2"),
        ("\u{feff}a,b\n1,2\n", "a|b/1|2"),
        ("a\tb\n1\t2\t3\n", "a|b|3/1|2|3"),
        ("a,,b\n1,2,3", "a|2|b/1|2|3"),
        ("seul\nun\ndeux", "seul/un/deux"),
        ("a,b\n\"open,1\n2", "a|b/open,1\n2|"),
        ("a,b\n1,", "a|b/1|"),
    ] {
        assert_eq!(csv(text).map(|table| shown(&table)).as_deref(), Some(expect), "{text:?}");
    }
    assert!(csv("").is_none() && csv("\n\r\n").is_none());
    let wide = csv(&format!("{}z\n{}1", "c,".repeat(150), "0,".repeat(150))).unwrap();
    assert_eq!((wide.columns.len(), wide.view().more_columns, wide.page(0, 1).rows[0].len()), (100, true, 100));
}

#[test]
fn rows_sort() {
    for (cells, ascending) in [
        (["10", "9", "-1.5", "1 000,5"], ["-1.5", "9", "10", "1 000,5"]),
        (["zoé", "Éric", "", "eve"], ["Éric", "eve", "zoé", ""]),
        (["02/01/2024", "01/02/2024", "31/12/2023", ""], ["31/12/2023", "02/01/2024", "01/02/2024", ""]),
        (["2024-01-02", "2023-12-31T10:00", "x", "3"], ["3", "2023-12-31T10:00", "2024-01-02", "x"]),
    ] {
        let mut table = csv(&format!("n\tv\n{}", cells.map(|cell| format!("-\t{cell}\n")).concat())).unwrap();
        let column = |table: &Table| table.page(0, 9).rows.iter().map(|row| row[1].text.clone()).collect::<Vec<_>>();
        table.sort(1, false);
        assert_eq!(column(&table), ascending);
        table.sort(1, true);
        let filled = ascending.iter().filter(|cell| !cell.is_empty()).count();
        assert_eq!(column(&table)[0], ascending[filled - 1], "empty cells stay last");
        table.unsort();
        assert_eq!(column(&table), cells);
    }
}

#[test]
fn exports_are_safe_in_spreadsheets() {
    let table =
        json(r#"[{"a":"=1+1","b":-5},{"a":"@x","b":"-x"},{"a":"a;b","b":"q\"\n"},{"a":"\tt","b":"+33 1"}]"#).unwrap();
    let safe = CsvOptions { separator: ';', protect: true, byte_order_mark: true };
    assert_eq!(table.csv(safe), "\u{feff}a;b\r\n'=1+1;-5\r\n'@x;'-x\r\n\"a;b\";\"q\"\"\n\"\r\n\"'\tt\";+33 1\r\n");
    assert_eq!(table.csv(PLAIN), "a,b\r\n=1+1,-5\r\n@x,-x\r\na;b,\"q\"\"\n\"\r\n\"\tt\",+33 1\r\n");
}

#[test]
fn pages_are_bounded() {
    let table = json(&format!(r#"[{{"a":"{}"}},{{"a":"y"}}]"#, "é".repeat(300))).unwrap();
    let page = table.page(0, 1);
    assert_eq!((page.rows.len(), page.rows[0][0].cut, page.rows[0][0].text.chars().count()), (1, true, 200));
    assert_eq!(table.page(5, 9).rows.len(), 0);
}

proptest! {
    #[test]
    fn exported_tables_read_back(rows in prop::collection::vec(prop::collection::vec("[a-z;,\"\n =é]{0,6}", 3), 1..8)) {
        let lines: Vec<_> = rows.iter().map(|row| serde_json::json!({"a": row[0], "b": row[1], "c": row[2]})).collect();
        let table = json(&serde_json::Value::from(lines).to_string()).unwrap();
        let again = csv(&table.csv(PLAIN)).unwrap();
        let texts = |table: &Table| -> Vec<Vec<String>> {
            let rows = table.page(0, 99).rows;
            rows.into_iter().map(|row| row.into_iter().map(|cell| cell.text).collect()).collect()
        };
        prop_assert_eq!(texts(&table), rows.clone());
        prop_assert_eq!(texts(&again), rows);
    }

    #[test]
    fn never_panics(text in "[a;,\t\"\r\n{}\\[\\]:é]{0,40}") {
        for table in [csv(&text), json(&text)].into_iter().flatten() {
            let _ = (table.view(), shown(&table));
        }
    }
}
