//! How good a page and its OpenAPI document are: points earned, points lost, each with its place and its mend.
//!
//! One engine for the command `catalogue lint`, the wizard and the page of an API. A rule is one file of `rules`.
//!
//! A rule always counts: what is about something that is missing is lost, be it a document, operations, the schema of an
//! answer or the verdict for an audience, so that adding it never lowers the score. Only what depends on the kind of
//! access is left out where it has no meaning: nobody mends a page by opening what the law closes.

mod facts;
mod rules;

pub use facts::{Coverage, DocumentFacts};

use crate::core::catalogue::{Access, Api, Audience, AudienceRule};
use crate::core::i18n::Text;
use crate::core::openapi::Document;
use serde::{Deserialize, Serialize};

/// What is judged.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The front matter of the page; `None` where a document is judged alone.
    pub api: Option<&'a Api>,
    /// The text of the page, Markdown.
    pub body: &'a str,
    /// What its first OpenAPI document says; `None` where there is none at hand.
    pub document: Option<&'a DocumentFacts>,
}

/// What a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Family {
    /// What must be so before an API is referenced.
    Prerequisites,
    /// What the catalogue asks of what it lists.
    Referencing,
    /// What users can rely on.
    Service,
    /// Whether page and document say the same.
    Consistency,
    /// The OpenAPI document.
    Document,
}

impl Family {
    /// Every family, in the order reports have them.
    pub const ALL: [Self; 5] =
        [Self::Prerequisites, Self::Referencing, Self::Service, Self::Consistency, Self::Document];

    /// Its name for people.
    pub fn name(self) -> Text {
        match self {
            Self::Prerequisites => Text::new("Prérequis", "Prerequisites"),
            Self::Referencing => Text::new("Référencement", "Referencing"),
            Self::Service => Text::new("Qualité de service", "Quality of service"),
            Self::Consistency => Text::new("Cohérence", "Consistency"),
            Self::Document => Text::new("Document OpenAPI", "OpenAPI document"),
        }
    }
}

/// What a rule reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reads {
    /// The page.
    Page,
    /// The OpenAPI document.
    Document,
    /// Both.
    Both,
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The guide asks for it.
    Error,
    /// The doctrine recommends it.
    Warning,
    /// It helps.
    Notice,
}

/// A rule.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Stable name.
    pub id: &'static str,
    /// What it is about.
    pub family: Family,
    /// How bad it is not to follow it.
    pub severity: Severity,
    /// Points, before they are brought to 100.
    pub weight: u32,
    /// What it reads.
    pub reads: Reads,
    /// What is asked, in French and in English.
    pub what: (&'static str, &'static str),
    /// What to do, in French and in English.
    pub mend: (&'static str, &'static str),
    /// Where the guides explain it: an address of this site.
    pub guide: &'static str,
    judge: fn(&Subject<'_>) -> Option<Judgement>,
}

/// How far a rule is followed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Judgement {
    earned: usize,
    possible: usize,
    /// Where it is not: a key of the front matter, or a JSON pointer of the document.
    places: Vec<String>,
}

impl Judgement {
    /// All or nothing, for what stands at `place`.
    fn whole(holds: bool, place: &str) -> Self {
        let places = if holds { Vec::new() } else { vec![place.to_owned()] };
        Self { earned: usize::from(holds), possible: 1, places }
    }

    /// A part: all but what is at `places`, which may be only the first of them.
    fn part(earned: usize, possible: usize, places: &[String]) -> Self {
        match possible {
            0 => Self { earned: 1, possible: 1, places: Vec::new() },
            possible => Self { earned: earned.min(possible), possible, places: places.to_vec() },
        }
    }

    /// For how many audiences a verdict is stated of which something `holds`.
    fn audiences(access: &Access, holds: impl Fn(&AudienceRule) -> bool) -> Self {
        let known = Audience::ALL.into_iter().filter_map(|who| access.rule(who)).filter(|rule| holds(rule)).count();
        Self::part(known, Audience::ALL.len(), &["access.audiences".to_owned()])
    }

    /// How much of something the document has; nothing where there is no document, or nothing in it.
    fn coverage(subject: &Subject<'_>, of: impl Fn(&DocumentFacts) -> &Coverage) -> Self {
        match subject.document.filter(|facts| facts.operations > 0).map(of) {
            Some(found) => Self::part(found.covered, found.all, &found.places),
            None => Self::whole(false, "openapi"),
        }
    }

    fn share(&self) -> f64 {
        if self.possible == 0 { 1.0 } else { self.earned as f64 / self.possible as f64 }
    }
}

/// A rule that is not wholly followed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// Name of the rule.
    pub rule: String,
    /// What it is about.
    pub family: Family,
    /// How bad it is.
    pub severity: Severity,
    /// What is asked.
    pub what: Text,
    /// What to do.
    pub mend: Text,
    /// Where the guides explain it.
    pub guide: String,
    /// Keys of the front matter, or JSON pointers of the document: the first ones.
    pub places: Vec<String>,
    /// Points of 100 that mending it gives.
    pub gain: f64,
}

/// What a subject is worth.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Of 100.
    pub score: u32,
    /// Of 100, for each family that has a rule for the subject.
    pub families: Vec<(Family, u32)>,
    /// What is lost, the most first.
    pub findings: Vec<Finding>,
}

/// Every rule.
pub fn rules() -> &'static [Rule] {
    rules::ALL
}

/// Judges a subject.
pub fn report(subject: &Subject<'_>) -> Report {
    let applies = |rule: &&Rule| match rule.reads {
        Reads::Document => true,
        Reads::Page | Reads::Both => subject.api.is_some(),
    };
    let judged = rules().iter().filter(applies).filter_map(|rule| Some((rule, (rule.judge)(subject)?)));
    summed(judged.collect())
}

/// The report of judgements.
fn summed(judged: Vec<(&Rule, Judgement)>) -> Report {
    let total: f64 = judged.iter().map(|(rule, _)| f64::from(rule.weight)).sum();
    let score = |family: Option<Family>| {
        let of = judged.iter().filter(|(rule, _)| family.is_none_or(|family| rule.family == family));
        let (mut earned, mut possible) = (0.0, 0.0);
        for (rule, judgement) in of {
            earned += f64::from(rule.weight) * judgement.share();
            possible += f64::from(rule.weight);
        }
        // Nothing but a whole is 100.
        (possible > 0.0).then(|| (100.0 * earned / possible + 1e-9).floor() as u32)
    };
    let families = Family::ALL.into_iter().filter_map(|family| Some((family, score(Some(family))?))).collect();
    let lost = judged.iter().filter(|(_, judgement)| judgement.earned < judgement.possible);
    let mut findings: Vec<Finding> = lost
        .map(|(rule, judgement)| Finding {
            rule: rule.id.to_owned(),
            family: rule.family,
            severity: rule.severity,
            what: Text::new(rule.what.0, rule.what.1),
            mend: Text::new(rule.mend.0, rule.mend.1),
            guide: rule.guide.to_owned(),
            places: judgement.places.iter().take(PLACES).cloned().collect(),
            gain: (1000.0 * f64::from(rule.weight) * (1.0 - judgement.share()) / total).round() / 10.0,
        })
        .collect();
    findings.sort_by(|one, other| other.gain.total_cmp(&one.gain));
    Report { score: score(None).unwrap_or_default(), families, findings }
}

/// Most places told of one finding.
const PLACES: usize = 20;

/// What a document says, for the rules.
pub fn facts_of(document: &Document) -> DocumentFacts {
    facts::facts(document)
}

#[cfg(test)]
mod tests;
