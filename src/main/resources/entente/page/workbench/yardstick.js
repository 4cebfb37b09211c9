/**
 * The yardstick of likelihood: linear from 0 to 100 percent, with the borders of the bands.
 *
 * One verdict: `.value` with needle, `.low` and `.high` as a bar, `.baseline` as a dashed needle with the move in yellow.
 * Several: `.marks` with letters, one row each, `row-height` px high. A row of a list: `compact`, neither words nor figures.
 * Without any of these it is the scale alone, to head a list. `.width` fixes the width; without it, it fills its place.
 */

import { LitElement, html, nothing, svg } from "lit";
import { BANDS, percent } from "../format.js";
import { at } from "./moving.js";
import { Width } from "./width.js";
import { RULE, SCALE_HEIGHT, figures, labels, ticks, words } from "./yardstick-scale.js";
import { compactRow, markRow, stripes } from "./yardstick-rows.js";

/** Pixels from which all words have room. */
const WORDY = 480;

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
    rowHeight: { type: Number, attribute: "row-height" }, words: { type: String }, name: { type: String },
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
    /** Which words stand above: "auto" (all, or the current one where it is narrow), "all", "none". */
    this.words = "auto";
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
      return `${named}scale of likelihood from 0 to 100 percent`;
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
    const height = this.compact ? this.rowHeight : SCALE_HEIGHT[this.#kind()] + this.marks.length * this.rowHeight;
    const top = this.#kind() === "needle" || this.words !== "none" ? 0 : RULE - 8;
    return html`<svg class="yardstick" role="img" aria-label=${this.sentence()} width=${width} height=${height - top}
      viewBox=${`0 ${top} ${width} ${height - top}`}>${this.compact ? compactRow(this, width) : this.#full(width, height)}</svg>`;
  }

  /** @returns {"needle" | "scale"} */
  #kind() {
    return this.value === null ? "scale" : "needle";
  }

  /** @param {number} width @param {number} height */
  #full(width, height) {
    const current = this.value === null ? null : BANDS.findLast((band) => /** @type {number} */ (this.value) >= band.from) ?? null;
    const placed = this.value === null ? [] : labels(width, this.value, this.baseline, this.label, this.earlier);
    return svg`
      ${this.value === null ? stripes(width, RULE, height) : svg`
        <rect class="ribbon moves" y=${RULE} width=${((current?.to ?? 0) - (current?.from ?? 0)) / 100 * width} height=${height - RULE}
          ${at((current?.from ?? 0) / 100 * width, 0)}/>`}
      ${this.words === "none" ? nothing : this.value === null && this.words === "auto" && width < WORDY ? figures(width) : words(width, current, this.words === "all" || width >= WORDY)}
      ${ticks(width)}
      ${this.value === null ? nothing : this.#needle(width, height)}
      ${placed.map((label) => svg`<text class=${label.kind} text-anchor=${label.anchor} y=${RULE + 27} x=${label.x}>${label.text}</text>`)}
      ${this.marks.map((mark, index) => markRow(mark, width, SCALE_HEIGHT.scale + index * this.rowHeight, this.rowHeight))}`;
  }

  /** @param {number} width @param {number} height */
  #needle(width, height) {
    const x = Number(this.value) / 100 * width;
    const before = this.baseline === null || this.baseline === this.value ? null : this.baseline / 100 * width;
    const [low, high] = [(this.low ?? Number(this.value)) / 100 * width, (this.high ?? Number(this.value)) / 100 * width];
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
