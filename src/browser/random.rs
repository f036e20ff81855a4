//! Randomness that nobody can guess, from the browser.

use crate::core::authorization::RANDOM_BYTES;

/// Random bytes; `None` where the browser has none to give, which must stop whoever needs them.
pub fn bytes() -> Option<[u8; RANDOM_BYTES]> {
    let crypto = web_sys::window()?.crypto().ok()?;
    let mut bytes = [0; RANDOM_BYTES];
    crypto.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}
