/** A scenario more, from the list of those that are not compared yet. */

import { html, svg } from "lit";
import { day } from "../format.js";
import { Panel } from "../workbench/panel.js";
import { MOST } from "./comparison.js";

class AddScenario extends Panel {
  name = "Add a scenario";
  heading = "Add a scenario";

  drawing() {
    return html`<svg class="mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${svg`<path d="M8 2.5v11M2.5 8h11"/>`}</svg>`;
  }

  /** @param {any} store */
  content(store) {
    const comparison = /** @type {import("./comparison.js").Comparison} */ (store);
    const others = comparison.scenarios.filter((scenario) => scenario.valid && !comparison.ids.includes(scenario.id));
    if (comparison.ids.length >= MOST) {
      return html`<p>${MOST} scenarios are compared, as many as there are letters.</p>`;
    }
    return others.length === 0 ? html`<p>All scenarios are compared.</p>` : html`<ul class="choices">${others.map((scenario) => html`<li>
      <button type="button" class="plain" @click=${() => { this.close(); comparison.add(scenario.id); }}>${scenario.title}
        <span class="quiet">${scenario.asOf ? day(scenario.asOf) : ""}</span></button></li>`)}</ul>`;
  }
}

customElements.define("add-scenario", AddScenario);
