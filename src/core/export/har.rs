//! HAR 1.2 (<http://www.softwareishard.com/blog/har-12-spec/>).
//!
//! Never here: what browsers do not say (addresses of servers, timings of each phase): `-1`, as the format wants.

use super::{Item, media_type};
use crate::core::history::{Answer, headers};
use crate::core::request::percent::decode_form;
use crate::core::request::{Body, PartValue, base64};
use crate::core::secret::{Redactor, public_address};
use serde_json::{Value, json};

pub(super) fn write(items: &[Item<'_>]) -> String {
    let entries: Vec<Value> = items.iter().map(entry).collect();
    let creator = json!({"name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION")});
    format!("{:#}\n", json!({"log": {"version": "1.2", "creator": creator, "entries": entries}}))
}

fn entry(item: &Item<'_>) -> Value {
    let redactor = Redactor::new(&item.request.secrets);
    let milliseconds = item.answer.map_or(0, |answer| answer.milliseconds);
    json!({
        "startedDateTime": date_time(item.when),
        "time": milliseconds,
        "request": request(item, &redactor),
        "response": response(item.answer, &redactor),
        "cache": {},
        "timings": {"send": 0, "wait": milliseconds, "receive": 0},
        "comment": item.name,
    })
}

fn request(item: &Item<'_>, redactor: &Redactor) -> Value {
    let request = item.request;
    let url = public_address(&redactor.text(&request.url));
    let query = url.split_once('?').map_or("", |(_, query)| query);
    let pairs = query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        json!({"name": decode_form(name), "value": decode_form(value)})
    });
    let mut written = json!({
        "method": request.method,
        // Braces have no place in an address.
        "url": url.replace('{', "%7B").replace('}', "%7D"),
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": pairs_of(&headers(&request.headers, redactor)),
        "queryString": pairs.collect::<Vec<_>>(),
        "headersSize": -1,
        "bodySize": match &request.body {
            Body::None => json!(0),
            Body::Text(text) => json!(text.len()),
            Body::Bytes(file) => json!(file.bytes.len()),
            Body::Form(_) => json!(-1),
        },
    });
    let media = media_type(request);
    let data = match &request.body {
        Body::None => return written,
        Body::Text(text) => json!({"mimeType": media, "text": redactor.text(text)}),
        Body::Bytes(file) => json!({"mimeType": media, "params": [], "comment": file.name}),
        Body::Form(parts) => {
            let params = parts.iter().map(|part| {
                let mut param = match &part.value {
                    PartValue::Text(text) => json!({"name": part.name, "value": redactor.text(text)}),
                    PartValue::File(file) => json!({"name": part.name, "fileName": file.name}),
                };
                if let Some(media) = &part.content_type {
                    param["contentType"] = json!(media);
                }
                param
            });
            json!({"mimeType": "multipart/form-data", "params": params.collect::<Vec<_>>()})
        }
    };
    written["postData"] = data;
    written
}

fn response(answer: Option<Answer<'_>>, redactor: &Redactor) -> Value {
    // Browsers write a call that had no answer as status 0.
    let nothing = Answer { status: 0, headers: &[], body: &[], size: 0, milliseconds: 0 };
    let answer = answer.unwrap_or(nothing);
    let location = answer.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("location"));
    let mut content = json!({"size": answer.size, "mimeType": answer.content_type()});
    match answer.text(usize::MAX) {
        Some(text) => content["text"] = json!(redactor.text(text)),
        None => {
            content["text"] = json!(base64::encode(answer.body));
            content["encoding"] = json!("base64");
        }
    }
    json!({
        "status": answer.status,
        "statusText": "",
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": pairs_of(&headers(answer.headers, redactor)),
        "content": content,
        "redirectURL": location.map_or(String::new(), |(_, url)| redactor.text(url)),
        "headersSize": -1,
        "bodySize": answer.size,
    })
}

fn pairs_of(headers: &[(String, String)]) -> Vec<Value> {
    headers.iter().map(|(name, value)| json!({"name": name, "value": value})).collect()
}

/// Milliseconds since 1970 as ISO 8601, in UTC (<https://howardhinnant.github.io/date_algorithms.html>).
pub(super) fn date_time(milliseconds: u64) -> String {
    // The last day of the year 9999: years have four digits.
    let milliseconds = milliseconds.min(253_402_300_799_999);
    let (days, rest) = (milliseconds / 86_400_000, milliseconds % 86_400_000);
    let shifted = days + 719_468;
    let (era, day) = (shifted / 146_097, shifted % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year + era * 400 + u64::from(month <= 2);
    let (hour, minute, second) = (rest / 3_600_000, rest / 60_000 % 60, rest / 1_000 % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{:03}Z", rest % 1_000)
}
