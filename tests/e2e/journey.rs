//! The way of a visitor through the quiz, by clicking.

use serde_json::json;

use crate::content;
use crate::page::Page;
use crate::persona::Persona;
use crate::reading::Reading;

/// The heading of the last step.
pub const WEIGHTS: &str = "What counts most?";

impl Page {
    /// Goes through the whole quiz as `persona`, from the first step to the result.
    #[track_caller]
    pub fn walk(&self, persona: &Persona) -> Reading {
        for (id, title) in content::steps() {
            self.until_heading(&title);
            if self.answer(persona, &id) {
                self.go_on();
            } else {
                self.skip();
            }
        }
        self.until_heading(WEIGHTS);
        for (topic, times) in &persona.weights {
            self.select(&format!("importance-{topic}"), &times.to_string());
        }
        self.go_on();
        self.until_view("result");
        self.reading()
    }

    /// Chooses what `persona` chooses on a step; whether there is anything.
    #[track_caller]
    fn answer(&self, persona: &Persona, step: &str) -> bool {
        let is_mine = |id: &String| id == step || (step == "scene" && id.starts_with("scene-"));
        let mine = persona.answers.iter().filter(|(id, _)| is_mine(id));
        let mut is_answered = false;
        for (name, values) in mine {
            for value in values {
                self.select(name, value);
            }
            is_answered = true;
        }
        is_answered
    }

    /// "Continue", or "See the result".
    #[track_caller]
    pub fn go_on(&self) {
        self.click("form.step button[type=submit]");
    }

    #[track_caller]
    pub fn skip(&self) {
        self.click_named("form.step button", "Skip");
    }

    /// Answers the step at hand by its first option, and goes on.
    #[track_caller]
    pub fn take_first(&self, step: &str) {
        let question = content::questions().into_iter().find(|question| question.id == step);
        let question = question.expect("there is such a question");
        self.select(step, &question.options[0].id);
        self.go_on();
    }

    /// What the ledger adds up: the points of its lines, and its total.
    #[track_caller]
    pub fn breakdown(&self) -> (Vec<i32>, i32) {
        let script = "return [all('[data-line]').map((e) => Number(e.dataset.points)),
                              Number(document.querySelector('[data-total]').dataset.total)]";
        self.eval(script, json!([]))
    }

    /// Opens the editor of a topic on the result.
    #[track_caller]
    pub fn edit(&self, topic: &str) {
        self.click(&format!("[aria-controls='edit-{topic}'][aria-expanded=false]"));
        self.until("its question is open", &format!("all('#edit-{topic} input').length > 0"));
    }
}
