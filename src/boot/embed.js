// Inside somebody's article: quiz and result only, and the height for the frame. `embed.html` is
// always so, another page with `?embed` in its hash.

const isHere = (href) => /^#\/(quiz|result)/.test(href);

function stayHere() {
  const { hash } = location;
  // A link of ours that was opened in a tab of its own leads to the whole site.
  if (!isHere(hash)) location.replace(hash && top === self ? "./" + hash : "#/quiz");
}

// What is not here opens in a new tab, however it is clicked.
function leave(event) {
  const link = event.target.closest("a[href]");
  if (!link || link.download || isHere(link.hash)) return;
  link.href = link.getAttribute("href").replace(/^#/, "./#");
  link.target = "_blank";
}

if (root.hasAttribute("data-embed") || /[?&]embed\b/.test(location.hash)) {
  root.setAttribute("data-embed", "");
  stayHere();
  addEventListener("hashchange", stayHere);
  addEventListener("click", leave, true);
  addEventListener("auxclick", leave, true);
  new ResizeObserver(() => {
    parent.postMessage({ type: NAME, height: root.offsetHeight }, "*");
  }).observe(root);
}
