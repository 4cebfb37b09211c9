/** What the groups have come to, once it is revealed: for the facilitator's board, and to look at for groups. */

import { html, nothing } from "lit";
import { RoomElement } from "./room-page.js";
import "./board-agreement.js";
import "./board-differences.js";
import "./board-spread.js";
import "./board-yardstick.js";

class BoardFindings extends RoomElement {
  static properties = { indicators: { attribute: false } };

  constructor() {
    super();
    /** @type {any[]} */
    this.indicators = [];
  }

  render() {
    const { board, view } = this.room.state;
    if (!board?.findings) {
      return nothing;
    }
    const { findings } = board;
    return html`
      <div class="board-main">
        <board-yardstick .board=${board} .question=${this.room.state.question}></board-yardstick>
        <board-spread .spread=${findings.spread} .indicators=${this.indicators} .groups=${findings.groups.length}
          .locked=${view.role === "FACILITATOR" && !view.ended ? view.locked : null}></board-spread>
      </div>
      <div class="board-side">
        <board-differences .room=${this.room} .indicators=${this.indicators} .findings=${findings}></board-differences>
        <board-agreement .findings=${findings} .indicators=${this.indicators}></board-agreement>
      </div>`;
  }
}

customElements.define("board-findings", BoardFindings);
