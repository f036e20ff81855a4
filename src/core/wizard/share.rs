//! Links that carry a draft: compressed in the fragment of an address, which browsers never send to a server.
//!
//! `#draft=1.` then the file of the draft, deflated (RFC 1951), in `base64url`; `1` is the version of the link, the file
//! has its own. Never here: the address bar.

use super::draft::{self, Draft, Source};
use crate::core::i18n::Text;
use crate::core::problem::{Place, Problem};
use crate::core::request::base64;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// The longest fragment, as for the links to requests: mail and chat programs cut longer addresses.
pub use crate::core::sharing::MOST_CHARACTERS;

const KEY: &str = "draft=";
const VERSION: &str = "1";
/// The smallest output miniz_oxide makes; the time does not show at this size.
const LEVEL: u8 = 10;
/// The longest file that a link can hold: what inflates beyond is no link that [`write`] made.
const MOST_BYTES: usize = 2_000_000;

/// Whether what follows `#` in an address is that of a link to a draft, whole or damaged.
pub fn is_link(fragment: &str) -> bool {
    fragment.trim_start_matches('#').starts_with(KEY)
}

/// A link to a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What follows `#` in the address.
    pub fragment: String,
    /// Whether copies of documents that have an address were left out: whoever opens the link asks for them again.
    pub without_copies: bool,
}

/// The draft does not fit in an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge {
    /// How many characters its fragment would have.
    pub characters: usize,
}

impl TooLarge {
    /// What happened and what to do.
    pub fn problem(self) -> Problem {
        let (characters, most) = (self.characters, MOST_CHARACTERS);
        let what = Text::new(
            format!("Le lien compterait {characters} caractères\u{202f}; au-delà de {most}, il serait coupé en route."),
            format!("The link would have {characters} characters; above {most} it would be cut on its way."),
        );
        let mend = Text::new(
            "Enregistrez le brouillon comme fichier et envoyez-le, ou donnez l’adresse du document OpenAPI plutôt que son texte.",
            "Save the draft as a file and send it, or give the address of the OpenAPI document rather than its text.",
        );
        Problem::error("draft-link-too-long", Place::default(), what, mend)
    }
}

/// The link of a draft. Its receipts stay on the device: they say where it was sent, which is nobody else's business.
pub fn write(draft: &Draft) -> Result<Link, TooLarge> {
    let mut shared = Draft { receipts: Vec::new(), ..draft.clone() };
    let whole = fragment(&shared);
    if whole.len() <= MOST_CHARACTERS {
        return Ok(Link { fragment: whole, without_copies: false });
    }
    let mut without_copies = false;
    for document in &mut shared.documents {
        if let Source::Address { copy, .. } = &mut document.source {
            without_copies |= copy.take().is_some();
        }
    }
    let fragment = fragment(&shared);
    match fragment.len() {
        characters if characters > MOST_CHARACTERS => Err(TooLarge { characters }),
        _ => Ok(Link { fragment, without_copies }),
    }
}

fn fragment(draft: &Draft) -> String {
    let file = draft::write(draft);
    [KEY, VERSION, ".", &base64::encode_url(&compress_to_vec(file.as_bytes(), LEVEL))].concat()
}

/// The draft of a fragment, with or without `#`; `None` when it is that of no draft.
pub fn read(fragment: &str) -> Option<Result<Draft, Box<Problem>>> {
    let written = fragment.strip_prefix('#').unwrap_or(fragment).strip_prefix(KEY)?;
    Some(unpack(written))
}

fn unpack(written: &str) -> Result<Draft, Box<Problem>> {
    let (version, encoded) = written.split_once('.').ok_or_else(|| damaged("."))?;
    if version != VERSION {
        return Err(Box::new(Problem::error(
            "draft-link-version",
            Place::default(),
            Text::new("Le lien vient d’une autre version du site.", "The link comes from another version of the site."),
            Text::new(
                "Rechargez la page, puis suivez le lien à nouveau. Rien n’a changé ici.",
                "Reload the page, then follow the link again. Nothing was changed here.",
            ),
        )));
    }
    let bytes = base64::decode(encoded).ok_or_else(|| damaged("base64url"))?;
    let file = decompress_to_vec_with_limit(&bytes, MOST_BYTES).map_err(|error| damaged(&error.to_string()))?;
    let file = String::from_utf8(file).map_err(|error| damaged(&error.to_string()))?;
    draft::read(&file)
}

fn damaged(detail: &str) -> Box<Problem> {
    Box::new(Problem::error(
        "draft-link-damaged",
        Place::default(),
        Text::new(
            format!("Le lien ne contient pas un brouillon lisible ({detail})."),
            format!("The link holds no readable draft ({detail})."),
        ),
        Text::new(
            "Il a pu être coupé\u{202f}: copiez-le en entier, ou demandez le fichier du brouillon. Rien n’a changé ici.",
            "It may have been cut: copy the whole of it, or ask for the file of the draft. Nothing was changed here.",
        ),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::publication::testing::receipt;
    use crate::core::wizard::draft::Attached;
    use crate::core::wizard::draft::tests::drafts;
    use crate::core::wizard::tests::complete;
    use proptest::prelude::*;

    /// A text that does not compress.
    fn noise(characters: usize) -> String {
        let mut seed = 1_u64;
        let next = |_| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            char::from(b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ+-"[(seed >> 58) as usize])
        };
        (0..characters).map(next).collect()
    }

    #[test]
    fn a_draft_fits_in_a_link() {
        let mut draft = complete();
        let link = write(&draft).unwrap();
        assert!(link.fragment.len() < 2_000, "{}", link.fragment.len());
        assert!(link.fragment.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.=".contains(&byte)));
        assert_eq!(read(&format!("#{}", link.fragment)).unwrap(), Ok(draft.clone()));
        draft.receipts.push(receipt("API", "https://a.fr"));
        assert_eq!(write(&draft), Ok(link));
    }

    #[test]
    fn what_can_be_asked_for_again_is_left_out_first() {
        let mut draft = complete();
        draft.documents = vec![Attached {
            title: String::new(),
            source: Source::Address {
                url: "https://a.fr/openapi.json".into(),
                copy: Some(noise(10_000)),
                beside: false,
            },
        }];
        let link = write(&draft).unwrap();
        assert!(link.without_copies);
        let read = read(&link.fragment).unwrap().unwrap();
        assert_eq!(read.documents[0].source.text(), None);
        assert_eq!(read.answers, draft.answers);
        draft.documents[0].source = Source::Text { name: String::new(), text: noise(20_000) };
        let too_large = write(&draft).unwrap_err();
        assert!(too_large.characters > 19_000, "{too_large:?}");
        assert!(too_large.problem().what.en.contains("8000"));
    }

    #[test]
    fn how_much_a_link_holds_is_said_before_one_is_made() {
        for language in crate::core::i18n::Language::ALL {
            assert!(crate::core::i18n::drafting(language).leave_hint.contains(&MOST_CHARACTERS.to_string()));
        }
    }

    #[test]
    fn a_link_that_is_none_says_so() {
        assert_eq!(read(""), None);
        assert_eq!(read("#call=1.e30"), None);
        let good = write(&complete()).unwrap().fragment;
        let code = |fragment: &str| read(fragment).unwrap().unwrap_err().code;
        assert_eq!(code("draft="), "draft-link-damaged");
        assert_eq!(code("draft=2.e30"), "draft-link-version");
        assert_eq!(code("draft=1.é"), "draft-link-damaged");
        assert_eq!(code(&good[..good.len() - 8]), "draft-link-damaged");
        let pack = |text: &[u8]| [KEY, "1.", &base64::encode_url(&compress_to_vec(text, LEVEL))].concat();
        assert_eq!(code(&pack(b"{}")), "draft-foreign");
        assert_eq!(code(&pack(&[0xff])), "draft-link-damaged");
        // A small link that would fill the memory.
        assert_eq!(code(&pack(&vec![b' '; MOST_BYTES + 1])), "draft-link-damaged");
    }

    proptest! {
        #![proptest_config(crate::core::testing::cases(256))]

        #[test]
        fn any_draft_comes_back(draft in drafts()) {
            let draft = Draft { receipts: Vec::new(), ..draft };
            if let Ok(link) = write(&draft) {
                prop_assert!(link.fragment.len() <= MOST_CHARACTERS && !link.without_copies);
                prop_assert_eq!(read(&link.fragment), Some(Ok(draft)));
            }
        }

        #[test]
        fn reading_never_panics(text in "draft=1\\.[A-Za-z0-9_-]{0,60}") {
            prop_assert!(read(&text).is_some_and(|read| read.is_err()));
        }
    }
}
