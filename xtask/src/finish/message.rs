//! Takes the words of silent panics out of the wasm's data: `panic.rs` took out who would say them.
//! A message goes only if nothing refers to a byte of it: no number in the code, and no word in the
//! data. That the app's own words have none of them inside is tested.

use anyhow::{Result, bail};

use super::panic::segments;
use super::wasm::{CODE, DATA, Wasm, number};

/// What the standard library and other packages would say, where only a panic says it.
const MESSAGES: [&str; 52] = [
    "slice index starts at ",
    " but ends at ",
    "index out of bounds: the len is ",
    " but the index is ",
    "range start index ",
    "range end index ",
    " out of range for slice of length ",
    "assertion `left ",
    " right` failed",
    "mid > len",
    "cannot access a Thread Local Storage value during or after destruction: ",
    "copy_from_slice: source slice length (",
    ") does not match destination slice length (",
    "insertion index (is ",
    ") should be <= len (is ",
    "removal index (is ",
    ") should be < len (is ",
    "a formatting trait implementation returned an error when the underlying stream did not",
    "Executor::spawn called, but no global 'spawn' function is configured.",
    "Executor::spawn_local called, but no global 'spawn_local' function is configured.",
    "called `Option::unwrap()` on a `None` value",
    "called `Option::unwrap_throw()` on a `None` value",
    "called `Result::unwrap()` on an `Err` value",
    "attempt to divide by zero",
    "attempt to divide with overflow",
    "LazyCell instance has previously been poisoned",
    "Once instance has previously been poisoned",
    "one-time initialization may not be performed recursively",
    "`async fn` resumed after completion",
    "RefCell already mutably borrowed",
    "RefCell already borrowed",
    "Hash table capacity overflow",
    "capacity overflow",
    "a Display implementation returned an error unexpectedly",
    "assertion failed: step != 0",
    "assertion failed: psize >= size + min_overhead",
    "assertion failed: psize <= size + max_overhead",
    "Tried to access a reactive value that has already been disposed.",
    "Tried to shrink to a larger capacity",
    "the guard should always be in place until the Drop implementation",
    "index not found",
    "attempt to join into collection with len > usize::MAX",
    "Dropped SendWrapper<T> variable from a thread different to the one it has been created with.",
    "Dereferenced SendWrapper<T> variable from a thread different to the one it has been created with.",
    "cannot modify the panic hook from a panicking thread",
    "use of std::thread::current() is not possible after the thread's local data has been destroyed",
    "failed to generate unique thread ID: bitspace exhausted",
    "closure invoked recursively or after being dropped",
    "Attempted to initialize thread-local while it is being dropped",
    "internal error: entered unreachable code",
    "Arc counter overflow",
    "inner is None only in drop",
];

/// The wasm with zeros for what nobody says.
pub(super) fn forget(file: &[u8]) -> Result<Vec<u8>> {
    let wasm = Wasm::read(file)?;
    let (code, section) = (wasm.section(CODE), wasm.section(DATA));
    let mut data = section.to_vec();
    let mut forgotten = 0;
    for segment in segments(section)? {
        for message in MESSAGES {
            let bytes = &section[segment.at..segment.at + segment.length];
            for at in places(bytes, message.as_bytes()) {
                // A text to be filled in has the length of its first piece before it.
                let from = (segment.address + at).saturating_sub(1);
                let is_said = (from..segment.address + at + message.len())
                    .any(|address| is_in_code(code, address) || is_in_data(section, address));
                if !is_said {
                    data[segment.at + at..][..message.len()].fill(0);
                    forgotten += 1;
                }
            }
        }
    }
    if forgotten == 0 {
        bail!(
            "the wasm has no message that nobody says: the words of the standard library changed"
        );
    }
    Ok(wasm.with(&[(DATA, data)]))
}

/// Where `part` begins in `bytes`.
fn places<'a>(bytes: &'a [u8], part: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    bytes.windows(part.len()).enumerate().filter(move |(_, it)| *it == part).map(|(at, _)| at)
}

/// Whether the code may have this number, as a constant or as what is added to an address: any bytes
/// that read like it count.
fn is_in_code(code: &[u8], address: usize) -> bool {
    let offset = number(address);
    // A constant has a sign: where the last byte would read as negative, another follows.
    let mut constant = offset.clone();
    if let Some(last) = constant.last_mut().filter(|last| **last & 0x40 != 0) {
        *last |= 0x80;
        constant.push(0);
    }
    places(code, &offset).next().is_some() || places(code, &constant).next().is_some()
}

/// Whether the data may have this address: any four bytes that read like it count.
fn is_in_data(data: &[u8], address: usize) -> bool {
    u32::try_from(address).is_ok_and(|word| places(data, &word.to_le_bytes()).next().is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A wasm with this code, and data at address 0x100000.
    fn file(code: &[u8], data: &[u8]) -> Vec<u8> {
        let head = b"\x01\0\x41\x80\x80\xc0\0\x0b";
        let data = [&head[..], &number(data.len()), data].concat();
        let mut file = b"\0asm\x01\0\0\0".to_vec();
        for (id, body) in [(CODE, code), (DATA, &data)] {
            file.push(id);
            file.extend(number(body.len()));
            file.extend(body);
        }
        file
    }

    #[test]
    fn the_app_says_none_of_them() -> Result<()> {
        let mut folders = vec![crate::project::root().join("src")];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder)? {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let text = std::fs::read_to_string(&path)?;
                let said = MESSAGES.iter().find(|message| text.contains(**message));
                assert_eq!(said, None, "in {}: take it out of the messages", path.display());
            }
        }
        Ok(())
    }

    const SAID: &[u8] = b"one\x20capacity overflowindex not found";

    #[track_caller]
    fn is_left(code: &[u8], data: &[u8], left: &[u8]) {
        let made = forget(&file(code, data)).unwrap_or_default();
        assert!(made.ends_with(left), "{}", String::from_utf8_lossy(&made));
    }

    #[test]
    fn what_nothing_refers_to_becomes_zeros() {
        let left = [&b"one\x20"[..], &[0; 32]].concat();
        is_left(b"\x41\x80\x80\xc0\0", SAID, &left);
    }

    #[test]
    fn what_the_code_refers_to_stays() {
        let left = [&b"one\x20capacity overflow"[..], &[0; 15]].concat();
        // The address as a constant, as what is added to one, and that of the length before.
        for code in [&b"\x41\x84\x80\xc0\0"[..], b"\x28\x02\x84\x80\x40", b"\x41\x83\x80\xc0\0"] {
            is_left(code, SAID, &left);
        }
    }

    #[test]
    fn what_the_data_refers_to_stays() {
        let said = [SAID, b"\x18\0\x10\0"].concat();
        let left = [&b"one\x20"[..], &[0; 17], b"index not found\x18\0\x10\0"].concat();
        is_left(b"\0", &said, &left);
    }

    #[test]
    fn a_wasm_without_any_message_is_refused() {
        assert!(forget(&file(b"\0", b"words of the app")).is_err());
    }
}
