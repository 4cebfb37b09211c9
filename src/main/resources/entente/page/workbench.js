/** The workbench: readings on the left, the verdict in the middle, what would change it and the ledger on the right. */

import { LitElement, html, nothing } from "lit";
import { Store, Watch } from "./store.js";
import "./workbench/move-strip.js";
import "./workbench/scenario-picker.js";
import "./workbench/readings-pane.js";
import "./workbench/verdict-pane.js";
import "./workbench/changes-pane.js";
import "./workbench/ledger-pane.js";

class EntenteWorkbench extends LitElement {
  static properties = { scenario: { type: String }, failure: { state: true } };

  constructor() {
    super();
    this.scenario = "";
    /** @type {string | null} */
    this.failure = null;
    this.store = new Store();
    new Watch(this, () => this.store);
  }

  /** Light DOM: one style sheet for all, and the server's text until the first answer. */
  createRenderRoot() {
    return this;
  }

  async connectedCallback() {
    super.connectedCallback();
    try {
      await this.store.open(this.scenario);
      document.title = `${this.store.state.baseline.scenario.title} – Entente`;
    } catch (failed) {
      this.failure = failed instanceof Error ? failed.message : String(failed);
    }
  }

  shouldUpdate() {
    return this.failure !== null || this.store.state.assessment !== null;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    if (!this.hasUpdated) {
      this.replaceChildren();
    }
  }

  render() {
    if (this.failure !== null && this.store.state.assessment === null) {
      return html`<p class="failure" role="alert">${this.failure}</p>`;
    }
    const store = this.store;
    return html`
      <scenario-picker .store=${store}></scenario-picker>
      <move-strip .store=${store}></move-strip>
      <div class="panes">
        <readings-pane .store=${store} aria-label="Readings" role="region"></readings-pane>
        <verdict-pane .store=${store} aria-label="Verdict" role="region"></verdict-pane>
        <div class="side">
          <changes-pane .store=${store} aria-label="What would change it" role="region"></changes-pane>
          <ledger-pane .store=${store} aria-label="Ledger" role="region"></ledger-pane>
        </div>
      </div>
      ${nothing}`;
  }
}

customElements.define("entente-workbench", EntenteWorkbench);
