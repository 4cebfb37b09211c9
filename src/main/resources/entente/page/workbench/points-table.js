/** The figures of the drawings as tables. */

import { LitElement, html, nothing } from "lit";
import { bandRange, band, direction, measure, percent, signed, unit, words } from "../format.js";
import { depthBands } from "./depth-scale.js";
import { strongest } from "./tornado.js";

class PointsTable extends LitElement {
  static properties = {
    rows: { attribute: false }, assessment: { attribute: false }, baseline: { attribute: false }, sensitivity: { attribute: false },
    indicators: { attribute: false }, book: { attribute: false }, open: { type: String }, dimmed: { type: Boolean },
  };

  constructor() {
    super();
    /** @type {import("./balance.js").Row[]} */
    this.rows = [];
    /** @type {any} */
    this.assessment = null;
    /** @type {any} */
    this.baseline = null;
    /** @type {any} */
    this.sensitivity = null;
    /** @type {any[]} */
    this.indicators = [];
    /** @type {any} */
    this.book = null;
    /** @type {string | null} */
    this.open = null;
    this.dimmed = false;
  }

  createRenderRoot() {
    return this;
  }

  render() {
    return html`${this.#likelihood()}${this.#points()}${this.#depth()}${this.sensitivity === null ? nothing : this.#swings()}`;
  }

  #likelihood() {
    const row = (/** @type {string} */ name, /** @type {any} */ { verdict }) => html`<tr><th scope="row">${name}</th>
      <td class="number">${percent(verdict.likelihood.percent)}</td>
      <td>${verdict.likelihood.term}</td>
      <td class="number">${percent(verdict.interval.lowPercent)}</td><td class="number">${percent(verdict.interval.highPercent)}</td></tr>`;
    return html`<table><caption>Likelihood</caption>
      <thead><tr><td></td><th scope="col" class="number">Likelihood</th><th scope="col">Band</th><th scope="col" class="number">From</th><th scope="col" class="number">To</th></tr></thead>
      <tbody>${row("Now", this.assessment)}${this.baseline === null ? nothing : row("Unchanged scenario", this.baseline)}</tbody></table>`;
  }

  #points() {
    const changed = this.baseline !== null;
    return html`<table><caption>Points</caption>
      <thead><tr><th scope="col">From base rate to result</th><th scope="col" class="number">Points</th>${changed ? html`<th scope="col" class="number">Unchanged</th>` : nothing}</tr></thead>
      <tbody>${this.rows.map((row) => html`<tr class=${row.kind === "result" ? "sum" : row.id === this.open ? "open" : ""}>
        <th scope="row">${row.kind === "group" ? html`<button type="button" class="plain" @click=${() => this.#choose(row.id)}>${row.label}</button>`
          : html`${row.label}${row.claim === "" ? nothing : html`<br><span class="quiet">${row.claim}</span>`}`}</th>
        <td class="number"><span class=${row.before !== null && row.kind === "group" ? "changed" : row.kind === "group" || row.kind === "ceiling" ? direction(row.points) : ""}>${signed(row.points)}</span></td>
        ${changed ? html`<td class="number">${row.before === null ? "=" : signed(row.before)}</td>` : nothing}</tr>`)}</tbody></table>`;
  }

  #depth() {
    const { partnership, floor } = this.assessment.points;
    return html`<table><caption>Depth of the partnership: ${signed(partnership)} points</caption>
      <thead><tr><th scope="col">Relationship</th><th scope="col" class="number">From</th></tr></thead>
      <tbody>${depthBands(this.book).map(({ id, from }) => html`<tr class=${id === floor ? "open" : ""}><th scope="row">${words(id)}${id === floor ? ", now" : ""}</th>
        <td class="number">${from === null ? "lowest" : signed(from)}</td></tr>`)}</tbody></table>`;
  }

  #swings() {
    const end = (/** @type {any} */ side, /** @type {any} */ indicator) => html`
      <td class="number">${percent(side.percent)}</td><td>${side.value === undefined ? words(side.grade) : `at ${measure(side.value)} ${indicator === undefined ? "" : unit(indicator)}`}</td>`;
    return html`<table class=${this.dimmed ? "waiting" : ""}><caption>Each reading alone, from end to end</caption>
      <thead><tr><th scope="col">Reading</th><th scope="col" class="number">Lowest</th><td></td><th scope="col" class="number">Highest</th><td></td></tr></thead>
      <tbody>${strongest(this.sensitivity).map((reading) => {
        const indicator = this.indicators.find((each) => each.id === reading.indicator);
        return html`<tr><th scope="row">${indicator?.short ?? reading.label}</th>${end(reading.low, indicator)}${end(reading.high, indicator)}</tr>`;
      })}</tbody></table>
      <p class="quiet">Now ${band(this.assessment.verdict.likelihood.band).term} (${bandRange(this.assessment.verdict.likelihood.band)}). Readings that change nothing are left out.</p>`;
  }

  /** @param {string} group */
  #choose(group) {
    this.dispatchEvent(new CustomEvent("choose", { bubbles: true, detail: group }));
  }
}

customElements.define("points-table", PointsTable);
