//! Golden files: documents of every released version must stay readable, without any loss.

use headphones_or_iems::model::{Answer, Word};
use headphones_or_iems::store::{self, Document};

use crate::support::{files, quiz, read, words};

/// Each golden file with the hash of its text. A release may add lines but never changes one.
const FROZEN: [(&str, u64); 6] = [
    ("tests/native/store/golden/v1-empty.json", 0x0c50_c182_e926_1021),
    ("tests/native/store/golden/v1-file.json", 0x8e16_7569_768d_180e),
    ("tests/native/store/golden/v1-stored.json", 0x7a92_4820_a253_4e78),
    ("tests/native/store/golden/v2-empty.json", 0xcac5_7a27_274b_6fae),
    ("tests/native/store/golden/v2-file.json", 0xb804_dcb5_5fb0_79af),
    ("tests/native/store/golden/v2-stored.json", 0xccfd_db51_d448_6ff6),
];

/// The 64-bit FNV-1a hash.
fn hash(text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

#[test]
fn golden_files_never_change() {
    assert_eq!(hash("a"), 0xaf63_dc4c_8601_ec8c, "does not match the published FNV-1a test vector");
    let existing = files("tests/native/store/golden", ".json");
    assert_eq!(existing, FROZEN.map(|(path, _)| path), "`FROZEN` must list every golden file");
    for (path, frozen) in FROZEN {
        let actual = hash(&read(path));
        assert_eq!(actual, frozen, "`{path}` was changed; its hash is now {actual:#x}");
    }
}

#[test]
fn every_readable_version_has_a_golden_file_of_each_kind() {
    for version in store::versions() {
        for kind in ["empty", "file", "stored"] {
            let path = format!("tests/native/store/golden/v{version}-{kind}.json");
            assert!(FROZEN.iter().any(|(frozen, _)| *frozen == path), "`{path}` is missing");
        }
    }
    let newest = store::versions().last().unwrap();
    assert!(Document::default().encode().starts_with(&format!("{{\"version\":{newest},")));
}

#[test]
fn golden_documents_are_read_completely() {
    for version in store::versions() {
        let golden = |kind: &str| {
            let text = read(&format!("tests/native/store/golden/v{version}-{kind}.json"));
            Document::decode(text.trim_end()).unwrap_or_else(|error| panic!("{kind}: {error:?}"))
        };
        assert_eq!(golden("empty").export(), Document::default().export());
        for kind in ["stored", "file"] {
            let document = golden(kind);
            let answers = document.answers(quiz());
            let expected = "scene-commute=often scene-flight=sometimes in-canal=fine \
                            on-head=glasses+hot connection=wireless hours=1-to-3";
            assert_eq!(words(quiz(), &answers), expected, "{kind}");
            let calls = quiz().find_question("calls").unwrap();
            assert!(
                matches!(answers.get(calls), Answer::Skipped(selection) if selection.len() == 1)
            );
            let weight = |id: &str| answers.weight(quiz().find_topic(id).unwrap()).value();
            assert_eq!((weight("scene"), weight("hours"), weight("calls")), (2, 4, 1));
            let own: Vec<_> = answers.own_ratings().iter().collect();
            assert_eq!(own.len(), 1);
            assert_eq!(quiz().cell_id(own[0].device_type, own[0].criterion), "iem/long-wear");
            let snapshots = document.snapshots(quiz());
            assert_eq!(snapshots.len(), 1);
            let snapshot = &snapshots[0];
            assert_eq!((snapshot.date.as_str(), snapshot.recorded.content), ("2026-11-22", 1));
            assert_eq!(snapshot.recorded.word, Word::Clear.id());
            let expected = "scene-flight=often in-canal=no-way budget=over-400";
            assert_eq!(words(quiz(), &snapshot.answers), expected);
        }
    }
}

#[test]
fn golden_documents_of_the_current_version_are_written_unchanged() {
    let version = store::versions().last().unwrap();
    let text = read(&format!("tests/native/store/golden/v{version}-stored.json"));
    assert_eq!(Document::decode(text.trim_end()).unwrap().encode(), text.trim_end());
    let text = read(&format!("tests/native/store/golden/v{version}-file.json"));
    assert_eq!(Document::decode(text.trim_end()).unwrap().export(), text.trim_end());
}
