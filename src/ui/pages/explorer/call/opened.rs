//! A document that was read, with those it refers to.

use super::source::Away;
use crate::browser::engine::EngineError;
use crate::browser::fetch;
use crate::core::address::HttpUrl;
use crate::core::session::{Answer, Question, ReadView};
use crate::ui::context::text;
use web_sys::AbortController;

/// A document that was read.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::ui::pages::explorer) struct Opened {
    /// What reading it gave.
    pub(in crate::ui::pages::explorer) read: ReadView,
    /// Documents it refers to that could not be had, each with the reason.
    pub(in crate::ui::pages::explorer) absent: Vec<(String, String)>,
}

/// Other documents fetched for one: more is no API but an attack, or an accident.
const MOST_DOCUMENTS: usize = 200;

/// Gives the engine the documents of the web that the one it read refers to, and those they refer to. What cannot be had is
/// told.
pub(super) async fn others(
    engine: &dyn Away,
    read: &ReadView,
    abort: Option<&AbortController>,
) -> Result<Vec<(String, String)>, EngineError> {
    let (mut absent, mut asked, mut left) = (Vec::new(), 0, read.missing.clone());
    while let Some(url) = left.pop().filter(|_| asked < MOST_DOCUMENTS) {
        asked += 1;
        let Some(address) = HttpUrl::parse(&url) else {
            absent.push((url, text().failure_missing.to_owned()));
            continue;
        };
        match fetch::web(&address, abort).await {
            Ok(bytes) => {
                let (answer, _) = engine.ask(Question::Give { url }, &bytes).await?;
                if let Answer::Read(more) = answer {
                    let is_known = |url: &String| absent.iter().any(|(known, _)| known == url);
                    left = more.missing.into_iter().filter(|url| !is_known(url)).collect();
                }
            }
            Err(error) => {
                absent.push((url.clone(), error.explain(text())));
                left.retain(|other| *other != url);
            }
        }
    }
    Ok(absent)
}
