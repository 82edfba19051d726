//! Pictures of every view, to look at: 360 and 1280 px wide, light and dark, and the picture that a
//! shared link shows. `cargo xtask screenshots` makes them; nothing here can fail a build.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    dead_code,
    missing_docs,
    reason = "the browser tests' own helpers, of which a camera needs few"
)]

use std::fs;
use std::path::PathBuf;

use serde_json::json;

#[path = "../e2e/bench.rs"]
mod bench;
#[path = "../e2e/content.rs"]
mod content;
#[path = "../e2e/journey.rs"]
mod journey;
#[path = "../e2e/page.rs"]
mod page;
#[path = "../e2e/persona.rs"]
mod persona;
#[path = "../e2e/reading.rs"]
mod reading;
#[path = "../e2e/session.rs"]
mod session;
#[path = "../e2e/shown.rs"]
mod shown;

use page::Page;

/// Taller than this, a page is cut off: the guide and "How it works" go on for long.
const TALLEST: u32 = 9000;

/// What a shared link shows, put together from the page's own words and drawings.
const PREVIEW: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        html { font-size: 26px !important }
        body { inline-size: 1200px; block-size: 630px; overflow: hidden; padding: 56px 64px;
               border-block-end: 14px solid var(--accent) }
        body > div { display: grid; grid-template-columns: 1fr 1fr; gap: 48px; align-items: end }
        h1 { font-size: 62px; line-height: 1.1 }
        p { margin-block: 20px 22px !important; color: var(--ink-2); max-inline-size: none }
        b { color: var(--ink) }
        svg { max-block-size: 350px }`);
    document.adoptedStyleSheets = [sheet];
    const drawings = all('#guide .ear').slice(0, 2);
    const made = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });
    const row = document.createElement('div');
    const defs = document.querySelector('.defs');
    row.append(...drawings);
    document.body.replaceChildren(defs, made('h1', document.querySelector('h1').textContent),
        made('p', 'Seven types compared, and a quiz that shows its sums. No tracking, no affiliate links.'),
        row)";

fn main() {
    let folder = bench::root().join("target/screenshots");
    fs::create_dir_all(&folder).expect("the folder can be made");
    session::visit("#/", |page| {
        page.send("Emulation.setScrollbarsHidden", json!({ "hidden": true }));
        for (theme, width) in [("light", 360), ("dark", 360), ("light", 1280), ("dark", 1280)] {
            page.eval::<()>("localStorage.clear()", json!([]));
            page.open("#/");
            page.prefer("prefers-color-scheme", theme);
            let names = std::cell::Cell::new(0);
            shown::each(page, |view| {
                names.set(names.get() + 1);
                let name = view.replace(|c: char| !c.is_ascii_alphanumeric(), "-");
                let name = format!("{:02}{name}-{width}-{theme}.png", names.get());
                whole(page, width, folder.join(name.replace("--", "-")));
            });
        }
        preview(page, folder.join("preview.png"));
    });
    println!("the pictures are in `{}`", folder.display());
    println!("the one for shared links is `preview.png`: copy it to `public/` if it should change");
}

/// Takes the page from top to bottom.
fn whole(page: &Page, width: u32, file: PathBuf) {
    page.resize(width, 800);
    let height: u32 = page.eval("return document.documentElement.scrollHeight", json!([]));
    page.resize(width, height.clamp(400, TALLEST));
    page.photograph(&file);
    page.resize(width, 800);
}

fn preview(page: &Page, file: PathBuf) {
    page.prefer("prefers-color-scheme", "light");
    page.resize(1200, 630);
    page.open("#/");
    page.eval::<()>(PREVIEW, json!([]));
    page.photograph(&file);
}
