/** If the verdict were in a band: how probable the grades of each uncertain reading are in such cases, beside all cases. */

import { html, nothing } from "lit";
import { BANDS, band, count, words } from "../format.js";
import { chance } from "../probability.js";
import { shareBar } from "./share-bar.js";
import { tabs } from "./tabs.js";

/** Bands that are reached, ascending. @param {any} exploration */
export const reached = (exploration) => BANDS.filter(({ id }) => exploration.bands[id] > 0);

/** @param {any} exploration @param {string} chosen @param {(band: string) => void} choose */
export function verdictCondition(exploration, chosen, choose) {
  const bands = reached(exploration);
  if (bands.length < 2 || exploration.indicators.length === 0) {
    return nothing;
  }
  const telling = exploration.indicators.filter((/** @type {any} */ each) => tells(each, chosen));
  const others = exploration.indicators.filter((/** @type {any} */ each) => !tells(each, chosen));
  return html`
    <h2 id="condition">If the verdict were …</h2>
    ${tabs({ label: "If the verdict were", chosen, panel: "condition-cases", choose, items: bands.map(({ id, term }) => ({ id, name: term })) })}
    <div id="condition-cases" role="tabpanel" aria-label="If the verdict were ${band(chosen).term}">
      <table class="condition">
        <thead><tr><th scope="col" colspan="2">Reading and grade</th><th scope="col" colspan="2">In such cases</th><th scope="col" class="number">In all</th></tr></thead>
        ${telling.map((/** @type {any} */ each) => reading(each, chosen))}
      </table>
      ${others.length === 0 ? nothing : html`<details><summary>Within one percentage point of all cases: ${count(others.length, "reading")}</summary>
        <table class="condition">${others.map((/** @type {any} */ each) => reading(each, chosen))}</table></details>`}
    </div>`;
}

/** Smaller differences of probabilities are none to look at. */
const LEAST = 0.01;

/** Whether such cases differ from all cases in this reading. @param {any} indicator @param {string} chosen */
const tells = ({ given }, chosen) => given.some((/** @type {any} */ grade) => Math.abs((grade.posterior[chosen] ?? 0) - grade.probability) >= LEAST);

/** The highest grade first, as anchors are listed. @param {any} indicator @param {string} chosen */
const reading = ({ label, given }, chosen) => html`<tbody>${[...given].reverse().map((grade, index) => html`<tr>
  ${index === 0 ? html`<th scope="rowgroup" rowspan=${given.length}>${label}</th>` : nothing}
  <th scope="row">${words(grade.grade)}</th>
  <td class="part-of">${shareBar(grade.posterior[chosen] ?? 0, grade.posterior[chosen] > grade.probability ? "more" : "", grade.probability)}</td>
  <td class="number">${chance(grade.posterior[chosen] ?? 0)}</td>
  <td class="number quiet">${chance(grade.probability)}</td></tr>`)}</tbody>`;
