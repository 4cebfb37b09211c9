/** A button with a panel that hangs below it: not modal, closed by Esc, its button or its cross; focus returns. */

import { LitElement, html, nothing } from "lit";
import { Watch } from "../watch.js";
import { cross } from "./marks.js";

export class Panel extends LitElement {
  static properties = { store: { attribute: false }, shown: { state: true }, note: { state: true } };

  /** Text of the button. */
  name = "";
  /** Heading of the panel. */
  heading = "";

  constructor() {
    super();
    /** @type {import("../store.js").Store | undefined} */
    this.store = undefined;
    /** @type {boolean} */
    this.shown = false;
    /** @type {string} what was done last, such as "Copied". */
    this.note = "";
    new Watch(this, () => this.store);
    this.closeForOther = (/** @type {Event} */ event) => {
      if (event.target !== this) {
        this.shown = false;
      }
    };
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("panel-open", this.closeForOther);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener("panel-open", this.closeForOther);
  }

  /** The drawing on the button. @returns {unknown} */
  drawing() {
    return nothing;
  }

  /** @param {import("../store.js").Store} _store @returns {unknown} */
  content(_store) {
    return nothing;
  }

  /** Before the panel shows. */
  async prepare() {}

  render() {
    const id = `${this.localName}-heading`;
    return html`
      <button type="button" class="plain tool" aria-expanded=${this.shown} @click=${this.toggle}>${this.drawing()} <span>${this.name}</span></button>
      <dialog class="panel" ?open=${this.shown} aria-labelledby=${id} @keydown=${this.key}>
        ${this.shown && this.store ? html`
          <header><h2 id=${id} tabindex="-1">${this.heading}</h2>
            <button type="button" class="icon" aria-label="Close" @click=${this.close}>${cross()}</button></header>
          ${this.content(this.store)}
          <p class="note" role="status">${this.note}</p>` : html`<span id=${id} hidden>${this.heading}</span>`}
      </dialog>`;
  }

  async toggle() {
    if (this.shown) {
      this.close();
      return;
    }
    this.note = "";
    this.dispatchEvent(new Event("panel-open", { bubbles: true }));
    this.shown = true;
    await this.prepare();
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector("dialog h2"))?.focus();
  }

  close() {
    this.shown = false;
    this.querySelector("button")?.focus();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key === "Escape") {
      event.stopPropagation();
      this.close();
    }
  }

  /** The clipboard is not there without HTTPS; then by selection. @param {string} text @param {string} [said] */
  async copy(text, said = "Copied.") {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      this.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      if (!done) {
        this.note = "The browser does not allow copying; select the text and copy it.";
        return;
      }
    }
    this.note = said;
  }
}
