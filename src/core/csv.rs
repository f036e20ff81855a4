//! Lines of CSV (RFC 4180) that spreadsheets open without harm.

/// Adds a line of `cells`, all of them between quotes.
pub(in crate::core) fn line(text: &mut String, cells: &[&str]) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        text.push('"');
        // Spreadsheets take what begins so for a formula and run it; the apostrophe says it is a text.
        if cell.trim_start().starts_with(['=', '+', '-', '@']) || cell.starts_with(['\t', '\r', '\n']) {
            text.push('\'');
        }
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    }
    text.push_str("\r\n");
}
