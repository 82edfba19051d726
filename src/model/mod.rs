//! The domain: types of headphone, criteria, questions, answers, and how they add up to a verdict.
//!
//! Imports `std` only. Everything here is total: functions return values, and nothing panics on
//! any combination of answers. `docs/glossary.md` defines the words.

pub mod answers;
pub mod change;
pub mod claim;
pub mod criterion;
pub mod evidence;
pub mod firmness;
pub mod gear;
pub mod guide;
pub mod ledger;
pub mod order;
pub mod outlook;
pub mod pair;
pub mod prose;
pub mod quiz;
pub mod reason;
pub mod run;
pub mod shop;
pub mod standing;
pub mod verdict;
pub mod way_out;

pub use answers::{Answer, Answers, Importance, Ticks};
pub use change::{Change, Flip, Stakes, Weighed};
pub use claim::{Grade, Source, SourceId};
pub use criterion::{Criterion, CriterionId, Group, GroupId};
pub use evidence::Hinge;
pub use firmness::{Firmness, Lead};
pub use gear::{Family, Gear, GearId, GearSet, Level, Standing};
pub use guide::{Block, Guide, Section, Term};
pub use ledger::{Ledger, Line, Points, Ruling};
pub use outlook::Outlook;
pub use pair::Pair;
pub use prose::{Prose, Span};
pub use quiz::{Choice, ChoiceId, Effect, Kind, Question, QuestionId, Quiz, Topic, TopicId};
pub use reason::Reason;
pub use run::{Difference, Receipt, Run};
pub use shop::{Condition, Shop, ShopPart, Signpost};
pub use standing::{Levels, Own, OwnStanding};
pub use verdict::{Place, Thresholds, Verdict, Word};
pub use way_out::WayOut;
