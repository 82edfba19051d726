//! The views and their addresses: the part of the URL after `#`. The only place that knows paths.

/// A view, with where in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The guide, at a section if one is named.
    Guide(Option<String>),
    /// The quiz.
    Quiz(Step),
    /// The result, at a section if one is named.
    Result(Option<String>),
    /// The result that the code of a link stands for.
    Shared(String),
    /// How it works, at a section if one is named.
    Method(Option<String>),
    /// What is stored.
    Data,
    /// A link whose code cannot be read.
    Unreadable,
    /// Nothing is at this address.
    NotFound,
}

/// A step of the quiz.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Wherever the visitor left off.
    Resume,
    /// A topic, by id.
    Topic(String),
    /// What counts most, the last step.
    Weights,
    /// Every question on one page.
    All,
}

/// The places of the result, in the order of its jump links.
pub const RESULT_SECTIONS: [&str; 6] = ["why", "change", "shop", "points", "ranking", "answers"];

/// Longer hashes are not ours.
const MAX_HASH: usize = 2_000;

impl Route {
    /// Reads `location.hash`, with or without its `#`. Any text is data; nothing panics.
    ///
    /// ```
    /// use headphones_or_iems::route::{Route, Step};
    /// assert_eq!(Route::from_hash(""), Route::Guide(None));
    /// assert_eq!(Route::from_hash("#/quiz/scene"), Route::Quiz(Step::Topic("scene".into())));
    /// assert_eq!(Route::from_hash("#/result?a=1-c.o"), Route::Shared("1-c.o".into()));
    /// assert_eq!(Route::from_hash("#/<script>"), Route::NotFound);
    /// ```
    pub fn from_hash(hash: &str) -> Self {
        let hash = hash.strip_prefix('#').unwrap_or(hash);
        if hash.len() > MAX_HASH {
            let is_link = hash.starts_with("/result?");
            return if is_link { Self::Unreadable } else { Self::NotFound };
        }
        let (path, query) = match hash.split_once('?') {
            Some(("", _)) => return Self::NotFound,
            Some((path, query)) => (path, query),
            None => (hash, ""),
        };
        // Any other part of a query, such as `embed`, is for others to read.
        if let Some(code) = query.split('&').find_map(|part| part.strip_prefix("a=")) {
            let is_link = path == "/result";
            return if is_link { Self::Shared(code.to_owned()) } else { Self::NotFound };
        }
        let mut parts = path.split('/');
        let section = (parts.next(), parts.next(), parts.next(), parts.next());
        match section {
            (Some(""), None | Some(""), None, None) => Self::Guide(None),
            (Some(""), Some("quiz"), None, None) => Self::Quiz(Step::Resume),
            (Some(""), Some("quiz"), Some("importance"), None) => Self::Quiz(Step::Weights),
            (Some(""), Some("quiz"), Some("all"), None) => Self::Quiz(Step::All),
            (Some(""), Some("result"), None, None) => Self::Result(None),
            (Some(""), Some("method"), None, None) => Self::Method(None),
            (Some(""), Some("data"), None, None) => Self::Data,
            (Some(""), Some(view), Some(slug), None) if is_slug(slug) => {
                Self::inside(view, slug.to_owned())
            }
            _ => Self::NotFound,
        }
    }

    fn inside(view: &str, slug: String) -> Self {
        match view {
            "guide" => Self::Guide(Some(slug)),
            "quiz" => Self::Quiz(Step::Topic(slug)),
            "result" => Self::Result(Some(slug)),
            "method" => Self::Method(Some(slug)),
            _ => Self::NotFound,
        }
    }

    /// The hash that leads here, with its `#`.
    pub fn href(&self) -> String {
        match self {
            Self::Guide(None) | Self::Unreadable | Self::NotFound => "#/".to_owned(),
            Self::Guide(Some(at)) => format!("#/guide/{at}"),
            Self::Quiz(Step::Resume) => "#/quiz".to_owned(),
            Self::Quiz(Step::Topic(id)) => format!("#/quiz/{id}"),
            Self::Quiz(Step::Weights) => "#/quiz/importance".to_owned(),
            Self::Quiz(Step::All) => "#/quiz/all".to_owned(),
            Self::Result(None) => "#/result".to_owned(),
            Self::Result(Some(at)) => format!("#/result/{at}"),
            Self::Shared(code) => format!("#/result?a={code}"),
            Self::Method(None) => "#/method".to_owned(),
            Self::Method(Some(at)) => format!("#/method/{at}"),
            Self::Data => "#/data".to_owned(),
        }
    }

    /// The element id of a place inside a view: its hash without the `#`, so that the same link
    /// works without JavaScript.
    ///
    /// ```
    /// use headphones_or_iems::route::Route;
    /// assert_eq!(Route::anchor("guide", "sound"), "/guide/sound");
    /// ```
    pub fn anchor(view: &str, section: &str) -> String {
        format!("/{view}/{section}")
    }

    /// The value of `data-view`.
    pub const fn view(&self) -> &'static str {
        match self {
            Self::Guide(_) => "guide",
            Self::Quiz(_) => "quiz",
            Self::Result(_) | Self::Shared(_) => "result",
            Self::Method(_) => "method",
            Self::Data => "data",
            Self::Unreadable | Self::NotFound => "not-found",
        }
    }

    /// The title of the view; the quiz adds its step.
    pub const fn title(&self) -> &'static str {
        match self {
            Self::Guide(_) => "Headphones or in-ear monitors: which should you get?",
            Self::Quiz(_) => "Quiz",
            Self::Result(_) => "Your result",
            Self::Shared(_) => "A shared result",
            Self::Method(_) => "How it works",
            Self::Data => "Your data",
            Self::Unreadable => "This link cannot be read",
            Self::NotFound => "Page not found",
        }
    }

    /// The page without the place in it: going from place to place keeps the page.
    #[must_use]
    pub fn without_section(self) -> Self {
        match self {
            Self::Guide(_) => Self::Guide(None),
            Self::Result(_) => Self::Result(None),
            Self::Method(_) => Self::Method(None),
            other => other,
        }
    }

    /// The place inside a view that the hash names.
    pub fn section(&self) -> Option<&str> {
        match self {
            Self::Guide(at) | Self::Result(at) | Self::Method(at) => at.as_deref(),
            _ => None,
        }
    }
}

fn is_slug(text: &str) -> bool {
    let formed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !text.is_empty() && text.len() <= 60 && text.chars().all(formed)
}
