// An exception or a trap that leaves the wasm leaves its memory in an unknown state. After the first
// one nothing may call into the wasm any more, neither listeners nor timers nor promises.

export const latch = { isClosed: false, onError() {} };

function latched(part) {
  if (typeof part !== "function") return part;
  return (...args) => {
    if (latch.isClosed) return;
    try {
      return part(...args);
    } catch (error) {
      latch.isClosed = true;
      latch.onError();
      throw error;
    }
  };
}

function latchedExports(exports) {
  return Object.fromEntries(Object.entries(exports).map(([name, part]) => [name, latched(part)]));
}

// Instances that are made from now on have their exports behind the latch. wasm-bindgen's glue takes
// the exports straight from the instance, and its exports object is frozen, so this is the only
// place to get between the two.
export function latchInstances() {
  for (const method of ["instantiateStreaming", "instantiate"]) {
    const instantiate = WebAssembly[method];
    WebAssembly[method] = async (...args) => {
      const { instance, module } = await instantiate(...args);
      // A chunk that arrives too late. Its loader would call into the wasm.
      if (latch.isClosed) return new Promise(() => {});
      return { instance: { exports: latchedExports(instance.exports) }, module };
    };
  }
}
