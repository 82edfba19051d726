//! Resolves ids in the content files to positions, and marked-up text to prose.

use super::error::{At, ContentError};
use super::schema;
use crate::model::{
    AnswerOption, Condition, DeviceTypeId, DeviceTypeSet, Effect, Grade, Prose, Question,
    QuestionId, SourceId, Span, Term,
};

/// Everything that an item may refer to by id, in table order.
pub(super) struct Lookup {
    pub device_types: Vec<String>,
    pub criteria: Vec<String>,
    pub sources: Vec<String>,
    pub terms: Vec<Term>,
}

/// The position of `id` in `ids`, if it is there.
pub(super) fn position(ids: &[String], id: &str) -> Option<u8> {
    ids.iter().position(|known| known == id).and_then(|at| u8::try_from(at).ok())
}

impl Lookup {
    /// The set of types named in `ids`. If `all_if_empty`, an empty list stands for every type.
    pub(super) fn device_types(
        &self,
        at: At,
        ids: &[String],
        all_if_empty: bool,
    ) -> Result<DeviceTypeSet, ContentError> {
        let ids = if ids.is_empty() && all_if_empty { &self.device_types } else { ids };
        ids.iter().try_fold(DeviceTypeSet::default(), |set, id| {
            Ok(set.with(self.device_type(at, "types", id)?))
        })
    }

    /// The type with this id.
    pub(super) fn device_type(
        &self,
        at: At,
        field: &str,
        id: &str,
    ) -> Result<DeviceTypeId, ContentError> {
        let unknown = || at.error(field, format!("`{id}` is not a type; use an id of `types/`"));
        Ok(DeviceTypeId(position(&self.device_types, id).ok_or_else(unknown)?))
    }

    /// Checks effects (criterion id to value, −3 to +3 without 0) and sorts them by criterion.
    pub(super) fn effects<'a>(
        &self,
        at: At,
        raw: impl IntoIterator<Item = (&'a String, &'a i8)>,
    ) -> Result<Vec<Effect>, ContentError> {
        let one = |(id, value): (&String, &i8)| {
            let criterion = position(&self.criteria, id).ok_or_else(|| {
                at.error(
                    "effects",
                    format!("`{id}` is not a criterion; use an id of `criteria.json`"),
                )
            })?;
            at.ensure((-3..=3).contains(value) && *value != 0, "effects", || {
                format!("`{id}` has {value}; use −3 to +3, and leave out a 0")
            })?;
            Ok(Effect { criterion: crate::model::CriterionId(criterion), value: *value })
        };
        let mut effects = raw.into_iter().map(one).collect::<Result<Vec<_>, _>>()?;
        effects.sort_by_key(|effect| effect.criterion);
        Ok(effects)
    }

    /// Checks a grade and its sources, which must fit each other: see `docs/content.md`.
    pub(super) fn evidence(
        &self,
        at: At,
        grade: &str,
        sources: &[String],
    ) -> Result<(Grade, Vec<SourceId>), ContentError> {
        let known = Grade::ALL.into_iter().find(|known| known.id() == grade);
        let grade = known.ok_or_else(|| {
            let all = Grade::ALL.map(Grade::id).join("`, `");
            at.error("grade", format!("`{grade}` is not a grade; use one of `{all}`"))
        })?;
        at.ensure(!grade.needs_source() || !sources.is_empty(), "sources", || {
            format!("`{}` needs a source; name one, or use `consensus`", grade.id())
        })?;
        at.ensure(grade != Grade::Consensus || sources.is_empty(), "sources", || {
            "`consensus` has no source; use `reported` or `measured`, or leave `sources` out".into()
        })?;
        let one = |id: &String| {
            let unknown =
                || at.error("sources", format!("`{id}` is not in `sources.json`; add it"));
            Ok(SourceId(position(&self.sources, id).ok_or_else(unknown)?))
        };
        Ok((grade, sources.iter().map(one).collect::<Result<_, _>>()?))
    }

    /// Parses text that may hold glossary terms, written `[term]` or `[words](term)`.
    pub(super) fn prose(&self, at: At, field: &str, text: &str) -> Result<Prose, ContentError> {
        let mut spans = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('[') {
            let unclosed = || at.error(field, "a `[` has no `]`; close the term");
            let (shown, mut tail) = after.split_once(']').ok_or_else(unclosed)?;
            let mut id = shown;
            if let Some((given, end)) = tail.strip_prefix('(').and_then(|t| t.split_once(')')) {
                (id, tail) = (given, end);
            }
            let term = self.terms.iter().find(|term| term.id == id).ok_or_else(|| {
                let rule = "is not in `glossary.json`; add it, or write the word without brackets";
                at.error(field, format!("`{id}` {rule}"))
            })?;
            if !before.is_empty() {
                spans.push(Span::Text(before.to_owned()));
            }
            let Term { id, name, text } = term.clone();
            spans.push(Span::Term { id, name, note: text, shown: shown.to_owned() });
            rest = tail;
        }
        if !rest.is_empty() {
            spans.push(Span::Text(rest.to_owned()));
        }
        Ok(Prose(spans))
    }
}

/// Resolves conditions written `question=option`.
pub(super) fn conditions(
    at: At,
    questions: &[Question],
    when: &[String],
) -> Result<Vec<Condition>, ContentError> {
    let one = |text: &String| {
        let found = text.split_once('=').and_then(|(question, option)| {
            let index = questions.iter().position(|known| known.id == question)?;
            let option = questions.get(index)?.find_option(option)?;
            Some(Condition { question: QuestionId(u8::try_from(index).ok()?), option })
        });
        found.ok_or_else(|| {
            at.error("when", format!("`{text}` is not `question=option`; use ids that exist"))
        })
    };
    when.iter().map(one).collect()
}

/// Checks that every id or code of a list is present, well formed and used once. Codes have at most
/// two characters.
pub(super) fn unique<'a>(
    file: &str,
    field: &str,
    ids: impl Iterator<Item = &'a str>,
) -> Result<(), ContentError> {
    let mut seen: Vec<&str> = Vec::new();
    for id in ids {
        let at = At { file, item: id };
        let is_well_formed = !id.is_empty()
            && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && (field != "code" || id.len() <= 2);
        at.ensure(is_well_formed, field, || {
            "use a–z, 0–9 and hyphens, and at most two letters for a code".into()
        })?;
        at.ensure(!seen.contains(&id), field, || "used twice in its list; choose another".into())?;
        seen.push(id);
    }
    Ok(())
}

/// Checks an option of a question and converts it to its model value.
pub(super) fn answer_option(
    lookup: &Lookup,
    at: At,
    raw: &schema::AnswerOption,
) -> Result<AnswerOption, ContentError> {
    let effects = lookup.effects(at, &raw.effects)?;
    at.ensure(effects.is_empty() || !raw.because.is_empty(), "because", || {
        "an option with effects must say what the answer means; add one sentence".into()
    })?;
    let (excludes, exclusion) = match &raw.excludes {
        None => (DeviceTypeSet::default(), String::new()),
        Some(raw) => (lookup.device_types(at, &raw.types, false)?, raw.why.clone()),
    };
    at.ensure(excludes.is_empty() == exclusion.is_empty(), "excludes", || {
        "name at least one type in `types`, and say why in `why`".into()
    })?;
    Ok(AnswerOption {
        id: raw.id.clone(),
        code: raw.code.clone(),
        label: raw.label.clone(),
        short: raw.short.clone(),
        note: raw.note.clone(),
        effects,
        excludes,
        exclusion,
        exclusive: raw.exclusive,
        up_to: raw.up_to,
    })
}
