/** The anchors of a reading, the highest first, with the likelihood at each when this reading alone is moved. */

import { LitElement, html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { percent } from "../format.js";
import { resultAt } from "./reading.js";

/** Sends "choose" with the value. */
class AnchorLadder extends LitElement {
  static properties = {
    indicator: { attribute: false }, value: { attribute: false }, baseline: { attribute: false },
    sensitivity: { attribute: false }, dimmed: { attribute: false },
  };

  constructor() {
    super();
    /** @type {any} */
    this.indicator = undefined;
    /** @type {number | null} */
    this.value = null;
    /** @type {number | null} */
    this.baseline = null;
    /** @type {any} */
    this.sensitivity = null;
    this.dimmed = false;
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const values = Object.keys(this.indicator.anchors).map(Number).sort((one, other) => other - one);
    return html`
      <div role="radiogroup" aria-label="Anchors of ${this.indicator.short}">
        ${values.map((value) => this.anchor(value))}
      </div>`;
  }

  /** @param {number} value */
  anchor(value) {
    const result = resultAt(this.indicator, this.sensitivity, value);
    const chosen = value === this.value;
    return html`
      <label class=${chosen ? "anchor chosen" : "anchor"}>
        <input type="radio" class="visually-hidden" name="anchor-${this.indicator.id}" .checked=${live(chosen)}
          @change=${() => this.dispatchEvent(new CustomEvent("choose", { bubbles: true, detail: value }))}>
        <span class="at">${value}</span>
        <span class="means">${this.indicator.anchors[value]}${value === this.baseline && !chosen
          ? html` <span class="was">baseline</span>` : nothing}</span>
        <span class=${this.dimmed ? "result dimmed" : "result"}>${result ? percent(result.percent) : "–"}</span>
      </label>`;
  }
}

customElements.define("anchor-ladder", AnchorLadder);
