//! What answers would bring to the score of a page.

use super::questions::Question;
use crate::core::quality::{Family, Finding, Report};
use std::collections::BTreeMap;

/// Points that each question could still bring, 0 to 100: what a page loses where that question is not answered, or not
/// well. A finding counts once, for the first of its places that a question asks for.
pub fn gains(report: &Report) -> BTreeMap<Question, f64> {
    let mut gains = BTreeMap::new();
    for finding in &report.findings {
        if let Some(question) = question_of(finding) {
            *gains.entry(question).or_default() += finding.gain;
        }
    }
    gains
}

/// The question whose answer mends a finding.
fn question_of(finding: &Finding) -> Option<Question> {
    let known = finding.places.iter().find_map(|place| question_at(place));
    known.or_else(|| (finding.family == Family::Document).then_some(Question::Documents))
}

/// The question that asks for a key of the front matter; the text of a page is asked for in parts.
fn question_at(place: &str) -> Option<Question> {
    Some(match place {
        "tagline" => Question::Tagline,
        "body" => Question::Usage,
        "keywords" => Question::Keywords,
        "licence" => Question::Licence,
        "terms_url" => Question::Terms,
        "update_frequency" => Question::Frequency,
        "coverage" => Question::Coverage,
        "sunset" => Question::Sunset,
        "replacement" => Question::Replacement,
        "producer" => Question::Producer,
        "documentation" => Question::Documentation,
        "base_url" => Question::BaseUrl,
        "sandbox" => Question::Trial,
        "openapi" => Question::Documents,
        "access" | "access.kind" => Question::Access,
        "access.audiences" => Question::Audiences,
        "access.max_delay_days" => Question::Delay,
        "service_level.availability" => Question::Availability,
        "service_level.response_time_ms" => Question::ResponseTime,
        "service_level.rate_limits" => Question::RateLimits,
        "service_level.status_url" => Question::StatusUrl,
        "service_level.usage_url" => Question::UsageUrl,
        "contact" => Question::ContactEmail,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{complete, day, minimal, text};
    use super::super::{Draft, page};
    use super::*;
    use crate::core::i18n::Language;
    use crate::core::quality::{Subject, report};
    use crate::core::wizard::draft::Origin;

    fn judged(draft: &Draft) -> Report {
        let made = page(draft, day(), Language::Fr);
        report(&Subject { api: Some(&made.api), body: &made.body, document: None })
    }

    /// A rule whose place no question asks for would tell producers of points that nothing brings.
    #[test]
    fn every_point_is_brought_by_a_question() {
        for draft in [Draft::new("a"), minimal(), complete()] {
            let report = judged(&draft);
            let lost: f64 = report.findings.iter().map(|finding| finding.gain).sum();
            let all: f64 = gains(&report).values().sum();
            let unknown: Vec<_> = report.findings.iter().filter(|one| question_of(one).is_none()).collect();
            assert!((lost - all).abs() < 0.001 && lost > 0.0, "{unknown:?}");
        }
    }

    #[test]
    fn an_answer_brings_what_was_told() {
        for (question, answer) in [
            (Question::Availability, "99,95"),
            (Question::ResponseTime, "30"),
            (Question::StatusUrl, "https://status.example.fr"),
            (Question::Terms, "https://example.fr/cgu"),
        ] {
            let mut draft = minimal();
            let before = judged(&draft);
            let told = gains(&before).get(&question).copied().unwrap();
            assert!(draft.set(question, text(answer), Origin::Typed));
            let lost = |report: &Report| report.findings.iter().map(|finding| finding.gain).sum::<f64>();
            assert!((lost(&before) - lost(&judged(&draft)) - told).abs() < 0.11, "{question}");
        }
    }
}
