//! Components: they take plain values and callbacks, and do not know the session.

#![allow(missing_docs, reason = "props are fields of generated structs; components document them")]

pub mod bars;
pub mod deferred;
pub mod embed_code;
pub mod evidence;
pub mod field;
pub mod fold;
pub mod form;
pub mod icon;
pub mod illustration;
pub mod line_field;
pub mod matrix;
pub mod notice;
pub mod number_field;
pub mod persistence;
pub mod plot;
pub mod progress;
pub mod prose;
pub mod qr_code;
pub mod reactive;
pub mod section;
pub mod select_field;
pub mod signpost;
pub mod text;
pub mod type_head;
pub mod when;
