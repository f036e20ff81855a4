use super::*;

fn codes(problems: &[Problem]) -> Vec<&'static str> {
    problems.iter().map(|problem| problem.code).collect()
}

#[test]
fn addresses_are_joined() {
    let check = |server: &str, path: &str, values: &[(&str, &str)], query: &str, expect: &str| {
        let values: Vec<_> = values.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
        assert_eq!(join_url(server, path, &values, query), (expect.into(), vec![]), "{server} {path} {query}");
    };
    check("https://a.fr", "/x", &[], "", "https://a.fr/x");
    check("https://a.fr/", "/x", &[], "", "https://a.fr/x");
    check("https://a.fr/v1/", "/x/{id}/y", &[("id", "a%2Fb")], "q=1", "https://a.fr/v1/x/a%2Fb/y?q=1");
    check("https://a.fr/v1?k=1#f", "/x?fixed=é#g", &[], "q=1", "https://a.fr/v1/x?k=1&fixed=%C3%A9&q=1");
    check("https://a.fr", "", &[], "", "https://a.fr/");
    check("https://a.fr", "/", &[], "q", "https://a.fr/?q");
    check("https://a.fr", "x y/é", &[], "", "https://a.fr/x%20y/%C3%A9");
    check("https://a.fr", "/{a}{b}/{a}", &[("a", "{b}"), ("b", "$&")], "", "https://a.fr/{b}$&/{b}");
    check("https://a.fr", "/x{m}", &[("m", ";m=1;n=2")], "", "https://a.fr/x;m=1;n=2");
    check("https://é.fr", "/x", &[], "", "https://é.fr/x");
    check("https://a.fr", "/x.{f}", &[("f", "json")], "", "https://a.fr/x.json");
    check("https://a.fr", "/{unclosed", &[], "", "https://a.fr/%7Bunclosed");
    check("https://a b.fr\u{a0}", "/x", &[], "", "https://a%20b.fr%20/x");
    check("a b//c://d e", "/x", &[], "", "a%20b//c://d%20e/x");
}

#[test]
fn a_value_never_changes_the_route() {
    let check = |path: &str, value: Option<&str>, expect: &[&str]| {
        let values: Vec<_> = value.map(|value| ("id".to_owned(), value.to_owned())).into_iter().collect();
        assert_eq!(codes(&join_url("https://a.fr", path, &values, "").1), expect, "{path} {value:?}");
    };
    check("/x/{id}", None, &["empty-path-parameter"]);
    check("/x/{id}", Some(""), &["empty-path-parameter"]);
    check("/x/{id}/y", Some("."), &["dot-segment"]);
    check("/x/{id}/y", Some(".."), &["dot-segment"]);
    check("/x/{id}", Some("%2E."), &["dot-segment"]);
    check("/x/.{id}", Some("."), &["dot-segment"]);
    check("/x/{id}", Some("..."), &[]);
    check("/x/{id}.json", Some(".."), &[]);
}

#[test]
fn servers_have_variables_and_may_be_relative() {
    let variable = |name: &str, value: &str, allowed: &[&str]| ServerVariable {
        name: name.into(),
        value: value.into(),
        allowed: allowed.iter().map(|value| (*value).to_owned()).collect(),
    };
    let check = |url: &str, variables: Vec<ServerVariable>, base: Option<&str>, expect: (&str, &[&str])| {
        let (found, problems) = server_url(&Server { url: url.into(), variables }, base);
        assert_eq!((found.as_str(), codes(&problems).as_slice()), expect, "{url}");
    };
    let base = Some("https://doc.fr/apis/x/openapi.yaml");
    check(
        "https://{r}.a.fr:{p}/",
        vec![variable("r", "eu", &["eu"]), variable("p", "80", &[])],
        None,
        ("https://eu.a.fr:80/", &[]),
    );
    check(
        "https://{r}.a.fr",
        vec![variable("r", "us", &["eu"])],
        None,
        ("https://us.a.fr", &["server-variable-value"]),
    );
    check("https://{r}.a.fr", vec![], None, ("https://{r}.a.fr", &["unknown-server-variable"]));
    check("{u}/v1", vec![variable("u", "https://b.fr", &[])], base, ("https://b.fr/v1", &[]));
    check("/v1", vec![], base, ("https://doc.fr/v1", &[]));
    check("v1", vec![], base, ("https://doc.fr/apis/x/v1", &[]));
    check("../v1", vec![], base, ("https://doc.fr/apis/v1", &[]));
    check("v1", vec![], Some("https://doc.fr/x/openapi.json?version=2#top"), ("https://doc.fr/x/v1", &[]));
    check("HTTPS://a.fr/v1", vec![], None, ("https://a.fr/v1", &[]));
    check("//b.fr/v1", vec![], base, ("https://b.fr/v1", &[]));
    check("/v1", vec![], None, ("/v1", &["server-not-absolute"]));
    check("javascript:alert(1)//", vec![], base, ("javascript:alert(1)//", &["server-not-absolute"]));
    check(" https://a.fr\n", vec![], None, ("https://a.fr", &[]));
    check("v1", vec![], Some("\n https://\u{7f}doc.fr/x "), ("https://doc.fr/v1", &[]));
    for no_host in ["https://", "https:///v1", "https://?q", "https://a b.fr/v1", "http://a\u{a0}b"] {
        check(no_host, vec![], None, (no_host, &["server-not-absolute"]));
    }
}

proptest::proptest! {
    #[test]
    fn joining_never_panics(server in ".*", path in ".*", value in ".*") {
        let _ = join_url(&server, &path, &[("a".into(), value.clone())], &value);
        let _ = server_url(&Server { url: path, variables: vec![] }, Some(&server));
    }
}
