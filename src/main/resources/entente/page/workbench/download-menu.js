/** Files to take away: scenario, assessment, picture. */

import { html } from "lit";
import { Problem, getScenario } from "../api.js";
import { download } from "./marks.js";
import { Panel } from "./panel.js";
import { NoDrawing, png, svgFile } from "./picture.js";

/** @type {{type: string, ending: string, name: string}[]} */
const ASSESSMENTS = [
  { type: "application/json", ending: "json", name: "Assessment (JSON)" },
  { type: "text/markdown", ending: "md", name: "Assessment (Markdown)" },
  { type: "text/html", ending: "html", name: "Assessment (HTML)" },
];

class DownloadMenu extends Panel {
  name = "Download";
  heading = "Download";

  drawing() {
    return download();
  }

  /** @param {import("../store.js").Store} store */
  content(store) {
    const id = Object.keys(store.changes).length === 0 ? store.state.id : `${store.state.id}-changed`;
    return html`<ul class="files">
      <li><button type="button" class="plain" @click=${() => this.attempt(async () => save(await scenario(store), `${id}.json`))}>Scenario (JSON)</button></li>
      ${ASSESSMENTS.map((form) => html`<li><button type="button" class="plain"
        @click=${() => this.attempt(async () => save(await assessment(store, form.type), `${id}-assessment.${form.ending}`))}>${form.name}</button></li>`)}
      <li><button type="button" class="plain" @click=${() => this.attempt(async () => save(await svgFile(store), `${id}.svg`))}>Picture (SVG)</button></li>
      <li><button type="button" class="plain" @click=${() => this.attempt(async () => save(await png(store), `${id}.png`))}>Picture (PNG)</button></li>
    </ul>`;
  }

  /** @param {() => Promise<void>} work */
  async attempt(work) {
    this.note = "";
    try {
      await work();
      this.note = "Saved.";
    } catch (failed) {
      this.note = failed instanceof Problem || failed instanceof NoDrawing ? failed.message : "This file could not be made.";
    }
  }
}

/** The one that is open, or what was changed in it. @param {import("../store.js").Store} store */
async function scenario(store) {
  const unchanged = Object.keys(store.changes).length === 0 && store.assumptions === store.past[0].assumptions;
  const file = unchanged ? store.file ?? await getScenario(store.state.id) : store.scenario();
  return new Blob([`${JSON.stringify(file, null, 2)}\n`], { type: "application/json" });
}

/** @param {import("../store.js").Store} store @param {string} type */
async function assessment(store, type) {
  const response = await fetch("/api/v1/assessments?keep=false", {
    method: "POST", headers: { "Content-Type": "application/json", Accept: type }, body: JSON.stringify(store.scenario()),
  });
  if (!response.ok) {
    throw new Problem(await response.json());
  }
  return response.blob();
}

/** @param {Blob} blob @param {string} name */
function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

customElements.define("download-menu", DownloadMenu);
