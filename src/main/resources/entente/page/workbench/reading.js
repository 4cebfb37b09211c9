/** What the left pane says about one reading, in words. */

import { band, measure, percents, unit, words } from "../format.js";
import { grade, isStepped, position } from "../scale.js";
import { inShort } from "../uncertain.js";

/** Of a source, by the letter of its grade. @type {Record<string, string>} */
export const RELIABILITY = {
  A: "reliable source", B: "usually reliable", C: "fairly reliable", D: "not usually reliable", E: "unreliable", F: "reliability not known",
};

/** What stands behind the box of a value. @param {any} indicator */
export const unitOf = (indicator) =>
  indicator.unit === "count" && indicator.range[1] < 10 ? `of ${indicator.range[1]}` : unit(indicator);

/** A value with its unit, such as "3 of 4" or "24.7 %". @param {any} indicator @param {number | null} value */
export const withUnit = (indicator, value) => (value === null ? "unknown" : `${measure(value)}\u00a0${unitOf(indicator)}`.trim());

/** The anchor that a value stands on, or the word of its grade. @param {any} indicator @param {number | null} value */
export const meaning = (indicator, value) => (value === null ? "" : indicator.anchors[value] ?? words(grade(indicator, value)));

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
  return own ? own.grades[cellOf(own.grades, value)] : sensitivity ?? undefined;
}

/** The grade of a value by the cut points in force, which assumptions may change. @param {any[]} grades @param {number} value */
const cellOf = (grades, value) => grades.filter(({ from }, index) => index > 0 && value >= from).length;

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
    const place = isStepped(indicator) ? (tip.at - indicator.range[0]) / 5 : position(indicator, tip.at);
    const left = value !== null && value >= tip.at;
    return {
      at: tip.at, place, side: left ? "left" : "right",
      band: tip.changes.includes("BAND"), result: left ? tip.below : tip.from,
    };
  });
  return found.sort((one, other) => distance(one, indicator, value) - distance(other, indicator, value));
}

/** @param {Tick} tick @param {any} indicator @param {number | null} value */
const distance = (tick, indicator, value) =>
  value === null ? tick.place : Math.abs(tick.place - position(indicator, value));

/** A value with its unit, unless that is the end of a scale. @param {any} indicator @param {number} value */
export const inWords = (indicator, value) => (indicator.whole ? measure(value) : withUnit(indicator, value));

/**
 * The values of a range in words, as on the command line: "at 4 or 5", "at 15 % or more", "from 15 % to below 25 %".
 * @param {any} indicator @param {{atLeast?: number, below?: number}} range without an end that is the end of the scale
 */
export function where(indicator, { atLeast, below }) {
  const text = (/** @type {number} */ value) => inWords(indicator, value);
  const first = atLeast ?? indicator.range[0];
  const last = below === undefined ? indicator.range[1] : indicator.whole ? below - 1 : undefined;
  if (atLeast === undefined && below === undefined) {
    return "at any value";
  }
  if (first === last) {
    return `at ${text(first)}`;
  }
  if (below === undefined) {
    return `at ${text(first)} or more`;
  }
  if (last === undefined) {
    return atLeast === undefined ? `below ${text(below)}` : `from ${text(atLeast)} to below ${text(below)}`;
  }
  return atLeast === undefined ? `at ${text(last)} or less` : `at ${text(first)} ${last === first + 1 ? "or" : "to"} ${text(last)}`;
}

/**
 * Adjacent grades whose results agree, except those around the value, as sentences.
 * @param {any} indicator @param {any[]} grades with their results @param {number | null} value
 * @param {(grade: any) => any} agree @param {(lowest: any, highest: any) => string} say
 */
function ranges(indicator, grades, value, agree, say) {
  const starts = grades.map((_, index) => index).filter((index) => index === 0 || agree(grades[index]) !== agree(grades[index - 1]));
  return starts.length < 2 ? [] : starts.map((start, index) => ({ start, end: starts[index + 1] ?? grades.length }))
    .filter(({ start, end }) => value === null || cellOf(grades, value) < start || cellOf(grades, value) >= end)
    .map(({ start, end }) => {
      const run = grades.slice(start, end).sort((one, other) => one.percent - other.percent);
      const place = where(indicator, { atLeast: start === 0 ? undefined : grades[start].from, below: grades[end - 1].below });
      return `${place[0].toUpperCase()}${place.slice(1)}: ${say(run[0], run[run.length - 1])}.`;
    });
}

/** Where another band or relationship is expected, as sentences. @param {any} indicator @param {any} own its sensitivity @param {number | null} value */
export function describe(indicator, own, value) {
  const grades = own?.grades ?? [];
  const all = [
    ...ranges(indicator, grades, value, (each) => each.band, (low, high) => `${band(low.band).term}, ${percents(low.percent, high.percent)}`),
    ...ranges(indicator, grades, value, (each) => each.relationship, ({ relationship }) => (relationship ? words(relationship) : "open")),
  ];
  return all.length === 0 ? "No value of this reading alone changes the band or the relationship." : all.join(" ");
}

/** Where a reading came from, such as "known, usually reliable" or "assumed, was 3". @param {import("../store.js").Store} store @param {any} indicator */
export function status(store, indicator) {
  const baseline = store.baselineReading(indicator.id);
  const kind = store.value(indicator.id) === null ? "unknown" : store.isChanged(indicator.id) ? "assumed" : baseline.status;
  if (store.isChanged(indicator.id)) {
    return { kind, text: `${store.uncertain(indicator.id) === null ? kind : "uncertain"}, was ${inShort(store.unchanged(indicator.id), indicator)}` };
  }
  return { kind, text: kind === "known" && baseline.grade ? `known, ${RELIABILITY[baseline.grade[0]]}` : kind };
}

/** What a rating would narrow. @param {any} assessment @param {any} sensitivity @param {string} indicator */
export function narrows(assessment, sensitivity, indicator) {
  const own = ofReading(sensitivity, indicator);
  if (!own) {
    return "A rating alone changes nothing.";
  }
  const found = assessment.findOutNext.find((/** @type {any} */ each) => each.indicator === indicator);
  const spread = `Once rated, ${percents(own.low.percent, own.high.percent)}`;
  return found ? `${spread}; narrows the interval by ${found.narrowsPercent.toFixed(1)} percentage points.` : `${spread}.`;
}

/**
 * What was typed into the box of a value.
 * @param {any} indicator @param {string} text
 * @returns {{value?: number | null, error?: string}} neither: nothing was typed
 */
export function typed(indicator, text) {
  const plain = text.trim().toLowerCase().replace("\u2212", "-");
  if (plain === "") {
    return {};
  }
  if (["unknown", "u", "-", "\u2013", "?"].includes(plain)) {
    return { value: null };
  }
  const value = Number(plain.replace(/^(-?\d*),(\d*)$/, "$1.$2").replace(/\s*%$/, ""));
  const [lowest, highest] = indicator.range;
  const asked = `${indicator.whole ? "a whole number" : "a number"} from ${measure(lowest)} to ${measure(highest)}`;
  if (!Number.isFinite(value) || value < lowest || value > highest || (indicator.whole && !Number.isInteger(value))) {
    return { error: `Type ${asked}, or "unknown".` };
  }
  return { value };
}
