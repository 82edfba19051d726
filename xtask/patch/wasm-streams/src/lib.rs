//! Replaces the package `wasm-streams`, which `leptos` depends on for the bodies of server calls.
//!
//! That package exports classes to JavaScript, and exports stay in the wasm even if nothing uses
//! them. This app calls no server, so it does without their 5 KB. If `server_fn` starts to use more
//! of the package, this does not compile: then extend it, or remove `[patch.crates-io]` from
//! `Cargo.toml`. See `docs/decisions/0018-byte-tricks-removed.md`.

use futures_util::stream::{Empty, Stream};
use wasm_bindgen::{JsValue, throw_str};

/// A stream of the browser. The app makes none.
#[derive(Debug)]
pub struct ReadableStream {
    raw: web_sys::ReadableStream,
}

impl ReadableStream {
    /// Wraps the body of a server's response.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self { raw }
    }

    /// Throws, because only the body of a server call would be made from `stream`.
    pub fn from_stream<S>(stream: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        drop(stream);
        throw_str(NO_SERVER)
    }

    /// Unwraps the stream.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.raw
    }

    /// Throws, because only a server's response would be read.
    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        throw_str(NO_SERVER)
    }
}

const NO_SERVER: &str =
    "this app calls no server: take `xtask/patch/wasm-streams` out of `Cargo.toml`";
