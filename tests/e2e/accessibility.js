// Accessibility rules that axe does not have. `violations(names)` checks the page as it is now by
// the named rules, and returns each violation as `rule: element`. It does not wait for the page to
// settle.
const violations = (names) => {
  const shown = (e) => e.checkVisibility({ visibilityProperty: true });
  const list = (css, within = document) => [...within.querySelectorAll(css)].filter(shown);
  const words = (e) => e.textContent.replace(/\s+/g, " ").trim();
  const spot = (e) => e.outerHTML.replace(/\s+/g, " ").slice(0, 110);
  const style = (e) => getComputedStyle(e);
  const main = document.querySelector("main");
  const CONTROLS = "a[href], button, input, summary, select, textarea, [tabindex='0']";

  /** The element that takes the click: the label around an input, or the control itself. */
  const target = (e) => (e.matches("input") && e.closest("label")) || e;
  /** Whether a link is part of a sentence, so that the text sets its size. */
  const inline = (e) => {
    if (!style(e).display.startsWith("inline") || e.matches("input, .button")) return false;
    const around = e.closest("p, li, dd, td, caption, legend, h2, h3");
    return around !== null && words(around).length > words(e).length + 2;
  };
  const answers = () =>
    list("main input[name]").filter((e) => !/^(compare|own-|compare-own-)/.test(e.name));

  const rules = {
    /** Every answer control is in a fieldset whose first child is a legend with text. */
    legend: () =>
      answers().filter((e) => {
        const first = e.closest("fieldset")?.firstElementChild;
        return first?.localName !== "legend" || words(first) === "";
      }),
    /** Only stored answers are selected. A listening context defaults to never, a weight to 1. The
     * page Noise asks nothing: it begins with the places of the quiz and with our defaults. */
    preselected: () => {
      if (list("main")[0].dataset.view === "noise") return [];
      const stored = JSON.parse(localStorage.getItem("headphones-or-iems") ?? "{}");
      const wanted = (e) => {
        const topic = e.name.replace(/^importance-/, "");
        if (topic !== e.name) return stored.importance?.[topic]?.chose ?? ["1"];
        const initial = e.name.startsWith("scene-") ? ["never"] : [];
        return stored.answers?.[e.name]?.chose ?? initial;
      };
      return answers().filter((e) => e.checked !== wanted(e).includes(e.value));
    },
    /** After navigation, the heading has focus and the title names the view. */
    arrival: () => {
      const heading = list("main h1")[0];
      const misplaced = document.activeElement !== heading ? [document.activeElement] : [];
      const isTitled = / – Headphones or IEMs$/.test(document.title);
      return isTitled ? misplaced : [...misplaced, document.head];
    },
    /** Continuing without an answer focuses an error summary that links to the first option. */
    summary: () => {
      const problem = list("#problem[role=alert]")[0];
      const has = problem?.contains(document.activeElement) && list("button, a", problem).length;
      return has ? [] : [main];
    },
    /** A focused control has an outline that differs from the background and is not clipped. */
    focus: () => {
      const before = document.activeElement;
      const isClear = (e) => {
        e.focus({ focusVisible: true, preventScroll: true });
        if (document.activeElement !== e) return false;
        const outlined = [e, e.closest("label")].filter(Boolean).find((at) => {
          const { outlineStyle, outlineWidth, outlineColor } = style(at);
          const differs = outlineColor !== style(document.documentElement).backgroundColor;
          return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && differs;
        });
        return outlined !== undefined && !isClipped(outlined);
      };
      const isClipped = (e) => {
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
      const unclear = list(CONTROLS).filter((e) => !e.disabled && !isClear(e));
      before?.focus?.({ preventScroll: true });
      return unclear;
    },
    /** The page does not scroll sideways, scrollable regions have names, and no text is clipped. */
    sideways: () => {
      const page = document.documentElement;
      const wide = page.scrollWidth > page.clientWidth ? [page] : [];
      return [...wide, ...list("body *").filter((e) => {
        // A text input scrolls its own value.
        if (e.matches("input") || e.clientWidth <= 1 || e.scrollWidth <= e.clientWidth + 1)
          return false;
        // `content-visibility` clips a section of the guide beyond a margin of 12 px.
        if (e.matches("#guide > .section") && e.scrollWidth > e.clientWidth + 12) return true;
        const { overflowX } = style(e);
        if (overflowX === "hidden" || overflowX === "clip") return true;
        const named = e.getAttribute("aria-label") && e.getAttribute("role") === "region";
        return ["auto", "scroll"].includes(overflowX) && !(named && e.tabIndex === 0);
      })];
    },
    /** Targets measure at least 24 by 24 CSS px, answer options at least 44 by 44. */
    target: () =>
      list(CONTROLS).filter((e) => {
        const at = target(e);
        if (at.matches("[tabindex]:not(a, button), .skip") || inline(at)) return false;
        const least = at.matches(".option, .matrix-row label") ? 44 : 24;
        const { width, height } = at.getBoundingClientRect();
        return width < least - 0.1 || height < least - 0.1;
      }),
    /** A chart has a name, a note on how to read it, its numbers as text, and a table. */
    chart: () =>
      list("#live .bars:not(:empty), #live .robustness, #live .growth").filter((e) => {
        const section = e.closest("[aria-labelledby]");
        const name = section && document.getElementById(section.getAttribute("aria-labelledby"));
        const parts = e.matches(".bars") ? [...e.children] : [];
        const numbered = parts.every((at) => /\d/.test(at.querySelector(".points")?.textContent))
          || e.closest(".as-table")?.querySelector("table");
        // Without a leader there is no table: the numbers beside the bars are complete.
        const table = !main.dataset.leader
          || document.querySelector("#live section table.plain td.number");
        // The ranking needs no note, because its points are beside its bars.
        const note = e.matches(".ranking") ? name
          : e.matches(".breakdown, .growth") ? e.previousElementSibling?.closest("p.small")
          : section?.querySelector("p.small");
        return !(name && words(name) && note && words(note) && numbered && table);
      }),
    /** An illustration or icon is hidden from screen readers, or is an image with a name. */
    picture: () =>
      list("svg").filter((e) => {
        const named = e.getAttribute("aria-label") || e.querySelector("title");
        const isNamedImage = e.getAttribute("role") === "img" && named;
        return e.getAttribute("aria-hidden") !== "true" && !isNamedImage;
      }),
    /** Nothing relies on colour alone: negative bars are hatched, a rival's bars and dots are
        hollow, and links in text are underlined. */
    grey: () => [
      ...list(".bar-against").filter((e) => !style(e).fill.startsWith("url(")),
      ...list(".bar-open, .dots-hollow").filter((e) =>
        ![style(document.documentElement).backgroundColor, "none"].includes(style(e).fill)),
      ...list(":is(p, li, td, dd) a:not(.button, .source, nav *)").filter(
        (e) => style(e).textDecorationLine !== "underline"),
    ],
    /** There are no animations, transitions or smooth scrolling. */
    motion: () => {
      const animated = list("*").filter((e) => {
        const { transitionDuration, scrollBehavior, animationName } = style(e);
        return parseFloat(transitionDuration) > 0 || scrollBehavior !== "auto"
          || animationName !== "none";
      });
      return [...animated, ...document.getAnimations().map((at) => at.effect.target)];
    },
    /** No text is only in a tooltip, which needs a mouse. */
    hover: () => list("[title]"),
    /** A progress bar is hidden from screen readers, and a status line says the same. */
    progress: () =>
      list(".progress").filter((e) => {
        const status = e.parentElement.querySelector(".status");
        return e.getAttribute("aria-hidden") !== "true" || !words(status);
      }),
  };
  // Open what is closed, and render the sections that `content-visibility` skips, so that
  // the rules check all of them.
  for (const closed of document.querySelectorAll("main :is(.fold, .further, .all-types)")) closed.open = true;
  for (const section of document.querySelectorAll("#guide > .section"))
    section.style.contentVisibility = "visible";
  return names.flatMap((name) => rules[name]().map((e) => `${name}: ${spot(e)}`));
};
