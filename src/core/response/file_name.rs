//! The name of a file to save: what the server says (RFC 6266, RFC 5987), made safe, or what the address ends with.

use super::kind::Kind;
use super::media::{header, parameters};
use crate::core::address::percent_decode;
use crate::core::uri::without_fragment;

/// Longest name, in characters.
const LONGEST: usize = 120;
/// Names that Windows keeps for devices.
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// The name under which to save the body of a response that came from `address`: never a path.
pub fn file_name(headers: &[(String, String)], address: &str, kind: Kind) -> String {
    let disposition = header(headers, "content-disposition").unwrap_or_default();
    let (_, rest) = disposition.split_at(disposition.find(';').unwrap_or(disposition.len()));
    let found = parameters(rest);
    let value = |name: &str| found.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str());
    let said = value("filename*").and_then(extended).or(value("filename").map(str::to_owned));
    if let Some(name) = said.and_then(|name| safe(&name)) {
        return name;
    }
    let path = without_fragment(address).split('?').next().unwrap_or_default();
    let path = path.split_once("://").map_or(path, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
    let segment = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let name = safe(&percent_decode(segment)).unwrap_or_else(|| "response".to_owned());
    let named = name.rsplit_once('.').is_some_and(|(_, end)| {
        (1..=8).contains(&end.len()) && end.starts_with(|first: char| first.is_ascii_alphabetic())
    });
    if named { name } else { format!("{name}.{}", kind.extension()) }
}

/// `UTF-8'fr'na%C3%AFf` (RFC 8187).
fn extended(value: &str) -> Option<String> {
    let mut parts = value.splitn(3, '\'');
    let (charset, _, text) = (parts.next()?, parts.next()?, parts.next()?);
    charset.eq_ignore_ascii_case("utf-8").then(|| percent_decode(text))
}

/// The last segment of what may be a path, without what file systems refuse, hide or turn around.
fn safe(name: &str) -> Option<String> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let refused = |character: char| {
        character.is_control()
            || "<>:\"|?*".contains(character)
            || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    let kept: String = last.chars().filter(|character| !refused(*character)).take(LONGEST).collect();
    let kept = kept.trim_matches(|sign: char| sign == '.' || sign.is_whitespace());
    let stem = kept.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let device = RESERVED.contains(&stem.trim_end_matches(|digit: char| digit.is_ascii_digit()));
    (!kept.is_empty()).then(|| if device { format!("_{kept}") } else { kept.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe() {
        for (disposition, address, expect) in [
            ("attachment; filename=\"données 2024.csv\"", "", "données 2024.csv"),
            ("attachment; filename=a.csv; filename*=UTF-8''%e2%82%ac%20rates.csv", "", "€ rates.csv"),
            ("attachment; filename*=iso-8859-1''x; filename=b.csv", "", "b.csv"),
            ("attachment; filename=\"../../etc/passwd\"", "", "passwd"),
            ("attachment; filename=\"C:\\\\Windows\\\\x.exe\"", "", "x.exe"),
            ("attachment; filename=\"a%2Fb.csv\"", "", "a%2Fb.csv"),
            ("attachment; filename*=UTF-8''..%2F..%2Fx.sh", "", "x.sh"),
            ("attachment; filename=\"gpj\u{202e}exe.txt\"", "", "gpjexe.txt"),
            ("attachment; filename=\"...\"", "https://a.fr/b/c.json?d/e#f/g", "c.json"),
            ("attachment; filename=\"NUL.txt\"", "", "_NUL.txt"),
            ("attachment; filename=COM1", "", "_COM1"),
            ("inline", "https://a.fr/v1/communes/", "communes.json"),
            ("", "https://a.fr/v1.2", "v1.2.json"),
            ("", "https://a.fr/%2e%2e%2fx", "x.json"),
            ("", "https://a.fr", "response.json"),
            ("", "https://a.fr/?x=/y.csv", "response.json"),
        ] {
            let headers = [("Content-Disposition".to_owned(), disposition.to_owned())];
            assert_eq!(file_name(&headers, address, Kind::Json), expect, "{disposition} {address}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_name_is_a_path(name in ".{0,40}", address in "(https?://)?[a-z/%.25cf?#\\\\]{0,30}") {
            let headers = [("content-disposition".to_owned(), format!("attachment; filename=\"{name}\""))];
            let found = file_name(&headers, &address, Kind::Binary);
            proptest::prop_assert!(!found.is_empty() && !found.starts_with('.') && !found.contains(['/', '\\', ':']), "{found}");
        }
    }
}
