//! Where the documentation of an API is: OpenAPI document, page for people, site.

use super::fields::Fields;
use super::page::address;
use super::report::Report;
use super::rule::Rule;
use crate::core::address::HttpUrl;
use crate::core::catalogue::OpenApiSource;
use crate::core::id::Slug;
use std::collections::BTreeSet;

/// Where the former site served its own OpenAPI files, which are in `openapi/`.
const HOSTED: &str = "/swaggers/";

/// What an API offers to read.
#[derive(Debug, Default)]
pub(super) struct Documentation {
    pub(super) openapi: Vec<OpenApiSource>,
    pub(super) page: Option<HttpUrl>,
    /// File to copy beside the page: from the source folder, to the catalogue.
    pub(super) copy: Option<(String, String)>,
}

/// Reads the addresses of an API. `documents` are the files of `openapi/`.
pub(super) fn read(
    fields: &mut Fields<'_>,
    slug: &Slug,
    documents: &BTreeSet<String>,
    extras: &mut Vec<String>,
    report: &mut Report,
) -> Documentation {
    let mut documentation = Documentation { page: address(fields, "doc_tech_external", report), ..Default::default() };
    let line = fields.line("doc_tech_link");
    let source = fields.line_text("doc_tech_link", report).unwrap_or_default();
    if let Some(name) = source.strip_prefix(HOSTED) {
        if documents.contains(name) {
            let end = if name.ends_with(".json") { "json" } else { "yaml" };
            let file = format!("openapi.{end}");
            let to = format!("apis/{slug}/{file}");
            report.add(Rule::OpenapiCopied, line, "doc_tech_link", &source, &to);
            documentation.openapi.push(OpenApiSource { file: Some(file), url: None, title: None });
            documentation.copy = Some((format!("openapi/{name}"), to));
        } else {
            report.add(Rule::OpenapiMissing, line, "doc_tech_link", &source, "");
        }
    } else if let Some(url) = HttpUrl::parse(&source) {
        if is_page(&url) {
            report.add(Rule::OpenapiPage, line, "doc_tech_link", &source, &source);
            also(&mut documentation, url, "Autre documentation", extras);
        } else {
            if is_preproduction(&url) {
                report.add(Rule::OpenapiPreproduction, line, "doc_tech_link", &source, &source);
            }
            documentation.openapi.push(OpenApiSource { file: None, url: Some(url), title: None });
        }
    } else if !source.is_empty() {
        report.add(Rule::ValueInvalid, line, "doc_tech_link", &source, "");
    }
    let line = fields.line("useSwaggerProxy");
    if fields.flag("useSwaggerProxy", report) {
        report.add(Rule::OpenapiProxy, line, "useSwaggerProxy", "true", "");
    }
    let line = fields.line("external_site");
    if let Some(site) = address(fields, "external_site", report) {
        let known = documentation.page.as_ref() == Some(&site);
        let rule = if documentation.page.is_none() { Rule::SiteAsDocumentation } else { Rule::SiteInText };
        if !known {
            report.add(rule, line, "external_site", site.as_str(), site.as_str());
            also(&mut documentation, site, "Site de l’API", extras);
        }
    }
    documentation
}

/// Makes an address the page to read, or cites it in the text when there is one already.
fn also(documentation: &mut Documentation, url: HttpUrl, label: &str, extras: &mut Vec<String>) {
    match &documentation.page {
        None => documentation.page = Some(url),
        Some(page) if *page != url => extras.push(format!("{label}\u{202f}: <{url}>")),
        Some(_) => {}
    }
}

/// Whether an address is that of a page for people, by its form: nothing is fetched.
pub(super) fn is_page(url: &HttpUrl) -> bool {
    const PAGES: [&str; 7] = ["redoc", "docs", "doc-api", "api-doc", "swagger-ui", "index.html", "rules"];
    let (address, fragment) = url.as_str().split_once('#').unwrap_or((url.as_str(), ""));
    let path = address.split('?').next().unwrap_or_default().trim_end_matches('/');
    let last = path.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    fragment.starts_with('/') || PAGES.contains(&last.as_str()) || last.ends_with(".html") || last.ends_with(".pdf")
}

fn is_preproduction(url: &HttpUrl) -> bool {
    let host = url.host();
    let mut words = host.split(['.', '-']);
    words.any(|word| matches!(word, "preprod" | "preproduction" | "pprd" | "recette" | "staging"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::yaml;

    fn check(source: &str, expected: &Documentation, extras: &[&str], rules: &[Rule]) {
        let (yaml, _) = yaml::read(source, "f");
        let (mut report, mut cited) = (Report::default(), Vec::new());
        let mut fields = Fields::new(&yaml, &["doc_tech_link"], &mut report);
        let documents = BTreeSet::from(["ods/a.yaml".to_owned()]);
        let slug = Slug::parse("api-a").unwrap();
        let found = read(&mut fields, &slug, &documents, &mut cited, &mut report);
        assert_eq!(format!("{found:?}"), format!("{expected:?}"), "{source}");
        assert_eq!(cited, extras, "{source}");
        assert_eq!(report.entries.iter().map(|entry| entry.rule).collect::<Vec<_>>(), rules, "{source}");
    }

    fn url(text: &str) -> Option<HttpUrl> {
        HttpUrl::parse(text)
    }

    #[test]
    fn sorts_documents_pages_and_sites() {
        let file = OpenApiSource { file: Some("openapi.yaml".into()), url: None, title: None };
        let remote = |text| OpenApiSource { file: None, url: url(text), title: None };
        let copy = Some(("openapi/ods/a.yaml".into(), "apis/api-a/openapi.yaml".into()));
        let copied = Documentation { openapi: vec![file], page: None, copy };
        check("doc_tech_link: /swaggers/ods/a.yaml", &copied, &[], &[Rule::OpenapiCopied]);
        check("doc_tech_link: /swaggers/b.json", &Documentation::default(), &[], &[Rule::OpenapiMissing]);
        let page = |text| Documentation { page: url(text), ..Default::default() };
        for text in ["https://a.fr/redoc/", "https://a.fr/doc-api", "https://a.fr/docs#/", "https://a.fr/api/rules"] {
            check(&format!("doc_tech_link: {text}"), &page(text), &[], &[Rule::OpenapiPage]);
        }
        check(
            "doc_tech_link: https://a.fr/docs\ndoc_tech_external: https://a.fr/x\nexternal_site: https://a.fr",
            &page("https://a.fr/x"),
            &["Autre documentation\u{202f}: <https://a.fr/docs>", "Site de l’API\u{202f}: <https://a.fr>"],
            &[Rule::OpenapiPage, Rule::SiteInText],
        );
        let recette = "https://x-recette.a.fr/api/docs/json";
        let expected = Documentation { openapi: vec![remote(recette)], ..Default::default() };
        check(&format!("doc_tech_link: {recette}"), &expected, &[], &[Rule::OpenapiPreproduction]);
        check("external_site: https://a.fr", &page("https://a.fr"), &[], &[Rule::SiteAsDocumentation]);
        check(
            "doc_tech_external: https://a.fr\nexternal_site: https://a.fr\nuseSwaggerProxy: true",
            &page("https://a.fr"),
            &[],
            &[Rule::OpenapiProxy],
        );
        check("doc_tech_external: http://page-stats", &Documentation::default(), &[], &[Rule::Placeholder]);
        check("doc_tech_link: nulle part", &Documentation::default(), &[], &[Rule::ValueInvalid]);
    }
}
