/** The waterfall of points, from the base rate to the result, on the axis of the yardstick above. */

import { LitElement, html, nothing, svg } from "lit";
import { direction, signed } from "../format.js";
import { at } from "./moving.js";
import { axisLine, axisOf, bar, placeAbove, plumb } from "./points-axis.js";
import { textWidth } from "./width.js";
import { stripes } from "./yardstick-scale.js";

const ROW = 20;
/** Where it is narrow, names stand above their bars. */
const TALL_ROW = 32;

/** @typedef {import("./balance.js").Row} Row */

class PointsWaterfall extends LitElement {
  static properties = {
    rows: { attribute: false }, assessment: { attribute: false }, baseline: { attribute: false },
    width: { type: Number }, open: { type: String },
  };

  constructor() {
    super();
    /** @type {Row[]} */
    this.rows = [];
    /** @type {any} */
    this.assessment = null;
    /** The unchanged scenario, if something is changed. @type {any} */
    this.baseline = null;
    this.width = 0;
    /** The barrier that is open. @type {string | null} */
    this.open = null;
  }

  createRenderRoot() {
    return this;
  }

  sentence() {
    const parts = this.rows.map((row) => `${row.label} ${signed(row.points)}${row.before === null ? "" : ` (was ${signed(row.before)})`}`);
    return `Waterfall of points. ${parts.join("; ")}.`;
  }

  render() {
    const axis = axisOf(this.width);
    const height = axis.narrow ? TALL_ROW : ROW;
    const foot = this.rows.length * height + 8;
    const middle = (/** @type {number} */ index) => (index + 1) * height - 9;
    const resultLine = middle(this.rows.length - 1);
    const was = this.baseline === null || this.baseline.points.final === this.assessment.points.final ? null : this.baseline;
    return html`<svg class="figure" role="img" aria-label=${this.sentence()} width=${axis.width} height=${foot + 24}
      viewBox=${`0 0 ${axis.width} ${foot + 24}`}>
      ${stripes(axis.length, 0, foot, this.assessment.verdict.likelihood.band)}
      ${was === null ? nothing : svg`${plumb(axis, was.points.final, resultLine, "before")}
        <circle class="before" cx=${axis.x(was.points.final)} cy=${resultLine} r="4.5"/>`}
      ${plumb(axis, this.assessment.points.final, resultLine, "plumb")}
      ${this.rows.map((row, index) => this.#row(row, middle(index), height, axis))}
      ${axisLine(axis, foot)}
    </svg>`;
  }

  /** @param {Row} row @param {number} y of the bar @param {number} height @param {import("./points-axis.js").Axis} axis */
  #row(row, y, height, axis) {
    const isOpen = row.id === this.open;
    const label = this.#label(row, y, axis, isOpen);
    const group = row.kind === "group";
    const line = axis.narrow ? y - 14 : y;
    const room = textWidth(signed(row.points), 13.5, 600) + 14;
    return svg`<g class=${`row ${row.kind} ${isOpen ? "open" : ""} ${row.points === 0 ? "idle" : ""}`} @click=${group ? () => this.#choose(row) : nothing}>
      ${group ? svg`<rect class="hit" y=${y + 11 - height} width=${axis.width} height=${height}/>` : nothing}
      ${row.kind === "base" || row.kind === "result" ? nothing : svg`<g class="moves" ${at(axis.x(row.from), y)}><path class="joint" d=${`M0 ${8 - height}V0`}/></g>`}
      ${row.before !== null && row.kind !== "result" && row.before !== 0 ? this.#outline(row, y, axis) : nothing}
      ${label.leader === "" ? nothing : svg`<path class="leader" d=${label.leader}/>`}
      ${this.#shape(row, y, axis)}
      <text class="label" text-anchor=${label.anchor} x=${label.x} y=${line + 4.5}>${label.text}</text>
      ${row.before !== null && group ? svg`<rect class="marked" x=${axis.width - room + 4} y=${line - 10} rx="2" width=${room} height="20"/>` : nothing}
      <text class=${`points ${row.kind === "base" || row.kind === "result" ? "" : direction(row.points)}`} text-anchor="end" x=${axis.width} y=${line + 4.5}>${signed(row.points)}</text>
      ${row.kind === "result" ? svg`<path class="double" d=${`M${axis.length + 10} ${line - 11}H${axis.width}M${axis.length + 10} ${line + 10}H${axis.width}m0 3H${axis.length + 10}`}/>` : nothing}
    </g>`;
  }

  /** @param {Row} row @param {number} y @param {import("./points-axis.js").Axis} axis */
  #shape(row, y, axis) {
    if (row.kind === "base" || row.kind === "result") {
      return svg`<g class="moves" ${at(axis.x(row.to), y)}><circle class="dot" r=${row.kind === "base" ? 3.5 : 4.5}/></g>`;
    }
    return row.points === 0 ? svg`<g class="moves" ${at(axis.x(row.to), y)}><circle class="none" r="3"/></g>`
      : bar(axis, row.from, row.to, y, `${direction(row.points)} ${row.kind}`);
  }

  /** What it was in the unchanged scenario. @param {Row} row @param {number} y @param {import("./points-axis.js").Axis} axis */
  #outline(row, y, axis) {
    const [start, end] = [axis.x(row.from), axis.x(row.from + Number(row.before))];
    return svg`<rect class="before" x=${Math.min(start, end)} y=${y - 7} width=${Math.max(2, Math.abs(end - start))} height="14"/>`;
  }

  /**
   * At the right end, or at the left one where the bar or the plumb line is in the way (above the bar where it is narrow); the
   * long name if it has room. A leader joins it to its bar.
   * @param {Row} row @param {number} y of the bar @param {import("./points-axis.js").Axis} axis @param {boolean} bold
   */
  #label(row, y, axis, bold) {
    const plumbed = axis.x(this.assessment.points.final);
    const end = axis.length - 6;
    const alone = { text: row.short, leader: "" };
    if (axis.narrow) {
      return { ...alone, ...placeAbove(axis, plumbed, end) };
    }
    const ends = [row.from, row.to, ...(row.before !== null && row.kind === "group" ? [row.from + row.before] : [])].map(axis.x);
    const [left, right] = [Math.min(...ends), Math.max(...ends)];
    for (const text of [row.label, row.short]) {
      const width = textWidth(text, 13.5, bold || row.kind === "result" ? 600 : 400);
      const start = end - width;
      if (start > right + 10 && (plumbed < start - 4 || plumbed > end)) {
        return { text, anchor: "end", x: end, leader: start > right + 20 ? `M${start - 6} ${y}H${right + 6}` : "" };
      }
      if (width + 16 < left && plumbed > width + 10) {
        return { text, anchor: "start", x: 6, leader: left > width + 26 ? `M${width + 12} ${y}H${left - 6}` : "" };
      }
    }
    return left > axis.length - right ? { ...alone, anchor: "end", x: left - 10 } : { ...alone, anchor: "start", x: right + 12 };
  }

  /** @param {Row} row */
  #choose(row) {
    this.dispatchEvent(new CustomEvent("choose", { bubbles: true, detail: row.id }));
  }
}

customElements.define("points-waterfall", PointsWaterfall);
