/** The time that is left, counted down between the answers of the service. */

import { html, nothing } from "lit";
import { RoomElement } from "./room-page.js";
import { clock, timer } from "./words.js";

class RoomClock extends RoomElement {
  connectedCallback() {
    super.connectedCallback();
    this.ticking = setInterval(() => this.requestUpdate(), 500);
  }

  disconnectedCallback() {
    clearInterval(this.ticking);
    super.disconnectedCallback();
  }

  render() {
    const seconds = this.room?.view ? this.room.remaining() : null;
    if (seconds === null) {
      return nothing;
    }
    return html`<span class=${seconds === 0 ? "clock over" : "clock"} role="timer" aria-label=${seconds === 0 ? "The time is up" : `${clock(seconds)} left`}>
      ${timer(18)} ${clock(seconds)}</span>`;
  }
}

customElements.define("room-clock", RoomClock);
