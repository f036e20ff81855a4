//! The rules, a file each, with a page that follows it and one that does not. To add one: its file, and its name below.

mod access_stated;
mod answer_delay;
mod audiences_stated;
mod availability_published;
mod availability_target;
mod document_contact;
mod document_described;
mod document_licence;
mod document_read;
mod document_version;
mod end_announced;
mod errors_described;
mod examples_given;
mod examples_valid;
mod findable;
mod functional_documentation;
mod generic_contact;
mod legal_basis;
mod licence;
mod limit_described;
mod limits_published;
mod openapi_modern;
mod openapi_present;
mod operations_described;
mod operations_named;
mod operations_tagged;
mod parameters_described;
mod parameters_typed;
mod producer_named;
mod properties_described;
mod real_servers;
mod refusal_alternatives;
mod response_time_published;
mod response_time_target;
mod responses_typed;
mod same_security;
mod same_server;
mod scope_of_data;
mod security_declared;
mod status_page;
mod technical_documentation;
mod terms;
mod testable;
mod usage_published;
mod useful_tagline;

macro_rules! rules {
    ($($module:ident,)*) => {
        /// Every rule.
        pub(super) const ALL: &[super::Rule] = &[$($module::RULE,)*];

        /// Of each rule, what follows it and what does not.
        #[cfg(test)]
        pub(super) const FIXTURES: &[(&super::Rule, Fixture, Fixture)] =
            &[$((&$module::RULE, $module::GOOD, $module::BAD),)*];
    };
}

// In the order of the guides.
rules! {
    producer_named,
    technical_documentation,
    generic_contact,
    functional_documentation,
    useful_tagline,
    access_stated,
    audiences_stated,
    legal_basis,
    refusal_alternatives,
    testable,
    findable,
    licence,
    terms,
    scope_of_data,
    availability_published,
    availability_target,
    response_time_published,
    response_time_target,
    limits_published,
    status_page,
    usage_published,
    answer_delay,
    end_announced,
    same_security,
    same_server,
    openapi_present,
    openapi_modern,
    document_read,
    document_described,
    document_version,
    document_contact,
    document_licence,
    real_servers,
    security_declared,
    operations_described,
    operations_named,
    operations_tagged,
    parameters_described,
    parameters_typed,
    responses_typed,
    errors_described,
    limit_described,
    examples_given,
    examples_valid,
    properties_described,
}

/// A page and its document.
#[cfg(test)]
#[derive(Debug, Clone, Copy)]
pub(super) struct Fixture {
    /// Lines of its front matter beside the required ones.
    pub(super) front: &'static str,
    /// Its text.
    pub(super) body: &'static str,
    /// What of a good OpenAPI document is otherwise (JSON Merge Patch, RFC 7396); `None` where there is no document.
    pub(super) document: Option<&'static str>,
}
