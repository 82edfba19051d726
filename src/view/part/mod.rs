//! Parts: they take plain values and callbacks, and know nothing of the session.

pub mod bars;
pub mod claim;
pub mod drawing;
pub mod form;
pub mod keeping;
pub mod list;
pub mod mark;
pub mod matrix;
pub mod notice;
pub mod progress;
pub mod prose;
pub mod remembered;
pub mod section;
