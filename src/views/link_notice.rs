//! What is said over the result of a link. Its first words are in the page before the app starts, and stay
//! until the result is there.

use leptos::prelude::*;

use crate::components::text::Text;

/// The notice that answers came with a link. What is known once the link has been read is a `caveat`
/// after its words, and what can be done then are its children.
#[component]
pub fn LinkNotice(
    #[prop(optional)] id: Option<&'static str>,
    #[prop(optional, into)] caveat: Signal<String>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <section class="notice" id=id aria-label="A shared result">
            <p>
                "These answers came with a link. Your own answers have not changed. What you \
                 change here is kept only if you use these answers."
                <Text words=caveat />
            </p>
            {children.map(|children| children())}
        </section>
    }
}
