//! What Trunk runs at the end of a build: gives the files their names, renders the page, writes the
//! start script, the policy and the integrity, and compresses. A debug build keeps plain names and
//! has no policy, as Trunk's reload needs none.

mod address;
mod compress;
mod css;
mod name;
mod optimize;
mod page;
mod panic;
mod render;
mod script;
mod wasm;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::{build, project};
use page::{Assets, Page};

const APP: &str = "headphones-or-iems";

/// The build to be finished, as Trunk describes it.
struct Build {
    staging: PathBuf,
    is_release: bool,
}

pub(crate) fn run() -> Result<()> {
    let build = Build::from_trunk()?;
    if !build.is_release {
        build::forget()?;
    }
    let assets = build.write_assets()?;
    let page = address::fill(&build.page(&assets)?)?;
    write(&build.staging.join("index.html"), page.as_bytes())?;
    if build.is_release {
        let files = compress::folder(&build.staging)?;
        let first = ["index.html", &assets.css, &assets.js, &assets.wasm];
        println!("{}", compress::table(&files, &first));
    }
    Ok(())
}

impl Build {
    fn from_trunk() -> Result<Self> {
        let variable = |name| {
            env::var_os(name).with_context(|| {
                format!("`{name}` is not set: Trunk runs this; use `cargo xtask build`")
            })
        };
        let staging = variable("TRUNK_STAGING_DIR")?.into();
        Ok(Self { staging, is_release: variable("TRUNK_PROFILE")? == "release" })
    }

    /// Writes the style, wasm and JavaScript files under their final names.
    fn write_assets(&self) -> Result<Assets> {
        let style = css::bundle(&project::root().join("public/css"))?;
        let css = self.name("", "css", style.as_bytes());
        write(&self.staging.join(&css), style.as_bytes())?;

        let plain_js = format!("{APP}.js");
        let path = self.staging.join(&plain_js);
        let plain_wasm = format!("{APP}_bg.wasm");
        if self.is_release {
            optimize::file(&self.staging.join(&plain_wasm))?;
        }
        let code = read(&self.staging.join(&plain_wasm))?;
        let (script, code) = script::shrink(&read_text(&path)?, &code, !self.is_release)?;
        write(&self.staging.join(&plain_wasm), &code)?;
        let wasm = self.name("_bg", "wasm", &code);
        rename(&self.staging, &plain_wasm, &wasm)?;

        write(&path, script.as_bytes())?;
        let js = self.name("", "js", script.as_bytes());
        rename(&self.staging, &plain_js, &js)?;
        Ok(Assets { css, js, wasm, js_integrity: name::integrity(script.as_bytes()) })
    }

    fn name(&self, part: &str, extension: &str, bytes: &[u8]) -> String {
        if self.is_release {
            format!("{APP}{part}-{}.{extension}", name::hash(bytes))
        } else {
            format!("{APP}{part}.{extension}")
        }
    }

    fn page(&self, assets: &Assets) -> Result<String> {
        let source = read_text(&self.staging.join("index.html"))?;
        let boot = script::minify(&read_text(&project::root().join("src/boot.js"))?)?;
        let mut page = Page::new(&source, &boot, assets)?;
        page.render(&render::run()?, self.is_release)?;
        Ok(page.into_html())
    }
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read `{}`", path.display()))
}

fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read `{}`", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| format!("cannot write `{}`", path.display()))
}

fn rename(folder: &Path, from: &str, to: &str) -> Result<()> {
    fs::rename(folder.join(from), folder.join(to))
        .with_context(|| format!("cannot rename `{from}` to `{to}`"))
}
