//! The content as the built page carries it: checked files in the postcard format, as text.
//!
//! A script element holds text, not bytes. Bytes that HTML leaves alone stay as they are, so that
//! the sentences compress together with the same sentences in the page; every other byte becomes
//! one character from U+0100 on.

use super::schema::Bundle;
use super::{Content, ContentError, Files, validate};

/// Added to a byte that cannot stand in HTML text as it is.
const OFFSET: u32 = 0x100;

/// The content of `files` for the page, once it is checked.
///
/// # Errors
///
/// As [`Content::read`], or if the content cannot be serialised.
pub fn embed(files: &Files) -> Result<String, ContentError> {
    let bundle = validate::bundle(files)?;
    validate::content(bundle.clone())?;
    let bytes = postcard::to_allocvec(&bundle).map_err(|error| ContentError {
        file: String::new(),
        item: "all files".to_owned(),
        field: "the postcard format".to_owned(),
        rule: error.to_string(),
    })?;
    Ok(bytes.into_iter().map(character).collect())
}

impl Content {
    /// Reads what [`embed`] wrote; `None` if the text is damaged.
    pub fn from_embedded(text: &str) -> Option<Self> {
        let bytes = text.chars().map(byte).collect::<Option<Vec<u8>>>()?;
        let (bundle, rest) = postcard::take_from_bytes::<Bundle>(&bytes).ok()?;
        if !rest.is_empty() {
            return None;
        }
        validate::content(bundle).ok()
    }
}

/// Line feed and printable ASCII, without the characters that open tags and references.
fn is_plain(byte: u8) -> bool {
    byte == b'\n' || (matches!(byte, b' '..=b'~') && !matches!(byte, b'<' | b'>' | b'&'))
}

fn character(byte: u8) -> char {
    let code = if is_plain(byte) { u32::from(byte) } else { OFFSET + u32::from(byte) };
    char::from_u32(code).unwrap_or_default()
}

fn byte(character: char) -> Option<u8> {
    let code = u32::from(character);
    match u8::try_from(code) {
        Ok(byte) => is_plain(byte).then_some(byte),
        Err(_) => u8::try_from(code - OFFSET).ok().filter(|byte| !is_plain(*byte)),
    }
}
