//! What a request asks for, before it is made.

use super::Reason;
use crate::core::address::HttpUrl;
use crate::core::catalogue::{AccessKind, Api, Audience, FranceConnect};

/// One thing to have at hand, and where it is read or done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preparation {
    /// What it is.
    pub need: Need,
    /// Its page, where it has one.
    pub url: Option<HttpUrl>,
}

/// A thing to have at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Need {
    /// The number of the organisation in the official register.
    Organisation,
    /// The number of the organisation that a publisher of software acts for.
    Client,
    /// What the data are for.
    Use,
    /// The text that allows to have them.
    LegalBasis,
    /// What shows that the conditions are met.
    Proof,
    /// People in charge, for the project and for the code.
    Team,
    /// Who answers for personal data.
    DataProtection,
    /// An address for the account.
    Email,
    /// FranceConnect in one's own service.
    FranceConnect,
    /// The terms of use.
    Terms,
    /// A place to test meanwhile.
    Sandbox,
}

impl Need {
    /// Every need.
    pub const ALL: [Self; 11] = [
        Self::Organisation,
        Self::Client,
        Self::Use,
        Self::LegalBasis,
        Self::Proof,
        Self::Team,
        Self::DataProtection,
        Self::Email,
        Self::FranceConnect,
        Self::Terms,
        Self::Sandbox,
    ];

    /// Whether a request asks for it, rather than the API itself.
    pub fn is_of_a_request(self) -> bool {
        !matches!(self, Self::Email | Self::FranceConnect | Self::Terms | Self::Sandbox)
    }
}

/// What `audience` prepares, in the order a form asks for it.
pub(super) fn preparations(api: &Api, audience: Audience, reason: Reason) -> Vec<Preparation> {
    let mut needs = match reason {
        Reason::Refused | Reason::Retired => return Vec::new(),
        Reason::Everyone => Vec::new(),
        Reason::WithAccount => vec![Need::Email],
        Reason::Entitled | Reason::Conditions | Reason::Unstated => of_a_request(api, audience, reason),
    };
    if api.access.franceconnect == FranceConnect::Required {
        needs.push(Need::FranceConnect);
    }
    let mut preparations: Vec<Preparation> = needs.into_iter().map(|need| Preparation { need, url: None }).collect();
    let pages = [(Need::Terms, &api.terms_url), (Need::Sandbox, &api.sandbox)];
    preparations
        .extend(pages.into_iter().filter_map(|(need, url)| Some(Preparation { need, url: Some(url.clone()?) })));
    preparations
}

fn of_a_request(api: &Api, audience: Audience, reason: Reason) -> Vec<Need> {
    let is_restricted = api.access.kind == AccessKind::Restricted;
    // Before a question to the producer, no more than the question needs.
    let is_request = is_restricted && reason != Reason::Unstated;
    let organisation = match audience {
        Audience::Individual => None,
        Audience::SoftwarePublisher => Some(Need::Client),
        _ => Some(Need::Organisation),
    };
    let mut needs: Vec<Need> = organisation.into_iter().collect();
    needs.push(Need::Use);
    needs.extend(is_restricted.then_some(Need::LegalBasis));
    needs.extend((reason == Reason::Conditions).then_some(Need::Proof));
    needs.extend(is_request.then_some(Need::Team));
    needs.extend((is_request && audience != Audience::Individual).then_some(Need::DataProtection));
    needs
}
