// A digit selects an option of a quiz step. The step itself listens, so it hears no key before something
// in it has the focus, as after it was opened by its address. Such keys are passed on to it.

export function passDigitsOn() {
  addEventListener("keydown", (event) => {
    const step = document.querySelector("form.step");
    if (!step || event.target === step || !event.target.contains?.(step)) return;
    if (!/^\d$/.test(event.key) || event.repeat) return;
    if (!step.dispatchEvent(new KeyboardEvent("keydown", event))) event.preventDefault();
  });
}
