/** Where the marks of groups stand on the ruler of the projector, in units of its drawing. */

import { BANDS } from "../format.js";
import { placeOf } from "../scale.js";

/** Of the ruler. */
export const WIDTH = 1720;
/** A mark holds a letter or two of 36 units. */
export const RADIUS = 30;
/** From one mark to the next, beside or above it. */
export const PITCH = 64;
/** Marks that stand on each other at most. */
export const LEVELS = 7;

/** Where each band is on the ruler; one narrower than a mark takes what is wanting from its neighbours. */
const ROOMS = new Map(BANDS.map(({ id, from, to }) => [id, { from: placeOf(from) * WIDTH, to: placeOf(to) * WIDTH }]));
[...ROOMS.values()].forEach((room, index, rooms) => {
  const wanting = Math.max(0, PITCH - (room.to - room.from)) / 2;
  if (wanting > 0) {
    room.from = rooms[index - 1].to -= wanting;
    room.to = rooms[index + 1].from += wanting;
  }
});

/**
 * Marks that would cover each other stand in columns, as near to their values as their band has room, and never beyond its
 * borders. Where a band is full, one mark counts those that are left.
 * @param {any[]} groups @param {number} levels of a column
 * @returns {{rows: any[], level: number, x: number}[]} each for one group, or for several that it counts
 */
export function placed(groups, levels) {
  const sorted = [...groups].sort((one, other) => one.percent - other.percent);
  return [...ROOMS].flatMap(([band, room]) => inBand(sorted.filter((row) => row.band === band), room, levels));
}

/** @param {any[]} rows @param {{from: number, to: number}} place @param {number} levels */
function inBand(rows, place, levels) {
  const from = place.from + PITCH / 2;
  const to = place.to - PITCH / 2;
  const most = 1 + Math.floor((to - from) / PITCH);
  const room = most * levels;
  const marks = rows.length <= room ? rows.map((row) => [row])
    : [...rows.slice(0, room - 1).map((row) => [row]), rows.slice(room - 1)];
  const columns = stacked(marks, levels, most);
  const places = apart(columns.map((marked) => marked.reduce((sum, held) => sum + valueOf(held), 0) / marked.length), from, to);
  return columns.flatMap((marked, column) => marked.map((held, level) => ({ rows: held, level, x: places[column] })));
}

/**
 * Places a pitch apart, as near to those wished for as the borders allow: neighbours that would cover each other stand around
 * their common mean.
 * @param {number[]} wished ascending @param {number} from @param {number} to
 */
function apart(wished, from, to) {
  /** @type {{sum: number, count: number}[]} */
  const pools = [];
  for (const [column, place] of wished.entries()) {
    let pool = { sum: place - column * PITCH, count: 1 };
    for (let last = pools.at(-1); last && last.sum / last.count >= pool.sum / pool.count; last = pools.at(-1)) {
      pools.pop();
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
    }
    pools.push(pool);
  }
  const latest = to - (wished.length - 1) * PITCH;
  return pools.flatMap(({ sum, count }) => Array(count).fill(Math.max(from, Math.min(latest, sum / count))))
    .map((start, column) => start + column * PITCH);
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
const valueOf = (held) => WIDTH * placeOf(held[0].percent);
