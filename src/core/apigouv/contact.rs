//! Who answers questions: an address, a form, sometimes both in one field.

use super::fields::Fields;
use super::page::is_unfinished;
use super::report::Report;
use super::rule::Rule;
use crate::core::address::{Email, HttpUrl};
use crate::core::catalogue::Contact;

/// Reads a contact. Addresses beyond the first go to `extras`, to be cited in the text.
pub(super) fn read(fields: &mut Fields<'_>, key: &str, extras: &mut Vec<String>, report: &mut Report) -> Contact {
    let line = fields.line(key);
    let mut contact = Contact::default();
    let Some(text) = fields.line_text(key, report) else {
        return contact;
    };
    if is_unfinished(&text) {
        report.add(Rule::Placeholder, line, key, &text, "");
        return contact;
    }
    let parts = text.split([',', ';', ' ']).map(str::trim).filter(|part| !part.is_empty());
    for part in parts {
        let address = part.strip_prefix("mailto:").unwrap_or(part);
        if address != part {
            report.add(Rule::ContactScheme, line, key, part, address);
        }
        match (Email::parse(address), HttpUrl::parse(address)) {
            (Some(email), _) if contact.email.is_none() => contact.email = Some(email),
            (_, Some(url)) if contact.form.is_none() => contact.form = Some(url),
            (Some(_), _) | (_, Some(_)) => {
                extras.push(format!("Autre adresse de contact\u{202f}: <{address}>"));
                report.add(Rule::ContactSeveral, line, key, &text, address);
            }
            (None, None) => report.add(Rule::ValueInvalid, line, key, part, ""),
        }
    }
    contact
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::yaml;

    #[test]
    fn reads_what_people_put_in_the_field() {
        let check = |text: &str, email: Option<&str>, form: Option<&str>, rules: &[Rule]| {
            let (yaml, _) = yaml::read(&format!("contact_link: {text}\n"), "f");
            let (mut report, mut extras) = (Report::default(), Vec::new());
            let mut fields = Fields::new(&yaml, &["contact_link"], &mut report);
            let contact = read(&mut fields, "contact_link", &mut extras, &mut report);
            let found = (contact.email.as_ref().map(Email::as_str), contact.form.as_ref().map(HttpUrl::as_str));
            assert_eq!(found, (email, form), "{text}");
            assert_eq!(report.entries.iter().map(|entry| entry.rule).collect::<Vec<_>>(), rules, "{text}");
            extras
        };
        check("a@b.fr", Some("a@b.fr"), None, &[]);
        check("https://a.fr/#/", None, Some("https://a.fr/#/"), &[]);
        check("mailto:a@b.fr", Some("a@b.fr"), None, &[Rule::ContactScheme]);
        check("https://contact.a.fr/ TODO", None, None, &[Rule::Placeholder]);
        check("nulle part", None, None, &[Rule::ValueInvalid, Rule::ValueInvalid]);
        check("", None, None, &[Rule::NullValue]);
        let extras = check("a@b.fr, c@d.fr", Some("a@b.fr"), None, &[Rule::ContactSeveral]);
        assert_eq!(extras, ["Autre adresse de contact\u{202f}: <c@d.fr>"]);
    }
}
