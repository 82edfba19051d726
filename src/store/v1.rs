//! Version 1, the first that was released. Frozen: `tests/native/document/golden/v1-*.json` hold it.

use super::Document;
use super::inputs::Inputs;
use super::snapshot::StoredSnapshot;
use super::tree::Fields;

/// Reads a document of version 1; `None` if it is damaged. Every field may be missing: a file that a
/// visitor saved has no counters.
pub(super) fn read(mut fields: Fields) -> Option<Document> {
    let mut document = Document {
        epoch: fields.revision("epoch"),
        snapshots_revision: fields.revision("kept"),
        inputs: Inputs::read(&mut fields),
        snapshots: Vec::new(),
    };
    for tree in fields.list("runs") {
        let snapshot = StoredSnapshot::read(tree);
        document.snapshots.push(fields.or_damaged(snapshot));
    }
    fields.end(document)
}
