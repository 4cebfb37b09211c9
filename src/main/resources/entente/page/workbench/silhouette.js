/** How probable the values of an uncertain reading are, as a shape over its track. Drawn only: the figures are the service's. */

import { svg } from "lit";
import { GRADES } from "../format.js";
import { isStepped, position, valueAt } from "../scale.js";

/** @typedef {import("../uncertain.js").Range} Range */

const SAMPLES = 24;

/** Whole numbers stand for the values that round to them. @param {any} indicator */
const margin = (indicator) => (indicator.whole ? 0.5 : 0);

/** In percent of the width. @param {any} indicator @param {number} value */
function place(indicator, value) {
  const [lowest, highest] = indicator.range;
  return 100 * Math.min(1, Math.max(0, isStepped(indicator) ? (value - lowest + 0.5) / 5 : position(indicator, Math.min(highest, Math.max(lowest, value)))));
}

/** Where the handle of an end is, 0 to 1: at the outer border of a grade that is one value. @param {any} indicator @param {"low" | "high"} end @param {number} value */
export const endPlace = (indicator, end, value) =>
  (isStepped(indicator) ? place(indicator, end === "low" ? value - 0.5 : value + 0.5) / 100 : position(indicator, value));

/** The end at a place, the inverse. @param {any} indicator @param {"low" | "high"} end @param {number} at 0 to 1 */
export function endAt(indicator, end, at) {
  const [lowest, highest] = indicator.range;
  return isStepped(indicator) ? Math.min(highest, Math.max(lowest, lowest + Math.round(at * 5) - (end === "low" ? 0 : 1))) : valueAt(indicator, at);
}

/** Density at a value, 1 at its highest. @param {Range} range @param {number} low @param {number} high @param {number} value */
function height({ value: peak, distribution }, low, high, value) {
  if (distribution === "triangular") {
    return value === peak ? 1 : value < peak ? (value - low) / (peak - low) : (high - value) / (high - peak);
  }
  return distribution === "normal" ? Math.exp(-8 * ((value - peak) / (high - low)) ** 2) : 1;
}

/** @param {any} indicator @param {Range} range @param {boolean} changed */
export function silhouette(indicator, range, changed) {
  const low = range.low - margin(indicator);
  const high = range.high + margin(indicator);
  const cuts = indicator.cutPoints.map((/** @type {any} */ cut) => cut.from - margin(indicator)).filter((/** @type {number} */ cut) => cut > low && cut < high);
  const values = [low, high, range.value, ...cuts,
    ...(range.distribution === "normal" ? Array.from({ length: SAMPLES }, (_, index) => low + ((index + 0.5) / SAMPLES) * (high - low)) : [])].sort((one, other) => one - other);
  const top = values.map((value) => `${place(indicator, value).toFixed(2)} ${(12 - 12 * height(range, low, high, value)).toFixed(2)}`);
  const [from, to] = [place(indicator, low), place(indicator, high)];
  return svg`
    <svg x="0" y="7" width="100%" height="13" viewBox="0 0 100 12" preserveAspectRatio="none" class="lane">
      <path class=${changed ? "spread changed-spread" : "spread"} d="M${from.toFixed(2)} 12L${top.join("L")}L${to.toFixed(2)} 12z"/>
    </svg>`;
}

/** Bars over the five grades. @param {Record<string, number>} grades @param {boolean} changed */
export const weightBars = (grades, changed) => GRADES.map((grade, index) => svg`
  <rect class="cell" x=${`${index * 20 + 0.4}%`} width="19.2%" y="27" height="3"/>
  ${grades[grade] > 0 ? svg`<rect class=${changed ? "spread changed-spread" : "spread"} x=${`${index * 20 + 0.4}%`} width="19.2%"
    y=${(28 - 24 * grades[grade]).toFixed(1)} height=${(24 * grades[grade] + 2).toFixed(1)}/>` : ""}`);
