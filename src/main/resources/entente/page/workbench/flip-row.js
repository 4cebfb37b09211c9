/** One set of changes that reaches another band: where it leads, what it changes, Apply. */

import { LitElement, html, nothing } from "lit";
import { band, measure, percents } from "../format.js";
import { lock } from "./marks.js";
import { inWords, where } from "./reading.js";

class FlipRow extends LitElement {
  static properties = { store: { attribute: false }, flip: { attribute: false } };

  constructor() {
    super();
    /** @type {import("../store.js").Store | undefined} */
    this.store = undefined;
    /** @type {any} */
    this.flip = null;
  }

  createRenderRoot() {
    return this;
  }

  render() {
    return html`${this.line(this.flip)}
      ${this.flip.others.length === 0 ? nothing : html`<details>
        <summary>${this.flip.others.length === 1 ? "One more change" : `${this.flip.others.length} more changes`} of the same readings</summary>
        ${this.flip.others.map((/** @type {any} */ other) => this.line(other))}
      </details>`}`;
  }

  /** @param {any} flip */
  line(flip) {
    return html`<div class="flip">
      <p class="reached"><b>${percents(flip.lowestPercent, flip.highestPercent)}</b> <span>${band(flip.band).term}</span></p>
      <ul>${flip.moves.map((/** @type {any} */ move) => this.move(move))}</ul>
      <button type="button" class="apply" aria-label="Apply: ${this.spoken(flip)}" @click=${() => this.apply(flip)}>Apply</button>
    </div>`;
  }

  /** @param {any} move */
  move(move) {
    const indicator = this.indicator(move.indicator);
    const anchor = indicator.anchors[String(move.to)];
    const values = where(indicator, move);
    const of = values === `at ${measure(move.to)}` ? "" : `${measure(move.to)}: `;
    return html`<li>${indicator.short}, <span class="nowrap"><b>${values}</b>,
      ${move.from === undefined ? "not rated" : `now ${inWords(indicator, move.from)}`}</span>
      ${anchor ? html`<span class="quiet">${of}${anchor}</span>` : nothing}
      <button type="button" class="icon lock" aria-label="Lock: ${indicator.short}" title="Lock: suggest no change of this reading"
        @click=${() => this.store?.toggleLock(move.indicator)}>${lock()}</button></li>`;
  }

  /** @param {string} id */
  indicator(id) {
    return this.store?.state.indicators.find((each) => each.id === id) ?? { short: id, unit: "", range: [], anchors: {} };
  }

  /** @param {any} flip */
  spoken(flip) {
    return flip.moves.map((/** @type {any} */ move) => `${this.indicator(move.indicator).short} to ${measure(move.to)}`).join(", ");
  }

  /** All its changes are one step, so that one undo takes them back. @param {any} flip */
  apply(flip) {
    this.store?.move(Object.fromEntries(flip.moves.map((/** @type {any} */ move) => [move.indicator, move.to])), `Applied: ${this.spoken(flip)}`);
  }
}

customElements.define("flip-row", FlipRow);
