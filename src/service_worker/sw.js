// `sw.js`: keeps one version of the site complete for visits without a network. A newer version is
// cached beside it, and waits until the visitor agrees or the last tab is closed.
"use strict";

// Each file with its integrity, so that what is cached is exactly what was built.
const FILES = __FILES__;
// Another copy of the site under another path has caches of its own.
const PREFIX = "headphones-or-iems " + registration.scope + " ";
const CACHE = PREFIX + "__VERSION__";
// This cache exists while a newer version cannot be kept, because the server does not send it as it was
// built. It has an entry if the newer pages can start all the same. `offline.js` knows its name too.
const ALTERED = PREFIX + "altered";

// A file with a hash in its name never changes. For the others the HTTP cache may be out of date.
const hasHash = (file) => /-[0-9a-f]{8}\./.test(file);

async function isBuilt(file, body) {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return "sha256-" + btoa(String.fromCharCode(...sum)) === FILES[file];
}

async function download(file) {
  const response = await fetch(file, { cache: hasHash(file) ? "default" : "no-cache" });
  const body = await response.arrayBuffer();
  return { file, body, response, isWhole: response.ok && (await isBuilt(file, body)) };
}

// Notes that files were altered. Without the network it is not called, as nothing is known then.
async function note(files) {
  await caches.delete(ALTERED);
  const altered = await caches.open(ALTERED);
  if (!files.some(hasHash)) await altered.put("./", new Response());
  throw new Error("The server does not send these files as they were built: " + files.join(", "));
}

async function fill() {
  const all = await Promise.all(Object.keys(FILES).map(download));
  const altered = all.filter(({ isWhole }) => !isWhole);
  if (altered.length) await note(altered.map(({ file }) => file));
  const cache = await caches.open(CACHE);
  // Browsers show no page from a response that was redirected, so each file gets a new response.
  const keep = ({ file, body, response }) => cache.put(file, new Response(body, response));
  await Promise.all(all.map(keep));
}

async function removeOldVersions() {
  await caches.delete(ALTERED);
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  // The page of the first visit, which may still load chunks of this version after a deploy.
  if (!old.length) await clients.claim();
  await Promise.all(old.map((name) => caches.delete(name)));
}

// What the network says, or `undefined`. A status of 0 is a redirect that the browser will follow.
async function ask(request, file) {
  const response = await fetch(request).catch(() => {});
  if (!response || response.status >= 400) return;
  // The kept version is the newest again, as after a roll-back.
  const isKept = file === "./" && (await isBuilt(file, await response.clone().arrayBuffer()));
  if (isKept) await caches.delete(ALTERED);
  return response;
}

async function respond(request, file, isOwnAddress) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(file, { ignoreVary: true });
  if (!kept) return fetch(request);
  if (!isOwnAddress) return (await ask(request, file)) || Response.redirect(file);
  const isAltered = request.mode === "navigate" && (await caches.match("./", { cacheName: ALTERED }));
  return (isAltered && (await ask(request, file))) || kept;
}

addEventListener("install", (event) => event.waitUntil(fill()));
addEventListener("activate", (event) => event.waitUntil(removeOldVersions()));
addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
});
addEventListener("fetch", (event) => {
  const path = event.request.url.replace(/[?#].*/, "").replace(registration.scope, "./");
  // Some hosts move a page to an address without its extension, or with a slash at the end.
  const page = path.replace(/(\.html)?\/?$/, ".html").replace("./index.html", "./");
  const file = [path, page].find((name) => Object.hasOwn(FILES, name));
  if (event.request.method === "GET" && file) {
    event.respondWith(respond(event.request, file, [file, "./index.html"].includes(path)));
  }
});
