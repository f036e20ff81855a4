//! ZIP archives: [`archive`] writes several files as one, stored without compression; [`read()`] reads what it or any
//! common tool wrote.
//!
//! The same files always give the same bytes: dates are fixed. Never here: compressing, files on a disk.

mod read;

pub use read::{ReadError, read};

use super::i18n::Text;
use super::problem::{Place, Problem};

/// 1 January 1980, midnight: the first date the format can write.
const DATE: u16 = 1 << 5 | 1;
/// Bit 11 of the flags: names are UTF-8.
const UTF_8: u16 = 1 << 11;
/// Version 2.0 of the format, the first with folders.
const VERSION: u16 = 20;

/// The archive of `files`: paths with `/` between folders, and contents. Paths are taken as they are.
pub fn archive(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, TooLarge> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (path, content) in files {
        let offset = number(bytes.len())?;
        let size = number(content.len())?;
        let name_length = u16::try_from(path.len()).map_err(|_| TooLarge)?;
        let mut header = Vec::new();
        for field in [VERSION, UTF_8, 0, 0, DATE] {
            header.extend(field.to_le_bytes());
        }
        for field in [crc_32(content), size, size] {
            header.extend(field.to_le_bytes());
        }
        header.extend(name_length.to_le_bytes());
        header.extend([0, 0]);
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&header);
        bytes.extend(path.as_bytes());
        bytes.extend(content);
        directory.extend(b"PK\x01\x02");
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&header);
        // No comment, first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(path.as_bytes());
    }
    let count = u16::try_from(files.len()).map_err(|_| TooLarge)?;
    let (start, length) = (number(bytes.len())?, number(directory.len())?);
    bytes.extend(directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend(count.to_le_bytes());
    bytes.extend(count.to_le_bytes());
    bytes.extend(length.to_le_bytes());
    bytes.extend(start.to_le_bytes());
    bytes.extend([0, 0]);
    Ok(bytes)
}

fn number(length: usize) -> Result<u32, TooLarge> {
    u32::try_from(length).map_err(|_| TooLarge)
}

/// The sum the format asks for, bit by bit: a table would weigh more than it saves here.
fn crc_32(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for &byte in bytes {
        sum ^= u32::from(byte);
        for _ in 0..8 {
            sum = sum >> 1 ^ (0xEDB8_8320 & (sum & 1).wrapping_neg());
        }
    }
    !sum
}

/// The format has no room for so many files, or so large ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge;

impl TooLarge {
    /// What happened and what to do.
    pub fn problem(self) -> Problem {
        let what = Text::new(
            "L’archive dépasse ce que le format ZIP peut contenir\u{202f}: 4\u{202f}Go, 65\u{202f}535 fichiers.",
            "The archive is larger than the ZIP format can hold: 4 GB, 65,535 files.",
        );
        let mend = Text::new("Exportez moins d’éléments à la fois.", "Export fewer items at once.");
        Problem::error("archive-too-large", Place::default(), what, mend)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_those_of_the_standard() {
        for (text, expect) in [("", 0), ("123456789", 0xCBF4_3926), ("a", 0xE8B7_BE43)] {
            assert_eq!(crc_32(text.as_bytes()), expect, "{text}");
        }
    }

    #[test]
    fn what_the_format_cannot_write_is_refused() {
        let long = ("a".repeat(70_000), Vec::new());
        assert_eq!(archive(&[long]).unwrap_err().problem().code, "archive-too-large");
        let many: Vec<_> = (0..65_536).map(|_| (String::new(), Vec::new())).collect();
        assert_eq!(archive(&many), Err(TooLarge));
        assert_eq!(archive(&[]).unwrap().len(), 22, "an empty archive is its end record");
    }
}
