// What must be settled before the first paint: the colour theme, which view to show, and whether there
// are buttons that print. The build defines `CHUNKS`, the files that are loaded when views are entered:
// their code, and the details of the content.

import { NAME, root } from "./page.js";

// The chunk with the code of a view; what chunks share and the details are needed with any of them.
const CHUNK_OF = { result: "-result-", noise: "-noise-", method: "-reading-", data: "-reading-" };

// Starts the download of a file that the app will fetch.
function preload(href) {
  const link = document.createElement("link");
  Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "", href });
  document.head.append(link);
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
  // A link to another view must not show the guide first.
  if (!/^(#\/?([?&].*)?|#\/guide\/.*)?$/.test(location.hash)) root.setAttribute("data-boot", "");
  const [, view] = location.hash.match(/^#\/(result|noise|method|data)\b/) || [];
  if (view) CHUNKS.filter((file) => file.includes(CHUNK_OF[view]) || /-(chunk|details)/.test(file)).forEach(preload);
}
