//! Measures the engine on one document, on this machine or in a browser: `make bench` runs both and compares.

#![cfg_attr(target_arch = "wasm32", no_main)]

mod measure;
#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(target_arch = "wasm32")]
mod page;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    native::main()
}
