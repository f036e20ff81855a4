use leptos::prelude::*;
use leptos_router::components::Router;
fn main() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(|| view! {<Router><p>"x"</p></Router>})
}
