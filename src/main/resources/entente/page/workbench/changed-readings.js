/** The readings that differ from the scenario, as a table for paper. */

import { LitElement, html, nothing } from "lit";
import { inShort } from "../uncertain.js";
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
        return html`<tr><th scope="row">${indicator.label}</th><td class="number">${inShort(before, indicator)}</td><td class="number">${inShort(value, indicator)}</td></tr>`;
      })}</tbody></table>`;
  }
}

customElements.define("changed-readings", ChangedReadings);
