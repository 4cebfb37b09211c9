/** One reading: its track, its value in a box, where it came from, and its anchors while it is in use. */

import { LitElement, html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { measure } from "../format.js";
import { Watch } from "../watch.js";
import * as icon from "./icons.js";
import { describe, hasLadder, label, meaning, narrows, ofReading, status, ticks, unitOf } from "./reading.js";
import { typed } from "./typed-value.js";
import "./anchor-ladder.js";
import "./graded-track.js";

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
    /** A value that is not sent yet. @type {number | null | undefined} */
    this.draft = undefined;
    this.error = "";
    /** What is being typed, or was refused; null: the box shows the value. @type {string | null} */
    this.text = null;
    /** @type {object | undefined} */
    this.gesture = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
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

  get value() {
    return this.draft === undefined ? this.store.value(this.indicator.id) : this.draft;
  }

  /** @param {CustomEvent<{value: number | null, gesture: object}>} event */
  slide({ detail }) {
    this.draft = detail.value;
    this.gesture = detail.gesture;
    this.error = "";
    this.text = null;
    this.timer ??= setTimeout(() => this.flush(), SEND_AFTER);
  }

  /** Sends what is not sent yet. */
  flush() {
    clearTimeout(this.timer);
    this.timer = undefined;
    const value = this.draft;
    this.draft = undefined;
    if (value !== undefined && value !== this.store.value(this.indicator.id)) {
      this.store.move({ [this.indicator.id]: value }, this.indicator.short, undefined, this.gesture);
    }
  }

  /** @param {number | null} value */
  set(value) {
    this.draft = value;
    this.gesture = undefined;
    this.error = "";
    this.text = null;
    this.flush();
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
      this.set(value);
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
    const { indicator, store } = this;
    const { id } = indicator;
    const { state } = store;
    const changed = store.isChanged(id) || this.draft !== undefined;
    const baseline = changed ? store.baselineReading(id).value ?? null : null;
    const found = ticks(indicator, ofReading(state.sensitivity, id), store.value(id));
    const where = status(store, indicator);
    const kind = this.draft === undefined ? where.kind : this.draft === null ? "unknown" : "assumed";
    return html`
      <div class=${state.focus === id ? "reading in-use" : "reading"} role="group" aria-labelledby="label-${id}">
        <span class="label" id="label-${id}">${marked(label(indicator), this.query)}</span>
        <button class="help" aria-haspopup="dialog" aria-label="About ${indicator.short}" @click=${() => this.send("help")}>?</button>
        <graded-track .indicator=${indicator} .value=${this.value} .baseline=${baseline} .kind=${kind} .ticks=${found}
          .percent=${state.assessment.verdict.likelihood.percent} .band=${state.assessment.verdict.likelihood.band}
          .dimmed=${state.following} .labelledBy=${`label-${id}`} .describedBy=${`ticks-${id}`}
          @slide=${this.slide} @settle=${this.flush} @reset=${this.reset}></graded-track>
        <span class="visually-hidden" id="ticks-${id}">${describe(indicator, found)}</span>
        <span class="value">
          <input class=${changed ? "box moved" : "box"} inputmode="decimal" autocomplete="off" aria-label="Value of ${indicator.short}"
            aria-invalid=${this.error === "" ? "false" : "true"} .value=${live(this.text ?? measure(this.value))}
            aria-describedby="error-${id}"
            @input=${(/** @type {Event} */ event) => { this.text = /** @type {HTMLInputElement} */ (event.target).value; }} @change=${this.type} @keydown=${this.boxKey}
            @blur=${() => { this.text = this.error === "" ? null : this.text; this.requestUpdate(); }}>
          <span class="unit">${unitOf(indicator)}</span>
        </span>
        <p class="error" id="error-${id}" role="alert" ?hidden=${this.error === ""}>${this.error}</p>
        ${this.ladder && hasLadder(indicator) ? html`
          <anchor-ladder .indicator=${indicator} .value=${this.value} .baseline=${baseline} .sensitivity=${state.sensitivity}
            .dimmed=${state.following} @choose=${(/** @type {CustomEvent<number>} */ event) => this.set(event.detail)}></anchor-ladder>` : nothing}
        <div class="foot">
          <span class="grade">${this.value === null ? narrows(state.assessment, state.sensitivity, id)
            : this.ladder && hasLadder(indicator) ? "" : meaning(indicator, this.value)}</span>
          ${store.isChanged(id) && !(store.facilitated && state.locked.has(id)) ? html`
            <button class="icon reset" aria-label="Reset ${indicator.short} to ${measure(baseline)}"
              @click=${this.reset}>${icon.back()}</button>` : nothing}
          <span class="chip">${state.locked.has(id) ? html`${icon.lock()} locked, ` : nothing}${icon.status(where.kind)} ${where.text}</span>
        </div>
      </div>`;
  }
}

/** A text with what is searched for marked. @param {string} text @param {string} query */
function marked(text, query) {
  const from = query === "" ? -1 : text.toLowerCase().indexOf(query.toLowerCase());
  return from < 0 ? text : html`${text.slice(0, from)}<mark>${text.slice(from, from + query.length)}</mark>${text.slice(from + query.length)}`;
}

customElements.define("reading-row", ReadingRow);
