/** A link that holds the changed readings, the assumptions and the digest of the rules. */

import { html, nothing } from "lit";
import { READER_STORES_NOTHING, isReader } from "../account.js";
import { send } from "../api.js";
import { count } from "../format.js";
import { linkTo } from "./address.js";
import { share } from "./marks.js";
import { Panel } from "./panel.js";

class ShareDialog extends Panel {
  static properties = { ...Panel.properties, kept: { state: true } };

  name = "Share";
  heading = "Share this case";

  constructor() {
    super();
    /** @type {{id: string, digest: string} | null} the assessment in the archive, for readers under other rules */
    this.kept = null;
  }

  drawing() {
    return share();
  }

  /** The assessment is kept, so that the link still shows it when the rules have changed. */
  async prepare() {
    const store = this.store;
    if (!store || store.file) {
      return;
    }
    const { assessment } = store.state;
    if (!isReader && this.kept?.digest !== assessment.scenario.sha256 + assessment.provenance.rules.sha256) {
      this.kept = null;
      try {
        const response = await send("/assessments", {
          method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(store.scenario()),
        });
        const id = response.headers.get("Location")?.split("/").pop();
        this.kept = response.ok && id ? { id, digest: assessment.scenario.sha256 + assessment.provenance.rules.sha256 } : null;
      } catch {
        // The link works without it.
      }
    }
    await this.copy(this.link(), "Link copied.");
  }

  /** @returns {string} */
  link() {
    return linkTo(/** @type {import("../store.js").Store} */ (this.store), this.kept?.id);
  }

  /** @param {import("../store.js").Store} store */
  content(store) {
    if (store.file) {
      return html`<p>This scenario is a file of yours, which a link cannot hold. Download the scenario and hand it on.</p>`;
    }
    const { rules } = store.state.assessment.provenance;
    const changed = Object.keys(store.changes).length;
    return html`
      <label class="visually-hidden" for="share-link">Link</label>
      <input id="share-link" readonly .value=${this.link()} @focus=${(/** @type {Event} */ event) => /** @type {HTMLInputElement} */ (event.target).select()}>
      <p class="quiet">Holds ${count(changed, "changed reading")}${Object.keys(store.assumptions).length > 0 ? ", the assumptions" : ""} and
        the digest of rules ${rules.version} (${rules.sha256.slice(0, 8)}). Opened under other rules, it says so.
        ${this.kept ? html`The verdict is kept in the archive.` : nothing}
        ${isReader ? html`The verdict is not kept in the archive. ${READER_STORES_NOTHING}` : nothing}</p>
      <div class="actions"><button type="button" class="primary" @click=${() => this.copy(this.link(), "Link copied.")}>Copy link</button></div>`;
  }
}

customElements.define("share-dialog", ShareDialog);
