//! Where a server describes itself (OpenID Connect Discovery, RFC 8414), and what of it may be used.
//!
//! A description is hostile: an endpoint that is not encrypted is left out and said, a description in the name of
//! another server is refused whole. Never here: fetching.

use super::address::safe_endpoint;
use super::failure::Failure;
use super::grant::ClientAuthentication;
use super::origin::Origin;
use crate::core::openapi::FlowKind;
use serde_json::Value;

/// Bytes read of a description.
const LONGEST: usize = 1024 * 1024;
/// Names kept of each list.
const MOST: usize = 500;

const WELL_KNOWN: &str = "/.well-known/";
const OPENID: &str = "/.well-known/openid-configuration";
const OAUTH: &str = "/.well-known/oauth-authorization-server";

/// The addresses where the description may be, best first. `url`: `openIdConnectUrl` or `oauth2MetadataUrl`, which is
/// that address itself by the specification, and the name of the server in many documents.
pub fn metadata_addresses(url: &str) -> Result<Vec<String>, Failure> {
    let url = safe_endpoint(url)?;
    let mut addresses = vec![url.to_owned()];
    if !url.contains(WELL_KNOWN) && !url.contains('?') {
        let name = url.trim_end_matches('/');
        addresses.push(format!("{name}{OPENID}"));
        let start = url.find("://").map_or(0, |colon| colon + 3);
        let end = name.get(start..).and_then(|rest| rest.find('/')).map_or(name.len(), |slash| start + slash);
        let (host, path) = name.split_at(end);
        addresses.push(format!("{host}{OAUTH}{path}"));
    }
    Ok(addresses)
}

/// What a server says of itself, as far as it may be used.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Metadata {
    /// Its name.
    pub issuer: Option<String>,
    /// Where people agree.
    pub authorization_endpoint: Option<String>,
    /// Where tokens are given.
    pub token_endpoint: Option<String>,
    /// Where a device asks for its code.
    pub device_authorization_endpoint: Option<String>,
    /// The ways to get a token.
    pub flows: Vec<FlowKind>,
    /// The scopes it names.
    pub scopes: Vec<String>,
    /// How clients may show their secret.
    pub authentications: Vec<ClientAuthentication>,
    /// Whether it says its name in its answers (RFC 9207).
    pub says_issuer: bool,
}

impl Metadata {
    /// Reads the description found at `address`, and what of it was left out.
    pub fn read(address: &str, status: u16, body: &[u8]) -> Result<(Self, Vec<Failure>), Failure> {
        let value = Some(body).filter(|body| body.len() <= LONGEST && (200..300).contains(&status));
        let value: Option<Value> = value.and_then(|body| serde_json::from_slice(body).ok());
        let value = value.filter(Value::is_object).ok_or(Failure::Unreadable(status))?;
        let issuer = value.get("issuer").and_then(Value::as_str);
        check_issuer(address, issuer)?;
        let mut left_out = Vec::new();
        let mut endpoint = |name: &str| {
            let url = value.get(name)?.as_str()?;
            safe_endpoint(url).map(str::to_owned).map_err(|failure| left_out.push(failure)).ok()
        };
        let mut metadata = Self {
            issuer: issuer.map(str::to_owned),
            authorization_endpoint: endpoint("authorization_endpoint"),
            token_endpoint: endpoint("token_endpoint"),
            device_authorization_endpoint: endpoint("device_authorization_endpoint"),
            scopes: names(&value, "scopes_supported").unwrap_or_default(),
            says_issuer: value.get("authorization_response_iss_parameter_supported") == Some(&Value::Bool(true)),
            ..Self::default()
        };
        metadata.flows = metadata.flows_of(names(&value, "grant_types_supported"));
        let methods = names(&value, "token_endpoint_auth_methods_supported");
        let known = [ClientAuthentication::Basic, ClientAuthentication::Body];
        let is_offered = |one: &ClientAuthentication| match &methods {
            Some(methods) => methods.iter().any(|method| method == one.id()),
            None => *one == ClientAuthentication::default(),
        };
        metadata.authentications = known.into_iter().filter(is_offered).collect();
        Ok((metadata, left_out))
    }

    /// The ways that both the list and the endpoints allow. RFC 8414 §2 has the list of who gives none.
    fn flows_of(&self, grants: Option<Vec<String>>) -> Vec<FlowKind> {
        let page = self.authorization_endpoint.is_some();
        let token = self.token_endpoint.is_some();
        let known = [
            (FlowKind::AuthorizationCode, "authorization_code", page && token),
            (FlowKind::Implicit, "implicit", page),
            (FlowKind::ClientCredentials, "client_credentials", token),
            (FlowKind::Password, "password", token),
            (
                FlowKind::DeviceAuthorization,
                "urn:ietf:params:oauth:grant-type:device_code",
                token && self.device_authorization_endpoint.is_some(),
            ),
        ];
        let is_listed = |grant: &str| match &grants {
            Some(grants) => grants.iter().any(|listed| listed == grant),
            None => matches!(grant, "authorization_code" | "implicit"),
        };
        let flows = known.into_iter().filter(|(_, grant, possible)| *possible && is_listed(grant));
        flows.map(|(flow, ..)| flow).collect()
    }
}

/// RFC 8414 §3.3: a description that speaks for another server is not used. A name on the same origin is enough where
/// the address does not follow the standard, as with servers that host many.
fn check_issuer(address: &str, issuer: Option<&str>) -> Result<(), Failure> {
    let origin = Origin::parse(address);
    let found = issuer.map(str::to_owned);
    match issuer.and_then(Origin::parse) {
        Some(named) if Some(&named) == origin.as_ref() => Ok(()),
        None if issuer.is_none() => Ok(()),
        _ => {
            let expected = origin.map_or_else(|| address.to_owned(), |origin| origin.to_string());
            Err(Failure::Issuer { expected, found })
        }
    }
}

fn names(value: &Value, key: &str) -> Option<Vec<String>> {
    let items = value.get(key)?.as_array()?;
    Some(items.iter().filter_map(Value::as_str).take(MOST).map(str::to_owned).collect())
}
