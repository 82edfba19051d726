// The reload after a deploy has removed the files that an older page names.

import { NAME } from "./page.js";

const RELOADED = NAME + ".reloaded";

export function forgetReload() {
  try {
    sessionStorage.removeItem(RELOADED);
  } catch {
    // Storage is blocked, so nothing was noted.
  }
}

// Reloads if the page on the server no longer names `file`. A note in the session keeps it from
// reloading more than once.
export async function reloadIfNewer(file) {
  const page = await fetch(location.href, { cache: "no-cache" });
  if (!page.ok || (await page.text()).includes(file) || sessionStorage.getItem(RELOADED)) return;
  sessionStorage.setItem(RELOADED, "1");
  location.reload();
}
