//! Hashes of what a file holds: for its name, its integrity, and the policy.

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

/// Eight hexadecimal digits for a file's name, so that a changed file has a new name.
#[must_use]
pub fn hash(bytes: &[u8]) -> String {
    let mut digits = String::new();
    for byte in &Sha256::digest(bytes)[..4] {
        // Writing to a string cannot fail.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

/// The value of an `integrity` attribute. A longer sum would take bytes of the first load.
#[must_use]
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64.encode(Sha256::digest(bytes)))
}

/// What allows one inline script in a policy.
#[must_use]
pub fn source(script: &str) -> String {
    format!("'{}'", integrity(script.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_the_beginning_of_sha_256() {
        assert_eq!(hash(b"abc"), "ba7816bf");
        assert_ne!(hash(b"abd"), hash(b"abc"));
    }

    #[test]
    fn integrity_and_policy_are_those_of_the_specifications() {
        assert_eq!(integrity(b"abc"), "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
        assert_eq!(source("abc"), "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='");
    }
}
