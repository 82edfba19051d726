//! Numbers and flags in the packed format, as one or three ASCII characters each.

use super::{Cursor, Pack, Packed};

/// The character that stands for 0. Other numbers are offsets from it.
const ZERO: u8 = b'0';

/// One character, for −16 to 78. Numbers outside this range do not survive the round trip, which a
/// test would notice.
impl Pack for i8 {
    fn pack(&self, out: &mut Packed) {
        out.numbers.push(char::from(ZERO.saturating_add_signed(*self)));
    }

    fn unpack(cursor: &mut Cursor) -> Self {
        let number = cursor.numbers.next().map(|byte| byte.wrapping_sub(ZERO).cast_signed());
        cursor.or_damaged(number)
    }
}

impl Pack for u8 {
    fn pack(&self, out: &mut Packed) {
        self.cast_signed().pack(out);
    }

    fn unpack(cursor: &mut Cursor) -> Self {
        let number = Self::try_from(i8::unpack(cursor)).ok();
        cursor.or_damaged(number)
    }
}

/// Three base-64 digits, the most significant first, for 0 to 2¹⁸ − 1.
impl Pack for u32 {
    fn pack(&self, out: &mut Packed) {
        for shift in [12, 6, 0] {
            u8::try_from(self >> shift & 63).unwrap_or_default().pack(out);
        }
    }

    fn unpack(cursor: &mut Cursor) -> Self {
        let mut number = 0;
        for _ in 0..3 {
            number = number << 6 | Self::from(u8::unpack(cursor));
        }
        number
    }
}

impl Pack for u16 {
    fn pack(&self, out: &mut Packed) {
        u32::from(*self).pack(out);
    }

    fn unpack(cursor: &mut Cursor) -> Self {
        let number = Self::try_from(u32::unpack(cursor)).ok();
        cursor.or_damaged(number)
    }
}

impl Pack for bool {
    fn pack(&self, out: &mut Packed) {
        u8::from(*self).pack(out);
    }

    fn unpack(cursor: &mut Cursor) -> Self {
        u8::unpack(cursor) == 1
    }
}
