/** In the bar: the group's letter and name, the round, whether it is private, and the time. */

import { html, nothing } from "lit";
import { RoomElement } from "./room-page.js";
import { mark } from "./words.js";
import "./room-clock.js";

class GroupBar extends RoomElement {
  createRenderRoot() {
    return /** @type {HTMLElement} */ (document.getElementById("bar-slot") ?? this);
  }

  /** The bar stays when the group is removed. */
  disconnectedCallback() {
    super.disconnectedCallback();
    this.renderRoot.replaceChildren();
  }

  render() {
    const view = this.room?.view;
    if (!view?.own) {
      return nothing;
    }
    const where = view.ended ? "ended" : view.round === 0 ? "round 1 not started" : `round ${view.round}`;
    return html`<span class="group-name">${mark(view.own.letter)} <b>${view.own.name}</b></span>
      <span class="group-round">${where} · ${view.revealed ? "revealed" : this.room.ready ? "ready" : "private"}</span>
      <room-clock .room=${this.room}></room-clock>`;
  }
}

customElements.define("group-bar", GroupBar);
