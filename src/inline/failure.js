// What visitors see when the app cannot start or has stopped working: an explanation, their own data,
// and a way to continue. The notice is in the page from the start, hidden, because creating elements
// may be what has failed.

import { hideQuestions, isEmbedded, showQuestions } from "./embed.js";
import { latch } from "./latch.js";
import { keepOffline, renew } from "./offline.js";
import { NAME, find, root } from "./page.js";
import { forgetReload } from "./reload.js";

let isReady = false;
let hasFailed = false;
// The app was marked as failed because it is slow. It may still arrive.
let isSlow = false;

export const markFailed = () => root.setAttribute("data-app", "failed");

// Our keys in storage; none where storage is blocked or null.
function storedKeys() {
  try {
    return Object.keys(localStorage)
      .filter((key) => key === NAME || key.startsWith(NAME + "."))
      .sort();
  } catch {
    return [];
  }
}

function showFailure() {
  // The answers come first and without their key, so that the file can be imported.
  const text = storedKeys()
    .filter((key) => key !== NAME + ".theme")
    .map((key) => (key === NAME ? "" : key + "\n") + (localStorage.getItem(key) ?? ""))
    .join("\n\n");
  find("kept").hidden = !text;
  // As text of the document, a copy that is saved of the page has it too.
  find("kept-text").textContent = text;
  find("kept-file").href = URL.createObjectURL(new Blob([text]));
  find("again").onclick = renew;
  find("over").onclick = () => {
    find("sure").hidden = false;
    find("sure").focus();
  };
  find("remove").onclick = () => {
    storedKeys().forEach((key) => localStorage.removeItem(key));
    renew();
  };
  find("failed").hidden = false;
  if (isEmbedded()) showQuestions();
}

// Files beside a page that was opened from a folder cannot be loaded, and a reload would not help. The
// single-file build needs none.
export function explainFolder() {
  if (/^http/.test(location.protocol) || find("wasm")) return;
  find("failed-why").hidden = find("again").hidden = true;
  find("folder").hidden = false;
  find("whole").href += location.hash;
}

function fail() {
  if (hasFailed) return;
  hasFailed = true;
  latch.isClosed = true;
  if (isReady) {
    find("failed-title").textContent = "The page has stopped working";
    find("failed-why").textContent = "This is our mistake. A reload brings you back to where you were.";
  }
  // The live view would still look usable. The guide takes its place, with links to static pages.
  find("live").remove();
  showFailure();
  // An article must not scroll to a frame that nobody has used yet.
  if (isReady || !isEmbedded()) find("failed-title").focus();
}

function onStateChange() {
  if (root.getAttribute("data-app") === "ready") {
    isReady = true;
    find("failed").hidden = true;
    hideQuestions();
    forgetReload();
    keepOffline();
  } else if (isSlow) {
    isSlow = false;
  } else {
    fail();
  }
}

export function watchForFailure() {
  latch.onError = markFailed;
  new MutationObserver(onStateChange).observe(root, { attributeFilter: ["data-app"] });
  setTimeout(() => {
    if (isReady || latch.isClosed) return;
    isSlow = true;
    markFailed();
    showFailure();
  }, 9000);
}
