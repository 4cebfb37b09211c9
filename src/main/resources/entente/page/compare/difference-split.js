/** Where the difference comes from: the share of each barrier and driver, cumulated from the baseline's likelihood. */

import { html, nothing, svg } from "lit";
import { BANDS, count, direction, percent, showsDifference, signed } from "../format.js";
import { tabs } from "../workbench/tabs.js";
import { arrow } from "../workbench/marks.js";
import { Width, textWidth } from "../workbench/width.js";
import { groupShares, shareName } from "./attribution.js";
import { Part, disc, shareText } from "./part.js";

const ROW = 30;
/** Widths of a drawing in px: where there is little room, of several, and of a single one. */
const LEAST = 150;
const NARROW = 232;
const WIDE = 400;
/** Between the names and the drawings. */
const GAP = 8;
/** Below this width of the component the names wrap in a column of 132 px, see compare.css. */
const PHONE = 520;
/** Room for the figure behind the last bar. */
const MARGIN = 8;
const LABEL = 44;

class DifferenceSplit extends Part {
  static properties = { ...Part.properties, form: { state: true } };

  constructor() {
    super();
    this.form = "drawing";
    this.own = new Width(this);
  }

  get start() {
    return this.comparison.assessments.get(this.comparison.ids[0]).verdict.likelihood.percent;
  }

  /** Names of the rows, short ones if the drawings need their room, and the width of a drawing. @param {{id: string}[]} rows @param {number} beside drawings beside each other */
  layout(rows, beside) {
    const { book } = this.comparison;
    const room = this.own.width;
    const free = (/** @type {string[]} */ names) =>
      Math.floor((room - (room < PHONE ? 132 : Math.max(190, ...names.map((name) => textWidth(name, 14) + 1)))) / beside) - GAP;
    const long = rows.map(({ id }) => shareName(book, id));
    if (room === 0 || free(long) >= NARROW) {
      return { names: long, width: beside === 1 ? Math.max(NARROW, Math.min(WIDE, free(long))) : NARROW };
    }
    const short = rows.map(({ id }) => shareName(book, id, "short"));
    return { names: short, width: Math.max(LEAST, Math.min(NARROW, free(short))) };
  }

  /** The lowest and highest likelihood that any of the sums passes. @param {{shares: (number | undefined)[]}[]} rows */
  range(rows) {
    let [low, high] = [this.start, this.start];
    this.comparison.pairs.forEach((_, column) => {
      let sum = this.start;
      for (const { shares } of rows) {
        sum += shares[column] ?? 0;
        low = Math.min(low, sum);
        high = Math.max(high, sum);
      }
    });
    return high - low < 5 ? { low: low - 2.5, high: high + 2.5 } : { low, high };
  }

  /** @param {{id: string, shares: (number | undefined)[]}[]} rows @param {number} column @param {{low: number, high: number}} range @param {number} width */
  bars(rows, column, range, width) {
    const x = (/** @type {number} */ value) => MARGIN + (value - range.low) / (range.high - range.low) * (width - 2 * MARGIN - LABEL);
    const bottom = rows.length * ROW;
    const borders = BANDS.map((band) => band.from).filter((from) => from > range.low && from < range.high);
    let sum = this.start;
    let last = -1;
    const drawn = rows.map(({ shares }, row) => {
      const share = shares[column];
      if (share === undefined) {
        return nothing;
      }
      const [from, to] = [sum, sum + share];
      const link = last < 0 ? nothing : svg`<path class="link" d=${`M${x(from)} ${last * ROW + 20}V${row * ROW + 10}`}/>`;
      sum = to;
      last = row;
      return svg`${link}${share === 0
        ? svg`<circle class="no-share" cx=${x(to)} cy=${row * ROW + 15} r="2.5"/>`
        : svg`<rect class=${direction(share)} x=${Math.min(x(from), x(to))} y=${row * ROW + 10} width=${Math.max(1.5, Math.abs(x(to) - x(from)))} height="10"/>`}
        <text class=${`share ${direction(share)}`} x=${Math.max(x(from), x(to)) + 6} y=${row * ROW + 19}>${signed(share, 1)}</text>`;
    });
    return svg`
      ${borders.map((from) => svg`<path class="border" d=${`M${x(from)} 0V${bottom + 32}`}/><text class="figure" text-anchor="middle" x=${x(from)} y=${bottom + 48}>${from}</text>`)}
      <path class="start" d=${`M${x(this.start)} 0V${bottom}`}/>${drawn}`;
  }

  /** @param {import("./comparison.js").Pair} pair */
  sum(pair) {
    const after = pair.answer.with.percent;
    const whole = showsDifference(this.start, after);
    return html`<strong>${signed(pair.answer.percentagePoints, 1)}</strong> <span class="quiet">${percent(this.start, whole)} ${arrow()} ${percent(after, whole)}</span>`;
  }

  drawing() {
    const { pairs } = this.comparison;
    const rows = groupShares(pairs);
    const range = this.range(rows);
    // On a phone one below the other, each with the names.
    const places = this.own.width < PHONE ? pairs.map((pair) => [pair]) : [pairs];
    return places.map((beside) => {
      const { names, width } = this.layout(rows, beside.length);
      return html`<div class="multiples">
        <ul class="groups"><li class="top"></li>${names.map((name) => html`<li>${name}</li>`)}<li class="all">All together</li></ul>
        ${beside.map((pair) => html`<figure>
          <figcaption class="top">${disc(pair.letter)} against ${disc("A")}</figcaption>
          <svg class="split" role="img" width=${width} height=${rows.length * ROW + 54} aria-label=${this.sentence(pair, rows, pairs.indexOf(pair))}>${this.bars(rows, pairs.indexOf(pair), range, width)}</svg>
          <p class="all">${this.sum(pair)}</p></figure>`)}
      </div>`;
    });
  }

  /** @param {import("./comparison.js").Pair} pair @param {{id: string, shares: (number | undefined)[]}[]} rows @param {number} column */
  sentence(pair, rows, column) {
    const parts = rows.filter(({ shares }) => shares[column]).map(({ id, shares }) => `${shareName(this.comparison.book, id)} ${signed(shares[column] ?? 0, 1)}`);
    return `${pair.answer.with.title} against the baseline: ${signed(pair.answer.percentagePoints, 1)} percentage points; ${parts.join(", ")}`;
  }

  table() {
    const { pairs, book } = this.comparison;
    return html`<table class="figures"><thead><tr><th scope="col">Barrier or driver</th>${pairs.map((pair) => html`<th scope="col" class="number">${disc(pair.letter)}</th>`)}</tr></thead>
      <tbody>${groupShares(pairs).map(({ id, shares }) => html`<tr><th scope="row">${shareName(book, id)}</th>${shares.map((share) => html`<td class="number">${shareText(share)}</td>`)}</tr>`)}</tbody>
      <tfoot><tr><th scope="row">All together</th>${pairs.map((pair) => html`<td class="number"><strong>${signed(pair.answer.percentagePoints, 1)}</strong></td>`)}</tr></tfoot></table>`;
  }

  render() {
    const { pairs } = this.comparison;
    const assumed = pairs.filter(({ answer }) => answer.becauseOfAssumptions.percentagePoints !== 0 || answer.becauseOfAssumptions.within.length > 0);
    const cause = assumed.length === 0 ? "all because of readings, none because of assumptions"
      : `because of assumptions: ${assumed.map((pair) => `${signed(pair.answer.becauseOfAssumptions.percentagePoints, 1)} in ${pair.letter}`).join(", ")}`;
    return html`
      <h2>Where the difference comes from</h2>
      <p class="under">Percentage points, cumulated from A’s ${percent(this.start)}. Exact shares (Shapley) of ${count(pairs.length, "difference")}; ${cause}.</p>
      ${tabs({ label: "Form of the shares", chosen: this.form, panel: "split-panel", choose: (id) => { this.form = id; },
        items: [{ id: "drawing", name: "Drawing" }, { id: "table", name: "Table" }] })}
      <div id="split-panel" class="wide" role="tabpanel" tabindex="0" aria-label="Shares">${this.form === "drawing" ? this.drawing() : this.table()}</div>`;
  }
}

customElements.define("difference-split", DifferenceSplit);
