//! [`sentences!`]: a table of sentences, each in every language.

/// A type whose fields are sentences, and the function that gives it in a language.
macro_rules! sentences {
    ($type:ident, $function:ident, $($name:ident: $fr:literal, $en:literal;)*) => {
        /// The sentences in one language, by what they are for.
        #[derive(Debug)]
        #[expect(missing_docs, reason = "each name says what the sentence is for; it stands below")]
        pub struct $type { $(pub $name: &'static str,)* }

        /// The sentences in `language`.
        pub fn $function(language: super::Language) -> &'static $type {
            const FR: $type = $type { $($name: $fr,)* };
            const EN: $type = $type { $($name: $en,)* };
            match language {
                super::Language::Fr => &FR,
                super::Language::En => &EN,
            }
        }
    };
}

pub(super) use sentences;
