/** What the address of the workbench holds beside the scenario's id. */

import { writeLink } from "../link.js";

/** Where the front page leaves a scenario that was dropped on it. */
const DROPPED = "entente-dropped";

/** It lasts as long as its tab. */
export function droppedScenario() {
  const text = sessionStorage.getItem(DROPPED);
  if (text === null) {
    throw new Error("The scenario file was opened in another tab, or that tab was closed. Open the file again on the front page.");
  }
  return JSON.parse(text);
}

/** The case as it stands. @param {import("../store.js").Store} store */
export function fragmentOf({ changes, assumptions, past, file, state }) {
  const dropped = file !== null;
  if (Object.keys(changes).length === 0 && assumptions === past[0].assumptions && !state.unratedAny) {
    return dropped ? "#dropped" : "";
  }
  return writeLink({ changes, assumptions, rules: state.book.sha256, dropped, unratedAny: state.unratedAny });
}

/** A link to the case for others. @param {import("../store.js").Store} store @param {string} [kept] its assessment in the archive */
export function linkTo({ changes, assumptions, state: { assessment, id, unratedAny } }, kept) {
  const link = writeLink({
    changes, assumptions, rules: assessment.provenance.rules.sha256, percent: assessment.verdict.likelihood.percent, kept, unratedAny,
  });
  return `${location.origin}/workbench/${encodeURIComponent(id)}${link}`;
}
