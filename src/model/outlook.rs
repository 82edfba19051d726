//! What the questions that are still open can do: whether the leader is settled, which questions
//! can still matter, and which would decide most.
//!
//! A question is open until it is answered or skipped. Importances count as they are set now.

use super::{
    Answer, Answers, Choice, GearId, GearSet, Kind, Ledger, Points, QuestionId, Quiz, TopicId,
};

/// The reading of the open questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// The type that stays alone in first place however the rest is answered.
    pub settled: Option<GearId>,
    /// The topics with an open question that can still change who leads, at most; in order.
    pub matter: Vec<TopicId>,
    /// The one of them that can rule a contender out or move points the most.
    pub decisive: Option<TopicId>,
}

/// What an open question offers: an option, in numbers.
struct Offered<'a> {
    choice: &'a Choice,
    worth: Vec<i32>,
}

/// An open question, in numbers.
struct Open<'a> {
    topic: TopicId,
    kind: Kind,
    options: Vec<Offered<'a>>,
}

impl Outlook {
    /// The outlook of `answers`.
    pub fn of(quiz: &Quiz, answers: &Answers) -> Self {
        let ledger = Ledger::of(quiz, answers);
        let open: Vec<Open> =
            quiz.questions().filter_map(|(at, _)| Open::of(quiz, answers, &ledger, at)).collect();
        let field = Field::of(quiz, &ledger, &open);
        let matter: Vec<TopicId> = quiz
            .topics()
            .map(|(at, _)| at)
            .filter(|at| {
                open.iter().any(|question| question.topic == *at && field.matters(question))
            })
            .collect();
        let weight = |at: &TopicId| field.weight(&open, *at);
        let most = matter.iter().map(weight).max();
        let decisive = matter.iter().copied().find(|at| Some(weight(at)) == most);
        Self { settled: field.settled(), matter, decisive }
    }
}

impl<'a> Open<'a> {
    fn of(quiz: &'a Quiz, answers: &Answers, ledger: &Ledger, at: QuestionId) -> Option<Self> {
        let question = quiz.question(at);
        let times = i32::from(answers.importance(question.topic).value());
        if answers.get(at) != Answer::Unseen || times == 0 {
            return None;
        }
        let worth = |choice: &Choice| {
            quiz.gears().map(|(gear, _)| times * choice.worth(&ledger.levels, gear)).collect()
        };
        let option = |choice: &'a Choice| Offered { choice, worth: worth(choice) };
        let options = question.choices.iter().map(option).collect();
        Some(Self { topic: question.topic, kind: question.kind, options })
    }

    /// The most that an answer can move `up` against `down`; a skip moves nothing. Answers that
    /// rule `up` out are left aside.
    fn swing(&self, up: GearId, down: GearId) -> i32 {
        let (mut alone, mut together) = (0, 0);
        for option in self.options.iter().filter(|option| !option.choice.rules_out.has(up)) {
            let gain = option.worth[up.index()] - option.worth[down.index()];
            if self.kind == Kind::Many && !option.choice.exclusive {
                together += gain.max(0);
            } else {
                alone = alone.max(gain);
            }
        }
        alone.max(together)
    }

    fn rules_out(&self) -> GearSet {
        let each = self.options.iter().map(|option| option.choice.rules_out);
        each.fold(GearSet::default(), GearSet::union)
    }
}

/// The types, with what is sure between them.
struct Field {
    /// The types not ruled out so far.
    standing: Vec<GearId>,
    /// The types that an open question can rule out.
    at_risk: GearSet,
    /// For each ordered pair of standing types: the first is ahead whatever the rest.
    surely_ahead: Vec<(GearId, GearId)>,
}

impl Field {
    fn of(quiz: &Quiz, ledger: &Ledger, open: &[Open]) -> Self {
        let out = ledger.ruled_out();
        let standing: Vec<GearId> =
            quiz.gears().map(|(gear, _)| gear).filter(|gear| !out.has(*gear)).collect();
        let at_risk = open.iter().fold(GearSet::default(), |set, q| set.union(q.rules_out()));
        let mut surely_ahead = Vec::new();
        for ahead in standing.iter().copied() {
            for behind in standing.iter().copied().filter(|behind| *behind != ahead) {
                let Points(lead) = ledger.points(ahead) - ledger.points(behind);
                let swings: i32 = open.iter().map(|open| open.swing(behind, ahead)).sum();
                if lead > swings {
                    surely_ahead.push((ahead, behind));
                }
            }
        }
        Self { standing, at_risk, surely_ahead }
    }

    fn settled(&self) -> Option<GearId> {
        let beats = |gear: GearId| self.surely_ahead.iter().filter(|pair| pair.0 == gear).count();
        let is_sure =
            |gear: &GearId| !self.at_risk.has(*gear) && beats(*gear) + 1 == self.standing.len();
        self.standing.iter().copied().find(is_sure)
    }

    /// The types that can still lead: no type that surely stays is surely ahead of them.
    fn contenders(&self) -> impl Iterator<Item = GearId> + '_ {
        let is_beaten = |gear: GearId| {
            self.surely_ahead.iter().any(|pair| pair.1 == gear && !self.at_risk.has(pair.0))
        };
        self.standing.iter().copied().filter(move |gear| !is_beaten(*gear))
    }

    fn rules_out_a_contender(&self, question: &Open) -> bool {
        let out = question.rules_out();
        self.contenders().any(|gear| out.has(gear))
    }

    fn matters(&self, question: &Open) -> bool {
        let differs = |option: &Offered| {
            let mut worth = self.contenders().map(|gear| option.worth[gear.index()]);
            let first = worth.next();
            worth.any(|worth| Some(worth) != first)
        };
        self.rules_out_a_contender(question) || question.options.iter().any(differs)
    }

    /// How much a topic can decide: whether it can rule a contender out, then the most points it
    /// can move between two contenders.
    fn weight(&self, open: &[Open], topic: TopicId) -> (bool, i32) {
        let mine = || open.iter().filter(|question| question.topic == topic);
        let mut most = 0;
        for up in self.contenders() {
            for down in self.contenders() {
                most = most.max(mine().map(|question| question.swing(up, down)).sum());
            }
        }
        (mine().any(|question| self.rules_out_a_contender(question)), most)
    }
}
