//! Words in a row.

/// The parts with `between` after each but the last. The library's own way is five times the code.
pub fn joined<T: AsRef<str>>(parts: &[T], between: &str) -> String {
    let mut all = String::new();
    for part in parts {
        if !all.is_empty() {
            all.push_str(between);
        }
        all.push_str(part.as_ref());
    }
    all
}
