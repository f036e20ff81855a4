//! What the OpenAPI documents of a draft hold, against its answers.

use super::{Finding, words};
use crate::core::exchange::unreachable;
use crate::core::i18n::Text;
use crate::core::openapi::{Document, NoDocuments, OperationKind, Server};
use crate::core::problem::Severity;
use crate::core::wizard::draft::{Draft, Source};
use crate::core::wizard::prefill::security;
use crate::core::wizard::questions::Question;
use crate::core::wizard::value;

/// Most problems of one document that are told one by one: the explorer shows them all.
const MOST: usize = 5;

pub(super) fn documents(draft: &Draft) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (rank, attached) in draft.documents.iter().enumerate() {
        let Some(text) = attached.source.text() else { continue };
        let url = match &attached.source {
            Source::Address { url, .. } => url.trim(),
            Source::Text { name, .. } | Source::Published { name } => name.trim(),
        };
        let name = if url.is_empty() { format!("{}", rank + 1) } else { url.to_owned() };
        let (document, problems) = Document::read(text.as_bytes(), url);
        if document.version().is_none() {
            let what = Text::new(
                format!("Le document {name} n’est pas une description OpenAPI."),
                format!("The document {name} is not an OpenAPI document."),
            );
            let mend = Text::new(
                "Donnez le document JSON ou YAML lui-même, pas la page qui le montre.",
                "Give the JSON or YAML document itself, not the page that shows it.",
            );
            findings.push(Finding::error("document-not-openapi", Question::Documents, what, mend));
            continue;
        }
        for problem in problems.iter().filter(|problem| problem.severity == Severity::Error).take(MOST) {
            let (fr, en) = problem
                .place
                .line
                .map_or_else(Default::default, |line| (format!(", ligne {line}"), format!(", line {line}")));
            let what = Text::new(
                format!("Document {name}{fr}\u{202f}: {}", problem.what.fr),
                format!("Document {name}{en}: {}", problem.what.en),
            );
            findings.push(Finding::advice("document-problem", Question::Documents, what, problem.mend.clone()));
        }
        of_document(&document, &name, draft, rank == 0, &mut findings);
    }
    findings
}

fn of_document(document: &Document, name: &str, draft: &Draft, is_main: bool, findings: &mut Vec<Finding>) {
    let (contents, _) = document.contents(&NoDocuments);
    let mut advise = |code, question, what: Text, mend: Text| {
        findings.push(Finding::advice(code, question, what, mend));
    };
    if !contents.operations.iter().any(|entry| entry.kind == OperationKind::Path) {
        advise(
            "document-empty",
            Question::Documents,
            Text::new(
                format!("Le document {name} ne décrit aucune opération."),
                format!("The document {name} describes no operation."),
            ),
            Text::new("Vérifiez que c’est le bon document.", "Check that it is the right document."),
        );
        return;
    }
    let addresses: Vec<String> = contents.servers.iter().map(|server| server.address(|_| None)).collect();
    let is_real = |address: &String| unreachable(address).is_none();
    for (server, address) in contents.servers.iter().zip(&addresses).filter(|(_, address)| !is_real(address)) {
        advise(
            "document-server",
            Question::Documents,
            unreal(name, server, address),
            Text::new(
                "Écrivez dans «\u{202f}servers\u{202f}» l’adresse où l’API répond\u{202f}: sans elle, personne ne peut l’essayer.",
                "Write in `servers` the address where the API answers: without it, nobody can try the API.",
            ),
        );
    }
    if !is_main {
        return;
    }
    if let Some(base) = value::url(draft.text(Question::BaseUrl)) {
        let base = base.as_str().trim_end_matches('/');
        let mut real = addresses.iter().filter(|address| is_real(address)).peekable();
        if real.peek().is_some() && !real.any(|address| address == base) {
            advise(
                "document-base-url",
                Question::BaseUrl,
                Text::new(
                    format!("«\u{202f}{base}\u{202f}» n’est pas parmi les serveurs du document {name}."),
                    format!("“{base}” is not among the servers of the document {name}."),
                ),
                Text::new("Corrigez l’adresse ou le document.", "Mend the address or the document."),
            );
        }
    }
    let access = draft.text(Question::Access).trim();
    let suggested = security::access(&contents);
    let label = words::label(Question::Access);
    match (access, suggested) {
        ("open", Some(guess)) if guess != security::OPEN => advise(
            "document-access",
            Question::Access,
            Text::new(
                format!(
                    "{}\u{202f}: «\u{202f}accès libre\u{202f}», alors que le document demande une clé ou un jeton.",
                    label.fr
                ),
                format!("{}: “open access”, though the document asks for a key or a token.", label.en),
            ),
            Text::new("Corrigez la réponse ou le document.", "Mend the answer or the document."),
        ),
        ("account" | "restricted", Some(security::OPEN)) => advise(
            "document-access",
            Question::Access,
            Text::new(
                format!("{}\u{202f}: l’accès est limité, mais le document ne décrit ni clé ni jeton.", label.fr),
                format!("{}: access is limited, but the document describes no key nor token.", label.en),
            ),
            Text::new(
                "Décrivez-les dans «\u{202f}securitySchemes\u{202f}» et «\u{202f}security\u{202f}».",
                "Describe them in `securitySchemes` and `security`.",
            ),
        ),
        _ => {}
    }
}

fn unreal(name: &str, server: &Server<'_>, address: &str) -> Text {
    match server.value {
        None => Text::new(
            format!("Le document {name} ne dit pas où l’API répond."),
            format!("The document {name} does not say where the API answers."),
        ),
        Some(_) => Text::new(
            format!(
                "Le document {name} donne le serveur «\u{202f}{address}\u{202f}», qui ne mène nulle part pour ses lecteurs."
            ),
            format!("The document {name} gives the server “{address}”, which leads its readers nowhere."),
        ),
    }
}
