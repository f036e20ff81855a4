//! [`build`]: everything a person filled in, joined into one [`Request`].

use super::auth::{SchemeCredential, apply};
use super::body::{self, BodyInput};
use super::headers::{Headers, is_method_forbidden_in_browsers, is_token};
use super::message::{Body, Request, Secret, SecretPlace, variable_name};
use super::style::{Location, ParameterShape, Pieces, serialise};
use super::url::{Server, join_url, server_url};
use crate::core::i18n::Text;
use crate::core::problem::{Place, Problem};
use serde_json::Value;

/// What a request is built from.
#[derive(Debug, Clone, Default)]
pub struct RequestInput {
    /// `get`, `POST`… Standard methods are written in upper case, others stay as they are.
    pub method: String,
    /// The chosen server.
    pub server: Server,
    /// Address of the document, for servers relative to it.
    pub base: Option<String>,
    /// Path template: `/pets/{id}`.
    pub path: String,
    /// The parameters, in the order of the description.
    pub parameters: Vec<Parameter>,
    /// What `Accept` asks for.
    pub accept: Option<String>,
    /// The body, when there is one.
    pub body: Option<BodyInput>,
    /// Every credential to send.
    pub credentials: Vec<SchemeCredential>,
}

/// A parameter and its value.
#[derive(Debug, Clone)]
pub struct Parameter {
    /// How it is written.
    pub shape: ParameterShape,
    /// Its value; `None` when it is not given, which is neither `null` nor an empty text.
    pub value: Option<Value>,
    /// Whether the description requires it.
    pub required: bool,
    /// Whether it must not be shown (`format: password`).
    pub secret: bool,
    /// Whether it is sent although its name is that of a header described elsewhere: OpenAPI 3 wants it ignored,
    /// OpenAPI 2.0 has no such rule.
    pub keeps_reserved_name: bool,
}

impl Parameter {
    /// An optional parameter that is no secret.
    pub fn new(shape: ParameterShape, value: Option<Value>) -> Self {
        Self { shape, value, required: false, secret: false, keeps_reserved_name: false }
    }
}

/// Builds the request. It is always whole: problems that are errors say why it should not be sent yet.
pub fn build(input: &RequestInput) -> (Request, Vec<Problem>) {
    let mut builder = Builder::default();
    for parameter in &input.parameters {
        builder.parameter(parameter);
    }
    if let Some(accept) = &input.accept {
        builder.headers.add("Accept", accept, &Place::default().at_pointer("/accept"), &mut builder.problems);
    }
    let method = builder.method(&input.method);
    let body = builder.body(input.body.as_ref(), &method);
    let (pairs, secrets) = apply(&input.credentials, &mut builder.headers, &mut builder.problems);
    builder.query.extend(pairs.iter().map(|(name, value)| format!("{name}={value}")));
    builder.secrets.extend(secrets);
    let (server, problems) = server_url(&input.server, input.base.as_deref());
    builder.problems.extend(problems);
    let (url, problems) = join_url(&server, &input.path, &builder.path, &builder.query.join("&"));
    // A warning about a place does not say what an error there says.
    let told = |problem: &Problem| {
        builder.problems.iter().any(|other| other.place == problem.place && other.severity <= problem.severity)
    };
    let new: Vec<_> = problems.into_iter().filter(|problem| !told(problem)).collect();
    builder.problems.extend(new);
    let request = Request { method, url, headers: builder.headers.list, body, secrets: builder.secrets };
    (request, builder.problems)
}

#[derive(Default)]
struct Builder {
    path: Vec<(String, String)>,
    query: Vec<String>,
    headers: Headers,
    secrets: Vec<Secret>,
    problems: Vec<Problem>,
}

impl Builder {
    fn parameter(&mut self, parameter: &Parameter) {
        let shape = &parameter.shape;
        let reserved = ["accept", "content-type", "authorization"];
        let may_be_reserved = shape.location == Location::Header && !parameter.keeps_reserved_name;
        if may_be_reserved && reserved.contains(&shape.name.to_ascii_lowercase().as_str()) {
            if parameter.value.is_some() {
                self.problems.push(ignored_header(shape));
            }
            return;
        }
        if parameter.required && parameter.value.is_none() {
            self.problems.push(missing(shape));
        }
        let (pieces, problems) = serialise(shape, parameter.value.as_ref());
        self.problems.extend(problems);
        if pieces == Pieces::Absent {
            return;
        }
        let place = shape.place();
        match shape.location {
            Location::Path => self.path.push((shape.name.clone(), pieces.join(""))),
            Location::Query | Location::Querystring => self.query.push(pieces.join("&")),
            Location::Header => self.headers.add(&shape.name, &pieces.join(","), &place, &mut self.problems),
            Location::Cookie => {
                if matches!(&pieces, Pieces::Pairs(pairs) if pairs.iter().any(|(_, value)| value.contains(';'))) {
                    self.problems.push(semicolon(shape));
                }
                self.headers.add("Cookie", &pieces.join("; "), &place, &mut self.problems);
            }
        }
        if parameter.secret {
            self.hide(shape, &pieces);
        }
    }

    fn hide(&mut self, shape: &ParameterShape, pieces: &Pieces) {
        let place = match shape.location {
            Location::Header => SecretPlace::Header(shape.name.clone()),
            Location::Cookie => SecretPlace::Header("Cookie".to_owned()),
            Location::Path | Location::Query | Location::Querystring => SecretPlace::Url,
        };
        let values = match pieces {
            Pieces::Absent => Vec::new(),
            Pieces::Text(text) => vec![text.trim().to_owned()],
            Pieces::Pairs(pairs) => pairs.iter().map(|(_, value)| value.trim().to_owned()).collect(),
        };
        let variable = variable_name(&shape.name);
        let values = values.into_iter().filter(|value| !value.is_empty());
        self.secrets.extend(values.map(|value| Secret { variable: variable.clone(), place: place.clone(), value }));
    }

    fn method(&mut self, method: &str) -> String {
        let place = Place::default().at_pointer("/method");
        let standard = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "QUERY", "CONNECT"];
        let upper = method.to_ascii_uppercase();
        let method = if standard.contains(&upper.as_str()) { upper } else { method.to_owned() };
        if !is_token(&method) {
            self.problems.push(not_a_method(&method, &place));
        } else if is_method_forbidden_in_browsers(&method) {
            self.problems.push(forbidden_method(&method, &place));
        }
        method
    }

    fn body(&mut self, input: Option<&BodyInput>, method: &str) -> Body {
        let Some(input) = input else {
            return Body::None;
        };
        let (body, media, problems) = body::write(input);
        self.problems.extend(problems);
        self.secrets.extend(body::secrets(input, &body));
        let place = Place::default().at_pointer("/body");
        if let Some(media) = media {
            self.headers.add("Content-Type", &media, &place, &mut self.problems);
        }
        if matches!(method, "GET" | "HEAD") {
            self.problems.push(body_without_meaning(method, place));
        }
        body
    }
}

fn ignored_header(shape: &ParameterShape) -> Problem {
    let name = &shape.name;
    let what = Text::new(
        format!(
            "OpenAPI veut que le paramètre «\u{202f}{name}\u{202f}» soit ignoré\u{202f}: cet en-tête est décrit ailleurs."
        ),
        format!("OpenAPI wants the parameter `{name}` to be ignored: this header is described elsewhere."),
    );
    let mend = Text::new(
        "Choisissez le format de la réponse, le format du corps ou vos identifiants à leur place.",
        "Choose the format of the answer, the format of the body or your credentials in their own place.",
    );
    Problem::warning("ignored-header-parameter", shape.place(), what, mend)
}

fn missing(shape: &ParameterShape) -> Problem {
    let name = &shape.name;
    let what = Text::new(format!("«\u{202f}{name}\u{202f}» est obligatoire."), format!("`{name}` is required."));
    let mend = Text::new(format!("Donnez une valeur à «\u{202f}{name}\u{202f}»."), format!("Give `{name}` a value."));
    Problem::error("missing-parameter", shape.place(), what, mend)
}

fn semicolon(shape: &ParameterShape) -> Problem {
    let name = &shape.name;
    let what = Text::new(
        format!("La valeur du cookie «\u{202f}{name}\u{202f}» contient un point-virgule, qui la termine."),
        format!("The value of the cookie `{name}` holds a semicolon, which ends it."),
    );
    let mend = Text::new("Encodez-le en %3B si le serveur le décode.", "Write it %3B if the server decodes it.");
    Problem::error("semicolon-in-cookie", shape.place(), what, mend)
}

fn not_a_method(method: &str, place: &Place) -> Problem {
    let what = Text::new(
        format!("«\u{202f}{method}\u{202f}» n’est pas une méthode HTTP."),
        format!("`{method}` is not an HTTP method."),
    );
    let mend = Text::new("Signalez-le au producteur.", "Tell the producer.");
    Problem::error("not-a-method", place.clone(), what, mend)
}

fn forbidden_method(method: &str, place: &Place) -> Problem {
    let what = Text::new(
        format!("Un navigateur n’envoie pas la méthode {method}."),
        format!("A browser does not send the method {method}."),
    );
    let mend = Text::new(
        "Copiez l’exemple de code et lancez-le hors du navigateur.",
        "Copy the code sample and run it outside the browser.",
    );
    Problem::warning("method-forbidden-in-browsers", place.clone(), what, mend)
}

fn body_without_meaning(method: &str, place: Place) -> Problem {
    let what = Text::new(
        format!("Un navigateur n’envoie pas de corps avec {method}."),
        format!("A browser sends no body with {method}."),
    );
    let mend = Text::new(
        "Copiez l’exemple de code et lancez-le hors du navigateur\u{202f}; beaucoup de serveurs ignorent ce corps.",
        "Copy the code sample and run it outside the browser; many servers ignore this body.",
    );
    Problem::warning("body-with-get", place, what, mend)
}

#[cfg(test)]
mod tests;
