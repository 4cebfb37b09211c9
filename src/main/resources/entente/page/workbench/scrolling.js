/** Rows in use stay where they are on the screen, though rows above them become shorter. */

/** What scrolls around an element. @param {HTMLElement} element @returns {Element} */
function scroller(element) {
  for (let each = element.parentElement; each; each = each.parentElement) {
    if (each.scrollHeight > each.clientHeight + 1 && ["auto", "scroll"].includes(getComputedStyle(each).overflowY)) {
      return each;
    }
  }
  return document.scrollingElement ?? document.documentElement;
}

/** Whether the anchors of another row can close without moving this one. @param {Element | null} other @param {HTMLElement} row */
export function mayClose(other, row) {
  const ladder = other?.parentElement?.querySelector("anchor-ladder");
  const above = other !== null && (other.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return !ladder || !above || scroller(row).scrollTop >= ladder.clientHeight;
}

/**
 * Before the next event, so that a click ends where it began.
 * @param {HTMLElement} row @param {HTMLElement} pane @param {() => void} change
 */
export async function keepInPlace(row, pane, change) {
  const before = row.getBoundingClientRect().top;
  change();
  for (const name of ["readings-pane", "barrier-row", "reading-row"]) {
    const parts = /** @type {import("lit").LitElement[]} */ ([pane, ...pane.querySelectorAll(name)].filter((each) => each.localName === name));
    await Promise.all(parts.map((each) => each.updateComplete));
  }
  const moved = row.getBoundingClientRect().top - before;
  if (Math.abs(moved) > 1) {
    scroller(row).scrollTop += moved;
  }
}
