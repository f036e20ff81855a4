//! Every sentence of the interface, as a type: a language that lacks one does not compile.

use super::Language;

macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// The sentences of the interface in one language, by what they are for.
        #[derive(Debug)]
        #[expect(missing_docs, reason = "each name says what the sentence is for; fr.rs shows it")]
        pub struct Messages {
            $(pub $name: &'static str,)*
            /// Number of APIs: « 3 API ».
            pub apis_count: fn(usize) -> String,
            /// Number of operations.
            pub operations_count: fn(usize) -> String,
            /// Result of a search, announced: « 3 API sur 54 ».
            pub results_count: fn(usize, usize) -> String,
            /// « Page 2 sur 5 ».
            pub page_of: fn(usize, usize) -> String,
            /// « au plus 15 jours ».
            pub days_at_most: fn(u32) -> String,
            /// Day it will stop, for an API that is deprecated.
            pub sunset_on: fn(&str) -> String,
            /// Day it was to stop, when that day has passed.
            pub sunset_passed_on: fn(&str) -> String,
            /// Day it stopped, for an API that is retired.
            pub retired_on: fn(&str) -> String,
            /// The server answered with this status.
            pub status_error: fn(u16) -> String,
            /// The data of another release.
            pub version_error: fn(u32, u32) -> String,
            /// Removes one filter: « Retirer le filtre : Eau ».
            pub remove_filter: fn(&str) -> String,
            /// Alternative sentence for the list of APIs of a producer.
            pub published_by: fn(&str) -> String,
            /// Title of the explorer of an API.
            pub explorer_of: fn(&str) -> String,
            /// Result of a filter, announced: « 3 opérations sur 12 ».
            pub operations_found: fn(usize, usize) -> String,
            /// What a place of a schema holds: « 4 champs ».
            pub fields_inside: fn(usize) -> String,
            /// The operation an address names does not exist.
            pub unknown_operation: fn(&str) -> String,
        }
    };
}

messages!(
    language_name,
    other_language,
    skip_to_content,
    main_menu,
    menu,
    nav_home,
    nav_apis,
    nav_producers,
    nav_guides,
    nav_documentation,
    breadcrumb,
    search_site,
    search_label,
    search_placeholder,
    search_action,
    theme_label,
    theme_system,
    theme_light,
    theme_dark,
    theme_contrast,
    external_link,
    content_in_french,
    published_by_label,
    loading,
    home_question,
    home_access_title,
    home_access_open,
    home_access_account,
    home_access_restricted,
    home_audience_title,
    home_audience_intro,
    home_themes_title,
    home_featured_title,
    home_guides_title,
    home_publish_title,
    home_publish_text,
    home_publish_action,
    home_all_apis,
    home_all_guides,
    apis_title,
    apis_intro,
    filters,
    filters_clear,
    filters_active,
    facet_theme,
    facet_producer,
    facet_access,
    facet_audience,
    facet_audience_help,
    facet_status,
    facet_more,
    facet_has_openapi,
    facet_franceconnect,
    show_more,
    sort_label,
    sort_relevance,
    sort_title,
    sort_updated,
    no_result_title,
    no_result_text,
    pagination,
    page_previous,
    page_next,
    updated_label,
    created_label,
    contents,
    functional_documentation,
    no_functional_documentation,
    may_i_title,
    may_i_intro,
    may_i_open,
    may_i_account,
    may_i_restricted,
    create_account,
    request_access,
    legal_basis,
    alternatives,
    not_stated,
    bundle_text,
    answer_delay,
    franceconnect_label,
    technical_documentation,
    technical_none,
    human_documentation,
    openapi_document,
    openapi_download,
    openapi_elsewhere,
    operations,
    operation_deprecated,
    method,
    path,
    summary,
    servers,
    show_all_operations,
    facts,
    producer_label,
    contact_label,
    contact_email,
    contact_form,
    base_url_label,
    sandbox_label,
    service_level,
    availability,
    response_time,
    rate_limits,
    status_page,
    usage_page,
    licence_label,
    terms_label,
    frequency_label,
    coverage_label,
    access_label,
    status_label,
    themes_label,
    keywords_label,
    freshness,
    datasets,
    partners,
    related_apis,
    related_guides,
    related_uses,
    deprecated_title,
    deprecated_text,
    sunset_passed_text,
    retired_title,
    retired_text,
    beta_text,
    use_instead,
    producers_title,
    producers_intro,
    producer_apis,
    producer_partner_apis,
    producer_no_api,
    website,
    open_data_portal,
    api_portal,
    directory,
    guides_title,
    guides_intro,
    guides_use_cases,
    guide_apis,
    use_case_open,
    documentation_title,
    documentation_intro,
    documentation_column_api,
    documentation_column_documents,
    documentation_column_operations,
    documentation_none,
    not_found_title,
    not_found_text,
    not_found_suggestions,
    failure_title,
    failure_offline,
    failure_unreachable,
    failure_missing,
    failure_not_json,
    failure_shape,
    failure_rest_works,
    failure_details,
    retry,
    callout_note,
    callout_tip,
    callout_important,
    callout_warning,
    callout_caution,
    task_done,
    task_to_do,
    code_example,
    table_scrollable,
    explorer_open,
    explorer_operations,
    explorer_filter,
    explorer_no_match,
    explorer_choose,
    explorer_untagged,
    explorer_security,
    explorer_security_none,
    explorer_or,
    explorer_and,
    explorer_parameters,
    explorer_body,
    explorer_body_required,
    explorer_responses,
    explorer_headers,
    explorer_examples,
    explorer_example_made,
    explorer_code,
    explorer_code_target,
    explorer_required,
    explorer_recursive,
    explorer_cut,
    explorer_fields,
    copy,
    copied,
    copy_failed,
    details,
);

/// The sentences of `language`.
pub fn messages(language: Language) -> &'static Messages {
    match language {
        Language::Fr => &super::fr::MESSAGES,
        Language::En => &super::en::MESSAGES,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A sentence left in the other language is the usual mistake; few may be the same in both.
    #[test]
    fn languages_differ() {
        let (fr, en) = (messages(Language::Fr), messages(Language::En));
        assert_ne!(fr.skip_to_content, en.skip_to_content);
        assert_eq!((fr.apis_count)(1), "1\u{a0}API");
        assert_eq!((en.apis_count)(2), "2\u{a0}APIs");
        assert_eq!((fr.results_count)(3, 54), "3\u{a0}API sur 54");
    }
}
