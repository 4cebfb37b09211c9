/** What lies between two steps: readings, rules, ceiling, likelihood. Only what the service answered is told. */

import { same } from "../uncertain.js";

/** Sum of points without the noise of binary fractions. @param {number[]} values */
export const total = (values) => values.reduce((sum, value) => sum + Math.round(value * 100), 0) / 100;

/** @param {any} assessment @returns {Map<string, any>} rules that count, by id */
const fired = (assessment) =>
  new Map(assessment.ledger.filter((/** @type {any} */ row) => row.status === "FIRED").map((/** @type {any} */ row) => [row.rule, row]));

/** Points that ceilings take away. @param {any} assessment */
const ceiling = (assessment) => -total(assessment.points.ceilings.map((/** @type {any} */ each) => each.takenBack));

/**
 * Rules that count in one assessment and not in the other.
 * @param {any} from @param {any} to
 * @returns {{on: any[], off: any[]}} rows of the ledger; those that no longer count with the points that they had
 */
export function switched(from, to) {
  const before = fired(from);
  const after = fired(to);
  return {
    on: [...after.values()].filter((row) => !before.has(row.rule)),
    off: [...before.values()].filter((row) => !after.has(row.rule)),
  };
}

/**
 * The last move of a store, or null before the first.
 * @param {import("../store.js").Store} store
 */
export function lastMove(store) {
  const { transition, previous, assessment } = store.state;
  if (transition === null || previous === null) {
    return null;
  }
  const { from, to, kind } = transition;
  const names = [...new Set([...Object.keys(from.changes), ...Object.keys(to.changes)])];
  const readings = names
    .map((indicator) => ({ indicator, from: store.reading(indicator, from), to: store.reading(indicator, to) }))
    .filter((each) => !same(each.from, each.to));
  const { on, off } = switched(previous, assessment);
  const before = previous.verdict;
  const after = assessment.verdict;
  return {
    kind,
    label: to.label,
    readings,
    assumptions: JSON.stringify(from.assumptions) !== JSON.stringify(to.assumptions),
    on: { count: on.length, points: total(on.map((row) => row.alliancePoints)) },
    off: { count: off.length, points: total(off.map((row) => -row.alliancePoints)) },
    ceiling: total([ceiling(assessment), -ceiling(previous)]),
    before,
    after,
    relationship: before.relationship === after.relationship ? null : after.relationship,
  };
}
