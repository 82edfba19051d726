//! Short names.

/// First the names of one letter, then those of two, and so on.
pub(super) fn short(number: usize) -> String {
    let letters = || ('a'..='z').chain('A'..='Z');
    let (longer, letter) = (number / 52, number % 52);
    let mut name = if longer == 0 { String::new() } else { short(longer - 1) };
    name.extend(letters().nth(letter));
    name
}

/// Whether JavaScript has another meaning for a word of up to two letters.
pub(super) fn is_reserved(name: &str) -> bool {
    ["as", "do", "if", "in", "of"].contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_and_each_is_another() {
        let names: Vec<String> = (0..3000).map(short).collect();
        assert_eq!(names[..2], ["a", "b"]);
        assert_eq!(names[51..54], ["Z", "aa", "ab"]);
        let mut sorted = names.clone();
        sorted.sort();
        sorted.dedup();
        assert_eq!(sorted.len(), names.len());
    }
}
