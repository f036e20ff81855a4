//! Plain scalars to values: the core schema of YAML 1.2.2 (§10.3.2).
//!
//! `no`, `on`, `12:30` and dates are strings, unlike in YAML 1.1.

use serde_json::{Number, Value};

/// The value of a scalar written without quotes nor tag.
pub(super) fn resolve(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ => number(text).map_or_else(|| Value::String(text.to_owned()), Value::Number),
    }
}

/// Infinities and NaN are no JSON numbers: they stay text.
fn number(text: &str) -> Option<Number> {
    for (prefix, radix) in [("0x", 16), ("0o", 8)] {
        if let Some(digits) = text.strip_prefix(prefix) {
            let valid = digits.chars().all(|digit| digit.is_digit(radix));
            return u64::from_str_radix(digits, radix).ok().filter(|_| valid).map(Number::from);
        }
    }
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let mantissa_length = unsigned.find(['e', 'E']).unwrap_or(unsigned.len());
    let (mantissa, exponent) = unsigned.split_at(mantissa_length);
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let exponent_digits = exponent.get(1..).map(|rest| rest.strip_prefix(['-', '+']).unwrap_or(rest));
    let valid = digits(whole)
        && digits(fraction)
        && !(whole.is_empty() && fraction.is_empty())
        && exponent_digits.is_none_or(|rest| !rest.is_empty() && digits(rest));
    if !valid {
        return None;
    }
    if mantissa == whole && exponent.is_empty() {
        let integer = text.strip_prefix('+').unwrap_or(text);
        let exact = integer.parse::<i64>().map(Number::from).or_else(|_| integer.parse::<u64>().map(Number::from));
        if let Ok(number) = exact {
            return Some(number);
        }
    }
    text.parse::<f64>().ok().and_then(Number::from_f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn numbers_and_what_only_looks_like_one() {
        for (text, expected) in [
            ("0", json!(0)),
            ("-0", json!(0)),
            ("007", json!(7)),
            ("18446744073709551615", json!(u64::MAX)),
            ("-9223372036854775808", json!(i64::MIN)),
            ("1.", json!(1.0)),
            (".5", json!(0.5)),
            ("-1.5e-3", json!(-0.0015)),
            ("0xff", json!(255)),
            ("1.0", json!(1.0)),
        ] {
            assert_eq!(resolve(text), expected, "{text}");
        }
        for text in ["-", "+", ".", "e5", "1e", "1e+", "0x", "0o8", "0x+1", "1 2", "--1", ".inf", ".nan", "1.2.3", "١"]
        {
            assert_eq!(resolve(text), json!(text), "{text}");
        }
    }
}
