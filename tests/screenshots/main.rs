//! Takes screenshots of every view, 360 and 1280 px wide, in the light and the dark theme, and the
//! image for link previews. `cargo xtask screenshots` runs this; it is not part of the tests.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    dead_code,
    missing_docs,
    reason = "these are helpers of the browser tests, and only some of them are used here"
)]

use std::fs;
use std::path::PathBuf;

use serde_json::json;

#[path = "../e2e/browser.rs"]
mod browser;
#[path = "../e2e/content.rs"]
mod content;
#[path = "../e2e/debugger.rs"]
mod debugger;
#[path = "../e2e/fixture.rs"]
mod fixture;
#[path = "../e2e/fonts.rs"]
mod fonts;
#[path = "../e2e/journey.rs"]
mod journey;
#[path = "../e2e/page.rs"]
mod page;
#[path = "../e2e/persona.rs"]
mod persona;
#[path = "../e2e/result_reading.rs"]
mod result_reading;
#[path = "../e2e/session.rs"]
mod session;
#[path = "../e2e/views.rs"]
mod views;

use page::Page;

/// The height of the tallest screenshot, in CSS pixels. Longer views, such as the guide, are cut
/// off.
const TALLEST: u32 = 9000;

/// A script that turns the page into the image for link previews, from its own heading and
/// illustrations.
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
    const illustrations = all('#guide .ear').slice(0, 2);
    const create = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });
    const row = document.createElement('div');
    const defs = document.querySelector('.defs');
    row.append(...illustrations);
    document.body.replaceChildren(defs, create('h1', document.querySelector('h1').textContent),
        create('p', 'Their types compared, and a quiz that shows its sums. No tracking, no affiliate links.'),
        row)";

fn main() {
    let folder = fixture::root().join("target/screenshots");
    fs::create_dir_all(&folder).expect("cannot create the folder");
    session::visit("#/", |page| {
        page.send("Emulation.setScrollbarsHidden", json!({ "hidden": true }));
        for (theme, width) in [("light", 360), ("dark", 360), ("light", 1280), ("dark", 1280)] {
            page.eval::<()>("localStorage.clear()", json!([]));
            page.open("#/");
            page.prefer("prefers-color-scheme", theme);
            let count = std::cell::Cell::new(0);
            views::each(page, |view| {
                count.set(count.get() + 1);
                let name = view.replace(|c: char| !c.is_ascii_alphanumeric(), "-");
                let name = format!("{:02}{name}-{width}-{theme}.png", count.get());
                take_full_page(page, width, folder.join(name.replace("--", "-")));
            });
        }
        take_preview(page, folder.join("preview.png"));
    });
    println!("the screenshots are in `{}`", folder.display());
    println!("to update the image for link previews, copy `preview.png` from there to `public/`");
}

/// Takes a screenshot of the whole page, up to [`TALLEST`].
fn take_full_page(page: &Page, width: u32, file: PathBuf) {
    page.resize(width, 800);
    let height: u32 = page.eval("return document.documentElement.scrollHeight", json!([]));
    page.resize(width, height.clamp(400, TALLEST));
    page.photograph(&file);
    page.resize(width, 800);
}

/// Takes the image for link previews, 1200 × 630 px.
fn take_preview(page: &Page, file: PathBuf) {
    page.prefer("prefers-color-scheme", "light");
    page.resize(1200, 630);
    page.open("#/");
    page.eval::<()>(PREVIEW, json!([]));
    page.photograph(&file);
}
