//! Headphones or IEMs: a comparison guide and a quiz that tell a person whether to get headphones or
//! in-ear monitors, which type, why, and what would change the answer.
//!
//! `model` counts, `content` is what it counts with, `saved` is what a visitor leaves behind,
//! `browser` is the outside world, `state` ties them together, `view` shows them, `route` names the
//! views, `app` starts it all. `ARCHITECTURE.md` has the map and the law of what may import what.

pub mod app;
pub mod audit;
pub mod browser;
pub mod content;
pub mod model;
pub mod route;
pub mod saved;
pub mod state;
pub mod view;
