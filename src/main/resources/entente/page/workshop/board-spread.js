/** Where the groups set each reading that one of them has moved; those on which they are furthest apart first. */

import { LitElement, html, nothing, svg } from "lit";
import { count, measure, words } from "../format.js";
import { position } from "../scale.js";

const FIRST = 9;
/** Marks nearer than this, as a share of the track, share one pill. */
const NEAR = 0.075;
/** Letters in a pill; further groups are counted. */
const LONGEST = 5;

class BoardSpread extends LitElement {
  static properties = { spread: { attribute: false }, indicators: { attribute: false }, groups: { attribute: false }, locked: { attribute: false }, all: { state: true } };

  constructor() {
    super();
    /** @type {any[]} */
    this.spread = [];
    /** @type {any[]} */
    this.indicators = [];
    this.groups = 0;
    /** Readings that are locked, where they can be settled here. @type {string[] | null} */
    this.locked = null;
    this.all = false;
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const shown = this.all ? this.spread : this.spread.slice(0, FIRST);
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
        <tbody>${shown.map((row) => this.row(row))}</tbody>
      </table>
      ${this.spread.length > FIRST ? html`<button type="button" class="plain" aria-expanded=${this.all} @click=${() => { this.all = !this.all; }}>${this.all
        ? "Only those furthest apart" : `All ${this.spread.length} moved readings`}</button>` : nothing}`;
  }

  /** @param {any} row */
  row(row) {
    const indicator = this.indicators.find((each) => each.id === row.indicator);
    if (!indicator) {
      return nothing;
    }
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
      </svg>${unrated > 0 ? html`<span class="unrated">${unrated} of ${this.groups} leave it unrated</span>` : nothing}</td>
      <td class="number">${row.movedGroups} of ${this.groups}</td>
      <td class="number">${unrated > 0 && unrated >= this.groups - 1 ? "–" : count(row.gradesApart, "step")}</td>
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
