//! The document around the views as the session sees it: URL, focus and the attributes that name
//! its state. Also the clipboard, which needs a field in the document, and the clock.

use leptos::prelude::{document, window};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::js_sys::{Date, Math};
use leptos::web_sys::{HtmlDocument, HtmlElement, HtmlInputElement};

use super::day::MINUTE;
use super::{Browser, dom};

/// The document and its URL. Methods do nothing if the element they need is missing.
pub trait Page: Sync {
    /// `location.hash` with its `#`, or an empty string if there is none.
    fn hash(&self) -> String;
    /// The URL of the page without its hash.
    fn address(&self) -> String;
    /// Navigates to a hash, as a link would.
    fn go(&self, hash: &str);
    /// Whether the document has an element with this id.
    fn has(&self, id: &str) -> bool;
    /// An attribute of `<html>`.
    fn root_attribute(&self, name: &str) -> Option<String>;
    /// Sets an attribute of `<html>`.
    fn set_root_attribute(&self, name: &str, value: &str);
    /// Sets an attribute of `<main>`, or removes it if `value` is `None`.
    fn set_main_attribute(&self, name: &str, value: Option<&str>);
    /// Moves focus to the element with this id after the views have been updated, and scrolls the
    /// page to it unless it can be seen whole.
    fn focus_later(&self, id: &str);
    /// Scrolls to the top and moves focus to the heading of the current view, after the views have
    /// been updated.
    fn focus_heading_later(&self);
    /// Clicks the control with this id and moves focus to it.
    fn click(&self, id: &str);
    /// Opens the browser's print dialog.
    fn print(&self);

    /// Whether the app has failed. Nothing may be written to storage after that.
    fn has_failed(&self) -> bool {
        self.root_attribute("data-app").is_some_and(|app| app == "failed")
    }
}

/// The clipboard.
pub trait Clipboard: Sync {
    /// Selects the text of the field with this id and copies it. Returns whether the browser
    /// allowed it.
    fn copy(&self, id: &str) -> bool;
}

/// Chance.
pub trait Chance: Sync {
    /// A number, each as likely as any other.
    fn number(&self) -> u32;
}

/// The clock.
pub trait Clock: Sync {
    /// Today's date in the visitor's time zone, written as `2026-11-22`.
    fn today(&self) -> String;
}

impl Page for Browser {
    fn hash(&self) -> String {
        window().location().hash().unwrap_or_default()
    }

    fn address(&self) -> String {
        let mut address = window().location().href().unwrap_or_default();
        let end = address.bytes().position(|byte| byte == b'#').unwrap_or(address.len());
        address.truncate(end);
        address
    }

    fn go(&self, hash: &str) {
        // A browser refuses only if it throttles navigation, and then the visitor can click again.
        let _refused = window().location().set_hash(hash);
    }

    fn has(&self, id: &str) -> bool {
        dom::find(id).is_some()
    }

    fn root_attribute(&self, name: &str) -> Option<String> {
        document().document_element()?.get_attribute(name)
    }

    fn set_root_attribute(&self, name: &str, value: &str) {
        dom::set_root_attribute(name, value);
    }

    fn set_main_attribute(&self, name: &str, value: Option<&str>) {
        dom::set_main_attribute(name, value);
    }

    fn focus_later(&self, id: &str) {
        dom::focus_later(id.to_owned());
    }

    fn focus_heading_later(&self) {
        dom::focus_heading_later();
    }

    fn click(&self, id: &str) {
        let element = dom::find(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
        if let Some(element) = element {
            element.click();
            let _refused = element.focus();
        }
    }

    fn print(&self) {
        let _refused = window().print();
    }
}

impl Clipboard for Browser {
    fn copy(&self, id: &str) -> bool {
        let field = dom::find(id).and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
        let Some(field) = field else { return false };
        let _refused = field.focus();
        field.select();
        // `navigator.clipboard` is missing when the page is opened as a file or embedded in a frame.
        document().unchecked_into::<HtmlDocument>().exec_command("copy").unwrap_or(false)
    }
}

impl Chance for Browser {
    fn number(&self) -> u32 {
        // The highest product is below 2^32, because `random` is below 1.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "in range")]
        return (Math::random() * 4_294_967_296.0) as u32;
    }
}

impl Clock for Browser {
    fn today(&self) -> String {
        let now = Date::new_0();
        // Shifted by the zone, the time in UTC shows the visitor's day.
        now.set_time(now.get_time() - now.get_timezone_offset() * MINUTE);
        String::from(now.to_iso_string()).chars().take("2026-11-22".len()).collect()
    }
}
