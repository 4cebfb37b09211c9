/** Where the keys of a slider lead on a graded track. */

import { gradeIndex, isStepped, step, valueAt } from "../scale.js";

/**
 * By a step, by a grade, to an end; an unknown reading starts in the middle.
 * @param {any} indicator @param {number | null} value @param {string} key @returns {number | undefined}
 */
export function keyTarget(indicator, value, key) {
  const { range, cutPoints } = indicator;
  const [lowest, highest] = range;
  if (key === "Home" || key === "End") {
    return key === "Home" ? lowest : highest;
  }
  const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 5, PageDown: -5 }[key];
  if (by === undefined) {
    return undefined;
  }
  if (value === null) {
    return valueAt(indicator, 0.5);
  }
  if (Math.abs(by) === 5) {
    const grade = gradeIndex(indicator, value) + Math.sign(by);
    const from = grade <= 0 ? lowest : cutPoints[grade - 1]?.from ?? highest;
    return isStepped(indicator) ? Math.min(highest, Math.max(lowest, value + Math.sign(by))) : from;
  }
  const next = Number((value + by * step(indicator)).toFixed(3));
  return Math.min(highest, Math.max(lowest, next));
}
