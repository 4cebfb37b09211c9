/** Which uncertain reading decides the likelihood: its share of the variance alone and with others, and its bits. */

import { html, nothing } from "lit";
import { bits, share } from "../probability.js";
import { shareBar } from "./share-bar.js";

/** A bit tells two equally probable verdicts apart; more is a full bar. */
const FULL = 1;

/** @param {any} exploration */
export function decidingReadings({ indicators, exact }) {
  return indicators.length === 0 ? nothing : html`
    <h2 id="decides">What decides the likelihood</h2>
    <table class="deciding" aria-labelledby="decides">
      <thead><tr><th scope="col">Uncertain reading</th><th scope="col" colspan="2">Alone</th>
        ${exact ? html`<th scope="col" colspan="2">With others</th>` : nothing}<th scope="col" colspan="2">Bits</th></tr></thead>
      <tbody>${indicators.map((/** @type {any} */ each) => html`<tr>
        <th scope="row">${each.label}</th>
        <td class="part-of">${shareBar(each.first)}</td><td class="number">${share(each.first)}</td>
        ${exact ? html`<td class="part-of">${shareBar(each.total ?? 0)}</td><td class="number">${each.total === undefined ? "–" : share(each.total)}</td>` : nothing}
        <td class="part-of">${shareBar(each.bits / FULL)}</td><td class="number">${bits(each.bits)}</td>
      </tr>`)}</tbody>
    </table>
    <p class="quiet">Alone: the share of the variance that knowing this reading alone would remove.
      ${exact ? "With others: the share that is left when all others are known, with its interactions." : ""} Bits: what it tells about the verdict.</p>`;
}
