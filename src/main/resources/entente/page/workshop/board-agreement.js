/** Where the groups agree, and what none or some of them rate, in sentences. */

import { LitElement, html, nothing } from "lit";
import { count, words } from "../format.js";
import { capital, list } from "./words.js";

/** More groups than these are counted. */
const NAMED = 6;

class BoardAgreement extends LitElement {
  static properties = { findings: { attribute: false }, indicators: { attribute: false } };

  constructor() {
    super();
    /** @type {any} */
    this.findings = null;
    /** @type {any[]} */
    this.indicators = [];
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const { agreement, openQuestions, groups } = this.findings;
    if (groups.length === 0) {
      return nothing;
    }
    const all = groups.length === 1 ? "the one group" : groups.length === 2 ? "both groups" : `all ${count(groups.length, "group")}`;
    const alike = agreement.movedAlike.map((/** @type {string} */ id) => this.named(id));
    return html`
      <h2>Where they agree</h2>
      <p>${agreement.asInBaseline.length} of ${this.indicators.length} readings are as in the baseline in ${all}.
        ${alike.length > 0 ? `${capital(all)} moved ${list(alike)} to the same value.` : nothing}
        ${agreement.relationship ? `${capital(all)} come to the same relationship: ${words(agreement.relationship)}.` : `They do not come to the same relationship.`}</p>
      <h2>Open questions</h2>
      ${openQuestions.length === 0 ? html`<p>No unrated indicator would narrow a verdict.</p>` : html`
        <p>${capital(count(openQuestions.length, "indicator"))} ${openQuestions.length === 1 ? "is" : "are"} unrated in at least one group.</p>
        <ul class="questions">${openQuestions.map((/** @type {any} */ each) => html`<li><b>${this.named(each.indicator)}</b>
          would narrow the interval by ${each.narrowsPercent.toFixed(1)} percentage points; unrated by ${each.groups.length === groups.length ? all : each.groups.length > NAMED ? `${each.groups.length} of ${groups.length} groups` : list(each.groups)}.</li>`)}</ul>`}`;
  }

  /** @param {string} id */
  named(id) {
    return this.indicators.find((each) => each.id === id)?.short ?? id;
  }
}

customElements.define("board-agreement", BoardAgreement);
