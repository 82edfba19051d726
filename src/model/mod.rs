//! The domain: device types, criteria, questions and answers, and how answers become a verdict.
//!
//! This module uses only `std`, and serde's two traits for what the page embeds. Its functions are
//! total: no combination of answers makes them panic. `docs/model.md` explains the model, and
//! `docs/glossary.md` defines its words.

pub mod answers;
pub mod breakdown;
pub mod budget;
pub mod candidate;
pub mod candidate_score;
pub mod cost;
pub mod counterfactual;
pub mod criterion;
pub mod date;
pub mod device_type;
pub mod drive;
pub mod evidence;
pub mod exposure;
pub mod guide;
pub mod noise;
pub mod order;
pub mod pair;
pub mod pivotal_rating;
pub mod preference;
pub mod prose;
pub mod question;
pub mod quiz;
pub mod ranged;
pub mod rating;
pub mod reason;
pub mod relaxation;
pub mod remaining;
pub mod robustness;
pub mod shop;
pub mod shortlist;
pub mod snapshot;
pub mod verdict;

pub use answers::{Answer, Answers, Selection, Weight};
pub use breakdown::{BreakdownLine, Exclusion, Points, ScoreBreakdown};
pub use budget::Budget;
pub use candidate::{Candidate, Habits};
pub use candidate_score::CandidateScore;
pub use counterfactual::{Change, ChangeTable, Counterfactual, MOST_CHANGES, PivotalWeight};
pub use criterion::{Criterion, CriterionDetails, CriterionId, Group, GroupId};
pub use date::Date;
pub use device_type::{
    DeviceType, DeviceTypeDetails, DeviceTypeId, DeviceTypeSet, Family, GradedRating, Rating,
};
pub use evidence::{Basis, Evidence, Grade, Source, SourceId};
pub use exposure::Exposure;
pub use guide::{Block, Figure, Guide, Section, Term};
pub use noise::Noise;
pub use pair::Pair;
pub use pivotal_rating::PivotalRating;
pub use preference::Comparison;
pub use prose::{Prose, Span};
pub use question::{AnswerOption, Effect, Kind, OptionId, Question, QuestionId, RetiredOption};
pub use quiz::{Quiz, Topic, TopicId};
pub use ranged::Ranged;
pub use rating::{OwnRating, OwnRatings, Ratings};
pub use reason::Reason;
pub use relaxation::Relaxation;
pub use remaining::Remaining;
pub use robustness::{Lead, RecentCounts, Robustness};
pub use shop::{Condition, Shop, ShopAdvice, Signpost, TryOnStep};
pub use snapshot::{Difference, RecordedVerdict, Snapshot};
pub use verdict::{RankedType, Thresholds, Verdict, Word};
