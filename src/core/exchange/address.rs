//! What an address alone says of a call: where it goes, and whether a browser may or can go there.
//!
//! Addresses are hostile: nothing here trusts their form. Never here: sentences.

use std::net::Ipv6Addr;

use crate::core::request::{Request, SecretPlace};
use crate::core::uri;

/// Ports no browser calls over HTTP (Fetch standard, “bad port”).
const BLOCKED_PORTS: [u16; 83] = [
    0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109,
    110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531,
    532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060,
    5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
];

/// Ends of names that only an internal network knows.
const INTERNAL: [&str; 11] = [
    ".local",
    ".internal",
    ".lan",
    ".intra",
    ".intranet",
    ".corp",
    ".home",
    ".home.arpa",
    ".localdomain",
    ".private",
    // The network between French ministries.
    ".rie.gouv.fr",
];

/// Labels that stand for a name to be written, wherever they are.
const PLACEHOLDERS: [&str; 30] = [
    "example",
    "exemple",
    "yourserver",
    "your-server",
    "yourdomain",
    "your-domain",
    "yourhost",
    "your-host",
    "yourapi",
    "your-api",
    "yourcompany",
    "your-company",
    "mydomain",
    "my-domain",
    "myserver",
    "my-server",
    "votreserveur",
    "votre-serveur",
    "votredomaine",
    "votre-domaine",
    "monserveur",
    "mon-serveur",
    "mondomaine",
    "mon-domaine",
    "changeme",
    "change-me",
    "placeholder",
    "a-completer",
    "acompleter",
    "tbd",
];

/// Labels that stand for a name to be written when they are the name itself: `todo`, `server.com`, never
/// `todo.ministere.fr`.
const BARE_PLACEHOLDERS: [&str; 12] =
    ["todo", "xxx", "host", "hostname", "server", "serveur", "domain", "domaine", "url", "base-url", "string", "foo"];

/// An absolute address, in parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target<'a> {
    pub(super) scheme: String,
    /// Whether a user or a password stands before the host.
    pub(super) has_user: bool,
    /// In lower case, without port; IPv6 in its brackets.
    pub(super) host: String,
    port: &'a str,
    /// What follows, query left out.
    path: &'a str,
}

impl<'a> Target<'a> {
    /// The parts of `url`; `None` where it names no host that can be.
    pub(super) fn parse(url: &'a str) -> Option<Self> {
        let (scheme, rest) = url.trim().split_once("://").filter(|(scheme, _)| uri::is_scheme(scheme))?;
        let (authority, path) = rest.split_at(rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len()));
        let (has_user, place) = match authority.rsplit_once('@') {
            Some((_, place)) => (true, place),
            None => (false, authority),
        };
        let (name, port) = place.rsplit_once(':').filter(|(_, port)| !port.contains(']')).unwrap_or((place, ""));
        let host = name.trim_end_matches('.').to_ascii_lowercase();
        let path = path.split(['?', '#']).next().unwrap_or_default();
        // Colons belong in brackets, and brackets hold an address of version 6 (URL standard, “host parser”).
        let is_host =
            if host.starts_with('[') { ipv6(&host).is_some() } else { !host.is_empty() && !host.contains(':') };
        is_host.then(|| Self { scheme: scheme.to_ascii_lowercase(), has_user, host, port, path })
    }

    /// Scheme, host, and port where it is not the usual one.
    pub(super) fn origin(&self) -> String {
        let usual = matches!((self.scheme.as_str(), self.port), (_, "") | ("https", "443") | ("http", "80"));
        let colon = if usual { "" } else { ":" };
        let port = if usual { "" } else { self.port };
        [self.scheme.as_str(), "://", &self.host, colon, port].concat()
    }

    /// The address without user, query and fragment.
    pub(super) fn bare(&self) -> String {
        let path = if self.path.is_empty() { "/" } else { self.path };
        self.origin() + path
    }

    /// Whether browsers call this scheme.
    pub(super) fn is_http(&self) -> bool {
        matches!(self.scheme.as_str(), "http" | "https")
    }

    /// Whether browsers refuse this port.
    pub(super) fn has_blocked_port(&self) -> bool {
        self.port.parse().is_ok_and(|port| BLOCKED_PORTS.contains(&port))
    }

    /// Whether this is the reader's own machine, which browsers trust without encryption.
    pub(super) fn is_loopback(&self) -> bool {
        let host = self.host.as_str();
        let named = host == "localhost" || host.ends_with(".localhost");
        named || ipv4(host).is_some_and(|[first, ..]| first == 127) || ipv6(host).is_some_and(|it| it.is_loopback())
    }

    /// Whether the host stands for one that the author has not written.
    pub(super) fn is_placeholder(&self) -> bool {
        let host = self.host.as_str();
        if host.contains(['{', '}', '<', '>', '$', '%', ' ']) {
            return true;
        }
        let mut labels = host.rsplit('.');
        let (last, before) = (labels.next().unwrap_or_default(), labels.next());
        // RFC 2606: names that never lead anywhere.
        matches!(last, "example" | "test" | "invalid")
            || BARE_PLACEHOLDERS.contains(&before.unwrap_or(last))
            || host.split('.').any(|label| PLACEHOLDERS.contains(&label))
    }

    /// Whether only an internal network may know this host.
    pub(super) fn is_internal(&self) -> bool {
        let host = self.host.as_str();
        if let Some(address) = ipv4(host) {
            return matches!(address, [0 | 10, ..] | [172, 16..=31, ..] | [192, 168, ..] | [169, 254, ..])
                || matches!(address, [100, 64..=127, ..]);
        }
        if let Some(address) = ipv6(host) {
            return address.is_unspecified() || address.is_unique_local() || address.is_unicast_link_local();
        }
        let is_under = |end: &str| host.ends_with(end) || end.get(1..) == Some(host);
        INTERNAL.iter().any(|end| is_under(end)) || (!host.contains('.') && host != "localhost")
    }
}

/// Why an address that others are to call leads them nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreachable {
    /// It names no host of the web.
    NoHost,
    /// Its host stands for one that nobody wrote.
    Placeholder,
    /// It is the machine of whoever calls.
    Loopback,
    /// Only an internal network knows it.
    Internal,
}

/// What the form alone of an address says against it, for readers anywhere; `None`: nothing.
pub fn unreachable(url: &str) -> Option<Unreachable> {
    let Some(target) = Target::parse(url).filter(Target::is_http) else { return Some(Unreachable::NoHost) };
    let reasons = [
        (target.is_placeholder(), Unreachable::Placeholder),
        (target.is_loopback(), Unreachable::Loopback),
        (target.is_internal(), Unreachable::Internal),
    ];
    reasons.into_iter().find_map(|(holds, reason)| holds.then_some(reason))
}

/// The address of version 6 in its brackets.
fn ipv6(host: &str) -> Option<Ipv6Addr> {
    host.strip_prefix('[')?.strip_suffix(']')?.parse().ok()
}

/// The address a browser reads in a host made of numbers, as the URL standard does: `127.1`, `0x7f000001`.
fn ipv4(host: &str) -> Option<[u8; 4]> {
    let count = host.split('.').count();
    if count > 4 || !host.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.') {
        return None;
    }
    let mut address = 0_u32;
    for (index, part) in host.split('.').enumerate() {
        let number = match (part.strip_prefix("0x"), part.strip_prefix('0')) {
            (Some(hexadecimal), _) => u32::from_str_radix(hexadecimal, 16),
            (None, Some(octal)) if !octal.is_empty() => u32::from_str_radix(octal, 8),
            _ => part.parse(),
        };
        let number = number.ok()?;
        let is_last = index + 1 == count;
        let most = if is_last { u32::MAX >> (8 * index) } else { 255 };
        if number > most {
            return None;
        }
        address |= if is_last { number } else { number << (8 * (3 - index)) };
    }
    Some(address.to_be_bytes())
}

/// The address of a request in a form that may be shown and called: without user, query and fragment, and reduced to
/// its server where the path holds a secret. `None` where it names no host.
pub(super) fn public_address(request: &Request) -> Option<String> {
    let target = Target::parse(&request.url)?;
    let hides = |value: &str| !value.is_empty() && target.path.contains(value);
    let secret = request.secrets.iter().any(|secret| secret.place == SecretPlace::Url && hides(&secret.value));
    Some(if secret { target.origin() + "/" } else { target.bare() })
}

/// What may be called to know whether a server is there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProbeTargets {
    /// The address of the request without its query, when calling it has no effect and its path holds no secret.
    pub address: Option<String>,
    /// The root of the server.
    pub origin: Option<String>,
}

/// What may be called to know whether the server of `request` is there; nothing where no browser would.
pub fn probe_targets(request: &Request) -> ProbeTargets {
    let Some(target) = Target::parse(&request.url).filter(Target::is_http) else { return ProbeTargets::default() };
    let origin = target.origin() + "/";
    let is_safe = request.method == "GET" || request.method == "HEAD";
    let address = public_address(request).filter(|address| is_safe && *address != origin);
    // The root without a secret to hide is the address itself.
    let is_root = is_safe && target.path.trim_start_matches('/').is_empty();
    ProbeTargets { address: if is_root { Some(origin.clone()) } else { address }, origin: Some(origin) }
}
