//! The shortlist: adding, noting, ranking, comparing and removing candidates, and what becomes of
//! them when they are stored.

mod fields;
mod kept;
mod keys;
mod story;
