/** Who differs by what: a matrix of gaps, and the exact shares of the readings in the gap of one pair. */

import { LitElement, html, nothing } from "lit";
import { Problem, request } from "../api.js";
import { bestEstimates, direction, signed } from "../format.js";
import { arrow } from "../workbench/marks.js";
import { list, mark } from "./words.js";

/** Gaps in percentage points from which a cell is darker. */
const SHADES = [5, 12, 24, 36];
/** More groups than these have narrow cells. */
const MANY = 6;
/** More groups than these do not fit beside each other. */
const WIDE = 11;

class BoardDifferences extends LitElement {
  static properties = { room: { attribute: false }, indicators: { attribute: false }, findings: { attribute: false }, pair: { state: true }, found: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** @type {import("./room.js").Room | undefined} */
    this.room = undefined;
    /** @type {any[]} */
    this.indicators = [];
    /** @type {any} */
    this.findings = null;
    /** The chosen pair, the lower verdict first; null: the widest gap. @type {[string, string] | null} */
    this.pair = null;
    /** @type {any} */
    this.found = null;
    this.failure = "";
    /** For what the shown shares were fetched. */
    this.asked = "";
  }

  createRenderRoot() {
    return this;
  }

  /** Highest verdict first. */
  get rows() {
    return [...this.findings.groups].sort((one, other) => other.percent - one.percent);
  }

  /** @returns {[string, string] | null} */
  get chosen() {
    const { rows } = this;
    const letters = rows.map((row) => row.letter);
    if (this.pair !== null && this.pair.every((letter) => letters.includes(letter))) {
      return /** @type {[string, string]} */ ([...this.pair].sort((one, other) => letters.indexOf(other) - letters.indexOf(one)));
    }
    const [widest] = this.findings.gaps;
    return widest === undefined ? null : /** @type {[string, string]} */ (widest.percentagePoints >= 0 ? [widest.first, widest.second] : [widest.second, widest.first]);
  }

  updated() {
    const pair = this.chosen;
    const key = pair === null ? "" : JSON.stringify([pair, this.findings.groups.filter((/** @type {any} */ row) => pair.includes(row.letter))]);
    if (key !== this.asked) {
      this.asked = key;
      this.fetch(pair, key);
    }
  }

  /** @param {[string, string] | null} pair @param {string} key */
  async fetch(pair, key) {
    if (pair === null) {
      this.found = null;
      return;
    }
    try {
      const [first, second] = pair.map(encodeURIComponent);
      const answer = await request(`${this.room?.path}/difference?first=${first}&second=${second}`);
      if (key === this.asked) {
        this.found = answer.comparisons[0];
        this.failure = "";
      }
    } catch (failed) {
      if (key === this.asked) {
        this.asked = "";
        this.failure = failed instanceof Problem ? failed.message : "The service cannot be reached.";
      }
    }
  }

  render() {
    const { rows } = this;
    const pair = this.chosen;
    if (pair === null) {
      return html`<h2>Who differs by what</h2><p class="quiet">It takes two groups to differ.</p>`;
    }
    const [low, high] = pair.map((letter) => rows.find((row) => row.letter === letter));
    return html`
      <h2>Who differs by what</h2>
      <p class="quiet">Gap in percentage points${bestEstimates(rows) ? " by the best estimates" : ""}; pick a pair.${rows.length > WIDE ? " The table scrolls sideways." : ""}</p>
      <div class="matrix-scroll"><table class=${rows.length > MANY ? "matrix many" : "matrix"}>
        <thead><tr><td></td>${rows.slice(0, -1).map((row) => html`<th scope="col" abbr=${row.name}>${row.letter}</th>`)}</tr></thead>
        <tbody>${rows.slice(1).map((row, index) => html`<tr><th scope="row" abbr=${row.name}>${row.letter}</th>
          ${rows.slice(0, index + 1).map((column) => this.cell(row, column, pair))}</tr>`)}</tbody>
      </table></div>
      <div aria-live="polite">
      <p class="pair">${mark(low.letter)} ${low.name} ${low.figure} ${arrow()} ${mark(high.letter)} ${high.name} ${high.figure}:${bestEstimates([low, high]) ? " by the best estimates" : ""}
        <b class=${direction(high.percent - low.percent)}>${signed(high.percent - low.percent, 1)} percentage points</b></p>
      ${this.failure === "" ? this.shares() : html`<p role="alert">${this.failure}</p>`}</div>`;
  }

  /** @param {any} row @param {any} column @param {[string, string]} pair */
  cell(row, column, pair) {
    const gap = Math.abs(column.percent - row.percent);
    const shade = SHADES.filter((from) => gap >= from).length;
    const chosen = pair.includes(row.letter) && pair.includes(column.letter);
    return html`<td><button type="button" class="gap shade-${shade}" aria-pressed=${chosen} aria-label="${row.name} and ${column.name}: ${gap.toFixed(1)} percentage points"
      @click=${() => { this.pair = [row.letter, column.letter]; }}>${gap.toFixed(1)}</button></td>`;
  }

  shares() {
    if (this.found === null) {
      return nothing;
    }
    const parts = readings(this.found);
    if (parts.length === 0) {
      return html`<p class="quiet">No reading makes a difference.</p>`;
    }
    const widest = Math.max(...parts.map((part) => Math.abs(part.value)), 0.1);
    return html`<table class="shares" aria-label="Shares of the readings in the gap"><tbody>${parts.map((part) => html`<tr>
      <th scope="row">${named(part, this.indicators)}</th>
      <td><svg width="100%" height="10" aria-hidden="true"><rect class=${direction(part.value)} width=${`${Math.abs(part.value) / widest * 100}%`} height="9" y="0.5"/></svg></td>
      <td class="number ${direction(part.value)}">${signed(part.value, 1)}</td></tr>`)}</tbody></table>`;
  }
}

/**
 * Readings and what they add, the largest first; several in one where they were too many to separate.
 * @param {any} comparison @returns {{ids: string[], value: number}[]}
 */
export function readings(comparison) {
  return leaves([comparison.becauseOfReadings])
    .sort((one, other) => Math.abs(other.value) - Math.abs(one.value));
}

/** @param {any[]} shares @returns {{ids: string[], value: number}[]} */
function leaves(shares) {
  return shares.flatMap((share) => share.within.length > 0 ? leaves(share.within) : [{ ids: share.of, value: share.percentagePoints }]);
}

/** @param {{ids: string[]}} part @param {any[]} indicators */
export const named = (part, indicators) => list(part.ids.map((id) => indicators.find((each) => each.id === id)?.short ?? id));

customElements.define("board-differences", BoardDifferences);
