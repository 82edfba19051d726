//! The signals that all views share, and the methods by which views change the visitor's inputs.
//!
//! A method that changes inputs has written them to storage by the time it returns. A method marked
//! "tracked" subscribes the calling effect or memo to the signals that it reads.

mod data;
mod history;
mod shared;

pub use data::{PendingImport, Stored};

use leptos::prelude::*;

use super::workspace::Workspace;
use super::{Persistence, Theme};
use crate::content::Content;
use crate::model::{
    Answer, Answers, CriterionId, DeviceTypeId, Kind, OptionId, QuestionId, Quiz, Rating, Ratings,
    Selection, TopicId, Verdict, Weight,
};
use crate::platform::{dom, storage};
use crate::route::{RESULT_SECTIONS, Route, Step};
use crate::store::Document;

/// A copyable handle to the visitor's inputs, the current route, and the values derived from them.
/// The app provides it as a context.
#[derive(Clone, Copy)]
pub struct Session {
    content: &'static Content,
    workspace: RwSignal<Workspace>,
    answers: Memo<Answers>,
    ratings: Memo<Ratings>,
    verdict: Memo<Verdict>,
    route: RwSignal<Route>,
    /// The route without its section anchor. Moving between sections must not remount the view.
    page: RwSignal<Route>,
}

impl Session {
    /// An empty session at the guide, which is the state that the prerender renders.
    pub fn new(content: &'static Content) -> Self {
        let workspace = RwSignal::new(Workspace::default());
        let answers = Memo::new(move |_| workspace.read().shown().answers(&content.quiz));
        Self {
            content,
            workspace,
            answers,
            ratings: Memo::new(move |_| Ratings::of(&content.quiz, &answers.read())),
            verdict: Memo::new(move |_| Verdict::of(&content.quiz, &answers.read())),
            route: RwSignal::new(Route::Guide(None)),
            page: RwSignal::new(Route::Guide(None)),
        }
    }

    /// The session that the app has provided as a context.
    ///
    /// # Panics
    ///
    /// If no session was provided. The app provides one before it creates any view.
    #[expect(clippy::expect_used, reason = "the app provides a session before it creates any view")]
    pub fn get() -> Self {
        // `expect_context` formats with `{:?}`, which adds 4 KB of Unicode tables to the wasm.
        use_context().expect("the app provides its session")
    }

    /// Reads the stored document and the URL. Call this only in a browser.
    pub fn load(self) {
        self.edit_workspace(&mut Workspace::open);
        self.follow();
    }

    /// Merges changes that other tabs have stored, possibly while this page was in the back/forward
    /// cache.
    pub fn merge_stored(self) {
        self.edit_workspace(&mut |workspace| {
            if workspace.merge_stored() {
                workspace.store();
            }
        });
    }

    /// Changes the workspace. `edit` must not read signals that derive from it.
    fn edit_workspace(self, edit: &mut dyn FnMut(&mut Workspace)) {
        self.workspace.update(|workspace| {
            edit(workspace);
            // Before storage has been read, there may be no document, as in the prerender.
            if workspace.persistence != Persistence::Unread {
                dom::set_root_attribute("data-keeping", workspace.persistence.id());
            }
        });
    }

    /// The content that the app was started with.
    pub const fn content(self) -> &'static Content {
        self.content
    }

    /// Types, criteria and questions.
    pub const fn quiz(self) -> &'static Quiz {
        &self.content.quiz
    }

    /// The visitor's answers, weights and own ratings, or those of the shared result that is shown.
    pub const fn answers(self) -> Memo<Answers> {
        self.answers
    }

    /// The ratings in force: those of the content, with the visitor's own ratings in their place.
    pub const fn ratings(self) -> Memo<Ratings> {
        self.ratings
    }

    /// The verdict on the answers.
    pub const fn verdict(self) -> Memo<Verdict> {
        self.verdict
    }

    /// The current route; tracked.
    pub fn route(self) -> Route {
        self.route.get()
    }

    /// The current route without its section anchor; tracked.
    pub fn page(self) -> Route {
        self.page.get()
    }

    /// The name of the current view; not tracked.
    pub fn view(self) -> &'static str {
        self.route.read_untracked().view()
    }

    /// Updates the route from the URL. A topic or section that does not exist leads to "not found".
    pub fn follow(self) {
        let mut route = Route::from_hash(&dom::hash());
        if self.visit(&route).is_none() {
            route = Route::Unreadable;
        }
        let is_known = match &route {
            Route::Guide(Some(section)) | Route::Method(Some(section)) => {
                dom::has(&Route::anchor(route.view(), section))
            }
            Route::Result(Some(section)) => RESULT_SECTIONS.contains(&section.as_str()),
            Route::Quiz(Step::Topic(id)) => self.quiz().find_topic(id).is_some(),
            _ => true,
        };
        if !is_known {
            route = Route::NotFound;
        }
        let page = route.clone().without_section();
        if *self.page.read_untracked() != page {
            self.page.set(page);
        }
        self.route.set(route);
    }

    /// Navigates to a route, as a link would.
    pub fn go(self, route: &Route) {
        dom::go(&route.href());
    }

    /// Moves focus to the element with this id after the views have been updated.
    pub fn focus(self, id: &str) {
        dom::focus_later(id.to_owned());
    }

    /// Moves focus to the heading of the view after the views have been updated.
    pub fn focus_heading(self) {
        dom::focus_heading_later();
    }

    /// Clicks the control with this id and leaves focus on it.
    pub fn click(self, id: &str) {
        dom::click(id);
    }

    /// The name of a step: "Question 3 of 13".
    pub fn step_name(self, topic: TopicId) -> String {
        match topic.index() {
            0 => "First: your places".to_owned(),
            at => format!("Question {at} of {}", self.quiz().topics.len() - 1),
        }
    }

    /// The id of the leading type, or an empty string if there is none; tracked.
    pub fn leader_id(self) -> &'static str {
        let leader = self.verdict.read().leader;
        leader.map_or("", |leader| self.quiz().device_type(leader).id.as_str())
    }

    /// Opens the browser's print dialog.
    pub fn print(self) {
        dom::print();
    }

    /// The theme that the boot script has set on `<html>`.
    pub fn theme() -> Theme {
        Theme::from_id(&dom::root_attribute("data-theme").unwrap_or_default())
    }

    /// Sets the theme, and stores it if storage works.
    pub fn set_theme(self, theme: Theme) {
        dom::set_root_attribute("data-theme", theme.id());
        if self.workspace.read_untracked().persistence.is_stored() {
            // If storage is full, the theme still applies to this visit.
            let _full = storage::write(storage::THEME, theme.id());
        }
    }

    /// Selects an option, or deselects a checkbox that is selected.
    pub fn select(self, question: QuestionId, option: OptionId) {
        let before = self.answers.with_untracked(|answers| answers.get(question).selection());
        let selection = self.quiz().question(question).toggled(before, option);
        let answer = if selection.is_empty() { Answer::Unseen } else { Answer::Given(selection) };
        self.change(&mut |document| document.set_answer(self.quiz(), question, answer));
    }

    /// Skips every question of a topic. The selected options are kept, so that the skip can be
    /// undone.
    pub fn skip(self, topic: TopicId) {
        let now = self.answers.get_untracked();
        self.change(&mut |document| {
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
        let now = self.answers.get_untracked();
        let is_open = |at: &QuestionId| !matches!(now.get(*at), Answer::Given(_));
        self.change(&mut |document| {
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
        self.workspace.read().shown().is_empty()
    }

    /// Changes the document that is shown. The visitor's own document is first merged with the
    /// stored one and then written. A shared result changes only in memory.
    fn change(self, edit: &mut dyn FnMut(&mut Document)) {
        self.edit_workspace(&mut |workspace| {
            // Any further change confirms the change that was being tried out.
            workspace.before = None;
            if let Some(shared) = &mut workspace.shared {
                return edit(shared);
            }
            // Another tab may have written since, so its changes are merged before the edit.
            workspace.merge_stored();
            edit(&mut workspace.own);
            workspace.store();
        });
    }
}
