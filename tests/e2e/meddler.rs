//! What changes text nodes behind the app's back: browser translators, editors and extensions. Each
//! is a script that runs in the page and does its work again after every change.

/// One of them.
pub struct Meddler {
    pub name: &'static str,
    pub script: &'static str,
    /// Whether it writes every text in capitals. Otherwise it leaves the words as they are.
    pub translates: bool,
}

impl Meddler {
    /// What a text of the page becomes.
    pub fn said(&self, text: &str) -> String {
        if self.translates { text.to_uppercase() } else { text.to_owned() }
    }
}

/// A script that runs `$change` on the text nodes, now and after every change of the page.
macro_rules! script {
    ($change:literal) => {
        concat!(
            "(() => {
                // The text nodes with words; scripts and fields have none that are shown.
                const texts = () => {
                    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                    const found = [];
                    while (walker.nextNode()) {
                        const node = walker.currentNode;
                        const isShown = !node.parentNode.closest('script, style, template, textarea');
                        if (isShown && node.data.trim()) found.push(node);
                    }
                    return found;
                };
                const done = new WeakSet();
                const change = ",
            $change,
            ";
                const observer = new MutationObserver(() => {
                    change();
                    observer.takeRecords();
                });
                addEventListener('DOMContentLoaded', () => {
                    change();
                    const all = { subtree: true, childList: true, characterData: true };
                    observer.observe(document.body, all);
                });
            })()"
        )
    };
}

/// Puts an element in the place of each text node, as Chromium's translator does.
pub const TRANSLATOR: Meddler = Meddler {
    name: "a translator that makes elements",
    script: script!(
        "() => texts().filter((node) => !node.parentNode.closest('font')).forEach((node) => {
            const [outer, inner] = ['font', 'font'].map((name) => document.createElement(name));
            inner.textContent = node.data.toUpperCase();
            outer.append(inner);
            node.replaceWith(outer);
        })"
    ),
    translates: true,
};

/// Puts another text node in the place of each.
pub const REPLACER: Meddler = Meddler {
    name: "a translator that makes text nodes",
    script: script!(
        "() => texts().filter((node) => !done.has(node)).forEach((node) => {
            const translated = new Text(node.data.toUpperCase());
            done.add(translated);
            node.replaceWith(translated);
        })"
    ),
    translates: true,
};

/// Puts an element around each word, as dictionaries and reading aids do.
pub const WRAPPER: Meddler = Meddler {
    name: "an extension that wraps words",
    script: script!(
        "() => texts().filter((node) => !node.parentNode.closest('.word')).forEach((node) => {
            const wrapped = (part) => part.trim() ? Object.assign(
                document.createElement('span'), { className: 'word', textContent: part }) : part;
            node.replaceWith(...node.data.split(/(\\s+)/).map(wrapped));
        })"
    ),
    translates: false,
};

/// Removes empty text nodes and joins those that are neighbours, as editors do.
pub const NORMALIZER: Meddler = Meddler {
    name: "an editor that normalizes",
    script: script!("() => document.body.normalize()"),
    translates: false,
};

/// Joins text nodes, and puts a new one in the place of the joined.
pub const JOINER: Meddler = Meddler {
    name: "an editor that joins and replaces",
    script: script!(
        "() => {
            document.body.normalize();
            texts().filter((node) => !done.has(node)).forEach((node) => {
                const joined = new Text(node.data);
                done.add(joined);
                node.replaceWith(joined);
            });
        }"
    ),
    translates: false,
};

/// Splits each text node in two, as spelling checkers and highlighters do.
pub const SPLITTER: Meddler = Meddler {
    name: "an extension that splits texts",
    script: script!(
        "() => texts().filter((node) => !done.has(node)).forEach((node) => {
            done.add(node).add(node.splitText(node.length >> 1));
        })"
    ),
    translates: false,
};

/// Changes nothing, but notes in `window.wrong` each change after which someone else's node would be
/// left behind or lost: of a text node in place, or of one that is not all of its element.
pub const OBSERVER: &str = "
    window.wrong = [];
    const isText = (node) => node.nodeType === Node.TEXT_NODE;
    const look = ({ type, target, addedNodes, removedNodes }) => {
        const texts = [...addedNodes, ...removedNodes].filter(isText);
        const isWhole = target.localName === 'span' && target.childNodes.length <= 1;
        // The prerendered comparison is emptied as a whole.
        if (target.id === 'compare' || type !== 'characterData' && (!texts.length || isWhole)) return;
        const place = type === 'characterData' ? target.parentNode : target;
        const said = texts.map((node) => node.data).join('|') || target.data;
        wrong.push(`${type} of “${said}” in ${place?.outerHTML.slice(0, 300)}`);
    };
    addEventListener('DOMContentLoaded', () => {
        const begin = () => new MutationObserver((records) => records.forEach(look)).observe(
            document.body, { subtree: true, childList: true, characterData: true });
        new MutationObserver((_, ready) => {
            if (document.documentElement.dataset.app !== 'ready') return;
            ready.disconnect();
            begin();
        }).observe(document.documentElement, { attributeFilter: ['data-app'] });
    });";
