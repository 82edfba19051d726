//! The content as the built page carries it: checked values in the postcard format, as text.
//!
//! A script element holds text, not bytes. Bytes that HTML leaves alone stay as they are, so that
//! the sentences compress together with the same sentences in the page; every other byte becomes
//! one character from U+0100 on.

use super::Content;

/// Added to a byte that cannot stand in HTML text as it is.
const OFFSET: u32 = 0x100;

impl Content {
    /// Writes this content for the page.
    ///
    /// # Errors
    ///
    /// If a value cannot be serialised, which none of the content's types causes.
    pub fn embed(&self) -> Result<String, postcard::Error> {
        let bytes = postcard::to_allocvec(self)?;
        Ok(bytes.into_iter().map(character).collect())
    }

    /// Reads what [`Content::embed`] wrote; `None` if the text is damaged.
    pub fn from_embedded(text: &str) -> Option<Self> {
        let bytes = text.chars().map(byte).collect::<Option<Vec<u8>>>()?;
        let (content, rest) = postcard::take_from_bytes(&bytes).ok()?;
        rest.is_empty().then_some(content)
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
