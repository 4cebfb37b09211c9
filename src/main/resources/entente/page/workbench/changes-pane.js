/** What would change it: the least changes that lead higher, lower or to a chosen band. */

import { LitElement, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { BANDS, band, bandIndex, count } from "../format.js";
import { Watch } from "../watch.js";
import { open } from "./icons.js";
import { cross } from "./marks.js";
import { tabs } from "./tabs.js";
import "./flip-row.js";

class ChangesPane extends LitElement {
  static properties = { store: { attribute: false }, side: { state: true } };

  constructor() {
    super();
    /** @type {import("../store.js").Store | undefined} */
    this.store = undefined;
    /** @type {"up" | "down" | "to"} */
    this.side = "up";
    new Watch(this, () => this.store);
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const store = this.store;
    if (!store) {
      return nothing;
    }
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
        ${found ? this.list(found) : nothing}
      </div>
      ${this.locked(store)}`;
  }

  /** @param {any} found */
  list(found) {
    return html`${this.sentence(found)}
      ${repeat(found.flips, (/** @type {any} */ flip) => JSON.stringify(flip.moves), (/** @type {any} */ flip) =>
        html`<flip-row .store=${this.store} .flip=${flip}></flip-row>`)}`;
  }

  /** Said when there is no single change. @param {any} found */
  sentence(found) {
    const now = bandIndex(found.band);
    const where = found.target === "UP" ? "to a higher band" : found.target === "DOWN" ? "to a lower band" : `to “${band(found.target).term}”`;
    const unlocked = found.locked.length > 0 ? " of the readings that are not locked" : "";
    if (found.alreadyThere) {
      return html`<p class="none">It is ${band(found.target).term} now.</p>`;
    }
    if ((found.target === "UP" && now === BANDS.length - 1) || (found.target === "DOWN" && now === 0)) {
      return html`<p class="none">There is no ${found.target === "UP" ? "higher" : "lower"} band.</p>`;
    }
    if (found.size === 0) {
      return html`<p class="none">No single change${unlocked} leads ${where}, and no set of ${count(found.maxSize, "change")}.</p>`;
    }
    return found.size > 1 ? html`<p class="none">No single change${unlocked} leads ${where}; these sets of ${count(found.size, "change")} do.</p>` : nothing;
  }

  /** Readings that suggestions leave alone. @param {import("../store.js").Store} store */
  locked(store) {
    const { locked, indicators } = store.state;
    if (locked.size === 0) {
      return nothing;
    }
    return html`<div class="locked"><h3>Locked</h3><ul>${[...locked].map((id) => {
      const short = indicators.find((each) => each.id === id)?.short ?? id;
      return html`<li><button type="button" class="plain" aria-label="Unlock: ${short}" @click=${() => store.toggleLock(id)}>${short} ${cross(12)}</button></li>`;
    })}</ul></div>`;
  }

  /** @param {string} id */
  choose(id) {
    this.side = /** @type {"up" | "down"} */ (id);
    if (this.store?.state.target !== null) {
      this.store?.seek(null);
    }
  }

  /** @param {Event} event */
  seek(event) {
    const { value } = /** @type {HTMLSelectElement} */ (event.target);
    this.side = value === "" ? "up" : "to";
    this.store?.seek(value === "" ? null : value);
  }
}

customElements.define("changes-pane", ChangesPane);
