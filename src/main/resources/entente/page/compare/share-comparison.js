/** The address of the page holds the comparison. */

import { html } from "lit";
import { share } from "../workbench/marks.js";
import { Panel } from "../workbench/panel.js";

class ShareComparison extends Panel {
  name = "Share";
  heading = "Share this comparison";

  drawing() {
    return share();
  }

  link() {
    return /** @type {import("./comparison.js").Comparison} */ (/** @type {unknown} */ (this.store)).link();
  }

  /** @param {any} store */
  content(store) {
    const { version, sha256 } = store.book;
    return html`
      <label class="visually-hidden" for="compare-link">Link</label>
      <input id="compare-link" readonly .value=${this.link()} @focus=${(/** @type {Event} */ event) => /** @type {HTMLInputElement} */ (event.target).select()}>
      <p class="quiet">Holds the scenarios, their order and the digest of the rules. The figures are of the rules that are active when it is opened, now ${version} (${sha256.slice(0, 8)}); opened under others, the page says so.</p>
      <div class="actions"><button type="button" class="primary" @click=${() => this.copy(this.link())}>Copy link</button></div>`;
  }
}

customElements.define("share-comparison", ShareComparison);
