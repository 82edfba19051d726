//! A shortlist with as many candidates as it can have.

use divan::{Bencher, black_box};
use headphones_or_iems::model::candidate::MOST_CANDIDATES;
use headphones_or_iems::model::{Candidate, Rating};
use headphones_or_iems::store::Document;

/// A stored document with 1,000 candidates, of which each has a name, a type, a price, notes and three
/// ratings.
fn stored() -> String {
    let mut document = Document::default();
    for at in 0..MOST_CANDIDATES {
        let mut candidate = Candidate {
            name: format!("Number {at}"),
            device_type: "closed-back".to_owned(),
            order: i32::try_from(at).unwrap_or_default(),
            price: Some(249.95),
            notes: "Heard in the shop, for ten minutes.".to_owned(),
            ..Candidate::default()
        };
        for criterion in ["sound", "long-wear", "isolation"] {
            candidate.rate(criterion, Rating::new(1));
        }
        document.set_candidate(&format!("{at:08x}"), &candidate);
    }
    document.encode()
}

/// What a change costs in a tab that has not read the document before. A tab that wrote it last
/// only changes and writes.
#[divan::bench(name = "1,000 candidates: read, change one, write", sample_count = 200)]
fn read_change_and_write(bencher: Bencher) {
    let text = stored();
    bencher.bench_local(|| {
        let mut document = Document::decode(black_box(&text)).unwrap_or_default();
        let mut candidate = document.candidate("000001f4").unwrap_or_default();
        candidate.price = Some(199.0);
        document.set_candidate("000001f4", &candidate);
        document.encode_to_store()
    });
}

/// The list as a view gets it after each change.
#[divan::bench(name = "1,000 candidates: list", sample_count = 200)]
fn list(bencher: Bencher) {
    let document = Document::decode(&stored()).unwrap_or_default();
    bencher.bench_local(|| black_box(&document).candidates());
}
