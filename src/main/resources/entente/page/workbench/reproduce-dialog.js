/** How the verdict on the page is got elsewhere, and what it was made from. */

import { html, nothing } from "lit";
import { linkTo } from "./address.js";
import { commandLine, curl, json, needsFile } from "./commands.js";
import { terminal } from "./marks.js";
import { Panel } from "./panel.js";
import { tabs } from "./tabs.js";

const FORMS = [{ id: "command", name: "Command line" }, { id: "curl", name: "curl" }, { id: "json", name: "JSON" }];

class ReproduceDialog extends Panel {
  static properties = { ...Panel.properties, form: { state: true } };

  name = "Reproduce";
  heading = "Reproduce this verdict";

  constructor() {
    super();
    this.form = "command";
  }

  drawing() {
    return terminal();
  }

  /** @param {import("../store.js").Store} store */
  content(store) {
    const text = this.form === "command" ? commandLine(store) : this.form === "curl" ? curl(store) : json(store);
    const { provenance, scenario } = store.state.assessment;
    return html`
      ${tabs({ label: "Form", chosen: this.form, panel: "reproduce-text", choose: (id) => { this.form = id; this.note = ""; }, items: FORMS })}
      <pre id="reproduce-text" role="tabpanel" tabindex="0" aria-label=${FORMS.find((each) => each.id === this.form)?.name ?? nothing}>${text}</pre>
      <p class="quiet">rules ${provenance.rules.version} (${provenance.rules.sha256.slice(0, 8)}) · scenario ${scenario.sha256.slice(0, 8)} · Entente ${provenance.engine}</p>
      ${this.form === "command" && needsFile(store) ? html`<p class="quiet">An uncertain reading here has no short form on the command line. The file is
        <i>Download</i>, <i>Scenario (JSON)</i>.</p>` : nothing}
      ${store.file && this.form === "command" && !needsFile(store) ? html`<p class="quiet">The file is the one that you opened here.</p>` : nothing}
      <div class="actions"><button type="button" class="primary" @click=${() => this.copy(text)}>Copy</button>
        ${store.file ? nothing : html`<button type="button" @click=${() => this.copy(linkTo(store), "Link copied.")}>Copy link</button>`}</div>`;
  }
}

customElements.define("reproduce-dialog", ReproduceDialog);
