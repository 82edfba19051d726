//! Numbers, and what is one: a letter each, or three.

use super::{Pack, Packed, Rest};

/// The letter of 0; those of other numbers stand around it.
const ZERO: u8 = b'0';

/// Small numbers, up to 78: a letter. A larger one would not come back, which a test would see.
impl Pack for i8 {
    fn pack(&self, out: &mut Packed) {
        out.numbers.push(char::from(ZERO.saturating_add_signed(*self)));
    }

    fn unpack(rest: &mut Rest) -> Self {
        let letter = rest.numbers.next().map(|letter| letter.wrapping_sub(ZERO).cast_signed());
        rest.or_damaged(letter)
    }
}

impl Pack for u8 {
    fn pack(&self, out: &mut Packed) {
        self.cast_signed().pack(out);
    }

    fn unpack(rest: &mut Rest) -> Self {
        let number = Self::try_from(i8::unpack(rest)).ok();
        rest.or_damaged(number)
    }
}

/// Larger numbers, as three digits to the base of 64.
impl Pack for u32 {
    fn pack(&self, out: &mut Packed) {
        for shift in [12, 6, 0] {
            u8::try_from(self >> shift & 63).unwrap_or_default().pack(out);
        }
    }

    fn unpack(rest: &mut Rest) -> Self {
        let mut number = 0;
        for _ in 0..3 {
            number = number << 6 | Self::from(u8::unpack(rest));
        }
        number
    }
}

impl Pack for u16 {
    fn pack(&self, out: &mut Packed) {
        u32::from(*self).pack(out);
    }

    fn unpack(rest: &mut Rest) -> Self {
        let number = Self::try_from(u32::unpack(rest)).ok();
        rest.or_damaged(number)
    }
}

impl Pack for bool {
    fn pack(&self, out: &mut Packed) {
        u8::from(*self).pack(out);
    }

    fn unpack(rest: &mut Rest) -> Self {
        u8::unpack(rest) == 1
    }
}
