//! [`Decimal`]: numbers as they are written, so that 0.1 is a tenth and 1.0 is 1.

use serde_json::Number;
use std::cmp::Ordering;

/// `digits` × 10^`exponent`, without zeros at the end of `digits`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Decimal {
    negative: bool,
    digits: u128,
    exponent: i32,
}

impl Decimal {
    /// The exact value of what `serde_json` kept: integers of 64 bits, else the shortest decimal of a double.
    pub(crate) fn of(number: &Number) -> Self {
        if let Some(integer) = number.as_i64() {
            return Self::new(integer < 0, u128::from(integer.unsigned_abs()), 0);
        }
        if let Some(integer) = number.as_u64() {
            return Self::new(false, u128::from(integer), 0);
        }
        let written = format!("{:e}", number.as_f64().unwrap_or_default());
        let (mantissa, exponent) = written.split_once('e').unwrap_or((&written, "0"));
        let fraction = mantissa.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        let digits = mantissa.bytes().filter(u8::is_ascii_digit);
        let digits = digits.fold(0_u128, |sum, digit| sum.saturating_mul(10).saturating_add(u128::from(digit - b'0')));
        let exponent = exponent.parse().unwrap_or(0) - i32::try_from(fraction).unwrap_or(0);
        Self::new(mantissa.starts_with('-'), digits, exponent)
    }

    fn new(negative: bool, mut digits: u128, mut exponent: i32) -> Self {
        if digits == 0 {
            return Self { negative: false, digits, exponent: 0 };
        }
        while digits.is_multiple_of(10) {
            digits /= 10;
            exponent += 1;
        }
        Self { negative, digits, exponent }
    }

    /// Whether the number has no fraction.
    pub(crate) fn is_integer(self) -> bool {
        self.exponent >= 0
    }

    /// Whether the number is `divisor` × an integer; nothing is a multiple of 0.
    pub(crate) fn is_multiple_of(self, divisor: Self) -> bool {
        if divisor.digits == 0 {
            return false;
        }
        let shift = self.exponent - divisor.exponent;
        if shift >= 0 {
            return times_power_of_ten(self.digits, shift, divisor.digits) == 0;
        }
        // The digits do not end with a zero, so a power of ten beyond their length cannot divide them.
        let scaled = 10_u128.checked_pow(shift.unsigned_abs()).and_then(|power| power.checked_mul(divisor.digits));
        self.digits == 0 || scaled.is_some_and(|scaled| self.digits.is_multiple_of(scaled))
    }

    /// The number `times` over; nothing when it is too large to be exact.
    pub(crate) fn times(self, times: i64) -> Option<Number> {
        let digits = self.digits.checked_mul(u128::from(times.unsigned_abs()))?;
        let sign = if self.negative != (times < 0) && digits != 0 { "-" } else { "" };
        let Self { exponent, .. } = Self::new(false, digits, self.exponent);
        if (0..20).contains(&exponent) || digits == 0 {
            // Whole numbers are written without a point.
            let zeros = 10_u128.checked_pow(self.exponent.max(0).unsigned_abs())?;
            let whole = digits.checked_mul(zeros)? / 10_u128.checked_pow(self.exponent.min(0).unsigned_abs())?;
            return format!("{sign}{whole}").parse().ok();
        }
        format!("{sign}{digits}e{}", self.exponent).parse().ok()
    }

    /// Position of the first digit: 12 and 1.2 differ by one.
    fn magnitude(self) -> i64 {
        let length = self.digits.checked_ilog10().map_or(i64::MIN / 2, i64::from);
        length + i64::from(self.exponent)
    }
}

/// `digits` × 10^`power` modulo `modulus`, both below 2^64 as doubles and integers of 64 bits are.
fn times_power_of_ten(digits: u128, power: i32, modulus: u128) -> u128 {
    (0..power).fold(digits % modulus, |rest, _| if rest == 0 { 0 } else { rest * 10 % modulus })
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.negative != other.negative {
            return other.negative.cmp(&self.negative);
        }
        let sizes = self.magnitude().cmp(&other.magnitude()).then_with(|| {
            // Same magnitude: at most 20 digits on either side, so aligning them cannot overflow.
            let least = self.exponent.min(other.exponent);
            let aligned = |number: &Self| number.digits * 10_u128.pow((number.exponent - least).unsigned_abs());
            aligned(self).cmp(&aligned(other))
        });
        if self.negative { sizes.reverse() } else { sizes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::of(&serde_json::from_str(text).unwrap())
    }

    #[test]
    fn multiples_are_exact() {
        for (number, divisor, expected) in [
            ("4.35", "0.01", true),
            ("0.0075", "0.0001", true),
            ("0.00751", "0.0001", false),
            ("1e308", "0.5", true),
            ("1e308", "0.123456789", false),
            ("9007199254740993", "2", false),
            ("18446744073709551615", "5", true),
            ("-6", "3", true),
            ("0", "7", true),
            ("7", "0", false),
            ("1e-300", "1e300", false),
            ("12391239123", "1e-8", true),
        ] {
            assert_eq!(decimal(number).is_multiple_of(decimal(divisor)), expected, "{number} {divisor}");
        }
    }

    #[test]
    fn products_are_exact() {
        for (number, times, expected) in [
            ("0.01", 3, Some("0.03")),
            ("0.01", 100, Some("1")),
            ("0.1", -7, Some("-0.7")),
            ("1.5", 2, Some("3")),
            ("-20", 3, Some("-60")),
            ("7", 0, Some("0")),
            ("-0.5", 0, Some("0")),
            ("9007199254740993", 1, Some("9007199254740993")),
            ("1e300", 2, Some("2e+300")),
            ("1e-8", 12, Some("1.2e-7")),
            ("1e308", 100, None),
        ] {
            let product = decimal(number).times(times).map(|product| product.to_string());
            assert_eq!(product.as_deref(), expected, "{number} {times}");
        }
    }

    #[test]
    fn order_is_exact() {
        let sorted = [
            "-1e308",
            "-18446744073709551616",
            "-2",
            "-0.1",
            "0",
            "5e-324",
            "0.1",
            "1",
            "1.5",
            "9007199254740992",
            "9007199254740993",
            "18446744073709551615",
            "1e20",
            "1e308",
        ];
        for (index, left) in sorted.iter().enumerate() {
            for (other, right) in sorted.iter().enumerate() {
                assert_eq!(decimal(left).cmp(&decimal(right)), index.cmp(&other), "{left} {right}");
            }
        }
        assert_eq!(decimal("1.0"), decimal("1"));
        assert_eq!(decimal("-0.0"), decimal("0"));
    }
}
