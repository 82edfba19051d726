//! Parts: they take plain values and callbacks, and know nothing of the session.

pub mod bars;
pub mod evidence;
pub mod form;
pub mod icon;
pub mod illustration;
pub mod list;
pub mod matrix;
pub mod notice;
pub mod persistence;
pub mod progress;
pub mod prose;
pub mod remembered;
pub mod section;
