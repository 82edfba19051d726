//! Check letters: a polynomial of the bytes of a text, modulo a prime.
//!
//! Byte `i` from the end counts `BASE` to the power of `i`. The prime is greater than any difference
//! between two bytes, and no two powers within [`MAX_CODE`](super::MAX_CODE) are equal modulo it. So
//! a text with one byte changed, or with any two bytes exchanged, has other check letters. Any other
//! change, such as a cut, goes unnoticed in one of 34 billion cases.

/// The number of check letters.
pub(super) const LENGTH: usize = 7;

/// The largest prime below 2^35, which is what seven letters of five bits can hold.
const PRIME: u64 = (1 << 35) - 31;
/// Any number whose powers differ will do. Below 2^29, so that a product fits into 64 bits.
const BASE: u64 = 257;

/// Digits and lower-case letters without those that are mistaken for others.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The check letters of a text.
pub(super) fn letters(text: &str) -> String {
    // The start makes leading bytes of any value count.
    let sum = text.bytes().fold(1, |sum, byte| (sum * BASE + u64::from(byte)) % PRIME);
    let letter = |at: usize| char::from(ALPHABET[(sum >> (5 * at) & 31) as usize]);
    (0..LENGTH).rev().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::link::MAX_CODE;
    use std::collections::HashSet;

    #[test]
    fn no_two_places_in_a_code_count_the_same() {
        let mut power = 1;
        let mut seen = HashSet::new();
        for at in 0..MAX_CODE {
            assert!(seen.insert(power), "place {at}");
            power = power * BASE % PRIME;
        }
    }

    #[test]
    fn the_modulus_is_prime_and_fits_into_the_letters() {
        let root = 185_364;
        assert!(PRIME < 1 << (5 * LENGTH) && root * root > PRIME);
        assert!((2..root).all(|factor| !PRIME.is_multiple_of(factor)));
    }
}
