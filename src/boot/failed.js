// When the app cannot start, or has stopped working: words, the visitor's data, and a way on. All of
// it stands in the page, hidden; nothing is created here, since that may be what has failed.

// The static quiz, which the app removes once it is ready.
let still;
let isReady = false;
// The mark of failure is ours: the app is only slow, and may still come.
let isSlow = false;

const mark = () => root.setAttribute("data-app", "failed");

// Nothing enters the wasm once it is over, and it says if it breaks; see `finish/script/loader.js`.
const latch = { isOver: false, fail: mark };

// The names of what we have stored. Where storage is blocked or null, that is nothing.
function kept() {
  try {
    return Object.keys(localStorage)
      .filter((key) => key === NAME || key.startsWith(NAME + "."))
      .sort();
  } catch {
    return [];
  }
}

function showFailure() {
  // The answers come first and alone on their lines, so that the file can be imported.
  const text = kept()
    .filter((key) => key !== NAME + ".theme")
    .map((key) => (key === NAME ? "" : key + "\n") + localStorage.getItem(key))
    .join("\n\n");
  find("kept").hidden = !text;
  find("kept-text").value = text;
  find("kept-file").href = URL.createObjectURL(new Blob([text]));
  find("again").onclick = renew;
  find("over").onclick = () => {
    find("sure").hidden = false;
    find("sure").focus();
  };
  find("remove").onclick = () => {
    kept().forEach((key) => localStorage.removeItem(key));
    renew();
  };
  find("failed").hidden = false;
}

function fail() {
  latch.isOver = true;
  if (isReady) {
    find("failed-title").textContent = "The page has stopped working";
    find("failed-why").textContent = "This is our mistake. A reload brings you back to where you were.";
  }
  // The live quiz would look alive. The static one comes back in its place.
  find("live").remove();
  find("app").after(still);
  showFailure();
  find("failed-title").focus();
}

new MutationObserver(() => {
  const app = root.getAttribute("data-app");
  if (app === "ready") {
    isReady = true;
    find("failed").hidden = true;
    forgetReload();
    keepOffline();
  } else if (isSlow) {
    isSlow = false;
  } else {
    fail();
  }
}).observe(root, { attributeFilter: ["data-app"] });

setTimeout(() => {
  if (isReady || latch.isOver) return;
  isSlow = true;
  mark();
  showFailure();
}, 9000);
