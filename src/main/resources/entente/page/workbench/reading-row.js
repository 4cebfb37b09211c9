/** One reading: its track, its value in a box, where it came from, and its anchors while it is in use. */

import { LitElement, html, nothing, svg } from "lit";
import { live } from "lit/directives/live.js";
import { measure, words } from "../format.js";
import { inShort, isRange, isUncertain, isWeights, rangeAround, same, valueOf, weightsAround, withValue } from "../uncertain.js";
import { chance } from "../probability.js";
import { Watch } from "../watch.js";
import * as icon from "./icons.js";
import { describe, hasLadder, label, meaning, narrows, ofReading, status, ticks, unitOf } from "./reading.js";
import { typed } from "./typed-value.js";
import "./anchor-ladder.js";
import "./graded-track.js";
import "./range-handles.js";
import { weightBars } from "./silhouette.js";
import "./uncertain-reading.js";

/** A thumb that moves is answered at most once in this time, in ms. */
const SEND_AFTER = 60;

/** Sends "use" when the focus enters it and "help" for its question mark; both bubble. */
class ReadingRow extends LitElement {
  static properties = {
    store: { attribute: false }, indicator: { attribute: false }, query: { attribute: false }, ladder: { attribute: false },
    draft: { state: true }, error: { state: true },
  };

  constructor() {
    super();
    this.store = /** @type {import("../store.js").Store} */ (/** @type {unknown} */ (undefined));
    /** @type {any} */
    this.indicator = undefined;
    /** What is searched for, to be marked. */
    this.query = "";
    /** Whether the anchors are shown. */
    this.ladder = false;
    /** What is not sent yet. @type {import("../uncertain.js").Change | undefined} */
    this.draft = undefined;
    this.error = "";
    /** What is being typed, or was refused; null: the box shows the value. @type {string | null} */
    this.text = null;
    /** @type {object | undefined} */
    this.gesture = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.sent = -SEND_AFTER;
    new Watch(this, () => this.store);
    this.addEventListener("focusin", () => this.send("use"));
  }

  createRenderRoot() {
    return this;
  }

  disconnectedCallback() {
    this.flush();
    super.disconnectedCallback();
  }

  /** @param {string} name */
  send(name) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail: this.indicator.id }));
  }

  /** Value, range or weights, with what is not sent yet. */
  get reading() {
    return this.draft === undefined ? this.store.reading(this.indicator.id) : this.draft;
  }

  get value() {
    return valueOf(this.reading);
  }

  /** The range or the weights; null: one value, or none. */
  get uncertain() {
    const { reading } = this;
    return isUncertain(reading) && !this.store.facilitated ? reading : null;
  }

  /** A value keeps the range that was given here; in place of a range of the scenario it is certain. @param {number | null} value */
  around(value) {
    const { reading } = this;
    return value !== null && isRange(reading) && this.changed ? withValue(reading, value) : value;
  }

  /** @param {CustomEvent<{value: number | null, gesture: object}>} event */
  slide({ detail }) {
    this.sendSoon(this.around(detail.value), detail.gesture);
  }

  /** @param {CustomEvent<{range: import("../uncertain.js").Uncertain, gesture?: object}>} event */
  spread({ detail: { range, gesture } }) {
    if (gesture === undefined) {
      this.set(range);
    } else {
      this.sendSoon(range, gesture);
    }
  }

  /** At once, or as soon as the last move is long enough ago. @param {import("../uncertain.js").Change} draft @param {object} gesture */
  sendSoon(draft, gesture) {
    this.draft = draft;
    this.gesture = gesture;
    this.error = "";
    this.text = null;
    const wait = SEND_AFTER - (performance.now() - this.sent);
    if (wait <= 0) {
      this.flush();
    } else {
      this.timer ??= setTimeout(() => this.flush(), wait);
    }
  }

  /** Sends what is not sent yet. */
  flush() {
    clearTimeout(this.timer);
    this.timer = undefined;
    const value = this.draft;
    this.draft = undefined;
    if (value !== undefined && !same(value, this.store.reading(this.indicator.id))) {
      this.sent = performance.now();
      this.store.move({ [this.indicator.id]: value }, this.indicator.short, undefined, this.gesture);
    }
  }

  /** @param {import("../uncertain.js").Change} value */
  set(value) {
    this.draft = value;
    this.gesture = undefined;
    this.error = "";
    this.text = null;
    this.flush();
  }

  get changed() {
    return this.store.isChanged(this.indicator.id) || this.draft !== undefined;
  }

  /** Between a distribution and one value. */
  toggleUncertain() {
    const { uncertain, value, indicator } = this;
    this.set(uncertain === null ? (value === null ? weightsAround(indicator, null) : rangeAround(indicator, value))
      : isWeights(uncertain) ? this.certain(uncertain) : uncertain.value);
  }

  /** The value in place of weights: theirs, that of the scenario, or none. @param {import("../uncertain.js").Weights} weights */
  certain(weights) {
    return weights.value ?? this.store.baselineReading(this.indicator.id).value ?? null;
  }

  reset() {
    this.draft = undefined;
    if (this.store.isChanged(this.indicator.id)) {
      this.store.reset(this.indicator.id);
      this.querySelector("input")?.focus();
    }
  }

  /** @param {Event} event */
  type(event) {
    const box = /** @type {HTMLInputElement} */ (event.target);
    const { value, error } = typed(this.indicator, box.value);
    this.error = error ?? "";
    this.text = error ? box.value : null;
    if (value !== undefined) {
      this.set(this.around(value));
    }
    this.requestUpdate();
  }

  /** Esc takes back what was typed. @param {KeyboardEvent} event */
  boxKey(event) {
    if (event.key === "Escape") {
      this.error = "";
      this.text = null;
      this.requestUpdate();
    }
  }

  render() {
    const { indicator, store, changed, uncertain } = this;
    const { id } = indicator;
    const { state } = store;
    const baseline = changed ? store.baselineReading(id).value ?? null : null;
    const own = ofReading(state.sensitivity, id);
    const found = ticks(indicator, own, store.value(id));
    const ladder = this.ladder && hasLadder(indicator) && !isWeights(uncertain);
    return html`
      <div class=${state.focus === id ? "reading in-use" : "reading"} role="group" aria-labelledby="label-${id}">
        <span class="label" id="label-${id}">${marked(label(indicator), this.query)}</span>
        <button class="help" aria-haspopup="dialog" aria-label="About ${indicator.short}" @click=${() => this.send("help")}>?</button>
        <div class=${this.ladder && isRange(uncertain) ? "track with-ends" : "track"}>${this.track(baseline, found)}</div>
        <span class="visually-hidden" id="ticks-${id}">${describe(indicator, own, store.value(id))}</span>
        <span class="value">
          <input class=${changed ? "box moved" : "box"} inputmode="decimal" autocomplete="off" aria-label="Value of ${indicator.short}"
            aria-invalid=${this.error === "" ? "false" : "true"} .value=${live(this.text ?? measure(this.value))}
            aria-describedby="error-${id}"
            @input=${(/** @type {Event} */ event) => { this.text = /** @type {HTMLInputElement} */ (event.target).value; }} @change=${this.type} @keydown=${this.boxKey}
            @blur=${() => { this.text = this.error === "" ? null : this.text; this.requestUpdate(); }}>
          <span class="unit">${unitOf(indicator)}</span>
        </span>
        <p class="error" id="error-${id}" role="alert" ?hidden=${this.error === ""}>${this.error}</p>
        ${this.ladder && uncertain !== null ? html`
          <uncertain-reading .indicator=${indicator} .range=${uncertain} .known=${this.probabilities} @spread=${this.spread} @settle=${this.flush}></uncertain-reading>` : nothing}
        ${ladder ? html`
          <anchor-ladder .indicator=${indicator} .value=${this.value} .baseline=${baseline} .sensitivity=${state.sensitivity}
            .dimmed=${state.following} @choose=${(/** @type {CustomEvent<number>} */ event) => this.set(this.around(event.detail))}></anchor-ladder>` : nothing}
        ${this.foot(ladder)}
      </div>`;
  }

  /** @param {number | null} baseline @param {import("./reading.js").Tick[]} found */
  track(baseline, found) {
    const { indicator, store: { state }, uncertain } = this;
    const { id } = indicator;
    const where = status(this.store, indicator);
    const kind = this.draft === undefined ? where.kind : this.draft === null ? "unknown" : "assumed";
    if (isWeights(uncertain)) {
      return html`<svg class="spread-drawing" width="100%" height="34" role="img" aria-label=${this.grades()}>${svg`${weightBars(uncertain.grades, this.changed)}`}</svg>`;
    }
    return html`
      <graded-track .indicator=${indicator} .value=${this.value} .baseline=${baseline} .kind=${kind} .ticks=${uncertain === null ? found : []}
        .percent=${state.assessment.verdict.likelihood.percent} .band=${state.assessment.verdict.likelihood.band}
        .dimmed=${state.following} .labelledBy=${`label-${id}`} .describedBy=${`ticks-${id}`}
        @slide=${this.slide} @settle=${this.flush} @reset=${this.reset}></graded-track>
      ${uncertain === null ? nothing : html`<range-handles .indicator=${indicator} .range=${uncertain} .open=${this.ladder} .changed=${this.changed}
        @spread=${this.spread} @settle=${this.flush} @reset=${this.reset}></range-handles>`}`;
  }

  /** Of each grade, as the service answered to what is sent. @returns {Record<string, number> | undefined} */
  get probabilities() {
    return this.store.state.exploration?.uncertain.find((/** @type {any} */ each) => each.indicator === this.indicator.id)?.grades;
  }

  /** Such as "low 36.4 %, moderate 63.6 %". */
  grades() {
    const own = isWeights(this.uncertain) ? this.uncertain.grades : this.probabilities;
    return Object.entries(own ?? {}).map(([grade, probability]) => `${words(grade)} ${chance(probability)}`).join(", ");
  }

  /** @param {boolean} ladder */
  foot(ladder) {
    const { indicator, store, uncertain, changed } = this;
    const { id, short } = indicator;
    const { state } = store;
    const where = status(store, indicator);
    return html`<div class="foot">
      <span class="grade">${uncertain !== null && this.grades() !== "" ? this.grades()
        : this.value === null ? narrows(state.assessment, state.sensitivity, id) : ladder ? "" : meaning(indicator, this.value)}</span>
      ${store.isChanged(id) && !(store.facilitated && state.locked.has(id)) ? html`
        <button class="icon reset" aria-label="Reset ${short} to ${inShort(store.unchanged(id), indicator)}"
          @click=${this.reset}>${icon.back()}</button>` : nothing}
      ${store.facilitated || !(this.ladder || (changed && uncertain !== null)) ? nothing : html`
        <button type="button" class="plain make-uncertain" aria-pressed=${uncertain !== null} aria-label="Uncertain: ${short}"
          @click=${this.toggleUncertain}>${icon.spread()} Uncertain</button>`}
      <span class="chip">${state.locked.has(id) ? html`${icon.lock()} locked, ` : nothing}${icon.status(where.kind)} ${where.text}</span>
    </div>`;
  }
}

/** A text with what is searched for marked. @param {string} text @param {string} query */
function marked(text, query) {
  const from = query === "" ? -1 : text.toLowerCase().indexOf(query.toLowerCase());
  return from < 0 ? text : html`${text.slice(0, from)}<mark>${text.slice(from, from + query.length)}</mark>${text.slice(from + query.length)}`;
}

customElements.define("reading-row", ReadingRow);
