//! Answers, weights and own ratings: what the visitor has entered, and the methods that change it.

use leptos::prelude::*;

use super::Session;
use crate::model::{
    Answer, CriterionId, DeviceTypeId, Kind, OptionId, QuestionId, Rating, RetiredOption,
    Selection, TopicId, Weight,
};

impl Session {
    /// The retired options that the stored or shared answers hold, and the questions that had them;
    /// tracked.
    pub fn retired(self) -> Vec<(QuestionId, &'static RetiredOption)> {
        self.workspace().shown().retired(self.quiz())
    }

    /// Selects an option, or deselects a checkbox that is shown as selected.
    pub fn select(self, question: QuestionId, option: OptionId) {
        // A late session has the answers from before the last press.
        let shown = self.workspace.with_untracked(|workspace| {
            workspace.shown().answers(self.quiz()).get(question).selection()
        });
        let asked = self.quiz().question(question);
        self.change(&mut |document| {
            let before = document.answers(self.quiz()).get(question).selection();
            // Another tab may have changed the same checkbox to what the visitor wants.
            let is_done = asked.kind == Kind::Many && before.has(option) != shown.has(option);
            let selection = if is_done { before } else { asked.toggled(before, option) };
            let answer =
                if selection.is_empty() { Answer::Unseen } else { Answer::Given(selection) };
            document.set_answer(self.quiz(), question, answer);
        });
    }

    /// Skips every question of a topic. The selected options are kept, so that the skip can be
    /// undone.
    pub fn skip(self, topic: TopicId) {
        self.change(&mut |document| {
            let now = document.answers(self.quiz());
            for at in self.quiz().topic(topic).questions() {
                document.set_answer(self.quiz(), at, Answer::Skipped(now.get(at).selection()));
            }
        });
    }

    /// Completes a topic when the visitor continues to the next. Listening contexts without a
    /// selection become `never`, and a skipped question that has a valid selection becomes
    /// answered. Returns whether the topic is now answered.
    pub fn complete_topic(self, topic: TopicId) -> bool {
        let quiz = self.quiz();
        self.change(&mut |document| {
            let now = document.answers(quiz);
            let is_open = |at: &QuestionId| !matches!(now.get(*at), Answer::Given(_));
            for at in quiz.topic(topic).questions().filter(is_open) {
                let question = quiz.question(at);
                let selection = match (question.kind, now.get(at).selection()) {
                    (Kind::Context, selection) if selection.is_empty() => {
                        Selection::only(OptionId(0))
                    }
                    (_, selection) => selection,
                };
                if question.accepts(selection) {
                    document.set_answer(quiz, at, Answer::Given(selection));
                }
            }
        });
        self.answers.with_untracked(|answers| answers.is_answered(topic))
    }

    /// Sets the weight of a topic.
    pub fn set_weight(self, topic: TopicId, weight: Weight) {
        self.change(&mut |document| document.set_weight(self.quiz(), topic, weight));
    }

    /// Sets the visitor's own rating. `None` restores the rating of the content.
    pub fn set_own_rating(
        self,
        device_type: DeviceTypeId,
        criterion: CriterionId,
        rating: Option<Rating>,
    ) {
        self.change(&mut |document| {
            document.set_own_rating(self.quiz(), device_type, criterion, rating);
        });
    }

    /// The first topic that is neither answered nor skipped; tracked.
    pub fn next_open(self) -> Option<TopicId> {
        let answers = self.answers.read();
        let is_open = |at: TopicId| !answers.is_answered(at) && !answers.is_skipped(at);
        self.quiz().topics().map(|(at, _)| at).find(|at| is_open(*at))
    }

    /// Whether the document that is shown has no answer, skip, weight or own rating; tracked.
    pub fn is_untouched(self) -> bool {
        self.workspace().shown().is_empty()
    }
}
