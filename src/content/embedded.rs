//! The content as the browser reads it: checked values in the postcard format, as text.
//!
//! A script element holds text, not bytes. Bytes that HTML leaves alone stay as they are, so that
//! the sentences compress together with the same sentences in the page; every other byte becomes
//! one character from U+0100 on. The details, which are a file of their own on a host, are text too,
//! because the single file has them in the page, and because every host compresses text.
//!
//! After the details, that file has `<style>` and the styles of rooms (`public/css/rooms.css`). A page
//! with the details inside has those styles among its own.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Content, Details};

/// Added to a byte that cannot stand in HTML text as it is.
const OFFSET: u32 = 0x100;

/// What stands between the details and the styles of rooms. No value has a `<` in it.
const STYLES: &str = "<style>";

/// The details as they came, and the styles of rooms, which are empty if the page has them.
pub fn details_and_styles(text: &str) -> (&str, &str) {
    text.split_once(STYLES).unwrap_or((text, ""))
}

/// What the build writes for the browser.
pub trait Embedded: Serialize + DeserializeOwned {
    /// Writes this value for the browser.
    ///
    /// # Errors
    ///
    /// If a value cannot be serialised, which none of the content's types causes.
    fn embed(&self) -> Result<String, postcard::Error> {
        let bytes = postcard::to_allocvec(self)?;
        Ok(bytes.into_iter().map(character).collect())
    }

    /// Reads what [`Embedded::embed`] wrote; `None` if the text is damaged.
    fn from_embedded(text: &str) -> Option<Self> {
        let bytes = bytes(text)?;
        let (value, rest) = postcard::take_from_bytes(&bytes).ok()?;
        rest.is_empty().then_some(value)
    }
}

/// What every visit needs, without the details.
impl Embedded for Content {}
/// What rooms need.
impl Embedded for Details {}

/// Line feed and printable ASCII, without the characters that open tags and references.
fn is_plain(byte: u8) -> bool {
    byte == b'\n' || (matches!(byte, b' '..=b'~') && !matches!(byte, b'<' | b'>' | b'&'))
}

fn character(byte: u8) -> char {
    let code = if is_plain(byte) { u32::from(byte) } else { OFFSET + u32::from(byte) };
    char::from_u32(code).unwrap_or_default()
}

fn bytes(text: &str) -> Option<Vec<u8>> {
    text.chars().map(byte).collect()
}

fn byte(character: char) -> Option<u8> {
    let code = u32::from(character);
    match u8::try_from(code) {
        Ok(byte) => is_plain(byte).then_some(byte),
        Err(_) => u8::try_from(code - OFFSET).ok().filter(|byte| !is_plain(*byte)),
    }
}
