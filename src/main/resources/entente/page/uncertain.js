/** What readings are changed to: a value, a range whose values are more or less probable, or weights on grades. */

import { count, GRADES, measure, sized, withPercent, words } from "./format.js";
import { bordersOf, gradeIndex, rounded, step } from "./scale.js";

/**
 * @typedef {"uniform" | "triangular"} Shape
 * @typedef {{value: number, low: number, high: number, distribution?: Shape}} Range without a distribution: taken as uniform
 * @typedef {{grades: Record<string, number>, value?: number}} Weights probabilities by grade, which add up to 1
 * @typedef {Range | Weights} Uncertain in the form of a scenario file
 * @typedef {number | null | Uncertain} Change of a reading; null: unknown
 */

/** @type {{id: Shape, name: string}[]} */
export const SHAPES = [{ id: "uniform", name: "Uniform" }, { id: "triangular", name: "Triangular" }];

/** The grades of weights in their order: the highest first, as anchors are listed. */
export const WEIGHTED = [...GRADES].reverse().concat("UNKNOWN");

/** @param {Change | undefined} change @returns {change is Uncertain} */
export const isUncertain = (change) => typeof change === "object" && change !== null;

/** @param {Change | undefined} change @returns {change is Range} */
export const isRange = (change) => isUncertain(change) && "low" in change;

/** @param {Change | undefined} change @returns {change is Weights} */
export const isWeights = (change) => isUncertain(change) && "grades" in change;

/** What the verdict takes. @param {Change} change @returns {number | null} */
export const valueOf = (change) => (isUncertain(change) ? change.value ?? null : change);

/** @param {any} reading of a resolved scenario @returns {Uncertain | null} */
export function given(reading) {
  if (reading.grades) {
    return { grades: ordered(reading.grades), ...(reading.value === undefined ? {} : { value: reading.value }) };
  }
  const { value, low, high, distribution } = reading;
  return low < high ? { value, low, high, ...(distribution ? { distribution } : {}) } : null;
}

/** Equal weights are equal texts. @param {Record<string, number>} grades */
const ordered = (grades) => Object.fromEntries(["UNKNOWN", ...GRADES].filter((each) => grades[each] > 0).map((each) => [each, grades[each]]));

/** @param {Change | undefined} one @param {Change | undefined} other */
export const same = (one, other) => one === other || (isUncertain(one) && isUncertain(other) && JSON.stringify(one) === JSON.stringify(other));

/** The readings that two sets of changes have otherwise. @param {Record<string, Change>} one @param {Record<string, Change>} other */
export const differing = (one, other) => Object.keys({ ...one, ...other }).filter((id) => !same(one[id], other[id]));

/** A reading in the form of a scenario file. @param {Change} change */
const asReading = (change) => (change === null ? { status: "unknown" }
  : isWeights(change) || isRange(change) ? { ...change, status: "assumed" } : { value: change, status: "assumed" });

/**
 * A scenario with changes, in the form of a file.
 * @param {{id: string, title: string, file: any, changes: Record<string, Change>, assumptions: object}} from file: what is changed, if the service does not have it
 */
export function changedScenario({ id, title, file, changes, assumptions }) {
  const readings = Object.fromEntries(Object.entries(changes).map(([indicator, change]) => [indicator, asReading(change)]));
  const named = { schemaVersion: "1", id: `${id}-changed`, title: `${title}, changed` };
  const scenario = file
    ? { ...file, ...named, assumptions: undefined, readings: { ...file.readings, ...readings } }
    : { ...named, extends: id, readings };
  return Object.keys(assumptions).length === 0 ? scenario : { ...scenario, assumptions };
}

/** The value that the command line takes for a range that is given by its ends. @param {any} indicator @param {Range} range */
function middle(indicator, { low, high }) {
  const half = Number(((low + high) / 2).toFixed(6));
  return indicator.whole ? Math.floor(half) : half;
}

/**
 * As --set takes it; null: it has no short form. The probabilities of a uniform range are the same for each value in it.
 * @param {any} indicator @param {Change} change @param {boolean} explored whether for probabilities alone
 */
export function option(indicator, change, explored) {
  if (!isRange(change)) {
    return written(change);
  }
  const { value, low, high, distribution } = change;
  return distribution === "triangular" ? `${low}..${value}..${high}`
    : explored || value === middle(indicator, change) ? `${low}..${high}` : null;
}

/** As the address has it. @param {Change} change */
export function written(change) {
  if (isWeights(change)) {
    return Object.entries(change.grades).map(([grade, weight]) => `${grade}:${weight}`).join(",");
  }
  if (!isRange(change)) {
    return change === null ? "unknown" : String(change);
  }
  const { value, low, high, distribution } = change;
  return `${low}..${value}..${high}${distribution === "triangular" ? "" : "_uniform"}`;
}

/** What an address says of a reading; undefined if it is none. @param {any} indicator @param {string} text @returns {Change | undefined} */
export function read(indicator, text) {
  const parts = /^([^_]*)(?:_(uniform))?$/.exec(text);
  const numbers = (parts?.[1] ?? "").split("..").map((each) => (each.trim() === "" ? NaN : Number(each)));
  const [lowest, highest] = indicator.range;
  const inside = numbers.every((each) => each >= lowest && each <= highest);
  if (text === "unknown") {
    return null;
  }
  if (text.includes(":")) {
    return weightsFrom(text);
  }
  if (numbers.length === 1 && parts?.[2] === undefined) {
    return Number.isFinite(numbers[0]) ? numbers[0] : undefined;
  }
  const [low, value, high] = numbers.length === 2 ? [numbers[0], middle(indicator, { low: numbers[0], high: numbers[1], value: 0 }), numbers[1]] : numbers;
  return numbers.length <= 3 && inside && low < high && low <= value && value <= high
    ? { value, low, high, distribution: numbers.length === 2 ? "uniform" : parts?.[2] ? "uniform" : "triangular" } : undefined;
}

/** @param {string} text such as LOW:0.3,HIGH:0.7 @returns {Weights | undefined} */
function weightsFrom(text) {
  const pairs = text.split(",").map((part) => part.split(":"));
  const sum = pairs.reduce((all, [, weight]) => all + Number(weight), 0);
  const known = pairs.every(([grade, weight]) => WEIGHTED.includes(grade) && Number(weight) >= 0);
  const grades = ordered(Object.fromEntries(pairs.map(([grade, weight]) => [grade, Number(weight)])));
  return known && Math.abs(sum - 1) <= 0.002 && Object.keys(grades).some((grade) => grade !== "UNKNOWN") ? { grades } : undefined;
}

/** Around a value: half a grade to both sides, or a step. @param {any} indicator @param {number} value @returns {Range} */
export function rangeAround(indicator, value) {
  const [lowest, highest] = indicator.range;
  const borders = bordersOf(indicator);
  const cell = gradeIndex(indicator, value);
  const reach = Math.max(step(indicator), Math.min((borders[cell + 1] - borders[cell]) / 2, (highest - lowest) / 8));
  return { value, low: rounded(indicator, value - reach), high: rounded(indicator, value + reach), distribution: "triangular" };
}

/** A range with another value, which widens it where needed. @param {Range} range @param {number} value @returns {Range} */
export const withValue = (range, value) => ({ ...range, value, low: Math.min(range.low, value), high: Math.max(range.high, value) });

/**
 * A range with another end: it takes the value with it, and stops a step before the other end.
 * @param {any} indicator @param {Range} range @param {"low" | "high"} end @param {number} to @returns {Range}
 */
export function withEnd(indicator, range, end, to) {
  const { low, high } = end === "low" ? { low: Math.min(to, rounded(indicator, range.high - step(indicator))), high: range.high }
    : { low: range.low, high: Math.max(to, rounded(indicator, range.low + step(indicator))) };
  return { value: Math.min(high, Math.max(low, range.value)), low, high, distribution: range.distribution ?? "uniform" };
}

/** Weights to begin with: the grade of the value and its neighbours. @param {any} indicator @param {number | null} value @returns {Weights} */
export function weightsAround(indicator, value) {
  const at = value === null ? -1 : gradeIndex(indicator, value);
  const beside = [at - 1, at + 1].filter((each) => each >= 0 && each < GRADES.length);
  return { grades: ordered(Object.fromEntries(GRADES.map((grade, index) =>
    [grade, at < 0 ? 0.2 : index === at ? 0.6 : beside.includes(index) ? 0.4 / beside.length : 0]))) };
}

/**
 * Weights with the value of the unchanged scenario if its grade is among them, as --set takes them: the verdict stays.
 * @param {any} indicator @param {Weights} weights @param {number | undefined} value @returns {Weights}
 */
export const withOwnValue = (indicator, { grades }, value) =>
  (value !== undefined && grades[GRADES[gradeIndex(indicator, value)]] > 0 ? { grades, value } : { grades });

/** In whole percent that add up to 100. @param {Record<string, number>} shares of any sum @param {number} [sum] @returns {Record<string, number>} */
export function wholePercent(shares, sum = 100) {
  const all = Object.values(shares).reduce((total, each) => total + each, 0);
  const exact = Object.entries(shares).map(([grade, share]) => ({ grade, exact: (share / all) * sum, whole: Math.floor((share / all) * sum + 1e-9) }));
  let missing = sum - exact.reduce((total, each) => total + each.whole, 0);
  for (const each of [...exact].sort((one, other) => other.exact - other.whole - (one.exact - one.whole))) {
    each.whole += missing-- > 0 ? 1 : 0;
  }
  return Object.fromEntries(exact.map(({ grade, whole }) => [grade, whole]));
}

/**
 * Weights with another share of one grade; the others keep their proportions, and where there are none the next grade gains.
 * @param {Weights} weights @param {string} grade @param {number} percent @returns {Weights}
 */
export function withWeight({ grades }, grade, percent) {
  const own = Math.min(grade === "UNKNOWN" ? 99 : 100, Math.max(0, Math.round(percent)));
  const rest = Object.fromEntries(WEIGHTED.filter((each) => each !== grade && grades[each] > 0).map((each) => [each, grades[each]]));
  const at = GRADES.indexOf(grade);
  const known = Object.keys(rest).some((each) => each !== "UNKNOWN");
  const others = Object.keys(rest).length > 0 && (known || own > 0) ? rest : { [GRADES[at < 0 ? 2 : at === 4 ? 3 : at + 1]]: 1 };
  const whole = { ...wholePercent(others, 100 - own), [grade]: own };
  return { grades: ordered(Object.fromEntries(Object.entries(whole).map(([each, share]) => [each, share / 100]))) };
}

/** More weights than these are not listed. */
const LISTED = 2;

/** @param {Weights} weights */
function weightsInShort({ grades }) {
  const all = Object.entries(grades);
  return all.length > LISTED ? `weights on ${count(all.length, "grade")}`
    : all.map(([grade, weight]) => `${words(grade)} ${withPercent(String(Number((100 * weight).toFixed(1))))}`).join(", ");
}

/** Such as "3", "15 % (5 to 25)" or "low 30 %, high 70 %". @param {Change} change @param {any} indicator */
export const inShort = (change, indicator) => (isRange(change) ? `${sized(indicator, change.value)} (${measure(change.low)} to ${measure(change.high)})`
  : isWeights(change) ? weightsInShort(change) : sized(indicator, change));
