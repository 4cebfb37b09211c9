/** The projector: readable from ten metres, so that nothing is smaller than 36 px on a screen of 1920 by 1080. */

import { html, nothing, svg } from "lit";
import { getIndicators, request } from "../api.js";
import { every } from "../element.js";
import { BANDS, bestEstimates, percent } from "../format.js";
import { across, placeOf } from "../scale.js";
import { byReading } from "../compare/attribution.js";
import { rule, stripes, termLines, TICKS, tickText } from "../workbench/yardstick.js";
import { LEVELS, PITCH, placed, RADIUS, WIDTH } from "./projector-marks.js";
import { HallPage, TICK } from "./room.js";
import { brand, check, clock, listed, mark, shortNames, spaced } from "./words.js";

/** More groups than these are listed in three columns; after the reveal their names and figures have no room. */
const MANY = 12;
/** So few are listed in one column. */
const FEW = 5;

class WorkshopProjector extends HallPage {
  static properties = { difference: { state: true }, indicators: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.difference = null;
    /** @type {any[]} */
    this.indicators = [];
    this.asked = "";
    every(this, TICK, () => this.requestUpdate());
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
    this.fit(LEVELS - 1, `${this.room?.remaining() === 0} ${this.difference === null}`);
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
        this.difference = { low, high, parts: byReading(answer.comparisons[0]).slice(0, 2) };
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
        ${left === null ? nothing : html`<span class=${left === 0 ? "hall-clock over" : "hall-clock"} role="timer">${clock(left)}</span>`}</header>
      <h1 class=${left === 0 || view.call !== undefined ? "visually-hidden" : ""}>${this.room.state.question.replace(/^An/, "How likely is an")}?</h1>
      ${left === 0 ? html`<p class="hall-call hall-over" role="alert">The time is up</p>` : nothing}
      ${view.call === undefined ? nothing : html`<p class="hall-call" role="alert">${view.call}</p>`}
      ${board?.findings ? this.verdicts(board.findings) : this.counts(view)}
      <footer class="hall-foot">${board?.findings ? this.sentence(board.findings) : html`<p class="hall-said">${this.step > 0 ? "Beside each letter: how many readings the group has moved. " : ""}What the groups set is private until the reveal.</p>`}
        <p class="hall-with">${connection === "lost" ? "Reconnecting." : view.ended ? nothing : this.opening === "" ? html`join at <span class="hall-where">${this.address}</span> with` : "join on this machine with"} ${view.ended ? nothing : html`<b>${spaced(view.code)}</b>`}</p></footer>`;
  }

  /** Letters alone where the names have no room. @param {any} view */
  counts(view) {
    if (this.step > 0) {
      return html`<ul class="hall-counts letters">${view.groups.map((/** @type {any} */ group) => html`<li>${mark(group.letter)} <span class="visually-hidden">${group.name}</span>
        ${group.ready ? html`<span class="ready">${check()}<span class="visually-hidden"> ready</span></span>` : nothing} <span>${group.moved}<span class="visually-hidden"> moved</span></span></li>`)}</ul>`;
    }
    return html`<ul class=${view.groups.length > MANY ? "hall-counts many" : view.groups.length <= FEW ? "hall-counts few" : "hall-counts"}>${view.groups.map((/** @type {any} */ group) => html`<li>${mark(group.letter)} <span class="name">${group.name}</span> ${group.ready ? html`<span class="ready">${check()} ready</span>` : nothing} <span>${group.moved} moved</span></li>`)}
      ${view.groups.length === 0 ? html`<li>No group has joined yet.</li>` : nothing}</ul>`;
  }

  /** @param {any} findings */
  verdicts(findings) {
    const { middle } = findings;
    const marks = placed(findings.groups, LEVELS - this.step);
    const floor = 84 + PITCH * (1 + Math.max(0, ...marks.map(({ level }) => level)));
    const median = middle ? `median${bestEstimates(findings.groups) ? " of the best estimates" : ""} ${percent(middle.medianPercent)}` : "";
    const words = middle ? `${median.replace("median", "Median")}. ` : "";
    const left = middle && placeOf(middle.medianPercent) > 0.5;
    const rows = [...findings.groups].sort((one, other) => one.percent - other.percent);
    return html`<svg class="hall-yardstick" viewBox=${`0 0 ${WIDTH} ${floor + 182}`} role="img" overflow="visible"
      aria-label="${words}${findings.groups.map((/** @type {any} */ row) => `${row.name} ${row.figure}`).join(", ")}">
      ${stripes(WIDTH, 0, floor + 182)}${rule(WIDTH, floor, 19)}
      ${TICKS.map((tick) => svg`<text class=${placeOf(tick) < 0.01 ? "cut from" : placeOf(tick) > 0.99 ? "cut to" : "cut"} x=${across(tick)} y=${floor + 80}>${tickText(tick)}</text>`)}
      ${BANDS.map((band) => {
        const { lines, off } = termLines(band);
        return lines.map((line, index) => svg`<text x=${WIDTH * (placeOf(band.from) + placeOf(band.to)) / 2} y=${floor + 122 + 40 * (index + off)}>${line}</text>`);
      })}
      ${middle ? svg`<line class="middle" x1=${across(middle.medianPercent)} x2=${across(middle.medianPercent)} y1="60" y2=${floor}/>
        <svg x=${across(middle.medianPercent)} y=${floor + 24} overflow="visible"><path class="median" d="M0-26L18 0L0 26L-18 0z"/></svg>
        <svg x=${across(middle.medianPercent)} y="50" overflow="visible"><text class=${left ? "median-said to" : "median-said"} x=${left ? -18 : 18}>${median}</text></svg>` : nothing}
      ${marks.flatMap(({ rows: held, level, x }) => held.map((/** @type {any} */ row) => svg`<line class="stalk" x1=${across(row.percent)} y1=${floor} x2=${x} y2=${floor - 14 - PITCH * (level + 0.5)}/>`))}
      ${marks.map(({ rows: held, level, x }) => svg`<svg x=${x} y=${floor - 14 - PITCH * (level + 0.5)} overflow="visible">
        <circle class=${held.length > 1 ? "dot more" : "dot"} r=${RADIUS}/><text class=${held.length > 1 ? "in-dot more" : "in-dot"} y="13">${held.length > 1 ? `+${held.length}` : held[0].letter}</text></svg>`)}
    </svg>
    ${rows.length > MANY ? nothing : html`<ul class=${rows.length > FEW ? "hall-names many" : "hall-names"}>${rows.map((row) => html`
      <li>${mark(row.letter)} <span class="name">${row.name}</span> <b>${row.figure}</b></li>`)}</ul>`}`;
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
      return html`<p class="hall-said">${listed(rows.map((/** @type {any} */ row) => row.name))} come to the same ${bestEstimates(rows) ? "best estimate" : "likelihood"}.</p>`;
    }
    const [first, second] = found.parts;
    const made = (/** @type {any} */ part) => html`${shortNames(this.indicators, part.of)} ${part.percentagePoints < 0 ? "takes" : "adds"}
      <b class=${part.percentagePoints < 0 ? "lowers" : "raises"}>${Math.abs(part.percentagePoints).toFixed(1)}</b>${part.percentagePoints < 0 ? " away" : ""}`;
    return html`<p class="hall-said"><b>${mark(low.letter)} ${low.name} and ${mark(high.letter)} ${high.name}</b> are <b>${apart.toFixed(1)} percentage points</b> apart${bestEstimates([low, high]) ? " by the best estimates" : ""}.
      ${first ? html`${made(first)}${second ? html`; ${made(second)}` : nothing}.` : nothing}</p>`;
  }
}

customElements.define("workshop-projector", WorkshopProjector);
