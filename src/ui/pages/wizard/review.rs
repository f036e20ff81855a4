//! Everything read again: what is wrong, the page as readers will see it, how the draft leaves.

use super::desk::Desk;
use super::steps::entry;
use super::{answers, leave, live, publication, reach, remarks, words};
use crate::core::problem::Severity;
use crate::core::wizard::questions::Step;
use crate::ui::context::{catalogue, text};
use crate::ui::pages::quality;
use leptos::prelude::*;

/// The last step.
pub(super) fn review(desk: Desk) -> AnyView {
    let catalogue = catalogue();
    Step::ALL.into_iter().for_each(|step| desk.tell(step));
    desk.look(&catalogue);
    let found = move || {
        let findings = desk.findings();
        let group = |severity: Severity, title: &'static str| {
            let items: Vec<_> =
                findings.iter().filter(|one| one.severity == severity).map(|one| entry(one, Some(desk))).collect();
            (!items.is_empty()).then(|| {
                view! {
                    <h3>{title}</h3>
                    <ul>{items}</ul>
                }
            })
        };
        let is_ready = findings.iter().all(|one| one.severity != Severity::Error);
        view! {
            <div class="callout" role="status">
                <p>{if is_ready { words().ready } else { words().not_ready }}</p>
            </div>
            {group(Severity::Error, words().errors)}
            {group(Severity::Warning, words().advice)}
        }
    };
    let quality = move || desk.report.with(|report| report.as_ref().map(quality::shown));
    view! {
        {found}
        {answers::answers(desk)}
        {reach::all(desk)}
        <section aria-labelledby="wizard-quality">
            <h3 id="wizard-quality">{text().quality_title}</h3>
            {quality}
        </section>
        <section aria-labelledby="wizard-preview">
            <h3 id="wizard-preview">{words().preview}</h3>
            {live::preview(desk)}
        </section>
        {remarks::rounds(desk)}
        {leave::leave(desk)}
        {publication::publication(desk)}
    }
    .into_any()
}
