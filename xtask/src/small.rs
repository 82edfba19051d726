//! Bytes as small as brotli makes them.

use std::io;

use brotli::enc::BrotliEncoderParams;
use brotli::enc::backward_references::BrotliEncoderMode;

/// How brotli may be told to go about it: how letters are told apart, how long a piece is looked at
/// at once, and how far back. Letters told apart by their upper bits make wasm and scripts 1.3 % smaller,
/// and nothing else; which piece is best is another one for each file.
const SETTINGS: [(BrotliEncoderMode, i32, i32); 5] = [
    (BrotliEncoderMode::BROTLI_MODE_GENERIC, 16, 24),
    (BrotliEncoderMode::BROTLI_MODE_GENERIC, 19, 24),
    (BrotliEncoderMode::BROTLI_FORCE_MSB_PRIOR, 16, 18),
    (BrotliEncoderMode::BROTLI_FORCE_MSB_PRIOR, 17, 18),
    (BrotliEncoderMode::BROTLI_FORCE_MSB_PRIOR, 18, 18),
];

/// The file at its smallest: every setting is tried.
///
/// # Errors
///
/// When the encoder fails, which it does only if memory runs out.
pub fn brotli(plain: &[u8]) -> io::Result<Vec<u8>> {
    let mut smallest = Vec::new();
    for (mode, lgblock, lgwin) in SETTINGS {
        let size_hint = plain.len();
        let settings = BrotliEncoderParams {
            quality: 11,
            mode,
            lgblock,
            lgwin,
            size_hint,
            ..Default::default()
        };
        let mut small = Vec::new();
        brotli::BrotliCompress(&mut &plain[..], &mut small, &settings)?;
        if smallest.is_empty() || small.len() < smallest.len() {
            smallest = small;
        }
    }
    Ok(smallest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_compressed_can_be_had_back() -> io::Result<()> {
        let plain = "headphones or in-ear monitors, ".repeat(100);
        let small = brotli(plain.as_bytes())?;
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &small[..], &mut back)?;
        assert!(small.len() < 100 && back == plain.as_bytes());
        Ok(())
    }
}
