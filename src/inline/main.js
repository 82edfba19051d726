// The inline script. The build bundles these modules with the glue that wasm-bindgen generates, and
// puts the result into the <head>, so that it runs before the first paint.

import { prepareFirstPaint } from "./first_paint.js";
import { runEmbedded } from "./embed.js";
import { watchForFailure } from "./failure.js";
import { openPagesInside } from "./pages.js";
import { start } from "./start.js";

prepareFirstPaint();
runEmbedded();
watchForFailure();
openPagesInside();
addEventListener("DOMContentLoaded", start);
