//! [`Token`]: what proves to a forge who writes. It is given for each request and kept by none of them.

use std::fmt;

/// The longest token taken for one.
const LONGEST: usize = 1_000;

/// A token that a person pasted. Neither shown, nor serialised.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// A token, without the white space around it. `None` for what no header can carry.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let is_token = !text.is_empty() && text.len() <= LONGEST && text.bytes().all(|byte| byte.is_ascii_graphic());
        is_token.then(|| Self(text.to_owned()))
    }

    /// The token, for a header.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Token(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_fit_a_header_and_hide() {
        let token = Token::parse(" ghp_A-b.c \n").unwrap();
        assert_eq!((token.as_str(), format!("{token:?}").as_str()), ("ghp_A-b.c", "Token(…)"));
        for bad in ["", "  ", "a b", "a\nb", "é", &"a".repeat(LONGEST + 1)] {
            assert_eq!(Token::parse(bad), None, "{bad}");
        }
    }
}
