/**
 * The yardstick of likelihood: log odds from 0.1 to 99.9 percent, with the bands.
 *
 * One verdict: `.value` with needle, `.low` and `.high` as a bar, `.baseline` as a dashed needle with the move in yellow.
 * Several: `.marks` with letters, one row each, `row-height` px high. A row of a list: `compact`, neither words nor figures.
 * Without any of these it is the scale alone, to head a list. `.width` fixes the width; without it, it fills its place.
 */

import { LitElement, html, nothing, svg } from "lit";
import { BANDS, percent } from "../format.js";
import { placeOf } from "../scale.js";
import { at } from "./moving.js";
import { Width } from "./width.js";
import { compactRow, markRow } from "./yardstick-rows.js";
import { RULE, SCALE_HEIGHT, figures, labels, rule, stripes, words } from "./yardstick-scale.js";

/** Pixels from which all words have room. */
const WORDY = 520;

/**
 * @typedef {object} Mark
 * @property {string} letter one or two @property {number} value
 * @property {number} [low] @property {number} [high]
 * @property {number | null} [from] where it was before, or the baseline: a dashed ring
 * @property {string} [label] the value in words; by default its percentage @property {string} [note] behind it @property {string} [name] for the sentence
 */

class LikelihoodYardstick extends LitElement {
  static properties = {
    value: { type: Number }, low: { type: Number }, high: { type: Number }, baseline: { type: Number },
    marks: { attribute: false }, width: { type: Number }, compact: { type: Boolean },
    rowHeight: { type: Number, attribute: "row-height" }, name: { type: String },
    label: { type: String }, earlier: { type: String },
  };

  constructor() {
    super();
    /** @type {number | null} */
    this.value = null;
    /** @type {number | null} */
    this.low = null;
    /** @type {number | null} */
    this.high = null;
    /** @type {number | null} */
    this.baseline = null;
    /** What is printed at the value; by default its percentage. */
    this.label = "";
    /** What is printed at the baseline. */
    this.earlier = "";
    /** @type {Mark[]} */
    this.marks = [];
    this.width = 0;
    this.compact = false;
    this.rowHeight = 36;
    /** What is measured, for the sentence. */
    this.name = "";
    this.own = new Width(this);
  }

  createRenderRoot() {
    return this;
  }

  /** What the drawing says. */
  sentence() {
    const named = this.name === "" ? "" : `${this.name}: `;
    if (this.marks.length > 0) {
      return `${named}${this.marks.map((mark) => `${mark.name ?? mark.letter} ${mark.label ?? percent(mark.value)}`).join(", ")}`;
    }
    if (this.value === null) {
      return `${named}scale of likelihood from 0.1 to 99.9 percent`;
    }
    const range = this.low !== null && this.high !== null && this.low < this.high
      ? `, between ${percent(this.low)} and ${percent(this.high)}` : "";
    const before = this.baseline !== null && this.baseline !== this.value ? `, unchanged scenario ${this.earlier || percent(this.baseline)}` : "";
    return `${named}${this.label || percent(this.value)}${range}${before}`;
  }

  render() {
    const width = this.width || this.own.width;
    if (width === 0) {
      return nothing;
    }
    if (this.compact) {
      return this.#drawing(width, 0, this.rowHeight, compactRow(this, width));
    }
    const height = SCALE_HEIGHT[this.value === null ? "scale" : "needle"] + this.marks.length * this.rowHeight;
    const all = width >= WORDY;
    const wordless = this.value === null && !all;
    const current = this.value === null ? undefined : BANDS.findLast((band) => Math.round(10 * Number(this.value)) / 10 >= band.from)?.id;
    const [x, before] = [this.value, this.baseline === this.value ? null : this.baseline].map((each) => (each === null ? null : placeOf(each) * width));
    const top = wordless ? RULE - 8 : 0;
    return this.#drawing(width, top, height, svg`
      ${stripes(width, top, height, current)}
      ${wordless ? nothing : words(width, current, all)}
      ${rule(width)}
      ${figures(width, [x, before].filter((each) => each !== null))}
      ${this.value === null || x === null ? nothing : svg`${this.#needle(width, height, x, before)}
        ${labels(width, this.value, this.baseline, this.label, this.earlier)}`}
      ${this.marks.map((mark, index) => markRow(mark, width, SCALE_HEIGHT.scale + index * this.rowHeight, this.rowHeight))}`);
  }

  /** @param {number} width @param {number} top @param {number} height @param {unknown} content */
  #drawing(width, top, height, content) {
    return html`<svg class="yardstick" role="img" aria-label=${this.sentence()} width=${width} height=${height - top}
      viewBox=${`0 ${top} ${width} ${height - top}`}>${content}</svg>`;
  }

  /** @param {number} width @param {number} height @param {number} x @param {number | null} before */
  #needle(width, height, x, before) {
    const [low, high] = [Math.min(x, placeOf(this.low ?? Number(this.value)) * width), Math.max(x, placeOf(this.high ?? Number(this.value)) * width)];
    return svg`
      ${low < high ? svg`<g class="moves" ${at(low, 0)}><rect class="interval" y=${RULE - 6} width=${Math.max(2, high - low)} height="5"/></g>` : nothing}
      ${before === null ? nothing : svg`
        <g class="moves" ${at(Math.min(x, before), 0)}><rect class="move" y=${RULE + 1} width=${Math.abs(x - before)} height="8"/></g>
        <g class="before" transform=${`translate(${before.toFixed(1)})`}>
          <path class="needle" d=${`M0 ${RULE + 2}L-6 ${RULE + 14}H6Z`}/><path d=${`M0 ${RULE + 14}V${height}`}/></g>`}
      <g class="moves" ${at(x, 0)}><path class="needle" d=${`M0 ${RULE + 1}L-7 ${RULE + 15}H7Z`}/><path class="plumb" d=${`M0 ${RULE + 14}V${height}`}/></g>`;
  }
}

customElements.define("likelihood-yardstick", LikelihoodYardstick);
