//! The answered budget, and which types start above it.

use super::{Answers, DeviceType, Quiz};

/// What the visitor can spend, in US dollars of 2026.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Budget {
    /// The budget question is not answered, or its weight is 0.
    Unknown,
    /// At most this much.
    UpTo(u16),
    /// No upper end.
    Unlimited,
}

impl Budget {
    /// The upper end of the answered price band.
    pub fn of(quiz: &Quiz, answers: &Answers) -> Self {
        let selection = quiz.budget.and_then(|at| Some((at, answers.counted(at)?)));
        let band = selection.and_then(|(at, band)| quiz.question(at).selected(band).next());
        match band {
            None => Self::Unknown,
            Some(band) => band.up_to.map_or(Self::Unlimited, Self::UpTo),
        }
    }

    /// Whether even the entry price of the type is above the budget.
    pub const fn is_below(self, device_type: &DeviceType) -> bool {
        match self {
            Self::Unknown | Self::Unlimited => false,
            Self::UpTo(most) => most < device_type.entry_price(),
        }
    }

    /// The entry price that a proposal of the type has to name: one that is above the budget, and
    /// any price while the budget is not known. In US dollars of 2026.
    pub const fn price_to_name(self, device_type: &DeviceType) -> Option<u16> {
        match self {
            Self::Unknown => Some(device_type.entry_price()),
            _ if self.is_below(device_type) => Some(device_type.entry_price()),
            _ => None,
        }
    }
}
