//! Hash routes: which view each address after the `#` of the URL stands for.
//!
//! No other module builds or parses these paths.

use percent_encoding::percent_decode_str;

/// A view and, where the address names one, a section of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The guide, optionally at a section.
    Guide(Option<String>),
    /// The quiz.
    Quiz(Step),
    /// The visitor's own result, optionally at a section.
    Result(Option<String>),
    /// The result for the answers encoded in a shared link.
    Shared(String),
    /// The page Noise, optionally at a section.
    Noise(Option<String>),
    /// The shortlist, optionally at a section, or with a type chosen for the next candidate.
    Shortlist(Option<String>),
    /// The page "How it works", optionally at a section.
    Method(Option<String>),
    /// The page "Your data".
    Data,
    /// A shared link whose answers cannot be decoded.
    Unreadable,
    /// An address that no view has.
    NotFound,
}

/// A step of the quiz.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The step at which the visitor left off.
    Resume,
    /// The topic with this id.
    Topic(String),
    /// The last step, in which the visitor sets the weight of each topic.
    Weights,
    /// All questions on one page.
    All,
}

/// Section ids of the result, in the order of the page. Some results do not have all of them.
pub const RESULT_SECTIONS: [&str; 10] =
    ["ranking", "change", "firm", "why", "points", "versus", "pair", "shop", "answers", "share"];

/// Section ids of the page Noise, in the order of the page.
pub const NOISE_SECTIONS: [&str; 5] = ["places", "listen", "time", "limits", "numbers"];

/// Section ids of the shortlist, in the order of the page.
pub const SHORTLIST_SECTIONS: [&str; 5] = ["list", "side-by-side", "prefer", "cost", "loud"];

/// Maximum length of a hash in bytes. No link made by the app is half as long; trackers and
/// percent-encoding may lengthen it.
const MAX_HASH: usize = 6_000;

/// What a sentence, a messenger or a host puts behind an address.
const BEHIND: [char; 23] = [
    '.', ',', ';', ':', '!', ')', ']', '>', '*', '_', '~', '"', '\'', '’', '”', '»', '…', '/',
    '\\', ' ', '\n', '\u{a0}', '\u{200b}',
];

impl Route {
    /// Parses `location.hash`, with or without its `#`. Never panics, whatever the text. What
    /// messengers, mail programs and trackers put behind an address is left out.
    ///
    /// ```
    /// use headphones_or_iems::route::{Route, Step};
    /// assert_eq!(Route::from_hash(""), Route::Guide(None));
    /// assert_eq!(Route::from_hash("#/quiz/scene"), Route::Quiz(Step::Topic("scene".into())));
    /// assert_eq!(Route::from_hash("#/quiz/?utm_source=x"), Route::Quiz(Step::Resume));
    /// assert_eq!(Route::from_hash("#/result?a=1-c.o"), Route::Shared("1-c.o".into()));
    /// assert_eq!(Route::from_hash("#/<script>"), Route::NotFound);
    /// ```
    pub fn from_hash(hash: &str) -> Self {
        let hash = hash.strip_prefix('#').unwrap_or(hash);
        if hash.len() > MAX_HASH {
            let is_link = hash.starts_with("/result?");
            return if is_link { Self::Unreadable } else { Self::NotFound };
        }
        let hash = percent_decode_str(hash).decode_utf8().unwrap_or(hash.into());
        let (path, query) = hash.split_once(['?', '&']).unwrap_or((&hash, ""));
        let path = path.trim_end_matches(BEHIND);
        if let Some(code) = code(query) {
            let is_link = path == "/result";
            return if is_link { Self::Shared(code.to_owned()) } else { Self::NotFound };
        }
        let mut parts = path.split('/');
        let segments = (parts.next(), parts.next(), parts.next(), parts.next());
        match segments {
            (Some(""), None, None, None) => Self::Guide(None),
            (Some(""), Some("quiz"), None, None) => Self::Quiz(Step::Resume),
            (Some(""), Some("quiz"), Some("importance"), None) => Self::Quiz(Step::Weights),
            (Some(""), Some("quiz"), Some("all"), None) => Self::Quiz(Step::All),
            (Some(""), Some("result"), None, None) => Self::Result(None),
            (Some(""), Some("noise"), None, None) => Self::Noise(None),
            (Some(""), Some("shortlist"), None, None) => Self::Shortlist(None),
            (Some(""), Some("method"), None, None) => Self::Method(None),
            (Some(""), Some("data"), None, None) => Self::Data,
            (Some(""), Some(view), Some(slug), None) if is_slug(slug) => {
                Self::within_view(view, slug.to_owned())
            }
            _ => Self::NotFound,
        }
    }

    fn within_view(view: &str, slug: String) -> Self {
        match view {
            "guide" => Self::Guide(Some(slug)),
            "quiz" => Self::Quiz(Step::Topic(slug)),
            "result" => Self::Result(Some(slug)),
            "noise" => Self::Noise(Some(slug)),
            "shortlist" => Self::Shortlist(Some(slug)),
            "method" => Self::Method(Some(slug)),
            _ => Self::NotFound,
        }
    }

    /// The hash that leads to this route, with its `#`.
    ///
    /// [`Route::Unreadable`] and [`Route::NotFound`] have no address of their own and return the
    /// address of the guide.
    pub fn href(&self) -> String {
        match self {
            Self::Guide(None) | Self::Unreadable | Self::NotFound => "#/".to_owned(),
            Self::Guide(Some(section)) => format!("#/guide/{section}"),
            Self::Quiz(Step::Resume) => "#/quiz".to_owned(),
            Self::Quiz(Step::Topic(id)) => format!("#/quiz/{id}"),
            Self::Quiz(Step::Weights) => "#/quiz/importance".to_owned(),
            Self::Quiz(Step::All) => "#/quiz/all".to_owned(),
            Self::Result(None) => "#/result".to_owned(),
            Self::Result(Some(section)) => format!("#/result/{section}"),
            Self::Shared(code) => format!("#/result?a={}", code.replace('%', "%25")),
            Self::Noise(None) => "#/noise".to_owned(),
            Self::Noise(Some(section)) => format!("#/noise/{section}"),
            Self::Shortlist(None) => "#/shortlist".to_owned(),
            Self::Shortlist(Some(section)) => format!("#/shortlist/{section}"),
            Self::Method(None) => "#/method".to_owned(),
            Self::Method(Some(section)) => format!("#/method/{section}"),
            Self::Data => "#/data".to_owned(),
        }
    }

    /// The element id of a section. It equals the hash of the section without the `#`, so that a
    /// link to the section also works without JavaScript.
    ///
    /// ```
    /// use headphones_or_iems::route::Route;
    /// assert_eq!(Route::anchor("guide", "sound"), "/guide/sound");
    /// ```
    pub fn anchor(view: &str, section: &str) -> String {
        format!("/{view}/{section}")
    }

    /// The value of the `data-view` attribute.
    pub const fn view(&self) -> &'static str {
        match self {
            Self::Guide(_) => "guide",
            Self::Quiz(_) => "quiz",
            Self::Result(_) | Self::Shared(_) => "result",
            Self::Noise(_) => "noise",
            Self::Shortlist(_) => "shortlist",
            Self::Method(_) => "method",
            Self::Data => "data",
            Self::Unreadable | Self::NotFound => "not-found",
        }
    }

    /// The title of the view. The quiz view adds the name of the step.
    pub const fn title(&self) -> &'static str {
        match self {
            Self::Guide(_) => "Headphones or in-ear monitors: which should you get?",
            Self::Quiz(_) => "Quiz",
            Self::Result(_) => "Your result",
            Self::Shared(_) => "A shared result",
            Self::Noise(_) => "Noise",
            Self::Shortlist(_) => "Shortlist",
            Self::Method(_) => "How it works",
            Self::Data => "Your data",
            Self::Unreadable => "This link cannot be read",
            Self::NotFound => "Page not found",
        }
    }

    /// The route without its section. Moving between sections must not remount the view.
    #[must_use]
    pub fn without_section(self) -> Self {
        match self {
            Self::Guide(_) => Self::Guide(None),
            Self::Result(_) => Self::Result(None),
            Self::Noise(_) => Self::Noise(None),
            Self::Shortlist(_) => Self::Shortlist(None),
            Self::Method(_) => Self::Method(None),
            other => other,
        }
    }

    /// The id of the section that the address names.
    pub fn section(&self) -> Option<&str> {
        match self {
            Self::Guide(id)
            | Self::Result(id)
            | Self::Noise(id)
            | Self::Shortlist(id)
            | Self::Method(id) => id.as_deref(),
            _ => None,
        }
    }
}

/// The code of a share link, from the parameters of an address. A link that was cut before its code
/// has an empty one. Other parameters, such as `embed`, do not affect the route.
fn code(query: &str) -> Option<&str> {
    let mut parameters = query.split(['?', '&']);
    parameters.find_map(|part| {
        // The HTML of some mails has `&amp;` where an address has `&`.
        let part = part.strip_prefix("amp;").unwrap_or(part);
        if part == "a" { Some("") } else { part.strip_prefix("a=") }
    })
}

fn is_slug(text: &str) -> bool {
    let is_allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !text.is_empty() && text.len() <= 60 && text.chars().all(is_allowed)
}
