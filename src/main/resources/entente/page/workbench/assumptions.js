/** The assumptions of a scenario (src/docs/scenario.md), and the drawer in which they are changed. */

import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { box, StoreElement } from "../element.js";
import { count, measure, percent, words } from "../format.js";
import * as icon from "./icons.js";

/**
 * @typedef {object} Assumptions what differs from the rule book, and nothing else
 * @property {number} [baseRatePercent]
 * @property {string} [referenceClass] never beside a base rate
 * @property {Record<string, Record<string, number | undefined>>} [weights] by question and strength
 * @property {Record<string, number | undefined>} [emphasis] by barrier or driver
 * @property {string[]} [without] disabled rules and barriers
 * @property {Record<string, number[]>} [cutPoints]
 */

/** Without what is undefined or empty. @param {Record<string, any>} all @returns {any} */
function tidy(all) {
  return Object.fromEntries(Object.entries(all)
    .map(([key, value]) => [key, typeof value === "object" && !Array.isArray(value) ? tidy(value) : value])
    .filter(([, value]) => value !== undefined && !(typeof value === "object" && Object.keys(value).length === 0)));
}

/** A rule or barrier as the user knows it. @param {any} book @param {string} id @returns {string} */
const nameOf = (book, id) =>
  book.groups.find((/** @type {any} */ each) => each.id === id)?.label
  ?? book.rules.find((/** @type {any} */ each) => each.id === id)?.claim ?? words(id);

/**
 * What is assumed rather than read: base rate or reference class, weights, emphasis, and disabled rules. Locked until unlocked.
 * Sends "done" when it closes.
 */
class AssumptionsDrawer extends StoreElement {
  static properties = { open: { attribute: false }, unlocked: { state: true }, error: { state: true } };

  constructor() {
    super();
    this.open = false;
    this.unlocked = false;
    this.error = "";
    /** One drag of a slider. */
    this.gesture = {};
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

  /** @param {string} label @param {Assumptions} changed undefined: as in the book @param {object} [gesture] */
  change(label, changed, gesture) {
    this.error = "";
    this.store.move({}, label, tidy({ ...this.assumptions, ...changed }), gesture);
  }

  /** Switches a rule or a barrier off or on. @param {string} id @param {boolean} off */
  toggle(id, off) {
    const rest = (this.assumptions.without ?? []).filter((each) => each !== id);
    this.change(`${nameOf(this.store.state.book, id)}: ${off ? "off" : "on"}`, { without: off ? [...rest, id] : rest });
  }

  /** @param {Event} event @param {number} least @param {number} most @param {(value: number) => void} use */
  typed(event, least, most, use) {
    const text = box(event).value.trim().replace(",", ".");
    const value = Number(text);
    if (text !== "" && value >= least && value <= most) {
      use(value);
    } else {
      this.error = `Type a number from ${least} to ${most}.`;
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
            <span>${this.unlocked ? "Unlocked." : "Locked, so that nobody changes them by accident."}
              What is assumed here is kept apart from what is read, marked in the verdict, and named in every export.</span></p>
          <div class="actions">
            <button @click=${() => (this.unlocked = !this.unlocked)}>${this.unlocked
              ? html`${icon.lock()} Lock` : html`${icon.unlock()} Unlock`}</button>
            ${changed > 0 ? html`
              <button ?disabled=${!this.unlocked} @click=${() => this.store.move({}, "Assumptions as shipped", {})}>${icon.back()} As shipped</button>
              <span class="now">${percent(store.state.assessment.verdict.likelihood.percent)} now</span>` : nothing}
          </div>
          <p class="error" role="alert" ?hidden=${this.error === "" && !store.state.problem}>${this.error || store.state.problem?.message}</p>
          ${this.baseRate()} ${this.weights()} ${this.emphasis()}
          ${this.disabled()} ${this.others()}
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
        ${this.field(value, value !== inBook, (event) => this.typed(event, 0.1, 99, (typed) =>
          this.change("Base rate", { referenceClass: undefined, baseRatePercent: typed === inBook ? undefined : typed })))}&nbsp;%</label>
      ${assessment.outsideView.map((/** @type {any} */ view) => html`
        <label class="line"><span><input type="radio" name="reference-class" ?disabled=${!this.unlocked} .checked=${live(view.used)}
          @change=${() => this.change("Reference class", {
            baseRatePercent: undefined, referenceClass: view.referenceClass === standard.id ? undefined : view.referenceClass })}>
          ${view.label}, ${measure(view.baseRatePercent)}&nbsp;%</span><span>${percent(view.percent)}</span></label>`)}`;
  }

  weights() {
    const { weights } = this.store.state.book;
    const own = this.assumptions.weights;
    return html`
      <h3>What a claim weighs, points on the alliance</h3>
      <div class="pairs">${Object.keys(weights).map((strength) => {
        const value = own?.alliance?.[strength] ?? weights[strength];
        return html`<label class="line"><span>${words(strength)}${was(value, weights[strength])}</span>
          ${this.field(value, value !== weights[strength], (event) => this.typed(event, 0, 100, (typed) =>
            this.change(`Weight ${words(strength)}`, { weights: {
              ...own, alliance: { ...own?.alliance, [strength]: typed === weights[strength] ? undefined : typed } } })), 2)}</label>`;
      })}</div>`;
  }

  /** @param {number} value @param {boolean} moved @param {(event: Event) => void} change @param {number} [digits] */
  field(value, moved, change, digits) {
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
              { emphasis: { ...this.assumptions.emphasis, [group.id]: box(event).value === "1" ? undefined : Number(box(event).value) } }, this.gesture)}>
          <span class="times ${value === 1 ? "" : "changed"}">×${value.toFixed(1)}</span></label>`;
      })}`;
  }

  /** Rules and barriers that are disabled, and a list to disable another. */
  disabled() {
    const { book } = this.store.state;
    const { without: off = [] } = this.assumptions;
    const cards = book.rules.filter((/** @type {any} */ rule) => (rule.card ?? rule.id) === rule.id);
    const rules = (/** @type {string} */ group) => cards.filter((/** @type {any} */ rule) => rule.group === group && !off.includes(rule.id))
      .map((/** @type {any} */ rule) => html`<option value=${rule.id}>${rule.claim}</option>`);
    return html`<disabled-rules>
      <h3>Disabled rules and barriers</h3>
      ${off.length === 0 ? html`<p class="none-off">none of ${cards.length}</p>` : html`
        <ul>${off.map((id) => html`
          <li class="line"><span>${nameOf(book, id)}</span>
            <button ?disabled=${!this.unlocked} aria-label="Enable: ${nameOf(book, id)}" @click=${() => this.toggle(id, false)}>Enable</button></li>`)}
        </ul>`}
      <select ?disabled=${!this.unlocked} aria-label="Disable a rule or barrier" .value=${live("")}
        @change=${(/** @type {Event} */ event) => this.toggle(box(event).value, true)}>
        <option value="">Disable …</option>
        ${book.groups.map((/** @type {any} */ group) => html`
          <optgroup label=${group.label}>
            ${off.includes(group.id) ? "" : html`<option value=${group.id}>All of it: ${group.label}</option>`}
            ${rules(group.id)}
          </optgroup>`)}
        <optgroup label="Rule interactions">${rules("interplay")}</optgroup>
      </select></disabled-rules>`;
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
