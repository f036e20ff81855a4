use super::{begun, error, facts, get, probe, put, secret};
use crate::core::exchange::Certainty::{self, Certain, Likely, Possible};
use crate::core::exchange::Reach::{NotTried, Reached, Readable, Unreachable};
use crate::core::exchange::{Cause, Facts, Failure, diagnose, foresee};
use crate::core::request::{Body, Request, SecretPlace};

fn post(url: &str) -> Request {
    Request { method: "POST".into(), ..get(url) }
}

#[test]
fn silence_has_one_cause() {
    let own = format!("{}/x", super::PAGE);
    let api = "https://api.gouv.fr/v1";
    let cases: [(Request, (_, _), Cause, Certainty); 28] = [
        (get(api), (Reached, NotTried), Cause::Cors, Certain),
        (get(api), (Readable, NotTried), Cause::CorsOnErrors, Likely),
        (get(api), (Unreachable, Reached), Cause::AddressOnly, Likely),
        (get(api), (Unreachable, Unreachable), Cause::Connection, Likely),
        (get(api), (NotTried, NotTried), Cause::Undetermined, Possible),
        (post(api), (NotTried, Reached), Cause::Cors, Likely),
        (post(api), (NotTried, Readable), Cause::Cors, Likely),
        (put(), (NotTried, Readable), Cause::Preflight, Likely),
        (put(), (NotTried, Reached), Cause::Cors, Likely),
        (put(), (NotTried, Unreachable), Cause::Connection, Likely),
        (with_header(get(api), "X-Key"), (Readable, NotTried), Cause::Preflight, Likely),
        (with_header(get(api), "X-Key"), (Reached, NotTried), Cause::Cors, Certain),
        (get(&own), (Reached, NotTried), Cause::AddressOnly, Likely),
        (get(&own), (Unreachable, Unreachable), Cause::Connection, Likely),
        (get("http://api.gouv.fr"), (Unreachable, Unreachable), Cause::MixedContent, Certain),
        (get("http://localhost/x"), (Unreachable, Unreachable), Cause::ThisMachine, Likely),
        (get("http://localhost/x"), (NotTried, NotTried), Cause::ThisMachine, Possible),
        (get("http://localhost/x"), (Reached, NotTried), Cause::Cors, Certain),
        (get("https://10.0.0.1/"), (Unreachable, Unreachable), Cause::Internal, Likely),
        (get("https://10.0.0.1/"), (Reached, NotTried), Cause::Cors, Certain),
        (get("https://api.example.com/"), (Reached, NotTried), Cause::Placeholder, Likely),
        (get("wss://api.gouv.fr"), (NotTried, NotTried), Cause::Scheme, Certain),
        (get("/v1"), (NotTried, NotTried), Cause::NoServer, Certain),
        (get(""), (NotTried, NotTried), Cause::NoServer, Certain),
        (get("https://a:b@api.gouv.fr"), (NotTried, NotTried), Cause::UserInAddress, Certain),
        (get("https://api.gouv.fr:6000"), (Unreachable, Unreachable), Cause::Port, Certain),
        (Request { method: "TRACE".into(), ..get(api) }, (NotTried, NotTried), Cause::Method, Certain),
        (Request { body: Body::Text("{}".into()), ..get(api) }, (NotTried, NotTried), Cause::BodyRefused, Certain),
    ];
    for (request, (address, origin), cause, certainty) in cases {
        let facts = Facts { probe: probe(address, origin), ..facts(&request) };
        let found = diagnose(&facts, &error(Failure::NoAnswer));
        assert_eq!((found.cause, found.certainty), (cause, certainty), "{request:?} {address:?} {origin:?}");
    }
}

fn with_header(request: Request, name: &str) -> Request {
    Request { headers: vec![(name.into(), "1".into())], ..request }
}

#[test]
fn what_the_browser_says_is_believed() {
    let request = get("https://api.gouv.fr/v1");
    let inside = get("https://10.0.0.1/v1");
    let refused = get("https://api.gouv.fr:25/v1");
    for (request, online, error, cause) in [
        (&request, true, error(Failure::Cancelled), Cause::Cancelled),
        (&request, true, error(Failure::Policy), Cause::Policy),
        (&request, true, error(Failure::TimedOut), Cause::TimedOut),
        (&inside, true, error(Failure::TimedOut), Cause::Internal),
        (&request, true, begun(Failure::TimedOut), Cause::Stalled),
        (&request, true, begun(Failure::Cut), Cause::Cut),
        (&request, false, begun(Failure::Cut), Cause::Offline),
        (&request, true, error(Failure::Unsendable), Cause::Unsendable),
        (&refused, true, error(Failure::Unsendable), Cause::Port),
        (&request, false, error(Failure::NoAnswer), Cause::Offline),
    ] {
        let facts = Facts { online, ..facts(request) };
        assert_eq!(diagnose(&facts, &error).cause, cause, "{request:?} {online} {error:?}");
    }
    // A browser that says it is offline while a server answers is wrong.
    let facts = Facts { online: false, probe: probe(Reached, NotTried), ..facts(&request) };
    assert_eq!(diagnose(&facts, &error(Failure::NoAnswer)).cause, Cause::Cors);
}

#[test]
fn much_is_known_before_sending() {
    let own = format!("{}/v1", super::PAGE);
    let mut key = with_header(get("https://api.gouv.fr"), "Cookie");
    key.secrets.push(secret(SecretPlace::Header("cookie".into()), "1"));
    let here = "http://127.0.0.1:8080";
    let cases: [(Request, &str, &[&str]); 12] = [
        (get("https://api.gouv.fr"), super::PAGE, &[]),
        (put(), super::PAGE, &[]),
        (get("http://api.gouv.fr"), super::PAGE, &["mixed-content"]),
        (get("http://api.gouv.fr"), here, &[]),
        (get("http://localhost:3000"), super::PAGE, &["loopback-server", "mixed-content-loopback"]),
        (get("http://localhost:3000"), here, &[]),
        (get("http://example.com"), super::PAGE, &["mixed-content", "placeholder-server"]),
        (get("https://api.si.rie.gouv.fr"), super::PAGE, &["internal-server"]),
        (get(&own), super::PAGE, &["relative-server"]),
        (get("v1/pets"), super::PAGE, &["relative-server"]),
        (with_header(key.clone(), "Host"), super::PAGE, &["cookie-key", "forbidden-header"]),
        (with_header(get("https://api.gouv.fr"), "user-agent"), super::PAGE, &["user-agent"]),
    ];
    for (request, page, expect) in cases {
        let found = foresee(&Facts { page, ..facts(&request) });
        let found: Vec<_> = found.iter().map(|diagnosis| diagnosis.cause.id()).collect();
        assert_eq!(found, expect, "{request:?} {page}");
    }
    let found = foresee(&Facts { online: false, ..facts(&key) });
    assert_eq!(found.iter().map(|one| one.cause).collect::<Vec<_>>(), [Cause::Offline, Cause::CookieKey]);
    // A document that names the site as its server means it.
    let (request, servers) = (get(&own), [own.clone()]);
    assert_eq!(foresee(&Facts { servers: &servers, ..facts(&request) }), []);
}
