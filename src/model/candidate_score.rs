//! How candidates stand under the visitor's answers.

use super::order::sorted;
use super::{
    Answers, BreakdownLine, Candidate, CriterionId, DeviceTypeId, Exclusion, Points, Quiz, Rating,
    ScoreBreakdown,
};

/// How a candidate stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CandidateScore {
    /// It has points, and a rank from 1 among the candidates whose type is not excluded. Candidates
    /// with equal points share a rank.
    Ranked {
        /// Its points.
        points: Points,
        /// Its rank.
        rank: usize,
    },
    /// The answers exclude its type.
    Excluded {
        /// The points that it would have.
        points: Points,
        /// The answers that exclude it.
        exclusions: Vec<Exclusion>,
    },
    /// The content does not have its type, so there are no points.
    Unknown,
}

impl CandidateScore {
    /// The points; `None` without a type.
    pub const fn points(&self) -> Option<Points> {
        match self {
            Self::Ranked { points, .. } | Self::Excluded { points, .. } => Some(*points),
            Self::Unknown => None,
        }
    }

    /// The rank; `None` if the candidate has none.
    pub const fn rank(&self) -> Option<usize> {
        match self {
            Self::Ranked { rank, .. } => Some(*rank),
            Self::Excluded { .. } | Self::Unknown => None,
        }
    }

    /// The score of each candidate under `answers`, in the order of the candidates. Its own ratings
    /// take the place of those of its type, for this candidate alone.
    pub fn all<'a>(
        quiz: &Quiz,
        answers: &Answers,
        candidates: impl Iterator<Item = (Option<DeviceTypeId>, &'a Candidate)>,
    ) -> Vec<Self> {
        let breakdown = ScoreBreakdown::of(quiz, answers);
        let mut all: Vec<Self> =
            candidates.map(|(of, candidate)| Self::of(quiz, &breakdown, of, candidate)).collect();
        let ranked = |at: &Self| at.rank().and(at.points());
        let points: Vec<Points> = all.iter().filter_map(ranked).collect();
        let points = sorted(points, |one, other| other.cmp(one));
        for at in &mut all {
            if let Self::Ranked { points: own, rank } = at {
                *rank = points.partition_point(|better| *better > *own) + 1;
            }
        }
        all
    }

    /// The score of one candidate with the rank still to be counted.
    fn of(
        quiz: &Quiz,
        breakdown: &ScoreBreakdown,
        device_type: Option<DeviceTypeId>,
        candidate: &Candidate,
    ) -> Self {
        let Some(device_type) = device_type else { return Self::Unknown };
        let points = points(quiz, breakdown, device_type, candidate);
        let is_its = |at: &&Exclusion| at.device_type == device_type;
        let exclusions: Vec<Exclusion> =
            breakdown.exclusions.iter().filter(is_its).copied().collect();
        if exclusions.is_empty() {
            Self::Ranked { points, rank: 1 }
        } else {
            Self::Excluded { points, exclusions }
        }
    }
}

/// The points of a candidate.
fn points(
    quiz: &Quiz,
    breakdown: &ScoreBreakdown,
    device_type: DeviceTypeId,
    candidate: &Candidate,
) -> Points {
    let own = own_ratings(quiz, candidate);
    if own.is_empty() {
        return breakdown.points(device_type);
    }
    let mut ratings = breakdown.ratings.clone();
    for (criterion, rating) in own {
        ratings.set(device_type, criterion, rating);
    }
    let line = |line: &BreakdownLine| {
        let question = quiz.question(line.question);
        let points = question.unweighted_points(line.selection, &ratings, device_type);
        Points(i32::from(line.weight) * points)
    };
    breakdown.lines.iter().map(line).sum()
}

/// The candidate's own ratings on criteria that the content has.
fn own_ratings(quiz: &Quiz, candidate: &Candidate) -> Vec<(CriterionId, Rating)> {
    let known = |(id, rating): &(String, Rating)| {
        let found = quiz.criteria().find(|(_, criterion)| criterion.id == *id);
        found.map(|(at, _)| (at, *rating))
    };
    candidate.ratings.iter().filter_map(known).collect()
}

impl Candidate {
    /// The visitor's answers with this candidate's ratings in place of those of its type, so that
    /// reasons for the type are reasons for the candidate.
    pub fn answers(&self, quiz: &Quiz, answers: &Answers, device_type: DeviceTypeId) -> Answers {
        let mut answers = answers.clone();
        for (criterion, rating) in own_ratings(quiz, self) {
            answers.own_ratings_mut().set(device_type, criterion, Some(rating));
        }
        answers
    }
}
