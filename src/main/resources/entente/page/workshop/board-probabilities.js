/** How probable each verdict is if each reading may be as any of the groups rates it. */

import { LitElement, html } from "lit";
import { BANDS, count, percent } from "../format.js";
import { chance } from "../probability.js";
import { shareBar } from "../workbench/share-bar.js";
import { capital } from "./words.js";

class BoardProbabilities extends LitElement {
  static properties = { findings: { attribute: false } };

  constructor() {
    super();
    /** @type {any} */
    this.findings = null;
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const { groups, onlyReady, readings, exact, bands, meanPercent, lowPercent, highPercent } = this.findings.probabilities;
    const reached = BANDS.filter(({ id }) => bands[id] > 0);
    const own = (/** @type {string} */ id) => this.findings.groups.filter((/** @type {any} */ group) => group.band === id).length;
    return html`
      <h2 id="room-uncertainty">The room’s uncertainty</h2>
      <table class="probabilities" aria-labelledby="room-uncertainty">
        <thead><tr><th scope="col">Verdict</th><th scope="col" colspan="2">Probability</th><th scope="col" class="number">Groups</th></tr></thead>
        <tbody>${reached.map(({ id, term }) => html`<tr><th scope="row">${term}</th><td class="part-of">${shareBar(bands[id])}</td>
          <td class="number">${chance(bands[id])}</td><td class="number">${own(id)}</td></tr>`)}</tbody>
      </table>
      <p>Expected likelihood <b>${percent(meanPercent)}</b>; nine of ten cases lie between ${percent(lowPercent)} and ${percent(highPercent)}.</p>
      <p class="quiet">If each reading may be as any of the ${count(groups, "group")} ${onlyReady ? "that are ready" : ""} rates it, each with equal weight and
        independent of the other readings. ${capital(count(readings, "reading"))} ${readings === 1 ? "differs" : "differ"}. ${exact ? "Counted exactly." : "Estimated by random cases."}</p>`;
  }
}

customElements.define("board-probabilities", BoardProbabilities);
