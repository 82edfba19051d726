//! Stands in for the package `wasm-streams`, which `leptos` brings for the bodies of server calls.
//!
//! That package exports classes to JavaScript, and what is exported stays in the wasm though
//! nothing uses it. This app calls no server: see `docs/decisions/0007-the-last-kilobytes.md`.

use futures_util::stream::{Empty, Stream};
use wasm_bindgen::{JsValue, throw_str};

/// A stream of the browser; of ours there are none.
#[derive(Debug)]
pub struct ReadableStream {
    raw: web_sys::ReadableStream,
}

impl ReadableStream {
    /// Takes the stream of a server's answer.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self { raw }
    }

    /// Throws, as the body of a call to a server would be made of `stream`.
    pub fn from_stream<S>(stream: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        drop(stream);
        throw_str(NO_SERVER)
    }

    /// Hands back the stream that `from_raw` took.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.raw
    }

    /// Throws, as it would be read from a server's answer.
    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        throw_str(NO_SERVER)
    }
}

const NO_SERVER: &str =
    "this app calls no server: take `xtask/patch/wasm-streams` out of `Cargo.toml`";
