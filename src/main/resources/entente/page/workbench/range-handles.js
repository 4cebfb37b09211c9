/** The ends of a range on the track of its value: two handles, and how probable the values between them are. */

import { LitElement, html, nothing, svg } from "lit";
import { live } from "lit/directives/live.js";
import { withEnd } from "../uncertain.js";
import { SAME_GESTURE } from "./graded-track.js";
import { withUnit } from "./reading.js";
import { endAt, endPlace, silhouette } from "./silhouette.js";
import { keyTarget } from "./track-keys.js";

const ENDS = /** @type {const} */ (["low", "high"]);

/** Sends "spread" with {range, gesture} for each difference, "settle" when a gesture ends, and "reset" for Backspace. */
class RangeHandles extends LitElement {
  static properties = { indicator: { attribute: false }, range: { attribute: false }, open: { attribute: false }, changed: { attribute: false } };

  constructor() {
    super();
    /** @type {any} */
    this.indicator = undefined;
    this.range = /** @type {import("../uncertain.js").Range} */ (/** @type {unknown} */ (undefined));
    /** Whether the ends can be moved. */
    this.open = false;
    this.changed = false;
    this.gesture = {};
    this.lastKey = 0;
  }

  createRenderRoot() {
    return this;
  }

  /** @param {"low" | "high"} end @param {number} to */
  move(end, to) {
    const range = withEnd(this.indicator, this.range, end, to);
    if (range.low !== this.range.low || range.high !== this.range.high) {
      this.dispatchEvent(new CustomEvent("spread", { detail: { range, gesture: this.gesture } }));
    } else {
      this.requestUpdate();
    }
  }

  /** @param {"low" | "high"} end @param {KeyboardEvent} event */
  key(end, event) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (!event.repeat && event.timeStamp - this.lastKey > SAME_GESTURE) {
      this.gesture = {};
    }
    this.lastKey = event.timeStamp;
    if (event.key === "Backspace" || event.key === "Delete") {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent("reset"));
      return;
    }
    const to = keyTarget(this.indicator, this.range[end], event.key);
    if (to !== undefined) {
      event.preventDefault();
      this.move(end, to);
    }
  }

  render() {
    return html`
      <svg class="spread-drawing" width="100%" height="46" overflow="visible" aria-hidden="true">
        ${silhouette(this.indicator, this.range, this.changed)}
      </svg>
      ${this.open ? ENDS.map((end) => this.handle(end)) : nothing}`;
  }

  /** @param {"low" | "high"} end */
  handle(end) {
    const { indicator } = this;
    const name = end === "low" ? "Lowest" : "Highest";
    const place = endPlace(indicator, end, this.range[end]);
    const settle = () => this.dispatchEvent(new CustomEvent("settle"));
    return html`
      <input type="range" class="end ${end}" min="0" max="1" step="any" .value=${live(String(place))}
        aria-label="${name} value of ${indicator.short}" aria-valuetext=${withUnit(indicator, this.range[end])}
        @pointerdown=${() => (this.gesture = {})} @change=${settle} @keyup=${settle}
        @keydown=${(/** @type {KeyboardEvent} */ event) => this.key(end, event)}
        @input=${(/** @type {Event} */ event) => this.move(end, endAt(indicator, end, Number(/** @type {HTMLInputElement} */ (event.target).value)))}>
      <svg class="knob ${end}" width="100%" height="60" overflow="visible" aria-hidden="true">
        ${svg`<svg x=${`${(place * 100).toFixed(2)}%`} y="0" overflow="visible">
          <circle class="halo" cy="10" r="9"/><path class="stem" d="M0 14V42"/><circle class="grip" cy="10" r="5.5"/></svg>`}
      </svg>`;
  }
}

customElements.define("range-handles", RangeHandles);
