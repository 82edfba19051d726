// The quiz embedded in another site's page: only quiz and result are shown, and the embedding page is
// told the height. `embed.html` always works like this, other pages do with `?embed` in their hash.

import { NAME, root } from "./page.js";

const staysHere = (href) => /^#\/(quiz|result)/.test(href);

function stayHere() {
  const { hash } = location;
  // A link that was opened in a tab of its own leads to the whole site.
  if (!staysHere(hash)) location.replace(hash && top === self ? "./" + hash : "#/quiz");
}

// Links to other views open in a new tab, whichever mouse button is used.
function leave(event) {
  const link = event.target.closest("a[href]");
  if (!link || link.download || staysHere(link.hash)) return;
  link.href = link.getAttribute("href").replace(/^#/, "./#");
  link.target = "_blank";
}

export function runEmbedded() {
  if (!root.hasAttribute("data-embed") && !/[?&]embed\b/.test(location.hash)) return;
  root.setAttribute("data-embed", "");
  stayHere();
  addEventListener("hashchange", stayHere);
  addEventListener("click", leave, true);
  addEventListener("auxclick", leave, true);
  new ResizeObserver(() => {
    parent.postMessage({ type: NAME, height: root.offsetHeight }, "*");
  }).observe(root);
}
