/** The projector: readable from ten metres, so that nothing is smaller than 36 px on a screen of 1920 by 1080. */

import { html, nothing, svg } from "lit";
import { getIndicators, request } from "../api.js";
import { bestEstimates, percent } from "../format.js";
import { RoomPage } from "./room-page.js";
import { named, readings } from "./board-differences.js";
import { at, ribbons, rule } from "./yardstick.js";
import { brand, check, clock, list, mark, spaced } from "./words.js";

/** Marks nearer than this, in percent, stand on each other. */
const NEAR = 4.2;
/** Marks that stand on each other below the words of the median, and the height of one. */
const LEVELS = 3;
const LEVEL = 76;
/** More groups than these are listed in three columns, and their marks stand a level higher. */
const MANY = 12;
/** So few are listed in one column, and named below the yardstick. */
const FEW = 5;

class WorkshopProjector extends RoomPage {
  static properties = { difference: { state: true }, indicators: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.difference = null;
    /** @type {any[]} */
    this.indicators = [];
    this.asked = "";
  }

  connectedCallback() {
    super.connectedCallback();
    this.ticking = setInterval(() => this.requestUpdate(), 500);
  }

  disconnectedCallback() {
    clearInterval(this.ticking);
    super.disconnectedCallback();
  }

  async opened() {
    document.title = `${this.room.view.title} – Entente`;
    this.indicators = await getIndicators();
  }

  updated() {
    const gap = this.room?.state.board?.findings?.gaps[0];
    const key = gap ? `${gap.first} ${gap.second} ${this.room.view.revision}` : "";
    if (key !== this.asked) {
      this.asked = key;
      this.explain(gap, key);
    }
  }

  /** @param {any} gap @param {string} key */
  async explain(gap, key) {
    if (!gap) {
      this.difference = null;
      return;
    }
    const [low, high] = gap.percentagePoints >= 0 ? [gap.first, gap.second] : [gap.second, gap.first];
    try {
      const answer = await request(`${this.room.path}/difference?first=${encodeURIComponent(low)}&second=${encodeURIComponent(high)}`);
      if (key === this.asked) {
        this.difference = { low, high, parts: readings(answer.comparisons[0]).slice(0, 2) };
      }
    } catch {
      this.asked = "";
    }
  }

  page() {
    const { view, board, connection } = this.room.state;
    const left = this.room.remaining();
    const round = view.ended ? "The end" : view.round === 0 ? "Round 1 has not started" : `Round ${view.round}`;
    return html`
      <header class="hall-head">${brand()} <span class="hall-title">${view.title} · ${round}${view.paused ? ", paused" : ""}</span>
        ${left === null ? nothing : html`<span class="hall-clock" role="timer">${clock(left)}</span>`}</header>
      <h1>${this.room.state.question.replace(/^An/, "How likely is an")}?</h1>
      ${view.call === undefined ? nothing : html`<p class="hall-call" role="alert">${view.call}</p>`}
      ${board?.findings ? this.verdicts(board.findings) : this.counts(view)}
      <footer class="hall-foot">${board?.findings ? this.sentence(board.findings) : html`<p class="hall-said">What the groups set is private until the reveal.</p>`}
        <p class="hall-with">${connection === "lost" ? "Reconnecting." : view.ended ? nothing : html`join at <span class="hall-where">${this.address}</span> with`} ${view.ended ? nothing : html`<b>${spaced(view.code)}</b>`}</p></footer>`;
  }

  /** @param {any} view */
  counts(view) {
    return html`<ul class=${view.groups.length > MANY ? "hall-counts many" : view.groups.length <= FEW ? "hall-counts few" : "hall-counts"}>${view.groups.map((/** @type {any} */ group) => html`<li>${mark(group.letter)} <span class="name">${group.name}</span> ${group.ready ? html`<span class="ready">${check()} ready</span>` : nothing} <span>${group.moved} moved</span></li>`)}
      ${view.groups.length === 0 ? html`<li>No group has joined yet.</li>` : nothing}</ul>`;
  }

  /** @param {any} findings */
  verdicts(findings) {
    const { middle } = findings;
    const levels = findings.groups.length > MANY && this.room.view.call === undefined ? LEVELS + 1 : LEVELS;
    const floor = 102 + LEVEL * levels;
    const marks = placed(findings.groups, levels);
    const bands = [[12.5, "very unlikely", 0, 0], [32.5, "unlikely", 0, 0], [50, "roughly|even", 0, 0], [67.5, "likely", 0, 0], [87.5, "very likely", 0, 0],
      [0, "almost no chance", 1, 1], [100, "almost certain", 1, 2]];
    const median = middle ? `median${bestEstimates(findings.groups) ? " of the best estimates" : ""} ${percent(middle.medianPercent)}` : "";
    const words = middle ? `${median.replace("median", "Median")}. ` : "";
    return html`<svg class=${levels > LEVELS ? "hall-yardstick many" : "hall-yardstick"} viewBox=${`0 0 1720 ${floor + 215}`} role="img" overflow="visible"
      aria-label="${words}${findings.groups.map((/** @type {any} */ row) => `${row.name} ${row.figure}`).join(", ")}">
      ${ribbons(floor + 60)}${rule(floor, 13)}
      ${[5, 20, 45, 55, 80, 95].map((border) => svg`<text class="cut" x=${at(border)} y=${floor + 84}>${border}</text>`)}
      ${bands.map(([place, text, low, side]) => String(text).split("|").map((line, index) => svg`
        <text class=${side === 1 ? "band from" : side === 2 ? "band to" : "band"} x=${at(Number(place))} y=${floor + (low ? 208 : 134 + 40 * index)}>${line}</text>`))}
      ${middle ? svg`<line class="middle" x1=${at(middle.medianPercent)} x2=${at(middle.medianPercent)} y1="66" y2=${floor}/>
        <svg x=${at(middle.medianPercent)} y=${floor + 24} overflow="visible"><path class="median" d="M0-26L18 0L0 26L-18 0z"/></svg>
        <svg x=${at(middle.medianPercent)} y="70" overflow="visible"><text class=${middle.medianPercent > 60 ? "median-said to" : "median-said"} x=${middle.medianPercent > 60 ? -18 : 18}>${median}</text></svg>` : nothing}
      ${marks.map(({ row, level, place }) => svg`<line class="stalk" x1=${at(row.percent)} y1=${floor} x2=${at(place)} y2=${floor - 40 - LEVEL * level}/>`)}
      ${marks.map(({ row, level, place }) => svg`<svg x=${at(place)} y=${floor - 40 - LEVEL * level} overflow="visible">
        <circle class="dot" r="34"/><text class="in-dot" y="13">${row.letter}</text></svg>`)}
    </svg>
    ${findings.groups.length > FEW ? nothing : html`<ul class="hall-names">${findings.groups.map((/** @type {any} */ row) => html`
      <li>${mark(row.letter)} ${row.name} <b>${row.figure}</b></li>`)}</ul>`}`;
  }

  /** @param {any} findings */
  sentence(findings) {
    const rows = findings.groups;
    const found = this.difference;
    const [low, high] = found ? [found.low, found.high].map((letter) => rows.find((/** @type {any} */ row) => row.letter === letter)) : [];
    if (!low || !high) {
      return html`<p class="hall-said">${rows.length === 1 ? `${rows[0].name}: ${rows[0].figure}.` : ""}</p>`;
    }
    const apart = high.percent - low.percent;
    if (apart < 0.05) {
      return html`<p class="hall-said">${list(rows.map((/** @type {any} */ row) => row.name))} come to the same ${bestEstimates(rows) ? "best estimate" : "likelihood"}.</p>`;
    }
    const [first, second] = found.parts;
    const made = (/** @type {any} */ part) => html`${named(part, this.indicators)} ${part.value < 0 ? "takes" : "adds"}
      <b class=${part.value < 0 ? "lowers" : "raises"}>${Math.abs(part.value).toFixed(1)}</b>${part.value < 0 ? " away" : ""}`;
    return html`<p class="hall-said"><b>${low.name} and ${high.name}</b> are <b>${apart.toFixed(1)} percentage points</b> apart${bestEstimates([low, high]) ? " by the best estimates" : ""}.
      ${first ? html`${made(first)}${second ? html`; ${made(second)}` : nothing}.` : nothing}</p>`;
  }
}

/**
 * Marks that would cover each other stand in columns, as near to their values as the columns have room; lines lead to their
 * places on the rule.
 * @param {any[]} groups @param {number} levels of a column
 * @returns {{row: any, level: number, place: number}[]} places in percent
 */
function placed(groups, levels) {
  /** @type {any[][]} */
  const columns = [];
  for (const row of [...groups].sort((one, other) => one.percent - other.percent)) {
    const last = columns.at(-1);
    if (last && last.length < levels && row.percent - last[0].percent < NEAR) {
      last.push(row);
    } else {
      columns.push([row]);
    }
  }
  const places = columns.map((rows) => rows.reduce((sum, row) => sum + row.percent, 0) / rows.length);
  // Neighbours push each other apart, each by half.
  for (let turn = 0; turn < 20 * places.length; turn++) {
    for (let column = 1; column < places.length; column++) {
      const short = Math.max(0, NEAR - (places[column] - places[column - 1]));
      places[column - 1] -= short / 2;
      places[column] += short / 2;
    }
  }
  const outside = Math.min(0, places[0] ?? 0);
  return columns.flatMap((rows, column) => rows.map((row, level) => ({ row, level, place: places[column] - outside })));
}

customElements.define("workshop-projector", WorkshopProjector);
