//! Entry of the single-page application.

fn main() {
    console_error_panic_hook::set_once();
    catalogue::browser::document::remove_loading_screen();
    leptos::mount::mount_to_body(catalogue::ui::App);
}
