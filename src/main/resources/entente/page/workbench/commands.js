/** The same verdict from the command line, with curl, as JSON. */

import { option } from "../uncertain.js";

/** @typedef {import("../store.js").Store} Store */

/** One word of a POSIX shell. @param {string} text */
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** Changes that no option holds: only the file of the changed scenario has them. @param {Store} store */
export const needsFile = (store) => Object.entries(store.changes).some(([indicator, change]) =>
  option(store.state.indicators.find((each) => each.id === indicator), change) === null);

/** The verdict, and how probable each is where readings are uncertain. @param {Store} store */
export function commandLine(store) {
  const { assumptions } = store;
  const { id, scenarios, indicators, unratedAny } = store.state;
  const shipped = store.file === null && scenarios.find((each) => each.id === id)?.origin === "SHIPPED";
  const changed = needsFile(store);
  // The service alone has a scenario that was stored there.
  let before = changed || shipped || store.file ? "" : `curl -sS ${quoted(`${location.origin}/api/v1/scenarios/${encodeURIComponent(id)}`)} > ${quoted(`${id}.json`)}\n`;
  const options = changed ? [] : Object.entries(store.changes).map(([indicator, change]) =>
    `--set ${indicator}=${option(indicators.find((each) => each.id === indicator), change)}`);
  if (!changed && Object.keys(assumptions).length > 0 && assumptions !== store.past[0].assumptions) {
    before = `${before}cat > assumptions.json <<'END'\n${JSON.stringify(assumptions, null, 2)}\nEND\n`;
    options.push("--assumptions assumptions.json");
  }
  const scenario = changed ? quoted(`${id}-changed.json`) : shipped ? id : quoted(`${id}.json`);
  const line = (/** @type {string} */ command, /** @type {string[]} */ own = []) => [`./entente ${command} ${scenario}`, ...options, ...own].join(" \\\n  ");
  return before + line("assess") + (store.isExplored ? `\n${line("explore", unratedAny ? ["--unrated-any"] : [])}` : "");
}

/** @param {import("../store.js").Store} store */
export const json = (store) => JSON.stringify(store.scenario(), null, 2);

/** @param {import("../store.js").Store} store */
export const curl = (store) =>
  [`curl -sS '${location.origin}/api/v1/assessments?keep=false'`, "  -H 'Content-Type: application/json'", `  --data-binary ${quoted(json(store))}`].join(" \\\n");
