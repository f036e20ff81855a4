//! Samples of the schemas of real documents, and `catalogue openapi samples` as its users run it.

use crate::openapi::{documents_in, run};
use catalogue::core::openapi::schema::check::{Dialect, Failure, Schemas};
use catalogue::core::openapi::schema::sample::{Options, Sampler};
use catalogue::core::openapi::{Document, NoDocuments, SchemaNode};
use serde_json::{Value, json};
use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn samples_of_real_schemas_fit() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shared = root.join("../../shared");
    let mut files: Vec<PathBuf> = documents_in(&root.join("public/apis"));
    if shared.exists() {
        files.extend(documents_in(&shared.join("specs")));
        files.extend(documents_in(&shared.join("data/apigouv/openapi")));
    }
    let (mut all, mut good) = (0, 0);
    for file in files {
        let (document, _) = Document::read(&fs::read(&file).unwrap(), &file.to_string_lossy());
        let modern = document.version().is_some_and(|version| version.has_json_schema());
        let dialect = if modern { Dialect::Draft202012 } else { Dialect::OpenApi30 };
        let start = std::time::Instant::now();
        let schemas = Schemas::new(document.value(), dialect);
        let indexed = start.elapsed();
        let sampler = Sampler::new(&document, &NoDocuments);
        let mut n = 0;
        for holder in ["/components/schemas", "/definitions"] {
            let named = document.value().pointer(holder).and_then(Value::as_object);
            for (name, value) in named.into_iter().flatten() {
                let pointer = format!("{holder}/{}", name.replace('~', "~0").replace('/', "~1"));
                let node = SchemaNode { document: &document, pointer: pointer.clone(), value: Cow::Borrowed(value) };
                let begin = std::time::Instant::now();
                let sample = sampler.sample(&[node], &Options::default());
                if begin.elapsed().as_millis() > 200 {
                    println!("SLOW {} {} {:?}", file.display(), pointer, begin.elapsed());
                }
                let failures: Vec<Failure> = schemas.check(&pointer, &sample.value);
                all += 1;
                n += 1;
                if failures.is_empty() {
                    good += 1
                } else {
                    println!(
                        "BAD {} {} cut={} {}\n    {:?}",
                        file.file_name().unwrap().display(),
                        pointer,
                        sample.cut,
                        sample.value.to_string().chars().take(300).collect::<String>(),
                        failures.iter().take(3).map(|f| (&f.instance, &f.schema, &f.message.en)).collect::<Vec<_>>()
                    );
                }
            }
        }
        println!("{} {n} schemas, index {indexed:?} total {:?}", file.display(), start.elapsed());
    }
    println!("{good} of {all}");
    let _ = json!(1);
    let _ = run;
}
