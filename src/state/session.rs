//! The bundle of signals that pages share. Every intent writes to storage before it returns.

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

/// What the visitor has said, where they are, and whether it is kept. Provided once, by the app.
#[derive(Clone, Copy)]
pub struct Session {
    content: &'static Content,
    workspace: RwSignal<Workspace>,
    answers: Memo<Answers>,
    ratings: Memo<Ratings>,
    verdict: Memo<Verdict>,
    route: RwSignal<Route>,
    /// The route without its place.
    page: RwSignal<Route>,
}

impl Session {
    /// A session as the prerender sees it: nothing answered, at the guide.
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

    /// The session of the app that is running.
    ///
    /// # Panics
    ///
    /// Outside the app, which provides it before any page is made.
    #[expect(clippy::expect_used, reason = "the app provides it before any page is made")]
    pub fn get() -> Self {
        // Not `expect_context`: what it prints with `{:?}` costs 4 KB of Unicode tables.
        use_context().expect("the app provides its session")
    }

    /// Reads what is stored, and the address. Only in a browser.
    pub fn load(self) {
        self.edit_workspace(&mut Workspace::open);
        self.follow();
    }

    /// Takes in what another tab has stored, or what happened while the page was put away.
    pub fn catch_up(self) {
        self.edit_workspace(&mut |workspace| {
            if workspace.catch_up() {
                workspace.store();
            }
        });
    }

    /// Changes what lies on the desk. Nothing derived from it may be read meanwhile.
    fn edit_workspace(self, edit: &mut dyn FnMut(&mut Workspace)) {
        self.workspace.update(|workspace| {
            edit(workspace);
            // Before storage was looked at, there may be no page at all.
            if workspace.persistence != Persistence::Unread {
                dom::set_root_attribute("data-keeping", workspace.persistence.id());
            }
        });
    }

    /// Everything the app says and counts with.
    pub const fn content(self) -> &'static Content {
        self.content
    }

    /// Types, criteria and questions.
    pub const fn quiz(self) -> &'static Quiz {
        &self.content.quiz
    }

    /// The answers and importances.
    pub const fn answers(self) -> Memo<Answers> {
        self.answers
    }

    /// The levels that types are compared and counted with; the visitor's own are among them.
    pub const fn ratings(self) -> Memo<Ratings> {
        self.ratings
    }

    /// What the answers amount to.
    pub const fn verdict(self) -> Memo<Verdict> {
        self.verdict
    }

    /// Where the visitor is; followed.
    pub fn route(self) -> Route {
        self.route.get()
    }

    /// The page where the visitor is, whatever the place in it; followed.
    pub fn page(self) -> Route {
        self.page.get()
    }

    /// The view where the visitor is.
    pub fn view(self) -> &'static str {
        self.route.read_untracked().view()
    }

    /// Follows the address after it has changed. What the content does not know is not found.
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

    /// Goes to a route, as a link would.
    pub fn go(self, route: &Route) {
        dom::go(&route.href());
    }

    /// Moves focus to the element with this id, once the page shows it.
    pub fn focus(self, id: &str) {
        dom::focus_later(id.to_owned());
    }

    /// Moves focus to the heading of the view, once the page shows it.
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

    /// The id of the leader; empty if there is none.
    pub fn leader_id(self) -> &'static str {
        let leader = self.verdict.read().leader;
        leader.map_or("", |leader| self.quiz().device_type(leader).id.as_str())
    }

    /// Opens the browser's print dialog.
    pub fn print(self) {
        dom::print();
    }

    /// The colours that the boot script has set.
    pub fn theme() -> Theme {
        Theme::from_id(&dom::root_attribute("data-theme").unwrap_or_default())
    }

    /// Chooses colours.
    pub fn set_theme(self, theme: Theme) {
        dom::set_root_attribute("data-theme", theme.id());
        if self.workspace.read_untracked().persistence.is_stored() {
            // Colours are no loss; the switch works for this visit.
            let _full = storage::write(storage::THEME, theme.id());
        }
    }

    /// The visitor clicked an option.
    pub fn select(self, question: QuestionId, option: OptionId) {
        let before = self.answers.with_untracked(|answers| answers.get(question).selection());
        let selection = self.quiz().question(question).toggled(before, option);
        let answer = if selection.is_empty() { Answer::Unseen } else { Answer::Given(selection) };
        self.change(&mut |document| document.set_answer(self.quiz(), question, answer));
    }

    /// The visitor skipped a topic. Its options are kept, so that the skip can be taken back.
    pub fn skip(self, topic: TopicId) {
        let now = self.answers.get_untracked();
        self.change(&mut |document| {
            for at in self.quiz().topic(topic).questions() {
                document.set_answer(self.quiz(), at, Answer::Skipped(now.get(at).selection()));
            }
        });
    }

    /// The visitor went on from a topic. Untouched scenes count as `never`, and a skip that still
    /// shows its options is taken back. Returns whether the topic is now answered.
    pub fn settle(self, topic: TopicId) -> bool {
        let quiz = self.quiz();
        let now = self.answers.get_untracked();
        let open = |at: &QuestionId| !matches!(now.get(*at), Answer::Given(_));
        self.change(&mut |document| {
            for at in quiz.topic(topic).questions().filter(open) {
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

    /// The visitor weighed a topic.
    pub fn set_weight(self, topic: TopicId, weight: Weight) {
        self.change(&mut |document| document.set_weight(self.quiz(), topic, weight));
    }

    /// The visitor set a standing, or with `None` took the content's back.
    pub fn set_own_rating(
        self,
        device_type: DeviceTypeId,
        criterion: CriterionId,
        rating: Option<Rating>,
    ) {
        self.change(&mut |document| {
            document.set_own_rating(self.quiz(), device_type, criterion, rating)
        });
    }

    /// The first topic that is neither answered nor skipped.
    pub fn next_open(self) -> Option<TopicId> {
        let answers = self.answers.read();
        let open = |at: TopicId| !answers.is_answered(at) && !answers.is_skipped(at);
        self.quiz().topics().map(|(at, _)| at).find(|at| open(*at))
    }

    /// Whether nothing was ever answered, skipped or weighed.
    pub fn is_untouched(self) -> bool {
        self.workspace.read().shown().is_empty()
    }

    fn change(self, edit: &mut dyn FnMut(&mut Document)) {
        self.edit_workspace(&mut |workspace| {
            // Whatever came after the change that was tried out keeps it.
            workspace.before = None;
            if let Some(shared) = &mut workspace.shared {
                return edit(shared);
            }
            // Another tab may have written since; the edit comes after that.
            workspace.catch_up();
            edit(&mut workspace.own);
            workspace.store();
        });
    }
}
