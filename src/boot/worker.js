// A service worker keeps the page for visits without a network, and waits for the visitor's consent
// before it takes another version. A page that has one holds the link to its manifest in a template, so
// that nobody waits for what only an installed page needs.

let workers;
try {
  workers = navigator.serviceWorker;
} catch {
  // A frame without an origin of its own may not even ask.
}

function keepOffline() {
  const install = find("install");
  if (!workers || !install) return;
  document.head.append(install.content);
  workers.register("./sw.js").then((registration) => {
    const offer = () => {
      if (registration.waiting && registration.active) find("update").hidden = false;
    };
    registration.onupdatefound = () => (registration.installing.onstatechange = offer);
    find("renew").onclick = renew;
    offer();
  }, () => {});
}

// Reloads, and takes a newer version if one is waiting.
async function renew() {
  try {
    const { waiting } = await workers.getRegistration();
    if (waiting) {
      waiting.onstatechange = () => location.reload();
      return waiting.postMessage("take over");
    }
  } catch {
    // There is no worker.
  }
  location.reload();
}
