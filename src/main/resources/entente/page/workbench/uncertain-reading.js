/** Below the track of an uncertain reading: how its values are distributed, its ends in boxes, or the weights of its grades. */

import { LitElement, html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { GRADES, measure } from "../format.js";
import { valueAt } from "../scale.js";
import { SHAPES, isWeights, rangeAround, weightsAround, wholePercent, withEnd } from "../uncertain.js";
import { unitOf } from "./reading.js";
import { typed } from "./typed-value.js";
import "./grade-weights.js";

const WEIGHTS = "weights";

/** Sends "spread" with {range} for what is chosen or typed; that of its weights comes through. */
class UncertainReading extends LitElement {
  static properties = { indicator: { attribute: false }, range: { attribute: false }, known: { attribute: false }, error: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.indicator = undefined;
    this.range = /** @type {import("../uncertain.js").Uncertain} */ (/** @type {unknown} */ (undefined));
    /** Probabilities of its grades as the service has them. @type {Record<string, number> | undefined} */
    this.known = undefined;
    this.error = "";
    /** What is being typed for an end: an answer that arrives meanwhile does not replace it. @type {{low?: string, high?: string}} */
    this.typing = {};
    /** The value before there were weights. @type {number | null} */
    this.value = null;
  }

  createRenderRoot() {
    return this;
  }

  /** @param {import("../uncertain.js").Uncertain} range */
  spread(range) {
    this.error = "";
    this.dispatchEvent(new CustomEvent("spread", { detail: { range } }));
  }

  /** @param {string} shape */
  choose(shape) {
    const { indicator, range } = this;
    if (shape === WEIGHTS) {
      this.value = range.value ?? null;
      this.spread(this.known ? { grades: hundredths(this.known) } : weightsAround(indicator, this.value));
    } else {
      const from = isWeights(range) ? rangeAround(indicator, range.value ?? this.value ?? heaviest(indicator, range.grades)) : range;
      this.spread({ ...from, distribution: /** @type {import("../uncertain.js").Shape} */ (shape) });
    }
  }

  /** @param {"low" | "high"} end @param {Event} event */
  type(end, event) {
    const text = /** @type {HTMLInputElement} */ (event.target).value;
    const { value, error } = typed(this.indicator, text);
    this.error = error ?? "";
    this.typing = error ? { [end]: text } : {};
    if (typeof value === "number" && !isWeights(this.range)) {
      this.spread(withEnd(this.indicator, this.range, end, value));
    }
    this.requestUpdate();
  }

  render() {
    const { range, indicator } = this;
    const chosen = isWeights(range) ? WEIGHTS : range.distribution ?? "uniform";
    return html`
      <div class="how">
        <select aria-label="Distribution of ${indicator.short}" .value=${chosen}
          @change=${(/** @type {Event} */ event) => this.choose(/** @type {HTMLSelectElement} */ (event.target).value)}>
          ${SHAPES.map(({ id, name }) => html`<option value=${id} ?selected=${id === chosen}>${name}</option>`)}
          <option value=${WEIGHTS} ?selected=${chosen === WEIGHTS}>Weights</option>
        </select>
        ${isWeights(range) ? nothing : html`<span class="ends">${this.end("low", range.low)} to ${this.end("high", range.high)}
          <span class="unit">${unitOf(indicator)}</span></span>`}
      </div>
      <p class="error" role="alert" ?hidden=${this.error === ""}>${this.error}</p>
      ${isWeights(range) ? html`<grade-weights .indicator=${indicator} .weights=${range}
        @spread=${(/** @type {CustomEvent} */ event) => this.dispatchEvent(new CustomEvent("spread", { detail: event.detail }))}
        @settle=${() => this.dispatchEvent(new CustomEvent("settle"))}></grade-weights>
        ${range.value === undefined ? html`<p class="quiet">Without a value: the verdict takes it as unrated, the interval covers these grades.</p>` : nothing}` : nothing}`;
  }

  /** @param {"low" | "high"} end @param {number} value */
  end(end, value) {
    const name = end === "low" ? "Range from" : "Range to";
    return html`<input class="box" inputmode="decimal" autocomplete="off" aria-label="${name}, ${this.indicator.short}" .value=${live(this.typing[end] ?? measure(value))}
      @input=${(/** @type {Event} */ event) => { this.typing = { [end]: /** @type {HTMLInputElement} */ (event.target).value }; }}
      @change=${(/** @type {Event} */ event) => this.type(end, event)}>`;
  }
}

/** @param {Record<string, number>} grades probabilities @returns {Record<string, number>} */
function hundredths(grades) {
  return Object.fromEntries(Object.entries(wholePercent(grades)).filter(([, share]) => share > 0).map(([grade, share]) => [grade, share / 100]));
}

/** The value in the middle of the heaviest grade. @param {any} indicator @param {Record<string, number>} grades */
function heaviest(indicator, grades) {
  const most = GRADES.reduce((best, grade, index) => ((grades[grade] ?? 0) > (grades[GRADES[best]] ?? 0) ? index : best), 0);
  return valueAt(indicator, (most + 0.5) / 5);
}

customElements.define("uncertain-reading", UncertainReading);
