//! Remaining questions: the engine agrees with brute force over every way to answer them.

use std::collections::BTreeMap;

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::{Answer, Answers, Quiz, Remaining, TopicId};

use super::describe;
use super::open::{Completion, completions, count, open};
use super::plain::{NumericAnswers, Sheet, device_type, has};
use super::small::{real_answers, small_answers, small_quiz};
use crate::support::quiz;

/// A quiz, its open questions and every way to answer them.
struct Rest<'a> {
    quiz: &'a Quiz,
    sheet: Sheet,
    inputs: NumericAnswers,
    open: Vec<usize>,
    all: Vec<Completion>,
}

impl<'a> Rest<'a> {
    fn of(quiz: &'a Quiz, answers: &Answers) -> Self {
        let (sheet, inputs) = (Sheet::of(quiz, answers), NumericAnswers::of(quiz, answers));
        let open = open(quiz, answers);
        let all = completions(&sheet, &inputs, &open);
        Self { quiz, sheet, inputs, open, all }
    }

    fn topic(&self, question: usize) -> TopicId {
        self.quiz.questions[question].topic
    }

    /// The type that is alone in first place in every completion.
    fn settled(&self) -> Option<usize> {
        let first = self.all[0].score.alone()?;
        self.all.iter().all(|one| one.score.alone() == Some(first)).then_some(first)
    }

    /// Whether the answers to `topics` are enough to know which type leads alone.
    fn is_decided_by(&self, topics: &[TopicId]) -> bool {
        let mut firsts: BTreeMap<Vec<u32>, Option<usize>> = BTreeMap::new();
        self.all.iter().all(|one| {
            let answers = self.open.iter().zip(&one.bits);
            let mine = answers.filter(|(question, _)| topics.contains(&self.topic(**question)));
            let key = mine.map(|(_, bits)| *bits).collect();
            let first = one.score.alone();
            *firsts.entry(key).or_insert(first) == first
        })
    }

    /// Whether some completion excludes a type.
    fn can_be_excluded(&self, t: usize) -> bool {
        self.all.iter().any(|one| has(one.score.out, t))
    }

    /// Whether a type is ahead of another in every completion that does not exclude the other.
    fn is_surely_ahead(&self, ahead: usize, behind: usize) -> bool {
        let mut remaining = self.all.iter().filter(|one| !has(one.score.out, behind));
        remaining.all(|one| one.score.points[ahead] > one.score.points[behind])
    }

    /// The types that can still lead. A type cannot if another type is surely ahead of it and
    /// cannot be excluded.
    fn contenders(&self) -> Vec<usize> {
        let is_in_play = |t: &usize| !has(self.all[0].score.out, *t);
        let device_types = || (0..self.quiz.device_types.len()).filter(is_in_play);
        let is_beaten = |t: usize| {
            device_types()
                .any(|by| by != t && !self.can_be_excluded(by) && self.is_surely_ahead(by, t))
        };
        device_types().filter(|t| !is_beaten(*t)).collect()
    }

    /// How much a topic can decide: whether it can exclude a contender, and the most points that
    /// one contender can gain on another without being excluded. `None` if it can do neither.
    fn decisiveness(&self, topic: TopicId, contenders: &[usize]) -> Option<(bool, i32)> {
        let mine: Vec<usize> =
            self.open.iter().copied().filter(|at| self.topic(*at) == topic).collect();
        let before = self.sheet.score(&self.inputs);
        let (mut excludes, mut most, mut differs) = (false, 0, false);
        for one in completions(&self.sheet, &self.inputs, &mine) {
            let gain = |t: usize| one.score.points[t] - before.points[t];
            for up in contenders {
                excludes |= has(one.score.out, *up);
                for down in contenders {
                    let by = gain(*up) - gain(*down);
                    differs |= by != 0;
                    most = most.max(if has(one.score.out, *up) { 0 } else { by });
                }
            }
        }
        (excludes || differs).then_some((excludes, most))
    }
}

/// Counts of the cases that came up, so that none of them goes untested.
#[derive(Debug, Default)]
struct Met {
    settled: u32,
    unsettled: u32,
    /// Topics with an open question that cannot matter any more.
    left_out: usize,
    /// Cases in which the most decisive topic is not the first open one.
    decisive: u32,
}

fn compare(quiz: &Quiz, answers: &Answers, met: &mut Met) {
    let rest = Rest::of(quiz, answers);
    let remaining = Remaining::of(quiz, answers);
    let about = || format!("{remaining:?}: {}", describe(quiz, answers));
    assert_eq!(remaining.settled, rest.settled().map(device_type), "{}", about());
    assert!(
        rest.is_decided_by(&remaining.can_matter),
        "a topic that was left out decides: {}",
        about()
    );
    let contenders = rest.contenders();
    let mut topics: Vec<TopicId> = rest.open.iter().map(|at| rest.topic(*at)).collect();
    topics.dedup();
    let decisiveness = |topic: &TopicId| rest.decisiveness(*topic, &contenders);
    let can_matter: Vec<TopicId> =
        topics.iter().copied().filter(|at| decisiveness(at).is_some()).collect();
    assert!(remaining.can_matter.is_sorted_by(|one, two| one < two), "{}", about());
    assert!(
        remaining.can_matter.iter().all(|at| can_matter.contains(at)),
        "too many topics: {}",
        about()
    );
    let most = remaining.can_matter.iter().filter_map(decisiveness).max();
    let decisive = remaining.can_matter.iter().copied().find(|at| decisiveness(at) == most);
    assert_eq!(remaining.decisive, decisive, "{}", about());
    met.settled += u32::from(remaining.settled.is_some());
    met.unsettled += u32::from(remaining.settled.is_none());
    met.left_out += topics.len() - remaining.can_matter.len();
    met.decisive +=
        u32::from(remaining.decisive.is_some() && remaining.decisive != topics.first().copied());
}

#[test]
fn remaining_questions_agree_with_brute_force_on_small_quizzes() {
    let mut random = Random::new(241);
    let mut met = Met::default();
    let mut compared = 0;
    while compared < 900 {
        let contexts = random.below(3);
        let exclude_one_in = 3 + random.below(12);
        let quiz = small_quiz(&mut random, contexts, 5 - contexts, exclude_one_in);
        let answers = small_answers(&quiz, &mut random, 2 + exclude_one_in % 2);
        if count(&Sheet::of(&quiz, &answers), &open(&quiz, &answers)) <= 1_000 {
            compare(&quiz, &answers, &mut met);
            compared += 1;
        }
    }
    assert!(met.settled > 100 && met.unsettled > 300, "{met:?}");
    assert!(met.left_out > 100 && met.decisive > 30, "{met:?}");
}

/// Draws real answers with a few questions open, and at most 1,100 ways to answer these.
fn nearly_done(random: &mut Random) -> Answers {
    let mut answers = real_answers(random);
    for (at, _) in quiz().questions() {
        if answers.get(at) == Answer::Unseen {
            answers.set(at, Answer::Skipped(headphones_or_iems::model::Selection::none()));
        }
    }
    for _ in 0..=random.below(8) {
        let mut reopened = answers.clone();
        let question = random.below(super::plain::small(quiz().questions.len()));
        reopened.set(headphones_or_iems::model::QuestionId(question), Answer::Unseen);
        if count(&Sheet::of(quiz(), &reopened), &open(quiz(), &reopened)) <= 1_100 {
            answers = reopened;
        }
    }
    answers
}

#[test]
fn remaining_questions_agree_with_brute_force_on_the_real_quiz() {
    let mut random = Random::new(242);
    let mut met = Met::default();
    for _ in 0..150 {
        compare(quiz(), &nearly_done(&mut random), &mut met);
    }
    assert!(met.settled > 5 && met.unsettled > 20, "{met:?}");
    assert!(met.left_out > 10 && met.decisive > 10, "{met:?}");
}

#[test]
fn a_settled_leader_stays_settled_while_the_rest_is_answered() {
    let mut random = Random::new(243);
    let mut followed = 0;
    for _ in 0..3_000 {
        let mut answers = real_answers(&mut random);
        let Some(settled) = Remaining::of(quiz(), &answers).settled else { continue };
        followed += 1;
        for (at, question) in quiz().questions() {
            if answers.get(at) == Answer::Unseen {
                let selection = headphones_or_iems::audit::draw_selection(question, &mut random);
                let skips = random.once_in(4);
                let answer =
                    if skips { Answer::Skipped(selection) } else { Answer::Given(selection) };
                answers.set(at, answer);
            }
            let now = Remaining::of(quiz(), &answers).settled;
            assert_eq!(now, Some(settled), "{}", describe(quiz(), &answers));
        }
        let alone =
            Sheet::of(quiz(), &answers).score(&NumericAnswers::of(quiz(), &answers)).alone();
        assert_eq!(alone.map(device_type), Some(settled));
    }
    assert!(followed > 20, "{followed}");
}
