//! What the visitor sees. `part` renders plain values; `page` wires parts to the session.

pub mod markup;
pub mod page;
pub mod part;
pub mod shell;
