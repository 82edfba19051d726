//! Text that changes.
//!
//! Leptos updates the text node that it has made. Where a browser translator or an extension has put
//! another in its place, or `Node.normalize()` has joined it with its neighbours, nobody would see
//! the update. So a text that changes has an element of its own, and is set as all that is in it.

use leptos::prelude::*;

/// Words that follow a signal, in an element of their own.
#[component]
pub fn Text(#[prop(into)] words: Signal<String>) -> impl IntoView {
    element(words)
}

#[cfg(feature = "ssr")]
fn element(words: Signal<String>) -> impl IntoView {
    view! { <span>{words}</span> }
}

#[cfg(not(feature = "ssr"))]
fn element(words: Signal<String>) -> impl IntoView {
    view! { <span prop:textContent=move || live::Words(words.get())></span> }
}

#[cfg(not(feature = "ssr"))]
mod live {
    use leptos::tachys::html::property::IntoProperty;
    use leptos::tachys::renderer::Rndr;
    use leptos::tachys::renderer::types::Element;
    use leptos::wasm_bindgen::JsValue;

    /// The value of a property that is set only if it is another than before. Leptos sets a property
    /// whenever a signal behind it has changed; text that stays the same must keep its translation
    /// and what is selected in it.
    #[derive(Clone)]
    pub(super) struct Words(pub(super) String);

    impl IntoProperty for Words {
        type State = (Element, String);
        type Cloneable = Self;
        type CloneableOwned = Self;

        fn hydrate<const FROM_SERVER: bool>(self, element: &Element, key: &str) -> Self::State {
            self.build(element, key)
        }

        fn build(self, element: &Element, key: &str) -> Self::State {
            Rndr::set_property(element, key, &JsValue::from_str(&self.0));
            (element.clone(), self.0)
        }

        fn rebuild(self, (element, before): &mut Self::State, key: &str) {
            if self.0 != *before {
                *before = self.build(element, key).1;
            }
        }

        fn into_cloneable(self) -> Self::Cloneable {
            self
        }

        fn into_cloneable_owned(self) -> Self::CloneableOwned {
            self
        }
    }
}
