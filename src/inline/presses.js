// A double click or double tap is one action for whoever makes it, and so is a key that is held down.
// Where the first press has changed the page, the second would act on whatever has taken its place.

const CONTROLS = "a, button, input, label, summary, textarea";
// The longest pause within a double click, in milliseconds, as most systems have it.
const PAUSE = 500;
// How far apart its presses may be, in CSS pixels. No target is smaller.
const REACH = 24;

const control = ({ target }) => target.closest?.(CONTROLS);

const place = (element) => element && element.getBoundingClientRect().top + scrollY;

let first = {};
let time = -PAUSE;
let isRest = false;

function onPress(event) {
  const isSame =
    event.timeStamp - time < PAUSE &&
    Math.hypot(event.clientX - first.x, event.clientY - first.y) < REACH;
  const pressed = control(event);
  time = event.timeStamp;
  // What was pressed first has gone, or something above it has come or gone.
  isRest = isSame && pressed !== first.pressed && place(first.pressed) !== first.place;
  if (!isRest) first = { x: event.clientX, y: event.clientY, pressed, place: place(pressed) };
}

function stop(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

export function actOncePerPress() {
  addEventListener("pointerdown", onPress, true);
  addEventListener("click", (event) => {
    // Clicks by a key or by the app itself have no count.
    if (isRest && event.detail) stop(event);
  }, true);
  addEventListener("keydown", (event) => {
    const isTyping = event.target.matches?.("textarea, input:not([type=radio], [type=checkbox])");
    const acts = /^\d$/.test(event.key) || (/^(Enter| )$/.test(event.key) && control(event));
    if (event.repeat && acts && !isTyping) stop(event);
  }, true);
}
