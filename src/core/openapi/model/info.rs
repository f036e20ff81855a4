//! What a document says of itself.

use crate::core::openapi::reader::Reader;
use crate::core::openapi::reference::Node;
use serde_json::Value;

/// The Info Object.
#[derive(Debug, Clone, Default)]
pub struct Info<'a> {
    /// Name of the API.
    pub title: Option<&'a str>,
    /// Version of the API (not of OpenAPI).
    pub version: Option<String>,
    /// One line.
    pub summary: Option<&'a str>,
    /// Markdown.
    pub description: Option<&'a str>,
    /// Address of the terms of service.
    pub terms_of_service: Option<&'a str>,
    /// Whom to ask.
    pub contact: Option<Contact<'a>>,
    /// What one may do with the API.
    pub license: Option<License<'a>>,
    /// The object as written, with its extensions.
    pub value: Option<&'a Value>,
}

/// The Contact Object.
#[derive(Debug, Clone, Default)]
pub struct Contact<'a> {
    /// A person or a team.
    pub name: Option<&'a str>,
    /// Address of a page.
    pub url: Option<&'a str>,
    /// E-mail address.
    pub email: Option<&'a str>,
}

/// The License Object.
#[derive(Debug, Clone, Default)]
pub struct License<'a> {
    /// Name.
    pub name: Option<&'a str>,
    /// SPDX expression (3.1).
    pub identifier: Option<&'a str>,
    /// Address of the text.
    pub url: Option<&'a str>,
}

/// The External Documentation Object.
#[derive(Debug, Clone)]
pub struct ExternalDocs<'a> {
    /// Address.
    pub url: &'a str,
    /// Markdown.
    pub description: Option<&'a str>,
}

impl<'a> Reader<'a> {
    pub(crate) fn info(&mut self) -> Info<'a> {
        let root = self.root();
        let Some(node) = self.object(&root, "info") else { return Info::default() };
        let contact = self.object(&node, "contact").map(|contact| Contact {
            name: self.text(&contact, "name"),
            url: self.text(&contact, "url"),
            email: self.text(&contact, "email"),
        });
        let license = self.object(&node, "license").map(|license| License {
            name: self.text(&license, "name"),
            identifier: self.text(&license, "identifier"),
            url: self.text(&license, "url"),
        });
        Info {
            title: self.required_text(&node, "title"),
            version: self.scalar(&node, "version"),
            summary: self.text(&node, "summary"),
            description: self.text(&node, "description"),
            terms_of_service: self.text(&node, "termsOfService"),
            contact,
            license,
            value: Some(node.value),
        }
    }

    /// The `externalDocs` of any part.
    pub(crate) fn external_docs(&mut self, node: &Node<'a>) -> Option<ExternalDocs<'a>> {
        let node = self.object(node, "externalDocs")?;
        let url = self.required_text(&node, "url")?;
        Some(ExternalDocs { url, description: self.text(&node, "description") })
    }
}
