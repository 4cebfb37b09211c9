/** The same verdict from the command line, with curl, as JSON. */

/** One word of a POSIX shell. @param {string} text */
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** @param {import("../store.js").Store} store */
export function commandLine(store) {
  const assumptions = store.assumptions;
  const { id, scenarios } = store.state;
  const shipped = store.file === null && scenarios.find((each) => each.id === id)?.origin === "SHIPPED";
  const lines = [`./entente assess ${shipped ? id : quoted(`${id}.json`)}`];
  // The service alone has a scenario that was stored there.
  const before = shipped || store.file ? "" : `curl -sS ${quoted(`${location.origin}/api/v1/scenarios/${encodeURIComponent(id)}`)} > ${quoted(`${id}.json`)}\n`;
  for (const [indicator, value] of Object.entries(store.changes)) {
    lines.push(`  --set ${indicator}=${value ?? "unknown"}`);
  }
  if (Object.keys(assumptions).length === 0 || assumptions === store.past[0].assumptions) {
    return before + lines.join(" \\\n");
  }
  lines.push("  --assumptions assumptions.json");
  return `${before}cat > assumptions.json <<'END'\n${JSON.stringify(assumptions, null, 2)}\nEND\n${lines.join(" \\\n")}`;
}

/** @param {import("../store.js").Store} store */
export const json = (store) => JSON.stringify(store.scenario(), null, 2);

/** @param {import("../store.js").Store} store */
export const curl = (store) =>
  [`curl -sS '${location.origin}/api/v1/assessments?keep=false'`, "  -H 'Content-Type: application/json'", `  --data-binary ${quoted(json(store))}`].join(" \\\n");
