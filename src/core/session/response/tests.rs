//! Answers, asked about as the page asks.

use super::*;
use crate::core::response::{CsvOptions, NodeKind};
use crate::core::session::{Answer, Question, Session};

fn received(content_type: &str, status: u16, body: &[u8]) -> (Session, ResponseView) {
    let mut session = Session::default();
    let headers =
        vec![("content-type".to_owned(), content_type.to_owned()), ("ratelimit-remaining".into(), "3".into())];
    let question = ResponseQuestion::Receive { status, headers, url: "https://a.fr/v1/x?page=1".into() };
    let (answer, _) = session.call(Question::Response(question), body);
    let Answer::Response(ResponseAnswer::Received(view)) = answer else { panic!("{answer:?}") };
    (session, *view)
}

fn ask(session: &mut Session, question: ResponseQuestion) -> ResponseAnswer {
    match session.answer(Question::Response(question), &[]).0 {
        Answer::Response(answer) => answer,
        other => panic!("{other:?}"),
    }
}

/// Each row as its node, with `+` where it is folded and what is marked.
fn shown(session: &mut Session, first: u32, count: u32) -> (u32, String) {
    let ResponseAnswer::Rows { total, rows, marks } = ask(session, ResponseQuestion::Rows { first, count }) else {
        panic!()
    };
    let line = |row: &crate::core::response::TreeRow| {
        let marks = marks.iter().find(|marks| marks.node == row.node);
        let own = marks.map_or(String::new(), |marks| format!("{:?}/{}", marks.own, marks.inside));
        format!("{}{}{own}", row.node, if row.folded { "+" } else { "" })
    };
    (total, rows.iter().map(line).collect::<Vec<_>>().join(" "))
}

#[test]
fn what_is_said_before_anything_is_shown() {
    for (content_type, status, body, kind, rows, has_table, says) in [
        (
            "application/json",
            200,
            &br#"{"items":[{"a":1}],"next":"/v1/x?page=2"}"#[..],
            Kind::Json,
            5,
            true,
            "link true",
        ),
        ("application/json", 200, br#"{"next":"https://b.fr/2"}"#, Kind::Json, 2, false, "link false"),
        ("application/json", 200, b"{\"a\":1,", Kind::Json, 2, false, "problem"),
        ("application/problem+json", 404, br#"{"title":"No"}"#, Kind::Json, 2, false, "error"),
        ("text/csv", 200, b"a;b\n1;2\n", Kind::Csv, 0, true, ""),
        ("image/png", 200, b"\x89PNG", Kind::Image(crate::core::response::ImageKind::Png), 0, false, ""),
        ("application/json", 204, b"", Kind::Empty, 0, false, ""),
    ] {
        let (_, view) = received(content_type, status, body);
        assert_eq!((view.kind, view.rows, view.has_table), (kind, rows, has_table), "{content_type} {status}");
        let mut found = view.links.iter().map(|(_, same)| format!("link {same}")).collect::<Vec<_>>();
        found.extend(view.problem.map(|_| "problem".to_owned()));
        found.extend(view.error.map(|_| "error".to_owned()));
        assert_eq!(found.concat(), says, "{content_type} {status}");
        assert_eq!(view.rate_limit.and_then(|limit| limit.remaining), Some(3));
        assert!(view.file_name.starts_with("x."), "{}", view.file_name);
    }
}

#[test]
fn the_tree_folds_finds_and_is_marked() {
    let (mut session, view) = received("application/json", 200, br#"{"a":[1,{"b":"mot"}],"c":{"d":null}}"#);
    assert_eq!(view.rows, 7);
    let mark = ResponseQuestion::Mark { pointers: vec!["/a/1/b".into(), "/gone".into(), "/c".into(), "/a/0".into()] };
    assert_eq!(ask(&mut session, mark), ResponseAnswer::Total(7));
    assert_eq!(shown(&mut session, 0, 9), (7, "0 1 2[3]/0 3 4[0]/0 5[2]/0 6".into()));
    assert_eq!(ask(&mut session, ResponseQuestion::Fold { node: 1 }), ResponseAnswer::Total(4));
    // The row after those asked for says where the inside of the last one ends.
    assert_eq!(shown(&mut session, 1, 1), (4, "1+[]/2".into()));
    let find = ResponseQuestion::Find { pointer: "/a/1/b".into() };
    let expect = Found { node: 4, row: 4, total: 7 };
    assert_eq!(ask(&mut session, find), ResponseAnswer::Found(Some(expect)));
    assert_eq!(ask(&mut session, ResponseQuestion::FoldTo { depth: 1 }), ResponseAnswer::Total(3));
    let search = |words: &str, from| ResponseQuestion::Search { words: words.into(), from };
    assert_eq!(ask(&mut session, search("MOT", None)), ResponseAnswer::Found(Some(Found { total: 6, ..expect })));
    assert_eq!(ask(&mut session, search("absent", None)), ResponseAnswer::Found(None));
    assert_eq!(ask(&mut session, ResponseQuestion::UnfoldAll), ResponseAnswer::Total(7));
    assert_eq!(ask(&mut session, ResponseQuestion::Unfold { node: 99 }), ResponseAnswer::Total(7));
    let ResponseAnswer::Path(path) = ask(&mut session, ResponseQuestion::Path { node: 4 }) else { panic!() };
    assert_eq!((path.pointer.as_str(), path.expression.as_str()), ("/a/1/b", "$.a[1].b"));
    let ResponseAnswer::Text(text) = ask(&mut session, ResponseQuestion::Text { node: 3 }) else { panic!() };
    assert_eq!(text.text, r#"{"b":"mot"}"#);
}

#[test]
fn tables_sort_and_leave_as_csv() {
    let lists = [
        ("application/json", &br#"[{"n":2,"s":"=1"},{"n":10,"s":"b"}]"#[..]),
        ("text/csv", b"n,s\r\n2,=1\r\n10,b\r\n"),
    ];
    for (content_type, body) in lists {
        let (mut session, _) = received(content_type, 200, body);
        let first_cell = |session: &mut Session| match ask(session, ResponseQuestion::Table { first: 0, count: 1 }) {
            ResponseAnswer::Table(Some((view, page))) => (view.rows, page.rows[0][0].text.clone()),
            other => panic!("{other:?}"),
        };
        assert_eq!(first_cell(&mut session), (2, "2".into()));
        ask(&mut session, ResponseQuestion::Sort { column: 0, descending: true });
        assert_eq!(first_cell(&mut session), (2, "10".into()));
        let options = CsvOptions { separator: ';', protect: true, byte_order_mark: false };
        let (answer, bytes) = session.call(Question::Response(ResponseQuestion::Csv(options)), &[]);
        assert_eq!(answer, Answer::Response(ResponseAnswer::Bytes));
        assert_eq!(String::from_utf8(bytes).unwrap(), "n;s\r\n10;b\r\n2;'=1\r\n");
        ask(&mut session, ResponseQuestion::Unsort);
        assert_eq!(first_cell(&mut session), (2, "2".into()));
    }
}

#[test]
fn maps_and_texts() {
    let point = br#"{"type":"Point","coordinates":[2,48]}"#;
    let (mut session, view) = received("application/json", 200, point);
    assert_eq!(view.kind, Kind::GeoJson);
    let map = ResponseQuestion::Map { width: 400.0, height: 300.0 };
    let ResponseAnswer::Map(Some(drawing)) = ask(&mut session, map) else { panic!() };
    assert_eq!(drawing.shapes.len(), 1);
    let lines = |session: &mut Session, raw| match ask(session, ResponseQuestion::Lines { raw, first: 0, count: 9 }) {
        ResponseAnswer::Lines { total, rows } => (total, rows.into_iter().map(|row| row.text).collect::<Vec<_>>()),
        other => panic!("{other:?}"),
    };
    let (mut session, _) = received("application/xml; charset=iso-8859-1", 200, b"<a><b>\xe9</b></a>");
    assert_eq!(lines(&mut session, true), (1, vec!["<a><b>é</b></a>".into()]));
    assert_eq!(lines(&mut session, false), (3, vec!["<a>".into(), "  <b>é</b>".into(), "</a>".into()]));
    let declared = b"<?xml version='1.0' encoding='ISO-8859-1'?><a>\xe9</a>";
    let (mut session, _) = received("application/xml", 200, declared);
    assert!(lines(&mut session, true).1.concat().ends_with("<a>é</a>"));
    let (mut session, _) = received("application/json", 200, b"[1,\n2]");
    assert_eq!(lines(&mut session, false), (2, vec!["[1,".into(), "2]".into()]));
    let rows = ResponseQuestion::Rows { first: 0, count: u32::MAX };
    assert!(matches!(ask(&mut session, rows), ResponseAnswer::Rows { rows, .. } if rows[0].kind == NodeKind::Array));
}

#[test]
fn streams_while_they_come_and_once_they_came() {
    let data = |answer: ResponseAnswer| match answer {
        ResponseAnswer::Stream { state, entries, pending } => {
            (state.received, entries.into_iter().map(|entry| entry.data).collect::<Vec<_>>(), pending)
        }
        other => panic!("{other:?}"),
    };
    let mut session = Session::default();
    ask(&mut session, ResponseQuestion::StreamStart { kind: Kind::EventStream });
    let mut received_so_far = Vec::new();
    for chunk in [&b"data: a\n"[..], b"\ndata: \xc3", b"\xa9\n\nda"] {
        let (answer, _) = session.call(Question::Response(ResponseQuestion::StreamChunk), chunk);
        let Answer::Response(answer) = answer else { panic!() };
        received_so_far.push(data(answer).0);
    }
    assert_eq!(received_so_far, [0, 1, 2]);
    let all = ResponseQuestion::StreamEntries { first: 0, count: 9 };
    assert_eq!(data(ask(&mut session, all.clone())), (2, vec!["a".into(), "é".into()], "da".into()));
    ask(&mut session, ResponseQuestion::StreamEnd);
    let (mut session, _) = received("application/x-ndjson", 200, b"{\"a\":1}\n{\"a\":2}");
    assert_eq!(data(ask(&mut session, all)), (2, vec![r#"{"a":1}"#.into(), r#"{"a":2}"#.into()], String::new()));
}

#[test]
fn a_form_that_does_not_exist_says_so() {
    let (mut session, _) = received("image/png", 200, b"\x89PNG");
    for question in [
        ResponseQuestion::Rows { first: 0, count: 1 },
        ResponseQuestion::Map { width: 1.0, height: 1.0 },
        ResponseQuestion::Csv(CsvOptions { separator: ',', protect: true, byte_order_mark: true }),
    ] {
        let (answer, _) = session.call(Question::Response(question.clone()), &[]);
        assert!(matches!(answer, Answer::Failed(_)), "{question:?}");
    }
    assert_eq!(ask(&mut session, ResponseQuestion::Table { first: 0, count: 1 }), ResponseAnswer::Table(None));
}
