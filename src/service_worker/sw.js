// `sw.js`: keeps one version of the site complete for visits without a network. A newer version is
// cached beside it, and waits until the visitor agrees or the last tab is closed.
"use strict";

// Each file with its integrity, so that what is cached is exactly what was built.
const FILES = __FILES__;
// Another copy of the site under another path has caches of its own.
const PREFIX = "headphones-or-iems " + registration.scope + " ";
const CACHE = PREFIX + "__VERSION__";

// A file with a hash in its name never changes. For the others the HTTP cache may be out of date.
function request([file, integrity]) {
  const hasHash = /-[0-9a-f]{8}\./.test(file);
  return new Request(file, { integrity, cache: hasHash ? "default" : "no-cache" });
}

async function fill() {
  const cache = await caches.open(CACHE);
  await cache.addAll(Object.entries(FILES).map(request));
}

async function removeOldVersions() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  // The page of the first visit, which may still load chunks of this version after a deploy.
  if (!old.length) await clients.claim();
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function respond(request, file) {
  const cache = await caches.open(CACHE);
  return (await cache.match(file, { ignoreVary: true })) || fetch(request);
}

addEventListener("install", (event) => event.waitUntil(fill()));
addEventListener("activate", (event) => event.waitUntil(removeOldVersions()));
addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
});
addEventListener("fetch", (event) => {
  const path = event.request.url.replace(/[?#].*/, "").replace(registration.scope, "./");
  const file = path === "./index.html" ? "./" : path;
  if (event.request.method === "GET" && Object.hasOwn(FILES, file)) {
    event.respondWith(respond(event.request, file));
  }
});
