//! The catalogue: APIs, producers, guides and themes, and what can be asked of them.
//!
//! These types are both the domain and the wire format (`public/data/*.json`): the catalogue has one
//! consumer and one producer, compiled from this same file. Their fields are parsed types, so reading JSON
//! is the parsing boundary. Front matter comes in through `front_matter`, which also says what is wrong with it.

mod access;
mod api;
pub mod browse;
mod channel;
pub mod consistency;
pub mod front_matter;

mod guide;
pub mod likeness;
mod producer;
mod site;
pub mod wire;

pub use access::{Access, AccessKind, Audience, AudienceRule, FranceConnect, Verdict};
pub(in crate::core) use api::is_default;
pub use api::{
    Alternative, Api, Contact, Dataset, Frequency, LimitScope, OpenApiSource, Partner, Period, RateLimit, ServiceLevel,
    Status,
};
pub use channel::{Channel, Forge, ForgeKind, SecureUrl};
pub use guide::{Guide, GuideKind};
pub use producer::{Producer, ProducerKind};
pub use site::{FooterGroup, LabelledLink, Proxy, Publisher, Site, Theme};
