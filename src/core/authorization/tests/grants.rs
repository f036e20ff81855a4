//! Token requests.

use super::texts;
use crate::core::authorization::{
    Client, ClientAuthentication, Failure, Grant, device_authorization_request, redacted_text, token_request,
};
use crate::core::request::Body;

const BASIC: Client<'_> =
    Client { id: "s6BhdRkqt3", secret: Some("7Fjfp0ZBr1KtDRbnfVdmIw"), authentication: ClientAuthentication::Basic };
const BODY: Client<'_> = Client { authentication: ClientAuthentication::Body, ..BASIC };
const PUBLIC: Client<'_> = Client { secret: None, ..BASIC };
/// RFC 6749 §2.3.1.
const RFC_HEADER: &str = "Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3";

#[test]
fn each_grant_has_its_form() {
    let scopes = texts(&["a", "b:c"]);
    let code = Grant::AuthorizationCode {
        code: "SplxlOBeZQQYbYS6WxSbIA",
        redirect_uri: "https://client.example.com/cb",
        verifier: None,
    };
    let password = Grant::Password { user: "johndoe", password: "A3dd j3w&é" };
    for (grant, client, body, header, secrets) in [
        (
            code,
            BASIC,
            "grant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA\
             &redirect_uri=https%3A%2F%2Fclient.example.com%2Fcb",
            Some(RFC_HEADER),
            "CODE CLIENT_SECRET",
        ),
        (
            Grant::ClientCredentials,
            BODY,
            "grant_type=client_credentials&scope=a+b%3Ac&client_id=s6BhdRkqt3&client_secret=7Fjfp0ZBr1KtDRbnfVdmIw",
            None,
            "CLIENT_SECRET",
        ),
        (
            password,
            PUBLIC,
            "grant_type=password&username=johndoe&password=A3dd+j3w%26%C3%A9&scope=a+b%3Ac&client_id=s6BhdRkqt3",
            None,
            "PASSWORD",
        ),
        (
            Grant::RefreshToken("tGzv3JOkF0XG5Qx2TlKWIA"),
            BASIC,
            "grant_type=refresh_token&refresh_token=tGzv3JOkF0XG5Qx2TlKWIA&scope=a+b%3Ac",
            Some(RFC_HEADER),
            "REFRESH_TOKEN CLIENT_SECRET",
        ),
        (
            Grant::DeviceCode("GmRhm_hc"),
            PUBLIC,
            "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&device_code=GmRhm_hc\
             &client_id=s6BhdRkqt3",
            None,
            "DEVICE_CODE",
        ),
    ] {
        let request = token_request("https://a.fr/token?tenant=1", &grant, &client, &scopes, &[]).unwrap();
        assert_eq!(request.body, Body::Text(body.into()), "{grant:?}");
        assert_eq!(request.header("Authorization"), header, "{grant:?}");
        assert_eq!(request.header("Content-Type"), Some("application/x-www-form-urlencoded"));
        assert_eq!((request.method.as_str(), request.url.as_str()), ("POST", "https://a.fr/token?tenant=1"));
        let variables: Vec<&str> = request.secrets.iter().map(|secret| secret.variable.as_str()).collect();
        assert_eq!(variables.join(" "), secrets, "{grant:?}");
        let shown = redacted_text(&request);
        for secret in &request.secrets {
            assert!(!shown.contains(&secret.value), "{shown}");
        }
    }
}

#[test]
fn accounts_are_encoded_before_they_are_joined() {
    let client = Client { id: "a:b é", secret: Some("c%d+"), ..BASIC };
    let request = token_request("https://a.fr", &Grant::ClientCredentials, &client, &[], &[]).unwrap();
    // a%3Ab+%C3%A9:c%25d%2B
    assert_eq!(request.header("Authorization"), Some("Basic YSUzQWIrJUMzJUE5OmMlMjVkJTJC"));
}

#[test]
fn extra_parameters_replace_nothing() {
    let extra = [("audience", "x y"), ("grant_type", "password"), ("client_id", "evil"), ("client_secret", "evil")];
    let extra = extra.map(|(name, value)| (name.to_owned(), value.to_owned()));
    for (client, body) in [
        (BASIC, "grant_type=client_credentials&audience=x+y"),
        (PUBLIC, "grant_type=client_credentials&client_id=s6BhdRkqt3&audience=x+y"),
    ] {
        let request = token_request("https://a.fr", &Grant::ClientCredentials, &client, &[], &extra).unwrap();
        assert_eq!(request.body, Body::Text(body.into()));
    }
}

#[test]
fn devices_ask_for_their_code() {
    // RFC 8628 §3.1.
    let client = Client { id: "1406020730", ..PUBLIC };
    let scopes = texts(&["example_scope"]);
    let request = device_authorization_request("https://a.fr/device", &client, &scopes, &[]).unwrap();
    assert_eq!(request.body, Body::Text("scope=example_scope&client_id=1406020730".into()));
}

#[test]
fn secrets_never_go_in_clear() {
    for (endpoint, safe) in [
        ("https://a.fr/token", true),
        ("http://localhost:8080/token", true),
        ("http://[::1]/token", true),
        ("http://a.fr/token", false),
        ("http://localhost.a.fr/token", false),
        ("ftp://a.fr", false),
        ("", false),
    ] {
        let request = token_request(endpoint, &Grant::ClientCredentials, &BASIC, &[], &[]);
        assert_eq!(request.is_ok(), safe, "{endpoint}");
        let is_address = matches!(request, Err(Failure::NotEncrypted(_)));
        assert_eq!(is_address, endpoint.starts_with("http:") && !safe, "{endpoint}");
    }
}
