//! QR codes: a reader of another make gets the text back from what is drawn.

use headphones_or_iems::components::qr_code::QrCode;
use leptos::prelude::*;

/// The pixels of a module, so that the reader finds it.
const SCALE: usize = 4;

fn html(text: &str) -> String {
    let text = text.to_owned();
    Owner::new().with(|| view! { <QrCode text=text caption="" /> }.to_html())
}

/// The value of the first attribute with this name.
fn attribute<'a>(html: &'a str, name: &str) -> &'a str {
    let (_, rest) = html.split_once(&format!(" {name}=\"")).expect("the attribute is there");
    rest.split_once('"').expect("it ends").0
}

/// What a reader reads from the drawing.
fn read(html: &str) -> String {
    let view_box: Vec<i32> =
        attribute(html, "viewBox").split(' ').map(|at| at.parse().unwrap()).collect();
    let [left, top, width, height] = view_box[..] else { panic!("{view_box:?}") };
    let side = usize::try_from(width).unwrap();
    assert_eq!(width, height);
    let mut dark = vec![vec![false; side]; side];
    for run in attribute(html, "d").split('M').skip(1) {
        let numbers: Vec<i32> =
            run.split(|c: char| !c.is_ascii_digit()).filter_map(|it| it.parse().ok()).collect();
        for x in numbers[0]..numbers[0] + numbers[2] {
            let row = usize::try_from(numbers[1] - top).unwrap();
            dark[row][usize::try_from(x - left).unwrap()] = true;
        }
    }
    let pixel = |x: usize, y: usize| if dark[y / SCALE][x / SCALE] { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side * SCALE, side * SCALE, pixel);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "one code is found");
    grids[0].decode().expect("it can be read").1
}

#[test]
fn a_reader_gets_the_text_back() {
    let code = "6s5wekpcXoYfXsZcXfYhXgXhYwXlYtXbYSmXdZsceneX2YtX4ZiXlw0";
    for times in [1, 3, 9, 20] {
        let text = format!("https://example.org/a/#/result?a=2{}", code.repeat(times));
        assert_eq!(read(&html(&text)), text);
    }
}

#[test]
fn a_text_that_phones_could_not_read_gets_no_code() {
    assert!(html(&"x".repeat(1_200)).contains("<svg"));
    assert!(!html(&"x".repeat(1_300)).contains("<svg"));
}
