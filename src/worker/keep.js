// `sw.js`: keeps one version of the page, whole, for visits without a network. Another version is
// kept beside it, and waits until the visitor agrees or the last tab is closed.
"use strict";

// Each file with its integrity, so that what is kept is what was built, or nothing is kept.
const FILES = __FILES__;
// Another copy of the site, at another path, has caches of its own.
const OURS = "headphones-or-iems " + registration.scope + " ";
const KEPT = OURS + "__VERSION__";

// A file with a hash in its name never changes. Of the others a cache may have an old one.
function request([file, integrity]) {
  const isFixed = /-[0-9a-f]{8}\./.test(file);
  return new Request(file, { integrity, cache: isFixed ? "default" : "no-cache" });
}

async function fill() {
  const cache = await caches.open(KEPT);
  await cache.addAll(Object.entries(FILES).map(request));
}

async function sweep() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(OURS) && name !== KEPT);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function answer(asked, file) {
  const cache = await caches.open(KEPT);
  return (await cache.match(file, { ignoreVary: true })) || fetch(asked);
}

addEventListener("install", (event) => event.waitUntil(fill()));
addEventListener("activate", (event) => event.waitUntil(sweep()));
addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
});
addEventListener("fetch", (event) => {
  const path = event.request.url.replace(/[?#].*/, "").replace(registration.scope, "./");
  const file = path === "./index.html" ? "./" : path;
  if (event.request.method === "GET" && Object.hasOwn(FILES, file)) {
    event.respondWith(answer(event.request, file));
  }
});
