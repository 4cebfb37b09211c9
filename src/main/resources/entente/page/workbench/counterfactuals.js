/** The likelihood without each barrier and driver, and the way from the base rate to the verdict. */

import { LitElement, html, nothing } from "lit";
import { band, direction, percent, signed } from "../format.js";
import "./yardstick.js";

const ARROW = html`<svg class="arrow" width="14" height="9" viewBox="0 0 14 9" role="img" aria-label="then"><path d="M0 4.5H12M8.5 1l3.5 3.5L8.5 8" fill="none" stroke="currentColor" stroke-width="1.4"/></svg>`;

/** A likelihood with its unit, which split keeps. */
const FIGURE = /(\d+(?:\.\d+)?\s%)/;

class GroupCounterfactuals extends LitElement {
  static properties = { assessment: { attribute: false }, rows: { attribute: false }, open: { type: String } };

  constructor() {
    super();
    /** @type {any} */
    this.assessment = null;
    /** @type {import("./balance.js").Row[]} */
    this.rows = [];
    /** @type {string | null} */
    this.open = null;
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const { likelihood } = this.assessment.verdict;
    const without = new Map(this.assessment.counterfactuals.map((/** @type {any} */ each) => [each.group, each]));
    const rows = this.rows.filter((row) => without.has(row.id));
    return html`
      <h2>The way to the verdict</h2>
      ${this.#path(this.assessment.path)}
      ${rows.length === 0 ? nothing : html`<h2 id="without">Without it</h2>
      <table aria-labelledby="without">
        <thead><tr><th scope="col">Disabled alone</th><th scope="col" class="number">Points</th><td class="wide"></td><th scope="col" class="number">Likelihood</th><th scope="col">Band</th></tr></thead>
        <tbody>${rows.map((row) => this.#row(row, without.get(row.id), likelihood))}</tbody>
      </table>`}`;
  }

  /** In the service's words; the likelihoods stand out. @param {{steps: string[]}} path */
  #path({ steps }) {
    return html`<ol class="path">${steps.map((step, index) => html`<li>${index === 0 ? nothing : ARROW} ${step.split(FIGURE).map((part) =>
      FIGURE.test(part) ? html`<strong>${part}</strong>` : part)}</li>`)}</ol>`;
  }

  /** @param {import("./balance.js").Row} row @param {any} without @param {any} likelihood */
  #row(row, without, likelihood) {
    return html`<tr class=${row.id === this.open ? "open" : ""}>
      <th scope="row">${row.label}</th>
      <td class="number ${direction(row.points)}">${signed(row.points)}</td>
      <td class="wide"><likelihood-yardstick compact row-height="20" width="130" .name=${`Without ${row.label}`} .value=${without.withoutPercent}
        .baseline=${likelihood.percent}></likelihood-yardstick></td>
      <td class="number">${percent(without.withoutPercent)}</td>
      <td class=${without.band === likelihood.band ? "" : "other"}>${band(without.band).term}</td>
    </tr>`;
  }
}

customElements.define("group-counterfactuals", GroupCounterfactuals);
