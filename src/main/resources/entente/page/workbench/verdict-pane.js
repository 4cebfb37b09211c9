import { LitElement, html } from "lit";
import { Watch } from "../store.js";

class VerdictPane extends LitElement {
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
    return html`<p>verdict-pane</p>`;
  }
}

customElements.define("verdict-pane", VerdictPane);
