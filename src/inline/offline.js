// A service worker keeps the page for visits without a network. A new version waits until the visitor
// agrees to it. One that does not arrive as it was built is not kept, and the page says so. The link to
// the manifest is in a template, so that it delays no first visit.

import { NAME, find } from "./page.js";

let workers;
try {
  workers = navigator.serviceWorker;
} catch {
  // A frame with an opaque origin may not even read the property.
}

export function keepOffline() {
  const install = find("install");
  if (!workers || !install) return;
  document.head.append(install.content);
  workers.register("./sw.js").then((registration) => {
    const tell = async () => {
      const { active, scope, waiting } = registration;
      if (waiting && active) find("update").hidden = false;
      find("altered").hidden = Boolean(waiting) || !(await caches.has(`${NAME} ${scope} altered`));
    };
    registration.onupdatefound = () => (registration.installing.onstatechange = tell);
    find("renew").onclick = renew;
    tell();
  }, () => {});
}

// Reloads, and switches to a newer version if one is waiting.
export async function renew() {
  try {
    const { waiting } = await workers.getRegistration();
    if (waiting) {
      waiting.onstatechange = () => location.reload();
      return waiting.postMessage("take over");
    }
  } catch {
    // There is no service worker.
  }
  location.reload();
}
