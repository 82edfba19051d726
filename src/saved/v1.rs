//! Version 1, the first that was released. Frozen: `tests/native/saved/golden/v1-*.json` hold it.

use super::Saved;
use super::run::SavedRun;
use super::said::Said;
use super::tree::Fields;

/// Reads a document of version 1; `None` if it is damaged. Every field may be missing: a file that a
/// visitor saved has no counters.
pub(super) fn read(mut fields: Fields) -> Option<Saved> {
    let mut saved = Saved {
        epoch: fields.counter("epoch"),
        kept: fields.counter("kept"),
        said: Said::read(&mut fields),
        runs: Vec::new(),
    };
    for tree in fields.list("runs") {
        let run = SavedRun::read(tree);
        saved.runs.push(fields.or_damaged(run));
    }
    fields.end(saved)
}
