//! Reads documents of version 1, the first released version. The shape is frozen:
//! `tests/native/store/golden/v1-*.json` are documents that must stay readable.

use super::Document;
use super::inputs::Inputs;
use super::snapshot::StoredSnapshot;
use super::tree::Fields;

/// Reads a document of version 1, or returns `None` if it is damaged. Every field except `version`
/// may be missing. In particular, an exported file has no epoch and no revisions.
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
