//! Brotli and gzip, each at its highest level.

use std::io::{self, Write};

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};

/// Compresses with brotli at level 11.
///
/// # Errors
/// If the encoder fails, which only happens when memory runs out.
pub fn brotli(plain: &[u8]) -> io::Result<Vec<u8>> {
    let params = BrotliEncoderParams {
        quality: 11,
        lgwin: 24,
        size_hint: plain.len(),
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &plain[..], &mut compressed, &params)?;
    Ok(compressed)
}

/// Compresses with gzip at level 9.
///
/// # Errors
/// If the encoder fails, which only happens when memory runs out.
pub fn gzip(plain: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(plain)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn decompressing_gives_the_original() -> io::Result<()> {
        let plain = "headphones or in-ear monitors, ".repeat(100);
        let (mut from_brotli, mut from_gzip) = (Vec::new(), Vec::new());
        let compressed = brotli(plain.as_bytes())?;
        brotli::BrotliDecompress(&mut &compressed[..], &mut from_brotli)?;
        flate2::read::GzDecoder::new(&gzip(plain.as_bytes())?[..]).read_to_end(&mut from_gzip)?;
        assert!(compressed.len() < 100);
        assert_eq!((from_brotli, from_gzip), (plain.clone().into_bytes(), plain.into_bytes()));
        Ok(())
    }
}
