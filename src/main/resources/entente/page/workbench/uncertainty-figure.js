/** What follows from uncertain readings: the probability of each verdict, what decides it, and what would be true in each. */

import { LitElement, html, nothing } from "lit";
import { count, percent, words } from "../format.js";
import { chance, grouped, standardError } from "../probability.js";
import { Watch } from "../watch.js";
import "./band-probabilities.js";
import { decidingReadings } from "./deciding-readings.js";
import { discoveredConditions } from "./discovered-conditions.js";
import { reached, verdictCondition } from "./verdict-condition.js";

class UncertaintyFigure extends LitElement {
  static properties = { store: { attribute: false }, width: { type: Number }, band: { state: true } };

  constructor() {
    super();
    this.store = /** @type {import("../store.js").Store} */ (/** @type {unknown} */ (undefined));
    this.width = 0;
    /** The band whose cases are asked for. @type {string | null} */
    this.band = null;
    new Watch(this, () => this.store);
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const { exploration, exploring, unexplored } = this.store.state;
    return html`<div class=${exploring ? "dimmed" : ""} aria-busy=${exploring}>${exploration === null ? nothing : this.explored(exploration)}</div>
      ${unexplored === "" ? nothing : html`<p class="none" role="status">${unexplored}</p>`}
      ${this.unrated()}
      ${exploration === null ? nothing : html`<p class="quiet">${assumed(exploration)} ${method(exploration)}</p>`}`;
  }

  /** @param {any} exploration */
  explored(exploration) {
    const chosen = this.chosen(exploration);
    const choose = (/** @type {string} */ id) => { this.band = id; };
    return html`
      <h2>Probability of each verdict</h2>
      <band-probabilities .bands=${exploration.bands} .band=${exploration.band} .chosen=${chosen} .width=${this.width}
        @choose=${(/** @type {CustomEvent<string>} */ event) => choose(event.detail)}></band-probabilities>
      <p class="expected">The expected likelihood is <b>${percent(exploration.meanPercent)}</b>; nine of ten cases lie between
        <b>${percent(exploration.quantiles["0.05"])}</b> and <b>${percent(exploration.quantiles["0.95"])}</b>.</p>
      <p class="expected">${relationships(exploration)}</p>
      ${decidingReadings(exploration)}
      ${discoveredConditions(this.store, chosen)}
      ${verdictCondition(exploration, chosen, choose)}`;
  }

  /** What was asked for, or the most probable of the other verdicts. @param {any} exploration */
  chosen({ bands, band }) {
    const all = reached({ bands });
    const [other] = all.filter(({ id }) => id !== band).sort((one, two) => bands[two.id] - bands[one.id]);
    return all.some(({ id }) => id === this.band) ? this.band ?? "" : all.length < 2 ? "" : other.id;
  }

  unrated() {
    const { store } = this;
    return html`<label class="any-grade"><input type="checkbox" .checked=${store.state.unratedAny}
      @change=${(/** @type {Event} */ event) => store.takeUnrated(/** @type {HTMLInputElement} */ (event.target).checked)}>
      Take unrated readings to have any grade</label>`;
  }
}

/** @param {any} exploration */
function relationships(exploration) {
  const all = [...exploration.relationships].sort((one, other) => other.probability - one.probability);
  return html`Relationship: ${all.map((each, index) => html`${index > 0 ? ", " : ""}${words(each.relationship)} <b>${chance(each.probability)}</b>`)}.
    ${exploration.exact && !exploration.relationshipsExact ? "Estimated by random cases." : ""}
    ${exploration.relationshipWithheld ? "These follow from the known readings alone; the verdict names no single relationship." : ""}`;
}

/** Where probabilities come from that nobody stated. @param {any} exploration */
function assumed({ uncertain, unrated }) {
  const basis = (/** @type {string} */ name) => uncertain.filter((/** @type {any} */ each) => each.basis === name).length;
  const [uniform, any] = [basis("ASSUMED_UNIFORM"), basis("ASSUMED_ANY")];
  const parts = [uniform > 0 ? `each value of ${count(uniform, "range")} without a distribution` : "",
    any > 0 ? `each grade of ${count(any, "unrated reading")}` : ""].filter((each) => each !== "");
  const nothingOf = unrated === 0 ? "" : `Unrated readings count for nothing (${count(unrated, "reading")}).`;
  return [parts.length === 0 ? "" : `Taken with equal probability: ${parts.join(", ")}.`, nothingOf].join(" ");
}

/** @param {any} exploration */
function method({ exact, uncertain, cases, sample }) {
  const over = `${count(uncertain.length, "uncertain reading")}, ${grouped(cases)} ${cases === "1" ? "combination" : "combinations"} of grades`;
  return exact ? `Exact: counted over ${over}, independent of each other. A probability is a share of cases; the likelihood of an alliance is the verdict in each.`
    : `Estimated by ${grouped(String(sample.size))} random cases of ${over}: the standard error of a probability is at most ${
      standardError(Math.max(.../** @type {number[]} */ (Object.values(sample.standardErrors))))}.`;
}

customElements.define("uncertainty-figure", UncertaintyFigure);
