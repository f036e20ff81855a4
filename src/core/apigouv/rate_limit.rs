//! Limits on calls, as people wrote them: `10 appels / seconde / IP`, `1000 requêtes/min par IP`, `2M appels / an`.

use crate::core::catalogue::{LimitScope, Period, RateLimit};
use crate::core::search::fold;

/// The limit a text states; `None` when it states none that a program could follow.
pub(in crate::core) fn parse(text: &str) -> Option<RateLimit> {
    let words = words(text);
    // A range says that the limit differs by route: the lowest holds everywhere.
    let mut rest = words.as_slice();
    let mut count = None;
    while let [first, after @ ..] = rest {
        match (first, after.first()) {
            (Word::Number(number), Some(Word::Name(name))) if name == "a" => count = Some(*number),
            (Word::Number(number), _) => {
                rest = after;
                count.get_or_insert(*number);
                break;
            }
            _ => {}
        }
        rest = after;
    }
    let count = count?;
    let mut every = 1;
    let mut period = None;
    let mut scope = None;
    for word in rest {
        match word {
            Word::Number(number) if period.is_none() => every = *number,
            Word::Number(_) => {}
            Word::Name(name) => {
                period = period.or_else(|| unit(name));
                scope = scope.or_else(|| counted(name));
            }
        }
    }
    let count = u32::try_from(count).ok().filter(|count| *count > 0)?;
    let every = u32::try_from(every).ok().filter(|every| (1..=10_000).contains(every))?;
    Some(RateLimit { count, period: period?, every, per: scope })
}

enum Word {
    Number(u64),
    Name(String),
}

/// Cuts a text into numbers (`100 000` and `2M` are one) and names.
fn words(text: &str) -> Vec<Word> {
    let folded = fold(text);
    let is_letter = |character: char| character.is_alphabetic() || character.is_ascii_digit();
    let mut words: Vec<Word> = Vec::new();
    let mut groups = false;
    for part in folded.split(|character| !is_letter(character)).filter(|part| !part.is_empty()) {
        let digits = part.trim_end_matches(|character: char| !character.is_ascii_digit());
        let (factor, is_number) = match &part[digits.len()..] {
            "" => (1, !digits.is_empty()),
            "k" => (1_000, !digits.is_empty()),
            "m" => (1_000_000, !digits.is_empty()),
            _ => (1, false),
        };
        let number = digits.parse::<u64>().ok().filter(|_| is_number).and_then(|number| number.checked_mul(factor));
        match (number, words.last_mut()) {
            (Some(number), Some(Word::Number(last))) if groups && part.len() == 3 && *last < 1_000_000 => {
                *last = *last * 1_000 + number;
            }
            (Some(number), _) => words.push(Word::Number(number)),
            (None, _) => words.push(Word::Name(part.to_owned())),
        }
        groups = number.is_some() && factor == 1;
    }
    words
}

fn unit(name: &str) -> Option<Period> {
    Some(match name {
        "s" | "sec" | "seconde" | "secondes" => Period::Second,
        "min" | "mn" | "minute" | "minutes" => Period::Minute,
        "h" | "heure" | "heures" => Period::Hour,
        "j" | "jour" | "jours" => Period::Day,
        "mois" => Period::Month,
        "an" | "ans" | "annee" => Period::Year,
        _ => return None,
    })
}

fn counted(name: &str) -> Option<LimitScope> {
    Some(match name {
        "ip" => LimitScope::Ip,
        "jeton" | "jetons" | "token" | "cle" => LimitScope::Token,
        "compte" | "utilisateur" | "partenaire" => LimitScope::Account,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_24_spellings() {
        use LimitScope::{Ip, Token};
        use Period::{Day, Minute, Second, Year};
        let limit = |count, period, every, per| Some(RateLimit { count, period, every, per });
        let all = [
            ("10 appels / seconde / IP", limit(10, Second, 1, Some(Ip))),
            ("20 appels / seconde / jeton", limit(20, Second, 1, Some(Token))),
            ("1000 requêtes/min par IP", limit(1000, Minute, 1, Some(Ip))),
            ("50 appels / seconde / IP", limit(50, Second, 1, Some(Ip))),
            ("1 appel / seconde / IP", limit(1, Second, 1, Some(Ip))),
            ("quota / jeton", None),
            ("Incluses dans la convention", None),
            ("30 appels / minute", limit(30, Minute, 1, None)),
            ("illimité", None),
            ("30 appels / minute / IP", limit(30, Minute, 1, Some(Ip))),
            ("200 appels/minute", limit(200, Minute, 1, None)),
            ("500 appels/minute", limit(500, Minute, 1, None)),
            ("100 000", None),
            ("de 5  à 20 appels / seconde", limit(5, Second, 1, None)),
            ("1000 appels / jour", limit(1000, Day, 1, None)),
            ("7 appels / seconde", limit(7, Second, 1, None)),
            ("1000 appels / minute", limit(1000, Minute, 1, None)),
            ("10 appels / minute / IP", limit(10, Minute, 1, Some(Ip))),
            ("2M appels / an / jeton", limit(2_000_000, Year, 1, Some(Token))),
            ("5000 appels / jour / IP", limit(5000, Day, 1, Some(Ip))),
            ("Volumétrie inconnue", None),
            ("1000 appels/minute", limit(1000, Minute, 1, None)),
            ("2000 appels / 10 minutes / IP", limit(2000, Minute, 10, Some(Ip))),
            ("5 appels / seconde / jeton", limit(5, Second, 1, Some(Token))),
        ];
        assert_eq!(all.len(), 24);
        for (text, expected) in all {
            assert_eq!(parse(text), expected, "{text}");
        }
    }

    #[test]
    fn reads_other_ways_to_write_a_number() {
        let count = |text: &str| parse(text).map(|limit| limit.count);
        assert_eq!(count("100 000 appels par jour"), Some(100_000));
        assert_eq!(count("1\u{202f}000\u{202f}000 / h"), Some(1_000_000));
        assert_eq!(count("10k requêtes / jour"), Some(10_000));
        assert_eq!(count("0 appel / jour"), None);
        assert_eq!(count("99999999999 appels / jour"), None);
    }

    proptest::proptest! {
        #[test]
        fn never_panics(text in "([0-9]{1,20}|[ /a-zé]|min|jour|à|M|k|.){0,20}") {
            let _ = parse(&text);
        }
    }
}
