/** What lobby and projector have in common: the room reads them from afar, and nobody scrolls them. */

import { RoomPage } from "./room-page.js";

export class HallPage extends RoomPage {
  constructor() {
    super();
    /** How much of what has no room is left out. */
    this.step = 0;
    this.fitted = "";
    this.resized = () => this.requestUpdate();
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener("resize", this.resized);
  }

  disconnectedCallback() {
    window.removeEventListener("resize", this.resized);
    super.disconnectedCallback();
  }

  /** Leaves out one step after the other until the page has room for what is left. @param {number} most @param {string} shown */
  fit(most, shown) {
    const key = `${innerWidth} ${innerHeight} ${this.room?.view?.revision} ${shown}`;
    if (key !== this.fitted) {
      this.fitted = key;
      this.step = 0;
      this.requestUpdate();
    } else if (this.step < most && this.scrollHeight > this.clientHeight + 1) {
      this.step += 1;
      this.requestUpdate();
    }
  }
}
