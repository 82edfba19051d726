// Starts the app. The build defines `WASM_FILE` and `WASM_INTEGRITY`, and `wasm-glue` stands for the
// script that wasm-bindgen generates.

import init from "wasm-glue";
import { explainFolder, markFailed } from "./failure.js";
import { latchInstances } from "./latch.js";
import { find } from "./page.js";
import { reloadIfNewer } from "./reload.js";

// The single-file build has the wasm in the page, in Base64.
function wasm() {
  const inPage = find("wasm");
  if (!inPage) return fetch(WASM_FILE, { integrity: WASM_INTEGRITY });
  const bytes = Uint8Array.from(atob(inPage.textContent), (c) => c.charCodeAt());
  return new Response(bytes, { headers: { "Content-Type": "application/wasm" } });
}

export async function start() {
  if (typeof WebAssembly !== "object") {
    find("failed-why").textContent = "It needs WebAssembly, which this browser lacks or has switched off.";
    return markFailed();
  }
  latchInstances();
  try {
    await init({ module_or_path: wasm() });
  } catch {
    explainFolder();
    markFailed();
    reloadIfNewer(WASM_FILE).catch(() => {});
  }
}
