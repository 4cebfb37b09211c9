/** The axis of points, and the fan that joins it to the yardstick above: the same bands, drawn by odds. */

import { nothing, svg } from "lit";
import { BANDS, measure } from "../format.js";
import { points as pointsOf } from "../scale.js";
import { along, at } from "./moving.js";

/** The axis runs from 0.1 to 99.9 percent. */
const LOWEST = -30;
const HIGHEST = 30;

/** Height of the fan. */
export const FAN = 44;

/**
 * @typedef {object} Axis
 * @property {number} width of the whole drawing @property {number} length of the axis; the column of figures follows
 * @property {boolean} narrow
 * @property {(points: number) => number} x
 * @property {(points: number) => boolean} outside
 */

/** @param {number} width @returns {Axis} */
export function axisOf(width) {
  const narrow = width < 480;
  const length = width - (narrow ? 66 : 80);
  return {
    width, length, narrow,
    x: (points) => (Math.min(HIGHEST, Math.max(LOWEST, points)) - LOWEST) / (HIGHEST - LOWEST) * length,
    outside: (points) => points < LOWEST - 0.05 || points > HIGHEST + 0.05,
  };
}

/** The place of a percentage on the axis. @param {Axis} axis @param {number} percent */
const placeOf = (axis, percent) => axis.x(percent <= 0 ? LOWEST : percent >= 100 ? HIGHEST : pointsOf(percent));

/** @param {number} from @param {number} to @param {number} bottom */
const strand = (from, to, bottom) =>
  `M${from.toFixed(1)} 0C${from.toFixed(1)} 28 ${to.toFixed(1)} 14 ${to.toFixed(1)} ${FAN}V${bottom}`;

/** The ribbon of the current band and the borders of the others. @param {Axis} axis @param {string} current @param {number} bottom */
export function ribbon(axis, current, bottom) {
  const band = BANDS.find((each) => each.id === current) ?? BANDS[0];
  const sides = [band.from, band.to].map((percent) => ({ top: percent / 100 * axis.width, foot: placeOf(axis, percent) }));
  const [left, right] = sides;
  const area = `M${left.top.toFixed(1)} 0C${left.top.toFixed(1)} 28 ${left.foot.toFixed(1)} 14 ${left.foot.toFixed(1)} ${FAN}V${bottom}`
    + `H${right.foot.toFixed(1)}V${FAN}C${right.foot.toFixed(1)} 14 ${right.top.toFixed(1)} 28 ${right.top.toFixed(1)} 0Z`;
  return svg`
    <path class="ribbon moves" ${along(area)}/>
    ${BANDS.slice(0, -1).map(({ to }) => svg`
      <path class="strand" d=${strand(to / 100 * axis.width, placeOf(axis, to), to === band.from || to === band.to ? bottom : FAN)}/>
      <path class="strand" d=${`M${placeOf(axis, to).toFixed(1)} ${bottom}v-5`}/>`)}`;
}

/**
 * The plumb line from a likelihood on the yardstick to its points.
 * @param {Axis} axis @param {number} percent @param {number} points @param {number} bottom @param {string} kind
 */
export const plumb = (axis, percent, points, bottom, kind) =>
  svg`<path class=${`${kind} moves`} ${along(strand(percent / 100 * axis.width, axis.x(points), bottom))}/>`;

/** @param {Axis} axis @param {number} y */
export function axisLine(axis, y) {
  const every = axis.narrow ? 10 : 5;
  const values = Array.from({ length: (HIGHEST - LOWEST) / every + 1 }, (_, index) => LOWEST + index * every);
  return svg`
    <path class="axis" d=${`M0 ${y}H${axis.length}`}/>
    ${Array.from({ length: (HIGHEST - LOWEST) / 5 + 1 }, (_, index) => svg`<path class="axis" d=${`M${axis.x(LOWEST + index * 5).toFixed(1)} ${y}v4`}/>`)}
    ${values.map((value) => svg`<text class="tick" y=${y + 18} x=${axis.x(value)}
      text-anchor=${value === LOWEST ? "start" : value === HIGHEST ? "end" : "middle"}>${value > 0 ? `+${value}` : measure(value)}</text>`)}
    <text class="tick" text-anchor="end" x=${axis.width} y=${y + 18}>points</text>`;
}

/**
 * A place for a text above its bar: all at the right end, or at the left where the plumb line is far to the right.
 * @param {Axis} axis @param {number} plumbed @param {number} limit right end of the room
 */
export const placeAbove = (axis, plumbed, limit) =>
  (plumbed > axis.length * 0.6 ? { anchor: "start", x: 0 } : { anchor: "end", x: limit });

/** The two hairlines before the column of figures. @param {Axis} axis @param {number} top @param {number} bottom */
export const columnLines = (axis, top, bottom) =>
  svg`<path class="hairline" d=${`M${axis.length + 9.5} ${top}V${bottom}M${axis.length + 12.5} ${top}V${bottom}`}/>`;

/** A bar with an arrowhead that says its direction; outlined for a ceiling. @param {Axis} axis @param {number} from @param {number} to @param {number} y @param {string} kind */
export function bar(axis, from, to, y, kind) {
  const [start, end] = [axis.x(from), axis.x(to)];
  const width = Math.max(1.5, Math.abs(end - start));
  const head = end < start ? "M8 -3L5 0L8 3" : `M${(width - 8).toFixed(1)} -3L${(width - 5).toFixed(1)} 0L${(width - 8).toFixed(1)} 3`;
  const edge = axis.outside(from) || axis.outside(to) ? Math.min(from, to) < LOWEST ? "left" : "right" : "";
  return svg`
    <g class=${`bar moves ${kind}`} ${at(Math.min(start, end), y)}>
      <rect y="-5" width=${width} height="10"/>
      ${width >= 14 && !kind.includes("ceiling") ? svg`<path class="head" d=${head}/>` : nothing}
    </g>
    ${edge === "" ? nothing : svg`<path class="beyond" d=${edge === "left" ? `M-3 ${y - 4}l-4 4l4 4m-5 -8l-4 4l4 4`
      : `M${axis.length + 1} ${y - 4}l3 4l-3 4`}/>`}`;
}
