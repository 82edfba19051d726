//! What to take to the shop, and what else there is, by the answers.

use crate::content::Details;
use crate::model::{Answers, DeviceTypeId, ShopAdvice, Signpost, TryOnStep};

/// The advice for a type that fits the answers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ShopList {
    /// Specifications to filter by, each once: those of the type, then those that fit the answers.
    pub filters: Vec<&'static str>,
    /// Notes before the try-on test.
    pub notes: Vec<&'static str>,
    /// Steps of the try-on test.
    pub tests: Vec<&'static str>,
    /// Parts that complete the sentence to a shop assistant.
    pub say: Vec<&'static str>,
}

impl ShopList {
    /// The advice for `device_type` under `answers`.
    pub fn of(details: &'static Details, answers: &Answers, device_type: DeviceTypeId) -> Self {
        let texts = |advice: &mut dyn Iterator<Item = &'static ShopAdvice>| -> Vec<&'static str> {
            let fitting = advice.filter(|part| part.applies(device_type, answers));
            fitting.map(|part| part.text.as_str()).collect()
        };
        let fitting = |advice: &'static [ShopAdvice]| texts(&mut advice.iter());
        let step = |step: &'static TryOnStep| &step.advice;
        let own = details.device_type(device_type).shop.filter.iter().map(String::as_str);
        let mut filters: Vec<&str> = Vec::new();
        for filter in own.chain(fitting(&details.shop.filters)) {
            if !filters.contains(&filter) {
                filters.push(filter);
            }
        }
        Self {
            filters,
            notes: fitting(&details.shop.notes),
            tests: texts(&mut details.shop.tests.iter().map(step)),
            say: fitting(&details.shop.say),
        }
    }
}

/// The signposts that the answers call for; `refused` says that they exclude both families.
pub fn called_signposts(
    details: &'static Details,
    answers: &Answers,
    refused: bool,
) -> Vec<&'static Signpost> {
    details.signposts.iter().filter(|post| post.applies(answers, refused)).collect()
}
