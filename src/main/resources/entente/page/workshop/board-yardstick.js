/** One yardstick for the verdicts of all groups; the drawing is a table, so that it is read as one too. */

import { LitElement, html, nothing, svg } from "lit";
import { BANDS, bestEstimates, count, percent, percents, words } from "../format.js";
import { at, borders, ribbons, rule } from "./yardstick.js";
import { mark } from "./words.js";

const ROW = 40;
const HEAD = 84;

class BoardYardstick extends LitElement {
  static properties = { board: { attribute: false }, question: { attribute: false } };

  constructor() {
    super();
    /** @type {any} */
    this.board = null;
    this.question = "";
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const { findings, round } = this.board;
    const rows = [...findings.groups].sort((one, other) => other.percent - one.percent);
    const baseline = findings.baseline.percent;
    const best = bestEstimates(rows);
    const previous = rows.some((row) => row.previousPercent !== undefined);
    return html`
      <h2>${this.question}: ${count(rows.length, "verdict")}, one yardstick</h2>
      <p class="quiet">The filled mark is now, ${previous ? `the dashed ring ${round < 2 ? "before round 1" : `the end of round ${round - 1}`}, ` : ""}the dashed line the baseline (${findings.baseline.figure})${best ? "; each mark stands at the best estimate, in the line of what is possible" : ""}.</p>
      <table class="verdicts">
        <thead><tr><th scope="col"><span class="visually-hidden">Group</span></th>
          <td class="drawn">${this.head(findings.middle, baseline, best)}</td>
          <th scope="col"><span class="visually-hidden">Relationship</span></th></tr></thead>
        <tbody>${rows.map((row) => this.row(row, baseline))}</tbody>
      </table>`;
  }

  /** @param {any} middle @param {number} baseline @param {boolean} best */
  head(middle, baseline, best) {
    // Beside the narrow outer bands words stand at the far border, as on the front page.
    const terms = [[0, "almost no|chance", "term from"], [20, "very|unlikely", "term to"], [32.5, "unlikely", "term"], [50, "roughly|even", "term"],
      [67.5, "likely", "term"], [80, "very|likely", "term from"], [100, "almost|certain", "term to"]];
    const sentence = middle ? `Median${best ? " of the best estimates" : ""} ${percent(middle.medianPercent)}, from ${percents(middle.lowestPercent, middle.highestPercent)}` : "No group yet";
    return html`<svg class="yardstick" width="100%" height=${HEAD} role="img" aria-label=${sentence}>
      ${terms.map(([place, text, style]) => String(text).split("|").map((line, index, all) => svg`
        <text class=${style} x=${`${place}%`} y=${all.length === 1 ? 23 : 10 + 13 * index}>${line}</text>`))}
      ${BANDS.slice(1, -1).map(({ to }) => svg`<text class="cut" x=${at(to)} y="29">${to}</text>`)}
      ${rule(34)}
      <svg y="46" height=${HEAD - 46}>${ribbons(HEAD - 46)}</svg>
      <line class="baseline" x1=${at(baseline)} x2=${at(baseline)} y1="46" y2=${HEAD}/>
      ${middle ? svg`
        <line class="range" x1=${at(middle.lowestPercent)} x2=${at(middle.highestPercent)} y1="66" y2="66"/>
        ${[middle.lowestPercent, middle.highestPercent].map((end) => svg`<line class="range" x1=${at(end)} x2=${at(end)} y1="62" y2="70"/>`)}
        <svg x=${at(middle.medianPercent)} y="66" overflow="visible"><path class="median" d="M0-7L5.5 0L0 7L-5.5 0z"/>
          <text class=${middle.medianPercent > 70 ? "said to" : "said"} x=${middle.medianPercent > 70 ? -12 : 12} y="-8">median${best ? " of the best estimates" : ""} ${percent(middle.medianPercent)}</text></svg>
        <svg x=${at(middle.highestPercent)} y="66" overflow="visible">${middle.highestPercent > 78 || middle.lowestPercent === middle.highestPercent ? nothing
          : svg`<text class="ends" x="8" y="14">${percents(middle.lowestPercent, middle.highestPercent)}</text>`}</svg>` : nothing}
    </svg>`;
  }

  /** @param {any} row @param {number} baseline */
  row(row, baseline) {
    const here = row.percent;
    const { lowPercent, highPercent } = row;
    const before = row.previousPercent;
    const left = here > 82;
    // Above the ring and the way from it, where these would be under the figure.
    const raised = before !== undefined && (before < here) === left
      && Math.abs(before - here) > 1 && Math.abs(before - here) < 20;
    const half = row.letter.length > 1 ? 14 : 10.5;
    return html`<tr>
      <th scope="row">${mark(row.letter)} <span><b title=${row.name}>${row.name}</b> <span class="term">${row.words}</span></span></th>
      <td class="drawn"><svg class="yardstick" width="100%" height=${ROW} role="img"
        aria-label="${row.figure}${before === undefined ? "" : `, ${row.previousFigure} at the end of the previous round`}">
        ${ribbons(ROW)}${borders(ROW)}
        <line class="line" x1="0" x2="100%" y1="0.5" y2="0.5"/>
        <line class="baseline" x1=${at(baseline)} x2=${at(baseline)} y1="0" y2=${ROW}/>
        ${before === undefined || before === here ? nothing : svg`
          <line class="path" x1=${at(before)} x2=${at(here)} y1="20" y2="20"/>
          <circle class="before" cx=${at(before)} cy="20" r="5"/>`}
        <line class="interval" x1=${at(lowPercent)} x2=${at(Math.max(highPercent, lowPercent + 0.4))} y1="35" y2="35"/>
        <svg x=${at(here)} y="20" overflow="visible"><rect class="dot" x=${-half} y="-10.5" width=${2 * half} height="21" rx="10.5"/><text class="in-dot" y="4">${row.letter}</text>
          <text class=${left ? "said to" : "said"} x=${(half + 6) * (left ? -1 : 1)} y=${raised ? -7 : 5}>${row.figure}</text></svg>
      </svg></td>
      <td class="beside">${row.relationship ? words(row.relationship) : "no relationship named"}<span class="term">${count(row.moved.length, "reading")} moved</span></td>
    </tr>`;
  }
}

customElements.define("board-yardstick", BoardYardstick);
