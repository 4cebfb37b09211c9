/** Rows on the yardstick: a mark with a letter each, or one plain row of a list. */

import { nothing, svg } from "lit";
import { percent } from "../format.js";
import { placeOf } from "../scale.js";
import { at } from "./moving.js";
import { textWidth } from "./width.js";
import { stripes } from "./yardstick-scale.js";

/**
 * A row of a list: line, interval, diamond, dashed diamond of the unchanged scenario.
 * @param {{value: number | null, low: number | null, high: number | null, baseline: number | null, rowHeight: number}} row
 * @param {number} width
 */
export function compactRow(row, width) {
  const middle = row.rowHeight / 2;
  const x = (/** @type {number} */ value) => placeOf(value) * width;
  const bar = (/** @type {string} */ kind, /** @type {number} */ from, /** @type {number} */ to) =>
    svg`<rect class=${kind} x=${x(from)} y=${middle - 2.5} width=${Math.max(2, x(to) - x(from))} height="5"/>`;
  const { value, low, high, baseline } = row;
  return svg`
    ${stripes(width, 0, row.rowHeight)}
    <path class="thin" d=${`M0 ${middle}H${width}`}/>
    ${low !== null && high !== null ? bar("range", low, high) : nothing}
    ${value !== null && baseline !== null && baseline !== value ? svg`
      ${bar("move", Math.min(value, baseline), Math.max(value, baseline))}
      <path class="before" transform=${`translate(${x(baseline).toFixed(1)} ${middle})`} d="M0-6L6 0 0 6-6 0Z"/>` : nothing}
    ${value !== null ? svg`<g class="moves" ${at(Math.min(width - 6, Math.max(6, x(value))), middle)}><path class="needle" d="M0-6L6 0 0 6-6 0Z"/></g>` : nothing}`;
}

/**
 * @param {import("./yardstick.js").Mark} mark
 * @param {number} width @param {number} top @param {number} height
 */
export function markRow(mark, width, top, height) {
  const place = (/** @type {number} */ value) => placeOf(value) * width;
  const x = place(mark.value);
  const middle = top + height / 2;
  const half = mark.letter.length > 1 ? 13 : 9;
  const from = mark.from === undefined || mark.from === null || mark.from === mark.value ? null : place(mark.from);
  const text = mark.label ?? percent(mark.value);
  const room = textWidth(text, 16, 600) + (mark.note ? 8 + textWidth(mark.note, 12) : 0);
  // Beyond the ring, if that would be below the text.
  const start = from !== null && from > x && from < x + half + 13 + room ? from - x + 11 : half + 8;
  const side = x + start + room > width ? { x: -half - 8, anchor: "end" } : { x: start, anchor: "start" };
  return svg`
    <path class="thin" d=${`M0 ${top}H${width}`}/>
    ${from === null ? nothing : svg`<path class="way" d=${`M${from.toFixed(1)} ${middle}H${x.toFixed(1)}`}/>
      <circle class="before" cx=${from.toFixed(1)} cy=${middle} r="5"/>`}
    ${mark.low !== undefined && mark.high !== undefined ? svg`<rect class="interval" x=${place(mark.low)} y=${middle + 11}
      width=${Math.max(2, place(mark.high) - place(mark.low))} height="3.5"/>` : nothing}
    <g class="moves" ${at(x, middle)}>
      <rect class="disc" x=${-half} y="-9" width=${2 * half} height="18" rx="9"/>
      <text class="letter" text-anchor="middle" y="4">${mark.letter}</text>
      <text class="likelihood small" text-anchor=${side.anchor} x=${side.x} y="5">${text}${mark.note
        ? svg`<tspan class="note" dx="8">${mark.note}</tspan>` : nothing}</text>
    </g>`;
}
