//! Takes the words out of panics. The app's hook looks at none of them: whatever went wrong, the page
//! says that the app failed. So each way to panic becomes a call of what the hook calls, and the
//! places in the source that it would have named become zeros. `docs/decisions/0007-the-last-kilobytes.md`.

use anyhow::{Context, Result, bail};

use super::APP;
use super::wasm::{CODE, CUSTOM, DATA, Reader, Wasm, names_of, number};

/// What the hook of the app calls.
const FAIL: &str = "::browser::page::fail";

/// Instructions: the two that a silent panic is made of, and the end of a body.
const UNREACHABLE: u8 = 0x00;
const END: u8 = 0x0b;
const CALL: u8 = 0x10;

/// A place in the source: where its file's name is, how long that is, line and column.
const PLACE: usize = 16;

/// The wasm with silent panics, and the names of its functions kept.
pub(super) fn silence(file: &[u8]) -> Result<Vec<u8>> {
    let wasm = Wasm::read(file)?;
    let names = wasm.names()?;
    let fail = format!("{}{FAIL}", APP.replace('-', "_"));
    let found = names.iter().find(|(_, name)| path(name) == fail);
    let (fail, _) = found.with_context(|| format!("the wasm has no function `{fail}`"))?;
    let body = [&[0, CALL][..], &number(*fail), &[UNREACHABLE, END]].concat();
    let imports = wasm.imports()?.len();
    let mut bodies = wasm.bodies()?;
    let mut silenced = 0;
    for &(at, _) in names.iter().filter(|(_, name)| panics(name)) {
        let own = at.checked_sub(imports).and_then(|at| bodies.get_mut(at));
        // What panics does not come back.
        if let Some(own) = own.filter(|own| own.ends_with(&[UNREACHABLE, END])) {
            *own = &body;
            silenced += 1;
        }
    }
    if silenced == 0 {
        bail!("the wasm has no function that panics: the names of the standard library changed");
    }
    let mut code = number(bodies.len());
    for body in bodies {
        code.extend(number(body.len()));
        code.extend(body);
    }
    let data = without_places(wasm.section(DATA))?;
    let names: Vec<_> = names.into_iter().map(|(at, name)| (at, name.to_owned())).collect();
    Ok(wasm.with(&[(CODE, code), (DATA, data), (CUSTOM, names_of(&names))]))
}

/// Whether a function of the standard library does nothing but panic, by its name.
fn panics(name: &str) -> bool {
    let path = path(name);
    let is_std = ["core", "alloc", "std"].contains(&path.split("::").next().unwrap_or_default());
    let own = path.rsplit("::").next().unwrap_or_default();
    let is_named = ["panic", "begin_panic", "rust_oom", "handle_error", "capacity_overflow"];
    let is_like = own.starts_with("panic_") || own.ends_with("_fail") || own.ends_with("_failed");
    is_std && (is_like || is_named.contains(&own))
}

/// The path of a function without hashes and types: `alloc::vec::Vec::remove` of
/// `<alloc[3ca501ed]::vec::Vec<_, _>>::remove`.
fn path(name: &str) -> String {
    let mut path = String::new();
    let mut depth = 0;
    for letter in name.strip_prefix('<').unwrap_or(name).chars() {
        match letter {
            '<' | '[' => depth += 1,
            '>' | ']' => depth = (depth - 1).max(0),
            _ if depth == 0 => path.push(letter),
            _ => {}
        }
    }
    let is_hash = |part: &str| part.len() == 17 && part.starts_with('h');
    let parts = path.split("::").filter(|part| !part.is_empty() && !is_hash(part));
    parts.collect::<Vec<_>>().join("::")
}

/// Data in the memory: where it begins there, and where it lies in the section.
pub(super) struct Segment {
    pub(super) address: usize,
    pub(super) at: usize,
    pub(super) length: usize,
}

/// The data with zeros for places in the source, and for the names of their files.
fn without_places(section: &[u8]) -> Result<Vec<u8>> {
    let segments = segments(section)?;
    let mut data = section.to_vec();
    for segment in &segments {
        let mut at = segment.at + segment.address.next_multiple_of(4) - segment.address;
        while at + PLACE <= segment.at + segment.length {
            if let Some((name, length)) = place(section, &segments, at) {
                data[at..at + PLACE].fill(0);
                data[name..name + length].fill(0);
                at += PLACE;
            } else {
                at += 4;
            }
        }
    }
    Ok(data)
}

pub(super) fn segments(section: &[u8]) -> Result<Vec<Segment>> {
    let mut reader = Reader(section);
    let mut segments = Vec::new();
    for _ in 0..reader.number()? {
        // Active, in the one memory, at a constant address.
        let head = (reader.byte()?, reader.byte()?);
        let address = reader.number()?;
        if head != (0, 0x41) || reader.byte()? != END {
            bail!("the wasm has data that does not lie at a fixed address");
        }
        let bytes = reader.sized()?;
        let at = section.len() - reader.0.len() - bytes.len();
        segments.push(Segment { address, at, length: bytes.len() });
    }
    Ok(segments)
}

/// Where the file's name of a place in the source is, and its length, if there is such a place.
fn place(section: &[u8], segments: &[Segment], at: usize) -> Option<(usize, usize)> {
    let word = |index: usize| {
        let bytes = section.get(at + 4 * index..)?.first_chunk()?;
        usize::try_from(u32::from_le_bytes(*bytes)).ok()
    };
    let (address, length, line, column) = (word(0)?, word(1)?, word(2)?, word(3)?);
    let holds = |segment: &&Segment| {
        segment.address <= address && address + length <= segment.address + segment.length
    };
    let segment = segments.iter().find(holds)?;
    let name = segment.at + address - segment.address;
    let is_file = section.get(name..name + length)?.ends_with(b".rs");
    (is_file && line > 0 && column > 0).then_some((name, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_panics_is_known_by_its_name() {
        for name in [
            "core[c5930c85a12de822]::panicking::panic_fmt",
            "core::panicking::panic_display::h6aae7b76ad051b28",
            "core[c5930c85a12de822]::panicking::assert_failed::<isize, isize>",
            "<alloc[3ca501edff3f0c7c]::vec::Vec<_, _>>::remove::assert_failed",
        ] {
            assert!(panics(name), "{name} is {}", path(name));
        }
        for name in [
            "std[a543996e6e7dbf1e]::thread::panicking",
            "std[a543996e6e7dbf1e]::panicking::panic_handler::{closure#0}",
            "<std[a5]::panicking::panic_handler::FormatStringPayload as core[c5]::panic::PanicPayload>::get",
            "headphones_or_iems::browser::page::fail::h6df6dad3edc25270",
        ] {
            assert!(!panics(name), "{name} is {}", path(name));
        }
    }

    #[test]
    fn places_in_the_source_become_zeros() -> Result<()> {
        // One segment at address 8: a name of four bytes, a place that has it, and a word.
        let bytes = b"a.rs\x08\0\0\0\x04\0\0\0\x07\0\0\0\x09\0\0\0word";
        let section = [&b"\x01\0\x41\x08\x0b"[..], &[24], bytes].concat();
        let data = without_places(&section)?;
        assert_eq!(data[..6], section[..6]);
        assert_eq!((&data[6..26], &data[26..]), (&[0; 20][..], &b"word"[..]));
        Ok(())
    }

    #[test]
    fn a_wasm_without_the_function_that_fails_is_refused() {
        let message = silence(super::super::wasm::tests::FILE).err().map(|it| it.to_string());
        assert!(message.is_some_and(|it| it.contains("no function `headphones_or_iems::")));
    }
}
