//! `format`, where the caller asks that it be checked: dates, addresses, identifiers, and the sizes of OpenAPI numbers.
//!
//! A format that is not known here always holds.

use crate::core::date::Date;
use crate::core::i18n::Text;
use crate::core::openapi::schema::decimal::Decimal;
use crate::core::uri::is_scheme;
use serde_json::{Number, Value};
use std::net::{Ipv4Addr, Ipv6Addr};

/// What the format reproaches to the value; nothing when it holds or does not apply.
pub(super) fn check(name: &str, instance: &Value) -> Option<Text> {
    let holds = match instance {
        Value::String(text) => match name {
            "date" => Date::parse(text).is_some(),
            "date-time" => date_time(text),
            "email" => email(text),
            "uuid" => uuid(text),
            "uri" => uri(text),
            "ipv4" => text.parse::<Ipv4Addr>().is_ok(),
            "ipv6" => text.parse::<Ipv6Addr>().is_ok(),
            _ => true,
        },
        Value::Number(number) => match name {
            "int32" => within(number, i64::from(i32::MIN), i64::from(i32::MAX)),
            "int64" => within(number, i64::MIN, i64::MAX),
            _ => true,
        },
        _ => true,
    };
    (!holds).then(|| reproach(name))
}

fn reproach(name: &str) -> Text {
    let (fr, en) = match name {
        "date" => ("une date, comme 2025-01-31", "a date, such as 2025-01-31"),
        "date-time" => {
            ("une date et une heure, comme 2025-01-31T12:30:00Z", "a date and time, such as 2025-01-31T12:30:00Z")
        }
        "email" => ("une adresse électronique", "an e-mail address"),
        "uuid" => ("un UUID", "a UUID"),
        "uri" => ("une adresse complète (URI)", "a whole address (URI)"),
        "ipv4" => ("une adresse IPv4", "an IPv4 address"),
        "ipv6" => ("une adresse IPv6", "an IPv6 address"),
        "int32" => ("un entier sur 32 bits", "a 32-bit integer"),
        _ => ("un entier sur 64 bits", "a 64-bit integer"),
    };
    Text::new(format!("Il faut {fr}."), format!("This must be {en}."))
}

fn within(number: &Number, least: i64, most: i64) -> bool {
    let number = Decimal::of(number);
    // A number with a fraction is the business of `type`.
    let [least, most] = [least, most].map(|bound| Decimal::of(&Number::from(bound)));
    !number.is_integer() || (least <= number && number <= most)
}

/// RFC 3339 `date-time`, leap seconds included.
fn date_time(text: &str) -> bool {
    let (Some(date), Some(rest)) = (text.get(..10), text.get(10..)) else {
        return false;
    };
    let Some(time) = rest.strip_prefix(['T', 't']) else {
        return false;
    };
    Date::parse(date).is_some() && clock(time).is_some()
}

/// RFC 3339 `full-time`.
fn clock(text: &str) -> Option<()> {
    let end = text.find(['Z', 'z', '+', '-'])?;
    let (time, zone) = text.split_at(end);
    let (whole, fraction) = time.split_once('.').map_or((time, None), |(whole, fraction)| (whole, Some(fraction)));
    if fraction.is_some_and(|digits| digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let [hour, minute, second] = pairs(whole)?;
    let offset = match zone.split_at_checked(1)? {
        ("Z" | "z", "") => 0,
        (sign, offset) => {
            let [hours, minutes] = pairs(offset)?;
            if hours > 23 || minutes > 59 {
                return None;
            }
            (hours * 60 + minutes) * if sign == "-" { -1 } else { 1 }
        }
    };
    let utc = (hour * 60 + minute - offset).rem_euclid(24 * 60);
    (hour < 24 && minute < 60 && (second < 60 || (second == 60 && utc == 23 * 60 + 59))).then_some(())
}

/// Pairs of digits between colons.
fn pairs<const N: usize>(text: &str) -> Option<[i32; N]> {
    let mut numbers = [0; N];
    let mut parts = text.split(':');
    for number in &mut numbers {
        let part = parts.next().filter(|part| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit()))?;
        *number = part.parse().ok()?;
    }
    parts.next().is_none().then_some(numbers)
}

/// RFC 5321 `Mailbox`.
fn email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let quoted = local.strip_prefix('"').and_then(|inside| inside.strip_suffix('"'));
    let local_fits = match quoted {
        Some(inside) => {
            let mut escaped = false;
            inside.chars().all(|character| {
                let plain = escaped || character != '"';
                escaped = !escaped && character == '\\';
                plain && (' '..='~').contains(&character)
            }) && !escaped
        }
        None => local.split('.').all(|word| !word.is_empty() && word.chars().all(is_atom)),
    };
    let literal = domain.strip_prefix('[').and_then(|inside| inside.strip_suffix(']'));
    let domain_fits = match literal {
        Some(inside) => match inside.strip_prefix("IPv6:") {
            Some(address) => address.parse::<Ipv6Addr>().is_ok(),
            None => inside.parse::<Ipv4Addr>().is_ok(),
        },
        None => domain.split('.').all(|label| {
            let ends = label.starts_with('-') || label.ends_with('-');
            (1..=63).contains(&label.len()) && !ends && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        }),
    };
    local_fits && domain_fits
}

fn is_atom(character: char) -> bool {
    character.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(character)
}

/// RFC 9562, in its textual form.
fn uuid(text: &str) -> bool {
    let lengths = text.split('-').map(str::len);
    lengths.eq([8, 4, 4, 4, 12]) && text.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
}

/// RFC 3986 `URI`: with a scheme, and only characters that may stand in one.
fn uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let (body, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let (body, query) = body.split_once('?').unwrap_or((body, ""));
    let Some(after) = body.strip_prefix("//") else {
        return is_scheme(scheme) && [body, query, fragment].iter().all(|part| characters(part, ":@/?"));
    };
    let (authority, path) = after.split_at(after.find('/').unwrap_or(after.len()));
    let (user, host) = authority.rsplit_once('@').unwrap_or(("", authority));
    let host_fits = match host.strip_prefix('[').map(|inside| inside.split_once(']')) {
        Some(Some((address, port))) => {
            let future = address.starts_with(['v', 'V']) && characters(address, ":");
            (future || address.parse::<Ipv6Addr>().is_ok())
                && (port.is_empty() || port.strip_prefix(':').is_some_and(is_port))
        }
        Some(None) => false,
        None => {
            let (name, port) = host.split_once(':').unwrap_or((host, ""));
            characters(name, "") && is_port(port)
        }
    };
    let rest_fits = [path, query, fragment].iter().all(|part| characters(part, ":@/?"));
    is_scheme(scheme) && characters(user, ":") && host_fits && rest_fits
}

fn is_port(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Unreserved characters, sub-delimiters, whole `%XX`, and those of `more`.
fn characters(text: &str, more: &str) -> bool {
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        let fits = match character {
            '%' => [rest.next(), rest.next()].iter().all(|digit| digit.is_some_and(|digit| digit.is_ascii_hexdigit())),
            other => other.is_ascii_alphanumeric() || "-._~!$&'()*+,;=".contains(other) || more.contains(other),
        };
        if !fits {
            return false;
        }
    }
    true
}
