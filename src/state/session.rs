//! The bundle of signals that pages share. Every intent writes to storage before it returns.

mod data;
mod history;
mod shared;

pub use data::{Offer, Stored};

use leptos::prelude::*;

use super::desk::Desk;
use super::{Keeping, Theme};
use crate::browser::{page, storage};
use crate::content::Content;
use crate::model::{
    Answer, Answers, ChoiceId, CriterionId, GearId, Importance, Kind, Level, Levels, QuestionId,
    Quiz, Ticks, TopicId, Verdict,
};
use crate::route::{RESULT_PLACES, Route, Step};
use crate::saved::Saved;

/// What the visitor has said, where they are, and whether it is kept. Provided once, by the app.
#[derive(Clone, Copy)]
pub struct Session {
    content: &'static Content,
    desk: RwSignal<Desk>,
    answers: Memo<Answers>,
    levels: Memo<Levels>,
    verdict: Memo<Verdict>,
    route: RwSignal<Route>,
    /// The route without its place.
    page: RwSignal<Route>,
}

impl Session {
    /// A session as the prerender sees it: nothing answered, at the guide.
    pub fn new(content: &'static Content) -> Self {
        let desk = RwSignal::new(Desk::default());
        let answers = Memo::new(move |_| desk.read().shown().answers(&content.quiz));
        Self {
            content,
            desk,
            answers,
            levels: Memo::new(move |_| Levels::of(&content.quiz, &answers.read())),
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
        self.at_desk(&mut Desk::open);
        self.follow();
    }

    /// Takes in what another tab has stored, or what happened while the page was put away.
    pub fn catch_up(self) {
        self.at_desk(&mut |desk| {
            if desk.catch_up() {
                desk.store();
            }
        });
    }

    /// Changes what lies on the desk. Nothing derived from it may be read meanwhile.
    fn at_desk(self, edit: &mut dyn FnMut(&mut Desk)) {
        self.desk.update(|desk| {
            edit(desk);
            // Before storage was looked at, there may be no page at all.
            if desk.keeping != Keeping::Unread {
                page::mark("data-keeping", desk.keeping.id());
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
    pub const fn levels(self) -> Memo<Levels> {
        self.levels
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
        let mut route = Route::from_hash(&page::hash());
        if self.visit(&route).is_none() {
            route = Route::Unreadable;
        }
        let is_known = match &route {
            Route::Guide(Some(place)) | Route::Method(Some(place)) => {
                page::has(&Route::anchor(route.view(), place))
            }
            Route::Result(Some(place)) => RESULT_PLACES.contains(&place.as_str()),
            Route::Quiz(Step::Topic(id)) => self.quiz().find_topic(id).is_some(),
            _ => true,
        };
        if !is_known {
            route = Route::NotFound;
        }
        let page = route.clone().page();
        if *self.page.read_untracked() != page {
            self.page.set(page);
        }
        self.route.set(route);
    }

    /// Goes to a route, as a link would.
    pub fn go(self, route: &Route) {
        page::go(&route.href());
    }

    /// Moves focus to the element with this id, once the page shows it.
    pub fn focus(self, id: &str) {
        page::focus_later(id.to_owned());
    }

    /// Moves focus to the heading of the view, once the page shows it.
    pub fn focus_heading(self) {
        page::focus_heading_later();
    }

    /// Clicks the control with this id and leaves focus on it.
    pub fn click(self, id: &str) {
        page::click(id);
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
        leader.map_or("", |leader| self.quiz().gear(leader).id.as_str())
    }

    /// Opens the browser's print dialog.
    pub fn print(self) {
        page::print();
    }

    /// The colours that the boot script has set.
    pub fn theme() -> Theme {
        Theme::from_id(&page::marked("data-theme").unwrap_or_default())
    }

    /// Chooses colours.
    pub fn set_theme(self, theme: Theme) {
        page::mark("data-theme", theme.id());
        if self.desk.read_untracked().keeping.is_stored() {
            // Colours are no loss; the switch works for this visit.
            let _full = storage::write(storage::THEME, theme.id());
        }
    }

    /// The visitor clicked an option.
    pub fn choose(self, question: QuestionId, choice: ChoiceId) {
        let before = self.answers.with_untracked(|answers| answers.get(question).ticks());
        let ticks = self.quiz().question(question).toggled(before, choice);
        let answer = if ticks.is_empty() { Answer::Unseen } else { Answer::Given(ticks) };
        self.change(&mut |saved| saved.set_answer(self.quiz(), question, answer));
    }

    /// The visitor skipped a topic. Its options are kept, so that the skip can be taken back.
    pub fn skip(self, topic: TopicId) {
        let now = self.answers.get_untracked();
        self.change(&mut |saved| {
            for at in self.quiz().topic(topic).questions() {
                saved.set_answer(self.quiz(), at, Answer::Skipped(now.get(at).ticks()));
            }
        });
    }

    /// The visitor went on from a topic. Untouched scenes count as `never`, and a skip that still
    /// shows its options is taken back. Returns whether the topic is now answered.
    pub fn settle(self, topic: TopicId) -> bool {
        let quiz = self.quiz();
        let now = self.answers.get_untracked();
        let open = |at: &QuestionId| !matches!(now.get(*at), Answer::Given(_));
        self.change(&mut |saved| {
            for at in quiz.topic(topic).questions().filter(open) {
                let question = quiz.question(at);
                let ticks = match (question.kind, now.get(at).ticks()) {
                    (Kind::Scene, ticks) if ticks.is_empty() => Ticks::only(ChoiceId(0)),
                    (_, ticks) => ticks,
                };
                if question.accepts(ticks) {
                    saved.set_answer(quiz, at, Answer::Given(ticks));
                }
            }
        });
        self.answers.with_untracked(|answers| answers.is_answered(topic))
    }

    /// The visitor weighed a topic.
    pub fn weigh(self, topic: TopicId, importance: Importance) {
        self.change(&mut |saved| saved.set_importance(self.quiz(), topic, importance));
    }

    /// The visitor set a standing, or with `None` took the content's back.
    pub fn set_own(self, gear: GearId, criterion: CriterionId, level: Option<Level>) {
        self.change(&mut |saved| saved.set_own(self.quiz(), gear, criterion, level));
    }

    /// The first topic that is neither answered nor skipped.
    pub fn next_open(self) -> Option<TopicId> {
        let answers = self.answers.read();
        let open = |at: TopicId| !answers.is_answered(at) && !answers.is_skipped(at);
        self.quiz().topics().map(|(at, _)| at).find(|at| open(*at))
    }

    /// Whether nothing was ever answered, skipped or weighed.
    pub fn is_untouched(self) -> bool {
        self.desk.read().shown().is_empty()
    }

    fn change(self, edit: &mut dyn FnMut(&mut Saved)) {
        self.at_desk(&mut |desk| {
            // Whatever came after the change that was tried out keeps it.
            desk.before = None;
            if let Some(shared) = &mut desk.shared {
                return edit(shared);
            }
            // Another tab may have written since; the edit comes after that.
            desk.catch_up();
            edit(&mut desk.own);
            desk.store();
        });
    }
}
