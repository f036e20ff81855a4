//! A call through the proxy that the operator of the site may offer: which address, and without which secrets.
//!
//! Never here: whether the visitor agrees, which is asked before.

use super::address::Target;
use super::cause::Cause;
use crate::core::address::{percent_decode, percent_encode};
use crate::core::catalogue::Proxy;
use crate::core::request::{Body, PartValue, Request, Secret, SecretPlace};

/// What a proxy's address holds where the address to call goes.
const SLOT: &str = "{url}";

/// A request as a proxy is asked to make it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proxied {
    /// What is sent to the proxy. To be sent without cookies.
    pub request: Request,
    /// What was left out, for people: names of headers and of variables, each once.
    pub dropped: Vec<String>,
}

/// Headers that prove who calls, whoever gave them.
const CREDENTIALS: [&str; 3] = ["authorization", "proxy-authorization", "cookie"];

/// Whether a call that failed for this cause may come back through a proxy, which no rule of browsers stops.
pub fn may_help(cause: Cause) -> bool {
    use Cause::{Cors, CorsOnErrors, MixedContent, MixedLoopback, Port, Preflight, Undetermined};
    matches!(cause, Cors | CorsOnErrors | MixedContent | MixedLoopback | Port | Preflight | Undetermined)
}

/// `request` through `proxy`; `None` where the address is not one that a proxy could call.
pub fn through(request: &Request, proxy: &Proxy) -> Option<Proxied> {
    Target::parse(&request.url).filter(Target::is_http)?;
    let mut proxied = Proxied { request: request.clone(), dropped: Vec::new() };
    if !proxy.credentials {
        proxied.remove_secrets();
    }
    let (template, url) = (proxy.url.as_str(), &proxied.request.url);
    proxied.request.url = match template.split_once(SLOT) {
        Some((before, after)) => [before, &percent_encode(url), after].concat(),
        None => [template, url].concat(),
    };
    if proxy.credentials {
        proxied.encode_secrets(template.contains(SLOT));
    }
    Some(proxied)
}

impl Proxied {
    /// Takes out what proves who calls, and every value that must not be shown.
    fn remove_secrets(&mut self) {
        let secrets = std::mem::take(&mut self.request.secrets);
        let is_secret = |name: &str, value: &str| {
            CREDENTIALS.iter().any(|known| name.eq_ignore_ascii_case(known))
                || secrets.iter().any(|secret| match &secret.place {
                    SecretPlace::Header(other) => other.eq_ignore_ascii_case(name),
                    // One value may serve twice.
                    SecretPlace::Url | SecretPlace::Body => value == secret.value,
                })
        };
        let headers = std::mem::take(&mut self.request.headers);
        let (dropped, kept): (Vec<_>, Vec<_>) = headers.into_iter().partition(|(name, value)| is_secret(name, value));
        self.request.headers = kept;
        for (name, _) in dropped {
            self.note(&name);
        }
        for secret in secrets.iter().filter(|secret| !secret.value.is_empty()) {
            let is_dropped = match secret.place {
                SecretPlace::Header(_) => false,
                SecretPlace::Url => self.remove_from_url(secret),
                SecretPlace::Body => self.remove_from_body(secret),
            };
            if is_dropped {
                self.note(&secret.variable);
            }
        }
        let Some((scheme, rest)) = self.request.url.split_once("://") else { return };
        let (authority, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        if let Some((_, host)) = authority.rsplit_once('@') {
            self.request.url = [scheme, "://", host, path].concat();
            self.note("user:password@");
        }
    }

    fn note(&mut self, name: &str) {
        if !self.dropped.iter().any(|other| other == name) {
            self.dropped.push(name.to_owned());
        }
    }

    /// Drops the pairs of the query that hold the secret; cuts it out of the path, never of the host.
    fn remove_from_url(&mut self, secret: &Secret) -> bool {
        let url = &self.request.url;
        let (address, query) =
            url.split_once('?').map_or((url.as_str(), None), |(before, after)| (before, Some(after)));
        let start = address.split_once("://").map_or(0, |(scheme, _)| scheme.len() + 3);
        let host = address.get(start..).and_then(|rest| rest.find('/')).map_or(address.len(), |end| start + end);
        let (server, path) = address.split_at(host);
        let mut left = [server, &without(path, &secret.value)].concat();
        if let Some(query) = query {
            let decoded = percent_decode(&secret.value);
            let holds = |pair: &&str| {
                let value = pair.split_once('=').map_or(*pair, |(_, value)| value);
                pair.contains(&secret.value) || percent_decode(value) == decoded
            };
            let kept: Vec<&str> = query.split('&').filter(|pair| !holds(pair)).collect();
            if !kept.is_empty() {
                left.push('?');
                left.push_str(&kept.join("&"));
            }
        }
        let is_dropped = left != self.request.url;
        self.request.url = left;
        is_dropped
    }

    fn remove_from_body(&mut self, secret: &Secret) -> bool {
        let mut is_dropped = false;
        let mut cut = |text: &mut String| {
            if text.contains(&secret.value) {
                *text = without(text, &secret.value);
                is_dropped = true;
            }
        };
        match &mut self.request.body {
            Body::Text(text) => cut(text),
            Body::Form(parts) => {
                for part in parts {
                    if let PartValue::Text(text) = &mut part.value {
                        cut(text);
                    }
                }
            }
            Body::None | Body::Bytes(_) => {}
        }
        is_dropped
    }

    /// Secrets of the address stand in it once more encoded, where the whole address is.
    fn encode_secrets(&mut self, encoded: bool) {
        for secret in self.request.secrets.iter_mut().filter(|secret| encoded && secret.place == SecretPlace::Url) {
            secret.value = percent_encode(&secret.value);
        }
    }
}

/// A text without a secret: what is left once it is cut out may hold it again.
fn without(text: &str, secret: &str) -> String {
    let mut left = text.to_owned();
    while left.contains(secret) {
        left = left.replace(secret, "");
    }
    left
}
