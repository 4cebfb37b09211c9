/** The tree of shares in an answer, as flat lists. */

/** @typedef {{of: string[], percentagePoints: number, within: Share[]}} Share */

/** The leaves below a share: one reading, or several that act together only. @param {Share} share @returns {Share[]} */
function leaves(share) {
  return share.within.length === 0 ? [share] : share.within.flatMap(leaves);
}

/**
 * Shares of barriers, drivers and assumptions, the largest first.
 * @param {import("./comparison.js").Pair[]} pairs
 * @returns {{id: string, shares: (number | undefined)[]}[]} a share for each pair
 */
export function groupShares(pairs) {
  return ranked(pairs, (answer) => [...answer.becauseOfReadings.within, ...answer.becauseOfAssumptions.within]);
}

/** Shares of single readings. @param {import("./comparison.js").Pair[]} pairs */
export function readingShares(pairs) {
  return ranked(pairs, (answer) => answer.becauseOfReadings.within.flatMap(leaves));
}

/**
 * Readings and what they add, the largest first; several in one where they were too many to separate.
 * @param {any} answer @returns {Share[]}
 */
export const byReading = ({ becauseOfReadings }) =>
  leaves(becauseOfReadings).sort((one, other) => Math.abs(other.percentagePoints) - Math.abs(one.percentagePoints));

/** @param {import("./comparison.js").Pair[]} pairs @param {(answer: any) => Share[]} list */
function ranked(pairs, list) {
  /** @type {Map<string, (number | undefined)[]>} */
  const rows = new Map();
  pairs.forEach(({ answer }, column) => {
    for (const share of list(answer)) {
      for (const id of share.of) {
        const shares = rows.get(id) ?? pairs.map(() => undefined);
        shares[column] = share.percentagePoints;
        rows.set(id, shares);
      }
    }
  });
  const size = (/** @type {(number | undefined)[]} */ shares) => Math.max(...shares.map((share) => Math.abs(share ?? 0)));
  return [...rows].map(([id, shares]) => ({ id, shares })).sort((one, other) => size(other.shares) - size(one.shares));
}

const ASSUMPTIONS = /** @type {Record<string, string>} */ ({
  horizonYears: "Horizon", baseRatePercent: "Base rate", weights: "Weights", emphasis: "Emphasis", cutPoints: "Cut values", without: "Rules left out",
});

/** @param {any} book @param {string} id of a group or of a kind of assumption @param {"label" | "short"} [length] */
export const shareName = (book, id, length = "label") =>
  book.groups.find((/** @type {any} */ group) => group.id === id)?.[length] ?? ASSUMPTIONS[id] ?? id;
