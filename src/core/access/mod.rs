//! "May I use it?", answered for one API and one audience: the verdict and its reason, what to prepare, how long it
//! takes, and the one place to go to next.
//!
//! Total: whatever a page says or leaves out, there is a reason and a way on, and a "no" leads to what exists instead.
//! What the page does not say is said to be unknown, never guessed. Sentences are in `core::i18n`.

mod need;
mod way;

pub use need::{Need, Preparation};
pub use way::{Action, Way};

use crate::core::catalogue::wire::{ApiPage, Catalogue};
use crate::core::catalogue::{AccessKind, Api, Audience, Status, Verdict};

/// Days within which the practical guide of public APIs expects a request to be answered.
pub const STANDARD_DAYS: u32 = 15;

/// The answer for one API and one audience.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Why they may or may not use it.
    pub reason: Reason,
    /// The rule the page has for them, as a rank among [`Access::audiences`](crate::core::catalogue::Access::audiences)
    /// and among [`ApiPage::explanations`].
    pub rule: Option<usize>,
    /// Whether access rests on a text of law, and which one.
    pub basis: Basis,
    /// What to have at hand before going there.
    pub preparations: Vec<Preparation>,
    /// How long it takes; `None` where there is nothing to wait for, since the answer is "no".
    pub delay: Option<Delay>,
    /// Where to go next.
    pub action: Way,
    /// For a "no", what exists besides where [`Self::action`] leads.
    pub others: Vec<Way>,
    /// For an API that will stop, the one to prefer.
    pub successor: Option<Way>,
}

/// Why an audience may or may not use an API.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The API is open.
    Everyone,
    /// An account or a key is enough.
    WithAccount,
    /// It may ask for the right, and its page says that it will have it.
    Entitled,
    /// It may, under conditions.
    Conditions,
    /// It may not.
    Refused,
    /// Nobody may any more: the API has stopped.
    Retired,
    /// A right is needed, and the page does not speak of this audience.
    Unstated,
}

impl Reason {
    /// Every reason.
    pub const ALL: [Self; 7] = [
        Self::Everyone,
        Self::WithAccount,
        Self::Entitled,
        Self::Conditions,
        Self::Refused,
        Self::Retired,
        Self::Unstated,
    ];

    /// The verdict in one word; `None` when the page does not say.
    pub fn verdict(self) -> Option<Verdict> {
        match self {
            Self::Everyone | Self::WithAccount | Self::Entitled => Some(Verdict::Yes),
            Self::Conditions => Some(Verdict::Conditional),
            Self::Refused | Self::Retired => Some(Verdict::No),
            Self::Unstated => None,
        }
    }

    fn of(api: &Api, audience: Audience) -> Self {
        if api.status == Status::Retired {
            return Self::Retired;
        }
        match (api.access.rule(audience).map(|rule| rule.verdict), api.access.kind) {
            (Some(Verdict::No), _) => Self::Refused,
            (Some(Verdict::Conditional), _) => Self::Conditions,
            (_, AccessKind::Open) => Self::Everyone,
            (_, AccessKind::Account) => Self::WithAccount,
            (Some(Verdict::Yes), AccessKind::Restricted) => Self::Entitled,
            (None, AccessKind::Restricted) => Self::Unstated,
        }
    }
}

/// Whether access rests on a text of law.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Basis {
    /// This one.
    Stated(String),
    /// The page does not say which one; a request has to.
    ToCite,
    /// No text is needed, or none would help.
    None,
}

/// How long it takes until a first call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delay {
    /// No time at all.
    Immediate,
    /// As long as it takes to create an account.
    Account,
    /// At most this number of days.
    Stated(u32),
    /// The page does not say.
    Unstated,
}

/// The answer of `page` for `audience`. `catalogue` is the one the page belongs to.
pub fn answer(page: &ApiPage, catalogue: &Catalogue, audience: Audience) -> Answer {
    let api = &page.api;
    let reason = Reason::of(api, audience);
    let is_no = reason.verdict() == Some(Verdict::No);
    let rule = api.access.audiences.iter().position(|rule| rule.who.contains(&audience));
    let ways = way::Ways { page, catalogue, audience };
    let (action, others) = if is_no { ways.instead(reason) } else { (ways.onward(reason), Vec::new()) };
    Answer {
        reason,
        rule: rule.filter(|_| reason != Reason::Retired),
        basis: basis(api, audience, reason),
        preparations: need::preparations(api, audience, reason),
        delay: delay(api, reason),
        action,
        others,
        successor: (api.status == Status::Deprecated && !is_no).then(|| ways.successor()).flatten(),
    }
}

fn basis(api: &Api, audience: Audience, reason: Reason) -> Basis {
    let stated = api.access.rule(audience).and_then(|rule| rule.legal_basis.clone());
    match (stated, reason) {
        (_, Reason::Retired) => Basis::None,
        (Some(text), _) => Basis::Stated(text),
        (None, Reason::Refused) => Basis::None,
        (None, _) if api.access.kind == AccessKind::Restricted => Basis::ToCite,
        (None, _) => Basis::None,
    }
}

fn delay(api: &Api, reason: Reason) -> Option<Delay> {
    let stated = api.access.max_delay_days.map(Delay::Stated);
    match reason {
        Reason::Refused | Reason::Retired => None,
        Reason::Everyone => Some(Delay::Immediate),
        Reason::WithAccount => Some(stated.unwrap_or(Delay::Account)),
        Reason::Entitled | Reason::Conditions | Reason::Unstated => Some(stated.unwrap_or(Delay::Unstated)),
    }
}

#[cfg(test)]
mod tests;
