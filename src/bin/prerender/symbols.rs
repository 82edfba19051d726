//! The illustrations as symbols of the page: `#icon-<type>` and `#illustration-<type>`.

use std::fs;
use std::path::Path;

/// Where the icon ends in an illustration file.
const END_OF_ICON: &str = "</symbol>";

/// One element with the symbols of every type, for the start of the body.
///
/// # Errors
///
/// A sentence that names the type whose illustration is missing or has another shape.
pub(super) fn all<'a>(root: &Path, ids: impl Iterator<Item = &'a str>) -> Result<String, String> {
    let symbols = ids.map(|id| of_type(root, id)).collect::<Result<String, String>>()?;
    Ok(format!("<svg class=\"defs\" width=\"0\" height=\"0\" aria-hidden=\"true\">{symbols}</svg>"))
}

fn of_type(root: &Path, id: &str) -> Result<String, String> {
    let path = format!("public/illustrations/{id}.svg");
    let text = fs::read_to_string(root.join(&path))
        .map_err(|error| format!("the type `{id}` has no illustration ({error}); add `{path}`"))?;
    let (icon, drawing) = parts(&text).ok_or_else(|| {
        format!(
            "`{path}` of the type `{id}` needs an `svg` with `<symbol id=\"icon\" \
             viewBox=\"0 0 24 24\">` first, and then the drawing; see CONTRIBUTING.md"
        )
    })?;
    Ok(format!(
        "<symbol id=\"icon-{id}\" overflow=\"visible\" viewBox=\"0 0 24 24\">{icon}</symbol>\
         <symbol id=\"illustration-{id}\" class=\"ear\" viewBox=\"0 0 510 376\">{drawing}</symbol>"
    ))
}

/// The shapes of the icon and of the drawing, without the white space between them.
fn parts(text: &str) -> Option<(String, String)> {
    let (_, inside) = text.split_once("<symbol id=\"icon\" viewBox=\"0 0 24 24\">")?;
    let (icon, rest) = inside.split_once(END_OF_ICON)?;
    let (drawing, _) = rest.rsplit_once("</svg>")?;
    let joined = |shapes: &str| shapes.lines().map(str::trim).collect::<String>();
    let (icon, drawing) = (joined(icon), joined(drawing));
    (!icon.is_empty() && !drawing.is_empty()).then_some((icon, drawing))
}
