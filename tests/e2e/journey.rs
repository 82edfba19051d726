//! Steps that tests share: answering the quiz by clicking, and editing answers on the result.

use serde_json::json;

use crate::content;
use crate::page::Page;
use crate::persona::Persona;
use crate::result_reading::Reading;

/// The heading of the last step, where answers are weighted.
pub const WEIGHTS: &str = "What counts most?";

impl Page {
    /// Answers the whole quiz as `persona`, from the first step to the result, and reads the
    /// result.
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
        for (topic, weight) in &persona.weights {
            self.select(&format!("importance-{topic}"), &weight.to_string());
        }
        self.go_on();
        self.until_view("result");
        // The room of the result loads after its view is entered.
        self.until("the types are listed", "all('main [data-type]').length > 0");
        self.reading()
    }

    /// Selects the answers of `persona` on a step. Returns whether there are any.
    #[track_caller]
    fn answer(&self, persona: &Persona, step: &str) -> bool {
        let is_on_step = |id: &String| id == step || (step == "scene" && id.starts_with("scene-"));
        let answers = persona.answers.iter().filter(|(id, _)| is_on_step(id));
        let mut is_answered = false;
        for (name, values) in answers {
            for value in values {
                self.select(name, value);
            }
            is_answered = true;
        }
        is_answered
    }

    /// Presses "Continue", or "See the result" on the last step.
    #[track_caller]
    pub fn go_on(&self) {
        self.click("form.step button[type=submit]");
    }

    #[track_caller]
    pub fn skip(&self) {
        self.click_named("form.step button", "Skip");
    }

    /// Answers the current step with its first option, and continues.
    #[track_caller]
    pub fn take_first(&self, step: &str) {
        let question = content::questions().into_iter().find(|question| question.id == step);
        let question = question.expect("the question should exist");
        self.select(step, &question.options[0].id);
        self.go_on();
    }

    /// The score breakdown of the leader: the points of each line, and the total.
    #[track_caller]
    pub fn breakdown(&self) -> (Vec<i32>, i32) {
        let script = "return [all('[data-line]').map((e) => Number(e.dataset.points)),
                              Number(document.querySelector('[data-total]').dataset.total)]";
        self.eval(script, json!([]))
    }

    /// Waits until the comparison is live, which it becomes after the first sign of a visitor.
    pub fn until_comparison_is_live(&self) {
        self.eval::<()>("dispatchEvent(new Event('scroll'))", json!([]));
        self.until("the comparison is live", "document.querySelector('#compare[data-live]')");
    }

    /// Opens the editor of a topic on the result.
    #[track_caller]
    pub fn edit(&self, topic: &str) {
        self.click(&format!("[aria-controls='edit-{topic}'][aria-expanded=false]"));
        self.until("the editor is open", &format!("all('#edit-{topic} input').length > 0"));
    }
}
