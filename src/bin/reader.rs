//! Entry of the worker of the explorer.

fn main() {
    console_error_panic_hook::set_once();
    catalogue::browser::worker::serve(catalogue::core::session::Session::answer);
}
