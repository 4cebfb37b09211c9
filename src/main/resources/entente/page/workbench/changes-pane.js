/** What would change it: the least changes that lead higher, lower or to a chosen band. */

import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { StoreElement } from "../element.js";
import { band, bandIndex, BANDS, count, measure, percents, shortName } from "../format.js";
import { crossMark, lockMark, open } from "./icons.js";
import { inWords, where } from "./reading.js";
import { tabs } from "./tabs.js";

/** @typedef {import("../store.js").Store} Store */

/** One set of changes that reaches another band: where it leads, what it changes, Apply. @param {Store} store @param {any} flip */
const flipRow = (store, flip) => html`<flip-row>${flipLine(store, flip)}
  ${flip.others.length === 0 ? nothing : html`<details>
    <summary>${flip.others.length === 1 ? "One more change" : `${flip.others.length} more changes`} of the same readings</summary>
    ${flip.others.map((/** @type {any} */ other) => flipLine(store, other))}
  </details>`}</flip-row>`;

/** All its changes are one step, so that one undo takes them back. @param {Store} store @param {any} flip */
function flipLine(store, flip) {
  const said = flip.moves.map((/** @type {any} */ move) => `${shortName(store.state.indicators, move.indicator)} to ${measure(move.to)}`).join(", ");
  const apply = () => store.move(Object.fromEntries(flip.moves.map((/** @type {any} */ move) => [move.indicator, move.to])), `Applied: ${said}`);
  return html`<div class="flip">
    <p class="reached"><b>${percents(flip.lowestPercent, flip.highestPercent)}</b> <span>${band(flip.band).term}</span></p>
    <ul>${flip.moves.map((/** @type {any} */ move) => flipMove(store, move))}</ul>
    <button type="button" class="apply" aria-label="Apply: ${said}" @click=${apply}>Apply</button>
  </div>`;
}

/** @param {Store} store @param {any} move */
function flipMove(store, move) {
  const indicator = store.state.indicators.find(({ id }) => id === move.indicator);
  const anchor = indicator.anchors[String(move.to)];
  const values = where(indicator, move);
  const of = values === `at ${measure(move.to)}` ? "" : `${measure(move.to)}: `;
  return html`<li>${indicator.short}, <span class="nowrap"><b>${values}</b>,
    ${move.from === undefined ? "not rated" : `now ${inWords(indicator, move.from)}`}</span>
    ${anchor ? html`<span class="quiet">${of}${anchor}</span>` : nothing}
    <button type="button" class="icon lock" aria-label="Lock: ${indicator.short}" title="Lock: suggest no change of this reading"
      @click=${() => store.toggleLock(move.indicator)}>${lockMark()}</button></li>`;
}

class ChangesPane extends StoreElement {
  static properties = { side: { state: true } };

  constructor() {
    super();
    /** @type {"up" | "down" | "to"} */
    this.side = "up";
  }

  render() {
    const { store } = this;
    const { flips, following, target } = store.state;
    const found = flips?.[this.side];
    return html`
      <h2>What would change it</h2>
      <div class="tab-row">
        ${tabs({ label: "Direction", chosen: this.side, panel: "flips", choose: (id) => this.choose(id), items: [
          { id: "up", name: "Higher", count: flips?.up.flips.length },
          { id: "down", name: "Lower", count: flips?.down.flips.length },
        ] })}
        <span class="select"><select aria-label="To a band" class=${this.side === "to" ? "chosen" : ""} .value=${target ?? ""} @change=${this.seek}>
          <option value="" ?selected=${target === null}>To a band</option>
          ${BANDS.map((each) => html`<option value=${each.id} ?selected=${target === each.id}>To ${each.term}</option>`)}
        </select>${open()}</span>
      </div>
      <div id="flips" role="tabpanel" aria-label="Changes" aria-busy=${following} class=${following ? "following" : ""}>
        ${found ? html`${this.sentence(found)}
          ${repeat(found.flips, (/** @type {any} */ flip) => JSON.stringify(flip.moves), (/** @type {any} */ flip) => flipRow(store, flip))}` : nothing}
      </div>
      ${this.locked(store)}`;
  }

  /** Said when there is no single change. @param {any} found */
  sentence(found) {
    const now = bandIndex(found.band);
    const there = found.target === "UP" ? "to a higher band" : found.target === "DOWN" ? "to a lower band" : `to “${band(found.target).term}”`;
    const unlocked = found.locked.length > 0 ? " of the readings that are not locked" : "";
    if (found.alreadyThere) {
      return html`<p class="none">It is ${band(found.target).term} now.</p>`;
    }
    if ((found.target === "UP" && now === BANDS.length - 1) || (found.target === "DOWN" && now === 0)) {
      return html`<p class="none">There is no ${found.target === "UP" ? "higher" : "lower"} band.</p>`;
    }
    if (found.size === 0) {
      return html`<p class="none">No single change${unlocked} leads ${there}, and no set of ${count(found.maxSize, "change")}.</p>`;
    }
    return found.size > 1 ? html`<p class="none">No single change${unlocked} leads ${there}; these sets of ${count(found.size, "change")} do.</p>` : nothing;
  }

  /** Readings that suggestions leave alone. @param {Store} store */
  locked(store) {
    const { locked, indicators } = store.state;
    if (locked.size === 0) {
      return nothing;
    }
    return html`<div class="locked"><h3>Locked</h3><ul>${[...locked].map((id) => {
      const short = shortName(indicators, id);
      return html`<li><button type="button" class="plain" aria-label="Unlock: ${short}" @click=${() => store.toggleLock(id)}>${short} ${crossMark(12)}</button></li>`;
    })}</ul></div>`;
  }

  /** @param {string} id */
  choose(id) {
    this.side = /** @type {"up" | "down"} */ (id);
    if (this.store.state.target !== null) {
      this.store.seek(null);
    }
  }

  /** @param {Event} event */
  seek(event) {
    const { value } = /** @type {HTMLSelectElement} */ (event.target);
    this.side = value === "" ? "up" : "to";
    this.store.seek(value === "" ? null : value);
  }
}

customElements.define("changes-pane", ChangesPane);
