// The comparison is static until it is first used. The app then mounts the live one, and this passes
// the click on to the control that took the place of the clicked one, without scrolling the table.

import { find } from "./page.js";

const controls = () => [...find("compare").querySelectorAll("button,input")];
const scroller = () => document.querySelector(".compare").parentNode;

export function passOnFirstUse() {
  addEventListener("click", ({ target }) => {
    const at = controls().indexOf(target.closest("button,input"));
    if (at < 0) return;
    const { scrollLeft, scrollTop } = scroller();
    dispatchEvent(new Event("compare"));
    // The comparison was live already, or the app is not there.
    if (target.isConnected) return;
    scroller().scrollTo(scrollLeft, scrollTop);
    controls()[at].focus();
    controls()[at].click();
  });
}
