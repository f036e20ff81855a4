//! What proves that an answer belongs to a request: PKCE (RFC 7636, method S256), `state` and `nonce`.
//!
//! Randomness and hash are given by the caller: a page has them from its browser. Never here: the plain method, which
//! proves nothing to whoever reads the request.

use crate::core::request::base64;

/// Bytes of randomness in each value: 256 bits, as RFC 7636 §7.1 recommends.
pub const RANDOM_BYTES: usize = 32;

/// A value nobody can guess, for `state`, `nonce` and `code_verifier`: 43 characters that stand as they are anywhere.
pub fn unguessable(random: &[u8; RANDOM_BYTES]) -> String {
    base64::encode_url(random)
}

/// `code_challenge`: the SHA-256 digest of the ASCII characters of the verifier (RFC 7636 §4.2).
pub fn challenge(digest: &[u8; 32]) -> String {
    base64::encode_url(digest)
}

/// Whether two values are equal, in a time that does not depend on where they differ.
pub fn same(left: &str, right: &str) -> bool {
    let difference = left.bytes().zip(right.bytes()).fold(0, |found, (left, right)| found | (left ^ right));
    left.len() == right.len() && std::hint::black_box(difference) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 7636, appendix B.
    #[test]
    fn vectors_of_the_rfc() {
        let random = [
            116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37, 77, 105, 214, 191,
            240, 91, 88, 5, 88, 83, 132, 141, 121,
        ];
        let digest = [
            19, 211, 30, 150, 26, 26, 216, 236, 47, 22, 177, 12, 76, 152, 46, 8, 118, 168, 120, 173, 109, 241, 68, 86,
            110, 225, 137, 74, 203, 112, 249, 195,
        ];
        assert_eq!(unguessable(&random), "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
        assert_eq!(challenge(&digest), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    #[test]
    fn only_equal_values_are_the_same() {
        for (left, right, expect) in
            [("abc", "abc", true), ("", "", true), ("abc", "abd", false), ("abc", "ab", false), ("", "a", false)]
        {
            assert_eq!((same(left, right), same(right, left)), (expect, expect), "{left} {right}");
        }
    }
}
