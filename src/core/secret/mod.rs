//! What must not leave the page: which names announce a secret, and texts and drafts without secrets.
//!
//! A value that is a reference to a variable, `{{name}}`, is no secret. Never here: keeping a secret.

mod draft;
mod redactor;
#[cfg(test)]
mod tests;

pub use draft::{Cleaned, known, public_address, without_secrets};
pub use redactor::Redactor;

/// Letters and digits of names that announce a secret, wherever they stand in a name.
const NAMES: [&str; 16] = [
    "password",
    "passwd",
    "passphrase",
    "motdepasse",
    "secret",
    "token",
    "jeton",
    "apikey",
    "accesskey",
    "privatekey",
    "authorization",
    "authorisation",
    "credential",
    "cookie",
    "sessionid",
    "subscriptionkey",
];

/// Whether `name` is that of a secret: of a parameter, a header, a field, a variable.
pub fn is_secret_name(name: &str) -> bool {
    let folded: String = name.chars().filter(|one| one.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    matches!(folded.as_str(), "key" | "auth" | "pwd" | "pin" | "otp" | "signature" | "xauth")
        || NAMES.iter().any(|one| folded.contains(one))
}

/// Whether the whole text is a reference to a variable of an environment.
fn is_reference(text: &str) -> bool {
    let name = text.trim().strip_prefix("{{").and_then(|rest| rest.strip_suffix("}}"));
    name.is_some_and(|name| !name.trim().is_empty() && !name.contains(['{', '}']))
}
