// Starts the app. In the place of wasm-bindgen's own start, which has more ways to be called.
export default async function (path, integrity, latch) {
  const response = await fetch(path, { integrity });
  if (!response.ok) throw new Error(response.status + " " + path);
  const imports = __wbg_get_imports();
  // A server that knows no wasm gives it another type, and the browser does not read that as a stream.
  const { instance } = await (response.headers.get("Content-Type") === "application/wasm"
    ? WebAssembly.instantiateStreaming(response, imports)
    : WebAssembly.instantiate(await response.arrayBuffer(), imports));
  wasm = { ...instance.exports };
  for (const name in wasm) wasm[name] = latched(wasm[name], latch);
  wasm.__wbindgen_start();
}

// What leaves the wasm as an exception, a panic among others, leaves it half broken. That is its end:
// whatever calls it from then on (a listener, a timer, a promise) calls nothing.
function latched(part, latch) {
  if (typeof part !== "function") return part;
  return (...given) => {
    if (latch.isOver) return;
    try {
      return part(...given);
    } catch (error) {
      latch.isOver = true;
      latch.fail();
      throw error;
    }
  };
}
