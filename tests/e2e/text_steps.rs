//! Steps through everything on the site that changes, for the tests of `text_nodes`. They find nothing
//! by its text, because translators change it, and each ends when its effect is there.

use crate::page::Page;
use crate::persona::Persona;

/// Takes steps, and calls its second parameter after each with its name. A step named "a reload" must
/// leave every text as it was.
pub type Steps = fn(&Page, &mut dyn FnMut(&str));

pub const ALL: [(&str, Steps); 9] = [
    ("quiz", quiz),
    ("skipped steps", skipped_steps),
    ("weights", weights),
    ("result", result),
    ("conflict", conflict),
    ("own ratings", own_ratings),
    ("others' result", result_of_others),
    ("comparison", comparison),
    ("other views", other_views),
];

/// Waits until a step of the quiz is shown, by a control of it.
#[track_caller]
fn at(page: &Page, hash: &str, control: &str) {
    let condition = format!(
        "location.hash === '{hash}' && document.querySelector('#live [name={control}]')
         && all('main h1').length === 1"
    );
    page.until(&format!("{hash} is shown"), &condition);
}

fn quiz(page: &Page, after: &mut dyn FnMut(&str)) {
    page.open("#/quiz/scene");
    after("the first step");
    page.select("scene-flight", "often");
    page.until_chosen("scene-flight", &["often"]);
    after("a first answer");
    page.go_on();
    at(page, "#/quiz/in-canal", "in-canal");
    after("the second step");
    page.go_on();
    page.until("the problem is shown", "document.querySelector('#problem')");
    after("going on without an answer");
    page.select("in-canal", "unsure");
    page.until_chosen("in-canal", &["unsure"]);
    page.go_on();
    at(page, "#/quiz/on-head", "on-head");
    after("the third step");
    page.select("on-head", "glasses");
    page.select("on-head", "hot");
    page.until_chosen("on-head", &["glasses", "hot"]);
    after("two ticks");
}

fn skipped_steps(page: &Page, after: &mut dyn FnMut(&str)) {
    page.open("#/quiz/on-head");
    page.come_back_with(&Persona::named("36-places-double").document());
    at(page, "#/quiz/on-head", "on-head");
    after("an open step");
    page.click("form.step .actions .link");
    at(page, "#/quiz/connection", "connection");
    after("a skipped step");
    page.back();
    at(page, "#/quiz/on-head", "on-head");
    after("back");
    page.go("#/quiz");
    at(page, "#/quiz", "connection");
    after("where the visitor left off");
    page.reload();
    at(page, "#/quiz", "connection");
    after("a reload");
}

fn weights(page: &Page, after: &mut dyn FnMut(&str)) {
    page.open("#/quiz/importance");
    page.come_back_with(&Persona::named("02-commuter").document());
    at(page, "#/quiz/importance", "importance-in-canal");
    after("the weights");
    page.select("importance-in-canal", "4");
    page.until_chosen("importance-in-canal", &["4"]);
    page.go("#/quiz/all");
    at(page, "#/quiz/all", "hours");
    after("all questions");
    page.select("hours", "over-3");
    page.until_chosen("hours", &["over-3"]);
    after("another answer");
    page.go("#/quiz/importance");
    at(page, "#/quiz/importance", "importance-hours");
    after("the weights again");
    page.click(".so-far .link");
    after("the question before starting again");
    page.click(".so-far [role=alert] .button");
    page.until("no answer is left", "!document.querySelector('.so-far')");
    after("starting again");
}

/// Selects a control that changes the result, and waits for that.
#[track_caller]
fn change(page: &Page, control: &str, value: &str) {
    let before = page.reading();
    page.select(control, value);
    page.until_other_than(&before);
}

fn result(page: &Page, after: &mut dyn FnMut(&str)) {
    page.open("#/result");
    page.come_back_with(&Persona::named("02-commuter").document());
    after("the result");
    page.click(".own-only .actions .button");
    page.until("the result is kept", "document.querySelector('[data-run]')");
    after("a kept result");
    page.edit("in-canal");
    let leader = page.reading().leader;
    change(page, "in-canal", "no-way");
    assert_ne!(page.reading().leader, leader);
    after("another leader");
    page.edit("hours");
    change(page, "hours", "over-3");
    after("another answer");
    change(page, "importance-hours", "4");
    after("a weight");
    for topic in ["hours", "in-canal"] {
        page.click(&format!("#edit-{topic} .actions .button"));
    }
    page.until("the editors are closed", "!document.querySelector('#live .edit')");
    after("closed editors");
    page.reload();
    after("a reload");
    page.click("[aria-labelledby=result-versus] .order .link[aria-pressed=false]");
    after("another rival");
}

fn conflict(page: &Page, after: &mut dyn FnMut(&str)) {
    page.open("#/result");
    page.come_back_with(&Persona::named("36-places-double").document());
    page.edit("in-canal");
    page.edit("on-head");
    after("open editors");
    change(page, "on-head", "no-way");
    after("types ruled out");
    page.edit("connection");
    change(page, "connection", "wire-only");
    after("more types ruled out");
    change(page, "in-canal", "no-way");
    assert_eq!(page.reading().verdict, "conflict");
    after("a conflict");
    change(page, "importance-in-canal", "0");
    after("an ignored answer");
    change(page, "importance-in-canal", "1");
    page.click("#live [data-skip] .button");
    page.until("a way out is on trial", "document.querySelector('#trial')");
    after("a way out on trial");
    page.click("#trial .button:not(.second)");
    page.until("the way out is taken", "!document.querySelector('#trial')");
    after("the way out");
    for topic in ["connection", "in-canal", "on-head"] {
        page.click(&format!("#edit-{topic} .actions .button"));
    }
    page.until("the editors are closed", "!document.querySelector('#live .edit')");
    after("closed editors");
    page.reload();
    after("a reload");
}

/// Opens the result of a visitor who flies often.
#[track_caller]
fn open_result(page: &Page) {
    page.open("#/result");
    page.come_back_with(&Persona::named("36-places-double").document());
}

fn own_ratings(page: &Page, after: &mut dyn FnMut(&str)) {
    let reasons = "[aria-labelledby=result-why] .reasons:not(.against)";
    open_result(page);
    page.click(&format!("{reasons} li .link"));
    page.until("the editor is open", "all('#own-editor input').length > 0");
    after("the editor of a rating");
    let rating = page.attribute("#own-editor input", "name").expect("a control should have a name");
    change(page, &rating, "-2");
    after("an own rating");
    page.click(&format!("{reasons} li:last-child .link"));
    let is_other = format!("document.querySelector('#own-editor input:not([name=\"{rating}\"])')");
    page.until("the editor of another rating is open", &is_other);
    after("the editor of another rating");
    page.click("#live [data-own] .link");
    page.until("our rating is back", "!document.querySelector('[data-own]')");
    after("our rating again");
    page.reload();
    after("a reload");
}

/// Changes on trial, and a result that came with a link.
fn result_of_others(page: &Page, after: &mut dyn FnMut(&str)) {
    open_result(page);
    let link = page.attribute("#link", "value").expect("the result should have a link");
    page.click("[aria-labelledby=result-share] .actions .button");
    after("a copied link");
    page.click("#live [data-then] .link");
    page.until("a change is on trial", "document.querySelector('#trial')");
    after("a change on trial");
    page.click("#trial .button:not(.second)");
    page.until("the change is kept", "!document.querySelector('#trial')");
    after("a change kept");
    let hash = &link[link.find('#').expect("the link should have a hash")..];
    page.go(hash);
    page.until("the notice is shown", "document.querySelector('#shared')");
    after("a shared result");
    page.click("#shared .actions a");
    page.until("the notice is gone", "!document.querySelector('#shared')");
    after("the own result again");
    page.reload();
    after("a reload");
}

fn comparison(page: &Page, after: &mut dyn FnMut(&str)) {
    page.open("#/");
    page.until_comparison_is_live();
    after("the comparison");
    page.select("compare", "iem");
    page.until_chosen("compare", &["iem"]);
    after("one type picked");
    page.select("compare", "open-back");
    page.until_chosen("compare", &["open-back", "iem"]);
    after("two types picked");
    page.click("[data-criterion=long-wear] .opener");
    page.click(".compare-why .link");
    after("columns in the order of a row");
    page.click(".compare-why .more summary");
    let rating = page.attribute(".compare-why .more input", "name").expect("it should have a name");
    page.select(&rating, "-2");
    page.until_chosen(&rating, &["-2"]);
    after("an own rating in the comparison");
    page.click("[data-criterion=sweat] .opener");
    page.click("[data-criterion=sweat] + .compare-why .link");
    after("columns in the order of another row");
}

fn other_views(page: &Page, after: &mut dyn FnMut(&str)) {
    open_result(page);
    page.go("#/method");
    page.until_shown("#/method");
    after("how it works");
    page.go("#/data");
    page.until_shown("#/data");
    page.until("the data are listed", "document.querySelector('[data-key]')");
    after("the stored data");
    page.click("#live-erase .button");
    page.click("#live-erase [role=alert] .button");
    let are_erased = "!localStorage.getItem('headphones-or-iems')?.includes('chose')";
    page.until("the data are erased", are_erased);
    after("erased data");
}
