//! Reading an archive that anybody may have made: names lead nowhere but below it, sizes are bounded before anything is
//! inflated, sums are checked.

use super::crc_32;
use crate::core::i18n::Text;
use crate::core::problem::{Place, Problem};
use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// Most files of an archive: the folder of one API has a few.
const MOST_FILES: u16 = 1_000;
/// Length of the record that ends an archive, without its comment.
const END: usize = 22;
/// What stands for a number that does not fit, and is elsewhere (ZIP64).
const ELSEWHERE: u32 = u32::MAX;

/// Why an archive is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// It is no ZIP archive.
    Foreign,
    /// It stops too early, or says two things of one file.
    Damaged,
    /// It uses a part of the format that is not read: encryption, another compression, several disks.
    Unsupported,
    /// A name that leads out of the archive.
    Unsafe(String),
    /// It holds more than may be read.
    Large,
}

impl ReadError {
    /// What happened and what to do.
    pub fn problem(&self) -> Problem {
        let again = || {
            Text::new(
                "Choisissez l’archive (.zip) que l’assistant a enregistrée. Rien n’a changé ici.",
                "Choose the archive (.zip) that the wizard saved. Nothing was changed here.",
            )
        };
        let (code, what) = match self {
            Self::Foreign => {
                ("archive-foreign", Text::new("Le fichier n’est pas une archive ZIP.", "The file is no ZIP archive."))
            }
            Self::Damaged => (
                "archive-damaged",
                Text::new("L’archive est abîmée ou incomplète.", "The archive is damaged or incomplete."),
            ),
            Self::Unsupported => (
                "archive-unsupported",
                Text::new(
                    "L’archive est chiffrée, ou compressée d’une manière qui n’est pas lue ici.",
                    "The archive is encrypted, or compressed in a way that is not read here.",
                ),
            ),
            Self::Unsafe(name) => (
                "archive-unsafe",
                Text::new(
                    format!(
                        "L’archive contient un fichier dont le nom mène hors d’elle\u{202f}: «\u{202f}{name}\u{202f}»."
                    ),
                    format!("The archive holds a file whose name leads out of it: “{name}”."),
                ),
            ),
            Self::Large => (
                "archive-large",
                Text::new(
                    "L’archive contient trop de fichiers, ou de trop gros\u{202f}: ce n’est pas le dossier d’une API.",
                    "The archive holds too many files, or too large ones: it is not the folder of one API.",
                ),
            ),
        };
        Problem::error(code, Place::default(), what, again())
    }
}

/// The files of an archive, in its order: paths and contents. Folders are left out. `most` is what the contents may hold
/// together, in bytes.
pub fn read(bytes: &[u8], most: usize) -> Result<Vec<(String, Vec<u8>)>, ReadError> {
    let end = end(bytes)?;
    let (count, start) = (u16_at(end, 10)?, u32_at(end, 16)?);
    if u16_at(end, 4)? != 0 || u16_at(end, 6)? != 0 || start == ELSEWHERE || count == u16::MAX {
        return Err(ReadError::Unsupported);
    }
    if count > MOST_FILES {
        return Err(ReadError::Large);
    }
    let mut directory = bytes.get(start as usize..).ok_or(ReadError::Damaged)?;
    let contents = bytes.get(..start as usize).ok_or(ReadError::Damaged)?;
    let (mut files, mut left) = (Vec::new(), most);
    for _ in 0..count {
        let (entry, rest) = Entry::read(directory)?;
        directory = rest;
        if entry.name.ends_with('/') {
            continue;
        }
        let name = safe(entry.name)?;
        left = left.checked_sub(entry.size).ok_or(ReadError::Large)?;
        files.push((name, entry.content(contents)?));
    }
    Ok(files)
}

/// The record that ends an archive; a comment may follow it.
fn end(bytes: &[u8]) -> Result<&[u8], ReadError> {
    if !bytes.starts_with(b"PK") {
        return Err(ReadError::Foreign);
    }
    let last = bytes.len().checked_sub(END).ok_or(ReadError::Damaged)?;
    let first = last.saturating_sub(usize::from(u16::MAX));
    let is_end = |at: &usize| {
        let record = bytes.get(*at..).unwrap_or_default();
        record.starts_with(b"PK\x05\x06")
            && u16_at(record, 20).is_ok_and(|length| record.len() == END + usize::from(length))
    };
    let at = (first..=last).rev().find(is_end).ok_or(ReadError::Damaged)?;
    bytes.get(at..).ok_or(ReadError::Damaged)
}

/// A file, as the directory of the archive tells it.
struct Entry<'a> {
    name: &'a str,
    /// Whether it is deflated (RFC 1951); stored otherwise.
    is_deflated: bool,
    sum: u32,
    packed: usize,
    size: usize,
    /// Where its own header is.
    at: usize,
}

impl<'a> Entry<'a> {
    /// The first file of `directory`, and what follows.
    fn read(directory: &'a [u8]) -> Result<(Self, &'a [u8]), ReadError> {
        const FIXED: usize = 46;
        if !directory.starts_with(b"PK\x01\x02") {
            return Err(ReadError::Damaged);
        }
        let (flags, method) = (u16_at(directory, 8)?, u16_at(directory, 10)?);
        let (packed, size, at) = (u32_at(directory, 20)?, u32_at(directory, 24)?, u32_at(directory, 42)?);
        let is_encrypted = flags & 1 != 0;
        if is_encrypted || !matches!(method, 0 | 8) || [packed, size, at].contains(&ELSEWHERE) {
            return Err(ReadError::Unsupported);
        }
        let [name, extra, comment] =
            [u16_at(directory, 28)?, u16_at(directory, 30)?, u16_at(directory, 32)?].map(usize::from);
        let text = directory.get(FIXED..FIXED + name).ok_or(ReadError::Damaged)?;
        let entry = Self {
            name: std::str::from_utf8(text).map_err(|_| ReadError::Damaged)?,
            is_deflated: method == 8,
            sum: u32_at(directory, 16)?,
            packed: packed as usize,
            size: size as usize,
            at: at as usize,
        };
        Ok((entry, directory.get(FIXED + name + extra + comment..).ok_or(ReadError::Damaged)?))
    }

    /// Its content; `contents` is all that comes before the directory.
    fn content(&self, contents: &[u8]) -> Result<Vec<u8>, ReadError> {
        const FIXED: usize = 30;
        let header = contents.get(self.at..).ok_or(ReadError::Damaged)?;
        if !header.starts_with(b"PK\x03\x04") {
            return Err(ReadError::Damaged);
        }
        let start = FIXED + usize::from(u16_at(header, 26)?) + usize::from(u16_at(header, 28)?);
        let end = start.checked_add(self.packed).ok_or(ReadError::Damaged)?;
        let packed = header.get(start..end).ok_or(ReadError::Damaged)?;
        let content = match self.is_deflated {
            true => decompress_to_vec_with_limit(packed, self.size).map_err(|_| ReadError::Damaged)?,
            false => packed.to_vec(),
        };
        let is_right = content.len() == self.size && crc_32(&content) == self.sum;
        if is_right { Ok(content) } else { Err(ReadError::Damaged) }
    }
}

/// A name that stays below the archive. Some tools of Windows write `\` between folders.
fn safe(name: &str) -> Result<String, ReadError> {
    let path = name.replace('\\', "/");
    let is_part = |part: &str| !matches!(part, "" | "." | "..") && !part.contains([':', '\0']);
    if path.split('/').all(is_part) { Ok(path) } else { Err(ReadError::Unsafe(name.to_owned())) }
}

fn u16_at(bytes: &[u8], at: usize) -> Result<u16, ReadError> {
    let field = bytes.get(at..at + 2).and_then(|field| field.try_into().ok());
    field.map(u16::from_le_bytes).ok_or(ReadError::Damaged)
}

fn u32_at(bytes: &[u8], at: usize) -> Result<u32, ReadError> {
    let field = bytes.get(at..at + 4).and_then(|field| field.try_into().ok());
    field.map(u32::from_le_bytes).ok_or(ReadError::Damaged)
}

#[cfg(test)]
mod tests {
    use super::super::archive;
    use super::*;
    use miniz_oxide::deflate::compress_to_vec;
    use proptest::collection::vec;
    use proptest::prelude::*;

    const MOST: usize = 10_000;

    fn files() -> Vec<(String, Vec<u8>)> {
        vec![
            ("apis/a/index.md".into(), b"# A\n".to_vec()),
            ("apis/é/x.json".into(), vec![0, 255]),
            ("vide".into(), vec![]),
        ]
    }

    /// An archive of one file as common tools write it: deflated, with extra fields, lengths after the content.
    fn deflated(name: &str, content: &[u8], said: usize) -> Vec<u8> {
        let packed = compress_to_vec(content, 6);
        let (sum, name_length) = (crc_32(content), u16::try_from(name.len()).unwrap().to_le_bytes());
        let number = |length: usize| u32::try_from(length).unwrap().to_le_bytes();
        let mut bytes = b"PK\x03\x04\x14\0\x08\x08\x08\0\0\0\0\0".to_vec();
        bytes.extend([0; 12]);
        bytes.extend(name_length);
        bytes.extend([4, 0]);
        bytes.extend(name.as_bytes());
        bytes.extend([9, 9, 0, 0]);
        bytes.extend(&packed);
        bytes.extend(b"PK\x07\x08");
        bytes.extend([sum.to_le_bytes(), number(packed.len()), number(said)].concat());
        let start = number(bytes.len());
        let mut directory = b"PK\x01\x02\x14\x03\x14\0\x08\x08\x08\0\0\0\0\0".to_vec();
        directory.extend([sum.to_le_bytes(), number(packed.len()), number(said)].concat());
        directory.extend(name_length);
        directory.extend([4, 0, 2, 0]);
        directory.extend([0; 12]);
        directory.extend(name.as_bytes());
        directory.extend([9, 9, 0, 0, b'!', b'!']);
        bytes.extend(&directory);
        bytes.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
        bytes.extend([number(directory.len()), start].concat());
        bytes.extend([2, 0, b'o', b'k']);
        bytes
    }

    #[test]
    fn what_was_written_is_read() {
        assert_eq!(read(&archive(&files()).unwrap(), MOST), Ok(files()));
        assert_eq!(read(&archive(&[]).unwrap(), MOST), Ok(Vec::new()));
        let content = b"openapi: 3.1.0\n".repeat(40);
        assert_eq!(read(&deflated("a\\b.yaml", &content, content.len()), MOST), Ok(vec![("a/b.yaml".into(), content)]));
        assert_eq!(read(&deflated("dossier/", b"", 0), MOST), Ok(Vec::new()));
    }

    #[test]
    fn what_is_hostile_is_refused() {
        for name in ["../a", "/a", "a//b", "a/./b", "C:\\a", "a/..", "a\0"] {
            let error = read(&archive(&[(name.into(), vec![])]).unwrap(), MOST).unwrap_err();
            assert_eq!(error, ReadError::Unsafe(name.into()));
            assert!(error.problem().what.fr.contains(name));
        }
        let bomb = vec![0; MOST + 1];
        assert_eq!(read(&deflated("a", &bomb, bomb.len()), MOST), Err(ReadError::Large));
        assert_eq!(read(&deflated("a", &bomb, 10), MOST), Err(ReadError::Damaged), "it says less than it holds");
        let many: Vec<_> = (0..=MOST_FILES).map(|rank| (rank.to_string(), Vec::new())).collect();
        assert_eq!(read(&archive(&many).unwrap(), MOST), Err(ReadError::Large));
        let encrypted = {
            let mut bytes = archive(&files()).unwrap();
            let at = bytes.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
            bytes[at + 8] |= 1;
            bytes
        };
        assert_eq!(read(&encrypted, MOST), Err(ReadError::Unsupported));
        assert_eq!(read(b"<html>", MOST), Err(ReadError::Foreign));
        assert_eq!(read(b"", MOST), Err(ReadError::Foreign));
        for error in [ReadError::Foreign, ReadError::Damaged, ReadError::Unsupported, ReadError::Large] {
            let problem = error.problem();
            assert!(problem.what.fr != problem.what.en && problem.mend.fr != problem.mend.en);
        }
    }

    #[test]
    fn what_stops_too_early_is_damaged() {
        let whole = archive(&files()).unwrap();
        for length in 2..whole.len() {
            assert_eq!(read(&whole[..length], MOST), Err(ReadError::Damaged), "{length}");
        }
    }

    proptest! {
        #![proptest_config(crate::core::testing::cases(256))]

        #[test]
        fn any_files_come_back(files in vec(("[a-zé/]{1,8}", vec(any::<u8>(), 0..40)), 0..5)) {
            let files: Vec<(String, Vec<u8>)> = files;
            let is_fine = files.iter().all(|(name, _)| safe(name).is_ok());
            let read = read(&archive(&files).unwrap(), MOST);
            match is_fine {
                true => prop_assert_eq!(read, Ok(files)),
                // A folder is left out, any other name is refused.
                false => prop_assert!(read.is_err() || read.is_ok_and(|read| read.len() < files.len())),
            }
        }

        #[test]
        fn nothing_panics(at in 0_usize..400, value in any::<u8>(), noise in vec(any::<u8>(), 0..60)) {
            let mut bytes = archive(&files()).unwrap();
            if let Some(byte) = bytes.get_mut(at) {
                *byte = value;
            }
            if let Ok(read) = read(&bytes, MOST) {
                prop_assert!(read.len() <= files().len());
            }
            let _ = super::read(&[b"PK".as_slice(), &noise].concat(), MOST);
        }
    }
}
