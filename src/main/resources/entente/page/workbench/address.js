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
  if (Object.keys(changes).length === 0 && assumptions === past[0].assumptions) {
    return dropped ? "#dropped" : "";
  }
  return writeLink({ changes, assumptions, rules: state.book.sha256, dropped });
}
