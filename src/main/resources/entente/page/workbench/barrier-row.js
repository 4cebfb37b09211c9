/** A barrier or driver: its net points, and its readings while it is open. */

import { LitElement, html, nothing, svg } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { direction, signed } from "../format.js";
import { Watch } from "../watch.js";
import * as icon from "./icons.js";
import "./reading-row.js";

/** Points at which the small bar reaches its end. */
const FULL_BAR = 10;
const HALF = 29;

/** Sends "toggle" when it is opened or closed. */
class BarrierRow extends LitElement {
  static properties = {
    store: { attribute: false }, group: { attribute: false }, indicators: { attribute: false }, open: { attribute: false },
    query: { attribute: false }, ladders: { attribute: false },
  };

  constructor() {
    super();
    this.store = /** @type {import("../store.js").Store} */ (/** @type {unknown} */ (undefined));
    /** @type {any} */
    this.group = undefined;
    /** Those of its readings that are listed. @type {any[]} */
    this.indicators = [];
    this.open = false;
    this.query = "";
    /** @type {Set<string>} */
    this.ladders = new Set();
    new Watch(this, () => this.store);
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const { group, store } = this;
    const points = store.state.assessment.groups.find((/** @type {any} */ each) => each.id === group.id)?.alliancePoints ?? 0;
    const changed = store.state.indicators.some((each) => each.group === group.id && store.isChanged(each.id));
    return html`
      <h2 class=${this.open ? "barrier open" : "barrier"}>
        <button aria-expanded=${this.open} aria-controls="group-${group.id}" @click=${() => this.dispatchEvent(new CustomEvent("toggle"))}>
          ${this.open ? icon.open() : icon.closed()}
          <span class="name">${group.label}</span>
          <span class=${changed ? "dot on" : "dot"}>${changed ? html`<span class="visually-hidden">changed</span>` : nothing}</span>
          ${bar(points)}
          <span class="points ${direction(points)}">${signed(points)}<span class="unit"> points</span></span>
        </button>
      </h2>
      <ul id="group-${group.id}" ?hidden=${!this.open}>
        ${this.open ? repeat(this.indicators, (each) => each.id, (each) => html`
          <li><reading-row .store=${store} .indicator=${each} .query=${this.query} .ladder=${this.ladders.has(each.id)}></reading-row></li>`) : nothing}
      </ul>`;
  }
}

/** Net points to the left or right of zero. @param {number} points */
function bar(points) {
  const length = points === 0 ? 0 : Math.max(1.5, Math.min(1, Math.abs(points) / FULL_BAR) * HALF);
  return svg`
    <svg class="bar-of-points" viewBox="0 0 60 16" width="60" height="16" aria-hidden="true">
      <rect class=${direction(points)} x=${(points < 0 ? 30 - length : 30).toFixed(1)} y="4" width=${length.toFixed(1)} height="8"/>
      <line x1="30" x2="30" y1="1" y2="15"/>
    </svg>`;
}

customElements.define("barrier-row", BarrierRow);
