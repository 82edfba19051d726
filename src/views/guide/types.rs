//! What each of the types is.

use leptos::prelude::*;

use crate::components::icon::TypeIcon;
use crate::components::illustration::EarIllustration;
use crate::components::prose::{Notes, Paragraph, Words};
use crate::components::section::Section;
use crate::model::device_type::Variant;
use crate::model::{DeviceType, DeviceTypeId, Family};
use crate::route::Route;
use crate::state::Session;
use crate::views::sufficient::sufficient;

/// The types by family, each a line that opens its illustration and variants.
#[component]
pub(super) fn Types() -> impl IntoView {
    let family = |family| view! { <FamilyTypes family /> };
    view! {
        <Section view="guide" anchor="types" title="The types">
            <div class="types">{Family::ALL.map(family)}</div>
        </Section>
    }
}

#[component]
fn FamilyTypes(family: Family) -> impl IntoView {
    let quiz = Session::get().quiz();
    let members = quiz.device_types().filter(|(_, device_type)| device_type.family == family);
    let item = |(at, _)| view! { <TypeItem at /> };
    view! {
        <div>
            <h3>{family.location()}</h3>
            <ul class="family">{members.map(item).collect_view()}</ul>
        </div>
    }
}

#[component]
fn TypeItem(at: DeviceTypeId) -> impl IntoView {
    let device_type = Session::get().quiz().device_type(at);
    let details = Session::get().details().device_type(at);
    let variant = |variant| view! { <VariantItem device_type variant /> };
    view! {
        <li class="type" id=Route::anchor("guide", &device_type.id) tabindex="-1">
            <details class="fold">
                <summary>
                    <TypeIcon id=&device_type.id />
                    <h4>{device_type.title.as_str()}</h4>
                    <span class="muted">{details.summary.as_str()}</span>
                </summary>
                <div class="fold-body">
                    <EarIllustration device_type words=&details.illustration scope="type" />
                    <Paragraph prose=&details.what scope=device_type.id.as_str() />
                    <p>{details.comes.as_str()}</p>
                    <Sufficient at />
                    <ul class="rows">{details.variants.iter().map(variant).collect_view()}</ul>
                </div>
            </details>
        </li>
    }
}

/// "I want this type": what a visitor would have to care about.
#[component]
fn Sufficient(at: DeviceTypeId) -> impl IntoView {
    let answers = sufficient(Session::get().quiz(), at);
    let words = format!("What you would have to care about, with nothing else answered: {answers}");
    view! { <p>{words}</p> }
}

#[component]
fn VariantItem(device_type: &'static DeviceType, variant: &'static Variant) -> impl IntoView {
    let slug = variant.name.to_lowercase().replace(' ', "-");
    let scope = format!("{}-{slug}", device_type.id);
    view! {
        <li>
            <b>{variant.name.as_str()}</b>
            ". "
            <span class="muted">
                <Words prose=&variant.text scope=scope.clone() />
            </span>
            <Notes prose=&variant.text scope />
        </li>
    }
}
