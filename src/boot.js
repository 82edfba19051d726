// Runs before the first paint, in the head: colours, deep links, and the start of the app.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");
  try {
    var theme = localStorage.getItem("headphones-or-iems.theme");
    if (theme === "light" || theme === "dark") root.setAttribute("data-theme", theme);
  } catch (blocked) {
    // Without storage the colours are the system's.
  }
  // A link to another view must not flash the guide.
  if (!/^(#\/?|#\/guide\/.*)?$/.test(location.hash)) root.setAttribute("data-boot", "deep");

  function fail() {
    root.setAttribute("data-app", "failed");
    root.removeAttribute("data-boot");
  }

  function start() {
    if (typeof WebAssembly !== "object") return fail();
    import("__JS__").then(function (app) {
      return app.default("__WASM__");
    }).catch(fail);
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
