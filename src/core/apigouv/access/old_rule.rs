//! One old rule: its labels, its verdict, and what its text says of requests and alternatives.

use super::super::audience::{Label, label};
use super::super::directory::Directory;
use super::super::fields::Fields;
use super::super::markup::{Converted, Converter, Link};
use super::super::report::Report;
use super::super::rule::Rule;
use crate::core::address::HttpUrl;
use crate::core::catalogue::{Alternative, Audience, Verdict};
use crate::core::id::Slug;
use crate::core::search::fold;

/// Where the tool for access requests of the State lives.
const REQUEST_HOST: &str = "datapass.api.gouv.fr";
/// Words of a button that leads to a request, folded.
const REQUEST_WORDS: [&str; 8] =
    ["demand", "habilitation", "acces ", "souscri", "connecter", "inscri", "compte", "remplir"];

/// One old rule, read.
pub(super) struct OldRule {
    /// Its labels, as written, and what they say.
    pub(super) labels: Vec<(String, Label)>,
    pub(super) verdict: Verdict,
    converted: Converted,
    /// Which call to action leads to the request, and where.
    request: Option<(Option<usize>, HttpUrl)>,
    /// The address of the page, when the text led to it by questions.
    page_request: Option<HttpUrl>,
    pub(super) alternatives: Vec<Alternative>,
    /// Calls to action that the structure says already, or that lead nowhere useful.
    dropped: Vec<usize>,
}

impl OldRule {
    /// Reads one rule. `page_request` is the address the page itself gives.
    pub(super) fn read(
        mut fields: Fields<'_>,
        slug: &Slug,
        page_request: Option<&HttpUrl>,
        directory: &Directory,
        report: &mut Report,
    ) -> Self {
        let line = fields.line("who");
        let labels: Vec<(String, Label)> =
            fields.texts("who", report).into_iter().map(|text| (text.clone(), label(&text))).collect();
        for (text, _) in labels.iter().filter(|(_, label)| label.guessed) {
            report.add(Rule::AudienceUnknown, line, "access_page.who", text, "");
        }
        let verdict = match fields.integer("is_eligible", report) {
            Some(1) => Verdict::Yes,
            Some(0) => Verdict::Conditional,
            Some(-1) => Verdict::No,
            other => {
                let before = other.map(|number| number.to_string()).unwrap_or_default();
                report.add(Rule::VerdictInvalid, fields.line("is_eligible"), "is_eligible", &before, "conditional");
                Verdict::Conditional
            }
        };
        let text_line = fields.text_line("description");
        let source = fields.text("description", report).unwrap_or_default();
        let has_tree = source.contains("<QuestionTree");
        let converted =
            Converter::new(directory, report, "access_page.description", text_line).actions_apart().convert(&source);
        fields.finish(&[], &[], report);
        let mut rule = Self {
            labels,
            verdict,
            converted,
            request: None,
            page_request: None,
            alternatives: Vec::new(),
            dropped: Vec::new(),
        };
        rule.drop_dead_ends(text_line, report);
        if verdict == Verdict::No {
            rule.find_alternatives(slug, directory, text_line, report);
        } else {
            rule.find_request(page_request.filter(|_| has_tree), text_line, report);
        }
        rule
    }

    /// "Search another API" is in the header of every page.
    fn drop_dead_ends(&mut self, line: u32, report: &mut Report) {
        for (index, action) in self.converted.actions.iter().enumerate() {
            if action.href == "/apis" {
                report.add(Rule::DeadEnd, Some(line), "access_page.description", &action.label, "");
                self.dropped.push(index);
            }
        }
    }

    fn find_request(&mut self, fallback: Option<&HttpUrl>, line: u32, report: &mut Report) {
        let web = |link: &Link| HttpUrl::parse(&link.href);
        let asks = |link: &Link| {
            let label = format!("{} ", fold(&link.label));
            REQUEST_WORDS.iter().any(|word| label.contains(word))
        };
        let hosted = |url: &HttpUrl| url.host() == REQUEST_HOST;
        let actions =
            || self.converted.actions.iter().enumerate().filter_map(|(index, link)| Some((index, link, web(link)?)));
        let button = actions()
            .find(|(_, _, url)| hosted(url))
            .or_else(|| actions().find(|(_, link, _)| asks(link)))
            .map(|(index, _, url)| (Some(index), url));
        let inline = || self.converted.links.iter().filter_map(web).find(hosted).map(|url| (None, url));
        let mut links = self.converted.actions.iter().chain(&self.converted.links);
        let by_mail = links.any(|link| link.href.starts_with("mailto:")) || self.converted.markdown.contains('@');
        // Beside a request by mail, an address in the text is that of something else.
        self.request = button.or_else(|| inline().filter(|_| !by_mail));
        match (&self.request, fallback) {
            (Some((index, url)), _) => {
                self.dropped.extend(*index);
                report.add(Rule::RequestFound, Some(line), "access_page.description", "", url.as_str());
            }
            // A question tree led to the request: the address of the page is what is left of it.
            (None, Some(url)) => self.page_request = Some(url.clone()),
            (None, None) if !by_mail => {
                report.add(Rule::RequestMissing, Some(line), "access_page.description", "", "");
            }
            (None, None) => {}
        }
    }

    fn find_alternatives(&mut self, slug: &Slug, directory: &Directory, line: u32, report: &mut Report) {
        let actions = self.converted.actions.iter().enumerate().map(|(index, link)| (Some(index), link));
        let links = self.converted.links.iter().map(|link| (None, link));
        for (action, link) in actions.chain(links) {
            let found = alternative(&link.href, slug, directory).filter(|other| !self.alternatives.contains(other));
            let Some(alternative) = found else { continue };
            report.add(Rule::AlternativeFound, Some(line), "access_page.description", &link.label, &link.href);
            self.alternatives.push(alternative);
            // An anchor says more than the name of the page: it stays in the text.
            self.dropped.extend(action.filter(|_| !link.href.starts_with("/apis/") || !link.href.contains('#')));
        }
    }

    /// The request address that its text holds.
    pub(super) fn written_request(&self) -> Option<&HttpUrl> {
        self.request.as_ref().map(|(_, url)| url)
    }

    /// Where to ask.
    pub(super) fn request_url(&self) -> Option<&HttpUrl> {
        self.written_request().or(self.page_request.as_ref())
    }

    /// Its text, without what the structure says already.
    pub(super) fn text(&self, with_request: bool) -> String {
        let request = self.request.as_ref().and_then(|(index, _)| *index);
        self.converted.with_actions(|index| !self.dropped.contains(&index) || (with_request && request == Some(index)))
    }

    /// Labels of the rule that speak of an audience.
    pub(super) fn labels_of(&self, audience: Audience, others: &[Audience]) -> Vec<&(String, Label)> {
        let speaks = |label: &Label| match label.audiences {
            [] => others.contains(&audience),
            named => named.contains(&audience),
        };
        self.labels.iter().filter(|(_, label)| speaks(label)).collect()
    }
}

/// An API or a dataset to use instead.
fn alternative(href: &str, slug: &Slug, directory: &Directory) -> Option<Alternative> {
    if let Some(path) = href.strip_prefix("/apis/") {
        let other = Slug::parse(path.split(['#', '?']).next()?)?;
        return (other != *slug && directory.has_api(&other)).then_some(Alternative::Api(other));
    }
    let url = HttpUrl::parse(href)?;
    let dataset = matches!(url.host().as_str(), "data.gouv.fr" | "www.data.gouv.fr") && href.contains("/datasets/");
    dataset.then_some(Alternative::Web(url))
}
