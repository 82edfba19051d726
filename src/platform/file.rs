//! Files: a data URL that a link can download, and the contents of a file chosen in a form.

use leptos::ev::Event;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use leptos::web_sys::js_sys::encode_uri_component;
use leptos::web_sys::{FileReader, HtmlInputElement};

use super::Browser;

/// The size of the largest file that is read, in bytes. A file that the failure notice has saved may
/// hold all that fits into storage, which is five million UTF-16 code units in most browsers.
const MAX_FILE: f64 = 16_777_216.0;

/// Files that the visitor saves and opens.
pub trait Files: Sync {
    /// A data URL of a JSON file with this text.
    fn address(&self, text: &str) -> String;

    /// Reads the file that was chosen in the file input of `event` and passes its text to `then`,
    /// or `None` if the file cannot be read or is larger than 16 MiB. Without a chosen file,
    /// `then` is not called. The input is cleared, so that the same file can be chosen again.
    fn read(&self, event: &Event, then: Box<dyn Fn(Option<String>)>);
}

impl Files for Browser {
    fn address(&self, text: &str) -> String {
        let mut address = "data:application/json,".to_owned();
        address.push_str(&String::from(encode_uri_component(text)));
        address
    }

    fn read(&self, event: &Event, then: Box<dyn Fn(Option<String>)>) {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        let file = input.files().and_then(|files| files.get(0));
        let reader = FileReader::new().ok();
        let (Some(file), Some(reader)) = (file, reader) else { return };
        if file.size() > MAX_FILE {
            input.set_value("");
            return then(None);
        }
        let done = {
            let reader = reader.clone();
            move || then(reader.result().ok().and_then(|text| text.as_string()))
        };
        let done = Closure::once_into_js(done);
        reader.set_onloadend(Some(done.unchecked_ref()));
        let _refused = reader.read_as_text(&file);
        input.set_value("");
    }
}
