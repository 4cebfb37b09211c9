/** The lobby, for the projector: how to join, and who has. */

import { html, nothing } from "lit";
import { HallPage } from "./room.js";
import { brand, check, mark, spaced } from "./words.js";

/** Names are shortened, then letters stand alone, where more groups have joined than there is room for. */
const NAMES = ["hall-groups", "hall-groups short", "hall-groups letters"];

class WorkshopLobby extends HallPage {
  async opened() {
    document.title = `Lobby – ${this.room.view.title}`;
  }

  updated() {
    this.fit(NAMES.length - 1, "");
  }

  page() {
    const { view, connection } = this.room.state;
    return html`
      <header class="hall-head">${brand()} <span class="hall-title">${view.title}</span></header>
      <div class="hall-join">
        ${this.opening === "" ? html`<img src="/api/v1/workshops/${view.code}/qr" alt="QR code of the address for joining">` : nothing}
        <div>
          <h1>${view.ended ? "The workshop has ended"
            : this.opening !== "" ? "Only this machine can join"
            : view.joining === "CLOSED" ? "Joining is closed" : "Join with a phone or laptop"}</h1>
          ${this.opening === "" ? nothing : html`<p class="hall-call" role="alert">Phones and other laptops do not reach this address. To open the workshop to the room, stop the service and go on with
            <code>${this.opening}</code> (with the same <code>--archive</code>, if one was given).</p>
            <p class="hall-lead">If the service has an address that others reach, open this page there.</p>`}
          <p class="hall-address">${this.address}</p>
          <p class="hall-code">${spaced(view.code)}</p>
          ${this.opening === "" ? html`<p class="hall-lead">No account. What your group sets stays private until the facilitator reveals it.</p>` : nothing}
        </div>
      </div>
      <div class="hall-foot">
        <ul class=${NAMES[this.step]} aria-live="polite" aria-label="Groups here">${view.groups.map((/** @type {any} */ group) => html`<li>${mark(group.letter)} <span class="name">${group.name}</span>${group.ready ? html`<span class="ready">${check()}<span class="visually-hidden"> ready</span></span>` : nothing}</li>`)}
          ${view.groups.length === 0 ? html`<li class="waiting"><span class="letter" aria-hidden="true"></span> waiting for the first group</li>` : nothing}</ul>
        ${connection === "lost" ? html`<p role="status">Reconnecting.</p>` : nothing}
        ${view.role === "FACILITATOR" ? html`<a class="button" href="/workshops/${view.code}">Go to the board</a>` : nothing}
      </div>`;
  }
}

customElements.define("workshop-lobby", WorkshopLobby);
