/** What a group or the room is told: a call, a pause, the end, locked readings, and a lost connection. */

import { html, nothing } from "lit";
import { lock } from "../workbench/icons.js";
import { RoomElement } from "./room-page.js";
import { bell, list, pause } from "./words.js";

/** More locked readings than these are counted. */
const NAMED = 3;

class RoomNotices extends RoomElement {
  static properties = { indicators: { attribute: false }, unsent: { attribute: false }, offline: { attribute: false }, replaced: { attribute: false } };

  constructor() {
    super();
    /** @type {any[]} */
    this.indicators = [];
    /** How many moves are kept on this device until they can be sent. */
    this.unsent = 0;
    /** Whether the last question was not answered. */
    this.offline = false;
    /** Whether to say that the rules were replaced. */
    this.replaced = false;
  }

  render() {
    const { view, connection } = this.room.state;
    if (!view) {
      return nothing;
    }
    const lost = connection === "lost" || this.offline;
    return html`
      <div class="notice lost" role="status" ?hidden=${!lost && this.unsent === 0}>${lost
        ? html`<b>Reconnecting.</b> <span>${this.unsent > 0 ? "Your moves are kept on this device and sent as soon as the connection is back; until then the verdict is as it was before them."
          : "The connection is lost; what you see is how it was."}</span>`
        : this.unsent > 0 ? "Your moves are kept on this device and sent when the workshop goes on." : nothing}</div>
      <div class="notice call" role="alert" ?hidden=${view.call === undefined}>${view.call === undefined ? nothing : html`${bell()} <span class="said">${view.call}</span>`}</div>
      <div role="status">
        ${view.ended ? html`<p class="notice"><span>The workshop has ended. The <a href="/api/v1${this.room.path}/result" download="workshop-${view.code}.html">take-home file</a> has every group’s case.</span></p>` : nothing}
        ${this.replaced ? html`<p class="notice replaced">The rules were replaced since the workshop was started; all verdicts are by the new ones. No move is lost.</p>` : nothing}
        ${view.paused && !view.ended ? html`<p class="notice">${pause()} <span>Paused by the facilitator; readings move again when the workshop goes on.</span></p>` : nothing}
        ${view.locked.length > 0 && view.role === "GROUP" && !view.paused && !view.ended ? html`<p class="notice">${lock()} <span>${this.locked(view.locked)}</span></p>` : nothing}
      </div>`;
  }

  /** @param {string[]} ids */
  locked(ids) {
    const names = ids.map((id) => this.indicators.find((each) => each.id === id)?.short ?? id);
    const shown = names.length > NAMED + 1 ? [...names.slice(0, NAMED), `${names.length - NAMED} more readings`] : names;
    return `The facilitator has locked ${list(shown)}.`;
  }
}

customElements.define("room-notices", RoomNotices);
