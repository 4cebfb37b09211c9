/** What the groups have come to, once it is revealed: for the facilitator's board, and to look at for groups. */

import { html, nothing, svg } from "lit";
import { request } from "../api.js";
import { LightElement } from "../element.js";
import { bestEstimates, count, direction, measure, messageOf, percent, percents, shortName, showsDifference, signed, words } from "../format.js";
import { across, placeOf, position } from "../scale.js";
import { byReading } from "../compare/attribution.js";
import { arrow } from "../workbench/icons.js";
import { stripes } from "../workbench/yardstick.js";
import { capital, listed, mark, shortNames } from "./words.js";

/** More groups than these are counted. */
const NAMED = 6;
/** More open questions than these are folded. */
const ASKED = 6;

/** Where the groups agree, and what none or some of them rate, in sentences. @param {any} findings @param {any[]} indicators */
function boardAgreement({ agreement, openQuestions, groups }, indicators) {
  const all = groups.length === 1 ? "the one group" : groups.length === 2 ? "both groups" : `all ${count(groups.length, "group")}`;
  const unnamed = groups.every((/** @type {any} */ each) => !each.relationship);
  const questions = (/** @type {any[]} */ open) => html`<ul class="questions">${open.map((each) => html`<li><b>${shortName(indicators, each.indicator)}</b>
    would narrow the interval by up to ${each.narrowsPercent.toFixed(1)} percentage points; unrated by ${each.groups.length === groups.length ? all : each.groups.length > NAMED ? `${each.groups.length} of ${groups.length} groups` : listed(each.groups)}.</li>`)}</ul>`;
  return html`<board-agreement>${groups.length < 2 ? nothing : html`
    <h2>Where they agree</h2>
    <p>${agreement.asInBaseline.length} of ${indicators.length} readings are as in the baseline in ${all}.
      ${agreement.movedAlike.length > 0 ? `${capital(all)} moved ${shortNames(indicators, agreement.movedAlike)} to the same value.` : nothing}
      ${agreement.relationship ? `${capital(all)} come to the same relationship: ${words(agreement.relationship)}.`
        : unnamed ? "Too little is rated to name the relationship in any of them." : "They do not come to the same relationship."}</p>`}
    ${groups.length === 0 ? nothing : html`<h2>Open questions</h2>
      <p>${openQuestions.length === 0 ? "No unrated indicator" : capital(count(openQuestions.length, "unrated indicator"))} would narrow a verdict.</p>
      ${questions(openQuestions.slice(0, ASKED))}
      ${openQuestions.length <= ASKED ? nothing : html`<details><summary>${capital(count(openQuestions.length - ASKED, "further indicator"))}</summary>
        ${questions(openQuestions.slice(ASKED))}</details>`}`}</board-agreement>`;
}

/** Gaps in percentage points from which a cell is darker. */
const SHADES = [5, 12, 24, 36];
/** More groups than these have narrow cells. */
const MANY = 6;
/** More groups than these do not fit beside each other. */
const WIDE = 11;

/** Who differs by what: a matrix of gaps, and the exact shares of the readings in the gap of one pair. */
class BoardDifferences extends LightElement {
  static properties = { room: { attribute: false }, indicators: { attribute: false }, findings: { attribute: false }, pair: { state: true }, found: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** @type {import("./room.js").Room | undefined} */
    this.room = undefined;
    /** @type {any[]} */
    this.indicators = [];
    /** @type {any} */
    this.findings = null;
    /** The chosen pair; null: the widest gap. @type {string[] | null} */
    this.pair = null;
    /** @type {any} */
    this.found = null;
    this.failure = "";
    /** For what the shown shares were fetched. */
    this.asked = "";
  }

  /** Highest verdict first. */
  get rows() {
    return [...this.findings.groups].sort((one, other) => other.percent - one.percent);
  }

  /** The lower verdict first. @returns {string[] | null} */
  get chosen() {
    const verdicts = Object.fromEntries(this.rows.map((row) => [row.letter, row.percent]));
    const [widest] = this.findings.gaps;
    const pair = this.pair?.every((letter) => letter in verdicts) ? this.pair : widest && [widest.first, widest.second];
    return pair ? [...pair].sort((one, other) => verdicts[one] - verdicts[other]) : null;
  }

  updated() {
    const pair = this.chosen;
    const key = JSON.stringify([pair, this.findings.groups.filter((/** @type {any} */ row) => pair?.includes(row.letter))]);
    if (pair !== null && key !== this.asked) {
      this.asked = key;
      this.fetch(pair, key);
    }
  }

  /** @param {string[]} pair @param {string} key */
  async fetch(pair, key) {
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
        this.failure = messageOf(failed);
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
    const whole = showsDifference(low.percent, high.percent);
    const figure = (/** @type {any} */ row) => (whole || row.intervalFirst ? row.figure : percent(row.percent, false));
    return html`
      <h2>Who differs by what</h2>
      <p class="quiet">Gap in percentage points${bestEstimates(rows) ? " by the best estimates" : ""}; pick a pair.${rows.length > WIDE ? " The table scrolls sideways." : ""}</p>
      <div class="matrix-scroll"><table class=${rows.length > MANY ? "matrix many" : "matrix"}>
        <thead><tr><td></td>${rows.slice(0, -1).map((row) => html`<th scope="col" abbr=${row.name}>${row.letter}</th>`)}</tr></thead>
        <tbody>${rows.slice(1).map((row, index) => html`<tr><th scope="row" abbr=${row.name}>${row.letter}</th>
          ${rows.slice(0, index + 1).map((column) => this.cell(row, column, pair))}</tr>`)}</tbody>
      </table></div>
      <div aria-live="polite">
      <p class="pair">${mark(low.letter)} ${low.name} ${figure(low)} ${arrow()} ${mark(high.letter)} ${high.name} ${figure(high)}:${bestEstimates([low, high]) ? " by the best estimates" : ""}
        <b class=${direction(high.percent - low.percent)}>${signed(high.percent - low.percent, 1)} percentage points</b></p>
      ${this.failure === "" ? this.shares() : html`<p role="alert">${this.failure}</p>`}</div>`;
  }

  /** @param {any} row @param {any} column @param {string[]} pair */
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
    const parts = byReading(this.found);
    if (parts.length === 0) {
      return html`<p class="quiet">No reading makes a difference.</p>`;
    }
    const widest = Math.max(...parts.map((part) => Math.abs(part.percentagePoints)), 0.1);
    return html`<table class="shares" aria-label="Shares of the readings in the gap"><tbody>${parts.map((part) => html`<tr>
      <th scope="row">${shortNames(this.indicators, part.of)}</th>
      <td><svg width="100%" height="10" aria-hidden="true"><rect class=${direction(part.percentagePoints)} width=${`${Math.abs(part.percentagePoints) / widest * 100}%`} height="9" y="0.5"/></svg></td>
      <td class="number ${direction(part.percentagePoints)}">${signed(part.percentagePoints, 1)}</td></tr>`)}</tbody></table>`;
  }
}

customElements.define("board-differences", BoardDifferences);

const FIRST = 9;
/** Marks nearer than this, as a share of the track, share one pill. */
const NEAR = 0.075;
/** Letters in a pill; further groups are counted. */
const LONGEST = 5;

/** Where the groups set each reading that one of them has moved; those on which they are furthest apart first. */
class BoardSpread extends LightElement {
  static properties = { findings: { attribute: false }, indicators: { attribute: false }, locked: { attribute: false }, all: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.findings = null;
    /** @type {any[]} */
    this.indicators = [];
    /** Readings that are locked, where they can be settled here. @type {string[] | null} */
    this.locked = null;
    this.all = false;
  }

  render() {
    const { spread } = this.findings;
    const shown = this.all ? spread : spread.slice(0, FIRST);
    if (shown.length === 0) {
      return html`<h2>Spread by reading</h2><p class="quiet">No group has moved a reading.</p>`;
    }
    return html`
      <h2>Spread by reading</h2>
      <table class="spread">
        <thead><tr><th scope="col"><span class="visually-hidden">Reading</span></th>
          <td class="drawn"><svg width="100%" height="18" aria-hidden="true">${["very low", "low", "moderate", "high", "very high"].map((grade, index) => svg`
            <text class="term" x=${`${index * 20 + 10}%`} y="13">${grade}</text>`)}</svg></td>
          <th scope="col" class="number">moved by</th><th scope="col" class="number">furthest apart</th>
          ${this.locked === null ? nothing : html`<td class="number"></td>`}</tr></thead>
        <tbody>${shown.map((/** @type {any} */ row) => this.row(row))}</tbody>
      </table>
      ${spread.length > FIRST ? html`<button type="button" class="plain" aria-expanded=${this.all} @click=${() => { this.all = !this.all; }}>${this.all
        ? "Only those furthest apart" : `All ${spread.length} moved readings`}</button>` : nothing}`;
  }

  /** @param {any} row */
  row(row) {
    const indicator = this.indicators.find((each) => each.id === row.indicator);
    if (!indicator) {
      return nothing;
    }
    const groups = this.findings.groups.length;
    const still = row.values.filter((/** @type {any} */ each) => !each.moved).length;
    const unrated = row.values.filter((/** @type {any} */ each) => each.value === null).length;
    const pills = this.pills(row, indicator, still);
    const places = pills.map((pill) => pill.place);
    return html`<tr>
      <th scope="row">${indicator.short}</th>
      <td class="drawn"><svg class="track" width="100%" height="28" role="img" aria-label=${this.sentence(row, still)}>
        ${[0, 1, 2, 3, 4].map((cell) => svg`<rect class="cell" x=${`${cell * 20 + 0.3}%`} y="10" width="19.4%" height="8"/>`)}
        ${places.length > 1 ? svg`<line class="range" x1=${`${Math.min(...places) * 100}%`} x2=${`${Math.max(...places) * 100}%`} y1="14" y2="14"/>` : nothing}
        ${pills.map((pill) => {
          const text = short(pill.text);
          const width = Math.max(18, 8 + 9 * text.length);
          // The nearer to an end of the track, the more of a pill stands inside it.
          const beyond = Math.max(0, Math.abs(pill.place - 0.5) - 0.4) / 0.1;
          const aside = Math.sign(0.5 - pill.place) * beyond * (width / 2 - 9);
          return svg`<svg x=${`${(pill.place * 100).toFixed(2)}%`} y="14" overflow="visible">
            <rect class=${pill.still ? "pill still" : "pill"} x=${aside - width / 2} y="-9" width=${width} height="18" rx="9"/>
            <text class=${pill.still ? "in-pill still" : "in-pill"} x=${aside} y="4">${text}</text></svg>`;
        })}
      </svg>${unrated > 0 ? html`<span class="unrated">${unrated} of ${groups} leave it unrated</span>` : nothing}</td>
      <td class="number">${row.movedGroups} of ${groups}</td>
      <td class="number">${unrated > 0 && unrated >= groups - 1 ? "–" : count(row.gradesApart, "step")}</td>
      ${this.locked === null ? nothing : html`<td class="number">${this.locked.includes(row.indicator) ? html`<span class="quiet">locked</span>`
        : html`<button type="button" class="plain" aria-label="Settle ${indicator.short} for all groups" @click=${() => this.dispatchEvent(new CustomEvent("settle", { detail: row.indicator, bubbles: true }))}>Settle</button>`}</td>`}
    </tr>`;
  }

  /** Letters where groups moved it to, the count of the others at the baseline. @param {any} row @param {any} indicator @param {number} still */
  pills(row, indicator, still) {
    /** @type {{place: number, text: string, still: boolean}[]} */
    const pills = [];
    if (still > 0 && row.baseline !== null) {
      pills.push({ place: position(indicator, row.baseline), text: String(still), still: true });
    }
    const moved = row.values.filter((/** @type {any} */ each) => each.moved && each.value !== null)
      .map((/** @type {any} */ each) => ({ place: position(indicator, each.value), text: each.group, still: false }))
      .sort((/** @type {any} */ one, /** @type {any} */ other) => one.place - other.place);
    for (const each of moved) {
      const near = pills.find((pill) => !pill.still && Math.abs(pill.place - each.place) < NEAR);
      if (near) {
        near.text += ` ${each.text}`;
      } else {
        pills.push(each);
      }
    }
    return apart(pills);
  }

  /** @param {any} row @param {number} still */
  sentence(row, still) {
    const moved = row.values.filter((/** @type {any} */ each) => each.moved)
      .map((/** @type {any} */ each) => `${each.group} ${each.value === null ? "unknown" : `${measure(each.value)} (${words(each.grade)})`}`);
    return `${moved.join(", ")}${still > 0 ? `; ${still} as in the baseline, ${row.baseline === null ? "unknown" : measure(row.baseline)}` : ""}`;
  }
}

/** The first letters, and how many more, so that pills of neighbouring grades stay apart. @param {string} text */
function short(text) {
  const letters = text.split(" ");
  return text.length <= LONGEST ? text : `${letters[0]} +${letters.length - 1}`;
}

/** The outlined count makes way where letters stand. @param {{place: number, text: string, still: boolean}[]} pills */
function apart(pills) {
  const still = pills.find((pill) => pill.still);
  const close = still && pills.find((pill) => !pill.still && Math.abs(pill.place - still.place) < NEAR);
  if (still && close) {
    const way = close.place >= still.place ? -1 : 1;
    still.place = Math.min(0.97, Math.max(0.03, close.place + way * (NEAR + 0.01 * short(close.text).length)));
  }
  return pills;
}

customElements.define("board-spread", BoardSpread);

const ROW = 40;

/**
 * One yardstick for the verdicts of all groups; the drawing is a table, so that it is read as one too.
 * @param {any} board @param {string} question
 */
function boardYardstick({ findings, round }, question) {
  const rows = [...findings.groups].sort((one, other) => other.percent - one.percent);
  const baseline = findings.baseline.percent;
  const best = bestEstimates(rows);
  const previous = rows.some((row) => row.previousPercent !== undefined);
  return html`<board-yardstick>
    <h2>${question}: ${count(rows.length, "verdict")}, one yardstick</h2>
    <p class="quiet">The filled mark is now, ${previous ? `the dashed ring ${round < 2 ? "before round 1" : `the end of round ${round - 1}`}, ` : ""}the dashed line the baseline (${findings.baseline.figure})${best ? "; each mark stands at the best estimate, in the line of what is possible" : ""}.</p>
    <table class="verdicts">
      <thead><tr><th scope="col"><span class="visually-hidden">Group</span></th>
        <td class="drawn">${yardstickHead(findings.middle, baseline, best)}</td>
        <th scope="col"><span class="visually-hidden">Relationship</span></th></tr></thead>
      <tbody>${rows.map((row) => yardstickRow(row, baseline))}</tbody>
    </table></board-yardstick>`;
}

/** @param {any} middle @param {number} baseline @param {boolean} best */
function yardstickHead(middle, baseline, best) {
  const sentence = middle ? `Median${best ? " of the best estimates" : ""} ${percent(middle.medianPercent)}, from ${percents(middle.lowestPercent, middle.highestPercent)}` : "No group yet";
  const right = middle && placeOf(middle.medianPercent) > 0.5;
  return html`<wide-yardstick></wide-yardstick><svg class="yardstick" width="100%" height=${ROW} role="img" aria-label=${sentence}>
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
function yardstickRow(row, baseline) {
  const here = row.percent;
  const { lowPercent, highPercent } = row;
  const before = row.previousPercent;
  const left = placeOf(here) > (row.intervalFirst ? 0.7 : 0.82);
  // Above the ring and the way from it, where these would be under the figure.
  const raised = before !== undefined && (before < here) === left
    && Math.abs(placeOf(before) - placeOf(here)) > 0.01 && Math.abs(placeOf(before) - placeOf(here)) < 0.3;
  const half = row.letter.length > 1 ? 14 : 10.5;
  return html`<tr>
    <th scope="row">${mark(row.letter)} <span><b title=${row.name}>${row.name}</b> <span class="term">${row.words.replaceAll(" %", "\u00a0%")}</span></span></th>
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

/**
 * What the groups have come to.
 * @param {import("./room.js").Room} room @param {any[]} indicators @param {string} [region] its name, where it is one
 */
export function boardFindings(room, indicators, region) {
  const { board, view, question } = room.state;
  const { findings } = board;
  return html`<board-findings role=${region ? "region" : nothing} aria-label=${region ?? nothing}>
    <div class="board-main">
      ${boardYardstick(board, question)}
      <board-spread .findings=${findings} .indicators=${indicators}
        .locked=${view.role === "FACILITATOR" && !view.ended ? view.locked : null}></board-spread>
    </div>
    <div class="board-side">
      <board-differences .room=${room} .indicators=${indicators} .findings=${findings}></board-differences>
      ${boardAgreement(findings, indicators)}
    </div></board-findings>`;
}
