//! `cargo xtask test`: every check, the quickest first.

use anyhow::Result;

use crate::develop;
use crate::step::{self, Step, Work};
use crate::tool;

const STEPS: &[Step] = &[
    Step { name: "tools", work: Work::Xtask("tools", tool::ensure_all) },
    Step { name: "format", work: Work::Cargo("fmt --all --check") },
    Step {
        name: "lints, native",
        work: Work::Cargo("clippy --workspace --all-targets --features ssr -- -D warnings"),
    },
    Step {
        name: "lints, browser",
        work: Work::Cargo(
            "clippy --lib --bin headphones-or-iems --target wasm32-unknown-unknown \
             --features csr -- -D warnings",
        ),
    },
    Step { name: "tests of xtask", work: Work::Cargo("test --package xtask") },
    Step {
        name: "native tests",
        work: Work::Cargo(
            "test --package headphones-or-iems --features ssr --lib --bins --test native",
        ),
    },
    Step { name: "documentation tests", work: Work::Cargo("test --doc --features ssr") },
    Step { name: "release build", work: Work::XtaskBeside("build") },
    Step { name: "debug build", work: Work::Xtask("debug-build", develop::build) },
    Step { name: "browser tests", work: Work::Cargo("test --test e2e --features ssr") },
    Step { name: "Firefox tests", work: Work::Cargo("test --test firefox --features ssr") },
];

pub(crate) fn run() -> Result<()> {
    step::run(STEPS)
}
