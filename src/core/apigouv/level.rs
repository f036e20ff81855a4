//! What a producer says of its service: availability, limits, where they are measured.

use super::fields::Fields;
use super::page::address;
use super::rate_limit;
use super::report::Report;
use super::rule::Rule;
use crate::core::catalogue::ServiceLevel;

/// Reads the service level. Details without a field go to `extras`, to be cited in the text.
pub(super) fn read(fields: &mut Fields<'_>, extras: &mut Vec<String>, report: &mut Report) -> ServiceLevel {
    let mut level = ServiceLevel::default();
    let line = fields.line("uptime");
    if let Some(availability) = fields.number("uptime", report) {
        if (0.0..=100.0).contains(&availability) {
            level.availability = Some(availability);
        } else {
            report.add(Rule::ValueInvalid, line, "uptime", &availability.to_string(), "");
        }
    }
    let line = fields.line("rate_limiting_resume");
    let summary = fields.line_text("rate_limiting_resume", report);
    if let Some(text) = &summary {
        let limit = rate_limit::parse(text);
        let rule = if limit.is_some() { Rule::RateLimitParsed } else { Rule::RateLimitKept };
        report.add(rule, line, "rate_limiting_resume", text, text);
        level.rate_limits.extend(limit);
    }
    let detail = fields.line_text("rate_limiting_description", report);
    let link = address(fields, "rate_limiting_link", report).map(String::from);
    level.rate_limit_note = sentences([summary, detail, link]);
    level.status_url = address(fields, "monitoring_link", report);
    level.usage_url = address(fields, "stats_detail_link", report);
    let monitoring = [fields.line_text("monitoring_description", report)];
    let statistics = ["stats_detail_resume", "stats_detail_description"].map(|key| fields.line_text(key, report));
    let said = [
        ("Disponibilité", "monitoring_description", sentences(monitoring)),
        ("Statistiques d’usage", "stats_detail_description", sentences(statistics)),
    ];
    for (label, key, text) in said {
        if let Some(text) = text {
            report.add(Rule::ExtraInText, fields.line(key), key, &text, label);
            extras.push(format!("{label}\u{202f}: {text}"));
        }
    }
    level
}

/// Texts as sentences, one after the other.
fn sentences<const COUNT: usize>(texts: [Option<String>; COUNT]) -> Option<String> {
    let mut joined = String::new();
    for text in texts.into_iter().flatten() {
        if !joined.is_empty() {
            joined.push_str(if joined.ends_with(['.', '!', '?', ':']) { " " } else { ". " });
        }
        joined.push_str(&text);
    }
    (!joined.is_empty()).then_some(joined)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::yaml;

    #[test]
    fn keeps_what_people_wrote_beside_the_structure() {
        let source = "uptime: 99.9\nrate_limiting_resume: 10 appels / seconde / IP\nrate_limiting_description: |\n  Au-delà, refus.\n\
            monitoring_link: https://a.fr\nstats_detail_link: http://page-stats\nmonitoring_description: 95 %\n";
        let (yaml, _) = yaml::read(source, "f");
        let (mut report, mut extras) = (Report::default(), Vec::new());
        let mut fields = Fields::new(&yaml, &["uptime"], &mut report);
        let level = read(&mut fields, &mut extras, &mut report);
        assert_eq!(level.availability, Some(99.9));
        assert_eq!(level.rate_limits.len(), 1);
        assert_eq!(level.rate_limit_note.as_deref(), Some("10 appels / seconde / IP. Au-delà, refus."));
        assert_eq!((level.status_url.is_some(), level.usage_url), (true, None));
        assert_eq!(extras, ["Disponibilité\u{202f}: 95 %"]);
        let rules: Vec<Rule> = report.entries.iter().map(|entry| entry.rule).collect();
        assert_eq!(rules, [Rule::RateLimitParsed, Rule::Placeholder, Rule::ExtraInText]);
    }
}
