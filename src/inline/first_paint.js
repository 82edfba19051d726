// What must be settled before the first paint: the colour theme, which view to show, and whether there
// are buttons that print. The build defines `CHUNKS`, the files that are loaded when views are entered:
// their code, and the details of the content.

import { NAME, root } from "./page.js";

// The chunk with the code of a view. The name of a file with code has the chunks that need it, such as
// `-noise-result-`; every room needs the details.
const CHUNK_OF = { result: "result", noise: "noise", shortlist: "shortlist", method: "reading", data: "reading" };

// Starts the download of a file that the app will fetch.
function preload(href) {
  const link = document.createElement("link");
  Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "", href });
  document.head.append(link);
}

// Starts the downloads of what the view needs once something has been painted: what is painted and the app
// itself are needed sooner. An app that has come first, as in a tab in the background, fetches them itself.
function preloadRoom(view) {
  const isNeeded = (file) => [CHUNK_OF[view], "details"].some((part) => file.includes(`-${part}-`));
  const painted = new PerformanceObserver(() => {
    painted.disconnect();
    if (!document.getElementById("live").firstChild) CHUNKS.filter(isNeeded).forEach(preload);
  });
  painted.observe({ type: "paint", buffered: true });
}

export function prepareFirstPaint() {
  root.classList.add("js");
  // Some browsers, such as those inside other apps, cannot print.
  root.toggleAttribute("data-print", typeof print === "function");
  try {
    const theme = localStorage.getItem(NAME + ".theme");
    if (theme === "light" || theme === "dark") root.setAttribute("data-theme", theme);
  } catch {
    // Storage is blocked, so the theme follows the system.
  }
  // A link to another view must not show the guide first. What is said of the answers of a link is known.
  if (!/^(#\/?([?&].*)?|#\/guide\/.*)?$/.test(location.hash)) {
    root.setAttribute("data-boot", location.hash.startsWith("#/result?a=") ? "link" : "");
  }
  const [, view] = location.hash.match(/^#\/(result|noise|shortlist|method|data)\b/) || [];
  if (view) preloadRoom(view);
}
