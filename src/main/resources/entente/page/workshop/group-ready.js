/** What the group has so far: its verdict, its moved readings, and whether all of it has arrived. */

import { LitElement, html, nothing } from "lit";
import { count, measure, sized, words } from "../format.js";
import { arrow } from "../workbench/marks.js";
import { valueOf } from "../uncertain.js";
import { Watch } from "../watch.js";
import { AGAIN_AFTER, capital, check } from "./words.js";

class GroupReady extends LitElement {
  static properties = { store: { attribute: false }, view: { attribute: false }, unsent: { attribute: false }, busy: { state: true }, failure: { state: true } };

  constructor() {
    super();
    this.store = /** @type {import("./workshop-store.js").WorkshopStore} */ (/** @type {unknown} */ (undefined));
    /** @type {any} of the room */
    this.view = null;
    this.unsent = 0;
    this.busy = false;
    /** Why the last tap was not noted. */
    this.failure = "";
    new Watch(this, () => this.store);
  }

  createRenderRoot() {
    return this;
  }

  /** @param {boolean} ready */
  async say(ready) {
    if (this.busy || this.unsent > 0) {
      return;
    }
    this.busy = true;
    this.failure = "";
    try {
      await this.store.room.sayReady(ready);
    } catch (failed) {
      this.failure = `Not noted. ${failed instanceof Error ? failed.message : ""}`;
    }
    // The second tap of a nervous finger does not take it back.
    setTimeout(() => { this.busy = false; }, AGAIN_AFTER);
  }

  /** The facilitator sees who is done with the round. */
  button() {
    if (this.view.ended || this.view.revealed) {
      return nothing;
    }
    const { ready } = this.store.room;
    const round = this.view.round === 0 ? "to start" : `with round ${this.view.round}`;
    return html`<p class="done">${ready ? html`<b>${check()} Your group is ready ${round}.</b> A further move takes that back.`
      : html`Done? Tell the facilitator; you can still move readings after that.`}</p>
      <p><button type="button" class=${ready ? "wide" : "primary wide"} aria-disabled=${this.busy || this.unsent > 0} ?disabled=${this.unsent > 0 && this.store.state.connection === "offline"} @click=${() => this.say(!ready)}>${ready ? "Not ready yet" : `We are ready ${round}`}</button></p>
      <p class="error" role="alert">${this.failure}</p>`;
  }

  render() {
    const { store } = this;
    const { statement, relationship } = store.state.assessment.verdict;
    const moved = Object.entries(store.changes);
    return html`
      <h2>What your group holds</h2>
      <p>${statement}${relationship ? html` The relationship is <b>${words(relationship)}</b>.` : nothing}</p>
      <p class="arrived">${this.unsent === 0 ? html`${check()} Everything has arrived at the facilitator.` : `${capital(count(this.unsent, "move"))} not sent yet; retrying.`}</p>
      ${this.button()}
      ${moved.length === 0 ? html`<p>No reading is moved: your group reads everything as the baseline does.</p>` : html`
        <table><caption>${count(moved.length, "reading")} moved</caption>
          <thead><tr><th scope="col">Reading</th><th scope="col">Baseline</th><th scope="col">Yours</th></tr></thead>
          <tbody>${moved.map(([id, value]) => {
            const indicator = store.state.indicators.find((each) => each.id === id);
            return html`<tr><th scope="row">${indicator?.short ?? id}</th>
              <td>${named(indicator, store.baselineReading(id).value ?? null)}</td>
              <td>${arrow()} <span class="changed">${named(indicator, valueOf(value))}</span></td></tr>`;
          })}</tbody></table>`}
      <p class="quiet">${this.view.ended ? "The workshop has ended; nothing moves any more."
        : this.view.revealed ? "The verdicts are revealed; the board is open."
        : this.view.paused ? "Only your group sees this until the facilitator reveals the verdicts. The workshop is paused."
        : "Only your group sees this until the facilitator reveals the verdicts. You can go on moving readings until then."}</p>`;
  }
}

/** @param {any} indicator @param {number | null} value */
const named = (indicator, value) => (indicator ? sized(indicator, value) : value === null ? "unknown" : measure(value));

customElements.define("group-ready", GroupReady);
