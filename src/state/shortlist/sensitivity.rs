//! The two fields of a sensitivity: the number and its unit.

use leptos::prelude::*;

use super::{Listed, NotCounted, is_other_unit, number};
use crate::model::drive::{SENSITIVITIES, Sensitivity};
use crate::state::Session;

/// The unit of a sensitivity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Per {
    /// dB SPL at 1 mW.
    Milliwatt,
    /// dB SPL at 1 V.
    Volt,
    /// The box says only "dB", so that the number means nothing.
    NotSaid,
}

impl Per {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Milliwatt, Self::Volt, Self::NotSaid];

    /// The value of the control.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Milliwatt => "mw",
            Self::Volt => "v",
            Self::NotSaid => "not-said",
        }
    }

    /// The unit that has this id.
    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|per| per.id() == id)
    }
}

/// What stands in the two fields of a sensitivity.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SensitivityEntry {
    /// The number.
    pub level: Option<f64>,
    /// The unit.
    pub per: Option<Per>,
}

impl SensitivityEntry {
    /// The fields of a sensitivity that is known.
    pub const fn of(sensitivity: Sensitivity) -> Self {
        match sensitivity {
            Sensitivity::PerMilliwatt(level) => {
                Self { level: Some(level), per: Some(Per::Milliwatt) }
            }
            Sensitivity::PerVolt(level) => Self { level: Some(level), per: Some(Per::Volt) },
        }
    }

    /// The sensitivity; `None` unless both fields say something.
    pub fn sensitivity(self) -> Option<Sensitivity> {
        match self.per? {
            Per::Milliwatt => self.level.map(Sensitivity::PerMilliwatt),
            Per::Volt => self.level.map(Sensitivity::PerVolt),
            Per::NotSaid => None,
        }
    }

    /// The fields after a number was typed. A unit behind it, as in "103 dB/mW", is taken too.
    ///
    /// # Errors
    ///
    /// If it cannot be counted with.
    ///
    /// ```
    /// use headphones_or_iems::state::shortlist::{NotCounted, Per, SensitivityEntry};
    /// let empty = SensitivityEntry::default();
    /// let typed = SensitivityEntry { level: Some(103.0), per: Some(Per::Milliwatt) };
    /// assert_eq!(empty.typed("103 dB SPL/mW"), Ok(typed));
    /// assert_eq!(empty.typed("103 dB/W"), Err(NotCounted::OtherUnit));
    /// ```
    pub fn typed(self, text: &str) -> Result<Self, NotCounted> {
        let (figure, unit) = text.split_at(text.find(char::is_alphabetic).unwrap_or(text.len()));
        let per = per_unit(unit).filter(|_| !figure.trim().is_empty());
        let text = if per.is_some() { figure } else { text };
        let level = number(text, &SENSITIVITIES)?;
        if level.is_some() && is_other_unit(text, "dB") {
            return Err(NotCounted::OtherUnit);
        }
        Ok(Self { level, per: per.or(self.per) })
    }

    /// Whether there is a number without a unit.
    pub fn is_bare(self) -> bool {
        self.level.is_some() && self.sensitivity().is_none()
    }
}

/// The unit that "dB/mW", "dB SPL @ 1 Vrms" and the like stand for.
fn per_unit(words: &str) -> Option<Per> {
    let is_plain = |at: &char| !at.is_whitespace() && !matches!(at, '(' | ')');
    let words: String = words.to_lowercase().chars().filter(is_plain).collect();
    let (level, per) = words.split_once(['/', '@'])?;
    match (level, per.strip_prefix('1').unwrap_or(per)) {
        ("db" | "dbspl", "mw") => Some(Per::Milliwatt),
        ("db" | "dbspl", "v" | "vrms") => Some(Per::Volt),
        _ => None,
    }
}

/// The two fields of the sensitivity of a candidate while the visitor fills them in.
#[derive(Clone, Copy)]
pub struct SensitivityForm {
    session: Session,
    id: StoredValue<String>,
    /// What was typed last as the number and why it cannot be counted with, while it cannot.
    pub wrong: RwSignal<Option<(String, NotCounted)>>,
    /// What stands in the fields while it is not a sensitivity.
    pending: RwSignal<SensitivityEntry>,
    /// Whether a unit was chosen while the number was wrong, so that what is stored is not shown.
    is_open: RwSignal<bool>,
    /// What stands in the fields, as far as it can be counted with.
    pub entry: Memo<SensitivityEntry>,
}

impl SensitivityForm {
    /// The fields of the candidate with an id.
    pub fn new(session: Session, candidate: Memo<Option<Listed>>, id: String) -> Self {
        let pending = RwSignal::new(SensitivityEntry::default());
        let is_open = RwSignal::new(false);
        let entry = Memo::new(move |_| {
            let candidate = candidate.read();
            let stored = candidate.as_ref().and_then(|listed| listed.candidate.sensitivity);
            let stored = stored.filter(|_| !is_open.get());
            stored.map_or_else(|| pending.get(), SensitivityEntry::of)
        });
        let (id, wrong) = (StoredValue::new(id), RwSignal::new(None));
        Self { session, id, wrong, pending, is_open, entry }
    }

    /// Takes what was typed as the number.
    pub fn enter(self, text: String) {
        match self.entry.get_untracked().typed(&text) {
            Ok(entry) => {
                self.wrong.set(None);
                self.keep(entry);
            }
            Err(problem) => self.wrong.set(Some((text, problem))),
        }
    }

    /// Takes a unit. While the number is wrong, it waits for another number, and nothing is stored.
    pub fn choose(self, per: Option<Per>) {
        if self.wrong.read_untracked().is_some() {
            self.pending.set(SensitivityEntry { level: None, per });
            self.is_open.set(true);
        } else {
            self.keep(SensitivityEntry { per, ..self.entry.get_untracked() });
        }
    }

    /// Takes what stands in the fields now, and stores it if it is a sensitivity.
    fn keep(self, entry: SensitivityEntry) {
        let sensitivity = entry.sensitivity();
        self.pending.set(if sensitivity.is_some() { SensitivityEntry::default() } else { entry });
        self.is_open.set(false);
        self.id.with_value(|id| {
            self.session.change_candidate(id, &mut |candidate| candidate.sensitivity = sensitivity);
        });
    }
}
