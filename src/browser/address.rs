//! Where the site is published: the folder that comes before every address of [`Route`].

use crate::core::route::Route;
use std::sync::OnceLock;

/// The folder of the site without trailing slash: empty at the root of a host, `/catalogue` below it.
///
/// Read once from `<base href>`, which the build writes.
pub fn base() -> &'static str {
    static BASE: OnceLock<String> = OnceLock::new();
    BASE.get_or_init(|| {
        let uri = web_sys::window().and_then(|window| window.document()).and_then(|document| document.base_uri().ok());
        let uri = uri.flatten().unwrap_or_default();
        let path = uri.split_once("://").and_then(|(_, rest)| rest.find('/').map(|start| &rest[start..]));
        let folder = path.and_then(|path| path.rfind('/').map(|end| &path[..end]));
        folder.unwrap_or_default().to_owned()
    })
}

/// The address of a page, usable as `href`.
pub fn href(route: &Route) -> String {
    format!("{}{}", base(), route.href())
}

/// The address of a file or page of the site given from its root (`/images/x.svg`).
pub fn file(path: &str) -> String {
    format!("{}/{}", base(), path.trim_start_matches('/'))
}

/// The path inside the site of a browser path.
pub fn inside(pathname: &str) -> &str {
    pathname.strip_prefix(base()).unwrap_or(pathname)
}

/// The whole address of a file of the site: `https://catalogue.fr/data/openapi/api-geo/0.json`.
pub fn absolute(path: &str) -> String {
    let origin = web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default();
    format!("{origin}{}", file(path))
}
