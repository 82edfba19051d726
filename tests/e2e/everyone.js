// What axe cannot see, as rules. `faults(names)` gives what is wrong with the page as it is, each
// fault as `rule: where`. Nothing here waits; the page must be at rest.
const faults = (names) => {
  const shown = (e) => e.checkVisibility({ visibilityProperty: true });
  const list = (css, within = document) => [...within.querySelectorAll(css)].filter(shown);
  const words = (e) => e.textContent.replace(/\s+/g, " ").trim();
  const spot = (e) => e.outerHTML.replace(/\s+/g, " ").slice(0, 110);
  const style = (e) => getComputedStyle(e);
  const main = document.querySelector("main");
  const CONTROLS = "a[href], button, input, summary, select, textarea, [tabindex='0']";

  /** What is pressed: the whole label where a control stands in one. */
  const target = (e) => (e.matches("input") && e.closest("label")) || e;
  /** Whether a link is a word of a sentence, whose size the sentence sets. */
  const inline = (e) => {
    if (!style(e).display.startsWith("inline") || e.matches("input, .button")) return false;
    const around = e.closest("p, li, dd, td, caption, legend, h2, h3");
    return around !== null && words(around).length > words(e).length + 2;
  };
  const answers = () =>
    list("main input[name]").filter((e) => !/^(compare|own-|compare-own-)/.test(e.name));

  const rules = {
    /** Every answer stands in a fieldset that begins with its legend. */
    legend: () =>
      answers().filter((e) => {
        const first = e.closest("fieldset")?.firstElementChild;
        return first?.localName !== "legend" || words(first) === "";
      }),
    /** Nothing is chosen but what was stored: a place starts at never, a weight at once. */
    preselected: () => {
      const stored = JSON.parse(localStorage.getItem("headphones-or-iems") ?? "{}");
      const wanted = (e) => {
        const topic = e.name.replace(/^importance-/, "");
        if (topic !== e.name) return stored.importance?.[topic]?.chose ?? ["1"];
        const start = e.name.startsWith("scene-") ? ["never"] : [];
        return stored.answers?.[e.name]?.chose ?? start;
      };
      return answers().filter((e) => e.checked !== wanted(e).includes(e.value));
    },
    /** After a move: focus on the heading, and a title that names the view. */
    arrival: () => {
      const heading = list("main h1")[0];
      const off = document.activeElement !== heading ? [document.activeElement] : [];
      return / – Headphones or IEMs$/.test(document.title) ? off : [...off, document.head];
    },
    /** Going on without an answer: a summary that has focus, with a way to the first option. */
    summary: () => {
      const problem = list("#problem[role=alert]")[0];
      const has = problem?.contains(document.activeElement) && list("button, a", problem).length;
      return has ? [] : [main];
    },
    /** What has focus has an outline that can be told from the paper and is not cut off. */
    focus: () => {
      const before = document.activeElement;
      const clear = (e) => {
        e.focus({ focusVisible: true, preventScroll: true });
        if (document.activeElement !== e) return false;
        const ringed = [e, e.closest("label")].filter(Boolean).find((at) => {
          const { outlineStyle, outlineWidth, outlineColor } = style(at);
          const seen = outlineColor !== style(document.documentElement).backgroundColor;
          return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && seen;
        });
        return ringed !== undefined && !isCut(ringed);
      };
      const isCut = (e) => {
        const { outlineWidth, outlineOffset } = style(e);
        const room = parseFloat(outlineWidth) + parseFloat(outlineOffset);
        const box = e.getBoundingClientRect();
        for (let at = e.parentElement; at && at !== document.body; at = at.parentElement) {
          if (style(at).overflowX === "visible") continue;
          const frame = at.getBoundingClientRect();
          const start = frame.left - at.scrollLeft;
          const end = start + Math.max(at.scrollWidth, frame.width);
          if (box.left - room < start - 0.5 || box.right + room > end + 0.5) return true;
          const top = frame.top - at.scrollTop;
          const bottom = top + Math.max(at.scrollHeight, frame.height);
          if (box.top - room < top - 0.5 || box.bottom + room > bottom + 0.5) return true;
        }
        return false;
      };
      const dim = list(CONTROLS).filter((e) => !e.disabled && !clear(e));
      before?.focus?.({ preventScroll: true });
      return dim;
    },
    /** The page never scrolls sideways, what does is a named region, and no words are cut off. */
    sideways: () => {
      const page = document.documentElement;
      const wide = page.scrollWidth > page.clientWidth ? [page] : [];
      return [...wide, ...list("body *").filter((e) => {
        // A field of text scrolls what is typed into it.
        if (e.matches("input") || e.clientWidth <= 1 || e.scrollWidth <= e.clientWidth + 1)
          return false;
        // Drawn by itself, a section of the guide cuts off what stands out further than this.
        if (e.matches("#guide > .section") && e.scrollWidth > e.clientWidth + 12) return true;
        const { overflowX } = style(e);
        if (overflowX === "hidden" || overflowX === "clip") return true;
        const named = e.getAttribute("aria-label") && e.getAttribute("role") === "region";
        return ["auto", "scroll"].includes(overflowX) && !(named && e.tabIndex === 0);
      })];
    },
    /** What is pressed is 24 px or more each way, an option 44. */
    target: () =>
      list(CONTROLS).filter((e) => {
        const at = target(e);
        if (at.matches("[tabindex]:not(a, button)") || at.matches(".skip") || inline(at)) return false;
        const least = at.matches(".option, .matrix-row label") ? 44 : 24;
        const { width, height } = at.getBoundingClientRect();
        return width < least - 0.1 || height < least - 0.1;
      }),
    /** A chart has a name and a line on how to read it, its numbers in words, and a table. */
    chart: () =>
      list("#live .bars:not(:empty), #live .robustness, #live .growth").filter((e) => {
        const section = e.closest("section[aria-labelledby]");
        const name = section && document.getElementById(section.getAttribute("aria-labelledby"));
        const parts = e.matches(".bars") ? [...e.children] : [];
        const numbered = parts.every((at) => /\d/.test(at.querySelector(".points")?.textContent))
          || e.closest("details")?.querySelector("table");
        // Where nobody leads there is no sum to show; the numbers beside the bars are all there is.
        const table = !main.dataset.leader
          || document.querySelector("#live section table.plain td.number");
        // The ranking needs no line on how to read it: its points stand beside its bars.
        const read = e.matches(".ranking") ? name
          : e.matches(".breakdown, .growth") ? e.previousElementSibling.closest("p.small")
          : section?.querySelector("p.small");
        return !(name && words(name) && read && words(read) && numbered && table);
      }),
    /** A picture is hidden from those who listen, or has a name. */
    picture: () =>
      list("svg").filter((e) => {
        const named = e.getAttribute("aria-label") || e.querySelector("title");
        return e.getAttribute("aria-hidden") !== "true" && !(e.getAttribute("role") === "img" && named);
      }),
    /** Without colour: against is hatched, a rival's bar is hollow, links in a text are underlined. */
    grey: () => [
      ...list(".bar-against").filter((e) => !style(e).fill.startsWith("url(")),
      ...list(".bar-open, .dots-hollow").filter((e) =>
        ![style(document.documentElement).backgroundColor, "none"].includes(style(e).fill)),
      ...list(":is(p, li, td, dd) a:not(.button, .source, nav *)").filter(
        (e) => style(e).textDecorationLine !== "underline"),
    ],
    /** Nothing moves by itself, and nothing glides. */
    motion: () => {
      const glides = list("*").filter((e) => {
        const { transitionDuration, scrollBehavior, animationName } = style(e);
        return parseFloat(transitionDuration) > 0 || scrollBehavior !== "auto" || animationName !== "none";
      });
      return [...glides, ...document.getAnimations().map((at) => at.effect.target)];
    },
    /** No words that only a mouse can find. */
    hover: () => list("[title]"),
    /** Where the progress is drawn, a line says it. */
    progress: () =>
      list(".progress").filter((e) =>
        e.getAttribute("aria-hidden") !== "true" || !words(e.parentElement.querySelector(".status"))),
  };
  // What is far below is not drawn until it comes near; the rules look at all of it.
  for (const far of document.querySelectorAll("#guide > .section")) far.style.contentVisibility = "visible";
  return names.flatMap((name) => rules[name]().map((e) => `${name}: ${spot(e)}`));
};
