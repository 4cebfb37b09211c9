/** What the left pane says about one reading, in words. */

import { band, measure, percent, unit, words } from "../format.js";
import { gradeIndex } from "../scale.js";
import { inShort } from "../uncertain.js";

/** A label without the list in brackets at its end, which the help shows. @param {any} indicator @returns {string} */
export const label = (indicator) => indicator.label.replace(/ \([^()]*\)$/, "");

/** What stands behind the box of a value. @param {any} indicator */
export const unitOf = (indicator) =>
  indicator.unit === "count" && indicator.range[1] < 10 ? `of ${indicator.range[1]}` : unit(indicator);

/** A value with its unit, such as "3 of 4" or "24.7 %". @param {any} indicator @param {number | null} value */
export function withUnit(indicator, value) {
  return value === null ? "unknown" : `${measure(value)} ${unitOf(indicator)}`.trim();
}

/** The anchor that a value stands on, or the word of its grade. @param {any} indicator @param {number | null} value */
export function meaning(indicator, value) {
  if (value === null) {
    return "";
  }
  return indicator.anchors[value] ?? words(["VERY_LOW", "LOW", "MODERATE", "HIGH", "VERY_HIGH"][gradeIndex(indicator, value)]);
}

/** As a screen reader says it: "3 of 4, broad economic measures". @param {any} indicator @param {number | null} value */
export const spoken = (indicator, value) =>
  value === null ? "unknown" : `${withUnit(indicator, value)}, ${meaning(indicator, value)}`;

/**
 * The result at a value when this reading alone is moved.
 * @param {any} indicator @param {any} sensitivity of the scenario @param {number} value
 * @returns {{percent: number, band: string} | undefined}
 */
export function resultAt(indicator, sensitivity, value) {
  const own = ofReading(sensitivity, indicator.id);
  return own ? own.grades[gradeIndex(indicator, value)] : sensitivity ?? undefined;
}

/** @param {any} sensitivity @param {string} indicator @returns {any} undefined for a reading that changes nothing alone */
export const ofReading = (sensitivity, indicator) =>
  sensitivity?.readings.find((/** @type {any} */ each) => each.indicator === indicator);

/** @param {any} sensitivity @param {string} indicator */
export const tipsBand = (sensitivity, indicator) =>
  (ofReading(sensitivity, indicator)?.tippingPoints ?? []).some((/** @type {any} */ tip) => tip.changes.includes("BAND"));

/**
 * @typedef {object} Tick a cut at which band or relationship change
 * @property {number} at the cut value
 * @property {number} place 0 to 1 on the track
 * @property {"left" | "right"} side of the value that counts now
 * @property {boolean} band whether the band changes, or only the relationship
 * @property {any} result beyond the cut, as seen from the value
 */

/** From the nearest to the farthest on each side. @param {any} indicator @param {any} own @param {number | null} value @returns {Tick[]} */
export function ticks(indicator, own, value) {
  /** @type {Tick[]} */
  const found = (own?.tippingPoints ?? []).map((/** @type {any} */ tip) => {
    const cut = indicator.cutPoints.findIndex((/** @type {any} */ each) => each.from === tip.at);
    const left = value !== null && value >= tip.at;
    return {
      at: tip.at, place: (cut + 1) / 5, side: left ? "left" : "right",
      band: tip.changes.includes("BAND"), result: left ? tip.below : tip.from,
    };
  });
  return found.sort((one, other) => distance(one, indicator, value) - distance(other, indicator, value));
}

/** @param {Tick} tick @param {any} indicator @param {number | null} value */
const distance = (tick, indicator, value) =>
  value === null ? tick.place : Math.abs(tick.place - (gradeIndex(indicator, value) + 0.5) / 5);

/** The ticks as a sentence. @param {any} indicator @param {Tick[]} all */
export function describe(indicator, all) {
  if (all.length === 0) {
    return "No value of this reading alone changes the band or the relationship.";
  }
  return all.map((tick) => {
    const where = tick.side === "left" ? "Below" : "From";
    const what = tick.band ? `${band(tick.result.band).term}, ${percent(tick.result.percent)}` : words(tick.result.relationship);
    return `${where} ${withUnit(indicator, tick.at)}: ${what}.`;
  }).join(" ");
}

/** Where a reading came from, such as "known B2" or "assumed, was 3". @param {import("../store.js").Store} store @param {any} indicator */
export function status(store, indicator) {
  const baseline = store.baselineReading(indicator.id);
  const kind = store.value(indicator.id) === null ? "unknown" : store.isChanged(indicator.id) ? "assumed" : baseline.status;
  if (store.isChanged(indicator.id)) {
    return { kind, text: `${store.uncertain(indicator.id) === null ? kind : "uncertain"}, was ${inShort(store.unchanged(indicator.id))}` };
  }
  return { kind, text: kind === "known" && baseline.grade ? `known ${baseline.grade}` : kind };
}

/** What a rating would narrow. @param {any} assessment @param {any} sensitivity @param {string} indicator */
export function narrows(assessment, sensitivity, indicator) {
  const own = ofReading(sensitivity, indicator);
  if (!own) {
    return "A rating alone changes nothing.";
  }
  const found = assessment.findOutNext.find((/** @type {any} */ each) => each.indicator === indicator);
  const spread = `Once rated, ${own.low.percent.toFixed(1)} to ${percent(own.high.percent)}`;
  return found ? `${spread}; narrows the interval by ${found.narrowsPercent.toFixed(1)} percentage points.` : `${spread}.`;
}

/** Whether the anchors are listed one by one. @param {any} indicator */
export const hasLadder = (indicator) => Object.keys(indicator.anchors).length > 0;
