/** What follows from uncertain readings: the probability of each verdict, what decides it, and what would be true in each. */

import { html, nothing, svg } from "lit";
import { box } from "../element.js";
import { band, bandIndex, bandRange, BANDS, chance, count, grouped, percent, share, standardError, words } from "../format.js";
import { shareBar } from "./icons.js";
import { tabs } from "./tabs.js";

const ROW = 23;
/** From here on there is room for the ranges of the bands. */
const WIDE = 420;

/**
 * How probable each verdict is: a bar for each band.
 * @param {any} exploration @param {number} width @param {string} chosen the band whose cases are shown @param {(band: string) => void} choose
 */
function bandBars({ bands, band: now }, width, chosen, choose) {
  const left = width >= WIDE ? 212 : 132;
  const room = Math.max(20, width - left - 62);
  const sentence = BANDS.filter(({ id }) => bands[id] > 0).map(({ id, term }) => `${term} ${chance(bands[id])}`).join(", ");
  return html`<band-probabilities><svg class="figure bands" role="img" aria-label="Probability of each verdict: ${sentence}." width=${width} height=${BANDS.length * ROW + 2}
    viewBox="0 0 ${width} ${BANDS.length * ROW + 2}">${BANDS.map(({ id, term }, row) => {
      const y = row * ROW;
      const probability = bands[id] ?? 0;
      const length = probability === 0 ? 0 : Math.max(1, probability * room);
      const kind = ["row", probability > 0 ? "group" : "idle", id === now ? "open" : "", id === chosen ? "chosen" : ""].join(" ");
      return svg`<g class=${kind} @click=${() => probability > 0 && choose(id)}>
        ${id === chosen ? svg`<rect class="ribbon" x="0" y=${y} width=${width} height=${ROW}/>` : nothing}
        <rect class="hit" x="0" y=${y} width=${width} height=${ROW}/>
        <text class="label" x="4" y=${y + 16}>${term}</text>
        ${left > 150 ? svg`<text class="tick" x=${left - 10} y=${y + 16} text-anchor="end">${bandRange(id)}</text>` : nothing}
        <rect class="probability" x=${left} y=${y + 4} width=${length.toFixed(1)} height=${ROW - 8}/>
        <text class="points" x=${(left + length + 7).toFixed(1)} y=${y + 16}>${chance(probability)}</text>
      </g>`;
    })}
    <path class="axis" d="M${left} 0V${BANDS.length * ROW}"/></svg></band-probabilities>`;
}

/** Which uncertain reading decides the likelihood: its share of the variance alone and with others. @param {any} exploration */
function decidingReadings({ indicators, exact }) {
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

/** Bands that are reached, ascending. @param {any} exploration */
const reached = (exploration) => BANDS.filter(({ id }) => exploration.bands[id] > 0);

/**
 * If the verdict were in a band: how probable the grades of each uncertain reading are in such cases, beside all cases.
 * @param {any} exploration @param {string} chosen @param {(band: string) => void} choose
 */
function verdictCondition(exploration, chosen, choose) {
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

/**
 * Whether a verdict is sought with those above it, as the service does: the most probable one too, unless that is every case.
 * @param {Record<string, number>} bands probabilities @param {string} id
 */
function atLeastOf(bands, id) {
  const most = BANDS.reduce((best, each) => (bands[each.id] > bands[best.id] ? each : best)).id;
  const atLeast = BANDS.slice(bandIndex(id)).reduce((sum, each) => sum + (bands[each.id] ?? 0), 0);
  return id === most ? atLeast < 1 - 1e-12 : bandIndex(id) > bandIndex(most);
}

/**
 * What would have to be true for a verdict: conditions on readings, sought when the user asks.
 * @param {import("../store.js").Store} store @param {string} chosen the band to begin with
 */
function discoveredConditions(store, chosen) {
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
      store.seekConditions(String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get("band")));
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

/** What was asked for, or the most probable of the other verdicts. @param {any} exploration @param {string | null} asked */
function chosenBand(exploration, asked) {
  const all = reached(exploration).map(({ id }) => id);
  const [other = ""] = all.filter((id) => id !== exploration.band).sort((one, two) => exploration.bands[two] - exploration.bands[one]);
  return asked !== null && all.includes(asked) ? asked : other;
}

/**
 * @param {import("../store.js").Store} store @param {number} width
 * @param {string | null} asked the band whose cases are asked for @param {(band: string) => void} choose
 */
export function uncertaintyFigure(store, width, asked, choose) {
  const { exploration, exploring, unexplored, unratedAny } = store.state;
  return html`<uncertainty-figure>
    <div class=${exploring ? "dimmed" : ""} aria-busy=${exploring}>${exploration === null ? nothing : explored(store, width, chosenBand(exploration, asked), choose)}</div>
    ${unexplored === "" ? nothing : html`<p class="none" role="status">${unexplored}</p>`}
    <label class="any-grade"><input type="checkbox" .checked=${unratedAny}
      @change=${(/** @type {Event} */ event) => store.takeUnrated(box(event).checked)}>
      Take unrated readings to have any grade</label>
    ${exploration === null ? nothing : html`<p class="quiet">${assumed(exploration)} ${method(exploration)}</p>`}</uncertainty-figure>`;
}

/** @param {import("../store.js").Store} store @param {number} width @param {string} chosen @param {(band: string) => void} choose */
function explored(store, width, chosen, choose) {
  const { exploration } = store.state;
  return html`
    <h2>Probability of each verdict</h2>
    ${bandBars(exploration, width, chosen, choose)}
    <p class="expected">The expected likelihood is <b>${percent(exploration.meanPercent)}</b>; nine of ten cases lie between
      <b>${percent(exploration.quantiles["0.05"])}</b> and <b>${percent(exploration.quantiles["0.95"])}</b>.</p>
    <p class="expected">${relationships(exploration)}</p>
    ${decidingReadings(exploration)}
    ${discoveredConditions(store, chosen)}
    ${verdictCondition(exploration, chosen, choose)}`;
}

/** @param {any} exploration */
function relationships(exploration) {
  const all = [...exploration.relationships].sort((one, other) => other.probability - one.probability);
  return html`Relationship: ${all.map((each, index) => html`${index > 0 ? ", " : ""}${words(each.relationship)} <b>${chance(each.probability)}</b>`)}.
    ${exploration.exact && !exploration.relationshipsExact ? "Estimated by random cases." : ""}
    ${exploration.relationshipWithheld ? "These follow from the known readings alone; the verdict names no single relationship." : ""}`;
}

/** Where probabilities come from that nobody stated. @param {any} exploration */
function assumed({ uncertain, unrated }) {
  const basis = (/** @type {string} */ name) => uncertain.filter((/** @type {any} */ each) => each.basis === name).length;
  const [uniform, any] = [basis("ASSUMED_UNIFORM"), basis("ASSUMED_ANY")];
  const parts = [uniform > 0 ? `each value of ${count(uniform, "range")} without a distribution` : "",
    any > 0 ? `each grade of ${count(any, "unrated reading")}` : ""].filter((each) => each !== "");
  const nothingOf = unrated === 0 ? "" : `Unrated readings count for nothing (${count(unrated, "reading")}).`;
  return [parts.length === 0 ? "" : `Taken with equal probability: ${parts.join(", ")}.`, nothingOf].join(" ");
}

/** @param {any} exploration */
function method({ exact, uncertain, cases, sample }) {
  const over = `${count(uncertain.length, "uncertain reading")}, ${grouped(cases)} ${cases === "1" ? "combination" : "combinations"} of grades`;
  return exact ? `Exact: counted over ${over}, independent of each other. A probability is a share of cases; the likelihood of an alliance is the verdict in each.`
    : `Estimated by ${grouped(String(sample.size))} random cases of ${over}: the standard error of a probability is at most ${
      standardError(Math.max(.../** @type {number[]} */ (Object.values(sample.standardErrors))))}.`;
}
