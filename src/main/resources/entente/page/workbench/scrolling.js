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

/** @param {HTMLElement} row @param {() => void} change */
export function keepInPlace(row, change) {
  const before = row.getBoundingClientRect().top;
  change();
  requestAnimationFrame(() => {
    const moved = row.getBoundingClientRect().top - before;
    if (Math.abs(moved) > 1) {
      scroller(row).scrollTop += moved;
    }
  });
}
