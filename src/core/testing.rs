//! How many cases the property tests run that cost more than others.

use proptest::prelude::ProptestConfig;

/// What `make test` sets `PROPTEST_CASES` to (proptest reads it): all cases are run.
const ALL: u64 = 1024;

/// `full` cases under `make test`, a quarter of them otherwise: `cargo test` alone must stay at seconds.
pub(crate) fn cases(full: u32) -> ProptestConfig {
    let default = ProptestConfig::default();
    let cases = u64::from(full) * u64::from(default.cases) / ALL;
    ProptestConfig { cases: u32::try_from(cases.max(1)).unwrap_or(full), ..default }
}
