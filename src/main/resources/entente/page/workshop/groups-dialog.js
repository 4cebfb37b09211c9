/** What the facilitator does to groups: rename, merge and remove them, and decide who may still join. */

import { html, nothing } from "lit";
import { count } from "../format.js";
import { RoomElement } from "./room-page.js";
import { heard, list, mark } from "./words.js";

const JOINING = [["OPEN", "may join, up to 30 from one address"], ["UNLIMITED", "may join, any number from one address"], ["CLOSED", "may not join"]];

/** @typedef {{sentence: string, does: string, command: object}} Question */

class GroupsDialog extends RoomElement {
  static properties = { chosen: { state: true }, question: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** Letters. @type {string[]} */
    this.chosen = [];
    /** What is asked for once more, since it cannot be undone. @type {Question | null} */
    this.question = null;
    this.failure = "";
  }

  async show() {
    this.chosen = [];
    this.question = null;
    this.failure = "";
    await this.updateComplete;
    this.querySelector("dialog")?.showModal();
    this.room.refresh();
  }

  /** @param {object} command */
  async send(command) {
    const done = await this.room.command(command);
    const { problem } = this.room.state;
    this.failure = done ? "" : problem?.errors[0]?.detail ?? problem?.message ?? "";
    this.question = null;
    if (done) {
      this.chosen = [];
    }
    this.room.set({ problem: null });
  }

  /** A name that is refused gives way to the one that the group has. @param {string} letter @param {HTMLInputElement} box */
  async rename(letter, box) {
    const typed = box.value;
    await this.send({ command: "rename", group: letter, name: typed });
    if (this.failure !== "") {
      this.failure = `“${typed}”: ${this.failure}`;
      box.value = this.named(letter);
    }
  }

  /** @param {string} letter */
  named(letter) {
    return this.room.view.groups.find((/** @type {any} */ group) => group.letter === letter)?.name ?? letter;
  }

  render() {
    const { view } = this.room;
    return html`<dialog class="lock" aria-labelledby="groups-title">
      <form method="dialog">
        <h2 id="groups-title">Groups</h2>
        <p><label for="joining">New groups</label> <select id="joining" @change=${(/** @type {Event} */ event) => this.send({ command: "joining", joining: /** @type {HTMLSelectElement} */ (event.target).value })}>
          ${JOINING.map(([value, text]) => html`<option value=${value} ?selected=${value === view.joining}>${text}</option>`)}</select></p>
        ${view.groups.length === 0 ? html`<p class="quiet">No group has joined yet.</p>` : html`<div class="choices"><table class="members">
          <thead><tr><td></td><th scope="col">Name</th><th scope="col">Last seen</th><th scope="col" class="number">Readings moved</th></tr></thead>
          <tbody>${view.groups.map((/** @type {any} */ group) => this.row(group))}</tbody></table></div>`}
        ${this.question === null ? this.actions() : html`<p role="alert">${this.question.sentence} It cannot be undone.</p>
          <p class="actions"><button type="button" class="primary" @click=${() => this.send(/** @type {Question} */ (this.question).command)}>${this.question.does}</button>
            <button type="button" @click=${() => { this.question = null; }}>Leave it as it is</button></p>`}
        <p class="error" role="alert">${this.failure}</p>
      </form>
    </dialog>`;
  }

  /** @param {any} group */
  row(group) {
    const { letter, name } = group;
    return html`<tr>
      <td><input type="checkbox" aria-label="Choose ${name}" .checked=${this.chosen.includes(letter)} @change=${(/** @type {Event} */ event) => {
        this.chosen = /** @type {HTMLInputElement} */ (event.target).checked ? [...this.chosen, letter] : this.chosen.filter((each) => each !== letter);
        this.question = null;
        this.failure = "";
      }}></td>
      <th scope="row">${mark(letter)} <input aria-label="Name of ${name}" maxlength="40" autocomplete="off" .value=${name}
        @keydown=${(/** @type {KeyboardEvent} */ event) => {
          if (event.key === "Enter") {
            event.preventDefault();
            /** @type {HTMLElement} */ (event.target).blur();
          }
        }}
        @change=${(/** @type {Event} */ event) => this.rename(letter, /** @type {HTMLInputElement} */ (event.target))}></th>
      <td>${heard(group.silentSeconds)}</td>
      <td class="number">${group.moved}</td></tr>`;
  }

  actions() {
    const { chosen } = this;
    const one = chosen.length === 1;
    const removal = {
      sentence: `${list(chosen.map((letter) => this.named(letter)))} ${one ? "leaves" : "leave"} the board and the median, with all readings and moves; ${one ? "its" : "their"} devices are shut out.`,
      does: `Remove ${count(chosen.length, "group")}`,
      command: { command: "remove", groups: chosen },
    };
    return html`<p class="actions">
      ${chosen.length === 0 ? html`<span class="quiet">Choose groups to remove or merge them; names are changed in place.</span>`
        : html`<button type="button" @click=${() => { this.question = removal; }}>${removal.does}</button>`}
      ${chosen.length === 2 ? [chosen, [...chosen].reverse()].map(([from, into]) => this.merging(from, into)) : nothing}
      <button>Close</button></p>`;
  }

  /** @param {string} from @param {string} into */
  merging(from, into) {
    const [first, second] = [this.named(from), this.named(into)];
    const question = {
      sentence: `The devices of ${first} become those of ${second}, whose readings stand; the readings and moves of ${first} are deleted.`,
      does: `Merge ${first} into ${second}`,
      command: { command: "merge", group: from, into },
    };
    return html`<button type="button" @click=${() => { this.question = question; }}>${question.does}</button>`;
  }
}

customElements.define("groups-dialog", GroupsDialog);
