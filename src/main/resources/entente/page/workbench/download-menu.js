/** Files to take away: scenario, assessment, briefing, picture. */

import { Problem, getScenario, send } from "../api.js";
import { DownloadPanel, jsonFile } from "./download-panel.js";
import { png, svgFile } from "./picture.js";

/** @typedef {import("../store.js").Store} Store */

const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** @type {{type: string, ending: string, name: string}[]} */
const ASSESSMENTS = [
  { type: "application/json", ending: "json", name: "JSON" },
  { type: "text/markdown", ending: "md", name: "Markdown" },
  { type: "text/html", ending: "html", name: "HTML" },
];

/** @type {{type: string, ending: string, name: string}[]} */
const BRIEFINGS = [
  { type: "application/pdf", ending: "pdf", name: "PDF" },
  { type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ending: "docx", name: "Word" },
];

class DownloadMenu extends DownloadPanel {
  /** @param {Store} store */
  files(store) {
    const id = unchanged(store) ? store.state.id : `${store.state.id}-changed`;
    return [
      { label: "Scenario (JSON)", name: `${id}.json`, content: async () => jsonFile(await scenario(store)) },
      { label: "Scenario (spreadsheet)", name: `${id}.xlsx`, content: async () => made("/sheets", await scenario(store), WORKBOOK) },
      ...ASSESSMENTS.map(({ type, ending, name }) => ({ label: `Assessment (${name})`, name: `${id}-assessment.${ending}`,
        content: () => made("/assessments?keep=false", store.scenario(), type) })),
      ...BRIEFINGS.map(({ type, ending, name }) => ({ label: `Briefing (${name})`, name: `${id}-briefing.${ending}`,
        content: () => made("/briefings", store.scenario(), type) })),
      { label: "Picture (SVG)", name: `${id}.svg`, content: () => svgFile(store) },
      { label: "Picture (PNG)", name: `${id}.png`, content: () => png(store) },
    ];
  }
}

/** @param {Store} store */
const unchanged = (store) => Object.keys(store.changes).length === 0 && store.assumptions === store.past[0].assumptions;

/** The one that is open, or what was changed in it. @param {Store} store */
const scenario = async (store) => (unchanged(store) ? store.file ?? await getScenario(store.state.id) : store.scenario());

/** What the service makes of a scenario. @param {string} path below /api/v1 @param {object} body @param {string} type */
async function made(path, body, type) {
  const response = await send(path, {
    method: "POST", headers: { "Content-Type": "application/json", Accept: type }, body: JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Problem(await response.json());
  }
  return response.blob();
}

customElements.define("download-menu", DownloadMenu);
