//! Entry of the native tool.

fn main() -> std::process::ExitCode {
    catalogue::tool::run()
}
