/** Which readings the groups may not move: single ones, or all of a barrier. */

import { html, nothing } from "lit";
import { count } from "../format.js";
import { RoomElement } from "./room-page.js";

class LockDialog extends RoomElement {
  static properties = { indicators: { attribute: false }, groups: { attribute: false }, chosen: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** @type {any[]} */
    this.indicators = [];
    /** @type {any[]} */
    this.groups = [];
    /** @type {Set<string>} */
    this.chosen = new Set();
    this.failure = "";
  }

  /** Barriers with a locked reading are open. */
  async show() {
    this.chosen = new Set(this.room.view.locked);
    this.failure = "";
    await this.updateComplete;
    this.querySelectorAll("details").forEach((each) => { each.open = each.querySelector("summary .changed") !== null; });
    this.querySelector("dialog")?.showModal();
  }

  /** @param {string[]} ids @param {boolean} locked */
  choose(ids, locked) {
    const chosen = new Set(this.chosen);
    ids.forEach((id) => (locked ? chosen.add(id) : chosen.delete(id)));
    this.chosen = chosen;
  }

  /** @param {Event} event */
  async save(event) {
    event.preventDefault();
    const before = new Set(this.room.view.locked);
    const lock = [...this.chosen].filter((id) => !before.has(id));
    const unlock = [...before].filter((id) => !this.chosen.has(id));
    const done = (lock.length === 0 || await this.room.command({ command: "lock", readings: lock }))
      && (unlock.length === 0 || await this.room.command({ command: "unlock", readings: unlock }));
    if (done) {
      this.querySelector("dialog")?.close();
    } else {
      this.failure = this.room.state.problem?.message ?? "";
    }
  }

  render() {
    return html`<dialog class="lock" aria-labelledby="lock-title">
      <form @submit=${this.save}>
        <h2 id="lock-title">Lock readings</h2>
        <p class="quiet">Groups see which readings are locked, and cannot move them.</p>
        <div class="choices">${this.groups.map((group) => {
          const ids = this.indicators.filter((each) => each.group === group.id).map((each) => each.id);
          const locked = ids.filter((id) => this.chosen.has(id)).length;
          return ids.length === 0 ? nothing : html`<details>
            <summary>${group.label}${locked > 0 ? html` <span class="changed">${locked}</span>` : nothing}</summary>
            <button type="button" class="plain" @click=${() => this.choose(ids, locked < ids.length)}>${locked < ids.length ? "Lock all of it" : "Unlock all of it"}</button>
            ${this.indicators.filter((each) => each.group === group.id).map((each) => html`
              <label><input type="checkbox" .checked=${this.chosen.has(each.id)} @change=${(/** @type {Event} */ event) => this.choose([each.id], /** @type {HTMLInputElement} */ (event.target).checked)}> ${each.short}</label>`)}
          </details>`;
        })}</div>
        <p class="error" role="alert">${this.failure}</p>
        <p class="actions"><button class="primary" ?disabled=${this.chosen.size === 0 && this.room.view.locked.length === 0}>${this.chosen.size > 0 ? `Lock ${count(this.chosen.size, "reading")}` : this.room.view.locked.length > 0 ? "Unlock all" : "Lock readings"}</button>
          <button type="button" @click=${() => this.querySelector("dialog")?.close()}>Cancel</button></p>
      </form>
    </dialog>`;
  }
}

customElements.define("lock-dialog", LockDialog);
