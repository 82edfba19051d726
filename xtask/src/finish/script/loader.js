// Starts the app. In the place of wasm-bindgen's own start, which has more ways to be called.
export default async function (path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(response.status + " " + path);
  const imports = __wbg_get_imports();
  // A server that knows no wasm gives it another type, and the browser does not read that as a stream.
  const { instance } = await (response.headers.get("Content-Type") === "application/wasm"
    ? WebAssembly.instantiateStreaming(response, imports)
    : WebAssembly.instantiate(await response.arrayBuffer(), imports));
  wasm = instance.exports;
  wasm.__wbindgen_start();
}
