/** Where the marks of groups stand on the ruler of the projector, in units of its drawing. */

import { BANDS } from "../format.js";

/** Of the ruler. */
export const WIDTH = 1720;
/** A mark holds a letter or two of 36 units. */
export const RADIUS = 30;
/** From one mark to the next, beside or above it. */
export const PITCH = 64;
/** Marks that stand on each other at most. */
export const LEVELS = 7;

/**
 * Marks that would cover each other stand in columns, as near to their values as their band has room, and never beyond its
 * borders. Where a band is full, one mark counts those that are left.
 * @param {any[]} groups @param {number} levels of a column
 * @returns {{rows: any[], level: number, x: number}[]} each for one group, or for several that it counts
 */
export function placed(groups, levels) {
  const sorted = [...groups].sort((one, other) => one.percent - other.percent);
  return BANDS.flatMap((band) => inBand(sorted.filter((row) => row.band === band.id), band, levels));
}

/** @param {any[]} rows @param {{from: number, to: number}} band @param {number} levels */
function inBand(rows, band, levels) {
  const from = WIDTH * band.from / 100 + RADIUS;
  const to = WIDTH * band.to / 100 - RADIUS;
  const most = 1 + Math.floor((to - from) / PITCH);
  const room = most * levels;
  const marks = rows.length <= room ? rows.map((row) => [row])
    : [...rows.slice(0, room - 1).map((row) => [row]), rows.slice(room - 1)];
  const columns = stacked(marks, levels, most);
  const places = columns.map((marked) => marked.reduce((sum, held) => sum + valueOf(held), 0) / marked.length);
  // Each keeps off its left neighbour, then, from the right border, off its right one.
  for (let column = 0; column < places.length; column++) {
    places[column] = Math.max(places[column], column === 0 ? from : places[column - 1] + PITCH);
  }
  for (let column = places.length - 1; column >= 0; column--) {
    places[column] = Math.min(places[column], column === places.length - 1 ? to : places[column + 1] - PITCH);
  }
  return columns.flatMap((marked, column) => marked.map((held, level) => ({ rows: held, level, x: places[column] })));
}

/** Columns of neighbours; if these are too many for the band, of equal numbers. @param {any[][]} marks @param {number} levels @param {number} most */
function stacked(marks, levels, most) {
  /** @type {any[][][]} */
  const columns = [];
  for (const held of marks) {
    const last = columns.at(-1);
    if (last && last.length < levels && valueOf(held) - valueOf(last[0]) < PITCH) {
      last.push(held);
    } else {
      columns.push([held]);
    }
  }
  if (columns.length <= most) {
    return columns;
  }
  const height = Math.ceil(marks.length / most);
  return Array.from({ length: Math.ceil(marks.length / height) }, (_, column) => marks.slice(column * height, (column + 1) * height));
}

/** Where a mark would like to stand. @param {any[]} held */
const valueOf = (held) => WIDTH * held[0].percent / 100;
