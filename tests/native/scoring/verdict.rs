//! The word, the ranks and the family of a verdict agree with their definitions.

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::{
    Answer, Answers, CriterionId, DeviceType, DeviceTypeId, DeviceTypeSet, Effect, Family,
    GradedRating, OptionId, Question, QuestionId, Quiz, Rating, Robustness, Selection, Thresholds,
    Topic, TopicId, Verdict, Weight, Word,
};

use crate::support::{answered, id, quiz, some_answers};

/// A quiz with one answered question for each list in `worths`. The only option of the question
/// gives the types these points.
fn given(worths: &[&[i8]], close_below: u8, clear_from: u8) -> (Quiz, Answers) {
    let mut quiz = Quiz {
        thresholds: Thresholds { close_below, clear_from, pair_gain: 1 },
        ..Quiz::default()
    };
    quiz.device_types = vec![DeviceType::default(); worths[0].len()];
    for (at, unweighted_points) in worths.iter().enumerate() {
        let at = u8::try_from(at).unwrap();
        for (device_type, rating) in quiz.device_types.iter_mut().zip(*unweighted_points) {
            let rating = Rating::new(*rating).unwrap();
            device_type.ratings.push(GradedRating { rating, ..GradedRating::default() });
        }
        quiz.criteria.push(headphones_or_iems::model::Criterion::default());
        let mut option = headphones_or_iems::model::AnswerOption::default();
        option.effects.push(Effect { criterion: CriterionId(at), value: 1 });
        let (topic, options) = (TopicId(at), vec![option]);
        quiz.questions.push(Question { topic, options, ..Question::default() });
        let groups = vec![(String::new(), vec![QuestionId(at)])];
        quiz.topics.push(Topic { groups, ..Topic::default() });
    }
    let mut answers = Answers::empty(&quiz);
    for (at, _) in quiz.questions() {
        answers.set(at, Answer::Given(Selection::only(OptionId(0))));
    }
    (quiz, answers)
}

/// Makes the first question exclude types.
fn exclude(quiz: &mut Quiz, device_types: &[u8]) {
    let out = device_types
        .iter()
        .fold(DeviceTypeSet::default(), |set, device_type| set.with(DeviceTypeId(*device_type)));
    quiz.questions[0].options[0].excludes = out;
}

/// Types by position, each with its rank.
type Ranks = Vec<(u8, Option<u8>)>;

/// The word, the ranks and the robustness in percent.
fn read(quiz: &Quiz, answers: &Answers) -> (&'static str, Ranks, Option<u8>) {
    let verdict = Verdict::of(quiz, answers);
    let ranks = verdict.ranking.iter().map(|at| (at.device_type.0, at.rank)).collect();
    (verdict.word.id(), ranks, verdict.robustness.map(Robustness::share))
}

#[test]
fn equal_points_are_undecided_even_if_they_are_not_zero() {
    let (quiz, answers) = given(&[&[2, 2, 2]], 55, 85);
    let all = vec![(0, Some(1)), (1, Some(1)), (2, Some(1))];
    assert_eq!(read(&quiz, &answers), ("undecided", all, None));
    assert_eq!(
        Verdict::of(&quiz, &answers).first().count(),
        0,
        "no type is first without a leader"
    );
}

#[test]
fn a_tie_for_first_place_is_close_at_any_robustness() {
    let (quiz, answers) = given(&[&[-1, 2, -1, 2, -2]], 55, 85);
    let ranks = vec![(1, Some(1)), (3, Some(1)), (0, Some(3)), (2, Some(3)), (4, Some(5))];
    assert_eq!(read(&quiz, &answers), ("close", ranks, Some(100)));
    let verdict = Verdict::of(&quiz, &answers);
    assert_eq!(
        verdict.leader,
        Some(DeviceTypeId(1)),
        "the leader of a tie is the first in table order"
    );
    assert_eq!(verdict.first().collect::<Vec<_>>(), [DeviceTypeId(1), DeviceTypeId(3)]);
    assert_eq!(verdict.runner_up().map(|at| at.device_type), Some(DeviceTypeId(0)));
}

#[test]
fn the_only_remaining_type_is_clear_even_with_the_fewest_points() {
    let (mut quiz, answers) = given(&[&[2, 1, -2]], 55, 85);
    exclude(&mut quiz, &[0, 1]);
    assert_eq!(read(&quiz, &answers).0, "clear");
    let verdict = Verdict::of(&quiz, &answers);
    assert_eq!((verdict.leader, verdict.robustness), (Some(DeviceTypeId(2)), None));
    assert_eq!(verdict.runner_up(), None);
    let ranks: Vec<_> = verdict.ranking.iter().map(|at| (at.device_type.0, at.rank)).collect();
    assert_eq!(ranks, [(2, Some(1)), (0, None), (1, None)], "excluded types come last");
    assert_eq!(verdict.ranking[1].points.0, 2, "excluded types keep their points");
}

#[test]
fn a_conflict_has_no_leader() {
    let (mut quiz, answers) = given(&[&[2, 1]], 55, 85);
    exclude(&mut quiz, &[0, 1]);
    let verdict = Verdict::of(&quiz, &answers);
    assert_eq!((verdict.word, verdict.leader, verdict.robustness), (Word::Conflict, None, None));
    assert_eq!((verdict.family, verdict.first().count()), (None, 0));
}

#[test]
fn an_excluded_type_is_neither_leader_nor_rival() {
    let (mut quiz, answers) = given(&[&[2, 1, 0], &[2, 1, 0]], 55, 85);
    exclude(&mut quiz, &[0]);
    let ranks = vec![(1, Some(1)), (2, Some(2)), (0, None)];
    assert_eq!(read(&quiz, &answers), ("clear", ranks, Some(100)));
}

#[test]
fn the_thresholds_of_robustness_set_the_word() {
    // The second type wins one of two topics, so the first is ahead or level in 12 of 16 settings.
    let word_and_robustness = |close, clear| {
        let (quiz, mut answers) = given(&[&[2, 0], &[-1, 0]], close, clear);
        answers.set_weight(TopicId(0), Weight::new(4).unwrap());
        let verdict = Verdict::of(&quiz, &answers);
        (verdict.word.id(), verdict.robustness.unwrap())
    };
    let settings = (0..16).filter(|at| {
        let weights = [0, 1, 2, 4];
        2 * weights[at & 3] >= weights[at >> 2]
    });
    let robustness = Robustness { first: settings.count() as u64, settings: 16 };
    assert_eq!(robustness.share(), 75);
    assert_eq!(word_and_robustness(76, 90), ("close", robustness));
    assert_eq!(word_and_robustness(75, 76), ("leaning", robustness));
    assert_eq!(word_and_robustness(50, 75), ("clear", robustness));
}

/// The word of a verdict, straight from its definition.
fn defined(quiz: &Quiz, verdict: &Verdict) -> Word {
    let remaining: Vec<i32> =
        verdict.ranking.iter().filter(|at| at.rank.is_some()).map(|at| at.points.0).collect();
    let best = remaining.iter().max().copied().unwrap_or(0);
    let first = remaining.iter().filter(|points| **points == best).count();
    let is_below = |bound: u8| {
        let robustness = verdict.robustness.unwrap();
        robustness.first * 100 < robustness.settings * u64::from(bound)
    };
    match (remaining.len(), first) {
        (0, _) => Word::Conflict,
        (1, _) => Word::Clear,
        (all, first) if all == first => Word::Undecided,
        (_, 2..) => Word::Close,
        _ if is_below(quiz.thresholds.close_below) => Word::Close,
        _ if is_below(quiz.thresholds.clear_from) => Word::Leaning,
        _ => Word::Clear,
    }
}

#[test]
fn the_word_agrees_with_its_definition() {
    let mut random = Random::new(81);
    let mut seen = Vec::new();
    for _ in 0..1_500 {
        let mut answers = some_answers(quiz(), &mut random);
        let rare = random.below(10);
        if rare == 0 {
            answers = Answers::empty(quiz());
            let at = quiz().find_question("sound").unwrap();
            let selection = Selection::only(OptionId(random.below(4)));
            answers.set(at, Answer::Given(selection));
        } else if rare == 1 {
            // Refusing every family is the usual conflict, but random answers seldom do it.
            let refusals = [
                ("on-head", &["no-way"][..]),
                ("in-canal", &["no-way"]),
                ("connection", &["wire-only"]),
            ];
            answers = answered(quiz(), &refusals);
        }
        let verdict = Verdict::of(quiz(), &answers);
        assert_eq!(verdict.word, defined(quiz(), &verdict));
        seen.push(verdict.word.id());
    }
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen, ["clear", "close", "conflict", "leaning", "undecided"]);
}

#[test]
fn ranks_agree_with_the_points_of_the_remaining_types() {
    let mut random = Random::new(82);
    for _ in 0..300 {
        let verdict = Verdict::of(quiz(), &some_answers(quiz(), &mut random));
        let out = verdict.excluded();
        assert_eq!(verdict.ranking.len(), quiz().device_types.len());
        for at in &verdict.ranking {
            let above = verdict
                .ranking
                .iter()
                .filter(|other| !out.has(other.device_type) && other.points > at.points);
            let rank = u8::try_from(above.count() + 1).unwrap();
            assert_eq!(
                at.rank,
                (!out.has(at.device_type)).then_some(rank),
                "{}",
                id(at.device_type)
            );
        }
        let keys: Vec<_> = verdict
            .ranking
            .iter()
            .map(|at| {
                let price = quiz().device_type(at.device_type).entry_price();
                (at.rank.is_none(), -at.points.0, price, at.device_type)
            })
            .collect();
        assert!(keys.is_sorted(), "{keys:?}");
    }
}

#[test]
fn the_family_is_named_only_if_a_single_one_remains() {
    let family = |given: &[(&str, &[&str])]| Verdict::of(quiz(), &answered(quiz(), given)).family;
    assert_eq!(family(&[]), None);
    let (no_canal, no_head) = (("in-canal", &["no-way"][..]), ("on-head", &["no-way"][..]));
    let wired = ("connection", &["wire-only"][..]);
    assert_eq!(family(&[no_canal]), None);
    assert_eq!(family(&[no_canal, wired]), Some(Family::Headphones));
    assert_eq!(family(&[no_head, wired]), Some(Family::InEar));
    assert_eq!(family(&[no_canal, no_head]), Some(Family::OpenEar));
    assert_eq!(family(&[no_canal, no_head, wired]), None, "nothing remains");
    let refused = Verdict::of(quiz(), &answered(quiz(), &[no_head]));
    assert_eq!(refused.word, Word::Undecided, "several types remain, and nothing separates them");
}
