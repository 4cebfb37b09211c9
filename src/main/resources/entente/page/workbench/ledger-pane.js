import { LitElement, html } from "lit";
import { Watch } from "../store.js";

class LedgerPane extends LitElement {
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
    return html`<p>ledger-pane</p>`;
  }
}

customElements.define("ledger-pane", LedgerPane);
