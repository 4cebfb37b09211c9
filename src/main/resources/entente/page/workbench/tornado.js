/** Each reading moved alone, from end to end, on the axis of points: the longest bar first. */

import { LitElement, html, nothing, svg } from "lit";
import { apart, percent, percents } from "../format.js";
import { points } from "../scale.js";
import { axisLine, axisOf, bar, placeAbove, plumb } from "./points-axis.js";
import { textWidth } from "./width.js";
import { stripes } from "./yardstick-scale.js";

const SHOWN = 13;

/** Readings with an effect, the longest bar first. @param {any} sensitivity @returns {any[]} */
export function strongest(sensitivity) {
  const length = (/** @type {any} */ reading) => points(reading.high.percent) - points(reading.low.percent);
  return sensitivity.readings.filter((/** @type {any} */ reading) => length(reading) > 0)
    .sort((/** @type {any} */ a, /** @type {any} */ b) => length(b) - length(a));
}

class SwingTornado extends LitElement {
  static properties = {
    sensitivity: { attribute: false }, assessment: { attribute: false }, indicators: { attribute: false },
    width: { type: Number }, open: { type: String }, dimmed: { type: Boolean }, all: { state: true },
  };

  constructor() {
    super();
    /** @type {any} */
    this.sensitivity = null;
    /** @type {any} */
    this.assessment = null;
    /** @type {any[]} */
    this.indicators = [];
    this.width = 0;
    /** The barrier that is open: its readings are bold. @type {string | null} */
    this.open = null;
    /** Whether the bars are those of an earlier move. */
    this.dimmed = false;
    this.all = false;
  }

  createRenderRoot() {
    return this;
  }

  /** @param {any[]} readings */
  sentence(readings) {
    const parts = readings.map((reading) => `${this.#indicator(reading).short} ${percents(reading.low.percent, reading.high.percent)}`);
    return `Likelihood with each reading alone moved from end to end, the widest range first. ${parts.join("; ")}.`;
  }

  render() {
    const found = strongest(this.sensitivity);
    const readings = this.all ? found : found.slice(0, SHOWN);
    const axis = axisOf(this.width);
    let foot = 4;
    const rows = readings.map((reading) => {
      const row = this.#placed(reading, foot, axis);
      foot += row.height;
      return row;
    });
    foot += 14;
    const { likelihood } = this.assessment.verdict;
    return html`<svg class=${this.dimmed ? "figure tornado waiting" : "figure tornado"} role="img" aria-label=${this.sentence(readings)} width=${axis.width}
        height=${foot + 24} viewBox=${`0 0 ${axis.width} ${foot + 24}`}>
        ${stripes(axis.length, 0, foot, likelihood.band)}
        ${plumb(axis, this.assessment.points.final, foot, "plumb")}
        <g class="swings">${rows.map((row) => this.#row(row, axis))}</g>
        ${axisLine(axis, foot)}
      </svg>
      ${found.length > SHOWN ? html`<button type="button" class="plain" aria-expanded=${this.all} @click=${() => (this.all = !this.all)}>
        ${this.all ? `Show ${SHOWN} only` : `Show ${found.length - SHOWN} more readings`}</button>` : nothing}`;
  }

  /** @param {any} reading */
  #indicator(reading) {
    return this.indicators.find((each) => each.id === reading.indicator) ?? { short: reading.label, group: "" };
  }

  /**
   * Where the parts of a row stand: the name at the right end, at the left where the bar is in its way, above the bar
   * where there is no room beside it.
   * @param {any} reading @param {number} top @param {import("./points-axis.js").Axis} axis
   */
  #placed(reading, top, axis) {
    const indicator = this.#indicator(reading);
    const bold = indicator.group === this.open;
    const [low, here, high] = [reading.low.percent, this.sensitivity.percent, reading.high.percent].map(points);
    const [left, right] = [axis.x(low), axis.x(high)];
    const room = textWidth("00.0 %", 12) + 8;
    const whole = apart(reading.low.percent, reading.high.percent);
    const leftRoom = textWidth(percent(reading.low.percent, whole), 12) + 6;
    const width = textWidth(indicator.short, 13.5, bold ? 600 : 400);
    const side = right + room + width < axis.width ? { anchor: "end", x: axis.width } : width < left - room ? { anchor: "start", x: 0 } : null;
    const above = axis.narrow || side === null;
    const name = side !== null && !above ? side : placeAbove(axis, axis.narrow ? axis.x(here) : 0, axis.width);
    return { reading, indicator, bold, low, here, high, left, right, leftRoom, whole, top, name, above, height: above ? 34 : 22, y: above ? top + 24 : top + 13 };
  }

  /** @param {any} row as placed @param {import("./points-axis.js").Axis} axis */
  #row(row, axis) {
    const { reading, left, right, whole, y, name } = row;
    const inside = left < row.leftRoom;
    const hidden = inside && Math.abs(axis.x(row.here) - left) < row.leftRoom + 8;
    return svg`<g class=${row.bold ? "row group open" : "row group"} @click=${() => this.#choose(row.indicator)}>
      <rect class="hit" y=${row.top} width=${axis.width} height=${row.height}/>
      ${row.low < row.here ? bar(axis, row.here, row.low, y, "lowers") : nothing}
      ${row.high > row.here ? bar(axis, row.here, row.high, y, "raises") : nothing}
      ${hidden ? nothing : svg`<text class=${inside ? "end inside" : "end"} text-anchor=${inside ? "start" : "end"} x=${inside ? left + 14 : left - 5} y=${y + 4}>${percent(reading.low.percent, whole)}</text>`}
      <text class="end" x=${right + 5} y=${y + 4}>${percent(reading.high.percent, whole)}</text>
      <text class="label" text-anchor=${name.anchor} x=${name.x} y=${row.above ? y - 9 : y + 4.5}>${row.indicator.short}</text>
    </g>`;
  }

  /** @param {any} indicator */
  #choose(indicator) {
    this.dispatchEvent(new CustomEvent("choose", { bubbles: true, detail: indicator.group }));
  }
}

customElements.define("swing-tornado", SwingTornado);
