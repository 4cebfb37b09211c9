/** What is assumed rather than read: base rate or reference class, weights, emphasis, and disabled rules. Locked until unlocked. */

import { LitElement, html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { count, measure, percent, words } from "../format.js";
import { Watch } from "../watch.js";
import { nameOf, numberIn, withBaseRate, withEmphasis, withReferenceClass, withSwitch, withWeight } from "./assumptions.js";
import * as icon from "./icons.js";
import "./disabled-rules.js";

/** @typedef {import("./assumptions.js").Assumptions} Assumptions */

const WHY = "What is assumed here is kept apart from what is read, marked in the verdict, and named in every export.";

/** Sends "done" when it closes. */
class AssumptionsDrawer extends LitElement {
  static properties = { store: { attribute: false }, open: { attribute: false }, unlocked: { state: true }, error: { state: true } };

  constructor() {
    super();
    this.store = /** @type {import("../store.js").Store} */ (/** @type {unknown} */ (undefined));
    this.open = false;
    this.unlocked = false;
    this.error = "";
    /** One drag of a slider. */
    this.gesture = {};
    new Watch(this, () => this.store);
  }

  createRenderRoot() {
    return this;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("open") && this.open) {
      this.unlocked = false;
      this.error = "";
      this.querySelector("dialog")?.showModal();
    }
  }

  /** @returns {Assumptions} */
  get assumptions() {
    return this.store.assumptions;
  }

  /** @param {string} label @param {Assumptions} assumptions @param {object} [gesture] */
  change(label, assumptions, gesture) {
    this.error = "";
    this.store.move({}, label, assumptions, gesture);
  }

  /** @param {Event} event @param {number} least @param {number} most @param {(value: number) => void} use */
  typed(event, least, most, use) {
    const value = numberIn(/** @type {HTMLInputElement} */ (event.target).value, least, most);
    if (value === undefined) {
      this.error = `Type a number from ${least} to ${most}.`;
      this.requestUpdate();
    } else {
      use(value);
    }
  }

  render() {
    if (!this.open) {
      return html`<dialog class="drawer"></dialog>`;
    }
    const { store } = this;
    const changed = store.state.assessment.assumptions.changed.length;
    return html`
      <dialog class="drawer" aria-labelledby="drawer-title" @close=${() => this.dispatchEvent(new CustomEvent("done"))}
        @click=${(/** @type {MouseEvent} */ event) => event.target === event.currentTarget && this.querySelector("dialog")?.close()}>
        <div class="inside">
          <div class="head">
            <h2 id="drawer-title">Assumptions</h2>
            <span class=${changed > 0 ? "changed" : "quiet"}>${changed === 0 ? "as shipped" : count(changed, "change")}</span>
            <button class="icon" aria-label="Close" @click=${() => this.querySelector("dialog")?.close()}>${icon.cross()}</button>
          </div>
          <p class="why">${this.unlocked ? icon.unlock() : icon.lock()}
            <span>${this.unlocked ? "Unlocked." : "Locked, so that nobody changes them by accident."} ${WHY}</span></p>
          <div class="actions">
            <button @click=${() => (this.unlocked = !this.unlocked)}>${this.unlocked
              ? html`${icon.lock()} Lock` : html`${icon.unlock()} Unlock`}</button>
            ${changed > 0 ? html`
              <button ?disabled=${!this.unlocked} @click=${() => this.change("Assumptions as shipped", {})}>${icon.back()} As shipped</button>
              <span class="now">${percent(store.state.assessment.verdict.likelihood.percent)} now</span>` : nothing}
          </div>
          <p class="error" role="alert" ?hidden=${this.error === "" && !store.state.problem}>${this.error || store.state.problem?.message}</p>
          ${this.baseRate()} ${this.weights()} ${this.emphasis()}
          <disabled-rules .store=${store} .disabled=${!this.unlocked}
            @switch=${(/** @type {CustomEvent<{id: string, off: boolean}>} */ { detail }) => this.change(
              `${nameOf(store.state.book, detail.id)}: ${detail.off ? "off" : "on"}`, withSwitch(this.assumptions, detail.id, detail.off))}></disabled-rules>
          ${this.others()}
        </div>
      </dialog>`;
  }

  baseRate() {
    const { book, baseline, assessment } = this.store.state;
    const years = baseline.scenario.horizonYears;
    const standard = book.referenceClasses.find((/** @type {any} */ each) => each.standard);
    const chosen = book.referenceClasses.find((/** @type {any} */ each) => each.id === this.assumptions.referenceClass) ?? standard;
    const inBook = standard.baseRates[years];
    const value = this.assumptions.baseRatePercent ?? chosen.baseRates[years];
    return html`
      <h3>Base rate over ${count(years, "year")}</h3>
      <label class="line"><span>How often two major powers under a weaker pact rose to a defence pledge${was(value, inBook, "\u00a0%")}</span>
        ${this.box(value, value !== inBook, (event) => this.typed(event, 0.1, 99, (typed) =>
          this.change("Base rate", withBaseRate(this.assumptions, typed, inBook))))}&nbsp;%</label>
      ${assessment.outsideView.map((/** @type {any} */ view) => html`
        <label class="line"><span><input type="radio" name="reference-class" ?disabled=${!this.unlocked} .checked=${live(view.used)}
          @change=${() => this.change("Reference class", withReferenceClass(this.assumptions, view.referenceClass, standard.id))}>
          ${view.label}, ${measure(view.baseRatePercent)}&nbsp;%</span><span>${percent(view.percent)}</span></label>`)}`;
  }

  weights() {
    const { weights } = this.store.state.book;
    return html`
      <h3>What a claim weighs, points on the alliance</h3>
      <div class="pairs">${Object.keys(weights).map((strength) => {
        const value = this.assumptions.weights?.alliance?.[strength] ?? weights[strength];
        return html`<label class="line"><span>${words(strength)}${was(value, weights[strength])}</span>
          ${this.box(value, value !== weights[strength], (event) => this.typed(event, 0, 100, (typed) =>
            this.change(`Weight ${words(strength)}`, withWeight(this.assumptions, strength, typed, weights[strength]))), 2)}</label>`;
      })}</div>`;
  }

  /** @param {number} value @param {boolean} moved @param {(event: Event) => void} change @param {number} [digits] */
  box(value, moved, change, digits) {
    return html`<input class=${moved ? "box moved" : "box"} inputmode="decimal" autocomplete="off" ?disabled=${!this.unlocked}
      .value=${digits === undefined || value !== Number(value.toFixed(digits)) ? String(value) : value.toFixed(digits)} @change=${change}>`;
  }

  emphasis() {
    const { groups } = this.store.state.book;
    return html`
      <h3>Emphasis by barrier</h3>
      ${groups.map((/** @type {any} */ group) => {
        const value = this.assumptions.emphasis?.[group.id] ?? 1;
        return html`<label class="line"><span>${group.label}</span>
          <input type="range" min="0" max="2" step="0.1" ?disabled=${!this.unlocked} .value=${live(String(value))} aria-valuetext="times ${value.toFixed(1)}"
            @pointerdown=${() => (this.gesture = {})}
            @keydown=${(/** @type {KeyboardEvent} */ event) => !event.repeat && (this.gesture = {})}
            @input=${(/** @type {Event} */ event) => this.change(`Emphasis: ${group.short}`,
              withEmphasis(this.assumptions, group.id, Number(/** @type {HTMLInputElement} */ (event.target).value)), this.gesture)}>
          <span class="times ${value === 1 ? "" : "changed"}">×${value.toFixed(1)}</span></label>`;
      })}`;
  }

  /** What only a link or a file can change. */
  others() {
    const { cutPoints, weights } = this.assumptions;
    const texts = Object.entries(cutPoints ?? {}).map(([id, cuts]) => `${words(id)}: graded from ${cuts.map(measure).join(", ")}`);
    texts.push(...Object.entries(weights?.partnership ?? {}).map(([strength, value]) =>
      `a claim that weighs ${words(strength)} on the partnership: ${value} points`));
    return texts.length === 0 ? nothing : html`<h3>Also changed</h3><ul>${texts.map((text) => html`<li class="line">${text}</li>`)}</ul>`;
  }
}

/** @param {number} value @param {number} inBook @param {string} [unit] */
const was = (value, inBook, unit = "") => (value === inBook ? nothing : html` <span class="quiet">in the book ${inBook}${unit}</span>`);

customElements.define("assumptions-drawer", AssumptionsDrawer);
