/** What would have to be true for a verdict: conditions on readings, sought when the user asks. */

import { html, nothing } from "lit";
import { band } from "../format.js";
import { atLeastOf } from "../probability.js";
import { reached } from "./verdict-condition.js";

/** @param {import("../store.js").Store} store @param {string} chosen the band to begin with */
export function discoveredConditions(store, chosen) {
  const { sought, discovery, exploration } = store.state;
  const bands = reached(exploration);
  if (bands.length < 2) {
    return nothing;
  }
  const named = (/** @type {string} */ id) => `${atLeastOf(exploration.bands, id) ? "at least" : "at most"} ${band(id).term}`;
  const asked = sought ?? chosen;
  return html`<h2>Conditions for a verdict</h2>
    <form class="conditions-for" @submit=${(/** @type {Event} */ event) => {
      event.preventDefault();
      store.explorer.seek(String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get("band")));
    }}>
      <select name="band" aria-label="Verdict whose conditions are sought">
        ${bands.map(({ id }) => html`<option value=${id} ?selected=${id === asked}>${named(id)}</option>`)}
      </select>
      <button type="submit">Find conditions</button>
    </form>
    ${sought === null ? nothing : html`<section class="discovered" aria-label="Conditions for ${named(sought)}" aria-busy=${discovery === null} aria-live="polite">
      ${discovery === null ? html`<p class="quiet">Searching all cases …</p>`
      : discovery.sentences.map((/** @type {string} */ sentence) => html`<p>${sentence}</p>`)}</section>`}`;
}
