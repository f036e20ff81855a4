//! Security schemes and the combinations that operations accept.

use super::{check_contents, check_operation, document, joined};
use crate::core::openapi::{Contents, NoDocuments, Operation, SchemeKind};
use serde_json::{Value, json};

fn schemes(contents: &Contents<'_>) -> String {
    joined(&contents.schemes, |scheme| {
        let kind = match &scheme.kind {
            SchemeKind::ApiKey { name, location } => format!("key {name} {location:?}"),
            SchemeKind::Http { scheme, bearer_format } => format!("http {scheme} {}", bearer_format.unwrap_or("-")),
            SchemeKind::OAuth2 { flows, metadata_url } => {
                let flows =
                    flows.iter().map(|flow| format!("{} {:?}", flow.kind.id(), flow.scopes)).collect::<Vec<_>>();
                format!("oauth2 {} {}", flows.join(", "), metadata_url.as_deref().unwrap_or("-"))
            }
            SchemeKind::OpenIdConnect { url } => format!("oidc {url}"),
            SchemeKind::MutualTls => "mtls".to_owned(),
        };
        format!("{} {kind}{}", scheme.name, if scheme.deprecated { " deprecated" } else { "" })
    })
}

#[test]
fn each_kind_of_scheme() {
    let place = "/components/securitySchemes/s";
    for (written, expected, problem) in [
        (json!({ "type": "apiKey", "name": "X-Key", "in": "header" }), "s key X-Key Header", ""),
        (json!({ "type": "apiKey", "name": "k", "in": "query", "deprecated": true }), "s key k Query deprecated", ""),
        (json!({ "type": "apiKey", "name": "k", "in": "cookie" }), "s key k Cookie", ""),
        (json!({ "type": "apiKey", "name": "k", "in": "body" }), "", "unknown-value"),
        (json!({ "type": "apiKey", "in": "query" }), "", "missing-key"),
        (json!({ "type": "apiKey", "name": "k" }), "", "missing-key"),
        (json!({ "type": "http", "scheme": "Bearer", "bearerFormat": "JWT" }), "s http bearer JWT", ""),
        (json!({ "type": "http", "scheme": "DIGEST" }), "s http digest -", ""),
        (json!({ "type": "http" }), "", "missing-key"),
        (json!({ "type": "mutualTLS" }), "s mtls", ""),
        (json!({ "type": "openIdConnect", "openIdConnectUrl": "/o" }), "s oidc https://a.fr/o", ""),
        (json!({ "type": "openIdConnect" }), "", "missing-key"),
        (json!({ "type": "oauth2", "oauth2MetadataUrl": "m" }), "s oauth2  https://a.fr/apis/m", ""),
        (json!({ "type": "magic" }), "", "unknown-value"),
        (json!({}), "", "missing-key"),
        (json!("none"), "", "wrong-type"),
    ] {
        let problem = if problem.is_empty() { vec![] } else { vec![format!("{problem} {place}")] };
        let problems: Vec<&str> = problem.iter().map(String::as_str).collect();
        check_contents(json!({ "components": { "securitySchemes": { "s": written } } }), schemes, expected, &problems);
    }
}

#[test]
fn flows_and_their_scopes() {
    let flow = json!({ "tokenUrl": "/token", "scopes": { "read": "to read", "write": null } });
    let flows = json!({ "clientCredentials": flow, "deviceAuthorization": { "deviceAuthorizationUrl": "d" },
        "accessCode": {}, "password": null, "x-other": {} });
    let scheme = json!({ "type": "oauth2", "flows": flows });
    check_contents(
        json!({ "components": { "securitySchemes": { "s": scheme } } }),
        schemes,
        r#"s oauth2 clientCredentials [("read", "to read"), ("write", "")], deviceAuthorization [] -"#,
        &["unknown-value /components/securitySchemes/s/flows/accessCode"],
    );
    let document = document(&json!({ "components": { "securitySchemes": { "s": scheme } } }));
    let (contents, _) = document.contents(&NoDocuments);
    let SchemeKind::OAuth2 { flows, .. } = &contents.schemes[0].kind else { panic!() };
    assert_eq!(flows[0].token_url.as_deref(), Some("https://a.fr/token"));
    assert_eq!(flows[1].device_authorization_url.as_deref(), Some("https://a.fr/apis/d"));
}

/// `a[scope]+b | c`: `?` after what is not described, `nothing` for an empty combination.
fn needs(operation: &Operation<'_>) -> String {
    joined(&operation.security, |requirement| {
        let uses = requirement.schemes.iter().map(|one| {
            let scopes = if one.scopes.is_empty() { String::new() } else { format!("[{}]", one.scopes.join(" ")) };
            format!("{}{}{scopes}", one.name, if one.scheme.is_some() { "" } else { "?" })
        });
        let uses: Vec<String> = uses.collect();
        if uses.is_empty() { "nothing".to_owned() } else { uses.join("+") }
    })
}

fn secured(root: Value, own: Value) -> Value {
    let mut get = json!({});
    if own != json!("absent") {
        get["security"] = own;
    }
    let key = json!({ "type": "apiKey", "name": "k", "in": "query" });
    json!({
        "security": root, "paths": { "/x": { "get": get } },
        "components": { "securitySchemes": { "a": key, "b": key, "r": { "$ref": "#/components/securitySchemes/a" } } }
    })
}

#[test]
fn combinations_and_alternatives() {
    let absent = || json!("absent");
    for (root, own, expected, problems) in [
        (json!(null), absent(), "", vec![]),
        (json!([{ "a": [] }]), absent(), "a", vec![]),
        (json!([{ "a": [] }]), json!(null), "a", vec![]),
        (json!([{ "a": [] }]), json!([]), "", vec![]),
        (json!([{ "a": [] }]), json!([{}]), "nothing", vec![]),
        (json!([]), json!([{ "a": ["x", "y"], "b": [] }, { "r": [] }, {}]), "a[x y]+b | r | nothing", vec![]),
        (json!([]), json!([{ "z": [] }]), "z?", vec!["security-scheme /paths/~1x/get/security/0/z"]),
        (json!([]), json!([{ "a": "x" }]), "a", vec!["wrong-type /paths/~1x/get/security/0/a"]),
        // What is no combination must not read as “nothing is needed”.
        (json!([]), json!(["a", { "b": [] }]), "a | b", vec!["wrong-type /paths/~1x/get/security/0"]),
        (json!([]), json!([["a"], { "b": [] }]), "b", vec!["wrong-type /paths/~1x/get/security/0"]),
        (json!([{ "a": [] }]), json!({ "b": [] }), "a", vec!["wrong-type /paths/~1x/get/security"]),
    ] {
        check_operation(&secured(root, own), &[], needs, expected, &problems);
    }
}

#[test]
fn a_name_may_be_a_reference_since_3_2() {
    let key = json!({ "type": "apiKey", "name": "k", "in": "query" });
    let others = [("https://a.fr/apis/s.json", json!({ "k": key }))];
    let mut parts = secured(json!([]), json!([{ "s.json#/k": [] }, { "#/components/securitySchemes/b": [] }]));
    check_operation(&parts, &others, needs, "s.json#/k | #/components/securitySchemes/b", &[]);
    parts["openapi"] = json!("3.1.0");
    let expected = "s.json#/k? | #/components/securitySchemes/b?";
    let problems = [
        "security-scheme /paths/~1x/get/security/0/s.json#~1k",
        "security-scheme /paths/~1x/get/security/1/#~1components~1securitySchemes~1b",
    ];
    check_operation(&parts, &others, needs, expected, &problems);
}
