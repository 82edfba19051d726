//! A browser in memory: storage that can be blocked or full, and a document that records what it
//! was asked to do.

use std::collections::BTreeMap;

use headphones_or_iems::platform::site::Coming;
use headphones_or_iems::platform::storage::{Storage, Unusable};
use headphones_or_iems::platform::{Chance, Clipboard, Clock, Files, Page, Site};
use leptos::ev::Event;

use super::{Mutex, MutexGuard};

/// The storage of one origin.
#[derive(Default)]
pub(crate) struct Memory(Mutex<Area>);

#[derive(Default)]
struct Area {
    texts: BTreeMap<String, String>,
    is_blocked: bool,
    /// The most bytes that fit, if there is a limit.
    limit: Option<usize>,
    writes: usize,
}

impl Area {
    fn set(&mut self, key: &str, text: &str) -> bool {
        let used = |(other, text): (&String, &String)| {
            if other == key { 0 } else { other.len() + text.len() }
        };
        let size = self.texts.iter().map(used).sum::<usize>() + key.len() + text.len();
        let fits = !self.is_blocked && self.limit.is_none_or(|limit| size <= limit);
        if fits {
            self.writes += 1;
            self.texts.insert(key.to_owned(), text.to_owned());
        }
        fits
    }
}

impl Memory {
    fn area(&self) -> MutexGuard<'_, Area> {
        self.0.lock().unwrap()
    }

    /// Lets nobody read or write from now on, or everybody again.
    pub(crate) fn block(&self, is_blocked: bool) {
        self.area().is_blocked = is_blocked;
    }

    /// Limits the number of bytes. `None` lifts the limit.
    pub(crate) fn limit(&self, limit: Option<usize>) {
        self.area().limit = limit;
    }

    /// The bytes in use.
    pub(crate) fn used(&self) -> usize {
        self.area().texts.iter().map(|(key, text)| key.len() + text.len()).sum()
    }

    /// The text under a key, even while storage is blocked.
    pub(crate) fn get(&self, key: &str) -> Option<String> {
        self.area().texts.get(key).cloned()
    }

    /// Sets a text, as another page or an earlier visit would.
    pub(crate) fn put(&self, key: &str, text: &str) {
        self.area().texts.insert(key.to_owned(), text.to_owned());
    }

    /// Everything stored, by key.
    pub(crate) fn all(&self) -> BTreeMap<String, String> {
        self.area().texts.clone()
    }

    /// The number of successful writes so far.
    pub(crate) fn writes(&self) -> usize {
        self.area().writes
    }
}

impl Storage for Memory {
    fn probe(&self) -> Result<(), Unusable> {
        if self.area().is_blocked {
            return Err(Unusable::Blocked);
        }
        let probe = "headphones-or-iems.probe";
        self.write(probe, "1")?;
        self.remove(probe);
        self.area().writes -= 1;
        Ok(())
    }

    fn read(&self, key: &str) -> Option<String> {
        let area = self.area();
        area.texts.get(key).filter(|_| !area.is_blocked).cloned()
    }

    fn write(&self, key: &str, value: &str) -> Result<(), Unusable> {
        if self.area().set(key, value) { Ok(()) } else { Err(Unusable::Full) }
    }

    fn remove(&self, key: &str) {
        let mut area = self.area();
        if !area.is_blocked {
            area.texts.remove(key);
        }
    }

    fn copy(&self, from: &str, to: &str) -> bool {
        let Some(text) = self.read(from) else { return false };
        if self.read(to).is_none() {
            self.area().set(to, &text);
        }
        self.read(to) == Some(text)
    }
}

/// The day that the clock shows.
const DAY: &str = "2026-11-22";

/// The document of one tab.
#[derive(Default)]
pub(crate) struct Window(Mutex<State>);

#[derive(Default)]
struct State {
    hash: String,
    root: BTreeMap<String, String>,
    main: BTreeMap<String, String>,
    focus: String,
    chosen: Option<String>,
    prints: usize,
    details: Option<String>,
    details_asked: usize,
    styles: Vec<String>,
    draws: u32,
    /// What the clock shows, if it is not [`DAY`].
    today: Option<String>,
}

impl Window {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }

    /// Sets the hash of the URL.
    pub(crate) fn set_hash(&self, hash: &str) {
        hash.clone_into(&mut self.state().hash);
    }

    /// Marks the app as failed, as the panic hook does.
    pub(crate) fn fail(&self) {
        self.set_root_attribute("data-app", "failed");
    }

    /// An attribute of `<html>`.
    pub(crate) fn root(&self, name: &str) -> Option<String> {
        self.state().root.get(name).cloned()
    }

    /// An attribute of `<main>`.
    pub(crate) fn main(&self, name: &str) -> Option<String> {
        self.state().main.get(name).cloned()
    }

    /// What has focus: an id, or `h1` for the heading.
    pub(crate) fn focused(&self) -> String {
        self.state().focus.clone()
    }

    /// Sets the day that the clock shows.
    pub(crate) fn set_today(&self, day: &str) {
        self.state().today = Some(day.to_owned());
    }

    /// How often the print dialog was opened.
    pub(crate) fn prints(&self) -> usize {
        self.state().prints
    }

    /// The file that is chosen in the form; `None` stands for one that cannot be read.
    pub(crate) fn choose(&self, text: Option<&str>) {
        self.state().chosen = text.map(str::to_owned);
    }
}

impl Window {
    /// Serves this text as the details from now on.
    pub(crate) fn serve_details(&self, text: &str) {
        self.state().details = Some(text.to_owned());
    }

    /// How often the details were asked for.
    pub(crate) fn details_asked(&self) -> usize {
        self.state().details_asked
    }

    /// The styles that were added.
    pub(crate) fn styles(&self) -> Vec<String> {
        self.state().styles.clone()
    }
}

impl Site for Window {
    fn details(&self) -> Coming {
        let mut state = self.state();
        state.details_asked += 1;
        Box::pin(std::future::ready(state.details.clone()))
    }

    fn add_styles(&self, styles: &str) {
        self.state().styles.push(styles.to_owned());
    }
}

impl Page for Window {
    fn hash(&self) -> String {
        self.state().hash.clone()
    }

    fn address(&self) -> String {
        "https://example.org/".to_owned()
    }

    fn go(&self, hash: &str) {
        self.set_hash(hash);
    }

    fn has(&self, id: &str) -> bool {
        id == "/guide/sound"
    }

    fn root_attribute(&self, name: &str) -> Option<String> {
        self.root(name)
    }

    fn set_root_attribute(&self, name: &str, value: &str) {
        self.state().root.insert(name.to_owned(), value.to_owned());
    }

    fn set_main_attribute(&self, name: &str, value: Option<&str>) {
        let main = &mut self.state().main;
        match value {
            Some(value) => main.insert(name.to_owned(), value.to_owned()),
            None => main.remove(name),
        };
    }

    fn focus_later(&self, id: &str) {
        id.clone_into(&mut self.state().focus);
    }

    fn focus_heading_later(&self) {
        self.focus_later("h1");
    }

    fn click(&self, id: &str) {
        self.focus_later(id);
    }

    fn print(&self) {
        self.state().prints += 1;
    }
}

impl Files for Window {
    fn address(&self, text: &str) -> String {
        format!("data:application/json,{text}")
    }

    fn read(&self, _: &Event, then: Box<dyn Fn(Option<String>)>) {
        let chosen = self.state().chosen.clone();
        then(chosen);
    }
}

impl Clipboard for Window {
    fn copy(&self, id: &str) -> bool {
        id == "link"
    }
}

impl Chance for Window {
    fn number(&self) -> u32 {
        // A counter that is mixed, so that numbers in a row are not alike.
        let mut state = self.0.lock().unwrap();
        state.draws = state.draws.wrapping_add(0x9e37_79b9);
        (state.draws ^ (state.draws >> 15)).wrapping_mul(0x85eb_ca6b)
    }
}

impl Clock for Window {
    fn today(&self) -> String {
        self.state().today.clone().unwrap_or_else(|| DAY.to_owned())
    }
}
