// The inline script. The build bundles these modules with the glue that wasm-bindgen generates, and
// puts the result into the <head>, so that it runs before the first paint.

import { isCopy, noteAddress, showCopy } from "./copy.js";
import { passDigitsOn } from "./digits.js";
import { runEmbedded } from "./embed.js";
import { watchForFailure } from "./failure.js";
import { prepareFirstPaint } from "./first_paint.js";
import { openPagesInside } from "./pages.js";
import { actOncePerPress } from "./presses.js";
import { openForPrint } from "./print.js";
import { start } from "./start.js";

openPagesInside();
if (isCopy) {
  addEventListener("DOMContentLoaded", showCopy);
} else {
  prepareFirstPaint();
  runEmbedded();
  watchForFailure();
  actOncePerPress();
  passDigitsOn();
  openForPrint();
  addEventListener("DOMContentLoaded", noteAddress);
  addEventListener("DOMContentLoaded", start);
}
