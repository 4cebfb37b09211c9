/** Positions in drawings. Nothing here decides a verdict. */

import { GRADES } from "./format.js";

/** Points of a likelihood: ten times the base-10 logarithm of its odds. @param {number} percent */
export const points = (percent) => 10 * Math.log10(percent / (100 - percent));

/** The inverse of points, in percent. @param {number} value */
export const percentOf = (value) => 100 / (1 + 10 ** (-value / 10));

/** The axis of likelihood runs from -END to END points: 0.1 to 99.9 percent. */
export const END = 30;

/** Where points stand on the axis of likelihood, 0 to 1; what lies beyond is held at its ends. @param {number} value */
export const placeOfPoints = (value) => Math.min(1, Math.max(0, (value + END) / (2 * END)));

/** Where a likelihood stands on the axis, 0 to 1: every drawing of likelihoods places them by this. @param {number} percent */
export const placeOf = (percent) => placeOfPoints(points(percent));

/** The same as a length of a drawing that is as wide as the axis. @param {number} percent */
export const across = (percent) => `${(100 * placeOf(percent)).toFixed(2)}%`;

/** Whether each grade is one value, so that a thumb snaps to the middle of a cell. @param {any} indicator */
export const isStepped = (indicator) => indicator.unit === "ordinal" && indicator.range[1] - indicator.range[0] === 4;

/** Both ends of each grade, one after the other. @param {any} indicator @returns {number[]} */
export const bordersOf = ({ range, cutPoints }) => [range[0], ...cutPoints.map((/** @type {any} */ cut) => cut.from), range[1]];

/** A value inside the range. @param {any} indicator @param {number} value */
export const within = ({ range }, value) => Math.min(range[1], Math.max(range[0], value));

/**
 * Where a value stands on a track of five equal cells, 0 to 1: linear within the cell of its grade.
 * @param {any} indicator @param {number} value
 */
export function position(indicator, value) {
  if (isStepped(indicator)) {
    return (value - indicator.range[0] + 0.5) / (indicator.range[1] - indicator.range[0] + 1);
  }
  const borders = bordersOf(indicator);
  const cell = gradeIndex(indicator, value);
  const from = borders[cell];
  const to = borders[cell + 1];
  const part = to > from ? (value - from) / (to - from) : 0.5;
  return (cell + Math.min(1, Math.max(0, part))) / 5;
}

/** The value at a position of the track, the inverse of position. @param {any} indicator @param {number} place 0 to 1 */
export function valueAt(indicator, place) {
  const inside = Math.min(1, Math.max(0, place));
  if (isStepped(indicator)) {
    const cells = indicator.range[1] - indicator.range[0] + 1;
    return indicator.range[0] + Math.min(cells - 1, Math.floor(inside * cells));
  }
  const borders = bordersOf(indicator);
  const cell = Math.min(4, Math.floor(inside * 5));
  const value = borders[cell] + (inside * 5 - cell) * (borders[cell + 1] - borders[cell]);
  return rounded(indicator, value);
}

/** One step of the keyboard. @param {any} indicator */
export function step(indicator) {
  if (indicator.whole) {
    return 1;
  }
  const width = indicator.range[1] - indicator.range[0];
  return width > 50 ? 1 : width > 5 ? 0.1 : 0.01;
}

/** To the step of the indicator, inside its range. @param {any} indicator @param {number} value */
export function rounded(indicator, value) {
  const size = step(indicator);
  const digits = size === 1 ? 0 : size === 0.1 ? 1 : 2;
  return Number((Math.round(within(indicator, value) / size) * size).toFixed(digits));
}

/** 0 for very low to 4 for very high. @param {any} indicator @param {number} value */
export const gradeIndex = (indicator, value) =>
  indicator.cutPoints.filter((/** @type {any} */ cut) => value >= cut.from).length;

/** @param {any} indicator @param {number} value */
export const grade = (indicator, value) => GRADES[gradeIndex(indicator, value)];
