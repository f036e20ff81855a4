//! Keeps, in the application that is to be split, what the linker knows of its parts (`scripts/split/wasm-bindgen`).

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is_set = |name, value| std::env::var(name).is_ok_and(|found| found == value);
    if is_set("CARGO_FEATURE_SPLIT", "1") && is_set("CARGO_CFG_TARGET_ARCH", "wasm32") {
        println!("cargo::rustc-link-arg-bin=app=--emit-relocs");
    }
}
