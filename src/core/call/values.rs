//! [`values`]: what a draft sends, value by value, each with the schema it should follow.

use super::body::choose;
use super::draft::{Content, Draft, Field, ParameterKey};
use super::{composed, problem, structured};
use crate::core::openapi::{Documents, Operation, SchemaNode};
use crate::core::pointer;
use crate::core::problem::Problem;
use crate::core::request::body::Format;
use serde_json::{Map, Value};

/// A value that a call sends.
#[derive(Debug, Clone)]
pub struct SentValue<'a> {
    /// Address of its field: `/query/limit`, `/body`.
    pub address: String,
    /// What the document says of it.
    pub schema: SchemaNode<'a>,
    /// The value, as it is before it is written.
    pub value: Value,
}

/// The values that `draft` sends and that a schema describes. Texts that should be JSON and are not are problems.
pub fn values<'a>(
    operation: &Operation<'a>,
    draft: &Draft,
    documents: &'a dyn Documents,
) -> (Vec<SentValue<'a>>, Vec<Problem>) {
    let (mut values, mut problems) = (Vec::new(), Vec::new());
    for parameter in &operation.parameters {
        let content = parameter.content.as_ref().and_then(|media| media.schema.as_ref());
        let Some(schema) = parameter.schema.as_ref().or(content) else { continue };
        let Some(value) = draft.parameters.get(&ParameterKey::of(parameter)) else { continue };
        let value = structured(value, composed(Some(schema), documents).as_ref());
        let address = pointer::child(&pointer::child("", parameter.location.id()), parameter.name);
        values.push(SentValue { address, schema: schema.clone(), value });
    }
    let (Some(body), Some(draft)) = (&operation.request_body, &draft.body) else { return (values, problems) };
    let media = choose(body, draft);
    let Some((media, schema)) = media.and_then(|media| Some((media, media.schema.as_ref()?))) else {
        return (values, problems);
    };
    let is_json = Format::of(&media.name) == Format::Json;
    let value = match &draft.content {
        Content::Value(value) => Some(value.clone()),
        Content::Text(text) if is_json => match serde_json::from_str(text) {
            Ok(value) => Some(value),
            Err(error) => {
                problems.push(problem::not_json(&error));
                None
            }
        },
        Content::Fields(fields) => {
            let value = |field: &Field| match field {
                Field::Value(value) => value.clone(),
                // The content of files is theirs: that they are there is enough.
                Field::Files(files) if files.len() == 1 => Value::from(""),
                Field::Files(files) => files.iter().map(|_| Value::from("")).collect(),
            };
            Some(Value::Object(fields.iter().map(|(name, field)| (name.clone(), value(field))).collect::<Map<_, _>>()))
        }
        Content::Text(_) | Content::File(_) => None,
    };
    values.extend(value.map(|value| SentValue { address: "/body".to_owned(), schema: schema.clone(), value }));
    (values, problems)
}
