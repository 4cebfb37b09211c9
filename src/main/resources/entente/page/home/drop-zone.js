/** Takes a scenario file from anywhere on the page, and names the problems of one that is refused. */

import { LitElement, html, nothing } from "lit";
import { Offline, Problem, assess } from "../api.js";

/** Where the workbench finds the scenario. */
const KEY = "entente-dropped";
const LARGEST = 1024 * 1024;

/** @typedef {{pointer?: string, detail: string}} Fault */

class DropZone extends LitElement {
  static properties = { name: { state: true }, faults: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.name = "";
    /** @type {Fault[]} */
    this.faults = [];
    this.busy = false;
    this.help = [...this.children];
    this.over = (/** @type {DragEvent} */ event) => this.drag(event);
    this.out = (/** @type {DragEvent} */ event) => event.relatedTarget === null && mark(false);
    this.drop = (/** @type {DragEvent} */ event) => this.dropped(event);
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("dragover", this.over);
    document.addEventListener("dragleave", this.out);
    document.addEventListener("drop", this.drop);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener("dragover", this.over);
    document.removeEventListener("dragleave", this.out);
    document.removeEventListener("drop", this.drop);
  }

  /** @param {DragEvent} event */
  drag(event) {
    if (event.dataTransfer?.types.includes("Files")) {
      event.preventDefault();
      mark(true);
    }
  }

  /** @param {DragEvent} event */
  dropped(event) {
    mark(false);
    const file = event.dataTransfer?.files[0];
    if (file) {
      event.preventDefault();
      this.take(file);
    }
  }

  /** @param {Event} event */
  chosen(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    if (input.files?.[0]) {
      this.take(input.files[0]);
    }
    // The same file can be chosen again once it is mended.
    input.value = "";
  }

  /** @param {File} file */
  async take(file) {
    this.name = file.name;
    this.faults = [];
    this.busy = true;
    try {
      if (file.size > LARGEST) {
        this.faults = [{ detail: "A scenario has at most 1 MiB." }];
        return;
      }
      const text = await file.text();
      await assess(JSON.parse(text));
      sessionStorage.setItem(KEY, text);
      location.assign("/workbench#dropped");
    } catch (failed) {
      this.faults = faults(failed);
    } finally {
      this.busy = false;
    }
  }

  render() {
    return html`
      <p class="drop-hint">Drop a scenario file on this page to assess it, or
        <input id="scenario-file" class="visually-hidden" type="file" accept=".json,application/json" @change=${this.chosen}><label
          for="scenario-file">choose one</label>. It is not stored.</p>
      <div role="status">
        ${this.busy ? html`<p>Assessing ${this.name} …</p>` : nothing}
        ${this.faults.length > 0 ? html`
          <div class="refused"><p><strong>${this.name}</strong> is refused:</p>
            <ul>${this.faults.map((fault) => html`<li>${fault.pointer ? html`<code>${fault.pointer}</code> ` : nothing}${fault.detail}</li>`)}</ul>
          </div>` : nothing}
      </div>
      ${this.help}`;
  }
}

/** @param {boolean} dropping */
const mark = (dropping) => document.body.classList.toggle("dropping", dropping);

/** @param {unknown} failed @returns {Fault[]} */
function faults(failed) {
  if (failed instanceof Problem) {
    return failed.errors.length > 0 ? failed.errors : [{ detail: failed.message }];
  }
  if (failed instanceof SyntaxError) {
    return [{ detail: `It is not JSON: ${failed.message}.` }];
  }
  return [{ detail: failed instanceof Offline ? failed.message : "It cannot be read." }];
}

customElements.define("entente-drop", DropZone);
