// Print has every number. Style sheets open closed tables for it where a browser lets them; this opens
// them where it does not.

export function openTablesForPrint() {
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(".as-table:not([open])")];
    opened.forEach((table) => (table.open = true));
  });
  addEventListener("afterprint", () => opened.forEach((table) => (table.open = false)));
}
