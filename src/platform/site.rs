//! What the site has beside the page, and the app fetches itself.

use std::pin::Pin;

use leptos::prelude::window;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::js_sys::futures::JsFuture;
use leptos::web_sys::{RequestInit, Response};

use super::{Browser, dom};

/// A text on its way; `None` if it does not come.
pub type Coming = Pin<Box<dyn Future<Output = Option<String>>>>;

/// The element with the details, or with the name of their file.
const DETAILS: &str = "details";

/// The files of the site.
pub trait Site: Sync {
    /// The details of the content as the build wrote them, with the styles of rooms. A file is asked for now, and not when the
    /// future is awaited.
    fn details(&self) -> Coming;
    /// Adds styles to the page, after its own.
    fn add_styles(&self, styles: &str);
}

impl Site for Browser {
    fn details(&self) -> Coming {
        let element = dom::find(DETAILS);
        let attribute = |name| element.as_ref().and_then(|element| element.get_attribute(name));
        match (attribute("data-file"), attribute("data-integrity")) {
            (Some(file), Some(integrity)) => fetch(&file, &integrity),
            _ => Box::pin(std::future::ready(dom::text(DETAILS))),
        }
    }

    fn add_styles(&self, styles: &str) {
        if !styles.is_empty() {
            dom::add_style(styles);
        }
    }
}

/// Fetches a file whose integrity the browser checks, so that no other than the built one is read.
fn fetch(file: &str, integrity: &str) -> Coming {
    let options = RequestInit::new();
    options.set_integrity(integrity);
    let asked = JsFuture::from(window().fetch_with_str_and_init(file, &options));
    Box::pin(async move {
        let response: Response = asked.await.ok()?.dyn_into().ok()?;
        JsFuture::from(response.text().ok()?).await.ok()?.as_string()
    })
}
