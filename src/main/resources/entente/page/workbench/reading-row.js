/** One reading: its track, its value in a box, where it came from, and its anchors while it is in use. */

import { html, nothing, svg } from "lit";
import { live } from "lit/directives/live.js";
import { box, LightElement, StoreElement } from "../element.js";
import { chance, GRADES, measure, percent, withPercent, words } from "../format.js";
import { bordersOf, valueAt } from "../scale.js";
import { inShort, isRange, isUncertain, isWeights, rangeAround, same, SHAPES, valueOf, WEIGHTED, weightsAround, wholePercent, withEnd, withValue, withWeight } from "../uncertain.js";
import * as icon from "./icons.js";
import { SAME_GESTURE, Slider, weightBars } from "./reading-track.js";
import { describe, meaning, narrows, ofReading, resultAt, status, ticks, typed, unitOf } from "./reading.js";

/**
 * The anchors of a reading, the highest first, with the likelihood at each when this reading alone is moved.
 * @param {any} indicator @param {number | null} now @param {number | null} baseline @param {any} sensitivity @param {boolean} dimmed
 * @param {(value: number) => void} choose
 */
function anchorLadder(indicator, now, baseline, sensitivity, dimmed, choose) {
  const values = Object.keys(indicator.anchors).map(Number).sort((one, other) => other - one);
  return html`<anchor-ladder>
    <div role="radiogroup" aria-label="Anchors of ${indicator.short}">${values.map((value) => {
      const result = resultAt(indicator, sensitivity, value);
      const chosen = value === now;
      return html`
        <label class=${chosen ? "anchor chosen" : "anchor"}>
          <input type="radio" class="visually-hidden" name="anchor-${indicator.id}" .checked=${live(chosen)} @change=${() => choose(value)}>
          <span class="at">${value}</span>
          <span class="means">${indicator.anchors[value]}${value === baseline && !chosen
            ? html` <span class="was">baseline</span>` : nothing}</span>
          <span class=${dimmed ? "result dimmed" : "result"}>${result ? percent(result.percent) : "–"}</span>
        </label>`;
    })}</div></anchor-ladder>`;
}

const WEIGHTS = "weights";

/** The values of a grade. @param {any} indicator @param {number} grade */
function span(indicator, grade) {
  if (grade < 0) {
    return "";
  }
  const borders = bordersOf(indicator);
  const last = indicator.whole && grade < 4 ? borders[grade + 1] - 1 : borders[grade + 1];
  return borders[grade] === last ? measure(last) : `${measure(borders[grade])} to ${measure(last)}`;
}

/** Below the track of an uncertain reading: how its values are distributed, its ends in boxes, or the weights of its grades. */
class UncertainReading extends LightElement {
  static properties = { row: { attribute: false }, range: { attribute: false }, error: { state: true } };

  constructor() {
    super();
    this.row = /** @type {ReadingRow} */ (/** @type {unknown} */ (undefined));
    this.range = /** @type {import("../uncertain.js").Uncertain} */ (/** @type {unknown} */ (undefined));
    this.error = "";
    /** Weights before the gesture, which the others are rescaled from. @type {{from: import("../uncertain.js").Weights, grade: string} | undefined} */
    this.gesture = undefined;
    this.last = 0;
    /** The value before there were weights. @type {number | null} */
    this.value = null;
  }

  /** @param {import("../uncertain.js").Uncertain} range @param {object} [gesture] */
  spread(range, gesture) {
    this.error = "";
    this.row.set(range, gesture);
  }

  /** @param {string} shape */
  choose(shape) {
    const { range, row: { indicator, probabilities } } = this;
    if (shape === WEIGHTS) {
      this.value = range.value ?? null;
      this.spread(probabilities ? { grades: hundredths(probabilities) } : weightsAround(indicator, this.value));
    } else {
      const from = isWeights(range) ? rangeAround(indicator, range.value ?? this.value ?? heaviest(indicator, range.grades)) : range;
      this.spread({ ...from, distribution: /** @type {import("../uncertain.js").Shape} */ (shape) });
    }
  }

  /** @param {"low" | "high"} end @param {Event} event */
  type(end, event) {
    const field = box(event);
    const { value, error = "" } = typed(this.row.indicator, field.value);
    this.error = error;
    if (error === "" && !isWeights(this.range)) {
      field.value = measure(this.range[end]);
      if (typeof value === "number") {
        this.spread(withEnd(this.row.indicator, this.range, end, value));
      }
    }
  }

  render() {
    const { range, row: { indicator } } = this;
    const chosen = isWeights(range) ? WEIGHTS : range.distribution ?? "uniform";
    return html`
      <div class="how">
        <select aria-label="Distribution of ${indicator.short}" .value=${chosen}
          @change=${(/** @type {Event} */ event) => this.choose(box(event).value)}>
          ${SHAPES.map(({ id, name }) => html`<option value=${id} ?selected=${id === chosen}>${name}</option>`)}
          <option value=${WEIGHTS} ?selected=${chosen === WEIGHTS}>Weights</option>
        </select>
        ${isWeights(range) ? nothing : html`<span class="ends">${this.end("low", range.low)} to ${this.end("high", range.high)}
          <span class="unit">${unitOf(indicator)}</span></span>`}
      </div>
      <p class="error" role="alert" ?hidden=${this.error === ""}>${this.error}</p>
      ${isWeights(range) ? html`${this.weights(range)}
        ${range.value === undefined ? html`<p class="quiet">Without a value: the verdict takes it as unrated, the interval covers these grades.</p>` : nothing}` : nothing}`;
  }

  /** A slider and a box for each grade; together they are always 100 %. @param {import("../uncertain.js").Weights} weights */
  weights(weights) {
    const { indicator } = this.row;
    const percents = wholePercent(Object.fromEntries(WEIGHTED.map((grade) => [grade, weights.grades[grade] ?? 0])));
    return html`<grade-weights><div role="group" aria-label="Weights of ${indicator.short}">${WEIGHTED.map((grade) => {
      const weight = percents[grade];
      const name = words(grade);
      return html`<div class=${weight > 0 ? "weight" : "weight none-there"}>
        <span class="means">${name} <span class="quiet">${span(indicator, GRADES.indexOf(grade))}</span></span>
        <input type="range" min="0" max="100" step="1" .value=${live(String(weight))} aria-label="Weight of ${name}" aria-valuetext=${withPercent(String(weight))}
          @pointerdown=${() => (this.gesture = undefined)} @input=${(/** @type {Event} */ event) => this.weigh(weights, grade, event)} @change=${() => this.row.flush()}>
        <input class="box" inputmode="numeric" autocomplete="off" aria-label="Weight of ${name} in percent" .value=${String(weight)}
          @change=${(/** @type {Event} */ event) => this.typeWeight(weights, grade, weight, event)}> <span class="unit">%</span>
      </div>`;
    })}</div></grade-weights>`;
  }

  /** @param {import("../uncertain.js").Weights} weights @param {string} grade @param {Event} event */
  weigh(weights, grade, event) {
    if (this.gesture === undefined || this.gesture.grade !== grade || event.timeStamp - this.last > SAME_GESTURE) {
      this.gesture = { from: weights, grade };
    }
    this.last = event.timeStamp;
    this.spread(withWeight(this.gesture.from, grade, Number(box(event).value)), this.gesture);
    this.requestUpdate();
  }

  /** @param {import("../uncertain.js").Weights} weights @param {string} grade @param {number} now in percent @param {Event} event */
  typeWeight(weights, grade, now, event) {
    const field = box(event);
    const text = field.value.trim().replace(/\s*%$/, "");
    field.value = String(now);
    if (text !== "" && Number(text) >= 0 && Number(text) <= 100) {
      this.spread(withWeight(weights, grade, Number(text)));
    }
  }

  /** @param {"low" | "high"} end @param {number} value */
  end(end, value) {
    const name = end === "low" ? "Range from" : "Range to";
    return html`<input class="box" inputmode="decimal" autocomplete="off" aria-label="${name}, ${this.row.indicator.short}" .value=${measure(value)}
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

/** A thumb that moves is answered at most once in this time, in ms. */
const SEND_AFTER = 60;

/** Sends "use" when the focus enters it and "help" for its question mark; both bubble. */
export class ReadingRow extends StoreElement {
  static properties = {
    indicator: { attribute: false }, query: { attribute: false }, ladder: { attribute: false },
    draft: { state: true }, error: { state: true },
  };

  constructor() {
    super();
    /** @type {any} */
    this.indicator = undefined;
    /** What is searched for, to be marked. */
    this.query = "";
    /** Whether the anchors are shown. */
    this.ladder = false;
    /** What is not sent yet. @type {import("../uncertain.js").Change | undefined} */
    this.draft = undefined;
    this.error = "";
    /** @type {object | undefined} */
    this.gesture = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.sent = -SEND_AFTER;
    this.slider = new Slider(this);
    this.addEventListener("focusin", () => this.send("use"));
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

  /** Sends it at once; within a gesture as soon as the last move is long enough ago. @param {import("../uncertain.js").Change} draft @param {object} [gesture] */
  set(draft, gesture) {
    this.draft = draft;
    this.gesture = gesture;
    this.error = "";
    const wait = SEND_AFTER - (performance.now() - this.sent);
    if (gesture === undefined || wait <= 0) {
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

  get changed() {
    return this.store.isChanged(this.indicator.id) || this.draft !== undefined;
  }

  /** Between a distribution and one value. */
  toggleUncertain() {
    const { uncertain, value, indicator, store } = this;
    // In place of weights: their value, that of the scenario, or none.
    this.set(uncertain !== null ? uncertain.value ?? store.baselineReading(indicator.id).value ?? null
      : value === null ? weightsAround(indicator, null) : rangeAround(indicator, value));
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
    const field = box(event);
    const { value, error = "" } = typed(this.indicator, field.value);
    this.error = error;
    if (value !== undefined) {
      this.set(this.around(value));
    }
    if (error === "") {
      field.value = measure(this.value);
    }
  }

  /** Esc takes back what was typed. @param {KeyboardEvent} event */
  boxKey(event) {
    if (event.key === "Escape") {
      this.error = "";
      box(event).value = measure(this.value);
    }
  }

  render() {
    const { indicator, store, changed, uncertain } = this;
    const { id } = indicator;
    const { state } = store;
    const baseline = changed ? store.baselineReading(id).value ?? null : null;
    const own = ofReading(state.sensitivity, id);
    const ladder = this.ladder && Object.keys(indicator.anchors).length > 0 && !isWeights(uncertain);
    // Without the list in brackets at its end, which the help shows.
    const label = indicator.label.replace(/ \([^()]*\)$/, "");
    return html`
      <div class=${state.focus === id ? "reading in-use" : "reading"} role="group" aria-labelledby="label-${id}">
        <span class="label" id="label-${id}">${marked(label, this.query)}</span>
        <button class="help" aria-haspopup="dialog" aria-label="About ${indicator.short}" @click=${() => this.send("help")}>?</button>
        <div class=${this.ladder && isRange(uncertain) ? "track with-ends" : "track"}>${this.track(baseline, uncertain === null ? ticks(indicator, own, store.value(id)) : [])}</div>
        <span class="visually-hidden" id="ticks-${id}">${describe(indicator, own, store.value(id))}</span>
        <span class="value">
          <input class=${changed ? "box moved" : "box"} inputmode="decimal" autocomplete="off" aria-label="Value of ${indicator.short}"
            aria-invalid=${this.error === "" ? "false" : "true"} .value=${measure(this.value)}
            aria-describedby="error-${id}" @change=${this.type} @keydown=${this.boxKey}>
          <span class="unit">${unitOf(indicator)}</span>
        </span>
        <p class="error" id="error-${id}" role="alert" ?hidden=${this.error === ""}>${this.error}</p>
        ${this.ladder && uncertain !== null ? html`
          <uncertain-reading .row=${this} .range=${uncertain}></uncertain-reading>` : nothing}
        ${ladder ? anchorLadder(indicator, this.value, baseline, state.sensitivity, state.following, (value) => this.set(this.around(value))) : nothing}
        ${this.foot(ladder)}
      </div>`;
  }

  /** @param {number | null} baseline @param {import("./reading.js").Tick[]} found */
  track(baseline, found) {
    const { uncertain } = this;
    const kind = this.draft === undefined ? status(this.store, this.indicator).kind : this.draft === null ? "unknown" : "assumed";
    if (isWeights(uncertain)) {
      return html`<svg class="spread-drawing" width="100%" height="34" role="img" aria-label=${this.grades()}>${svg`${weightBars(uncertain.grades, this.changed)}`}</svg>`;
    }
    return html`${this.slider.track(baseline, kind, found)}
      ${uncertain === null ? nothing : this.slider.handles(uncertain)}`;
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
