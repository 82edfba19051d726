//! Files: written as an address that a link downloads, and read from a form.

use leptos::ev::Event;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use leptos::web_sys::js_sys::encode_uri_component;
use leptos::web_sys::{FileReader, HtmlInputElement};

/// Larger files are not ours, in bytes.
const MAX_FILE: f64 = 1_048_576.0;

/// The address of a file with this text.
pub fn address(text: &str) -> String {
    let mut address = "data:application/json,".to_owned();
    address.push_str(&String::from(encode_uri_component(text)));
    address
}

/// Reads the file that was chosen in the form control of an event; none if it cannot be read, or is
/// over a megabyte. The control is emptied, so that the same file can be chosen again.
pub fn read(event: &Event, then: impl Fn(Option<String>) + 'static) {
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
