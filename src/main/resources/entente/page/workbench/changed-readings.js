/** The readings that differ from the scenario, as a table for paper. */

import { LitElement, html, nothing } from "lit";
import { unit } from "../format.js";
import { inShort, isWeights } from "../uncertain.js";
import { Watch } from "../watch.js";

class ChangedReadings extends LitElement {
  static properties = { store: { attribute: false } };

  constructor() {
    super();
    /** @type {import("../store.js").Store | undefined} */
    this.store = undefined;
    new Watch(this, () => this.store);
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const store = this.store;
    const changes = Object.entries(store?.changes ?? {});
    if (!store || changes.length === 0) {
      return nothing;
    }
    return html`<h2>Changed readings</h2>
      <table><thead><tr><th scope="col">Reading</th><th scope="col" class="number">In the scenario</th><th scope="col" class="number">Now</th></tr></thead>
      <tbody>${changes.map(([id, value]) => {
        const indicator = store.state.indicators.find((each) => each.id === id);
        const before = store.unchanged(id);
        const sized = (/** @type {import("../uncertain.js").Change} */ each) => (each === null || isWeights(each) ? inShort(each) : `${inShort(each)} ${unit(indicator)}`);
        return html`<tr><th scope="row">${indicator.label}</th><td class="number">${sized(before)}</td><td class="number">${sized(value)}</td></tr>`;
      })}</tbody></table>`;
  }
}

customElements.define("changed-readings", ChangedReadings);
