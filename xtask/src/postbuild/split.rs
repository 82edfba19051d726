//! Splits the app: what every visit needs, and chunks that the app fetches when a view is entered.
//!
//! Trunk cannot do this. The app is linked a second time with the feature `split` and with its
//! relocations, `wasm-split` moves the code of the rooms (`src/views/room.rs`) out of it, and
//! wasm-bindgen generates the glue between main, chunks and page.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::{APP, read, read_text, wasm_opt, write};
use crate::{project, tool};
use xtask::hash;

const TARGET: &str = "wasm32-unknown-unknown";
/// The script that fetches chunks, as wasm-split writes it.
const LOADER: &str = "__wasm_split.js";

/// The app in parts.
pub(super) struct Parts {
    /// What wasm-bindgen generated. It imports the script that fetches chunks.
    pub(super) glue: PathBuf,
    /// What every visit needs.
    pub(super) main: Vec<u8>,
    pub(super) chunks: Vec<Chunk>,
}

/// A part that is fetched later.
pub(super) struct Chunk {
    /// The name of its file beside the page.
    pub(super) name: String,
    pub(super) code: Vec<u8>,
}

/// Builds the app in parts in `target/split`.
pub(super) fn build() -> Result<Parts> {
    let folder = project::root().join("target/split");
    if folder.exists() {
        fs::remove_dir_all(&folder).context("cannot remove `target/split`")?;
    }
    compile()?;
    split(&folder)?;
    bind(&folder)?;
    let loader = folder.join(LOADER);
    let mut script = read_text(&loader)?;
    let mut chunks = Vec::new();
    for file in chunk_files(&folder)? {
        wasm_opt::optimize(&folder.join(&file))?;
        let chunk = Chunk::of(&rooms(&script, &file)?, read(&folder.join(&file))?);
        script = with_chunk(&script, &file, &chunk)?;
        chunks.push(chunk);
    }
    ensure!(!chunks.is_empty(), "wasm-split made no chunk: does `src/views/room.rs` still split?");
    write(&loader, script.as_bytes())?;
    let main = folder.join(format!("{APP}_bg.wasm"));
    wasm_opt::optimize(&main)?;
    Ok(Parts { glue: folder.join(format!("{APP}.js")), main: read(&main)?, chunks })
}

/// Compiles the app with the feature `split`. The linker leaves its relocations in, from which
/// wasm-split learns what refers to what.
fn compile() -> Result<()> {
    let mut command = project::cargo();
    command.args(["rustc", "--release", "--target", TARGET, "--bin", APP, "--features", "split"]);
    project::run(command.args(["--", "-Clink-args=--emit-relocs"]))
}

fn split(folder: &Path) -> Result<()> {
    let input = project::root().join(format!("target/{TARGET}/release/{APP}.wasm"));
    let mut command = project::command(tool::wasm_split()?);
    project::run(command.arg(input).arg(folder).args(["--out-name", APP]))
}

fn bind(folder: &Path) -> Result<()> {
    let mut command = project::command(tool::wasm_bindgen()?);
    command.args(["--target", "web", "--no-typescript", "--keep-lld-exports"]);
    command.args(["--remove-name-section", "--remove-producers-section", "--out-name", APP]);
    project::run(command.arg("--out-dir").arg(folder).arg(folder.join(format!("{APP}.wasm"))))
}

/// The names of the chunks that wasm-split wrote.
fn chunk_files(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).context("cannot read `target/split`")? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.starts_with("split_") || name.starts_with("chunk_") {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// The rooms whose code is in a chunk: one, or those that share it, which the script names in the
/// comment before the chunk.
fn rooms(script: &str, file: &str) -> Result<Vec<String>> {
    let part = file.trim_end_matches(".wasm");
    if let Some(room) = part.strip_prefix("split_") {
        return Ok(vec![room.to_owned()]);
    }
    let before = script.split_once(&format!("const __{part} = ")).map(|(before, _)| before);
    let comment = before.and_then(|before| before.trim_end().rsplit_once("/* "));
    let shared = comment.and_then(|(_, comment)| comment.strip_suffix(" */"));
    let shared = shared.with_context(|| format!("`{LOADER}` does not say who shares `{file}`"))?;
    Ok(shared.split(", ").map(str::to_owned).collect())
}

impl Chunk {
    /// The name has the rooms, so that the page can preload what one of them needs.
    fn of(rooms: &[String], code: Vec<u8>) -> Self {
        Self { name: format!("{APP}-{}-{}.wasm", rooms.join("-"), hash::short(&code)), code }
    }
}

/// The script with the chunk's final name. Chunks of another build would break the app without a
/// word, so the browser checks their integrity.
fn with_chunk(script: &str, file: &str, chunk: &Chunk) -> Result<String> {
    let plain = format!("fetch(new URL(\"./{file}\", import.meta.url))");
    ensure!(
        script.matches(&plain).count() == 1,
        "`{LOADER}` of wasm-split does not fetch `{file}` once as `{plain}`"
    );
    let integrity = hash::integrity(&chunk.code);
    let fetch = format!("fetch(\"./{}\", {{ integrity: \"{integrity}\" }})", chunk.name);
    Ok(script.replace(&plain, &fetch))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_fetches_a_chunk_by_its_final_name_and_integrity() -> Result<()> {
        let chunk = Chunk::of(&rooms("", "split_rooms.wasm")?, b"abc".to_vec());
        assert_eq!(chunk.name, "headphones-or-iems-rooms-ba7816bf.wasm");
        let script = "load(() => fetch(new URL(\"./split_rooms.wasm\", import.meta.url)))";
        let script = with_chunk(script, "split_rooms.wasm", &chunk)?;
        let fetch =
            "fetch(\"./headphones-or-iems-rooms-ba7816bf.wasm\", { integrity: \"sha256-ungWv48B";
        assert!(script.contains(fetch), "{script}");
        assert!(with_chunk(&script, "split_rooms.wasm", &chunk).is_err());
        Ok(())
    }

    #[test]
    fn a_shared_chunk_is_named_after_the_rooms_that_share_it() -> Result<()> {
        let script =
            "/* a */\nconst __chunk_1 = makeLoad()\n/* a, b */\nconst __chunk_12 = makeLoad()";
        assert_eq!(rooms(script, "chunk_12.wasm")?, ["a", "b"]);
        assert_eq!(rooms(script, "chunk_1.wasm")?, ["a"]);
        assert!(rooms(script, "chunk_2.wasm").is_err());
        Ok(())
    }
}
