/** A weight for each grade of a reading: a slider and a box each; together they are always 100 %. */

import { LitElement, html } from "lit";
import { live } from "lit/directives/live.js";
import { GRADES, measure, withPercent, words } from "../format.js";
import { WEIGHTED, wholePercent, withWeight } from "../uncertain.js";
import { SAME_GESTURE } from "./graded-track.js";

/** Sends "spread" with {range, gesture} for each difference, where the range is the weights, and "settle" when a gesture ends. */
class GradeWeights extends LitElement {
  static properties = { indicator: { attribute: false }, weights: { attribute: false } };

  constructor() {
    super();
    /** @type {any} */
    this.indicator = undefined;
    this.weights = /** @type {import("../uncertain.js").Weights} */ ({ grades: {} });
    /** Weights before the gesture, which the others are rescaled from. @type {{from: import("../uncertain.js").Weights, grade: string} | undefined} */
    this.gesture = undefined;
    this.last = 0;
    /** What is being typed for a grade: an answer that arrives meanwhile does not replace it. @type {Record<string, string>} */
    this.typing = {};
  }

  createRenderRoot() {
    return this;
  }

  /** @param {string} grade @param {Event} event */
  input(grade, event) {
    if (this.gesture === undefined || this.gesture.grade !== grade || event.timeStamp - this.last > SAME_GESTURE) {
      this.gesture = { from: this.weights, grade };
    }
    this.last = event.timeStamp;
    const range = withWeight(this.gesture.from, grade, Number(/** @type {HTMLInputElement} */ (event.target).value));
    this.dispatchEvent(new CustomEvent("spread", { detail: { range, gesture: this.gesture } }));
    this.requestUpdate();
  }

  /** @param {string} grade @param {Event} event */
  type(grade, event) {
    this.gesture = undefined;
    const box = /** @type {HTMLInputElement} */ (event.target);
    this.typing = {};
    const typed = box.value.trim().replace(/\s*%$/, "");
    const percent = Number(typed);
    if (typed !== "" && percent >= 0 && percent <= 100) {
      this.input(grade, event);
    }
    this.gesture = undefined;
    this.settle();
    this.requestUpdate();
  }

  settle() {
    this.dispatchEvent(new CustomEvent("settle"));
  }

  render() {
    const percents = wholePercent(Object.fromEntries(WEIGHTED.map((grade) => [grade, this.weights.grades[grade] ?? 0])));
    return html`<div role="group" aria-label="Weights of ${this.indicator.short}">${WEIGHTED.map((grade) => this.row(grade, percents[grade]))}</div>`;
  }

  /** @param {string} grade @param {number} percent */
  row(grade, percent) {
    const name = grade === "UNKNOWN" ? "unknown" : words(grade);
    return html`<div class=${percent > 0 ? "weight" : "weight none-there"}>
      <span class="means">${name} <span class="quiet">${span(this.indicator, GRADES.indexOf(grade))}</span></span>
      <input type="range" min="0" max="100" step="1" .value=${live(String(percent))} aria-label="Weight of ${name}" aria-valuetext=${withPercent(String(percent))}
        @pointerdown=${() => (this.gesture = undefined)} @input=${(/** @type {Event} */ event) => this.input(grade, event)} @change=${this.settle}>
      <input class="box" inputmode="numeric" autocomplete="off" aria-label="Weight of ${name} in percent" .value=${live(this.typing[grade] ?? String(percent))}
        @input=${(/** @type {Event} */ event) => { this.typing = { [grade]: /** @type {HTMLInputElement} */ (event.target).value }; }}
        @change=${(/** @type {Event} */ event) => this.type(grade, event)}> <span class="unit">%</span>
    </div>`;
  }
}

/** The values of a grade. @param {any} indicator @param {number} grade */
function span(indicator, grade) {
  if (grade < 0) {
    return "";
  }
  const borders = [indicator.range[0], ...indicator.cutPoints.map((/** @type {any} */ cut) => cut.from), indicator.range[1]];
  const last = indicator.whole && grade < 4 ? borders[grade + 1] - 1 : borders[grade + 1];
  return borders[grade] === last ? measure(last) : `${measure(borders[grade])} to ${measure(last)}`;
}

customElements.define("grade-weights", GradeWeights);
