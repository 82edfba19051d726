// The quiz embedded in another site's page: only quiz and result are shown, and the embedding page is
// told the height. `embed.html` always works like this, other pages do with `?embed` in their hash.

import { NAME, find, root } from "./page.js";

const staysHere = (href) => /^#\/(quiz|result)/.test(href);

// What is in the frame: a view, or the notice of a failure. Until then, and while the code of a view
// is on its way, the frame keeps the height that it has.
const SHOWN = "#live h1, #failed:not([hidden])";

export const isEmbedded = () => root.hasAttribute("data-embed");

function stayHere(event) {
  const { hash } = location;
  if (staysHere(hash)) return;
  // The app does not see the address, because the page lacks the views behind it.
  event?.stopImmediatePropagation();
  // A link that was opened in a tab of its own leads to the whole site.
  location.replace(hash && top === self ? "./" + hash : "#/quiz");
}

// Links to other views open in a new tab, whichever mouse button is used.
function leave(event) {
  const link = event.target.closest("a[href]");
  if (!link || link.download || staysHere(link.hash)) return;
  link.href = link.getAttribute("href").replace(/^#/, "./#");
  link.target = "_blank";
}

function postHeight() {
  const height = root.offsetHeight;
  if (height && document.querySelector(SHOWN)) parent.postMessage({ type: NAME, height }, "*");
}

// An embedding page that listens late asks for the height.
function answer({ source, data }) {
  if (source === parent && data?.type === NAME && data.ask === "height") postHeight();
}

export function runEmbedded() {
  if (!isEmbedded() && !/[?&]embed\b/.test(location.hash)) return;
  root.setAttribute("data-embed", "");
  stayHere();
  addEventListener("hashchange", stayHere);
  addEventListener("click", leave, true);
  addEventListener("auxclick", leave, true);
  addEventListener("message", answer);
  new ResizeObserver(postHeight).observe(root);
  // Browsers do not observe the size of a frame outside the viewport.
  new MutationObserver(postHeight).observe(root, { attributeFilter: ["data-app"] });
}

// The questions, while they are shown.
let questions;

function insert(page) {
  const body = page.replace(/^.*<body>/s, "");
  const read = new DOMParser().parseFromString(body, "text/html").querySelector("#live, article");
  // The app may have started in the meantime.
  if (!read || root.getAttribute("data-app") !== "failed") return;
  questions = document.createElement("article");
  questions.append(...read.children);
  find("guide").after(questions);
  find("without").hidden = true;
}

// Shows the questions in place of the guide, which is too long for a frame. `embed.html` has them
// inside, where browsers without JavaScript show them.
export function showQuestions() {
  find("guide").hidden = find("failed-next").hidden = true;
  const inside = find("questions");
  if (inside) return insert(inside.textContent);
  fetch("./quiz.html").then(async (page) => page.ok && insert(await page.text())).catch(() => {});
}

export function hideQuestions() {
  questions?.remove();
  find("guide").hidden = false;
}
