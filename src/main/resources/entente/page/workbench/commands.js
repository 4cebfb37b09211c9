/** The same verdict from the command line, with curl, as JSON. */

import { option } from "../uncertain.js";

/** @typedef {import("../store.js").Store} Store */

/** One word of a POSIX shell. @param {string} text */
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** Whether some change has no option, so that only the file of the changed scenario holds it. @param {Store} store @param {boolean} [explored] */
export const needsFile = (store, explored = false) => options(store, explored).some((each) => each === null);

/** @param {Store} store @param {boolean} explored @returns {(string | null)[]} */
const options = (store, explored) => Object.entries(store.changes).map(([indicator, change]) => {
  const text = option(store.state.indicators.find((each) => each.id === indicator), change, explored);
  return text === null ? null : `--set ${indicator}=${text}`;
});

/** The verdict, and how probable each is where readings are uncertain. @param {Store} store */
export function commandLine(store) {
  const { assumptions } = store;
  const { id, scenarios, sought, unratedAny } = store.state;
  const shipped = store.file === null && scenarios.find((each) => each.id === id)?.origin === "SHIPPED";
  const assumed = Object.keys(assumptions).length > 0 && assumptions !== store.past[0].assumptions;
  const line = (/** @type {string} */ command, /** @type {boolean} */ explored, /** @type {string[]} */ own = []) => (needsFile(store, explored)
    ? [`./entente ${command} ${quoted(`${id}-changed.json`)}`, ...own]
    : [`./entente ${command} ${shipped ? id : quoted(`${id}.json`)}`, ...options(store, explored), ...(assumed ? ["--assumptions assumptions.json"] : []), ...own]
  ).join(" \\\n  ");
  const asked = [...(unratedAny ? ["--unrated-any"] : []), ...(sought === null ? [] : [`--discover ${sought.toLowerCase().replaceAll("_", "-")}`])];
  // The service alone has a scenario that was stored there.
  return (shipped || store.file ? "" : `curl -sS ${quoted(`${location.origin}/api/v1/scenarios/${encodeURIComponent(id)}`)} > ${quoted(`${id}.json`)}\n`)
    + (assumed ? `cat > assumptions.json <<'END'\n${JSON.stringify(assumptions, null, 2)}\nEND\n` : "")
    + line("assess", false) + (store.isExplored ? `\n${line("explore", true, asked)}` : "");
}

/** @param {import("../store.js").Store} store */
export const json = (store) => JSON.stringify(store.scenario(), null, 2);

/** @param {import("../store.js").Store} store */
export const curl = (store) =>
  [`curl -sS '${location.origin}/api/v1/assessments?keep=false'`, "  -H 'Content-Type: application/json'", `  --data-binary ${quoted(json(store))}`].join(" \\\n");
