/** One yardstick for the verdicts of all groups; the drawing is a table, so that it is read as one too. */

import { LitElement, html, nothing, svg } from "lit";
import { bestEstimates, count, percent, percents, words } from "../format.js";
import { across, placeOf } from "../scale.js";
import "../workbench/yardstick.js";
import { stripes } from "../workbench/yardstick-scale.js";
import { mark } from "./words.js";

const ROW = 40;

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
    const sentence = middle ? `Median${best ? " of the best estimates" : ""} ${percent(middle.medianPercent)}, from ${percents(middle.lowestPercent, middle.highestPercent)}` : "No group yet";
    const right = middle && placeOf(middle.medianPercent) > 0.5;
    return html`<likelihood-yardstick></likelihood-yardstick><svg class="yardstick" width="100%" height=${ROW} role="img" aria-label=${sentence}>
      ${stripes(100, 0, ROW, undefined, "%")}
      <line class="baseline" x1=${across(baseline)} x2=${across(baseline)} y1="0" y2=${ROW}/>
      ${middle ? svg`
        <line class="range" x1=${across(middle.lowestPercent)} x2=${across(middle.highestPercent)} y1="28" y2="28"/>
        ${[middle.lowestPercent, middle.highestPercent].map((end) => svg`<line class="range" x1=${across(end)} x2=${across(end)} y1="24" y2="32"/>`)}
        <svg x=${across(middle.medianPercent)} y="28" overflow="visible"><path class="median" d="M0-7L5.5 0L0 7L-5.5 0z"/>
          <text class=${right ? "said to" : "said"} x=${right ? 6 : -6} y="-12">median${best ? " of the best estimates" : ""} ${percent(middle.medianPercent)}</text></svg>
        ${middle.lowestPercent === middle.highestPercent ? nothing : svg`<svg x=${across(right ? middle.lowestPercent : middle.highestPercent)} y="28" overflow="visible">
          <text class=${right ? "ends to" : "ends"} x=${right ? -8 : 8} y="4">${percents(middle.lowestPercent, middle.highestPercent)}</text></svg>`}` : nothing}
    </svg>`;
  }

  /** @param {any} row @param {number} baseline */
  row(row, baseline) {
    const here = row.percent;
    const { lowPercent, highPercent } = row;
    const before = row.previousPercent;
    const left = placeOf(here) > 0.82;
    // Above the ring and the way from it, where these would be under the figure.
    const raised = before !== undefined && (before < here) === left
      && Math.abs(placeOf(before) - placeOf(here)) > 0.01 && Math.abs(placeOf(before) - placeOf(here)) < 0.2;
    const half = row.letter.length > 1 ? 14 : 10.5;
    return html`<tr>
      <th scope="row">${mark(row.letter)} <span><b title=${row.name}>${row.name}</b> <span class="term">${row.words}</span></span></th>
      <td class="drawn"><svg class="yardstick" width="100%" height=${ROW} role="img"
        aria-label="${row.figure}${before === undefined ? "" : `, ${row.previousFigure} at the end of the previous round`}">
        ${stripes(100, 0, ROW, undefined, "%")}
        <line class="line" x1="0" x2="100%" y1="0.5" y2="0.5"/>
        <line class="baseline" x1=${across(baseline)} x2=${across(baseline)} y1="0" y2=${ROW}/>
        ${before === undefined || before === here ? nothing : svg`
          <line class="path" x1=${across(before)} x2=${across(here)} y1="20" y2="20"/>
          <circle class="before" cx=${across(before)} cy="20" r="5"/>`}
        <line class="interval" x1=${across(lowPercent)} x2=${across(highPercent)} y1="35" y2="35"/>
        <svg x=${across(here)} y="20" overflow="visible"><rect class="dot" x=${-half} y="-10.5" width=${2 * half} height="21" rx="10.5"/><text class="in-dot" y="4">${row.letter}</text>
          <text class=${left ? "said to" : "said"} x=${(half + 6) * (left ? -1 : 1)} y=${raised ? -7 : 5}>${row.figure}</text></svg>
      </svg></td>
      <td class="beside">${row.relationship ? words(row.relationship) : "no relationship named"}<span class="term">${count(row.moved.length, "reading")} moved</span></td>
    </tr>`;
  }
}

customElements.define("board-yardstick", BoardYardstick);
