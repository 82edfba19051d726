//! The hook that Trunk runs at the end of a build. It optimizes the wasm, bundles scripts and styles,
//! renders the pages, writes policies and headers, and compresses the files. A debug build keeps plain
//! file names and has no policy, so that Trunk's own server can inject its reload script.

mod address;
mod companions;
mod compress;
mod esbuild;
mod headers;
mod page;
mod policy;
mod render;
mod split;
mod static_pages;
mod wasm_opt;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::{build, project};
use headers::Rule;
use page::{Assets, Details, Form, Page};
use policy::Policy;
use render::Rendered;
use xtask::hash;

const APP: &str = "headphones-or-iems";

/// The build, as Trunk describes it.
struct Build {
    staging: PathBuf,
    /// Where the files go when all is done.
    dist: PathBuf,
    is_release: bool,
}

/// A finished page and its policy.
struct Made {
    html: String,
    policy: Policy,
}

pub(crate) fn run() -> Result<()> {
    let build = Build::from_trunk()?;
    if !build.is_release && build.dist == project::root().join("dist") {
        build::forget()?;
    }
    let rendered = render::run()?;
    let whole = build.whole()?;
    let assets = if build.is_release { build.parts(&rendered)? } else { whole.clone() };
    let source = address::fill(&read_text(&build.staging.join("index.html"))?)?;
    let hosted = build.page(&source, &assets, &rendered, Form::Hosted)?;
    let static_pages = static_pages::make(&rendered)?;
    let mut rules = vec![build.write_page("index.html", &hosted)?];
    for page in &static_pages {
        rules.push(build.write_page(page.name, &page.made)?);
    }
    if build.is_release {
        let html = companions::embedded(&hosted.html, &rendered.questions)?;
        let embedded = Made { html, policy: hosted.policy };
        rules.push(build.write_page("embed.html", &embedded)?.shared());
        let mut single = build.page(&source, &whole, &rendered, Form::SingleFile)?;
        single.html = static_pages::put_in(&single.html, &static_pages)?;
        rules.push(build.write_page(&format!("{APP}.html"), &single)?);
        companions::write_all(&build.staging)?;
        build.write_headers(rules)?;
        let files = compress::folder(&build.staging)?;
        println!("{}", compress::table(&files, &["index.html", &assets.wasm]));
        println!("loaded when a view is entered: {}", assets.chunks.join(", "));
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
        let [staging, dist] = ["TRUNK_STAGING_DIR", "TRUNK_DIST_DIR"].map(variable);
        let is_release = variable("TRUNK_PROFILE")? == "release";
        Ok(Self { staging: staging?.into(), dist: dist?.into(), is_release })
    }

    /// The app as Trunk built it, in one piece: for a debug build, and for the single file.
    fn whole(&self) -> Result<Assets> {
        let glue = self.staging.join(format!("{APP}.js"));
        let wasm = self.staging.join(format!("{APP}_bg.wasm"));
        if self.is_release {
            wasm_opt::optimize(&wasm)?;
        }
        let wasm_file = format!("{APP}_bg.wasm");
        let assets = assets(&glue, wasm_file, read(&wasm)?, Vec::new(), Details::InPage)?;
        remove(&glue)?;
        if self.is_release {
            remove(&wasm)?;
        }
        Ok(assets)
    }

    /// The app in parts, and the details of the content with the styles of rooms, which are written under
    /// their final names.
    fn parts(&self, rendered: &Rendered) -> Result<Assets> {
        let split::Parts { glue, main, chunks } = split::build()?;
        let wasm = format!("{APP}_bg-{}.wasm", hash::short(&main));
        write(&self.staging.join(&wasm), &main)?;
        let mut later = Vec::new();
        for chunk in chunks {
            write(&self.staging.join(&chunk.name), &chunk.code)?;
            later.push(chunk.name);
        }
        let styles = esbuild::room_style()?;
        // The app takes it apart (`src/content/embedded.rs`).
        let text = format!("{}<style>{styles}", rendered.details);
        let details = text.as_bytes();
        let name = format!("{APP}-details-{}.txt", hash::short(details));
        write(&self.staging.join(&name), details)?;
        later.push(name.clone());
        let details = Details::File { name, integrity: hash::integrity(details), styles };
        assets(&glue, wasm, main, later, details)
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

/// The style and the inline script for an app with these files.
fn assets(
    glue: &Path,
    wasm: String,
    code: Vec<u8>,
    chunks: Vec<String>,
    details: Details,
) -> Result<Assets> {
    let script = esbuild::inline_script(glue, &wasm, &hash::integrity(&code), &chunks)?;
    let css = match details {
        Details::InPage => esbuild::whole_style()?,
        Details::File { .. } => esbuild::main_style()?,
    };
    Ok(Assets { css, script, wasm, code, chunks, details })
}

fn remove(path: &Path) -> Result<()> {
    fs::remove_file(path).with_context(|| format!("cannot remove `{}`", path.display()))
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
