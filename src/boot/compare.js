// The comparison stands in the page as it was built. The app makes it live when it is first used; then
// the click goes to what took the place of what was clicked, and the table stays as it was scrolled.

const uses = () => [...find("compare").querySelectorAll("button,input")];
const wide = () => document.querySelector(".compare").parentNode;

addEventListener("click", ({ target }) => {
  const at = uses().indexOf(target.closest("button,input"));
  if (at < 0) return;
  const { scrollLeft, scrollTop } = wide();
  dispatchEvent(new Event("compare"));
  // It was live before, or there is no app.
  if (target.isConnected) return;
  wide().scrollTo(scrollLeft, scrollTop);
  uses()[at].focus();
  uses()[at].click();
});
