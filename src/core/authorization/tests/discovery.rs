//! What servers say of themselves.

use crate::core::authorization::{ClientAuthentication, Failure, Metadata, metadata_addresses};
use crate::core::openapi::FlowKind;
use proptest::prelude::*;

const ADDRESS: &str = "https://server.example.com/.well-known/openid-configuration";

fn read(body: &str) -> Result<(Metadata, Vec<Failure>), Failure> {
    Metadata::read(ADDRESS, 200, body.as_bytes())
}

#[test]
fn descriptions_are_looked_for_where_standards_put_them() {
    for (url, expect) in [
        (ADDRESS, vec![ADDRESS]),
        ("https://a.fr/metadata?tenant=1", vec!["https://a.fr/metadata?tenant=1"]),
        (
            "https://a.fr/realms/x/",
            vec![
                "https://a.fr/realms/x/",
                "https://a.fr/realms/x/.well-known/openid-configuration",
                "https://a.fr/.well-known/oauth-authorization-server/realms/x",
            ],
        ),
        (
            "http://127.0.0.1:1",
            vec![
                "http://127.0.0.1:1",
                "http://127.0.0.1:1/.well-known/openid-configuration",
                "http://127.0.0.1:1/.well-known/oauth-authorization-server",
            ],
        ),
    ] {
        assert_eq!(metadata_addresses(url).unwrap(), expect, "{url}");
    }
    assert!(metadata_addresses("http://a.fr").is_err() && metadata_addresses("").is_err());
}

#[test]
fn the_example_of_rfc_8414_is_read() {
    let body = r#"{"issuer":"https://server.example.com",
        "authorization_endpoint":"https://server.example.com/authorize",
        "token_endpoint":"https://other.example.com/token",
        "token_endpoint_auth_methods_supported":["client_secret_post","private_key_jwt",7],
        "device_authorization_endpoint":"https://server.example.com/device",
        "grant_types_supported":["authorization_code","client_credentials","refresh_token",
            "urn:ietf:params:oauth:grant-type:device_code"],
        "scopes_supported":["openid","profile"],
        "authorization_response_iss_parameter_supported":true,
        "code_challenge_methods_supported":["S256"]}"#;
    let (metadata, left_out) = read(body).unwrap();
    assert_eq!(left_out, []);
    assert_eq!(metadata.authorization_endpoint.as_deref(), Some("https://server.example.com/authorize"));
    assert_eq!(metadata.token_endpoint.as_deref(), Some("https://other.example.com/token"));
    assert_eq!(
        metadata.flows,
        [FlowKind::AuthorizationCode, FlowKind::ClientCredentials, FlowKind::DeviceAuthorization]
    );
    assert_eq!(metadata.scopes, ["openid", "profile"]);
    assert_eq!(metadata.authentications, [ClientAuthentication::Body]);
    assert!(metadata.says_issuer);
}

#[test]
fn what_is_not_said_has_the_meaning_of_the_standard() {
    let (metadata, _) =
        read(r#"{"authorization_endpoint":"https://a.fr/a","token_endpoint":"https://a.fr/t"}"#).unwrap();
    assert_eq!(metadata.flows, [FlowKind::AuthorizationCode, FlowKind::Implicit]);
    assert_eq!(metadata.authentications, [ClientAuthentication::Basic]);
    assert!(!metadata.says_issuer);
    let (metadata, _) = read(r#"{"grant_types_supported":["authorization_code","password"]}"#).unwrap();
    assert_eq!(metadata.flows, [], "no endpoint, no flow");
}

#[test]
fn hostile_descriptions_are_left_out_or_refused() {
    for (endpoint, code) in [
        ("http://server.example.com/token", "authorization-not-encrypted"),
        ("javascript:alert(1)", "authorization-address"),
        ("https://a.fr\\\\@evil.fr", "authorization-address"),
        ("/token", "authorization-address"),
    ] {
        let (metadata, left_out) = read(&format!(r#"{{"token_endpoint":"{endpoint}"}}"#)).unwrap();
        assert_eq!(metadata.token_endpoint, None);
        assert_eq!(left_out.iter().map(|failure| failure.problem().code).collect::<Vec<_>>(), [code], "{endpoint}");
    }
    for (issuer, taken) in [
        ("https://server.example.com", true),
        ("https://server.example.com/{tenantid}/v2.0", true),
        ("https://server.example.com.evil.fr", false),
        ("http://server.example.com", false),
        ("https://evil.fr/", false),
        ("evil", false),
    ] {
        assert_eq!(read(&format!(r#"{{"issuer":"{issuer}"}}"#)).is_ok(), taken, "{issuer}");
    }
    for (status, body) in [(404, "{}"), (200, "[]"), (200, "<html>"), (200, ""), (200, "\"x\"")] {
        let failure = Metadata::read(ADDRESS, status, body.as_bytes()).unwrap_err();
        assert_eq!(failure, Failure::Unreadable(status), "{body}");
    }
}

proptest! {
    #[test]
    fn any_description_ends(body in ".{0,60}", endpoint in ".{0,30}") {
        let _ = read(&body);
        let written = serde_json::json!({ "issuer": endpoint, "token_endpoint": endpoint }).to_string();
        let _ = read(&written);
        let _ = metadata_addresses(&endpoint);
    }
}
