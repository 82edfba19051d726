// What must be settled before the first paint: the colour theme, and which view to show.

import { NAME, root } from "./page.js";

export function prepareFirstPaint() {
  root.classList.add("js");
  try {
    const theme = localStorage.getItem(NAME + ".theme");
    if (theme === "light" || theme === "dark") root.setAttribute("data-theme", theme);
  } catch {
    // Storage is blocked, so the theme follows the system.
  }
  // A link to another view must not show the guide first.
  if (!/^(#\/?|#\/guide\/.*)?$/.test(location.hash)) root.setAttribute("data-boot", "");
}
