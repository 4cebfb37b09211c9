/** The axis of points below the yardstick: the same axis, from 0.1 to 99.9 percent. */

import { nothing, svg } from "lit";
import { measure } from "../format.js";
import { END, placeOfPoints } from "../scale.js";
import { at } from "./moving.js";

/**
 * @typedef {object} Axis
 * @property {number} width of the whole drawing @property {number} length of the axis; the column of figures follows
 * @property {boolean} narrow
 * @property {(points: number) => number} x
 * @property {(points: number) => boolean} outside
 */

/** @param {number} width @returns {Axis} */
export function axisOf(width) {
  const length = width - 62;
  return {
    width, length, narrow: width < 480,
    x: (points) => placeOfPoints(points) * length,
    outside: (points) => Math.abs(points) > END + 0.05,
  };
}

/** A line down from the mark on the yardstick. @param {Axis} axis @param {number} points @param {number} bottom @param {string} kind */
export const plumb = (axis, points, bottom, kind) =>
  svg`<g class="moves" ${at(axis.x(points), 0)}><path class=${kind} d=${`M0 0V${bottom}`}/></g>`;

/** @param {Axis} axis @param {number} y */
export function axisLine(axis, y) {
  return svg`
    <path class="axis" d=${`M0 ${y}H${axis.length}`}/>
    ${[-END, -20, -10, 0, 10, 20, END].map((value) => svg`<path class="axis" d=${`M${axis.x(value).toFixed(1)} ${y}v4`}/>
      <text class="tick" y=${y + 18} x=${axis.x(value)}
        text-anchor=${value === -END ? "start" : value === END ? "end" : "middle"}>${value > 0 ? `+${value}` : measure(value)}</text>`)}
    <text class="tick" text-anchor="end" x=${axis.width} y=${y + 18}>points</text>`;
}

/**
 * A place for a text above its bar: all at the right end, or at the left where the plumb line is far to the right.
 * @param {Axis} axis @param {number} plumbed @param {number} limit right end of the room
 */
export const placeAbove = (axis, plumbed, limit) =>
  (plumbed > axis.length * 0.6 ? { anchor: "start", x: 0 } : { anchor: "end", x: limit });

/** A bar with an arrowhead that says its direction; outlined for a ceiling. @param {Axis} axis @param {number} from @param {number} to @param {number} y @param {string} kind */
export function bar(axis, from, to, y, kind) {
  const [start, end] = [axis.x(from), axis.x(to)];
  const width = Math.max(1.5, Math.abs(end - start));
  const head = end < start ? "M8 -3L5 0L8 3" : `M${(width - 8).toFixed(1)} -3L${(width - 5).toFixed(1)} 0L${(width - 8).toFixed(1)} 3`;
  const edge = axis.outside(from) || axis.outside(to) ? Math.min(from, to) < -END ? "left" : "right" : "";
  return svg`
    <g class=${`bar moves ${kind}`} ${at(Math.min(start, end), y)}>
      <rect y="-5" width=${width} height="10"/>
      ${width >= 14 && !kind.includes("ceiling") ? svg`<path class="head" d=${head}/>` : nothing}
    </g>
    ${edge === "" ? nothing : svg`<path class="beyond" d=${edge === "left" ? `M-3 ${y - 4}l-4 4l4 4m-5 -8l-4 4l4 4`
      : `M${axis.length + 1} ${y - 4}l3 4l-3 4`}/>`}`;
}
