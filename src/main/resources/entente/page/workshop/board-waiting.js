/** The board before the reveal: who is here and how many readings each group has moved, and no verdict. */

import { html } from "lit";
import { count } from "../format.js";
import { RoomElement } from "./room-page.js";
import { check, heard, mark } from "./words.js";

class BoardWaiting extends RoomElement {
  render() {
    const { view } = this.room;
    return html`<h2>${view.groups.length === 0 ? "No group has joined yet" : "The groups, until the reveal"}</h2>
      <p class="quiet">${view.groups.length === 0 ? html`The <a href="/workshops/${view.code}/lobby">lobby</a> shows the room how to join.`
        : "Verdicts and readings are private until you reveal them; only how many readings a group has moved, and whether a group says that it is ready, is shown."}</p>
      ${view.groups.length === 0 ? "" : html`<table class="counts"><thead><tr><th scope="col">Group</th><th scope="col">${view.round === 0 ? "Ready to start" : "Done with the round"}</th><th scope="col">Last seen</th><th scope="col" class="number">Readings moved</th></tr></thead>
        <tbody>${view.groups.map((/** @type {any} */ group) => html`<tr><th scope="row">${mark(group.letter)} ${group.name}</th>
          <td>${group.ready ? html`<span class="ready">${check()} ready</span>` : ""}</td>
          <td>${heard(group.silentSeconds)}</td>
          <td class="number">${count(group.moved, "reading")}</td></tr>`)}</tbody></table>`}`;
  }
}

customElements.define("board-waiting", BoardWaiting);
