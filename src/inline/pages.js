// The single-file build has the static pages inside, as downloads at the end of the page. Links to
// them lead there.

import { find } from "./page.js";

export function openPagesInside() {
  addEventListener("click", (event) => {
    const page = event.target.closest("a[href$='.html']")?.getAttribute("href").replace("./", "");
    const inside = page && find("without").querySelector(`[download="${page}"]`);
    if (!inside) return;
    event.preventDefault();
    inside.click();
  });
}
