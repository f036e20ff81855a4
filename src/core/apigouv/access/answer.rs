//! From rules that speak of labels to one answer for each audience.

use super::super::audience::Label;
use super::super::report::Report;
use super::super::rule::Rule;
use super::old_rule::OldRule;
use crate::core::address::HttpUrl;
use crate::core::catalogue::{Alternative, Audience, AudienceRule, Verdict};

/// What some audiences share: the rules that speak of them, and whether each speaks only of a part of them.
struct Group {
    who: Vec<Audience>,
    rules: Vec<(usize, bool)>,
}

/// The answers, in the order of the old rules.
pub(super) fn audiences(
    rules: &[OldRule],
    page_request: Option<&HttpUrl>,
    line: Option<u32>,
    report: &mut Report,
) -> Vec<AudienceRule> {
    let named: Vec<Audience> =
        rules.iter().flat_map(|rule| &rule.labels).flat_map(|(_, label)| label.audiences).copied().collect();
    let others: Vec<Audience> = Audience::ALL.into_iter().filter(|audience| !named.contains(audience)).collect();
    report_labels(rules, &others, line, report);
    let mut groups: Vec<Group> = Vec::new();
    for audience in Audience::ALL {
        let speaking: Vec<(usize, bool)> = rules
            .iter()
            .enumerate()
            .filter_map(|(index, rule)| {
                let labels = rule.labels_of(audience, &others);
                (!labels.is_empty()).then(|| (index, labels.iter().all(|(_, label)| label.narrow)))
            })
            .collect();
        match groups.iter_mut().find(|group| group.rules == speaking) {
            _ if speaking.is_empty() => {}
            Some(group) => group.who.push(audience),
            None => groups.push(Group { who: vec![audience], rules: speaking }),
        }
    }
    groups.sort_by_key(|group| group.rules.first().map(|(index, _)| *index));
    groups.iter().map(|group| group.answer(rules, &others, page_request, line, report)).collect()
}

impl Group {
    fn answer(
        &self,
        rules: &[OldRule],
        others: &[Audience],
        page_request: Option<&HttpUrl>,
        line: Option<u32>,
        report: &mut Report,
    ) -> AudienceRule {
        let speaking: Vec<(&OldRule, bool)> =
            self.rules.iter().filter_map(|(index, narrow)| Some((rules.get(*index)?, *narrow))).collect();
        let verdict = self.verdict(&speaking, line, report);
        let requests: Vec<&HttpUrl> = speaking.iter().filter_map(|(rule, _)| rule.request_url()).collect();
        let request = requests.first().filter(|first| requests.iter().all(|url| url == *first)).copied();
        let texts: Vec<String> = speaking
            .iter()
            .map(|(rule, narrow)| {
                // Several addresses cannot be one: each stays in its text.
                let text = rule.text(request.is_none());
                let headed = speaking.len() > 1 || *narrow;
                if headed { format!("**{}**\n\n{text}", self.labels(rule, others)) } else { text }
            })
            .collect();
        let text = texts.join("\n\n").trim().to_owned();
        let mut alternatives: Vec<Alternative> = Vec::new();
        for alternative in speaking.iter().flat_map(|(rule, _)| &rule.alternatives) {
            if !alternatives.contains(alternative) {
                alternatives.push(alternative.clone());
            }
        }
        AudienceRule {
            who: self.who.clone(),
            verdict,
            legal_basis: None,
            text: (!text.is_empty()).then_some(text),
            request_url: request.filter(|url| Some(*url) != page_request).cloned(),
            alternatives,
        }
    }

    fn verdict(&self, rules: &[(&OldRule, bool)], line: Option<u32>, report: &mut Report) -> Verdict {
        let first = rules.first().map_or(Verdict::Conditional, |(rule, _)| rule.verdict);
        let mixed = rules.iter().any(|(rule, _)| rule.verdict != first);
        let narrow = first == Verdict::Yes && rules.iter().all(|(_, narrow)| *narrow);
        if !mixed && !narrow {
            return first;
        }
        let rule = if mixed { Rule::AudienceMixed } else { Rule::AudienceNarrow };
        let before: Vec<&str> = rules.iter().map(|(rule, _)| word(rule.verdict)).collect();
        report.add(rule, line, "access_page", &before.join(", "), &format!("{}: conditional", names(&self.who)));
        Verdict::Conditional
    }

    /// Labels of a rule that speak of the group, as people wrote them.
    fn labels(&self, rule: &OldRule, others: &[Audience]) -> String {
        let mut labels: Vec<&str> = Vec::new();
        for (text, _) in self.who.iter().flat_map(|audience| rule.labels_of(*audience, others)) {
            if !labels.contains(&text.as_str()) {
                labels.push(text);
            }
        }
        labels.join(", ")
    }
}

fn report_labels(rules: &[OldRule], others: &[Audience], line: Option<u32>, report: &mut Report) {
    for (text, label) in rules.iter().flat_map(|rule| &rule.labels) {
        let (rule, audiences) = match label {
            Label { audiences: [], .. } => (Rule::AudienceOther, others),
            Label { audiences, .. } => (Rule::AudienceMapped, *audiences),
        };
        report.add(rule, line, "access_page.who", text, &names(audiences));
    }
}

fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Yes => "yes",
        Verdict::Conditional => "conditional",
        Verdict::No => "no",
    }
}

fn names(audiences: &[Audience]) -> String {
    audiences.iter().map(|audience| audience.id()).collect::<Vec<_>>().join(", ")
}
