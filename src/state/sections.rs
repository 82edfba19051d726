//! Which sections a view has, by the content alone: a route is followed before its view exists.

use crate::content::Content;

/// The sections that the method view has whatever the content is, in their order.
const METHOD_SECTIONS: [&str; 8] =
    ["sum", "verdict", "rules", "bias", "questions", "standings", "grades", "sources"];

/// Whether the method view has a section with this anchor: one of its own, the ratings on a
/// criterion, or the effects of a topic.
pub fn is_method_section(content: &Content, anchor: &str) -> bool {
    let quiz = &content.quiz;
    let is_topic = |id| quiz.find_topic(id).is_some();
    METHOD_SECTIONS.contains(&anchor)
        || quiz.criteria.iter().any(|criterion| criterion.id == anchor)
        || anchor.strip_prefix("question-").is_some_and(is_topic)
}
