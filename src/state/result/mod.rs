//! View models of the result: what its sections say, as plain values that the engine has worked out.

pub mod breakdown;
pub mod brief;
pub mod changes;
pub mod conflict;
pub mod growth;
pub mod headline;
pub mod pair;
pub mod ranking;
pub mod reasons;
pub mod robustness;
pub mod separates;
pub mod shop;
pub mod trial;
pub mod versus;
