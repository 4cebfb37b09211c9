/** How the compared scenarios differ: by barrier and driver, by rule and assumption, and by reading. */

import { html, nothing, svg } from "lit";
import { StoreElement } from "../element.js";
import { BANDS, bestEstimates, count, direction, percent, showsDifference, signed, sized, unit, words } from "../format.js";
import { position } from "../scale.js";
import { textWidth, Width } from "../workbench/drawing.js";
import { arrow } from "../workbench/icons.js";
import { tabs } from "../workbench/tabs.js";
import { groupShares, readingShares, shareName } from "./attribution.js";
import { letter } from "./comparison.js";

/** @typedef {import("./comparison.js").Comparison} Comparison */
/** @typedef {import("./comparison.js").Pair} Pair */

/** A letter in a disc: outlined for the baseline. @param {string} which */
export const disc = (which) => html`<span class=${which === "A" ? "disc baseline" : "disc"}>${which}</span>`;

/** A share in percentage points; a dot where there is none. @param {number | undefined} share */
const shareText = (share) => (share === undefined
  ? html`<span class="none"><span aria-hidden="true">·</span><span class="visually-hidden">none</span></span>`
  : html`<span class=${direction(share)}>${signed(share, 1)}</span>`);

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

/**
 * Where the difference comes from: the share of each barrier and driver, cumulated from the baseline's likelihood.
 * @extends {StoreElement<Comparison>}
 */
class DifferenceSplit extends StoreElement {
  static properties = { form: { state: true } };

  constructor() {
    super();
    this.form = "drawing";
    this.own = new Width(this);
  }

  get start() {
    return this.store.assessments.get(this.store.ids[0]).verdict.likelihood.percent;
  }

  /** Names of the rows, short ones if the drawings need their room, and the width of a drawing. @param {{id: string}[]} rows @param {number} beside drawings beside each other */
  layout(rows, beside) {
    const { book } = this.store;
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
    const passed = this.store.pairs.flatMap((_, column) => {
      let sum = this.start;
      return rows.map(({ shares }) => (sum += shares[column] ?? 0));
    });
    const [low, high] = [Math.min(this.start, ...passed), Math.max(this.start, ...passed)];
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

  /** @param {Pair} pair */
  sum(pair) {
    const after = pair.answer.with.percent;
    const whole = showsDifference(this.start, after);
    return html`<strong>${signed(pair.answer.percentagePoints, 1)}</strong> <span class="quiet">${percent(this.start, whole)} ${arrow()} ${percent(after, whole)}</span>`;
  }

  drawing() {
    const { pairs } = this.store;
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

  /** @param {Pair} pair @param {{id: string, shares: (number | undefined)[]}[]} rows @param {number} column */
  sentence(pair, rows, column) {
    const parts = rows.filter(({ shares }) => shares[column]).map(({ id, shares }) => `${shareName(this.store.book, id)} ${signed(shares[column] ?? 0, 1)}`);
    return `${pair.answer.with.title} against the baseline: ${signed(pair.answer.percentagePoints, 1)} percentage points; ${parts.join(", ")}`;
  }

  table() {
    const { pairs, book } = this.store;
    return html`<table class="figures"><thead><tr><th scope="col">Barrier or driver</th>${pairs.map((pair) => html`<th scope="col" class="number">${disc(pair.letter)}</th>`)}</tr></thead>
      <tbody>${groupShares(pairs).map(({ id, shares }) => html`<tr><th scope="row">${shareName(book, id)}</th>${shares.map((share) => html`<td class="number">${shareText(share)}</td>`)}</tr>`)}</tbody>
      <tfoot><tr><th scope="row">All together</th>${pairs.map((pair) => html`<td class="number"><strong>${signed(pair.answer.percentagePoints, 1)}</strong></td>`)}</tr></tfoot></table>`;
  }

  render() {
    const { pairs } = this.store;
    const assumed = pairs.filter(({ answer }) => answer.becauseOfAssumptions.percentagePoints !== 0 || answer.becauseOfAssumptions.within.length > 0);
    const cause = assumed.length === 0 ? "all because of readings, none because of assumptions"
      : `because of assumptions: ${assumed.map((pair) => `${signed(pair.answer.becauseOfAssumptions.percentagePoints, 1)} in ${pair.letter}`).join(", ")}`;
    const estimates = bestEstimates(this.store.ids.map((id) => this.store.assessments.get(id).verdict)) ? " of the best estimates" : "";
    return html`
      <h2>Where the difference comes from</h2>
      <p class="under">Percentage points${estimates}, cumulated from A. Exact shares (Shapley) of ${count(pairs.length, "difference")}; ${cause}.</p>
      ${tabs({ label: "Form of the shares", chosen: this.form, panel: "split-panel", choose: (id) => { this.form = id; },
        items: [{ id: "drawing", name: "Drawing" }, { id: "table", name: "Table" }] })}
      <div id="split-panel" class="wide" role="tabpanel" tabindex="0" aria-label="Shares">${this.form === "drawing" ? this.drawing() : this.table()}</div>`;
  }
}

customElements.define("difference-split", DifferenceSplit);

/** Rules that fire in one of a pair and not in the other. @param {Pair} pair @returns {any[]} */
function switched(pair) {
  return pair.answer.ledger.filter((/** @type {any} */ row) => (row.before.status === "FIRED") !== (row.after.status === "FIRED"));
}

/** @param {Comparison} comparison */
function switchedRules({ pairs, book }) {
  const claims = new Map(book.rules.map((/** @type {any} */ rule) => [rule.id, rule.claim ?? rule.id]));
  return html`<details class="folded"><summary><strong>Rules that switched</strong> ${pairs.map((pair) => `${switched(pair).length} in ${pair.letter}`).join(", ")}</summary>
    ${pairs.map((pair) => html`<h3>${disc(pair.letter)} against ${disc("A")}</h3>
      <ul class="switched">${switched(pair).map((row) => html`<li>
        <span><strong>${row.after.status === "FIRED" ? "Fires" : `No longer fires (${words(row.after.status)})`}:</strong> ${claims.get(row.rule) ?? row.rule}</span>
        <span class="number">${row.alliancePoints !== 0 ? signed(row.alliancePoints) : row.partnershipPoints !== 0 ? html`<span class="quiet">depth</span> ${signed(row.partnershipPoints)}` : "·"}</span></li>`)}</ul>`)}
  </details>`;
}

/** @param {Comparison} comparison */
function pointsApart({ pairs }) {
  const all = [{ letter: "A", points: pairs[0].answer.points.before }, ...pairs.map((pair) => ({ letter: pair.letter, points: pair.answer.points.after }))];
  const taken = (/** @type {any} */ points) => points.ceilings.reduce((/** @type {number} */ sum, /** @type {any} */ ceiling) => sum + ceiling.takenBack, 0);
  const lowered = all.filter(({ points }) => taken(points) !== 0).map((each) => `${signed(taken(each.points)).replace(/^\+/, "")} back in ${each.letter}`);
  const rows = /** @type {[string, (points: any) => string][]} */ ([
    ["Base rate", (points) => signed(points.base)], ["Rules", (points) => signed(points.sum)],
    ["Taken back by a ceiling", (points) => (taken(points) === 0 ? "·" : signed(-taken(points)))],
    ["Result", (points) => signed(points.final)], ["Depth of the partnership", (points) => signed(points.partnership)],
  ]);
  return html`<details class="folded"><summary><strong>How the points differ</strong> result ${all.map(({ points }) => signed(points.final)).join(", ")}${lowered.length > 0 ? `; a ceiling takes ${lowered.join(", ")}` : nothing}</summary>
    <table class="figures"><thead><tr><th scope="col">Odds points</th>${all.map((each) => html`<th scope="col" class="number">${disc(each.letter)}</th>`)}</tr></thead>
      <tbody>${rows.map(([name, text]) => html`<tr><th scope="row">${name}</th>${all.map(({ points }) => html`<td class="number">${text(points)}</td>`)}</tr>`)}</tbody></table></details>`;
}

/** @param {Comparison} comparison */
function assumptionsApart({ pairs }) {
  const apart = pairs.filter(({ answer }) => answer.assumptions.length > 0);
  const summary = apart.length === 0 ? `the same in ${pairs.length === 1 ? "both" : "all"}`
    : apart.map((pair) => `${pair.answer.assumptions.length} in ${pair.letter}`).join(", ");
  return html`<details class="folded"><summary><strong>Assumptions</strong> ${summary}</summary>
    ${apart.length === 0 ? html`<p>Weights, emphasis, cut values, base rate and horizon are the same.</p>` : apart.map((pair) => html`
      <h3>${disc(pair.letter)} against ${disc("A")}</h3>
      <ul class="switched">${pair.answer.assumptions.map((/** @type {any} */ each) => html`<li><code>${each.pointer}</code><span class="number">${each.after}, not ${each.before}</span></li>`)}</ul>`)}
  </details>`;
}

/** Folded: the rules that switched, how the points differ, and the assumptions. @param {Comparison} comparison */
export const otherDifferences = (comparison) =>
  html`<other-differences>${switchedRules(comparison)}${pointsApart(comparison)}${assumptionsApart(comparison)}</other-differences>`;

const WIDTH = 170;
const HEIGHT = 22;

/** @typedef {{letters: string, value: number, x: number}} Mark */

/** Half the width of a mark. @param {Mark} mark */
const half = (mark) => 3 + 5.5 * mark.letters.length;

/**
 * The value of a scenario; null: unknown.
 * @param {Comparison} comparison @param {string} id @param {string} indicator @returns {number | null}
 */
const valueIn = ({ assessments }, id, indicator) => assessments.get(id).scenario.resolved.readings[indicator]?.value ?? null;

/** Ids of the readings that differ in any pair, with their shares. @param {Comparison} comparison */
function differing({ pairs }) {
  const ranked = readingShares(pairs);
  const listed = new Set(ranked.map(({ id }) => id));
  const rest = pairs.flatMap(({ answer }) => answer.readings.map((/** @type {any} */ reading) => reading.indicator));
  const differs = new Set(rest);
  return [
    ...ranked.filter(({ id }) => differs.has(id)),
    ...[...differs].filter((id) => !listed.has(id)).map((id) => ({ id, shares: pairs.map(() => undefined) })),
  ];
}

/**
 * Letters at their values; those of one value stand together, and none covers another.
 * @param {Comparison} comparison @param {any} indicator
 */
function marksOf(comparison, indicator) {
  /** @type {Map<number, string>} */
  const letters = new Map();
  comparison.ids.forEach((id, index) => {
    const value = valueIn(comparison, id, indicator.id);
    if (value !== null) {
      letters.set(value, (letters.get(value) ?? "") + letter(index));
    }
  });
  /** @type {Mark[]} */
  const marks = [...letters].map(([value, text]) => ({ value, letters: text, x: position(indicator, value) * WIDTH })).sort((one, other) => one.x - other.x);
  for (let i = 1; i < marks.length; i++) {
    marks[i].x = Math.max(marks[i].x, marks[i - 1].x + half(marks[i - 1]) + half(marks[i]) + 1);
  }
  for (let i = marks.length - 1, right = WIDTH + 9; i >= 0; i--) {
    marks[i].x = Math.min(marks[i].x, right - half(marks[i]));
    right = marks[i].x - half(marks[i]) - 1;
  }
  return marks;
}

/** @param {Comparison} comparison @param {any} indicator */
function track(comparison, indicator) {
  const marks = marksOf(comparison, indicator);
  const sentence = marks.map((mark) => `${[...mark.letters].join(" and ")} at ${sized(indicator, mark.value)}`).join(", ");
  return html`<svg class="readings-track" role="img" aria-label=${sentence} width=${WIDTH + 18} height=${HEIGHT} viewBox=${`-9 0 ${WIDTH + 18} ${HEIGHT}`}>
    ${[0, 1, 2, 3, 4].map((at) => svg`<rect class="cell" x=${at * WIDTH / 5 + 1} y="7.5" width=${WIDTH / 5 - 2} height="7"/>`)}
    ${marks.map((mark) => svg`<g class=${mark.letters === "A" ? "letters baseline" : "letters"} transform=${`translate(${mark.x.toFixed(1)} 11)`}>
      <rect x=${-half(mark)} y="-8.5" width=${2 * half(mark)} height="17" rx="8.5"/><text text-anchor="middle" y="3.8">${[...mark.letters].join(" ")}</text></g>`)}
  </svg>`;
}

/** @param {Comparison} comparison @param {string} id @param {any} indicator @param {number} index */
function cell(comparison, id, indicator, index) {
  const value = valueIn(comparison, id, indicator.id);
  const equal = index > 0 && value === valueIn(comparison, comparison.ids[0], indicator.id);
  return html`<td class="number">${equal ? html`<span class="none"><span aria-hidden="true">=</span><span class="visually-hidden">as A</span></span>` : sized(indicator, value)}</td>`;
}

/**
 * Readings that differ from the baseline's, the largest share of the difference first; equal ones are folded.
 * @param {Comparison} comparison
 */
export function readingDifferences(comparison) {
  const { ids, pairs, indicators } = comparison;
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const rows = differing(comparison).filter(({ id }) => byId.has(id));
  const equal = indicators.filter((indicator) => rows.every(({ id }) => id !== indicator.id));
  return html`<reading-differences>
    <h2>Readings that differ</h2>
    <p class="under">${rows.length} of ${indicators.length}, the largest share first. The scale runs from very low to very high.</p>
    <div class="wide" role="region" tabindex="0" aria-label="Readings that differ"><table class="readings">
      <thead><tr><th scope="col"><span class="visually-hidden">Reading</span></th><th scope="col"><span class="visually-hidden">On the scale</span></th>
        ${ids.map((_, index) => html`<th scope="col" class="number">${disc(letter(index))}<br>value</th>`)}
        ${pairs.map((pair) => html`<th scope="col" class="number">${disc(pair.letter)}<br>share</th>`)}</tr></thead>
      <tbody>${rows.map(({ id, shares }) => {
        const indicator = byId.get(id);
        return html`<tr><th scope="row" title=${indicator.label}>${indicator.short ?? indicator.label}</th><td>${track(comparison, indicator)}</td>
          ${ids.map((scenario, index) => cell(comparison, scenario, indicator, index))}
          ${shares.map((share) => html`<td class="number">${shareText(share)}</td>`)}</tr>`;
      })}</tbody></table></div>
    ${equal.length === 0 ? nothing : html`<details class="folded"><summary><strong>${count(equal.length, "reading")}</strong> ${equal.length === 1 ? "is" : "are"} equal</summary>
      <ul class="equal">${equal.map((indicator) => html`<li>${indicator.short ?? indicator.label}<span class="number">${sized(indicator, valueIn(comparison, ids[0], indicator.id))}
        ${indicator.unit === "ordinal" ? html`<span class="quiet">${unit(indicator)}</span>` : nothing}</span></li>`)}</ul></details>`}</reading-differences>`;
}
