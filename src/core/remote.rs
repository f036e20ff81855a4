//! [`Remote`]: the state of something that is fetched.

use super::catalogue::wire::WireError;

/// Why a file of the site could not be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FetchError {
    /// The browser says it has no network.
    Offline,
    /// The server could not be reached.
    Unreachable,
    /// No such file (404, 410).
    Missing,
    /// The server answered with an error status.
    Status(u16),
    /// The file came, but cannot be read.
    Data(WireError),
}

/// Something that is fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remote<T> {
    /// Asked for less than half a second ago: show nothing yet.
    Loading,
    /// Still waiting after half a second: show that work is going on.
    LoadingSlowly,
    /// Here.
    Ready(T),
    /// Not to be had, and why.
    Failed(FetchError),
}
