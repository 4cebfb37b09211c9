/** What would have to be true for a verdict: conditions on readings, sought when the user asks. */

import { html } from "lit";
import { band, bandIndex } from "../format.js";

/** @param {import("../store.js").Store} store @param {string} chosen band */
export function discoveredConditions(store, chosen) {
  const { sought, discovery, exploration } = store.state;
  const verdict = `${bandIndex(chosen) >= bandIndex(exploration.band) ? "at least" : "at most"} ${band(chosen).term}`;
  if (sought !== chosen) {
    return html`<div class="actions"><button type="button" @click=${() => store.explorer.seek(chosen)}>Find conditions for ${verdict}</button></div>`;
  }
  return html`<section class="discovered" aria-label="Conditions for ${verdict}" aria-busy=${discovery === null} aria-live="polite">
    <h2>Conditions for ${verdict}</h2>
    ${discovery === null ? html`<p class="quiet">Searching all cases …</p>`
      : discovery.sentences.map((/** @type {string} */ sentence) => html`<p>${sentence}</p>`)}</section>`;
}
