//! [`Origin`]: scheme, host and port, as browsers compare them, and how far a secret sent there travels in clear.
//!
//! What a browser might read in another way than this module is no origin here: a doubt is a refusal. Never here: what
//! may be sent where ([`super::Credentials`]).

use std::fmt;

/// Who receives a request: scheme, host and port (RFC 6454 §4).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Origin {
    secure: bool,
    host: String,
    port: u16,
}

impl Origin {
    /// The origin of an absolute http(s) address. `None` for any other text, and for addresses that hold a user name,
    /// which browsers refuse to fetch.
    pub fn parse(url: &str) -> Option<Self> {
        // Browsers drop some of these and take others for `/`: `https://good.fr\n.evil.fr`.
        if url.chars().any(|character| character.is_whitespace() || character.is_control()) {
            return None;
        }
        let (scheme, rest) = url.split_once("://")?;
        let secure = scheme.eq_ignore_ascii_case("https");
        if !secure && !scheme.eq_ignore_ascii_case("http") {
            return None;
        }
        let authority = rest.split(['/', '?', '#']).next()?;
        let (host, port) = match authority.rfind(':').filter(|colon| !authority[*colon..].contains(']')) {
            Some(colon) => (&authority[..colon], &authority[colon + 1..]),
            None => (authority, ""),
        };
        let port = match port {
            "" => default_port(secure),
            digits if digits.bytes().all(|byte| byte.is_ascii_digit()) => digits.parse().ok()?,
            _ => return None,
        };
        // Lower case first: that of `İ` is two characters, one of which is in no host.
        let host = host.to_lowercase();
        is_host(&host).then_some(Self { secure, host, port })
    }

    /// Whether what is sent there is encrypted.
    pub fn is_secure(&self) -> bool {
        self.secure
    }

    /// Whether what is sent there stays on this machine.
    pub fn is_loopback(&self) -> bool {
        let name = &self.host;
        name == "localhost"
            || name.ends_with(".localhost")
            || name == "[::1]"
            || octets(name).is_some_and(|octets| octets[0] == 127)
    }

    /// Whether what is sent there stays on this machine or on its network, as far as a name can tell.
    pub fn is_private(&self) -> bool {
        let name = self.host.as_str();
        let of_network = match octets(name) {
            Some([10, ..] | [192, 168, ..] | [169, 254, ..]) => true,
            Some([172, second, ..]) => (16..32).contains(&second),
            Some(_) => false,
            None if name.starts_with('[') => ["[fc", "[fd", "[fe80:"].iter().any(|start| name.starts_with(start)),
            None => !name.contains('.') || [".local", ".internal", ".home.arpa"].iter().any(|end| name.ends_with(end)),
        };
        of_network || self.is_loopback()
    }
}

/// As the Fetch standard writes it: `https://api.example.fr`, `http://127.0.0.1:8080`.
impl fmt::Display for Origin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(if self.secure { "https://" } else { "http://" })?;
        formatter.write_str(&self.host)?;
        match self.port {
            port if port == default_port(self.secure) => Ok(()),
            port => write!(formatter, ":{port}"),
        }
    }
}

fn default_port(secure: bool) -> u16 {
    if secure { 443 } else { 80 }
}

/// Whether `host` is a name, an IPv4 address in four decimal numbers, or an IPv6 address between brackets.
fn is_host(host: &str) -> bool {
    if let Some(literal) = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        let known = |byte: u8| byte.is_ascii_hexdigit() || byte == b':' || byte == b'.';
        return literal.contains(':') && literal.bytes().all(known);
    }
    let is_name = host.chars().all(|character| character.is_alphanumeric() || "-._".contains(character));
    let last = host.trim_end_matches('.').rsplit('.').next().unwrap_or_default();
    // Browsers read `0x7f.1` and `2130706433` as 127.0.0.1.
    let is_number = last.starts_with(|first: char| first.is_ascii_digit())
        && (last.bytes().all(|byte| byte.is_ascii_digit()) || last.starts_with("0x") || last.starts_with("0X"));
    is_name && !last.is_empty() && !host.starts_with('.') && (!is_number || octets(host).is_some())
}

/// The four numbers of an IPv4 address, written in the one way that everything reads alike.
fn octets(host: &str) -> Option<[u8; 4]> {
    let mut octets = [0; 4];
    let mut parts = host.split('.');
    for octet in &mut octets {
        let part = parts.next()?;
        let plain = part.bytes().all(|byte| byte.is_ascii_digit()) && (part == "0" || !part.starts_with('0'));
        *octet = part.parse().ok().filter(|_| plain)?;
    }
    parts.next().is_none().then_some(octets)
}

#[cfg(test)]
mod tests {
    use super::Origin;

    #[test]
    fn origins_are_compared_as_browsers_do() {
        for (url, expect) in [
            ("https://API.example.fr:443/v1?x#y", "https://api.example.fr"),
            ("HTTPS://a.fr", "https://a.fr"),
            ("https://a.fr:/x", "https://a.fr"),
            ("http://a.fr:80", "http://a.fr"),
            ("http://a.fr:443", "http://a.fr:443"),
            ("https://a.fr:08443/", "https://a.fr:8443"),
            ("http://[::1]:8080/x", "http://[::1]:8080"),
            ("https://[2001:DB8::1]", "https://[2001:db8::1]"),
            ("https://a.fr?@evil.fr", "https://a.fr"),
            ("https://a.fr#@evil.fr", "https://a.fr"),
            ("https://a.fr/\\@evil.fr", "https://a.fr"),
            ("https://a.fr./", "https://a.fr."),
            ("https://café.fr", "https://café.fr"),
            ("https://127.0.0.1", "https://127.0.0.1"),
        ] {
            assert_eq!(Origin::parse(url).map(|origin| origin.to_string()).as_deref(), Some(expect), "{url}");
        }
    }

    #[test]
    fn what_browsers_might_read_otherwise_is_no_origin() {
        for url in [
            "",
            "a.fr",
            "/v1",
            "ftp://a.fr",
            "javascript://a.fr",
            "https://",
            "https:///a.fr",
            "https:/a.fr",
            "https:\\\\a.fr",
            "https://good.fr\\@evil.fr",
            "https://good.fr\\.evil.fr",
            "https://good.fr@evil.fr",
            "https://user:password@good.fr",
            "https://good.fr\n.evil.fr",
            "https://good.fr\t",
            " https://good.fr",
            "https://good.fr%2eevil.fr",
            "https://a.fr:x",
            "https://a.fr:80:80",
            "https://a.fr:65536",
            "https://a.fr:+80",
            "http://0x7f.1",
            "http://0x7F000001",
            "http://2130706433",
            "http://127.1",
            "http://0177.0.0.1",
            "http://127.0.0.1.",
            "http://1.2.3.4.5",
            "https://[::1",
            "https://[::1]x",
            "https://[fe80::1%25eth0]",
            "https://{region}.a.fr",
            "https://.a.fr",
            "https://a．fr",
        ] {
            assert_eq!(Origin::parse(url), None, "{url:?}");
        }
    }

    #[test]
    fn loopback_and_private_hosts_are_told_from_names_that_look_like_them() {
        for (host, loopback, private) in [
            ("localhost", true, true),
            ("LOCALHOST:3000", true, true),
            ("x.localhost", true, true),
            ("127.0.0.1", true, true),
            ("127.9.9.9:1", true, true),
            ("[::1]", true, true),
            ("10.0.0.1", false, true),
            ("172.16.0.1", false, true),
            ("172.32.0.1", false, false),
            ("192.168.1.1", false, true),
            ("169.254.1.1", false, true),
            ("intranet", false, true),
            ("nas.local", false, true),
            ("[fd00::1]", false, true),
            ("[fe80::1]", false, true),
            ("8.8.8.8", false, false),
            ("localhost.evil.fr", false, false),
            ("127.0.0.1.evil.fr", false, false),
            ("10.0.0.1.nip.io", false, false),
            ("notlocalhost.fr", false, false),
            ("[2001:db8::1]", false, false),
        ] {
            let origin = Origin::parse(&format!("http://{host}/")).unwrap();
            assert_eq!((origin.is_loopback(), origin.is_private()), (loopback, private), "{host}");
        }
    }

    #[test]
    fn a_host_is_judged_in_lower_case() {
        assert_eq!(Origin::parse("https://İ"), None);
    }

    proptest::proptest! {
        #[test]
        fn an_origin_is_its_own_origin(url in "https?://([a-z0-9.:\\[\\]@\\\\é-]|\\PC){0,20}(/.{0,5})?") {
            if let Some(origin) = Origin::parse(&url) {
                proptest::prop_assert_eq!(Origin::parse(&origin.to_string()), Some(origin));
            }
        }
    }
}
