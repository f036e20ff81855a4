//! Texts in the formats that OpenAPI and JSON Schema name, all in reserved names and addresses (RFC 2606, RFC 5737,
//! RFC 3849): nobody is ever called or written to.

use crate::core::request::base64;

/// A text in the format `name`; another `turn` gives another one. Nothing for a format that is not known.
pub(super) fn example(name: &str, turn: usize) -> Option<String> {
    let number = turn + 1;
    // Without a number first: what people would write.
    let after =
        |first: &str, end: &str| if turn == 0 { format!("{first}{end}") } else { format!("{first}{number}{end}") };
    let date = format!("2025-{:02}-{:02}", 1 + turn / 28 % 12, 1 + (turn + 14) % 28);
    let time = format!("09:{:02}:{:02}Z", (30 + turn) % 60, turn / 60 % 60);
    Some(match name {
        "date" | "full-date" => date,
        "date-time" | "datetime" => format!("{date}T{time}"),
        "partial-time" => time.replace('Z', ""),
        "time" | "full-time" => time,
        "duration" => format!("P{number}D"),
        "email" => after("camille.martin", "@example.org"),
        "idn-email" => after("zoé.martin", "@example.org"),
        "hostname" | "idn-hostname" => after("www", ".example.org"),
        "ipv4" | "ip" => format!("192.0.2.{}", 1 + turn % 254),
        "ipv6" => format!("2001:db8::{:x}", 1 + turn % 0xffff),
        "uri" | "url" | "iri" => after("https://www.example.org/page", ""),
        "uri-reference" | "iri-reference" => after("/page", ""),
        "uri-template" => after("https://www.example.org/page", "/{id}"),
        "uuid" | "guid" => {
            format!("3f2b8c1e-6d47-4a9b-8e05-{:012x}", 0x9c1d_2e3f_4a5b_u64 + (turn as u64 & 0xffff_ffff))
        }
        "json-pointer" => format!("/items/{turn}"),
        "relative-json-pointer" => format!("{turn}/name"),
        "regex" => format!("^[a-z]{{{number}}}$"),
        "byte" | "base64" => base64::encode(after("exemple", "").as_bytes()),
        "password" => after("mot-de-passe", ""),
        "int32" | "int64" | "integer" => number.to_string(),
        "float" | "double" | "decimal" | "number" => format!("{number}.5"),
        "city" => nth(&["Lyon", "Lille", "Nantes", "Brest"], turn),
        "postal-code" => format!("{:05}", 69_001 + turn % 9_000),
        // Numbers that are never given to anyone (ARCEP), and those of the State’s digital directorate.
        "phone" => format!("+33 1 99 00 {:02} {:02}", 12 + turn / 100 % 80, (34 + turn) % 100),
        "siren" if turn == 0 => "130025265".to_owned(),
        "siret" if turn == 0 => "13002526500013".to_owned(),
        "given-name" => nth(&["Camille", "Dominique", "Claude", "Maxime"], turn),
        "family-name" => nth(&["Martin", "Bernard", "Petit", "Durand"], turn),
        "char" => char::from_u32(u32::from('a') + u32::try_from(turn % 26).ok()?)?.to_string(),
        _ => return None,
    })
}

fn nth(texts: &[&str], turn: usize) -> String {
    let found = texts.get(turn % texts.len().max(1)).copied().unwrap_or_default();
    if turn < texts.len() { found.to_owned() } else { format!("{found} {}", turn + 1) }
}

/// What texts of a property of this name most likely are, in the words of [`example`]; nothing for most names.
pub(super) fn of_property(name: &str) -> Option<&'static str> {
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    Some(match name.as_str() {
        "email" | "mail" | "courriel" | "adresseemail" | "adressemail" | "emailaddress" => "email",
        "url" | "uri" | "href" | "link" | "lien" | "website" | "siteweb" | "siteinternet" => "uri",
        "date" | "datenaissance" | "birthdate" | "datedebut" | "datefin" | "startdate" | "enddate" => "date",
        "city" | "ville" | "commune" => "city",
        "postalcode" | "postcode" | "zipcode" | "codepostal" => "postal-code",
        "phone" | "phonenumber" | "telephone" | "tel" | "numerotelephone" => "phone",
        "siren" | "siret" | "uuid" => return ["siren", "siret", "uuid"].into_iter().find(|known| *known == name),
        "prenom" | "prenoms" | "firstname" | "givenname" => "given-name",
        "nomfamille" | "nomdefamille" | "nomnaissance" | "lastname" | "familyname" => "family-name",
        _ => return None,
    })
}

/// A longer text in the format, of at least `least` characters and little more, where such texts can have any length.
pub(super) fn longer(name: &str, turn: usize, least: usize) -> Option<String> {
    let short = example(name, turn)?;
    let missing = least.checked_sub(short.chars().count()).filter(|missing| *missing > 0)?;
    let letters = "a".repeat(missing);
    match name {
        "uri" | "url" | "iri" | "uri-reference" | "iri-reference" | "password" => Some(short + &letters),
        "json-pointer" => Some(short + &letters),
        // The local part has at most 64 characters, a label 63.
        "email" | "idn-email" if missing < 40 => Some(letters + &short),
        "hostname" if missing < 50 => Some(letters + &short),
        "byte" | "base64" => Some(base64::encode("exemples ".repeat(missing.div_ceil(12)).as_bytes()) + &short),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::openapi::schema::check::{Dialect, Schemas};
    use serde_json::{Value, json};
    use std::collections::BTreeSet;

    #[test]
    fn every_text_is_in_its_format_and_unlike_the_others() {
        for name in
            ["date", "date-time", "email", "uuid", "uri", "ipv4", "ipv6", "time", "duration", "hostname", "byte"]
        {
            let schema = json!({ "format": name });
            let schemas = Schemas::new(&schema, Dialect::Draft202012).with_formats();
            let texts: BTreeSet<String> = (0..200).filter_map(|turn| example(name, turn)).collect();
            assert_eq!(texts.len(), 200, "{name}");
            for text in texts.into_iter().chain(longer(name, 0, 33)) {
                assert_eq!(schemas.check("", &Value::from(text.as_str())), [], "{name} {text}");
            }
        }
        assert_eq!(example("email", 0).as_deref(), Some("camille.martin@example.org"));
        assert_eq!(example("date-time", 0).as_deref(), Some("2025-01-15T09:30:00Z"));
        assert_eq!(example("unknown", 0), None);
    }

    #[test]
    fn names_tell_what_texts_are() {
        for (name, expected) in [
            ("email", Some("camille.martin@example.org")),
            ("adresse_email", Some("camille.martin@example.org")),
            ("codePostal", Some("69001")),
            ("siret", Some("13002526500013")),
            ("Prénom", None),
            ("prenom", Some("Camille")),
            ("title", None),
        ] {
            let text = of_property(name).and_then(|format| example(format, 0));
            assert_eq!(text.as_deref(), expected, "{name}");
        }
        assert_eq!(example("city", 5).as_deref(), Some("Lille 6"));
    }

    #[test]
    fn longer_texts_are_long_enough() {
        for name in ["uri", "email", "byte", "password"] {
            assert!(longer(name, 0, 60).is_some_and(|text| (60..=80).contains(&text.chars().count())), "{name}");
        }
        assert_eq!(longer("date", 0, 60), None);
    }
}
