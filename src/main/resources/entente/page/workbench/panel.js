/** Buttons with a panel that hangs below: not modal, closed by Esc, its button or its cross; focus returns. */

import { html, nothing } from "lit";
import { Problem } from "../api.js";
import { box, listen, StoreElement } from "../element.js";
import { crossMark, download, share, terminal } from "./icons.js";
import { tabs } from "./tabs.js";

/** @template {EventTarget} [S=import("../store.js").Store] @extends {StoreElement<S>} */
export class Panel extends StoreElement {
  /** @type {import("lit").PropertyDeclarations} */
  static properties = { shown: { state: true }, note: { state: true } };

  /** Text of the button. */
  name = "";
  /** Heading of the panel. */
  heading = "";
  /** The drawing on the button. @type {() => unknown} */
  drawing = () => nothing;

  constructor() {
    super();
    /** @type {boolean} */
    this.shown = false;
    /** @type {string} what was done last, such as "Copied". */
    this.note = "";
    listen(this, () => document, "panel-open", (/** @type {Event} */ event) => {
      if (event.target !== this) {
        this.shown = false;
      }
    });
  }

  /** @param {S} _store @returns {unknown} */
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
            <button type="button" class="icon" aria-label="Close" @click=${this.close}>${crossMark()}</button></header>
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

/** Shows an address for others. @template {EventTarget} [S=import("../store.js").Store] @extends {Panel<S>} */
export class SharePanel extends Panel {
  name = "Share";
  drawing = () => share();

  /** @returns {string} */
  link() {
    return "";
  }

  /** @param {unknown} said what it holds, and what it depends on */
  linkBox(said) {
    const id = `${this.localName}-link`;
    return html`
      <label class="visually-hidden" for=${id}>Link</label>
      <input id=${id} readonly .value=${this.link()} @focus=${(/** @type {Event} */ event) => box(event).select()}>
      <p class="quiet">${said}</p>
      <div class="actions"><button type="button" class="primary" @click=${() => this.copy(this.link(), "Link copied.")}>Copy link</button></div>`;
  }
}

/** Shows how something is got elsewhere. @template {EventTarget} [S=import("../store.js").Store] @extends {Panel<S>} */
export class ReproducePanel extends Panel {
  /** @type {import("lit").PropertyDeclarations} */
  static properties = { form: { state: true } };

  name = "Reproduce";
  drawing = terminal;

  constructor() {
    super();
    this.form = "command";
  }

  /**
   * @param {{id: string, name: string, text: () => string}[]} forms @param {unknown} origin what it was made from @param {unknown} [action] beside copying
   */
  texts(forms, origin, action = nothing) {
    const chosen = forms.find(({ id }) => id === this.form) ?? forms[0];
    const text = chosen.text();
    return html`
      ${tabs({ label: "Form", chosen: chosen.id, panel: "reproduce-text", choose: (id) => { this.form = id; this.note = ""; }, items: forms })}
      <pre id="reproduce-text" role="tabpanel" tabindex="0" aria-label=${chosen.name}>${text}</pre>
      ${origin}
      <div class="actions"><button type="button" class="primary" @click=${() => this.copy(text)}>Copy</button>${action}</div>`;
  }
}

/**
 * @typedef {object} SavedFile
 * @property {string} label with the form in brackets
 * @property {string} name of the file
 * @property {() => Promise<Blob>} content
 */

/** Saves files. @template {EventTarget} [S=import("../store.js").Store] @extends {Panel<S>} */
export class DownloadPanel extends Panel {
  name = "Download";
  heading = "Download";
  drawing = download;

  /** @param {S} _store @returns {SavedFile[]} */
  files(_store) {
    return [];
  }

  /** @param {S} store */
  content(store) {
    return html`<ul class="files">${this.files(store).map((file) => html`
      <li><button type="button" class="plain" @click=${() => this.save(file)}>${file.label}</button></li>`)}</ul>`;
  }

  /** @param {SavedFile} file */
  async save({ name, content }) {
    this.note = "";
    try {
      saveFile(name, await content());
      this.note = "Saved.";
    } catch (failed) {
      this.note = failed instanceof Problem ? failed.message : "This file could not be made.";
    }
  }
}

/** @param {string} name @param {Blob} content */
export function saveFile(name, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** @param {unknown} value */
export const jsonFile = (value) => new Blob([`${JSON.stringify(value, null, 2)}\n`], { type: "application/json" });
