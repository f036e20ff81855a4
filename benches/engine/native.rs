//! `bench FILE`: the figures of one document, as a line of JSON.

use crate::measure::{Machine, measure};
use std::process::ExitCode;
use std::time::Instant;

struct Computer {
    start: Instant,
}

impl Machine for Computer {
    fn now(&self) -> f64 {
        self.start.elapsed().as_secs_f64() * 1_000.0
    }

    /// Resident memory, which Linux tells; elsewhere 0.
    fn memory(&self) -> f64 {
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<f64>().ok());
        kilobytes.unwrap_or_default() * 1_024.0
    }
}

pub fn main() -> ExitCode {
    let Some(file) = std::env::args_os().nth(1) else {
        eprintln!("Usage: bench FILE");
        return ExitCode::from(2);
    };
    let mut failure = None;
    let load = || std::fs::read(&file).map_err(|error| failure = Some(error)).unwrap_or_default();
    let figures = measure(&Computer { start: Instant::now() }, load);
    if let Some(error) = failure {
        eprintln!("{}: {error}", file.display());
        return ExitCode::from(2);
    }
    println!("{figures}");
    ExitCode::SUCCESS
}
