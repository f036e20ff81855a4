//! A [`Request`] as the browser's own. Never here: sending it.

use super::Options;
use crate::core::exchange::fits_form_data;
use crate::core::request::body::encode_form;
use crate::core::request::{Body, Part, PartValue, Request};
use crate::core::uri;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use web_sys::{
    AbortSignal, Blob, BlobPropertyBag, FormData, Headers, ReferrerPolicy, RequestCache, RequestCredentials,
    RequestInit, RequestMode, RequestRedirect,
};

/// The browser's request; its refusal when no page may send such a thing.
pub(super) fn request(request: &Request, options: &Options, signal: &AbortSignal) -> Result<web_sys::Request, JsValue> {
    // A browser would send what is relative to this site.
    if !uri::is_absolute(&request.url) {
        return Err(JsValue::from_str("not an absolute address"));
    }
    let init = RequestInit::new();
    init.set_method(&request.method);
    init.set_mode(RequestMode::Cors);
    init.set_credentials(if options.credentials { RequestCredentials::Include } else { RequestCredentials::Omit });
    init.set_redirect(if options.follow_redirections { RequestRedirect::Follow } else { RequestRedirect::Manual });
    init.set_cache(RequestCache::NoStore);
    init.set_referrer_policy(ReferrerPolicy::NoReferrer);
    init.set_signal(Some(signal));
    let headers = Headers::new()?;
    for (name, value) in &request.headers {
        headers.set(name, value)?;
    }
    match &request.body {
        Body::None => {}
        // As bytes: a browser gives a text a content type that nobody chose.
        Body::Text(text) => init.set_body(&Uint8Array::from(text.as_bytes())),
        Body::Bytes(file) => init.set_body(&Uint8Array::from(file.bytes.as_slice())),
        Body::Form(parts) if fits_form_data(parts) => init.set_body(form_data(parts)?.as_ref()),
        Body::Form(parts) => {
            let (media, bytes) = encode_form(parts);
            headers.set("Content-Type", &media)?;
            init.set_body(&Uint8Array::from(bytes.as_slice()));
        }
    }
    init.set_headers(&headers);
    web_sys::Request::new_with_str_and_init(&request.url, &init)
}

fn form_data(parts: &[Part]) -> Result<FormData, JsValue> {
    let form = FormData::new()?;
    for part in parts {
        match &part.value {
            PartValue::Text(text) => form.append_with_str(&part.name, text)?,
            PartValue::File(file) => {
                let options = BlobPropertyBag::new();
                options.set_type(part.content_type.as_deref().unwrap_or_default());
                let bytes = Array::of1(&Uint8Array::from(file.bytes.as_slice()));
                let blob = Blob::new_with_u8_array_sequence_and_options(&bytes, &options)?;
                form.append_with_blob_and_filename(&part.name, &blob, &file.name)?;
            }
        }
    }
    Ok(form)
}
