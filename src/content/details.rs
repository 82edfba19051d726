//! What only the views of rooms and the static pages read.

use serde::{Deserialize, Serialize};

use super::BiasReport;
use crate::model::shortlist::Defaults;
use crate::model::{
    CriterionDetails, CriterionId, DeviceTypeDetails, DeviceTypeId, Evidence, Noise, OptionId,
    QuestionId, Shop, Signpost, Source, SourceId, Term,
};

/// The part of the content that no visit needs before it enters a room. What a file of the content
/// adds for one room belongs here.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Details {
    /// What there is to read about each type, in the order of the types.
    pub device_types: Vec<DeviceTypeDetails>,
    /// What there is to read about each criterion, in the order of the criteria.
    pub criteria: Vec<CriterionDetails>,
    /// What each option means, in the order of the questions and their options: one sentence, addressed to
    /// the visitor, which may be empty if the option has no effect.
    pub meanings: Vec<Vec<String>>,
    /// Shopping advice, some of it tied to answers.
    pub shop: Shop,
    /// Products outside the types that are compared, which are shown but never scored.
    pub signposts: Vec<Signpost>,
    /// The sources that ratings and facts cite.
    pub sources: Vec<Source>,
    /// The glossary.
    pub terms: Vec<Term>,
    /// How loud places are, and what each type holds back.
    pub noise: Noise,
    /// What the shortlist counts with unless the visitor says otherwise.
    pub shortlist: Defaults,
    /// How often random answers lead to each verdict.
    pub bias: BiasReport,
}

/// Reads the details; `None` if the text is damaged. The code of rooms brings this function, because a
/// visit without a room needs neither the details nor the code that reads them.
pub type ReadDetails = fn(&str) -> Option<Details>;

impl Details {
    /// What there is to read about a type.
    ///
    /// # Panics
    ///
    /// If the position is out of range, which it cannot be if it came from the same content.
    pub fn device_type(&self, at: DeviceTypeId) -> &DeviceTypeDetails {
        &self.device_types[at.index()]
    }

    /// What there is to read about a criterion.
    ///
    /// # Panics
    ///
    /// As [`Details::device_type`].
    pub fn criterion(&self, at: CriterionId) -> &CriterionDetails {
        &self.criteria[usize::from(at.0)]
    }

    /// The evidence for the rating of a type on a criterion.
    ///
    /// # Panics
    ///
    /// As [`Details::device_type`].
    pub fn evidence(&self, device_type: DeviceTypeId, criterion: CriterionId) -> &Evidence {
        &self.device_type(device_type).evidence[usize::from(criterion.0)]
    }

    /// What an option of a question means, in one sentence.
    ///
    /// # Panics
    ///
    /// As [`Details::device_type`].
    pub fn meaning(&self, question: QuestionId, option: OptionId) -> &str {
        &self.meanings[question.index()][usize::from(option.0)]
    }

    /// The source at a position.
    ///
    /// # Panics
    ///
    /// As [`Details::device_type`].
    pub fn source(&self, id: SourceId) -> &Source {
        &self.sources[usize::from(id.0)]
    }
}
