//! What Trunk runs at the end of a build: gives the files their names, renders the page, writes the
//! start script, the policy and the integrity, and compresses. A debug build keeps plain names and
//! has no policy, as Trunk's reload needs none.

mod address;
mod beside;
mod boot;
mod compress;
mod css;
mod headers;
mod html;
mod message;
mod optimize;
mod page;
mod panic;
mod paper;
mod policy;
mod render;
mod script;
mod source;
mod wasm;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::{build, project};
use headers::Rule;
use page::{Assets, Form, Page};
use policy::Policy;
use render::Rendered;
use xtask::name;

const APP: &str = "headphones-or-iems";

/// The build to be finished, as Trunk describes it.
struct Build {
    staging: PathBuf,
    is_release: bool,
}

/// A page and what it may do.
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
    let make = |form| build.page(&source, &assets, &rendered, form);
    let hosted = make(Form::Hosted)?;
    // A browser test holds that what is shipped is the same document.
    write(&project::root().join("target/page.html"), hosted.html.as_bytes())?;
    let paper = paper::make(&rendered.paper)?;
    let mut rules =
        vec![build.write_page("index.html", &hosted)?, build.write_page(paper::NAME, &paper)?];
    if build.is_release {
        let embedded = Made { html: beside::embedded(&hosted.html)?, policy: hosted.policy };
        rules.push(build.write_page("embed.html", &embedded)?.shared());
        let mut alone = make(Form::Alone)?;
        alone.html = paper::put_in(&alone.html, &html::minify(&paper.html)?)?;
        rules.push(build.write_page(&format!("{APP}.html"), &alone)?);
        beside::write_all(&build.staging)?;
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

    /// Makes style, script and wasm, and writes the wasm under its final name.
    fn assets(&self) -> Result<Assets> {
        let css = css::bundle(&project::root().join("public/css"))?;
        let script = self.staging.join(format!("{APP}.js"));
        let plain = self.staging.join(format!("{APP}_bg.wasm"));
        if self.is_release {
            optimize::file(&plain)?;
        }
        let (js, code) = script::shrink(&read_text(&script)?, &read(&plain)?, !self.is_release)?;
        let wasm = self.name("_bg", "wasm", &code);
        for file in [&script, &plain] {
            remove(file)?;
        }
        write(&self.staging.join(&wasm), &code)?;
        Ok(Assets { css, js, wasm, code })
    }

    fn name(&self, part: &str, extension: &str, bytes: &[u8]) -> String {
        if self.is_release {
            format!("{APP}{part}-{}.{extension}", name::hash(bytes))
        } else {
            format!("{APP}{part}.{extension}")
        }
    }

    fn page(&self, source: &str, assets: &Assets, rendered: &Rendered, form: Form) -> Result<Made> {
        let alone = beside::without_worker(source)?;
        let has_worker = self.is_release && form == Form::Hosted;
        let source = if has_worker { source } else { &alone };
        let mut page = Page::new(source, &boot::bundle()?, assets, form)?;
        page.render(rendered, self.is_release)?;
        let (html, policy) = page.into_parts();
        Ok(Made { html, policy })
    }

    /// Writes a page, and gives the rule for it.
    fn write_page(&self, name: &str, page: &Made) -> Result<Rule> {
        write(&self.staging.join(name), html::minify(&page.html)?.as_bytes())?;
        Ok(Rule::page(name, &page.policy))
    }

    /// What hosts are told, for those that can be told: of each page, and of all that lies beside.
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

fn remove(path: &Path) -> Result<()> {
    fs::remove_file(path).with_context(|| format!("cannot remove `{}`", path.display()))
}
