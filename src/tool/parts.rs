//! Puts the parts of a split application into the built site, under names that last as long as its first load.
//!
//! A part only fits the first load it was cut from. Trunk names the first load by the hash of the whole application,
//! before it is cut: parts take that hash, so no release ever loads a part of another. Nothing is cut here
//! (`scripts/split/wasm-bindgen`), and a site whose application is whole is left alone.

use super::build::write;
use super::seal::{is_hashed, unreadable};
use crate::core::i18n::Text;
use std::path::Path;

/// The module that loads the parts, until it has its lasting name.
const LOADER: &str = "__wasm_split.js";

/// How the first load asks for it. The same name elsewhere is the compiled module's own, which must not change.
const IMPORT: &str = "from \"./__wasm_split.js\"";

/// How the loader compiles a part, and how it must: the first load starts from a host that gives the wrong type to
/// WebAssembly, so its parts must too.
const COMPILE: [&str; 2] = [
    "instantiateStreaming(src, imports)",
    "instantiateStreaming(src.then((part) => !part.ok || part.headers.get(\"Content-Type\") === \"application/wasm\" \
     ? part : new Response(part.body, { headers: { \"Content-Type\": \"application/wasm\" } })), imports)",
];

/// Puts the parts that are in the folder `parts` into `dist`, if its application is waiting for them.
pub(super) fn install(dist: &Path, parts: &Path) -> Result<(), Text> {
    for name in files(dist).iter().filter(|name| name.starts_with("app-") && name.ends_with(".js")) {
        let path = dist.join(name);
        let application = read(&path)?;
        let Some(hash) = name.strip_prefix("app-").and_then(|name| name.strip_suffix(".js")) else { continue };
        if !application.contains(IMPORT) {
            continue;
        }
        let mut loader =
            read(&parts.join(LOADER))?.replace("./app.js", &format!("./{name}")).replace(COMPILE[0], COMPILE[1]);
        for part in files(parts).iter().filter(|part| is_part(part)) {
            let named = part.replace(".wasm", &format!("-{hash}.wasm"));
            loader = loader.replace(part, &named);
            let bytes = std::fs::read(parts.join(part)).map_err(|error| unreadable(&parts.join(part), &error))?;
            write(&dist.join(named), &bytes)?;
        }
        write(&dist.join(format!("split-{hash}.js")), loader.as_bytes())?;
        write(&path, application.replace(IMPORT, &format!("from \"./split-{hash}.js\"")).as_bytes())?;
    }
    Ok(())
}

/// A part, or what several parts share.
fn is_part(name: &str) -> bool {
    name.ends_with(".wasm") && (name.starts_with("split_") || name.starts_with("chunk_"))
}

/// The page, told to load the module that loads the parts along with the first load, which cannot start without it.
pub(super) fn with_loader(html: &str, dist: &Path) -> String {
    named(dist, "split-")
        .map_or_else(|| html.to_owned(), |name| with_twin(html, &name.replacen("split", "app", 1), &name))
}

/// The page, told to load a part at once.
pub(super) fn with_part(html: &str, dist: &Path, part: &str) -> String {
    let first = named(dist, "split-").map(|name| name.replacen("split", "app", 1).replace(".js", "_bg.wasm"));
    let part = named(dist, &format!("split_{part}-"));
    first.zip(part).map_or_else(|| html.to_owned(), |(first, part)| with_twin(html, &first, &part))
}

/// Adds, after the link that loads `file` early, the same one for `other`.
fn with_twin(html: &str, file: &str, other: &str) -> String {
    let tags = html.match_indices("<link ").filter_map(|(start, _)| {
        let length = html[start..].find('>')? + 1;
        Some((start + length, &html[start..start + length]))
    });
    let Some((end, tag)) = tags.into_iter().find(|(_, tag)| tag.contains(file)) else { return html.to_owned() };
    match html.contains(other) {
        true => html.to_owned(),
        false => format!("{}{}{}", &html[..end], tag.replace(file, other), &html[end..]),
    }
}

fn named(dist: &Path, start: &str) -> Option<String> {
    files(dist).into_iter().find(|name| name.starts_with(start) && is_hashed(name))
}

/// Names of what is at the root of a folder, in order.
fn files(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    names
}

fn read(path: &Path) -> Result<String, Text> {
    std::fs::read_to_string(path).map_err(|error| unreadable(path, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<link rel=\"modulepreload\" href=\"/b/app-0123456789abcdef.js\">\
                        <link rel=\"preload\" href=\"/b/app-0123456789abcdef_bg.wasm\" as=\"fetch\">";

    fn folder(name: &str, files: &[(&str, &str)]) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("parts-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        for (file, content) in files {
            std::fs::write(folder.join(file), content).unwrap();
        }
        folder
    }

    #[test]
    fn parts_take_the_hash_of_their_first_load_once() {
        let dist =
            folder("dist", &[("app-0123456789abcdef.js", "from \"./__wasm_split.js\" {\"./__wasm_split.js\": 1}")]);
        let loader = "import \"./app.js\"; fetch(\"./split_explorer.wasm\")";
        let parts = folder("parts", &[("__wasm_split.js", loader), ("split_explorer.wasm", "part"), ("app.wasm", "")]);
        for _ in 0..2 {
            install(&dist, &parts).unwrap();
            for (file, expected) in [
                ("app-0123456789abcdef.js", "from \"./split-0123456789abcdef.js\" {\"./__wasm_split.js\": 1}"),
                (
                    "split-0123456789abcdef.js",
                    "import \"./app-0123456789abcdef.js\"; fetch(\"./split_explorer-0123456789abcdef.wasm\")",
                ),
                ("split_explorer-0123456789abcdef.wasm", "part"),
            ] {
                assert_eq!(read(&dist.join(file)).unwrap(), expected, "{file}");
            }
        }
        let page = with_part(&with_loader(PAGE, &dist), &dist, "explorer");
        for link in [
            "<link rel=\"modulepreload\" href=\"/b/split-0123456789abcdef.js\">",
            "<link rel=\"preload\" href=\"/b/split_explorer-0123456789abcdef.wasm\" as=\"fetch\">",
        ] {
            assert_eq!(page.matches(link).count(), 1, "{page}");
        }
        assert_eq!(with_part(&with_loader(&page, &dist), &dist, "explorer"), page);
        std::fs::remove_dir_all(dist).unwrap();
        std::fs::remove_dir_all(parts).unwrap();
    }

    #[test]
    fn a_whole_application_is_left_alone() {
        let dist = folder("whole", &[("app-0123456789abcdef.js", "export {}")]);
        install(&dist, Path::new("/nowhere")).unwrap();
        assert_eq!(files(&dist), ["app-0123456789abcdef.js"]);
        assert_eq!(with_part(&with_loader(PAGE, &dist), &dist, "explorer"), PAGE);
        std::fs::remove_dir_all(dist).unwrap();
    }
}
