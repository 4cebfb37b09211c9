/** How the comparison is got elsewhere. */

import { html } from "lit";
import { terminal } from "../workbench/marks.js";
import { Panel } from "../workbench/panel.js";
import { tabs } from "../workbench/tabs.js";

/** @typedef {import("./comparison.js").Comparison} Comparison */

/** A case of the workbench is written first and a stored scenario fetched; the shipped ones are known by their id. @param {Comparison} comparison */
function commandLine(comparison) {
  const moved = comparison.ids.filter((id) => id === comparison.moved?.id);
  const written = moved.map((id) => `cat > ${id}.json <<'END'\n${JSON.stringify(comparison.moved, null, 2)}\nEND\n`);
  const stored = comparison.ids.filter((id) => comparison.stored(id));
  const fetched = stored.map((id) => `curl -sS '${location.origin}/api/v1/scenarios/${id}' > ${id}.json\n`);
  return `${written.join("")}${fetched.join("")}./entente compare ${comparison.ids.map((id) => (stored.includes(id) || moved.includes(id) ? `${id}.json` : id)).join(" ")}`;
}

/** @param {Comparison} comparison */
function curl(comparison) {
  const files = comparison.ids.map((id) => (id === comparison.moved?.id
    ? JSON.stringify(comparison.moved).replaceAll(/["\\$`]/g, "\\$&") : `$(curl -sS "$api/scenarios/${id}")`));
  return [
    `api='${location.origin}/api/v1'`,
    "curl -sS \"$api/comparisons\" -H 'Content-Type: application/json' \\",
    `  -d "{\\"scenarios\\": [${files.join(", ")}]}"`,
  ].join("\n");
}

class ReproduceComparison extends Panel {
  static properties = { ...Panel.properties, form: { state: true } };

  name = "Reproduce";
  heading = "Reproduce this comparison";

  constructor() {
    super();
    this.form = "command";
  }

  drawing() {
    return terminal();
  }

  /** @param {any} store */
  content(store) {
    const text = this.form === "command" ? commandLine(store) : curl(store);
    return html`
      ${tabs({ label: "Form", chosen: this.form, panel: "reproduce-text", choose: (id) => { this.form = id; this.note = ""; },
        items: [{ id: "command", name: "Command line" }, { id: "curl", name: "curl" }] })}
      <pre id="reproduce-text" role="tabpanel" tabindex="0" aria-label="Commands">${text}</pre>
      <p class="quiet">rules ${store.book.version} (${store.book.sha256.slice(0, 8)})</p>
      <div class="actions"><button type="button" class="primary" @click=${() => this.copy(text)}>Copy</button></div>`;
  }
}

customElements.define("reproduce-comparison", ReproduceComparison);
