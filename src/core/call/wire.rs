//! How the parts of a draft are written as JSON: keys of parameters as one text, files as what names them.
//!
//! Never here: the bytes of a file.

use super::draft::ParameterKey;
use crate::core::request::File;
use crate::core::request::style::Location;
use serde::{Deserialize, Serialize};

/// `query:page`.
impl From<ParameterKey> for String {
    fn from(key: ParameterKey) -> Self {
        [key.location.id(), ":", &key.name].concat()
    }
}

impl TryFrom<String> for ParameterKey {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let key = text.split_once(':').and_then(|(location, name)| {
            let location = Location::parse(location)?;
            Some(Self { location, name: name.to_owned() })
        });
        key.ok_or("not the key of a parameter")
    }
}

/// A file without its bytes. Its size is for whoever reads the JSON: a file that is read back is empty.
#[derive(Serialize, Deserialize)]
struct FileName {
    #[serde(default)]
    name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    media_type: String,
    #[serde(default)]
    size: usize,
}

impl FileName {
    fn of(file: &File) -> Self {
        Self { name: file.name.clone(), media_type: file.media_type.clone(), size: file.bytes.len() }
    }

    fn file(self) -> File {
        File { name: self.name, media_type: self.media_type, bytes: Vec::new() }
    }
}

/// One file.
pub(super) mod file {
    use super::{File, FileName};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(in crate::core::call) fn serialize<S: Serializer>(file: &File, serializer: S) -> Result<S::Ok, S::Error> {
        FileName::of(file).serialize(serializer)
    }

    pub(in crate::core::call) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<File, D::Error> {
        FileName::deserialize(deserializer).map(FileName::file)
    }
}

/// Several files.
pub(super) mod files {
    use super::{File, FileName};
    use serde::{Deserialize, Deserializer, Serializer};

    pub(in crate::core::call) fn serialize<S: Serializer>(files: &[File], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(files.iter().map(FileName::of))
    }

    pub(in crate::core::call) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<File>, D::Error> {
        let names: Vec<FileName> = Vec::deserialize(deserializer)?;
        Ok(names.into_iter().map(FileName::file).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::core::call::{Content, Draft, DraftBody, Field, Given, ParameterKey, ServerChoice};
    use crate::core::request::File;
    use crate::core::request::style::Location;
    use serde_json::{from_value, json, to_value};

    #[test]
    fn defaults_credentials_and_bytes_are_not_written() {
        let mut draft = Draft::default();
        draft.credentials.insert("key".into(), Given::Value("s3cr3t".into()));
        assert_eq!(to_value(&draft).unwrap(), json!({}));
        let key = ParameterKey { location: Location::Query, name: "a:b".into() };
        draft.parameters.insert(key, json!(null));
        draft.server = ServerChoice::Other("https://a.fr".into());
        let file = File { name: "é.png".into(), media_type: "image/png".into(), bytes: vec![1, 2, 3] };
        let fields = vec![("f".into(), Field::Files(vec![file])), ("n".into(), Field::Value(json!(1)))];
        draft.body = Some(DraftBody { media_type: None, content: Content::Fields(fields) });
        let written = to_value(&draft).unwrap();
        assert_eq!(
            written,
            json!({"server": {"other": "https://a.fr"}, "parameters": {"query:a:b": null}, "body": {"content": {"fields":
                [["f", {"files": [{"name": "é.png", "media_type": "image/png", "size": 3}]}], ["n", {"value": 1}]]}}})
        );
        let mut read: Draft = from_value(written).unwrap();
        assert!(read.credentials.is_empty());
        let mut files = read.files_mut();
        assert_eq!((files.len(), files[0].name.as_str(), files[0].bytes.len()), (1, "é.png", 0));
        files[0].bytes = vec![1, 2, 3];
        draft.credentials.clear();
        assert_eq!(read, draft, "bytes given back");
    }

    #[test]
    fn wrong_shapes_are_refused_and_unknown_keys_passed_over() {
        for (written, is_read) in [
            (json!({"unknown": 1, "server": {"listed": {}}}), true),
            (json!({"credentials": {"key": {"value": "x"}}}), true),
            (json!({"parameters": {"nowhere:x": 1}}), false),
            (json!({"parameters": []}), false),
            (json!({"server": {"listed": {"index": -1}}}), false),
            (json!({"body": {"content": {"file": 3}}}), false),
        ] {
            let read = from_value::<Draft>(written.clone());
            assert_eq!(read.is_ok(), is_read, "{written}");
            assert!(read.map_or(true, |draft| draft.credentials.is_empty()));
        }
    }
}
