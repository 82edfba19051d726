//! Bundles and minifies scripts and styles with esbuild.

use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, bail};

use crate::{project, tool};

/// The script that is in every page: the modules in `src/inline/`, together with wasm-bindgen's glue.
/// It starts the app of the file `wasm`, and knows the `chunks` that the app loads later.
pub(super) fn inline_script(
    glue: &Path,
    wasm: &str,
    integrity: &str,
    chunks: &[String],
) -> Result<String> {
    let wasm = &format!("./{wasm}");
    let chunks: Vec<String> = chunks.iter().map(|chunk| format!("./{chunk}")).collect();
    let script = bundle(
        "src/inline/main.js",
        &[
            "--format=iife".to_owned(),
            format!("--alias:wasm-glue={}", glue.display()),
            format!("--define:WASM_FILE=\"{wasm}\""),
            format!("--define:WASM_INTEGRITY=\"{integrity}\""),
            format!("--define:CHUNKS={}", serde_json::to_string(&chunks)?),
            // Where the glue would look for a wasm file if it were not given one.
            "--define:import.meta.url=\"\"".to_owned(),
        ],
    )?;
    for name in [wasm, integrity] {
        if !script.contains(name) {
            bail!("the inline script does not mention `{name}`, so it cannot start the app");
        }
    }
    Ok(script)
}

/// A script in a file of its own.
pub(super) fn script(entry: &str) -> Result<String> {
    bundle(entry, &["--format=iife".to_owned()])
}

/// The styles that every visit needs.
pub(super) fn main_style() -> Result<String> {
    style("public/css/main.css")
}

/// The styles that only rooms need. They come after those of every visit.
pub(super) fn room_style() -> Result<String> {
    style("public/css/rooms.css")
}

/// All styles of the app, for a page that has them inside.
pub(super) fn whole_style() -> Result<String> {
    Ok(main_style()? + &room_style()?)
}

/// A style with everything that it imports.
pub(super) fn style(entry: &str) -> Result<String> {
    bundle(entry, &[])
}

fn bundle(entry: &str, arguments: &[String]) -> Result<String> {
    let mut command = project::command(tool::esbuild()?);
    command.args([entry, "--bundle", "--minify", "--charset=utf8", "--log-level=warning"]);
    // The glue of a split app names the script that fetches chunks once for each chunk.
    command.arg("--log-override:duplicate-object-key=silent");
    command.args(arguments).stderr(Stdio::inherit());
    let output = command.output().context("cannot start esbuild")?;
    if !output.status.success() {
        bail!("{} failed: see above", project::shown(&command));
    }
    let text = String::from_utf8(output.stdout).context("esbuild's output is not UTF-8")?;
    Ok(text.trim_end().to_owned())
}
