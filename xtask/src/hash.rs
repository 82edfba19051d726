//! SHA-256 hashes of file contents, for file names, `integrity` attributes and policies.

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

/// Eight hexadecimal digits for a file name, so that a changed file gets a new name.
#[must_use]
pub fn short(bytes: &[u8]) -> String {
    let mut digits = String::new();
    for byte in &Sha256::digest(bytes)[..4] {
        // Writing to a string cannot fail.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

/// The value of an `integrity` attribute.
#[must_use]
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64.encode(Sha256::digest(bytes)))
}

/// The source expression that allows one inline script or style in a Content-Security-Policy.
#[must_use]
pub fn csp_source(inline: &str) -> String {
    format!("'{}'", integrity(inline.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_hash_is_the_beginning_of_sha_256() {
        assert_eq!(short(b"abc"), "ba7816bf");
        assert_ne!(short(b"abd"), short(b"abc"));
    }

    #[test]
    fn integrity_and_source_have_the_form_of_their_specifications() {
        assert_eq!(integrity(b"abc"), "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
        assert_eq!(csp_source("abc"), "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='");
    }
}
