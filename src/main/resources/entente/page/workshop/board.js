/** The facilitator's board. */

import { html, nothing } from "lit";
import { getIndicators, getRuleBook } from "../api.js";
import { RoomPage } from "./room-page.js";
import { remember } from "./facilitated.js";
import "./board-controls.js";
import "./board-findings.js";
import "./board-foot.js";
import "./board-waiting.js";
import "./room-notices.js";

const LOOK_EVERY = 30_000;

class WorkshopBoard extends RoomPage {
  static properties = { indicators: { state: true }, groups: { state: true } };

  constructor() {
    super();
    /** @type {any[]} */
    this.indicators = [];
    /** @type {any[]} */
    this.groups = [];
  }

  connectedCallback() {
    super.connectedCallback();
    // When each group was last seen is no change of the workshop.
    this.looking = setInterval(() => this.room.view?.ended || document.hidden || this.room.refresh(), LOOK_EVERY);
  }

  disconnectedCallback() {
    clearInterval(this.looking);
    super.disconnectedCallback();
  }

  async opened() {
    const { view } = this.room;
    document.title = `${view.title} – Entente`;
    if (view.role === "FACILITATOR") {
      remember(view);
    }
    const [indicators, book] = await Promise.all([getIndicators(), getRuleBook()]);
    this.indicators = indicators;
    this.groups = book.groups;
  }

  page() {
    const { view, board, connection } = this.room.state;
    if (view.role !== "FACILITATOR") {
      return html`<div class="narrow"><h1>${view.title}</h1><p>This browser is not the facilitator of the workshop.</p>
        <p><a href=${view.role === "GROUP" ? `/w/${view.code}` : `/workshops/${view.code}/projector`}>Go on there</a></p></div>`;
    }
    return html`
      <h1 class="visually-hidden">${view.title}</h1>
      <board-controls .room=${this.room} .indicators=${this.indicators} .groups=${this.groups}></board-controls>
      <div role="status">${connection === "lost" ? html`<p class="notice lost"><b>Reconnecting.</b> <span>The connection is lost; what you see is how it was.</span></p>` : nothing}
        ${view.ended ? html`<p class="notice">The workshop has ended. Save the take-home file for the groups.</p>` : nothing}</div>
      ${view.rulesChanged ? html`<p class="notice" role="alert">The rules were replaced since the workshop was started; all verdicts are by the new ones.</p>` : nothing}
      ${board?.findings && this.indicators.length > 0
        ? html`<board-findings .room=${this.room} .indicators=${this.indicators}
          @settle=${(/** @type {CustomEvent} */ event) => /** @type {any} */ (this.querySelector("lock-dialog")).show(event.detail)}></board-findings>`
        : html`<board-waiting .room=${this.room}></board-waiting>`}
      <board-foot .room=${this.room} address=${this.address} ?reachable=${this.opening === ""}></board-foot>`;
  }
}

customElements.define("workshop-board", WorkshopBoard);
