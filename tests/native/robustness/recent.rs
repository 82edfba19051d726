//! The recent counts: they agree with new ones, and are looked up where the question is the same.

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::{
    Answers, DeviceTypeId, RecentCounts, Robustness, ScoreBreakdown, Verdict, Weight,
};

use super::topics;
use crate::support::{quiz, some_answers};

/// The robustness of the first type, among the recent counts.
fn recent_robustness(recent: &mut RecentCounts, answers: &Answers) -> Robustness {
    let breakdown = ScoreBreakdown::of(quiz(), answers);
    let all = quiz().device_types().map(|(device_type, _)| device_type);
    recent.robustness(quiz(), &breakdown, DeviceTypeId(0), all)
}

#[test]
fn recent_counts_agree_with_new_ones() {
    let mut random = Random::new(11);
    let mut recent = RecentCounts::default();
    let drawn: Vec<Answers> = (0..6).map(|_| some_answers(quiz(), &mut random)).collect();
    for _ in 0..60 {
        let mut answers = drawn[usize::from(random.below(6))].clone();
        for at in topics(quiz(), &answers).into_iter().take(2) {
            answers.set_weight(at, Weight::ALL[usize::from(random.below(4))]);
        }
        let new = recent_robustness(&mut RecentCounts::default(), &answers);
        assert_eq!(recent_robustness(&mut recent, &answers), new);
        assert_eq!(
            Verdict::with_recent(quiz(), &answers, &mut recent),
            Verdict::of(quiz(), &answers)
        );
    }
}

#[test]
fn while_the_leader_stays_only_ignored_answers_ask_for_a_new_count() {
    let mut random = Random::new(12);
    let mut reordered = 0;
    for _ in 0..20 {
        let before = some_answers(quiz(), &mut random);
        let mut recent = RecentCounts::default();
        let verdict = Verdict::with_recent(quiz(), &before, &mut recent);
        let counted = recent.clone();
        for at in topics(quiz(), &before) {
            let mut answers = before.clone();
            for weight in &Weight::ALL[1..] {
                answers.set_weight(at, *weight);
                if Verdict::leader_of(quiz(), &answers) == verdict.leader {
                    let now = Verdict::with_recent(quiz(), &answers, &mut recent);
                    let order = |of: &Verdict| of.remaining().map(|at| at.device_type).collect();
                    let orders: [Vec<DeviceTypeId>; 2] = [order(&now), order(&verdict)];
                    reordered += u32::from(orders[0] != orders[1]);
                    assert_eq!(recent, counted);
                }
            }
        }
    }
    assert!(reordered > 0, "in some cases the rivals changed places");
}

#[test]
fn the_way_back_from_an_ignored_answer_asks_for_no_new_count() {
    let mut answers = some_answers(quiz(), &mut Random::new(12));
    let at = topics(quiz(), &answers)[0];
    let mut recent = RecentCounts::default();
    let mut weigh = |weight| {
        answers.set_weight(at, weight);
        recent_robustness(&mut recent, &answers);
        recent.clone()
    };
    let [_, ignored, counted] = [Weight::ALL[1], Weight::ALL[0], Weight::ALL[1]].map(&mut weigh);
    assert_ne!(ignored, counted, "the newest count is first");
    assert_eq!([Weight::ALL[0], Weight::ALL[2]].map(weigh), [ignored, counted]);
}
