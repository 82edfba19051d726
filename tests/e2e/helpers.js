// Helpers for every script of a test.

/** Opens the part of a page that an element is in, as a visitor does who looks for it. */
const openAround = (e) => {
  const closed = e.closest(":is(.fold, .further, .all-types):not([open])");
  if (closed && e !== closed && !closed.firstElementChild.contains(e)) closed.open = true;
  return e;
};
/** Whether an element is visible, once the part that it is in is open. */
const shown = (e) => openAround(e).checkVisibility({ visibilityProperty: true });
/** The visible elements that match. */
const all = (css) => [...document.querySelectorAll(css)].filter(shown);
/** The text of an element, with single spaces. */
const words = (e) => e.textContent.replace(/\s+/g, " ").trim();
