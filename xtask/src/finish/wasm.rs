//! Gives what wasm and script share short names in the wasm, and takes out what neither needs.

use anyhow::{Context, Result, bail};

pub(super) const CUSTOM: u8 = 0;
const IMPORT: u8 = 2;
const EXPORT: u8 = 7;
pub(super) const CODE: u8 = 10;
pub(super) const DATA: u8 = 11;

/// The part of the names that has those of functions.
const OF_FUNCTIONS: u8 = 1;

/// Magic number and version.
const HEADER: usize = 8;

/// The name of the module that the imports come from.
pub(super) const MODULE: &str = "a";

/// A wasm file in its sections.
pub(super) struct Wasm<'a> {
    header: &'a [u8],
    sections: Vec<(u8, &'a [u8])>,
}

/// A name that wasm and script share, and the rest of what the wasm says of it.
pub(super) struct Shared<'a> {
    /// Of an import, the module that it comes from.
    pub(super) module: &'a str,
    pub(super) name: &'a str,
    rest: &'a [u8],
}

impl<'a> Wasm<'a> {
    pub(super) fn read(file: &'a [u8]) -> Result<Self> {
        let Some((header, body)) =
            file.split_at_checked(HEADER).filter(|_| file.starts_with(b"\0asm"))
        else {
            bail!("this is not wasm");
        };
        let mut reader = Reader(body);
        let mut sections = Vec::new();
        while !reader.is_empty() {
            sections.push((reader.byte()?, reader.sized()?));
        }
        Ok(Self { header, sections })
    }

    /// What the wasm takes from the script, in the order of the wasm.
    pub(super) fn imports(&self) -> Result<Vec<Shared<'a>>> {
        let entry = |reader: &mut Reader<'a>| {
            let (module, name) = (reader.text()?, reader.text()?);
            Ok(Shared { module, name, rest: reader.function()? })
        };
        self.entries(IMPORT, entry)
    }

    /// What the wasm gives to the script, in the order of the wasm.
    pub(super) fn exports(&self) -> Result<Vec<Shared<'a>>> {
        let entry = |reader: &mut Reader<'a>| {
            Ok(Shared { module: "", name: reader.text()?, rest: reader.kind_and_number()? })
        };
        self.entries(EXPORT, entry)
    }

    /// The bodies of its own functions, whose numbers follow those of the imports.
    pub(super) fn bodies(&self) -> Result<Vec<&'a [u8]>> {
        self.entries(CODE, Reader::sized)
    }

    /// The number and name of each function that has a name.
    pub(super) fn names(&self) -> Result<Vec<(usize, &'a str)>> {
        let mut named = Vec::new();
        for &(_, body) in self.sections.iter().filter(|section| section.0 == CUSTOM) {
            let mut section = Reader(body);
            let is_names = section.text()? == "name";
            while is_names && !section.is_empty() {
                let (kind, mut part) = (section.byte()?, Reader(section.sized()?));
                for _ in 0..if kind == OF_FUNCTIONS { part.number()? } else { 0 } {
                    named.push((part.number()?, part.text()?));
                }
            }
        }
        Ok(named)
    }

    /// The body of a section that is there once.
    pub(super) fn section(&self, id: u8) -> &'a [u8] {
        self.sections.iter().find(|section| section.0 == id).map_or(&[0][..], |it| it.1)
    }

    /// The file with other bodies for some sections, custom ones left out but those that are given.
    pub(super) fn with(&self, sections: &[(u8, Vec<u8>)]) -> Vec<u8> {
        let mut file = self.header.to_vec();
        let add = |file: &mut Vec<u8>, id: u8, body: &[u8]| {
            file.push(id);
            file.extend(number(body.len()));
            file.extend(body);
        };
        for &(id, body) in self.sections.iter().filter(|section| section.0 != CUSTOM) {
            let other = sections.iter().find(|section| section.0 == id);
            add(&mut file, id, other.map_or(body, |section| &section.1));
        }
        for (id, body) in sections.iter().filter(|section| section.0 == CUSTOM) {
            add(&mut file, *id, body);
        }
        file
    }

    fn entries<T>(&self, id: u8, entry: impl Fn(&mut Reader<'a>) -> Result<T>) -> Result<Vec<T>> {
        let mut reader = Reader(self.section(id));
        (0..reader.number()?).map(|_| entry(&mut reader)).collect()
    }

    /// The file with these imports and exports under new names, with `notes` (the names of functions
    /// and the like) only if they are wanted.
    pub(super) fn write(
        &self,
        imports: &[(String, Shared)],
        exports: &[(String, Shared)],
        keeps_notes: bool,
    ) -> Vec<u8> {
        let mut file = self.header.to_vec();
        for &(id, body) in &self.sections {
            let made = match id {
                IMPORT => section(imports, |entry| [sized(MODULE), sized(entry)].concat()),
                EXPORT => section(exports, sized),
                CUSTOM if !keeps_notes => continue,
                _ => body.to_vec(),
            };
            file.push(id);
            file.extend(number(made.len()));
            file.extend(made);
        }
        file
    }
}

fn section(entries: &[(String, Shared)], names: impl Fn(&str) -> Vec<u8>) -> Vec<u8> {
    let mut body = number(entries.len());
    for (name, shared) in entries {
        body.extend(names(name));
        body.extend(shared.rest);
    }
    body
}

pub(super) fn sized(text: &str) -> Vec<u8> {
    [&number(text.len()), text.as_bytes()].concat()
}

/// The body of the section that names functions.
pub(super) fn names_of(functions: &[(usize, String)]) -> Vec<u8> {
    let mut all = number(functions.len());
    for (at, name) in functions {
        all.extend(number(*at));
        all.extend(sized(name));
    }
    [sized("name"), vec![OF_FUNCTIONS], number(all.len()), all].concat()
}

/// A number as wasm writes it: seven bits a byte, the highest bit while more follow.
pub(super) fn number(mut value: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = u8::try_from(value & 0x7f).unwrap_or_default();
        value >>= 7;
        if value == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

/// What of a section is still to be read.
pub(super) struct Reader<'a>(pub(super) &'a [u8]);

impl<'a> Reader<'a> {
    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length).context("the wasm ends too early")?;
        self.0 = rest;
        Ok(taken)
    }

    pub(super) fn byte(&mut self) -> Result<u8> {
        Ok(self.take(1)?[0])
    }

    pub(super) fn number(&mut self) -> Result<usize> {
        let mut value = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            value |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        bail!("the wasm has a number of more than 32 bits")
    }

    pub(super) fn sized(&mut self) -> Result<&'a [u8]> {
        let length = self.number()?;
        self.take(length)
    }

    fn text(&mut self) -> Result<&'a str> {
        std::str::from_utf8(self.sized()?).context("the wasm has a name that is not UTF-8")
    }

    /// The kind of an export or import and the number of its thing or type.
    fn kind_and_number(&mut self) -> Result<&'a [u8]> {
        let all = self.0;
        self.byte()?;
        self.number()?;
        Ok(&all[..all.len() - self.0.len()])
    }

    /// As above, of an import, which must be a function: wasm-bindgen imports nothing else.
    fn function(&mut self) -> Result<&'a [u8]> {
        match self.0.first() {
            Some(0) => self.kind_and_number(),
            kind => bail!("the wasm imports what is no function, but of kind {kind:?}"),
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Imports `m.first` of type 1, exports functions as `run` and `__wbindgen_start`, and its memory.
    pub(in super::super) const FILE: &[u8] = b"\0asm\x01\0\0\0\
        \x02\x0b\x01\x01m\x05first\x00\x01\
        \x07\x24\x03\x03run\x00\xac\x02\x06memory\x02\x00\x10__wbindgen_start\x00\x02\
        \x00\x05\x04note\
        \x0a\x01\x00";

    #[test]
    fn names_are_read_and_written_anew() -> Result<()> {
        let wasm = Wasm::read(FILE)?;
        let named = |name: &str, shared| (name.to_owned(), shared);
        let imports: Vec<_> = wasm.imports()?.into_iter().map(|it| named("x", it)).collect();
        assert_eq!((imports[0].1.module, imports[0].1.name), ("m", "first"));
        let mut exports = wasm.exports()?;
        assert_eq!([exports[0].name, exports[1].name], ["run", "memory"]);
        let exports = [named("yy", exports.swap_remove(0))];
        assert_eq!(
            wasm.write(&imports, &exports, false),
            b"\0asm\x01\0\0\0\x02\x07\x01\x01a\x01x\x00\x01\x07\x07\x01\x02yy\x00\xac\x02\x0a\x01\x00"
        );
        let with_notes = wasm.write(&imports, &exports, true);
        assert!(with_notes.windows(7).any(|bytes| bytes == b"\x00\x05\x04note"));
        Ok(())
    }

    #[test]
    fn numbers_come_back() -> Result<()> {
        for value in [0, 127, 128, 300, 1 << 20, (1 << 32) - 1] {
            assert_eq!(Reader(&number(value)).number()?, value);
        }
        Ok(())
    }

    #[test]
    fn what_is_not_wasm_or_too_short_is_refused() {
        assert!(Wasm::read(b"<html>").is_err());
        assert!(Wasm::read(b"<!doctype html>").is_err());
        assert!(Wasm::read(&FILE[..FILE.len() - 1]).is_err());
        assert!(Wasm::read(b"\0asm\x01\0\0\0").is_ok());
    }

    #[test]
    fn an_import_that_is_no_function_is_refused() -> Result<()> {
        let wasm = Wasm::read(b"\0asm\x01\0\0\0\x02\x08\x01\x01m\x01f\x02\x00\x01")?;
        assert!(wasm.imports().is_err());
        Ok(())
    }
}
