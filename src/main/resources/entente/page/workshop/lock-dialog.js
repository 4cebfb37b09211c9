/** Which readings the groups may not move: single ones, or all of a barrier. */

import { html, nothing } from "lit";
import { count } from "../format.js";
import { spoken } from "../workbench/reading.js";
import { RoomElement } from "./room-page.js";

class LockDialog extends RoomElement {
  static properties = { indicators: { attribute: false }, groups: { attribute: false }, chosen: { state: true }, values: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** @type {any[]} */
    this.indicators = [];
    /** @type {any[]} */
    this.groups = [];
    /** @type {Set<string>} */
    this.chosen = new Set();
    /** What is typed as the value for all groups, by reading. @type {Record<string, string>} */
    this.values = {};
    this.failure = "";
  }

  /** Barriers with a locked reading are open. @param {string} [settled] a reading for which a value is asked for */
  async show(settled) {
    this.chosen = new Set([...this.room.view.locked, ...(settled === undefined ? [] : [settled])]);
    this.values = {};
    this.failure = "";
    await this.updateComplete;
    this.querySelectorAll("details").forEach((each) => { each.open = each.querySelector("summary .changed") !== null; });
    this.querySelector("dialog")?.showModal();
    if (settled !== undefined) {
      /** @type {HTMLElement | null} */ (this.querySelector(`[data-value="${settled}"]`))?.focus();
    }
  }

  /** @param {string[]} ids @param {boolean} locked */
  choose(ids, locked) {
    const chosen = new Set(this.chosen);
    ids.forEach((id) => (locked ? chosen.add(id) : chosen.delete(id)));
    this.chosen = chosen;
  }

  /** A typed value in the words of the scale. @param {any} indicator */
  meant(indicator) {
    const value = this.typed(indicator.id);
    return value === undefined || Number.isNaN(value) ? "" : spoken(indicator, value);
  }

  /** @param {string} id @returns {number | undefined} what is typed; NaN if it is no number */
  typed(id) {
    const text = (this.values[id] ?? "").trim();
    return text === "" ? undefined : Number(text.replace(",", "."));
  }

  /** @param {Event} event */
  async save(event) {
    event.preventDefault();
    const before = new Set(this.room.view.locked);
    const typed = [...this.chosen].filter((id) => this.typed(id) !== undefined);
    const moves = typed.map((indicator) => ({ indicator, value: this.typed(indicator) }));
    const wrong = moves.find((each) => Number.isNaN(each.value));
    if (wrong) {
      this.failure = `“${this.values[wrong.indicator]}” is no number.`;
      return;
    }
    const lock = [...this.chosen].filter((id) => !before.has(id) && !typed.includes(id));
    const unlock = [...before].filter((id) => !this.chosen.has(id));
    const done = (moves.length === 0 || await this.room.command({ command: "settle", moves }))
      && (lock.length === 0 || await this.room.command({ command: "lock", readings: lock }))
      && (unlock.length === 0 || await this.room.command({ command: "unlock", readings: unlock }));
    if (done) {
      this.querySelector("dialog")?.close();
    } else {
      const { problem } = this.room.state;
      this.failure = problem?.errors[0]?.detail ?? problem?.message ?? "";
    }
  }

  render() {
    return html`<dialog class="lock" aria-labelledby="lock-title">
      <form @submit=${this.save}>
        <h2 id="lock-title">Lock readings</h2>
        <p class="quiet">Groups see which readings are locked, and cannot move them. A value settles the reading: all groups get it.</p>
        <div class="choices">${this.groups.map((group) => {
          const ids = this.indicators.filter((each) => each.group === group.id).map((each) => each.id);
          const locked = ids.filter((id) => this.chosen.has(id)).length;
          return ids.length === 0 ? nothing : html`<details>
            <summary>${group.label}${locked > 0 ? html` <span class="changed">${locked}</span>` : nothing}</summary>
            <button type="button" class="plain" @click=${() => this.choose(ids, locked < ids.length)}>${locked < ids.length ? "Lock all of it" : "Unlock all of it"}</button>
            ${this.indicators.filter((each) => each.group === group.id).map((each) => html`
              <label><input type="checkbox" .checked=${this.chosen.has(each.id)} @change=${(/** @type {Event} */ event) => this.choose([each.id], /** @type {HTMLInputElement} */ (event.target).checked)}> ${each.short}</label>
              ${this.chosen.has(each.id) ? html`<label class="settle">at <input inputmode="decimal" autocomplete="off" data-value=${each.id} aria-label="Value of ${each.short} for all groups"
                placeholder="each group’s own value" .value=${this.values[each.id] ?? ""} @input=${(/** @type {Event} */ event) => { this.values = { ...this.values, [each.id]: /** @type {HTMLInputElement} */ (event.target).value }; }}> <span class="quiet">${this.meant(each)}</span></label>` : nothing}`)}
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
