//! What is measured, the same on every machine. Times are in milliseconds.

use catalogue::core::openapi::{Document, NoDocuments, OperationId, outline};
use serde_json::{Value, json};

/// Operations opened, evenly spread over the document.
const SAMPLES: usize = 300;
/// Times each is opened; the shortest counts, since other programs share the machine.
const TRIES: usize = 3;

/// The means of measuring that a machine offers.
pub trait Machine {
    /// Milliseconds since some instant.
    fn now(&self) -> f64;
    /// Bytes of memory taken by the program.
    fn memory(&self) -> f64;
}

/// Reads a document, lists it, opens its operations. `load` gives its bytes; reading counts from when they are there.
pub fn measure(machine: &dyn Machine, load: impl FnOnce() -> Vec<u8>) -> Value {
    let memory = machine.memory();
    let bytes = load();
    let size = bytes.len();
    let start = machine.now();
    let (document, problems) = Document::read(&bytes, "measured.json");
    drop(bytes);
    let read = machine.now() - start;
    let listed = outline(&document);
    let outlined = machine.now() - start;
    let held = machine.memory() - memory;
    let identifiers: Vec<OperationId> =
        document.operations(&NoDocuments).0.into_iter().map(|operation| operation.id).collect();
    let mut first = 0.0;
    let mut opened = Vec::new();
    let step = (identifiers.len() / SAMPLES).max(1);
    for id in identifiers.iter().step_by(step) {
        let time = (0..TRIES).map(|_| {
            let start = machine.now();
            let found = document.operation(id, &NoDocuments);
            let time = machine.now() - start;
            assert!(found.is_some(), "{id} is not found");
            if opened.is_empty() && first == 0.0 {
                first = time;
            }
            time
        });
        let shortest = time.fold(f64::INFINITY, f64::min);
        opened.push(shortest);
    }
    opened.sort_by(f64::total_cmp);
    json!({
        "bytes": size,
        "problems": problems.len(),
        "operations": listed.map_or(0, |outline| outline.operations.len()),
        "read": read,
        "outline": outlined,
        "first": first,
        "median": opened.get(opened.len() / 2),
        "longest": opened.last(),
        "held": held,
        "heldAfter": machine.memory() - memory,
    })
}
