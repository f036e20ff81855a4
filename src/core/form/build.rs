//! From an operation to its form.

use super::control::{Fields, plain};
use super::security::requirement;
use super::view::{BodyForm, BodyKind, Form, MediaForm, ParameterForm, ServerForm, VariableForm};
use crate::core::authorization::{Origin, origins};
use crate::core::openapi::{Documents, MediaType, Operation, Parameter, Server, Variable};
use crate::core::request::body::Format;

/// Most of anything that a document lists: a person does not choose among more.
pub(super) const MOST: usize = 300;

/// The form of `operation`.
pub fn form<'a>(operation: &Operation<'a>, documents: &'a dyn Documents) -> Form {
    let mut fields = Fields::new(documents);
    let body = operation.request_body.as_ref().filter(|body| !body.content.is_empty());
    let successful = operation.responses.iter().filter(|response| response.status.is_success());
    let described = successful.flat_map(|response| &response.content).map(|media| media.name.as_ref());
    let mut accepted: Vec<String> = Vec::new();
    for name in operation.produces.iter().copied().chain(described).take(MOST) {
        if !accepted.iter().any(|known| known == name) {
            accepted.push(name.to_owned());
        }
    }
    Form {
        servers: operation.servers.iter().take(MOST).map(server).collect(),
        origins: origins(&operation.servers).iter().map(Origin::to_string).collect(),
        parameters: operation.parameters.iter().take(MOST).map(|one| parameter(one, &mut fields)).collect(),
        body: body.map(|body| BodyForm {
            required: body.required,
            media: body.content.iter().take(MOST).map(|one| media(one, &mut fields)).collect(),
        }),
        security: operation.security.iter().take(MOST).map(requirement).collect(),
        accepted,
    }
}

fn server(server: &Server<'_>) -> ServerForm {
    let variable = |one: &Variable<'_>| VariableForm {
        name: one.name.to_owned(),
        default: one.default.clone(),
        values: one.values.clone(),
    };
    ServerForm {
        url: server.url.to_string(),
        address: server.address(|_| None),
        description: plain(server.description.unwrap_or_default()),
        variables: server.variables.iter().take(MOST).map(variable).collect(),
    }
}

fn parameter<'a>(parameter: &Parameter<'a>, fields: &mut Fields<'a>) -> ParameterForm {
    let content = parameter.content.as_ref().and_then(|media| media.schema.as_ref());
    let schema = parameter.schema.as_ref().or(content);
    let mut field = fields.field(parameter.name, parameter.required, schema.into_iter().cloned().collect());
    if let Some(description) = parameter.description {
        field.hint = plain(description);
    }
    field.deprecated |= parameter.deprecated;
    field.example = Fields::example(&parameter.examples).or(field.example);
    ParameterForm { location: parameter.location.id().to_owned(), field }
}

fn media<'a>(media: &MediaType<'a>, fields: &mut Fields<'a>) -> MediaForm {
    let parts = media.schema.clone().into_iter().collect();
    let kind = match Format::of(&media.name) {
        Format::Json => BodyKind::Json,
        Format::Xml => BodyKind::Xml,
        Format::UrlEncoded | Format::Multipart => BodyKind::Fields,
        Format::JsonLines | Format::JsonSequence => BodyKind::Text,
        Format::Other if media.name.to_ascii_lowercase().starts_with("text/") => BodyKind::Text,
        Format::Other => BodyKind::File,
    };
    let mut field = match kind {
        BodyKind::Fields => fields.form(parts),
        BodyKind::Json | BodyKind::Xml | BodyKind::Text | BodyKind::File => fields.field("", false, parts),
    };
    field.example = Fields::example(&media.examples).or(field.example);
    MediaForm { name: media.name.to_string(), kind, field }
}
