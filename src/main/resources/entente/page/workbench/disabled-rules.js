/** Rules and barriers that are disabled, and a list to disable another. */

import { LitElement, html } from "lit";
import { nameOf } from "./assumptions.js";
import { Watch } from "../watch.js";

/** Sends "switch" with {id, off}. */
class DisabledRules extends LitElement {
  static properties = { store: { attribute: false }, disabled: { attribute: false } };

  constructor() {
    super();
    this.store = /** @type {import("../store.js").Store} */ (/** @type {unknown} */ (undefined));
    this.disabled = true;
    new Watch(this, () => this.store);
  }

  createRenderRoot() {
    return this;
  }

  /** @param {string} id @param {boolean} off */
  send(id, off) {
    this.dispatchEvent(new CustomEvent("switch", { detail: { id, off } }));
  }

  /** @param {Event} event */
  choose(event) {
    const list = /** @type {HTMLSelectElement} */ (event.target);
    if (list.value !== "") {
      this.send(list.value, true);
      list.value = "";
    }
  }

  render() {
    const { book } = this.store.state;
    /** @type {string[]} */
    const off = /** @type {import("./assumptions.js").Assumptions} */ (this.store.assumptions).without ?? [];
    return html`
      <h3>Disabled rules and barriers</h3>
      ${off.length === 0 ? html`<p class="none-off">none of ${book.rules.filter((/** @type {any} */ rule) => (rule.card ?? rule.id) === rule.id).length}</p>` : html`
        <ul>${off.map((id) => html`
          <li class="line"><span>${nameOf(book, id)}</span>
            <button ?disabled=${this.disabled} aria-label="Enable: ${nameOf(book, id)}" @click=${() => this.send(id, false)}>Enable</button></li>`)}
        </ul>`}
      <select ?disabled=${this.disabled} aria-label="Disable a rule or barrier" @change=${this.choose}>
        <option value="">Disable …</option>
        ${book.groups.map((/** @type {any} */ group) => html`
          <optgroup label=${group.label}>
            ${off.includes(group.id) ? "" : html`<option value=${group.id}>All of it: ${group.label}</option>`}
            ${this.rules(group.id, off)}
          </optgroup>`)}
        <optgroup label="Rule interactions">${this.rules("interplay", off)}</optgroup>
      </select>`;
  }

  /** @param {string} group @param {string[]} off */
  rules(group, off) {
    return this.store.state.book.rules.filter((/** @type {any} */ rule) => rule.group === group && (rule.card ?? rule.id) === rule.id && !off.includes(rule.id))
      .map((/** @type {any} */ rule) => html`<option value=${rule.id}>${rule.claim}</option>`);
  }
}

customElements.define("disabled-rules", DisabledRules);
