//! The limits on calls that a document states: in its description, or where it describes the answer 429.

use crate::core::apigouv::rate_limit;
use crate::core::catalogue::RateLimit;
use crate::core::openapi::{Contents, OperationKind};
use crate::core::search::fold;
use crate::core::wizard::draft::{Answer, Row};
use crate::core::wizard::questions::Question;
use crate::core::wizard::value::word;

/// The first limit that is stated in numbers.
pub(super) fn of(contents: &Contents<'_>) -> Option<(Question, Answer)> {
    let operations = contents.operations.iter().filter(|entry| entry.kind == OperationKind::Path);
    let too_many =
        operations.filter_map(|entry| entry.node.value.get("responses")?.get("429")?.get("description")?.as_str());
    let limit = too_many.chain(contents.info.description).find_map(stated)?;
    let mut row =
        Row::from([("count".to_owned(), limit.count.to_string()), ("period".to_owned(), word(&limit.period))]);
    if limit.every != 1 {
        row.insert("every".to_owned(), limit.every.to_string());
    }
    row.extend(limit.per.as_ref().map(|per| ("per".to_owned(), word(per))));
    Some((Question::RateLimits, Answer::Rows(vec![row])))
}

/// The limit that one sentence of a text states: it speaks of calls, and has a number and a period.
fn stated(text: &str) -> Option<RateLimit> {
    let words = ["appel", "requete", "call", "request", "req/", "hits"];
    text.split(['\n', '.', ';', '('])
        .filter(|sentence| {
            let sentence = fold(sentence);
            words.iter().any(|word| sentence.contains(word))
        })
        .find_map(rate_limit)
}
