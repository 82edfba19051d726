//! Makes the wasm smaller: silent panics without their words, wasm-opt, and functions in an order
//! that compresses well.

use std::path::Path;

use anyhow::Result;
use xtask::small;

use super::wasm::{CUSTOM, Wasm, names_of};
use super::{message, panic, read, write};
use crate::{project, tool};

/// What the browsers that we name can do, and wasm-bindgen needs.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The steps, in order. The lowest kilobyte is unused, since the linker puts the stack there.
const STEPS: [&str; 6] = ["-Oz", "--low-memory-unused", "--flatten", "--rereloop", "-Oz", "-Oz"];

/// Puts functions in the order of their names; the rest makes it write as small as the steps do.
const ORDER: [&str; 5] = ["-ol", "2", "-s", "2", "--reorder-functions-by-name"];

/// How alike two functions are: the pieces that they share, of this length, as a part of the pieces
/// of both or of those of the second. No way is best for each build, so the smallest result counts.
const WAYS: [(usize, bool); 4] = [(3, true), (3, false), (4, false), (6, true)];

/// Makes the wasm file smaller in place.
pub(super) fn file(path: &Path) -> Result<()> {
    write(path, &panic::silence(&read(path)?)?)?;
    run(path, &STEPS)?;
    let plain = message::forget(&read(path)?)?;
    let mut smallest: Option<(usize, Vec<u8>)> = None;
    for way in WAYS {
        write(path, &named(&plain, way)?)?;
        run(path, &ORDER)?;
        let ordered = read(path)?;
        let size = small::brotli(&Wasm::read(&ordered)?.with(&[]))?.len();
        if smallest.as_ref().is_none_or(|(least, _)| size < *least) {
            smallest = Some((size, ordered));
        }
    }
    smallest.map_or(Ok(()), |(_, ordered)| write(path, &ordered))
}

fn run(path: &Path, steps: &[&str]) -> Result<()> {
    let mut command = project::command(tool::wasm_opt()?);
    project::run(command.arg(path).args(FEATURES).args(steps).arg("-o").arg(path))
}

/// The wasm with names for its functions, by which wasm-opt can order them: each stands before the
/// one most like it that has no place yet, since brotli says a short distance with fewer bits.
fn named(file: &[u8], way: (usize, bool)) -> Result<Vec<u8>> {
    let wasm = Wasm::read(file)?;
    let imports = wasm.imports()?.len();
    let order = by_likeness(&wasm.bodies()?, way);
    let mut names: Vec<_> =
        order.iter().enumerate().map(|(to, at)| (imports + at, format!("{to:05}"))).collect();
    names.sort();
    Ok(wasm.with(&[(CUSTOM, names_of(&names))]))
}

/// The positions of all bodies, each followed by the one that shares the most pieces with it.
fn by_likeness(bodies: &[&[u8]], (length, is_of_both): (usize, bool)) -> Vec<usize> {
    let pieces: Vec<Vec<&[u8]>> = bodies.iter().map(|body| pieces(body, length)).collect();
    let mut left: Vec<usize> = (0..bodies.len()).collect();
    let mut order = Vec::new();
    while !left.is_empty() {
        let mut next = (0, 0);
        if let Some(last) = order.last().map(|last: &usize| &pieces[*last]) {
            for (place, at) in left.iter().enumerate() {
                let of = &pieces[*at];
                let all = of.len() + if is_of_both { last.len() } else { 0 };
                let share = shared(last, of) * 1_000_000 / all.max(1);
                if share > next.0 {
                    next = (share, place);
                }
            }
        }
        order.push(left.remove(next.1));
    }
    order
}

/// The pieces of some length in a body, sorted, each once.
fn pieces(body: &[u8], length: usize) -> Vec<&[u8]> {
    let mut pieces: Vec<&[u8]> = body.windows(length).collect();
    pieces.sort_unstable();
    pieces.dedup();
    pieces
}

/// How many pieces two bodies share.
fn shared(one: &[&[u8]], other: &[&[u8]]) -> usize {
    let (mut at, mut count) = (0, 0);
    for piece in one {
        while other.get(at).is_some_and(|other| other < piece) {
            at += 1;
        }
        count += usize::from(other.get(at) == Some(piece));
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_follow_the_one_most_like_them() {
        let bodies = [&b"abcdef"[..], b"uvwxyz", b"abcdxx", b"uvwxxx"];
        for way in [(3, true), (3, false)] {
            assert_eq!(by_likeness(&bodies, way), [0, 2, 1, 3]);
            assert_eq!(by_likeness(&[], way), [0; 0]);
        }
    }
}
