//! The exact version of every tool that the build and the tests install. The compiler is pinned in
//! `rust-toolchain.toml`, and libraries in `Cargo.lock`.

/// Builds the app, and runs the other tools.
pub const TRUNK: &str = "0.21.14";

/// Generates the glue between wasm and page. Must equal the library's version in `Cargo.toml`, and
/// Trunk's setting in `Trunk.toml`.
pub const WASM_BINDGEN: &str = "0.2.130";

/// Splits the app into chunks.
pub const WASM_SPLIT: &str = "0.2.4";

/// The library that leptos brings for split apps, as far as it is known to fit the tool.
#[cfg(test)]
const WASM_SPLIT_HELPERS: &str = "0.2.3";

/// The npm package that has `wasm-opt`. The program itself reports the major version only.
pub const BINARYEN: &str = "132.0.0";

/// Bundles and minifies scripts and styles.
pub const ESBUILD: &str = "0.28.2";

/// Drives Firefox in the tests.
pub const GECKODRIVER: &str = "0.37.1";

/// Finds accessibility problems in the browser tests.
pub const AXE: &str = "4.14.1";

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs, io, path::Path};

    #[test]
    fn wasm_split_fits_its_library() -> io::Result<()> {
        let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
        let line = format!("name = \"wasm_split_helpers\"\nversion = \"{WASM_SPLIT_HELPERS}\"\n");
        assert!(fs::read_to_string(lock)?.contains(&line), "look whether {WASM_SPLIT} still fits");
        Ok(())
    }

    #[test]
    fn wasm_bindgen_has_one_version_everywhere() -> io::Result<()> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        for (file, line) in [
            ("Cargo.lock", format!("name = \"wasm-bindgen\"\nversion = \"{WASM_BINDGEN}\"\n")),
            ("Cargo.toml", format!("wasm-bindgen = \"={WASM_BINDGEN}\"\n")),
            ("Trunk.toml", format!("wasm_bindgen = \"{WASM_BINDGEN}\"\n")),
        ] {
            assert!(fs::read_to_string(root.join(file))?.contains(&line), "`{file}`: {line}");
        }
        Ok(())
    }
}
