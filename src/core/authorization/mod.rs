//! Getting a token, and keeping what proves who calls: OAuth 2 (RFC 6749, 7636, 8628, 9207), OpenID Connect, and the
//! [`Credentials`] of one document, bound to its servers.
//!
//! Addresses and requests are made here, answers are read here; randomness, digests and the time are given. Never here:
//! opening pages, sending, storing ([`crate::core`] has no browser), and what a credential adds to a call
//! ([`crate::core::request::auth`]).

mod address;
mod asked;
mod codes;
mod credentials;
mod device;
mod discovery;
mod failure;
mod grant;
mod origin;
mod parameters;
mod pending;
mod proof;
mod redaction;
mod storage;
#[cfg(test)]
mod tests;
mod token;

pub use address::{AuthorizationRequest, ResponseType};
pub use asked::{Asked, Field, preferred};
pub use credentials::{Binding, Credentials, Refusal, carried_by_redirections, origins};
pub use device::DeviceAuthorization;
pub use discovery::{Metadata, metadata_addresses};
pub(in crate::core) use failure::plain;
pub use failure::{Failure, ServerError};
pub use grant::{Client, ClientAuthentication, Grant, device_authorization_request, token_request};
pub use origin::Origin;
pub use pending::{Granted, Pending, state_of};
pub use proof::{RANDOM_BYTES, challenge, unguessable};
pub use redaction::{MASK, masked, redacted, redacted_text};
pub use token::Token;
