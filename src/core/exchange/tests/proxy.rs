use super::{get, put, secret};
use crate::core::address::HttpUrl;
use crate::core::catalogue::Proxy;
use crate::core::exchange::proxy::through;
use crate::core::request::{Body, Part, PartValue, Request, SecretPlace};

fn proxy(url: &str, credentials: bool) -> Proxy {
    Proxy { url: HttpUrl::parse(url).unwrap(), credentials }
}

#[test]
fn the_address_goes_where_the_proxy_wants_it() {
    for (template, url, expect) in [
        (
            "https://p.fr/?url={url}",
            "https://a.fr/é?b=c&d",
            Some("https://p.fr/?url=https%3A%2F%2Fa.fr%2F%C3%A9%3Fb%3Dc%26d"),
        ),
        ("https://p.fr/{url}/raw", "https://a.fr/", Some("https://p.fr/https%3A%2F%2Fa.fr%2F/raw")),
        ("https://p.fr/", "https://a.fr/?b=c", Some("https://p.fr/https://a.fr/?b=c")),
        ("https://p.fr/", "https://u:p@a.fr/x", Some("https://p.fr/https://a.fr/x")),
        ("https://p.fr/", "file:///etc/passwd", None),
        ("https://p.fr/", "ftp://a.fr/", None),
        ("https://p.fr/", "/v1", None),
    ] {
        let found = through(&get(url), &proxy(template, false));
        assert_eq!(found.map(|proxied| proxied.request.url).as_deref(), expect, "{template} {url}");
    }
}

#[test]
fn secrets_stay_out_of_the_proxy() {
    let mut request = put();
    request.headers.extend([("authorization".into(), "Bearer typed".into()), ("Accept".into(), "*/*".into())]);
    request.url = "https://api.gouv.fr/s3cret/x?a=1&token=s3cret&b=%733cret".into();
    request.body = Body::Text("{\"password\":\"hunter2\",\"a\":1}".into());
    request.secrets.push(secret(SecretPlace::Body, "hunter2"));
    let found = through(&request, &proxy("https://p.fr/", false)).unwrap();
    let expect = Request {
        method: "PUT".into(),
        url: "https://p.fr/https://api.gouv.fr//x?a=1".into(),
        headers: vec![("Content-Type".into(), "application/json".into()), ("Accept".into(), "*/*".into())],
        body: Body::Text("{\"password\":\"\",\"a\":1}".into()),
        secrets: vec![],
    };
    assert_eq!(found.request, expect);
    assert_eq!(found.dropped, ["X-Key", "authorization", "API_KEY"]);
}

#[test]
fn an_operator_may_let_secrets_through() {
    let mut request = put();
    request.secrets.push(secret(SecretPlace::Url, "a/b"));
    let found = through(&request, &proxy("https://p.fr/?url={url}", true)).unwrap();
    assert_eq!((found.request.headers, found.dropped), (request.headers.clone(), vec![]));
    assert!(found.request.url.ends_with("token%3Ds3cret"));
    let values: Vec<_> = found.request.secrets.iter().map(|secret| secret.value.as_str()).collect();
    assert_eq!(values, ["s3cret", "s3cret", "a%2Fb"], "snippets still find them");
}

#[test]
fn nothing_is_said_to_be_dropped_that_was_not_there() {
    let mut request = get("https://a.fr/x?y=1");
    request.secrets.push(secret(SecretPlace::Url, "absent"));
    let found = through(&request, &proxy("https://p.fr/", false)).unwrap();
    assert_eq!((found.dropped, found.request.url.as_str()), (vec![], "https://p.fr/https://a.fr/x?y=1"));
}

/// What is left once a secret is cut out holds it again.
#[test]
fn a_secret_inside_itself_is_cut_out_whole() {
    let mut request = get("https://a.fr/ababcdcd");
    request.secrets = vec![secret(SecretPlace::Url, "abcd")];
    let found = through(&request, &proxy("https://p.fr/?url={url}", false)).unwrap();
    assert!(!format!("{:?}", found.request).contains("abcd"), "{:?}", found.request);
}

proptest::proptest! {
    #[test]
    fn no_secret_is_left(value in "[A-Z0-9]{4,8}", before in "[a-z/?&=]{0,10}", after in "[a-z/?&=]{0,10}") {
        let mut request = get(&format!("https://a.fr/{before}{value}{after}"));
        request.headers.push(("X".into(), value.clone()));
        let text = PartValue::Text(format!("{before}{value}"));
        request.body = Body::Form(vec![Part { name: "n".into(), value: text, content_type: None, headers: vec![] }]);
        request.secrets = vec![
            secret(SecretPlace::Url, &value),
            secret(SecretPlace::Header("x".into()), &value),
            secret(SecretPlace::Body, &value),
        ];
        let found = through(&request, &proxy("https://p.fr/?url={url}", false)).unwrap();
        proptest::prop_assert!(!format!("{:?}", found.request).contains(&value), "{:?}", found.request);
    }
}
