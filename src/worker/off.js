// `sw-off.js`: put in the place of `sw.js`, it removes the service worker and all that it has kept
// from every browser that comes by. The page then loads like any other.
"use strict";

async function leave() {
  const ours = "headphones-or-iems " + registration.scope + " ";
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(ours)).map((name) => caches.delete(name)));
  await registration.unregister();
}

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(leave()));
