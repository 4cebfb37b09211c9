/** Below the board: the file to take home, the projector, links for other devices, and the code. */

import { html, nothing } from "lit";
import { post } from "../api.js";
import { download } from "../workbench/marks.js";
import { RoomElement } from "./room-page.js";
import { screen, spaced } from "./words.js";

const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

class BoardFoot extends RoomElement {
  static properties = { address: { type: String }, reachable: { type: Boolean }, link: { state: true }, linked: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** Where the room reaches the service, which the facilitator's own page may reach elsewhere: host, port and path. */
    this.address = "";
    /** A link that was made for another device. */
    this.link = "";
    this.linked = "";
    /** The link as a drawing, where another device reaches it. */
    this.qrCode = "";
    this.reachable = false;
    this.failure = "";
  }

  /** @param {string} media @param {string} ending */
  async save(media, ending) {
    try {
      const response = await fetch(`/api/v1${this.room.path}/result`, { headers: { Accept: media } });
      if (!response.ok) {
        throw new Error((await response.json()).detail);
      }
      const address = URL.createObjectURL(await response.blob());
      const anchor = document.createElement("a");
      anchor.href = address;
      anchor.download = `workshop-${this.room.code}.${ending}`;
      anchor.click();
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
      this.failure = "";
    } catch (failed) {
      this.failure = `The file could not be made. ${failed instanceof Error ? failed.message : ""}`;
    }
  }

  /** @param {Event} event */
  async make(event) {
    event.preventDefault();
    const chosen = /** @type {HTMLSelectElement} */ (this.querySelector("#link-for"));
    const body = chosen.value === "" ? { role: "PROJECTOR" } : chosen.value === "FACILITATOR" ? { role: "FACILITATOR" } : { role: "GROUP", group: chosen.value.slice(1) };
    try {
      const { address, qrCode } = await post(`${this.room.path}/links`, body);
      this.link = new URL(address, `${location.protocol}//${this.address}`).href;
      this.qrCode = qrCode ?? "";
      this.linked = chosen.selectedOptions[0].textContent ?? "";
      this.failure = "";
    } catch (failed) {
      this.failure = failed instanceof Error ? failed.message : "";
    }
  }

  render() {
    const { view } = this.room;
    return html`
      <div class="foot-buttons">
        <button type="button" ?disabled=${!view.revealed} @click=${() => this.save("text/html", "html")}>${download()} Take-home file</button>
        <button type="button" ?disabled=${!view.revealed} @click=${() => this.save(WORKBOOK, "xlsx")}>${download()} Spreadsheet</button>
        ${view.revealed ? nothing : html`<span class="quiet">after the reveal</span>`}
        <a class="button" href="/workshops/${view.code}/projector" target="_blank" rel="noopener">${screen()} Projector</a>
        <a class="button" href="/workshops/${view.code}/lobby">Lobby</a>
        <p class="board-code">Code <b>${spaced(view.code)}</b></p>
      </div>
      ${view.revealed ? html`<p class="files">Scenario files for <code>assess</code>:
        ${view.groups.map((/** @type {any} */ group) => html` <a href="/api/v1${this.room.path}/scenarios/${group.letter}" download="workshop-${view.code}-${group.letter}.json">${group.name}</a>`)}</p>` : nothing}
      <details class="links"><summary>Open it on another device</summary>
        <form class="form" @submit=${this.make}>
          <label for="link-for">For</label>
          <select id="link-for"><option value="">the projector</option><option value="FACILITATOR">the facilitator</option>
            ${view.groups.map((/** @type {any} */ group) => html`<option value="=${group.letter}">${group.name}</option>`)}</select>
          <button>Make a link</button>
        </form>
        ${this.link === "" ? nothing : html`<p class="link">Works once, for ${this.linked}: <code>${this.link}</code> ${navigator.clipboard ? html`<button type="button" @click=${() => navigator.clipboard.writeText(this.link)}>Copy</button>` : nothing}</p>
          ${this.qrCode === "" ? nothing : html`<img class="link-code" src=${`data:image/svg+xml,${encodeURIComponent(this.qrCode)}`} alt="QR code of the link">`}
          ${this.reachable ? nothing : html`<p class="quiet">Only this machine reaches this address: other devices need the service to be opened to the room, as the lobby says.</p>`}`}
      </details>
      <p class="error" role="alert">${this.failure}</p>`;
  }
}

customElements.define("board-foot", BoardFoot);
