// `sw-off.js`: deployed in place of `sw.js`, it removes the service worker and everything it has
// cached from each browser that visits. The page then loads like any other.
"use strict";

async function remove() {
  const prefix = "headphones-or-iems " + registration.scope + " ";
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(prefix)).map((name) => caches.delete(name)));
  await registration.unregister();
}

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(remove()));
