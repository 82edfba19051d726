// Print has every part and every number. Style sheets open what is closed for it where a browser lets
// them; this opens it where it does not.

export function openForPrint() {
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(":is(.as-table, .fold, .further, .all-types):not([open])")];
    opened.forEach((closed) => (closed.open = true));
  });
  addEventListener("afterprint", () => opened.forEach((closed) => (closed.open = false)));
}
