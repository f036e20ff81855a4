//! [`Producer`]: an organisation that publishes APIs.

use super::api::{Contact, is_default};
use crate::core::address::HttpUrl;
use serde::{Deserialize, Serialize};

/// An organisation that publishes APIs, as its front matter states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Producer {
    /// Full name.
    pub name: String,
    /// Acronym: `DINUM`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acronym: Option<String>,
    /// Kind of organisation.
    pub kind: ProducerKind,
    /// Web site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<HttpUrl>,
    /// Open-data portal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open_data: Option<HttpUrl>,
    /// Portal of its APIs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub api_portal: Option<HttpUrl>,
    /// Page in the public directory of administrations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub directory: Option<HttpUrl>,
    /// Who answers questions.
    #[serde(default, skip_serializing_if = "is_default")]
    pub contact: Contact,
}

/// Kind of organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProducerKind {
    /// A ministry or one of its directorates.
    Ministry,
    /// A public body ("établissement public").
    PublicBody,
    /// A region, department, commune or group of communes.
    LocalAuthority,
    /// A public-interest group ("groupement d'intérêt public").
    Gip,
    /// A company with a public-service mission.
    PublicCompany,
    /// An association with a public-service mission.
    Association,
    /// A court.
    Court,
    /// Anything else.
    Other,
}
