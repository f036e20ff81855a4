use super::{get, secret};
use crate::core::exchange::address::{Target, public_address};
use crate::core::exchange::probe_targets;
use crate::core::request::SecretPlace;

#[test]
fn hosts_are_told_apart() {
    // Loopback, placeholder, internal.
    for (host, expect) in [
        ("api.gouv.fr", ""),
        ("api.gouv.fr.", ""),
        ("todo.microsoft.com", ""),
        ("server.api.gouv.fr", ""),
        ("8.8.8.8", ""),
        ("172.32.0.1", ""),
        ("100.128.0.1", ""),
        ("1.2.3.4.5", ""),
        ("[2001:db8::1]", ""),
        ("[fc::1]", ""),
        ("localhost", "loopback"),
        ("LOCALHOST:8080", "loopback"),
        ("a.localhost", "loopback"),
        ("127.0.0.1:3000", "loopback"),
        ("127.1", "loopback"),
        ("0x7f000001", "loopback"),
        ("2130706433", "loopback"),
        ("017700000001", "loopback"),
        ("[::1]:80", "loopback"),
        ("[0:0:0:0:0:0:0:1]", "loopback"),
        ("example.com", "placeholder"),
        ("api.example.org", "placeholder"),
        ("api.example", "placeholder"),
        ("yourserver.fr", "placeholder"),
        ("votre-serveur.gouv.fr", "placeholder"),
        ("server.com", "placeholder"),
        ("api.test", "placeholder"),
        ("{region}.api.fr", "placeholder"),
        ("%7Bregion%7D.api.fr", "placeholder"),
        ("<host>", "placeholder"),
        ("10.1.2.3", "internal"),
        ("172.16.0.1", "internal"),
        ("172.31.255.255:8443", "internal"),
        ("192.168.1.1", "internal"),
        ("169.254.1.1", "internal"),
        ("100.64.0.1", "internal"),
        ("0.0.0.0", "internal"),
        ("[fd00::1]", "internal"),
        ("[fe80::1]", "internal"),
        ("[::]", "internal"),
        ("printer.local", "internal"),
        ("api.si.rie.gouv.fr", "internal"),
        ("api.lan", "internal"),
        ("frontal", "internal"),
        ("todo", "placeholder internal"),
    ] {
        let url = format!("https://{host}/v1");
        let target = Target::parse(&url).unwrap();
        let found = [
            (target.is_loopback(), "loopback"),
            (target.is_placeholder(), "placeholder"),
            (target.is_internal() && !target.is_loopback() && !host.contains(['{', '<']), "internal"),
        ];
        let found: Vec<_> = found.iter().filter(|(is_so, _)| *is_so).map(|(_, name)| *name).collect();
        assert_eq!(found.join(" "), expect, "{host}");
    }
}

#[test]
fn addresses_are_cut_where_browsers_cut_them() {
    for (url, expect) in [
        ("HTTPS://user:p@Api.Gouv.fr:443/v1?a=b@c#d", Some(("https://api.gouv.fr", "https://api.gouv.fr/v1", true))),
        ("http://a.fr:8080", Some(("http://a.fr:8080", "http://a.fr:8080/", false))),
        ("https://a.fr:80/", Some(("https://a.fr:80", "https://a.fr:80/", false))),
        ("https://a.fr\\@b.fr/", Some(("https://a.fr", "https://a.fr\\@b.fr/", false))),
        ("wss://a.fr/x", Some(("wss://a.fr", "wss://a.fr/x", false))),
        ("http://[::1]:8080/x", Some(("http://[::1]:8080", "http://[::1]:8080/x", false))),
        ("/v1", None),
        ("", None),
        ("https://", None),
        ("mailto:a@b.fr", None),
        ("a b://c", None),
    ] {
        let target = Target::parse(url);
        let found = target.as_ref().map(|target| (target.origin(), target.bare(), target.has_user));
        let found = found.as_ref().map(|(origin, bare, user)| (origin.as_str(), bare.as_str(), *user));
        assert_eq!(found, expect, "{url}");
    }
    for (url, expect) in [("http://a.fr:6667/", true), ("http://a.fr:8080/", false), ("http://a.fr/", false)] {
        assert_eq!(Target::parse(url).unwrap().has_blocked_port(), expect, "{url}");
    }
}

#[test]
fn probes_have_no_effect_and_no_secret() {
    for (method, url, address, origin) in [
        ("GET", "https://u:p@a.fr/v1/x?key=k", Some("https://a.fr/v1/x"), Some("https://a.fr/")),
        ("HEAD", "https://a.fr/v1", Some("https://a.fr/v1"), Some("https://a.fr/")),
        ("POST", "https://a.fr/v1", None, Some("https://a.fr/")),
        ("DELETE", "https://a.fr", None, Some("https://a.fr/")),
        ("GET", "https://a.fr?x=1", Some("https://a.fr/"), Some("https://a.fr/")),
        ("GET", "https://a.fr/secret-key/x", None, Some("https://a.fr/")),
        ("GET", "ftp://a.fr/x", None, None),
        ("GET", "/v1", None, None),
    ] {
        let mut request = get(url);
        request.method = method.into();
        request.secrets.push(secret(SecretPlace::Url, "secret-key"));
        let targets = probe_targets(&request);
        assert_eq!((targets.address.as_deref(), targets.origin.as_deref()), (address, origin), "{method} {url}");
    }
}

#[test]
fn colons_outside_brackets_make_no_host() {
    for url in ["http://::/", "http://a:b:80/", "http://::1/", "http://[::?", "http://[a.fr]/", "http://[::1]a/"] {
        assert_eq!(Target::parse(url), None, "{url}");
    }
    assert!(Target::parse("http://[::1]:8080/").is_some_and(|target| target.is_loopback()));
}

proptest::proptest! {
    #[test]
    fn no_address_panics(url in "(http|https|ftp|)(://)?[a-z0-9.:@/?#\\\\\\[\\]{}%éx-]{0,30}") {
        let request = get(&url);
        let _ = (probe_targets(&request), public_address(&request));
        if let Some(target) = Target::parse(&url) {
            let _ = (target.is_loopback(), target.is_placeholder(), target.is_internal(), target.has_blocked_port());
            // What is called to probe goes to the same server.
            let bare = target.bare();
            proptest::prop_assert_eq!(Target::parse(&bare).unwrap().origin(), target.origin());
        }
    }
}
