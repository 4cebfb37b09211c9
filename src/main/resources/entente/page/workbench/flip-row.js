/** One set of changes that reaches another band: where it leads, what it changes, Apply. */

import { LitElement, html, nothing } from "lit";
import { measure, percent, unit, words } from "../format.js";
import { arrow, lock } from "./marks.js";

/** Value with its unit; ordinals stand alone. @param {any} indicator @param {number} value */
const sized = (indicator, value) => `${measure(value)}${indicator.unit === "ordinal" || indicator.unit === "count" ? "" : `\u00a0${unit(indicator)}`}`;

/** What a move needs: a value of a scale, or anything beyond a cut. @param {any} indicator @param {any} move */
export function aim(indicator, move) {
  if (indicator.unit === "ordinal") {
    return measure(move.to);
  }
  if (move.below === undefined) {
    return `${sized(indicator, move.atLeast ?? move.to)} or more`;
  }
  const least = move.atLeast === undefined ? "" : `at least ${sized(indicator, move.atLeast)} and `;
  return `${least}below ${sized(indicator, move.below)}`;
}

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
        <summary>${this.flip.others.length === 1 ? "One more" : `${this.flip.others.length} more`} of the same effect</summary>
        ${this.flip.others.map((/** @type {any} */ other) => this.line(other))}
      </details>`}`;
  }

  /** @param {any} flip */
  line(flip) {
    return html`<div class="flip">
      <p class="reached"><b>${percent(flip.percent)}</b> <span>${words(flip.band)}</span></p>
      <ul>${flip.moves.map((/** @type {any} */ move) => this.move(move))}</ul>
      <button type="button" class="apply" aria-label="Apply: ${this.spoken(flip)}" @click=${() => this.apply(flip)}>Apply</button>
    </div>`;
  }

  /** @param {any} move */
  move(move) {
    const indicator = this.indicator(move.indicator);
    const to = html`<b>${aim(indicator, move)}</b>`;
    const anchor = indicator.anchors[String(move.to)];
    return html`<li>${indicator.short}, <span class="nowrap">${move.from === null ? "unknown" : sized(indicator, move.from)} ${arrow()}
      ${indicator.unit === "ordinal" ? to : nothing}</span> ${indicator.unit === "ordinal" ? nothing : to}
      ${anchor ? html`<span class="quiet">${anchor}</span>` : nothing}
      <button type="button" class="icon lock" aria-label="Lock: ${indicator.short}" title="Lock: suggest no change of this reading"
        @click=${() => this.store?.toggleLock(move.indicator)}>${lock()}</button></li>`;
  }

  /** @param {string} id */
  indicator(id) {
    return this.store?.state.indicators.find((each) => each.id === id) ?? { short: id, unit: "", anchors: {} };
  }

  /** @param {any} flip */
  spoken(flip) {
    return flip.moves.map((/** @type {any} */ move) => {
      const indicator = this.indicator(move.indicator);
      return `${indicator.short} to ${aim(indicator, move)}`;
    }).join(", ");
  }

  /** All its changes are one step, so that one undo takes them back. @param {any} flip */
  apply(flip) {
    this.store?.move(Object.fromEntries(flip.moves.map((/** @type {any} */ move) => [move.indicator, move.to])), `Applied: ${this.spoken(flip)}`);
  }
}

customElements.define("flip-row", FlipRow);
