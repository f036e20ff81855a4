//! [`Channel`]: a way, declared in `site.json`, by which a page that a producer wrote reaches those who publish it.

use crate::core::address::{Email, HttpUrl};
use crate::core::authorization::Origin;
use crate::core::path::RelativePath;
use serde::{Deserialize, Serialize};

/// One way to publish.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub enum Channel {
    /// A repository that holds the content.
    Forge(Forge),
    /// An address of the operator that takes JSON.
    Post(SecureUrl),
    /// A mailbox of the team.
    Mail(Email),
}

/// A repository that holds the content, and where to write in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forge {
    /// What runs there.
    pub kind: ForgeKind,
    /// Its web address: `https://github.com`.
    pub url: SecureUrl,
    /// Root of its REST API, where it is not the usual one.
    pub api: Option<SecureUrl>,
    /// `owner/name`; on GitLab, with groups.
    pub repository: RelativePath,
    /// The branch that is published.
    pub branch: RelativePath,
    /// The content folder; the root of the repository without it.
    pub folder: Option<RelativePath>,
}

/// A kind of forge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ForgeKind {
    /// GitHub and GitHub Enterprise Server.
    Github,
    /// GitLab.
    Gitlab,
    /// Forgejo, and Gitea, whose API it keeps.
    Forgejo,
}

impl ForgeKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Github, Self::Gitlab, Self::Forgejo];

    /// Its name in `site.json`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::Forgejo => "forgejo",
        }
    }

    /// Its name for readers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Github => "GitHub",
            Self::Gitlab => "GitLab",
            Self::Forgejo => "Forgejo",
        }
    }
}

impl Forge {
    /// Root of the REST API, without a last `/`.
    pub fn api_root(&self) -> String {
        if let Some(api) = &self.api {
            return api.root().to_owned();
        }
        let root = self.url.root();
        match self.kind {
            ForgeKind::Github if root.eq_ignore_ascii_case("https://github.com") => "https://api.github.com".to_owned(),
            ForgeKind::Github => [root, "/api/v3"].concat(),
            ForgeKind::Gitlab => [root, "/api/v4"].concat(),
            ForgeKind::Forgejo => [root, "/api/v1"].concat(),
        }
    }

    /// The web page of the repository.
    pub fn page(&self) -> String {
        [self.url.root(), "/", self.repository.as_str()].concat()
    }
}

/// An address to which a token may be sent: encrypted, or of this machine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SecureUrl(HttpUrl);

impl SecureUrl {
    /// What [`SecureUrl::parse`] accepts, as a regular expression, for JSON Schemas.
    pub const PATTERN: &str = "^([hH][tT][tT][pP][sS]://[^\\s/?#@]+|[hH][tT][tT][pP]://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?)([/?#]\\S*)?$";

    /// Parses an `https` address, or an `http` one of this machine, without a user.
    pub fn parse(text: &str) -> Option<Self> {
        let url = HttpUrl::parse(text)?;
        let origin = Origin::parse(text)?;
        (origin.is_secure() || origin.is_loopback()).then_some(Self(url))
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The address as one to show in a page.
    pub fn as_url(&self) -> &HttpUrl {
        &self.0
    }

    /// The address without query, fragment or last `/`.
    pub fn root(&self) -> &str {
        self.as_str().split(['?', '#']).next().unwrap_or_default().trim_end_matches('/')
    }
}

impl TryFrom<String> for SecureUrl {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or_else(|| format!("`{text}` is not an https address"))
    }
}

impl From<SecureUrl> for String {
    fn from(url: SecureUrl) -> Self {
        url.0.into()
    }
}

/// A channel as `site.json` writes it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    url: Option<SecureUrl>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    api: Option<SecureUrl>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    repository: Option<RelativePath>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    branch: Option<RelativePath>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    folder: Option<RelativePath>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    email: Option<Email>,
}

impl TryFrom<Written> for Channel {
    type Error = &'static str;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        let Written { kind, url, api, repository, branch, folder, email } = written;
        let forge = ForgeKind::ALL.into_iter().find(|known| known.id() == kind);
        match (kind.as_str(), forge, url, repository, branch, email) {
            (_, Some(kind), Some(url), Some(repository), Some(branch), None) => {
                Ok(Self::Forge(Forge { kind, url, api, repository, branch, folder }))
            }
            ("post", _, Some(url), None, None, None) => Ok(Self::Post(url)),
            ("mail", _, None, None, None, Some(email)) => Ok(Self::Mail(email)),
            _ => Err("not a channel of publication"),
        }
    }
}

impl From<Channel> for Written {
    fn from(channel: Channel) -> Self {
        match channel {
            Channel::Forge(Forge { kind, url, api, repository, branch, folder }) => Self {
                kind: kind.id().to_owned(),
                url: Some(url),
                api,
                repository: Some(repository),
                branch: Some(branch),
                folder,
                email: None,
            },
            Channel::Post(url) => Self { kind: "post".to_owned(), url: Some(url), ..Self::default() },
            Channel::Mail(email) => Self { kind: "mail".to_owned(), email: Some(email), ..Self::default() },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn tokens_travel_encrypted_or_stay_here() {
        let good =
            ["https://a.fr", "https://a.fr/x?y#z", "http://127.0.0.1:8080/a", "http://localhost", "http://[::1]:1/"];
        let bad = [
            "http://a.fr",
            "https://u:p@a.fr",
            "ftp://a.fr",
            "http://127.0.0.1.a.fr",
            "https://",
            "a.fr",
            "https://a b",
        ];
        let schema = json!({"pattern": SecureUrl::PATTERN});
        for text in good {
            assert!(SecureUrl::parse(text).is_some() && jsonschema::is_valid(&schema, &json!(text)), "{text}");
        }
        for text in bad {
            assert!(SecureUrl::parse(text).is_none() && !jsonschema::is_valid(&schema, &json!(text)), "{text}");
        }
    }

    fn forge(kind: &str, url: &str) -> Forge {
        let written = json!({"kind": kind, "url": url, "repository": "a/b", "branch": "main"});
        match serde_json::from_value(written).unwrap() {
            Channel::Forge(forge) => forge,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_api_is_where_each_forge_has_it() {
        for (kind, url, expect) in [
            ("github", "https://github.com", "https://api.github.com"),
            ("github", "https://git.example.org/", "https://git.example.org/api/v3"),
            ("gitlab", "https://gitlab.com", "https://gitlab.com/api/v4"),
            ("gitlab", "https://a.fr/git/?x#y", "https://a.fr/git/api/v4"),
            ("forgejo", "https://codeberg.org", "https://codeberg.org/api/v1"),
        ] {
            assert_eq!(forge(kind, url).api_root(), expect);
        }
        let other = Forge { api: SecureUrl::parse("https://x.fr/rest/"), ..forge("github", "https://a.fr") };
        assert_eq!((other.api_root().as_str(), other.page().as_str()), ("https://x.fr/rest", "https://a.fr/a/b"));
    }

    #[test]
    fn channels_come_back_as_they_were_written() {
        for good in [
            json!({"kind": "gitlab", "url": "https://a.fr", "repository": "a/b/c", "branch": "main", "folder": "public"}),
            json!({"kind": "github", "url": "https://a.fr", "api": "https://b.fr", "repository": "a/b", "branch": "main"}),
            json!({"kind": "post", "url": "https://a.fr/hook?x=1"}),
            json!({"kind": "mail", "email": "a@b.fr"}),
        ] {
            let channel: Channel = serde_json::from_value(good.clone()).unwrap();
            assert_eq!(serde_json::to_value(channel).unwrap(), good);
        }
        for bad in [
            json!({"kind": "github", "url": "https://a.fr"}),
            json!({"kind": "post", "url": "http://a.fr"}),
            json!({"kind": "post", "email": "a@b.fr"}),
            json!({"kind": "mail"}),
            json!({"kind": "fax", "url": "https://a.fr"}),
        ] {
            assert!(serde_json::from_value::<Channel>(bad.clone()).is_err(), "{bad}");
        }
    }
}
