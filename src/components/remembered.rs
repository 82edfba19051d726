//! What a page remembers while it is open, and what it follows: small values, as bits.
//!
//! All of them share one kind of signal: each kind costs the browser more than a kilobyte of code.

use std::marker::PhantomData;

use leptos::prelude::*;
use leptos::reactive::graph::ToAnySubscriber;

use crate::markup::leave_later;
use crate::model::{CriterionId, DeviceTypeId, DeviceTypeSet, TopicId};

/// A value that fits in 64 bits.
pub trait Small: Copy {
    /// How many bits it takes.
    const WIDTH: u32;
    /// The value as bits.
    fn bits(self) -> u64;
    /// The value of bits that [`Small::bits`] gave.
    fn of(bits: u64) -> Self;
}

impl Small for bool {
    const WIDTH: u32 = 1;

    fn bits(self) -> u64 {
        self.into()
    }

    fn of(bits: u64) -> Self {
        bits & 1 == 1
    }
}

impl Small for u8 {
    const WIDTH: u32 = 8;

    fn bits(self) -> u64 {
        self.into()
    }

    fn of(bits: u64) -> Self {
        bits.to_le_bytes()[0]
    }
}

macro_rules! position {
    ($($type:ident),*) => {$(
        impl Small for $type {
            const WIDTH: u32 = 8;

            fn bits(self) -> u64 {
                self.0.bits()
            }

            fn of(bits: u64) -> Self {
                Self(u8::of(bits))
            }
        }
    )*};
}

position!(DeviceTypeId, CriterionId, TopicId);

impl Small for DeviceTypeSet {
    const WIDTH: u32 = 64;

    fn bits(self) -> u64 {
        self.0
    }

    fn of(bits: u64) -> Self {
        Self(bits)
    }
}

impl<T: Small> Small for Option<T> {
    const WIDTH: u32 = T::WIDTH + 1;

    fn bits(self) -> u64 {
        self.map_or(0, |value| value.bits() << 1 | 1)
    }

    fn of(bits: u64) -> Self {
        bool::of(bits).then(|| T::of(bits >> 1))
    }
}

impl<A: Small, B: Small> Small for (A, B) {
    const WIDTH: u32 = A::WIDTH + B::WIDTH;

    fn bits(self) -> u64 {
        self.0.bits() << B::WIDTH | self.1.bits()
    }

    fn of(bits: u64) -> Self {
        (A::of(bits >> B::WIDTH), B::of(bits))
    }
}

/// A value that a page sets.
#[derive(Clone, Copy)]
pub struct Remembered<T>(RwSignal<u64>, PhantomData<T>);

impl<T: Small> Remembered<T> {
    /// Remembers `value` to begin with.
    pub fn new(value: T) -> Self {
        Self(RwSignal::new(value.bits()), PhantomData)
    }

    /// The value; followed.
    pub fn get(self) -> T {
        T::of(self.0.get())
    }

    /// Sets the value.
    pub fn set(self, value: T) {
        self.0.set(value.bits());
    }
}

/// A value that follows signals, and tells its followers only when it is another.
#[derive(Clone, Copy)]
pub struct Followed<T>(Memo<u64>, PhantomData<T>);

impl<T: Small> Followed<T> {
    /// The value of `now`, as often as a signal that it reads changes.
    pub fn new(now: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self(followed(Box::new(move || now().bits())), PhantomData)
    }

    /// The value; followed.
    pub fn get(self) -> T {
        T::of(self.0.get())
    }
}

fn followed(now: Box<dyn Fn() -> u64 + Send + Sync>) -> Memo<u64> {
    let memo = ArcMemo::new(move |_| now());
    leave_later(memo.to_any_subscriber());
    memo.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn comes_back<T: Small + PartialEq + std::fmt::Debug>(value: T) {
        assert!(T::WIDTH == 64 || value.bits() >> T::WIDTH == 0, "{value:?} takes too many bits");
        assert_eq!(T::of(value.bits()), value);
    }

    #[test]
    fn every_value_comes_back_from_its_bits() {
        for flag in [false, true] {
            comes_back(flag);
            comes_back(Some(flag));
        }
        comes_back(None::<bool>);
        comes_back(DeviceTypeSet::default().with(DeviceTypeId(0)).with(DeviceTypeId(63)));
        for id in [0, 1, 127, 255] {
            comes_back(Some(DeviceTypeId(id)));
            comes_back(Some((DeviceTypeId(id), CriterionId(255 - id))));
            comes_back(Some((id == 0, (id, Some(TopicId(id))))));
        }
        comes_back(None::<(DeviceTypeId, CriterionId)>);
    }
}
