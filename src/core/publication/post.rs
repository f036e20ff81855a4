//! [`Post`]: a submission as JSON, to an address of the operator, sent again after failures that may pass.
//!
//! The key of idempotency (draft-ietf-httpapi-idempotency-key-header) is the digest of the body: the same submission has
//! the same key, also in another page. Never here: waiting, which the caller does.

use super::digest::sha_256;
use super::failure::{Failure, Outcome, Reason, Silence};
use super::receipt::{Receipt, Way};
use super::submission::Submission;
use crate::core::address::HttpUrl;
use crate::core::catalogue::SecureUrl;
use crate::core::date::Date;
use crate::core::exchange::Received;
use crate::core::request::{Body, Request};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// How often it is sent in all, before a person is asked.
const MOST_ATTEMPTS: u32 = 5;
/// The wait after the first failure, doubled after each.
const FIRST_WAIT: u64 = 1_000;
/// The longest wait that nobody is asked about.
const LONGEST_WAIT: u64 = 120_000;

/// A submission on its way to an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    url: SecureUrl,
    submission: Submission,
    attempts: u32,
    receipt: Option<Receipt>,
}

/// What comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PostProgress {
    /// The same request, after a wait.
    Again {
        /// How long to wait, in milliseconds.
        wait: u64,
        /// Why it is sent again.
        failure: Failure,
    },
    /// The operator has it.
    Done(Receipt),
    /// It failed; the person decides whether to send it again.
    Failed(Failure),
}

impl Post {
    /// A submission to send.
    pub fn new(url: &SecureUrl, submission: &Submission) -> Self {
        Self { url: url.clone(), submission: submission.clone(), attempts: 0, receipt: None }
    }

    /// What is sent.
    pub fn submission(&self) -> &Submission {
        &self.submission
    }

    /// Its key: that of every attempt to send the same submission.
    pub fn key(&self) -> String {
        sha_256(self.body().as_bytes())
    }

    /// The request; `None` once the operator has it.
    pub fn request(&self) -> Option<Request> {
        if self.receipt.is_some() {
            return None;
        }
        let headers = [
            ("Accept", "application/json".to_owned()),
            ("Content-Type", "application/json".to_owned()),
            // A string of structured fields: between quotes.
            ("Idempotency-Key", format!("\"{}\"", self.key())),
        ];
        Some(Request {
            method: "POST".to_owned(),
            url: self.url.as_str().split('#').next().unwrap_or_default().to_owned(),
            headers: headers.map(|(name, value)| (name.to_owned(), value)).to_vec(),
            body: Body::Text(self.body()),
            secrets: Vec::new(),
        })
    }

    fn body(&self) -> String {
        let submission = &self.submission;
        json!({
            "version": 1,
            "title": submission.title(),
            "summary": submission.summary(),
            "files": submission.files(),
        })
        .to_string()
    }

    /// Takes what came of the request, at `now` (milliseconds since 1970).
    pub fn answer(&mut self, outcome: Outcome<'_>, now: u64) -> PostProgress {
        if let Some(receipt) = &self.receipt {
            return PostProgress::Done(receipt.clone());
        }
        self.attempts = self.attempts.saturating_add(1);
        let (failure, asked) = match outcome {
            Ok(received) if (200..300).contains(&received.status) => return self.done(received, now),
            Ok(received) => {
                (without_token(Failure::of(received)), received.header("retry-after").and_then(|text| wait(text, now)))
            }
            Err(silence) => (Failure::new(Reason::Silence(silence)), None),
        };
        // Without a network nothing was tried: the person sees to it.
        let is_person = failure.reason == Reason::Silence(Silence::Offline);
        let doubled = FIRST_WAIT.saturating_mul(1 << self.attempts.saturating_sub(1).min(20));
        let wait = asked.unwrap_or_default().max(doubled);
        if failure.may_pass() && !is_person && self.attempts < MOST_ATTEMPTS && wait <= LONGEST_WAIT {
            return PostProgress::Again { wait, failure };
        }
        self.attempts = 0;
        PostProgress::Failed(Failure { wait: asked.map(|wait| wait.div_ceil(1_000)).or(failure.wait), ..failure })
    }

    fn done(&mut self, received: &Received, now: u64) -> PostProgress {
        let body: Option<Value> = serde_json::from_slice(&received.body).ok();
        let said = body.as_ref().and_then(|body| body.get("url")).and_then(Value::as_str);
        let address = received.header("location").or(said).and_then(|url| self.resolve(url));
        let receipt = Receipt::new(&self.submission, Way::Post, self.url.as_str(), now, address);
        self.receipt = Some(receipt.clone());
        PostProgress::Done(receipt)
    }

    /// An address of the answer, which may be relative to that of the operator.
    fn resolve(&self, url: &str) -> Option<HttpUrl> {
        let whole = match url.strip_prefix('/') {
            Some(path) if !path.starts_with(['/', '\\']) => {
                let (scheme, rest) = self.url.as_str().split_once("://")?;
                let authority = rest.split(['/', '?', '#']).next()?;
                format!("{scheme}://{authority}{url}")
            }
            _ => url.to_owned(),
        };
        SecureUrl::parse(&whole).map(|url| url.as_url().clone())
    }
}

/// Nobody gave a token: what forges mean by these answers is not what the operator means.
fn without_token(failure: Failure) -> Failure {
    match failure.reason {
        Reason::Unauthorized | Reason::Forbidden | Reason::NotFound => Failure { reason: Reason::Refused, ..failure },
        _ => failure,
    }
}

/// What `Retry-After` asks for, in milliseconds: seconds, or a date (RFC 9110 §10.2.3).
fn wait(text: &str, now: u64) -> Option<u64> {
    let text = text.trim();
    match text.parse::<u64>() {
        Ok(seconds) => Some(seconds.saturating_mul(1_000)),
        Err(_) => Some(moment(text)?.saturating_sub(now)),
    }
}

/// `Wed, 21 Oct 2026 07:28:00 GMT`, in milliseconds since 1970.
fn moment(text: &str) -> Option<u64> {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let parts: Vec<&str> = text.split_whitespace().collect();
    let [_, day, month, year, time, "GMT"] = parts.as_slice() else { return None };
    let month = MONTHS.iter().zip(1..).find(|(name, _)| *name == month).map(|(_, number)| number)?;
    let date = Date::new(year.parse().ok()?, month, day.parse().ok()?)?;
    let clock: Vec<u64> = time.split(':').map(str::parse).collect::<Result<_, _>>().ok()?;
    let [hours, minutes, seconds] = *clock.as_slice() else { return None };
    let is_time = hours < 24 && minutes < 60 && seconds <= 60;
    let days = days_since_1970(date)?;
    is_time.then(|| (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000)
}

fn days_since_1970(date: Date) -> Option<u64> {
    let is_leap = |year: u64| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let year = u64::from(date.year());
    let years: u64 = (1970..year).map(|year| if is_leap(year) { 366 } else { 365 }).sum();
    let days = (1..date.month()).map(|month| (28..=31).rev().find(|day| Date::new(date.year(), month, *day).is_some()));
    let months: u64 = days.map(|day| day.map_or(0, u64::from)).sum();
    (year >= 1970).then(|| years + months + u64::from(date.day()) - 1)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{received, submission};
    use super::*;
    use proptest::prelude::*;

    const NOW: u64 = 1_792_567_650_000;

    fn new() -> Post {
        Post::new(&SecureUrl::parse("https://form.example/apis?x=1#y").unwrap(), &submission())
    }

    #[test]
    fn the_request_is_the_one_that_is_documented() {
        let request = new().request().unwrap();
        assert_eq!((request.method.as_str(), request.url.as_str()), ("POST", "https://form.example/apis?x=1"));
        let Body::Text(body) = &request.body else { panic!("{request:?}") };
        let key = format!("\"{}\"", sha_256(body.as_bytes()));
        let headers: Vec<_> = request.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(
            headers,
            [("Accept", "application/json"), ("Content-Type", "application/json"), ("Idempotency-Key", key.as_str())]
        );
        let expect = json!({"version": 1, "title": "Ajouter API d’été", "summary": "Une **API**.", "files": [
            {"path": "apis/api-a/index.md", "encoding": "utf-8", "content": "---\ntitle: API d’été\n---\n"},
            {"path": "apis/api-a/openapi.json", "encoding": "utf-8", "content": "{\"openapi\":\"3.1.0\"}"}]});
        assert_eq!(serde_json::from_str::<Value>(body).unwrap(), expect);
    }

    #[test]
    fn failures_that_may_pass_are_tried_again_with_longer_waits() {
        let mut post = new();
        let key = post.key();
        let mut waits = Vec::new();
        let last = loop {
            match post.answer(Ok(&received(503, &[], "")), NOW) {
                PostProgress::Again { wait, failure } => {
                    assert_eq!((failure.reason, post.key()), (Reason::Server, key.clone()));
                    waits.push(wait);
                }
                other => break other,
            }
        };
        assert_eq!(waits, [1_000, 2_000, 4_000, 8_000]);
        assert!(matches!(last, PostProgress::Failed(_)));
        let kept: Post = serde_json::from_str(&serde_json::to_string(&post).unwrap()).unwrap();
        assert_eq!(kept.request(), new().request(), "the same request, in another page too");
        assert!(matches!(post.answer(Err(Silence::TimedOut), NOW), PostProgress::Again { wait: 1_000, .. }));
    }

    #[test]
    fn each_answer_has_its_end() {
        let check = |status: u16, retry: Option<&str>, expect: Option<u64>, wait: Option<u64>| {
            let headers: Vec<_> = retry.map(|retry| ("Retry-After", retry)).into_iter().collect();
            match new().answer(Ok(&received(status, &headers, "")), NOW) {
                PostProgress::Again { wait, .. } => assert_eq!(Some(wait), expect, "{status} {retry:?}"),
                PostProgress::Failed(failure) => assert_eq!((expect, failure.wait), (None, wait), "{status} {retry:?}"),
                done @ PostProgress::Done(_) => panic!("{done:?}"),
            }
        };
        for status in [400, 401, 403, 404, 409, 422, 302] {
            check(status, None, None, None);
        }
        let PostProgress::Failed(failure) = new().answer(Ok(&received(401, &[], "")), NOW) else { panic!() };
        let what = failure.problem("form.example").what;
        assert!(!what.fr.contains("jeton") && !what.en.contains("token"), "nobody gave one: {what:?}");
        for status in [408, 425, 429, 500, 502, 503, 504] {
            check(status, None, Some(1_000), None);
        }
        check(429, Some("30"), Some(30_000), None);
        check(429, Some("0"), Some(1_000), None);
        check(503, Some("Wed, 21 Oct 2026 07:28:00 GMT"), Some(30_000), None);
        check(503, Some("Wed, 21 Oct 2026 07:00:00 GMT"), Some(1_000), None);
        check(503, Some("soon"), Some(1_000), None);
        check(503, Some("3600"), None, Some(3_600));
        assert!(matches!(new().answer(Err(Silence::Offline), NOW), PostProgress::Failed(_)));
        assert!(matches!(new().answer(Err(Silence::Cancelled), NOW), PostProgress::Failed(_)));
    }

    #[test]
    fn the_receipt_says_where_it_went() {
        for (headers, body, expect) in [
            (&[("Location", "/apis/7")][..], "", Some("https://form.example/apis/7")),
            (&[], "{\"url\":\"https://other.example/7\"}", Some("https://other.example/7")),
            (&[("Location", "//evil.example")], "", None),
            (&[("Location", "javascript:alert(1)")], "", None),
            (&[], "merci", None),
        ] {
            let mut post = new();
            let PostProgress::Done(receipt) = post.answer(Ok(&received(201, headers, body)), NOW) else { panic!() };
            assert_eq!(receipt.address.as_ref().map(HttpUrl::as_str), expect);
            assert_eq!((receipt.way, receipt.when, post.request()), (Way::Post, NOW, None));
        }
    }

    #[test]
    fn dates_are_read() {
        for (text, expect) in [
            ("Thu, 01 Jan 1970 00:00:00 GMT", Some(0)),
            ("Thu, 29 Feb 2024 12:30:45 GMT", Some(1_709_209_845_000)),
            ("Wed, 21 Oct 2026 07:28:00 GMT", Some(1_792_567_680_000)),
            ("Wed, 30 Feb 2026 07:28:00 GMT", None),
            ("Wed, 21 Oct 2026 25:28:00 GMT", None),
            ("demain", None),
        ] {
            assert_eq!(moment(text), expect, "{text}");
        }
    }

    proptest! {
        /// Whatever is answered, attempts are counted, the request stays the same, and waits stay bounded.
        #[test]
        fn it_ends_and_loses_nothing(answers in prop::collection::vec((0_u16..600, "[0-9]{0,25}|[ -~]{0,30}"), 1..20), now: u64) {
            let (mut post, first) = (new(), new().request());
            let mut again = 0;
            for (status, retry) in answers {
                let answer = received(status, &[("Retry-After", retry.as_str())], "");
                let outcome = if status < 100 { Err(Silence::Unreachable) } else { Ok(&answer) };
                match post.answer(outcome, now) {
                    PostProgress::Again { wait, .. } => {
                        again += 1;
                        prop_assert!(again < MOST_ATTEMPTS && (FIRST_WAIT..=LONGEST_WAIT).contains(&wait));
                        prop_assert_eq!(&post.request(), &first);
                    }
                    PostProgress::Failed(_) => {
                        again = 0;
                        prop_assert_eq!(&post.request(), &first);
                    }
                    PostProgress::Done(_) => prop_assert_eq!(post.request(), None),
                }
                prop_assert_eq!(post.submission(), &submission());
            }
        }
    }
}
