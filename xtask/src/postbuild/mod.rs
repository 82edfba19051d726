//! The hook that Trunk runs at the end of a build. It optimizes the wasm, bundles scripts and styles,
//! renders the pages, writes policies and headers, and compresses the files. A debug build keeps plain
//! file names and has no policy, so that Trunk's own server can inject its reload script.

mod address;
mod companions;
mod compress;
mod esbuild;
mod headers;
mod page;
mod paper;
mod policy;
mod render;
mod wasm_opt;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::{build, project};
use headers::Rule;
use page::{Assets, Form, Page};
use policy::Policy;
use render::Rendered;
use xtask::hash;

const APP: &str = "headphones-or-iems";

/// The build, as Trunk describes it.
struct Build {
    staging: PathBuf,
    is_release: bool,
}

/// A finished page and its policy.
struct Made {
    html: String,
    policy: Policy,
}

pub(crate) fn run() -> Result<()> {
    let build = Build::from_trunk()?;
    if !build.is_release {
        build::forget()?;
    }
    let assets = build.assets()?;
    let rendered = render::run()?;
    let source = address::fill(&read_text(&build.staging.join("index.html"))?)?;
    let hosted = build.page(&source, &assets, &rendered, Form::Hosted)?;
    let paper = paper::make(&rendered.paper)?;
    let mut rules =
        vec![build.write_page("index.html", &hosted)?, build.write_page(paper::NAME, &paper)?];
    if build.is_release {
        let embedded = Made { html: companions::embedded(&hosted.html)?, policy: hosted.policy };
        rules.push(build.write_page("embed.html", &embedded)?.shared());
        let mut single = build.page(&source, &assets, &rendered, Form::SingleFile)?;
        single.html = paper::put_in(&single.html, &paper.html)?;
        rules.push(build.write_page(&format!("{APP}.html"), &single)?);
        companions::write_all(&build.staging)?;
        build.write_headers(rules)?;
        let files = compress::folder(&build.staging)?;
        println!("{}", compress::table(&files, &["index.html", &assets.wasm]));
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

    /// Makes the style, the inline script and the wasm, and writes the wasm under its final name.
    fn assets(&self) -> Result<Assets> {
        let glue = self.staging.join(format!("{APP}.js"));
        let plain = self.staging.join(format!("{APP}_bg.wasm"));
        if self.is_release {
            wasm_opt::optimize(&plain)?;
        }
        let code = read(&plain)?;
        let wasm = if self.is_release {
            format!("{APP}_bg-{}.wasm", hash::short(&code))
        } else {
            format!("{APP}_bg.wasm")
        };
        let script = esbuild::inline_script(&glue, &format!("./{wasm}"), &hash::integrity(&code))?;
        for file in [&glue, &plain] {
            fs::remove_file(file).with_context(|| format!("cannot remove `{}`", file.display()))?;
        }
        write(&self.staging.join(&wasm), &code)?;
        Ok(Assets { css: esbuild::style("public/css/main.css")?, script, wasm, code })
    }

    fn page(&self, source: &str, assets: &Assets, rendered: &Rendered, form: Form) -> Result<Made> {
        let without_worker = companions::without_worker(source)?;
        let has_worker = self.is_release && form == Form::Hosted;
        let source = if has_worker { source } else { &without_worker };
        let mut page = Page::new(source, assets, form)?;
        page.render(rendered, self.is_release)?;
        Ok(page.into_made())
    }

    /// Writes a page and returns its rule for hosts.
    fn write_page(&self, name: &str, page: &Made) -> Result<Rule> {
        write(&self.staging.join(name), page.html.as_bytes())?;
        Ok(Rule::page(name, &page.policy))
    }

    /// Writes the headers of all files, for hosts that can be configured.
    fn write_headers(&self, mut rules: Vec<Rule>) -> Result<()> {
        rules.extend(headers::of_others(&self.staging)?);
        write(&self.staging.join("_headers"), headers::listed(&rules).as_bytes())?;
        write(&self.staging.join("nginx.conf"), headers::nginx(&rules).as_bytes())
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

/// Replaces a placeholder, which must occur exactly once in `html`.
fn fill(html: &mut String, placeholder: &str, text: &str) -> Result<()> {
    let count = html.matches(placeholder).count();
    anyhow::ensure!(
        count == 1,
        "the page has `{placeholder}` {count} times: it must be there once"
    );
    *html = html.replace(placeholder, text);
    Ok(())
}

/// A project file's path.
fn in_project(path: &str) -> PathBuf {
    project::root().join(path)
}
