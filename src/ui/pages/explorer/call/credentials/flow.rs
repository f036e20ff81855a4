//! What is filled in to get a token, in the way chosen.
//!
//! Who will receive it is said before it is typed. Never here: what happens then ([`super::obtain`]).

use super::fields::{Way, extra, input, part, scopes};
use super::given::identifier;
use super::keychain::Keychain;
use super::obtain;
use super::said;
use crate::browser::{authorize, document};
use crate::core::authorization::{Asked, Field, Metadata, Origin, preferred};
use crate::core::form::{FlowForm, SchemeForm};
use crate::core::openapi::FlowKind;
use leptos::prelude::*;
use std::sync::Arc;

/// The ways to get a token, one filled in.
pub(super) fn flow(
    form: &SchemeForm,
    flows: &[FlowForm],
    metadata: Option<Arc<Metadata>>,
    keychain: Keychain,
) -> AnyView {
    if flows.is_empty() {
        return view! { <p>{said().flow_none}</p> }.into_any();
    }
    let first = || Asked {
        flow: preferred(flows.iter().map(|flow| flow.kind)),
        authentication: metadata.as_ref().and_then(|one| one.authentications.first().copied()).unwrap_or_default(),
        // What makes an OpenID Connect server give an identity, without which some give nothing.
        scopes: metadata.iter().flat_map(|one| one.scopes.iter().filter(|scope| *scope == "openid").cloned()).collect(),
        ..Asked::default()
    };
    keychain.begin_asking(&form.name, first, &form.scopes);
    let name = form.name.clone();
    let chosen = Memo::new({
        let name = name.clone();
        move |_| keychain.asked(&name, |asked| asked.flow)
    });
    let choice = (flows.len() > 1).then(|| {
        let now = chosen.get_untracked();
        let option = |(rank, flow): (usize, &FlowForm)| {
            view! {
                <option value=rank.to_string() selected=rank == now>
                    {kind_in_words(flow.kind)}
                </option>
            }
        };
        let options: Vec<_> = flows.iter().enumerate().map(option).collect();
        let id = identifier(&form.name, "-flow");
        let choose = move |event| {
            let rank = event_target_value(&event).parse().unwrap_or_default();
            keychain.ask(&name, |asked| asked.flow = rank);
        };
        view! {
            <div class="field call__field">
                <label for=id.clone()>{said().flow}</label>
                <select id=id on:change=choose>
                    {options}
                </select>
            </div>
        }
    });
    let (form, flows) = (StoredValue::new(form.clone()), StoredValue::new(flows.to_vec()));
    let metadata = StoredValue::new(metadata);
    let fields = move || {
        let rank = chosen.get();
        let flow = flows.with_value(|flows| flows.get(rank).or(flows.first()).cloned());
        flow.map(|flow| fields(Way { form, flow: StoredValue::new(flow), metadata, keychain }))
    };
    view! {
        {choice}
        {fields}
    }
    .into_any()
}

fn kind_in_words(kind: FlowKind) -> &'static str {
    match kind {
        FlowKind::AuthorizationCode => said().flow_code,
        FlowKind::Implicit => said().flow_implicit,
        FlowKind::ClientCredentials => said().flow_client,
        FlowKind::Password => said().flow_password,
        FlowKind::DeviceAuthorization => said().flow_device,
    }
}

fn fields(way: Way) -> AnyView {
    let flow = way.flow.get_value();
    let page = flow.authorization_url.as_ref();
    let token = flow.token_url.as_ref();
    let addresses = match flow.kind {
        FlowKind::AuthorizationCode => [page.map(|url| (said().page_at, url)), token.map(|url| (said().token_at, url))],
        FlowKind::Implicit => [page.map(|url| (said().page_at, url)); 2],
        FlowKind::ClientCredentials | FlowKind::Password => [token.map(|url| (said().token_at, url)); 2],
        FlowKind::DeviceAuthorization => {
            let device = flow.device_authorization_url.as_ref();
            [device.map(|url| (said().token_at, url)), token.map(|url| (said().token_at, url))]
        }
    };
    let [Some(first), Some(second)] = addresses else {
        return view! { <p class="call__warning">{said().no_address}</p> }.into_any();
    };
    let lines: Vec<_> =
        [Some(first), Some(second).filter(|second| origin(second.1) != origin(first.1) || second.0 != first.0)]
            .into_iter()
            .flatten()
            .map(|(label, url)| {
                view! {
                    <p>
                        {label} " " <code class="wrap">{origin(url)}</code>
                    </p>
                }
            })
            .collect();
    let warning = match flow.kind {
        FlowKind::Implicit => Some(said().warn_implicit),
        FlowKind::Password => Some(said().warn_password),
        _ => None,
    };
    let warning = warning.map(|text| view! { <p class="call__warning">{text}</p> });
    let back = matches!(flow.kind, FlowKind::AuthorizationCode | FlowKind::Implicit).then(|| {
        view! {
            <p class="muted">
                {said().return_address} " " <code class="wrap">{authorize::redirect_uri()}</code>
            </p>
        }
    });
    let notice = RwSignal::new("");
    let start = move || start(way, notice);
    let on_key = move |event: web_sys::KeyboardEvent| {
        let target = event_target::<web_sys::HtmlElement>(&event).tag_name();
        if event.key() == "Enter" && target == "INPUT" {
            // Enter would send the call itself.
            event.prevent_default();
            start();
        }
    };
    let inputs: Vec<_> = Field::of(flow.kind).iter().map(|(field, needed)| input(way, *field, *needed)).collect();
    view! {
        <div on:keydown=on_key>
            {warning}
            {lines}
            {back}
            {inputs}
            {scopes(way)}
            {extra(way)}
            <p>
                <button type="button" class="button" on:click=move |_| start()>
                    {said().ask}
                </button>
            </p>
            <p role="alert">{notice}</p>
        </div>
    }
    .into_any()
}

fn origin(url: &str) -> String {
    Origin::parse(url).map_or_else(|| url.to_owned(), |origin| origin.to_string())
}

fn start(way: Way, notice: RwSignal<&'static str>) {
    let order = way.order();
    let lacking = order.asked.lacking(order.flow.kind);
    notice.set(match lacking {
        None => "",
        Some(Field::ClientId) => said().lacks_client_id,
        Some(Field::ClientSecret) => said().lacks_client_secret,
        Some(Field::Account) => said().lacks_account,
    });
    match lacking {
        None => obtain::start(order, way.keychain),
        Some(field) => {
            document::go_to_anchor(&way.id(part(field)));
        }
    }
}
