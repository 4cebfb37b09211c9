/** Which uncertain reading decides the likelihood: its share of the variance alone and with others. */

import { html, nothing } from "lit";
import { share } from "../probability.js";
import { shareBar } from "./share-bar.js";

/** @param {any} exploration */
export function decidingReadings({ indicators, exact }) {
  return indicators.length === 0 ? nothing : html`
    <h2 id="decides">What decides the likelihood</h2>
    <table class="deciding" aria-labelledby="decides">
      <thead><tr><th scope="col">Uncertain reading</th><th scope="col" colspan="2">Alone</th>
        ${exact ? html`<th scope="col" colspan="2">With others</th>` : nothing}</tr></thead>
      <tbody>${indicators.map((/** @type {any} */ each) => html`<tr>
        <th scope="row">${each.label}</th>
        <td class="part-of">${shareBar(each.first)}</td><td class="number">${share(each.first)}</td>
        ${exact ? html`<td class="part-of">${shareBar(each.total ?? 0)}</td><td class="number">${each.total === undefined ? "–" : share(each.total)}</td>` : nothing}
      </tr>`)}</tbody>
    </table>
    <p class="quiet">Alone: how much of the spread of the likelihood would go if this reading alone were known, in percent of its variance.
      ${exact ? "With others: how much is left when all others are known." : ""}</p>`;
}
