/** Rows on the yardstick: a mark with a letter each, or one plain row of a list. */

import { nothing, svg } from "lit";
import { BANDS, percent } from "../format.js";
import { at } from "./moving.js";
import { textWidth } from "./width.js";

/** Every second band is tinted. @param {number} width @param {number} top @param {number} bottom */
export function stripes(width, top, bottom) {
  return BANDS.filter((_, index) => index % 2 === 0).map((band) => svg`<rect class="stripe" y=${top} height=${bottom - top}
    x=${(band.from / 100 * width).toFixed(1)} width=${((band.to - band.from) / 100 * width).toFixed(1)}/>`);
}

/**
 * A row of a list: line, interval, diamond, dashed diamond of the unchanged scenario.
 * @param {{value: number | null, low: number | null, high: number | null, baseline: number | null, rowHeight: number}} row
 * @param {number} width
 */
export function compactRow(row, width) {
  const middle = row.rowHeight / 2;
  const x = (/** @type {number} */ value) => value / 100 * width;
  const { value, low, high, baseline } = row;
  return svg`
    ${stripes(width, 0, row.rowHeight)}
    <path class="thin" d=${`M0 ${middle}H${width}`}/>
    ${low !== null && high !== null ? svg`<rect class="range" x=${x(low)} y=${middle - 2.5} width=${Math.max(2, x(high) - x(low))} height="5"/>` : nothing}
    ${value !== null && baseline !== null && baseline !== value ? svg`
      <rect class="move" x=${x(Math.min(value, baseline))} y=${middle - 2.5} width=${x(Math.abs(value - baseline))} height="5"/>
      <path class="before" transform=${`translate(${x(baseline).toFixed(1)} ${middle})`} d="M0-6L6 0 0 6-6 0Z"/>` : nothing}
    ${value !== null ? svg`<g class="moves" ${at(Math.min(width - 6, Math.max(6, x(value))), middle)}><path class="needle" d="M0-6L6 0 0 6-6 0Z"/></g>` : nothing}`;
}

/**
 * @param {import("./yardstick.js").Mark} mark
 * @param {number} width @param {number} top @param {number} height
 */
export function markRow(mark, width, top, height) {
  const x = mark.value / 100 * width;
  const middle = top + height / 2;
  const half = mark.letter.length > 1 ? 13 : 9;
  const from = mark.from === undefined || mark.from === null || mark.from === mark.value ? null : mark.from / 100 * width;
  const text = mark.label ?? percent(mark.value);
  const left = x + half + 8 + 56 + (mark.note ? textWidth(mark.note, 12) : 0) > width;
  const side = left ? { x: -half - 8, anchor: "end" } : { x: half + 8, anchor: "start" };
  return svg`
    <path class="thin" d=${`M0 ${top}H${width}`}/>
    ${from === null ? nothing : svg`<path class="way" d=${`M${from.toFixed(1)} ${middle}H${x.toFixed(1)}`}/>
      <circle class="before" cx=${from.toFixed(1)} cy=${middle} r="5"/>`}
    ${mark.low !== undefined && mark.high !== undefined ? svg`<rect class="interval" x=${mark.low / 100 * width} y=${middle + 11}
      width=${Math.max(2, (mark.high - mark.low) / 100 * width)} height="3.5"/>` : nothing}
    <g class="moves" ${at(x, middle)}>
      <rect class="disc" x=${-half} y="-9" width=${2 * half} height="18" rx="9"/>
      <text class="letter" text-anchor="middle" y="4">${mark.letter}</text>
      <text class="likelihood small" text-anchor=${side.anchor} x=${side.x} y="5">${text}${mark.note
        ? svg`<tspan class="note" dx="8">${mark.note}</tspan>` : nothing}</text>
    </g>`;
}
