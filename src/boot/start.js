// Before the first paint: colours, and deep links. Then the start of the app.

root.classList.add("js");
try {
  const theme = localStorage.getItem(NAME + ".theme");
  if (theme === "light" || theme === "dark") root.setAttribute("data-theme", theme);
} catch {
  // Without storage the colours are the system's.
}
// A link to another view must not flash the guide.
if (!/^(#\/?|#\/guide\/.*)?$/.test(location.hash)) root.setAttribute("data-boot", "");

const RELOADED = NAME + ".reloaded";

function forgetReload() {
  try {
    sessionStorage.removeItem(RELOADED);
  } catch {
    // Then none was noted.
  }
}

// A file that is missing after a deploy is no longer named in the page as it is now. Only then a
// reload helps, and without the note it could go on for ever.
async function reloadIfNewer() {
  const page = await fetch(location.href, { cache: "no-cache" });
  if (!page.ok || (await page.text()).includes("__WASM__") || sessionStorage.getItem(RELOADED)) return;
  sessionStorage.setItem(RELOADED, "1");
  location.reload();
}

function start() {
  still = find("still");
  if (typeof WebAssembly !== "object") {
    find("failed-why").textContent = "It needs WebAssembly, which this browser lacks or has switched off.";
    return mark();
  }
  import("__JS__")
    .then((app) => app.default("__WASM__", "__INTEGRITY__", latch))
    .catch(() => {
      mark();
      reloadIfNewer().catch(() => {});
    });
}

addEventListener("DOMContentLoaded", start);
