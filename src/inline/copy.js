// A page that was saved in the browser ("Save page as") has what the app and this script had put into it.
// Without its files the app cannot start again, and would only replace what was saved. So a copy is
// left as it is, and a notice says what it is.

import { find, root } from "./page.js";

// What the build made has neither the class nor another state.
export const isCopy = root.matches(".js, :not([data-app=prerendered])");

// Notes where the page is, for copies that will be made of it. A file does not say where it came from.
export function noteAddress() {
  const { origin, pathname, protocol } = location;
  if (/^http/.test(protocol)) find("copy-of").href = origin + pathname;
}

export function showCopy() {
  // Saved before the app was ready, the page would stay empty.
  root.removeAttribute("data-boot");
  find("update").hidden = true;
  find("copy").hidden = false;
  // Of the notice of a failure only the visitor's data still means something.
  find("failed").hidden ||= find("kept").hidden;
  find("kept-label").textContent = "Answers that were stored when the copy was made:";
  for (const part of find("failed").querySelectorAll("[role=alert], p:has(button), #failed-next")) part.hidden = true;
}
