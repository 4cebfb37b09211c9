/** A yardstick from 0 to 100 percent as parts of drawings: places are shares of the width. */

import { svg } from "lit";
import { BANDS } from "../format.js";

/** @param {number} percent */
export const at = (percent) => `${percent.toFixed(2)}%`;

/** Every second band. @param {number} height */
export const ribbons = (height) => BANDS.filter((_, index) => index % 2 === 0).map((band) => svg`
  <rect class="ribbon" x=${at(band.from)} y="0" width=${at(band.to - band.from)} height=${height}/>`);

/** Where bands meet. @param {number} height */
export const borders = (height) => BANDS.slice(0, -1).map((band) => svg`
  <line class="border" x1=${at(band.to)} x2=${at(band.to)} y1="0" y2=${height}/>`);

/** The rule with a tick at each percent, longer at tens, longest where bands meet. @param {number} y @param {number} [unit] length of a tick */
export const rule = (y, unit = 4) => svg`
  <line class="rule" x1="0" x2="100%" y1=${y} y2=${y}/>
  ${[...Array(101).keys()].map((percent) => {
    const border = percent === 0 || BANDS.some((band) => band.to === percent);
    return svg`<line class=${border ? "rule" : "tick"} x1=${at(percent)} x2=${at(percent)} y1=${y} y2=${y + unit * (border ? 3 : percent % 5 === 0 ? 1.6 : 1)}/>`;
  })}`;
