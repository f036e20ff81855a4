use super::{error, facts, get, probe, put};
use crate::core::exchange::Reach::{NotTried, Reached, Readable};
use crate::core::exchange::fill::fill;
use crate::core::exchange::words::words;
use crate::core::exchange::{Cause, Diagnosis, Facts, Failure, diagnose};
use crate::core::i18n::{Language, Text};

const CAUSES: [Cause; 27] = [
    Cause::Offline,
    Cause::Cancelled,
    Cause::TimedOut,
    Cause::Stalled,
    Cause::MixedContent,
    Cause::MixedLoopback,
    Cause::Placeholder,
    Cause::ThisMachine,
    Cause::NoServer,
    Cause::Internal,
    Cause::Scheme,
    Cause::UserInAddress,
    Cause::Port,
    Cause::Method,
    Cause::BodyRefused,
    Cause::ForbiddenHeader,
    Cause::CookieKey,
    Cause::UserAgent,
    Cause::Unsendable,
    Cause::Policy,
    Cause::Cors,
    Cause::Preflight,
    Cause::CorsOnErrors,
    Cause::AddressOnly,
    Cause::Connection,
    Cause::Cut,
    Cause::Undetermined,
];

#[test]
fn every_cause_has_its_words() {
    let mut ids: Vec<_> = CAUSES.iter().map(|cause| cause.id()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), CAUSES.len());
    for cause in CAUSES {
        let words = words(cause);
        assert!(!words.steps.is_empty(), "{cause:?}");
        for (fr, en) in [words.title, words.explanation] {
            assert!(fr.len() > 5 && en.len() > 5 && fr != en, "{cause:?}");
            for bad in ["«\u{20}", "\u{20}»", " :", " ;", " ?", " !", "'"] {
                assert!(!fr.contains(bad), "{cause:?}: {fr}");
            }
        }
    }
}

fn texts(diagnosis: &Diagnosis) -> String {
    let all =
        [&diagnosis.title, &diagnosis.explanation].into_iter().chain(&diagnosis.steps).chain(&diagnosis.to_producer);
    all.map(|text| format!("{}\n{}\n", text.get(Language::Fr), text.get(Language::En))).collect()
}

#[test]
fn what_is_said_is_whole_and_keeps_secrets() {
    let request = put();
    let mut mixed = put();
    mixed.url = "http://api.gouv.fr/s3cret?x=s3cret".into();
    for (request, failure, address) in [
        (&request, Failure::NoAnswer, NotTried),
        (&request, Failure::NoAnswer, Readable),
        (&request, Failure::Unsendable, NotTried),
        (&mixed, Failure::NoAnswer, NotTried),
    ] {
        let mut error = error(failure);
        error.detail = "cannot parse https://api.gouv.fr/v1?token=s3cret".into();
        let said = texts(&diagnose(&Facts { probe: probe(address, Reached), ..facts(request) }, &error));
        assert!(!said.contains("s3cret") && !said.contains(['{', '}']), "{said}");
    }
}

#[test]
fn the_message_for_the_producer_stands_alone() {
    let request = put();
    let found = diagnose(&Facts { probe: probe(NotTried, Readable), ..facts(&request) }, &error(Failure::NoAnswer));
    let expect = "Hello,

From the page https://catalogue.gouv.fr, a browser cannot call the operation “Lire”:
PUT https://api.gouv.fr/v1

To allow it, add these headers to every answer, errors included:

Access-Control-Allow-Origin: https://catalogue.gouv.fr
Vary: Origin

Answer too the OPTIONS request that the browser sends first, without asking for authentication, with status 204 and:

Access-Control-Allow-Origin: https://catalogue.gouv.fr
Access-Control-Allow-Methods: PUT
Access-Control-Allow-Headers: X-Key, Content-Type
Access-Control-Max-Age: 600

If the API is open to all, `Access-Control-Allow-Origin: *` will do as well, except for calls with cookies.

Thank you.
";
    assert_eq!(found.to_producer.unwrap().en, expect);
    assert!(found.explanation.en.contains("the method PUT, the header X-Key, the content type application/json"));
}

#[test]
fn only_servers_that_may_work_are_proposed() {
    let request = get("https://api.example.com/v1");
    for (servers, expect) in [
        (&[][..], None),
        (&["https://api.example.com", "http://a.fr", "https://10.0.0.1", "/v1", "https://{x}.a.fr"], None),
        (&["/v1", "https://api.gouv.fr/v2"], Some("https://api.gouv.fr/v2")),
    ] {
        let servers: Vec<String> = servers.iter().map(|server| (*server).to_owned()).collect();
        let found = diagnose(&Facts { servers: &servers, ..facts(&request) }, &error(Failure::NoAnswer));
        let said = found.steps.iter().map(|step| step.en.as_str()).find(|step| step.contains("for instance"));
        let expect = expect.map(|server| format!("Choose another server of the API, for instance {server}."));
        assert_eq!(said, expect.as_deref(), "{servers:?}");
    }
}

#[test]
fn what_replaces_a_name_is_not_read_again() {
    let (a, b) = (Text::new("{b}", "{b}"), Text::new("x", "y"));
    for (template, expect) in
        [("{a}{b}", "{b}y"), ("{c}{", "{c}{"), ("{{a}", "{{b}"), ("}{a", "}{a"), ("é{b}é", "éyé"), ("", "")]
    {
        assert_eq!(fill((template, template), &[("a", &a), ("b", &b)]).en, expect, "{template}");
    }
}
