//! The words for the values of the catalogue: access kinds, audiences, statuses, limits, dates, numbers.

use super::Language;
use crate::core::catalogue::{
    AccessKind, Audience, FranceConnect, Frequency, LimitScope, Period, ProducerKind, RateLimit, Status, Verdict,
};
use crate::core::date::Date;

/// The word for a value, in each language.
pub trait Words {
    /// In French.
    fn fr(&self) -> &'static str;
    /// In English.
    fn en(&self) -> &'static str;

    /// In `language`.
    fn words(&self, language: Language) -> &'static str {
        match language {
            Language::Fr => self.fr(),
            Language::En => self.en(),
        }
    }
}

macro_rules! words {
    ($($type:ident { $($variant:ident: $fr:literal, $en:literal;)* })*) => {$(
        impl Words for $type {
            fn fr(&self) -> &'static str {
                match self { $(Self::$variant => $fr,)* }
            }

            fn en(&self) -> &'static str {
                match self { $(Self::$variant => $en,)* }
            }
        }
    )*};
}
pub(in crate::core::i18n) use words;

words! {
    AccessKind {
        Open: "Accès libre", "Open access";
        Account: "Compte nécessaire", "Account needed";
        Restricted: "Habilitation nécessaire", "Authorisation needed";
    }
    Audience {
        Individual: "Particulier", "Private person";
        Company: "Entreprise", "Company";
        Association: "Association", "Association";
        Administration: "Administration", "State administration";
        LocalAuthority: "Collectivité", "Local authority";
        SoftwarePublisher: "Éditeur de logiciels", "Software publisher";
    }
    Verdict {
        Yes: "Oui", "Yes";
        Conditional: "Sous condition", "Under conditions";
        No: "Non", "No";
    }
    Status {
        Active: "En service", "In service";
        Beta: "Version bêta", "Beta";
        Deprecated: "Dépréciée", "Deprecated";
        Retired: "Arrêtée", "Retired";
    }
    FranceConnect {
        None: "Non", "No";
        Compatible: "Possible", "Possible";
        Required: "Obligatoire", "Required";
    }
    ProducerKind {
        Ministry: "Ministères et directions", "Ministries and directorates";
        PublicBody: "Établissements publics", "Public bodies";
        LocalAuthority: "Collectivités", "Local authorities";
        Gip: "Groupements d’intérêt public", "Public-interest groups";
        PublicCompany: "Entreprises de service public", "Public-service companies";
        Association: "Associations", "Associations";
        Court: "Juridictions", "Courts";
        Other: "Autres organismes", "Other organisations";
    }
    Frequency {
        Continuous: "en continu", "continuous";
        Daily: "quotidienne", "daily";
        Weekly: "hebdomadaire", "weekly";
        Monthly: "mensuelle", "monthly";
        Quarterly: "trimestrielle", "quarterly";
        Biannual: "semestrielle", "twice a year";
        Annual: "annuelle", "yearly";
        Irregular: "irrégulière", "irregular";
    }
    LimitScope {
        Ip: "par adresse IP", "per IP address";
        Token: "par jeton", "per token";
        Account: "par compte", "per account";
    }
}

/// « 50 appels par seconde et par adresse IP ».
pub fn rate_limit(limit: &RateLimit, language: Language) -> String {
    let count = number(u64::from(limit.count), language);
    let many = limit.count > 1;
    let (fr, fr_plural, en, en_plural) = match limit.period {
        Period::Second => ("seconde", "secondes", "second", "seconds"),
        Period::Minute => ("minute", "minutes", "minute", "minutes"),
        Period::Hour => ("heure", "heures", "hour", "hours"),
        Period::Day => ("jour", "jours", "day", "days"),
        Period::Month => ("mois", "mois", "month", "months"),
        Period::Year => ("an", "ans", "year", "years"),
    };
    let scope = limit.per.map(|per| per.words(language));
    match language {
        Language::Fr => {
            let calls = if many { "appels" } else { "appel" };
            let time = if limit.every > 1 { format!("{} {fr_plural}", limit.every) } else { fr.to_owned() };
            let scope = scope.map(|scope| format!(" et {scope}")).unwrap_or_default();
            format!("{count}\u{a0}{calls} par {time}{scope}")
        }
        Language::En => {
            let calls = if many { "calls" } else { "call" };
            let time = if limit.every > 1 { format!("{} {en_plural}", limit.every) } else { en.to_owned() };
            let scope = scope.map(|scope| format!(", {scope}")).unwrap_or_default();
            format!("{count}\u{a0}{calls} per {time}{scope}")
        }
    }
}

/// « 1er juin 2025 », "1 June 2025".
pub fn date(date: Date, language: Language) -> String {
    const FR: [&str; 12] = [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];
    const EN: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let (months, first) = match language {
        Language::Fr => (FR, "1er"),
        Language::En => (EN, "1"),
    };
    let month = months.get(usize::from(date.month()).saturating_sub(1)).copied().unwrap_or_default();
    let day = if date.day() == 1 { first.to_owned() } else { date.day().to_string() };
    format!("{day}\u{a0}{month} {}", date.year())
}

/// A whole number with its thousands apart: `1 000` with a narrow no-break space, `1,000`.
pub fn number(value: u64, language: Language) -> String {
    let separator = match language {
        Language::Fr => '\u{202f}',
        Language::En => ',',
    };
    let digits = value.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

/// A number with the decimal sign of `language`: `3,9`.
pub fn decimal(value: f64, language: Language) -> String {
    match language {
        Language::Fr => value.to_string().replace('.', ","),
        Language::En => value.to_string(),
    }
}

/// A share in percent, as written: `99,9 %`, `99.9%`.
pub fn percent(value: f64, language: Language) -> String {
    match language {
        Language::Fr => format!("{}\u{202f}%", decimal(value, language)),
        Language::En => format!("{value}%"),
    }
}

/// A number of bytes, rounded: « 12 ko », `3.4 MB`.
pub fn size(bytes: usize, language: Language) -> String {
    let units = match language {
        Language::Fr => ["o", "ko", "Mo", "Go"],
        Language::En => ["B", "kB", "MB", "GB"],
    };
    let (mut tenths, mut unit) = (bytes.saturating_mul(10), 0);
    while tenths >= 10_000 && unit + 1 < units.len() {
        tenths = tenths.div_ceil(1_000);
        unit += 1;
    }
    let whole = number(u64::try_from(tenths / 10).unwrap_or(u64::MAX), language);
    let decimal = match (tenths % 10, language) {
        (0, _) => String::new(),
        (tenth, Language::Fr) => format!(",{tenth}"),
        (tenth, Language::En) => format!(".{tenth}"),
    };
    format!("{whole}{decimal}\u{a0}{}", units.get(unit).copied().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rate_limits_in_words() {
        let check = |count, every, period, per, fr: &str, en: &str| {
            let limit = RateLimit { count, period, every, per };
            assert_eq!(rate_limit(&limit, Language::Fr), fr);
            assert_eq!(rate_limit(&limit, Language::En), en);
        };
        check(
            50,
            1,
            Period::Second,
            Some(LimitScope::Ip),
            "50\u{a0}appels par seconde et par adresse IP",
            "50\u{a0}calls per second, per IP address",
        );
        check(
            2000,
            10,
            Period::Minute,
            None,
            "2\u{202f}000\u{a0}appels par 10 minutes",
            "2,000\u{a0}calls per 10 minutes",
        );
        check(
            1,
            1,
            Period::Month,
            Some(LimitScope::Token),
            "1\u{a0}appel par mois et par jeton",
            "1\u{a0}call per month, per token",
        );
    }

    #[test]
    fn dates_and_numbers_in_words() {
        let day = Date::new(2025, 6, 1).unwrap();
        assert_eq!(date(day, Language::Fr), "1er\u{a0}juin 2025");
        assert_eq!(date(day, Language::En), "1\u{a0}June 2025");
        assert_eq!(number(1_234_567, Language::Fr), "1\u{202f}234\u{202f}567");
        assert_eq!(number(100, Language::En), "100");
        assert_eq!(percent(99.9, Language::Fr), "99,9\u{202f}%");
        assert_eq!(percent(100.0, Language::En), "100%");
    }

    #[test]
    fn sizes_are_rounded_up() {
        for (bytes, fr, en) in [
            (0, "0\u{a0}o", "0\u{a0}B"),
            (999, "999\u{a0}o", "999\u{a0}B"),
            (1_000, "1\u{a0}ko", "1\u{a0}kB"),
            (1_234, "1,3\u{a0}ko", "1.3\u{a0}kB"),
            (52_428_800, "52,5\u{a0}Mo", "52.5\u{a0}MB"),
        ] {
            assert_eq!([size(bytes, Language::Fr), size(bytes, Language::En)], [fr, en], "{bytes}");
        }
    }
}
