//! A call: what a person filled in for one operation, and the request it makes.
//!
//! Joins the two engines: `openapi` says what an operation takes, `request` writes it. The same [`Draft`] serves the
//! forms of the explorer, links that share a call, snippets and the command line.
//!
//! Never here: reading documents, encoding values, sending.

mod body;
mod draft;
mod edit;
mod example;
mod follow;
mod link;
mod problem;
mod security;
#[cfg(test)]
mod tests;
mod values;
mod wire;

pub use draft::{Content, Draft, DraftBody, Field, Given, ParameterKey, ServerChoice};
pub use example::example;
pub use follow::follow;
pub use link::{Answered, Lead, lead};
pub use values::{SentValue, values};

use crate::core::openapi::schema::compose::{Composed, SchemaType, compose};
use crate::core::openapi::{Documents, Operation, Parameter, SchemaNode, Version};
use crate::core::problem::Problem;
use crate::core::request::style::ParameterShape;
use crate::core::request::url::{Server, ServerVariable};
use crate::core::request::{self, Request, RequestInput, build};
use serde_json::Value;

/// The request that `draft` makes of `operation`. It is always whole: problems that are errors say why it should not be
/// sent yet.
pub fn request<'a>(operation: &Operation<'a>, draft: &Draft, documents: &'a dyn Documents) -> (Request, Vec<Problem>) {
    let (input, mut problems) = prepare(operation, draft, documents);
    let (request, found) = build(&input);
    problems.extend(found);
    (request, problems)
}

/// What [`build`] needs: the words of the document with the values of the person.
pub fn prepare<'a>(
    operation: &Operation<'a>,
    draft: &Draft,
    documents: &'a dyn Documents,
) -> (RequestInput, Vec<Problem>) {
    let mut problems = Vec::new();
    let parameters = operation.parameters.iter().map(|parameter| {
        let value = draft.parameters.get(&ParameterKey::of(parameter));
        let keeps_reserved_name = operation.version == Version::V2;
        request::Parameter { keeps_reserved_name, ..parameter_input(parameter, value, documents) }
    });
    let parameters = parameters.collect();
    let described = |key: &ParameterKey| operation.parameters.iter().any(|one| ParameterKey::of(one) == *key);
    problems.extend(draft.parameters.keys().filter(|key| !described(key)).map(problem::unknown_parameter));
    let (server, base) = server(operation, &draft.server);
    let body = body::input(operation, draft.body.as_ref(), documents, &mut problems);
    let credentials = security::credentials(operation, &draft.credentials, &mut problems);
    let input = RequestInput {
        method: operation.method.clone(),
        server,
        base,
        path: operation.path.to_owned(),
        parameters,
        accept: draft.accept.clone().or_else(|| accepted(operation)),
        body,
        credentials,
    };
    (input, problems)
}

fn parameter_input<'a>(
    parameter: &Parameter<'a>,
    value: Option<&Value>,
    documents: &'a dyn Documents,
) -> request::Parameter {
    let content = parameter.content.as_ref();
    let schema = parameter.schema.as_ref().or_else(|| content.and_then(|media| media.schema.as_ref()));
    let schema = composed(schema, documents);
    let shape = ParameterShape {
        name: parameter.name.to_owned(),
        location: parameter.location,
        style: parameter.style,
        explode: parameter.explode,
        allow_reserved: parameter.allow_reserved,
        allow_empty_value: parameter.allow_empty_value,
        content_type: content.map(|media| media.name.to_string()),
    };
    request::Parameter {
        shape,
        value: value.map(|value| structured(value, schema.as_ref())),
        required: parameter.required,
        secret: schema.is_some_and(|schema| schema.is_password()),
        keeps_reserved_name: false,
    }
}

/// What a schema says, all of it.
fn composed<'a>(schema: Option<&SchemaNode<'a>>, documents: &'a dyn Documents) -> Option<Composed<'a>> {
    schema.map(|schema| compose(std::slice::from_ref(schema), documents))
}

/// A list or an object typed as JSON, where the schema wants one of these and no text.
fn structured(value: &Value, schema: Option<&Composed<'_>>) -> Value {
    let (Value::String(text), Some(schema)) = (value, schema) else { return value.clone() };
    let types = schema.likely_types();
    let wants = |one: SchemaType| types.has(one) && !types.has(SchemaType::String);
    match serde_json::from_str(text) {
        Ok(list @ Value::Array(_)) if wants(SchemaType::Array) => list,
        Ok(object @ Value::Object(_)) if wants(SchemaType::Object) => object,
        _ => value.clone(),
    }
}

/// The chosen server, and what its address is relative to.
fn server(operation: &Operation<'_>, choice: &ServerChoice) -> (Server, Option<String>) {
    let base = operation.servers.first().map(|server| server.base_url().to_owned());
    match choice {
        ServerChoice::Other(url) => (Server { url: url.clone(), variables: Vec::new() }, base),
        ServerChoice::Listed { index, variables } => {
            let Some(server) = operation.servers.get(*index).or(operation.servers.first()) else {
                return (Server::default(), None);
            };
            let variable = |one: &crate::core::openapi::Variable<'_>| ServerVariable {
                name: one.name.to_owned(),
                value: variables.get(one.name).unwrap_or(&one.default).clone(),
                allowed: one.values.clone(),
            };
            let variables = server.variables.iter().map(variable).collect();
            (Server { url: server.url.to_string(), variables }, Some(server.base_url().to_owned()))
        }
    }
}

/// `Accept` when nobody chose: every media type that a successful answer may have.
fn accepted(operation: &Operation<'_>) -> Option<String> {
    let successful = operation.responses.iter().filter(|response| response.status.is_success());
    let described = successful.flat_map(|response| &response.content).map(|media| media.name.as_ref());
    let mut names: Vec<&str> = Vec::new();
    for name in operation.produces.iter().copied().chain(described) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| names.join(", "))
}
